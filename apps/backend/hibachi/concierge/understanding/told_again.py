"""Guests told once more: children beside the yes to what was read back, and "so 17 adults and 3 kids" of who is counted so. Pure."""

from collections import Counter

from hibachi.concierge.understanding import counts_asked, counts_righted
from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_MORE = re.compile(
    r"\b(?:more|another|also|plus|extra|add(?:ed|ing)?|additional|bring\w*|join\w*|too|as well|instead"
    r"|besides|change|now|only)\b",
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


def counted(frame: Frame, dialogue: Dialogue, bands: Bands) -> Frame:
    """The frame with guests as they are known, where grown-ups and young ones are told once more as we counted them.

    Who pays as an adult at 14 is one of the "17 adults" then, and the toddler stays one as "1 kid".
    """
    frame = counts_righted.told(frame, dialogue, bands)
    if frame.guests.as_counted:
        return frame
    frame = counts_asked.told(_without_the_known(frame, dialogue), dialogue, bands)
    said, party = frame.guests, dialogue.party
    counts = counts_of(party, bands)
    young = (said.children or 0) + (said.toddlers or 0)
    others = said.people is not None or said.add or said.gone_ages or said.ages or said.add_ages or said.low is not None
    if counts is None or not said.adults or others or said.on_top or not young:
        return frame
    apart = bool(said.toddlers) and said.toddlers != counts.toddlers
    if young != counts.children + counts.toddlers or apart:
        return frame
    grown = counts.adults - (party.adults or 0) - (party.unsplit or 0)
    known = {"adults": said.adults - grown, "children": party.children, "toddlers": party.toddlers}
    return frame.model_copy(update={"guests": said.model_copy(update=known)}) if said.adults > grown else frame


_THE_ONE_OF = re.compile(r"\b(?:the|that|my|our|his|her) (?P<age>\d{1,2})[ -]?(?:years?|yrs?|yr|y)[ -]?(?:olds?|/?o)\b")


def _without_the_known(frame: Frame, dialogue: Dialogue) -> Frame:
    """ "The 13 yr old is one of the kids, he just turned 13": a child whose age is known, spoken of again."""
    said, known = frame.guests, dialogue.party
    told = said.children or said.toddlers or said.adults or said.people or said.add or said.on_top or said.joining
    if not said.ages_alone or told or Counter(said.ages) - Counter(known.ages):
        return frame
    without_age = (known.children or 0) + (known.toddlers or 0) - len(known.ages)
    named = {int(one["age"]) for one in _THE_ONE_OF.finditer(fold(frame.text))}
    if len(said.ages) == without_age or set(said.ages) - named:
        return frame  # "the others are 6 and 6"
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
