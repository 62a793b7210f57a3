"""The children told once more beside the yes to what was read back: "7 and 11, and Ben is 3. Yes, please book". Pure."""

from collections import Counter

from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re

_MORE = re.compile(
    r"\b(?:more|another|also|plus|extra|add(?:ed|ing)?|additional|bring\w*|join\w*|too|as well|instead|besides|change|now|only)\b",
    re.I,
)
"""Signs that somebody comes who was not counted, or that the number is another one."""


def settled(frame: Frame, dialogue: Dialogue, bands: Bands) -> Frame:
    """The frame without guests whom the party that was read back holds already."""
    agrees = frame.answer == "yes" or "book" in frame.acts
    counts = counts_of(dialogue.party, bands)
    if dialogue.pending is None or not agrees or counts is None or _MORE.search(frame.text):
        return frame
    told = _children(frame.guests, bands)
    if told is None or Counter(told) - Counter(children=counts.children, toddlers=counts.toddlers):
        return frame
    known = sum(bands.of(age) == "children" for age in dialogue.party.ages)
    if counts.children > known and any(bands.of(age) == "children" for age in _ages(frame.guests)):
        return frame  # ages that were not known yet
    if dialogue.party.ages and Counter(_ages(frame.guests)) - Counter(dialogue.party.ages):
        return frame
    return frame.model_copy(update={"guests": GuestWords()})


def _ages(guests: GuestWords) -> tuple[int, ...]:
    return (*guests.ages, *guests.add_ages)


def _children(guests: GuestWords, bands: Bands) -> dict[str, int] | None:
    """How many children and toddlers are told; None where nobody is, or others are told too."""
    others = guests.adults is not None or guests.people is not None or set(guests.add) - {"children", "toddlers"}
    if not guests.stated or others or guests.gone_ages or guests.invalid:
        return None
    by_age = Counter(bands.of(age) for age in _ages(guests))
    if by_age["adults"]:
        return None
    if by_age:
        return dict(by_age)
    return {
        "children": (guests.children or 0) + guests.add.get("children", 0),
        "toddlers": (guests.toddlers or 0) + guests.add.get("toddlers", 0),
    }
