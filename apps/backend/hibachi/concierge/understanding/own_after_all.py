"""Who was taken to plan a new party and says that it is the one that stands: the plan ends, what was told of it is of that party. Pure."""

from collections.abc import Callable
from datetime import date

from hibachi.concierge.understanding import existing
from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS, Bookings
from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Counts, Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.language.spans import fold

_ALREADY = r"(?:already|alrdy|alr|alredy)"
_STANDS = re.compile(
    rf"\b{_ALREADY} (?:have |had |got )?(?:\w+ )?(?:booked|reserved|scheduled|paid|confirmed|on the books|a (?:booking|party|reservation))\b"
    rf"|\b(?:i|we)(?:'ve| have| had| did)? {_ALREADY} (?:have|got|did|book)\b|\b(?:booked|reserved|scheduled|confirmed) {_ALREADY}\b"
    r"|\b(?:that'?s|its?|it'?s|it is|i mean|i meant|for|about|of) (?:for |about )?(?:my|our|the) (?:own |existing |current |upcoming )?"
    r"(?:party|booking|reservation|event|one)(?: (?:that )?(?:i|we) (?:have|booked|reserved)| (?:on|in|for) \w+| (?:is|was) booked)?\b"
    r"|\bthe one (?:that )?(?:i|we)(?:'ve| have)? (?:\w+ )?(?:booked|have|reserved|got)\b"
    r"|\b(?:as|like) (?:booked|reserved|scheduled)\b"
    r"|\b(?:you|u|yall|y'all) (?:\w+ )?(?:have|got|had) (?:me|us|it|my party|our party) (?:in there|down|booked|on file|in (?:the|your) (?:system|book|calendar)s?|for)\b"
    r"|\b(?:it'?s|its|it is|that'?s|we'?re|we are|i'?m|i am|party is) (?:all )?(?:already )?(?:booked|reserved|confirmed|on the books|in your system)\b"
    r"|\b(?:change|update|adjust|edit|modify|amend|add (?:it )?to) (?:my|our) (?:own |existing |current )?(?:booking|party|reservation|order)\b"
    r"|\bnot (?:a|another) (?:new|second|different|separate) (?:\w+ )?(?:one|party|booking|event)\b|\b(?:no|not) (?:a )?new (?:party|booking)\b",
    re.I,
)
""" "Bro its the one I already booked", "you have me in there", "change MY booking", "not a new one"."""
_ONE_MORE = re.compile(
    r"\bstays?\b|\bbook (?:this|that) (?:one|too)\b|\b(?:besides|in addition|on top of|as well as|also (?:want|need|like|book)|second (?:one|party)|another (?:one|party))\b",
    re.I,
)
_NUMBERS = re.compile(rf"\b(?!one\b)(?:{NUMBER})\b")
_NO_GUESTS = ("date", "time", "zip")
_KEPT = (
    "version",
    "turns",
    "name",
    "phone",
    "email",
    "greeted",
    "used",
    "zone",
    "answered",
    "asked_times",
    "minimum_explained",
)


def taken_up(
    new: list[str], dialogue: Dialogue, own: Bookings, bands: Bands, read: Callable[[str, Dialogue], Frame]
) -> tuple[list[str], Dialogue]:
    """The messages and the dialogue without the plan of a new party, once it is said that the party is the booked one."""
    text = " ".join(new)
    if len(own) != 1 or not existing.drafts(dialogue) or _ONE_MORE.search(text):
        return new, dialogue
    frame = read(text, dialogue)
    if not (_STANDS.search(fold(text)) or _is_its_day(frame, dialogue, own)):
        return new, dialogue
    placed = Dialogue(**{field: getattr(dialogue, field) for field in _KEPT}).model_copy(
        update={"booking_id": str(own[0]["id"])}
    )
    return [*new, *_told_before(frame, dialogue, own, bands)], placed


def _is_its_day(frame: Frame, dialogue: Dialogue, own: Bookings) -> bool:
    """Whether the day that is told for the plan is that of the party that stands; a plan of another day is another party."""
    stands = date.fromisoformat(str(own[0]["date"]))
    return frame.dates == (stands,) and dialogue.dates in ((), (stands,))


def _told_before(frame: Frame, dialogue: Dialogue, own: Bookings, bands: Bands) -> list[str]:
    """What the plan had that the party has not, told as a change of it; nothing where the message tells it anew."""
    counts, party = counts_of(dialogue.party, bands), dialogue.party
    booked = tuple(int(own[0].get(slot) or 0) for slot in GUEST_SLOTS)
    days = " ".join(one.text for one in frame.evidence if one.slot in _NO_GUESTS and not one.text.isdigit())
    anew = frame.guests.stated or set(_NUMBERS.findall(fold(frame.text))) - set(_NUMBERS.findall(fold(days)))
    guests = [] if counts is None or anew or counts.each == booked else _guests(counts)
    dishes = {**party.upgrades, **party.extra_proteins, **party.addons}
    ordered = (
        [] if frame.items or frame.mentioned else [f"{count} {key.replace('_', ' ')}" for key, count in dishes.items()]
    )
    said = [
        *(["make it " + " and ".join(guests)] if guests else []),
        *(["add " + " and ".join(ordered)] if ordered else []),
    ]
    return [" and ".join(said)] if said else []


def _guests(counts: Counts) -> list[str]:
    named = ((counts.adults, "adults"), (counts.children, "kids"), (counts.toddlers, "toddlers"))
    return [f"{number} {noun}" for number, noun in named if number]
