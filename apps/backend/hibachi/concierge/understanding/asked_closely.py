"""Questions whose words belong to a broader rule but mean something of their own: wind, children at the fire, cash, a twin portion. Pure.

The rule for rain says nothing of wind, "10 feet from anything flammable" nothing of toddlers, and a phone number nothing of whether
one can pay by phone: each of these is answered as it was asked, or a person is named.
"""

from dataclasses import dataclass

from hibachi.concierge.understanding.schemas import Dialogue, Frame, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

TWIN = "same_twice"
_KIDS = r"(?:kids?|child(?:ren)?|toddlers?|little ones?|bab(?:y|ies)|littles|kiddos?|grand(?:kids|children))"
_HEAT = r"(?:fire|flames?|grill|hibachi|hot (?:stuff|surface|plate)|burners?)"
_SAFE = r"(?:safe\w*|danger\w*|risk\w*|burn\w*|hurt|close|near|far|away|distance|stand|watch|careful)"
_BY_PHONE = r"(?:by|over|on|via|through) (?:the )?(?:tele)?phone"
_BUYS = r"(?:alcohol|wine|sake|mirin|liquor|booze|rum|beer)"


@dataclass(frozen=True, slots=True)
class _Close:
    """A question of its own: what asks it, what says it is not asked, and the broader topics whose words these only are.

    of_guests: it asks of guests, so not where a dish is named.
    """

    topic: str
    asks: re.Pattern[str]
    instead: frozenset[str] = frozenset()
    never: re.Pattern[str] | None = None
    of_guests: bool = False


_CLOSE = (
    _Close(
        "wind",
        re.compile(r"\b(?:wind|winds|windy|windier|gust\w*|breez\w+)\b"),
        frozenset({"rain"}),
        re.compile(r"\b(?:rain\w*|storm\w*|pour\w*|drizzl\w*)\b(?<!not rain)(?<!no rain)(?<!not the rain)"),
    ),
    _Close(
        "near_fire",
        re.compile(
            rf"\b{_KIDS}\b[^.?!\n]{{0,60}}\b{_HEAT}\b|\b{_HEAT}\b[^.?!\n]{{0,60}}\b{_KIDS}\b"
            rf"|\b(?:safe|dangerous) (?:for|around|with|w|near) (?:the |my |our |little |small |young )*{_KIDS}\b"
        ),
        frozenset({"clearance", "children", "setting", "show", "space"}),
        re.compile(r"\b(?:eat|menu|price|pay|cost|plate|portion|allerg\w*)\b"),
    ),
    _Close(
        "cash_needed",
        re.compile(
            r"\b(?:need|needs|have to|has to|must|only|gotta|required|require|just take|insist on)\b[^.?!\n]{0,25}\bcash\b"
            r"|\bcash(?:[- ]only| is (?:required|needed|mandatory|a must)| required)\b|\bis it (?:all )?cash\b"
        ),
        frozenset({"balance", "payment", "rest_due", "deposit"}),
    ),
    _Close(
        "pay_by_phone",
        re.compile(
            rf"\b(?:pay\w*|card|deposit)\b[^.?!\n]{{0,40}}\b{_BY_PHONE}\b|\bphone payments?\b|\bcall\b[^.?!\n]{{0,20}}\b(?:to|and) pay\b"
        ),
        frozenset({"payment", "balance"}),
    ),
    _Close(
        "raw_food",
        re.compile(r"\braw\b|\b(?:sashimi|undercooked|rare fish)\b"),
        frozenset({"dietary"}),
        re.compile(r"\b(?:raw (?:material|deal|vegg?ies|vegetables|egg))\b"),
    ),
    _Close(
        "cooked_with_alcohol",
        re.compile(
            rf"\b{_BUYS}\b[^.?!\n]{{0,25}}\b(?:in (?:the|your|any|all|it)|used|cook\w*|sauces?|marinade|recipes?|food)\b"
            rf"|\b(?:sauces?|cook(?:ed|ing)?|marinade|food|dishes)\b[^.?!\n]{{0,30}}\b{_BUYS}\b"
            rf"|\b{_BUYS}\b[^?!\n]{{0,40}}\b(?:any|some|it) in (?:the|your) (?:sauces?|food|cooking)"
        ),
        frozenset({"alcohol", "dietary"}),
        re.compile(r"\b(?:bring|byo\w*|include\w*|drink|serve[sd]?|over 21|bottles?)\b"),
    ),
    _Close(
        "slope",
        re.compile(
            r"\b(?:how (?:flat|level|even)|(?:slight(?:ly)?|little|bit of an?|small|gentle) (?:slop\w+|slant\w*|incline\w*|tilt\w*|hill)|is (?:a|the|that) slope)\b"
        ),
        frozenset({"space", "setting"}),
    ),
    _Close(
        "setting",
        re.compile(r"\b(?:parking (?:lot|garage|area|deck|structure)|driveway)\b"),
        frozenset({"parking", "venue"}),
        re.compile(
            r"\b(?:chef|he|she|they|you|truck|van|guests?|people) (?:can |could |will |should |to )?park\b|\bwhere\b[^.?!]{0,20}\bpark\b"
        ),
    ),
    _Close(
        "parking",
        re.compile(
            r"\bwhere\b[^.?!\n]{0,25}\b(?:chef|he|she|you|u|they|van|truck) (?:can |could |will |should )?park\b"
        ),
        frozenset({"setting", "venue"}),
    ),
    _Close(
        "guest_count_final",
        re.compile(
            r"\badd (?:them|her|him|people|guests|someone|somebody|a few|more (?:people|guests)|\d+ more|one more|two more|friends?)\b[^.?!\n]{0,25}\b(?:later|after|until|still|last minute)\b"
            r"|\b(?:until when|till when|how late|by when)\b[^.?!\n]{0,20}\badd (?:guests?|people|someone|more (?:people|guests))\b"
        ),
        frozenset({"menu_change", "menu"}),
        re.compile(r"\b(?:dish|upgrade)\b"),
        of_guests=True,
    ),
    _Close(
        "one_deposit",
        re.compile(
            r"\b(?:each|both|every(?:one|body| family)|two|separate)\b[^.?!\n]{0,30}\bdeposits?\b|\bdeposits?\b[^.?!\n]{0,25}\b(?:each|per family|apiece)\b"
            r"|\b(?:just|only) one deposit\b"
        ),
        frozenset({"deposit", "refund_when"}),
        re.compile(r"\b(?:back|refund\w*|lose|paid|move)\b"),
    ),
)
_CALMER = re.compile(
    r"\b(?:less|no|not (?:as|so|too|much|that)|little|without) (?:of (?:a|the) )?(?:wind\w*|gust\w*|breez\w+)\b|\b(?:calmer|wind dies)\b"
)
""" "Less wind then" is said of another start, and asks nothing."""
_SENTENCE = re.compile(r"[^.?!\n]+[.?!]*")


_TWICE = re.compile(
    r"\b(?:get|have|eat|do|take|order|pick|choose|want|wants|be)\b[^.?!\n]{0,30}\b(?:twice|(?:two|2) times|for both|both times|x ?2|2x)\b"
    r"|\b(?:double|2x|2 x|two portions of|two helpings of|twice the) [a-z]"
    r"|\bboth (?:of )?(?:my |his |her |their |the )?(?:proteins |picks |choices |meats )?be [a-z]"
)
""" "Can he get steak twice?": both of the proteins that a guest has anyway."""
_ASKED = re.compile(r"\?|\basked (?:whether|if|about)\b|^\W*(?:can|could|may|is|does|do|would)\b")
_ON_TOP = re.compile(r"\b(?:extra|third|3rd|on top|additional|more)\b")
_THREE = re.compile(r"\b(?:three|3|third|3rd)\b")
LEAST_OF_THREE = 3


def told(frame: Frame, dialogue: Dialogue, profile: Profile) -> Frame:
    """The frame with each such question as a topic of its own in place of the broader one."""
    folded = fold(frame.text)
    free = all(item.role == "included" or (item.role == "extra" and item.count is None) for item in frame.items)
    if free and (frame.question or _ASKED.search(folded)):
        frame = _of_proteins(frame, folded, profile)
    for close in _CLOSE:
        sentences = [one for one in _SENTENCE.findall(folded) if close.asks.search(one)]
        if (
            not sentences
            or (close.of_guests and frame.mentioned)
            or (close.never is not None and any(close.never.search(one) for one in sentences))
        ):
            continue
        frame = _put(frame, close, asked=close.topic != "wind" or not all(_CALMER.search(one) for one in sentences))
    frame = _recalled(frame, folded, dialogue)
    if _NOT_MENU.search(folded):
        frame = frame.model_copy(
            update={"topics": tuple(one for one in frame.topics if one not in ("menu", "menu_change"))}
        )
    return frame


_RECAP = re.compile(
    r"\b(?:repeat|recap|summari[sz]e|sum up|read back|go over|go through|list)\b[^.?!\n]{0,20}\b(?:everything|all|it|whole (?:thing|order|party|plan)|plan|order|details|back)\b"
    r"|\b(?:sum|read|run) (?:it|everything|that|this|me|the (?:plan|order))(?: all)? (?:up|back|through|over)\b"
)
_SO_FAR = re.compile(r"\b(?:so far|down for (?:us|me)|for us(?: now)?|people and food)\b")


def _recalled(frame: Frame, folded: str, dialogue: Dialogue) -> Frame:
    """ "Can you repeat the whole thing before I say yes?": what was told so far; no menu, and nothing that nobody knows."""
    if "recalls" in frame.acts and _SO_FAR.search(folded):
        return frame.model_copy(update={"topics": tuple(one for one in frame.topics if one != "menu")})
    if dialogue.party == PartyState() or dialogue.booked or not any(_RECAP.search(fold(one)) for one in frame.unknown):
        return frame
    unknown = tuple(one for one in frame.unknown if not _RECAP.search(fold(one)))
    shown = bool(frame.name or frame.phone or frame.email)
    acts = frame.acts if shown else tuple(dict.fromkeys((*frame.acts, "recalls")))
    return frame.model_copy(update={"unknown": unknown, "acts": acts})


_NOT_MENU = re.compile(r"\bnot (?:of |about )?(?:the )?(?:menu|food)\b")
""" "Until when can I add guests, not menu?"."""


def _of_proteins(frame: Frame, folded: str, profile: Profile) -> Frame:
    """The same protein twice, or three of them for one guest."""
    menu, said = profile.menu, set(frame.mentioned)
    acts = tuple(act for act in frame.acts if act not in ("item_price", "dish_price", "wants_chef"))
    topics = tuple(one for one in frame.topics if one not in ("choose", "menu", "included", "price", "third_protein"))
    twice = said and said <= set(menu.included_proteins) and _TWICE.search(folded) and not _ON_TOP.search(folded)
    if twice:
        return frame.model_copy(
            update={"topics": (*topics, TWIN), "acts": acts, "items": (), "mentioned": (), "unknown": ()}
        )
    proteins = said & {*menu.included_proteins, *menu.upgrades_per_person}
    if len(proteins) >= LEAST_OF_THREE and _THREE.search(folded):
        return frame.model_copy(update={"topics": (*topics, "third_protein"), "acts": acts, "unknown": ()})
    return frame


def _put(frame: Frame, close: _Close, *, asked: bool) -> Frame:
    """asked: a remark only loses the broader topic."""
    if not (frame.question or frame.unknown or close.topic == "wind" or close.instead & set(frame.topics)):
        return frame
    topics = tuple(one for one in frame.topics if one not in close.instead)
    unknown = tuple(one for one in frame.unknown if not close.asks.search(fold(one)) and not _hangs_on(one))
    apart = tuple(kept for one in frame.apart if (kept := tuple(name for name in one if name not in close.instead)))
    return frame.model_copy(
        update={
            "topics": tuple(dict.fromkeys((*topics, close.topic))) if asked else topics,
            "unknown": unknown,
            "apart": apart,
        }
    )


_HANGS = re.compile(r"^\W*(?:and |also )?(?:is (?:that|it) (?:so|true|right|ok|safe)|is there any in the \w+)\W*$")


def _hangs_on(clause: str) -> bool:
    """ "Is that so?", behind what is asked."""
    return bool(_HANGS.match(fold(clause)))
