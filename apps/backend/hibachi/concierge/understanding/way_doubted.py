"""After a price with its fee for the way was told: that fee found too much is an objection to it; our own town is no place of theirs. Pure.

"104 just to drive here?? why", "why is the driving so expensive? It's not that far from Fremont" of a party whose ZIP code is known.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

_WAY = (
    r"(?:driv(?:e|es|ing)|travel(?:ing|ling)?(?! (?:agent|date|day))|gas(?! grill)|fuel|mileage|trip"
    r"|commut\w+|(?:com(?:e|ing)|get(?:ting)?) (?:out |over )?(?:here"
    r"|to (?:us|me|my (?:house|place)|our (?:house|place)))|distance)"
)
_MUCH = (
    r"(?:why|how come|expensive|pricey|steep|so (?:much|high)|a lot|too much|that much|high(?:er)?|crazy"
    r"|ridiculous|insane|unfair|outrageous|absurd|ouch|yikes|wow|justif\w+|seriously|for real"
    r"|really (?:\$?\d+|that))"
)
_DOUBTS = re.compile(
    rf"\b{_MUCH}\b[^.?!\n]{{0,50}}\b{_WAY}\b|\b{_WAY}\b[^.!\n]{{0,50}}(?:\b{_MUCH}\b|\?{{2,}})"
    rf"|\b\$?\d{{2,3}}\b[^.?!\n]{{0,12}}\b(?:just|only|simply) (?:to|for)\b[^.?!\n]{{0,12}}\b{_WAY}\b",
    re.I,
)
_WHY = re.compile(r"\W*(?:but |and |so |wait )?(?:how come|why|why so much|how so|why (?:is )?that|what for)\W*", re.I)
_OF_ELSE = re.compile(
    r"\b(?:how (?:early|soon|long)|when|what time|date|day|traffic|parking|drive ?way|how far (?:do|will|would|can))\b",
    re.I,
)
_CLEARED = {"travel", "price", "explain", "max_distance", "area", "comes_to_you", "chef_extra", "why_you", "about", "extra_costs"}  # fmt: skip


def told(frame: Frame, dialogue: Dialogue, profile: Profile) -> Frame:
    """The frame as an objection to the fee for the way, and without our own town as the place of the party."""
    if _is_of_the_way_told(frame, dialogue):
        unknown = () if _WHY.fullmatch(frame.text) else frame.unknown
        topics = ("travel", *(one for one in frame.topics if one != "travel"))
        return frame.model_copy(update={"topics": topics, "unknown": unknown})
    if not dialogue.quoted or dialogue.zip is None or dialogue.booked is not None or frame.zip:
        return frame
    frame = _without_base(frame, profile.travel.base.city)
    folded = fold(frame.text)
    beside = frame.items or frame.dates or frame.city or {"about_own", "book", "cancel", "discount"} & {*frame.acts}
    if beside or not _DOUBTS.search(folded) or _OF_ELSE.search(folded):
        return frame
    topics = ("travel", *(topic for topic in frame.topics if topic not in _CLEARED))
    acts = tuple(act for act in frame.acts if act not in ("price_objection", "dish_price", "item_price"))
    return frame.model_copy(update={
        "acts": (*acts, "price_objection"), "topics": topics, "apart": (), "unknown": (), "guests": GuestWords(), "sizes": (), "answer": None,
    })  # fmt: skip


def _is_of_the_way_told(frame: Frame, dialogue: Dialogue) -> bool:
    """ "That's more than I thought": of the fee for the way, where that is the price that was told just before."""
    told = dialogue.travel_told is not None and dialogue.travel_told == dialogue.zip and not dialogue.booked
    if told and dialogue.answered[-1:] == ("travel",) and _WHY.fullmatch(frame.text):
        return True
    just = dialogue.answered[-1:] == ("travel",) or not dialogue.quoted
    return told and just and "price_objection" in frame.acts and "discount" not in frame.topics


def _without_base(frame: Frame, base: str) -> Frame:
    """ "It isn't far from Fremont": where we set out from, said of a party whose place is known."""
    said = frame.city is not None and frame.city.lower() == base.lower()
    if not said or not re.search(r"\b(?:far|from|close|near|between|distance|miles|drive|minutes"
            rf"|next to)\b[^.?!\n]{{0,25}}\b{re.escape(base)}\b", frame.text, re.I):  # fmt: skip
        return frame
    return _no_city(frame)


def _no_city(frame: Frame) -> Frame:
    evidence = tuple(one for one in frame.evidence if one.slot not in ("city", "place"))
    return frame.model_copy(update={"city": None, "state": None, "evidence": evidence})
