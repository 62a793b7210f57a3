"""The total asked for once more beside what it holds: "whats the total now w the extra shrimp and the drive", "just give me the number". Pure.

What is named beside it is part of that sum: no dish is ordered by it, and neither its price nor the way alone is asked for.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_SUM = r"(?:total|bottom line|sum|damage|final (?:price|number|cost|amount|figure)|(?:full|whole|all-in|all in) (?:price|cost|amount))"
_TOTAL = re.compile(
    rf"\b(?:what(?:'?s|s| is| was| would| will)?|tell|give|gimme|send|show|see|seeing|need|want|like|know|hear|have|get|again|and|or|about|for)\b"
    rf"(?: (?!per\b|phone\b|not\b)[a-z']+){{0,4}}? {_SUM}\b(?! (?:guests|people|adults|kids|of \d+ (?:people|guests|adults)))"
    r"|\b(?:just |please |pls |only )+(?:give|tell|send) (?:me|us) (?:the |a |one )?(?:number|price|figure|amount)\b"
    r"|\b(?:just|only) (?:want|need|wanna know) (?:one|the|a|that) (?:\w+ )?(?:number|figure|price|amount)\b"
    r"|\b(?:what|how much) (?:it|that|this|everything|all (?:of )?(?:it|that|this))(?: would| will)?(?: all)? (?:comes?|adds?|amounts?) (?:out )?(?:up )?to\b"
    r"|\bwhat (?:do|would|will|does) (?:i|we|it|that|everything) (?:owe|pay|cost|be paying|come to)?[^.?!\n]{0,12}\b(?:all in|in all|all told|altogether|in total)\b",
    re.I,
)
_ALREADY = re.compile(
    r"\b(?:the|my|our|that|those|these|his|her)(?: (?:one|two|three|four|\d{1,2}))? (?:extra|additional|added|third) ",
    re.I,
)
""" "The one extra protein": one that was ordered before."""
_PARTS = frozenset({"travel", "contact", "menu", "third_protein"})
_OF_A_DISH = frozenset({"dish_price", "item_price", "wants_more", "any_choice", "third_protein"})
_WAY_ITSELF = re.compile(
    r"\b(?:why|how (?:far|many miles|is (?:the )?travel)|how do you (?:get|calculate|charge))\b", re.I
)


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame of who asks for the total of the party that was priced."""
    folded = fold(frame.text)
    if not dialogue.quoted or dialogue.booked is not None or frame.sizes or frame.plans or not _TOTAL.search(folded):
        return frame
    if "price_objection" in frame.acts or _WAY_ITSELF.search(folded):
        return frame
    party = dialogue.party
    had = bool(party.extra_proteins or party.upgrades or party.addons) and bool(_ALREADY.search(folded))
    topics = tuple(dict.fromkeys(("price", *(one for one in frame.topics if one not in _PARTS))))
    acts = tuple(one for one in frame.acts if one not in _OF_A_DISH)
    unknown = tuple(one for one in frame.unknown if not _TOTAL.search(fold(one)))
    return frame.model_copy(update={
        "topics": topics, "acts": tuple(dict.fromkeys((*acts, "asks_total"))), "unknown": unknown, "items": () if had else frame.items,
        "mentioned": () if had or not frame.items else frame.mentioned,
    })  # fmt: skip
