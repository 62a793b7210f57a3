"""A dish for some of those who come: "add that for six people", "four of our adults are asking for the filet". Pure.

Once a party was counted, people who stand with a dish are so many portions of it and no new size of the party.
"""

from typing import Literal

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords, ItemWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

_WHO = (
    r"(?:(?:of|from) (?:us|them|you|(?:the|our|my|those) (?:\w+ )?\w+)|people|ppl|persons?|folks|guests?"
    r"|adults?|grown[- ]?ups|friends|guys|girls|ladies|men|women|dads|moms|couples|kids|children)"
)
_WISH = (
    r"(?:want\w*|wish\w*|ask(?:s|ing|ed)?(?: for)?|like|love|prefer\w*|get|getting|have|having|had"
    r"|go(?:ing)? (?:for|with)|interested in|fancy|take|taking|order\w*|upgrad\w+|eat|try|share|switch\w*"
    r"|swap\w*|choose|pick|need)"
)
_IT = r"(?:@|that|it|this|those|them|these|some|the upgrade|one)"
_PATTERNS = (
    (
        rf"(?:@|\b{_IT})(?: (?:upgrade|tail|one|please|pls|then|maybe|just|too|as well))* for (?:(?:the"
        rf"|just|only|about|like|maybe|my|our) )*(?P<n>{NUMBER})\b(?: {_WHO})?"
    ),
    (
        rf"\b(?P<n>{NUMBER}) {_WHO}(?: (?:who|that|would|will|'d|do|does|did|are|is|to|be|able|really|also"
        rf"|all|might|may|could|can|said|say|says|they|we|of them))* {_WISH}(?: \w+)?(?: \w+)? {_IT}"
    ),
    (
        rf"\b(?:add|put|give|get|do|make|bring)\b[^.?!\n]{{0,20}}@[^.?!\n]{{0,15}}\bfor (?:the |my "
        rf"|our )?(?P<n>{NUMBER}) {_WHO}"
    ),
)
_FOR_SOME = tuple(re.compile(pattern) for pattern in _PATTERNS)
_SO_MANY = re.compile(
    r"@[^@.!\n]*[?,.!;]? ?\b(?:put (?:in|down|me down for|us down for)|add|make it|make that"
    r"|give (?:us|me)|(?:i|we)(?:'ll| will|'d)? (?:take|have|want|do|get|like|go for)"
    r"|let'?s (?:do|get|have|say|add)|throw in)(?: like| about| just"
    rf"| maybe)? (?P<n>{NUMBER})(?: (?:of (?:them|those|it)|orders?|portions?|please|pls|then"
    r"|thanks?))*\s*(?:$|[.!?;])"
)
""" "Gyoza, you say? Put in 3": so many of the dish, at the end of a message."""
_HALF = re.compile(
    rf"(?:@|\b{_IT})(?: (?:upgrade|tail|one|please|then|maybe|just))* for (?:about "
    r"|like )?half (?:of )?(?:us|them|the \w+|my \w+|our \w+|everyone)\b"
)
_SPOKEN_OF = re.compile(
    r"\b(?:add|upgrade|special|fanc(?:y|ier|iest)|extra|treat|surprise|spoil|something|anything"
    r"|nice(?:r|st)?)\b[^.!?\n]{0,40}\bfor (?:the|my|our|his|her|their)\b[^.!\n]*\?"
    r"|\b(?:deserves?|should get|would (?:love|like)|need) (?:something|anything"
    r"|a little) (?:\w+ )?(?:extra|fanc(?:y|ier)|special|nicer?|luxurious)\b",
    re.I,
)
""" "What's the fanciest thing you can add for the birthday couple?": whom it is for, no size of the party."""
_OF_HEALTH = re.compile(
    r"\b(?:pregnan\w*|allerg\w*|diet\w*|vegans?|vegetarians?|gluten|diabet\w*|toddlers?|bab(?:y|ies)|kids?|children)\b",
    re.I,
)
""" "Does the pregnant one need anything special": no treat is asked for."""
_WHOLE = re.compile(
    (
        r"\b(?:total|party|quote|price|cost|how much)(?: \w+)? (?:for|of) (?:just |only )?\d"
        r"|\b(?:make it|we'?re|we are|there'?s|there are|now|instead|only|just|actually|party of|coming"
        r"|joining)\b[^@.?!]{0,15}\b(?:\d{1,3}|{NUMBER})\b(?! (?:of|want|get|for))"
    ).replace("{NUMBER}", NUMBER)
)


def told(frame: Frame, dialogue: Dialogue, bands: Bands, profile: Profile) -> Frame:
    """The frame with so many portions of the one dish that is talked of, in place of so many guests."""
    counts = counts_of(dialogue.party, bands)
    if counts is None or dialogue.booked is not None or frame.zip or frame.sizes or frame.plans:
        return frame
    if dialogue.goal in ("change", "cancel") or any(item.count or item.share for item in frame.items):
        return frame
    if dialogue.quoted and not frame.mentioned and not _OF_HEALTH.search(frame.text) and _SPOKEN_OF.search(frame.text):
        topics = frame.topics or (("suggest",) if "?" in frame.text else ())
        return frame.model_copy(update={"guests": GuestWords(), "topics": topics, "unknown": ()})
    marked, dish = _marked(frame, dialogue, profile)
    number = _number(marked, frame.guests) if dish else None
    half = dish is not None and not frame.guests.stated and bool(_HALF.search(marked))
    if dish is None or (number is None and not half) or not 0 < (number or 1) < counts.total:
        return frame
    role: Literal["addon", "upgrade"] = "addon" if dish in profile.menu.addons_each else "upgrade"
    item = ItemWords(key=dish, role=role, count=number, share=None if number else "half")
    topics = tuple(topic for topic in frame.topics if topic not in ("minimum", "about", "menu"))
    told_else: dict[str, object] = {"guests": GuestWords(), "items": (item,), "mentioned": (dish,), "topics": topics, "unknown": ()}  # fmt: skip
    if frame.date_said == str(number):
        told_else |= {"dates": (), "other_dates": (), "date_said": None, "date_problem": None}
    return frame.model_copy(update=told_else)


def _marked(frame: Frame, dialogue: Dialogue, profile: Profile) -> tuple[str, str | None]:
    """The folded text with the dish as @, and which one it is: the only one named, else the one talked of just before."""
    folded, premium = fold(frame.text), dishes.premium(profile)
    named = [(span, key) for span, key in dishes.named(frame.text, profile) if key in premium]
    keys = {key for _, key in named}
    if len(keys) > 1:
        return folded, None
    for span, _ in reversed(named):
        folded = f"{folded[: span.start]}@{folded[span.end :]}"
    dish = next(iter(keys), dialogue.just_dish if dialogue.just_dish in premium else None)
    return folded, dish


def _number(marked: str, guests: GuestWords) -> int | None:
    """How many want it; None where the guests that the message counts are others."""
    match = next((found for pattern in (*_FOR_SOME, _SO_MANY) if (found := pattern.search(marked))), None)
    number = to_int(match["n"]) if match else None
    plain = guests.model_dump(exclude_defaults=True)
    others = set(plain) - {"people", "adults", "on_top"} or (
        guests.stated and number not in (guests.people, guests.adults)
    )
    return None if others or _WHOLE.search(marked) else number
