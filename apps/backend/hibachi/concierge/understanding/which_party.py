"""Which of a customer's parties a message means: by its day, month, weekday, size, order or what was talked of. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from hibachi.concierge.understanding import own_words
from hibachi.concierge.understanding.own_bookings import Bookings, heads_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY

_LATEST = re.compile(r"\b(?:the )?(?:later|latter|last|furthest|bigger date)\b(?! week| time| night)", re.I)
_SOONEST = re.compile(r"\b(?:the )?(?:earlier|sooner|soonest|former|nearest|closest|upcoming)\b|\bnext one\b", re.I)


def sorted_own(own: Bookings) -> Bookings:
    """Parties in the order in which they are named to the customer: the next one first."""
    return sorted(own, key=lambda one: (str(one["date"]), str(one["time"])))


def meant(frame: Frame, dialogue: Dialogue, own: Bookings) -> Bookings:
    """The parties that a message can mean; one when it is clear."""
    ordered = sorted_own(own)
    if len(ordered) < 2:
        return ordered
    text, ordered = own_words.without_kept(frame.text, ordered)
    frame = frame.model_copy(update={"text": text})
    choosing = "which_booking" in dialogue.expecting
    if _OTHER_ONE.search(frame.text) and dialogue.booking_id:
        rest = [one for one in ordered if str(one["id"]) != dialogue.booking_id]
        if len(rest) == 1:
            return rest
    for kept in _by_words(frame, ordered, choosing):
        if len(kept) == 1:
            return kept
    known = (dialogue.booking_id, dialogue.booked)
    return next(([one] for one in ordered if str(one["id"]) in known and one["id"]), ordered)


_OTHER_ONE = re.compile(r"\b(?:the )?other (?:one|party|booking|reservation|date)\b", re.I)


def _by_words(frame: Frame, own: Bookings, choosing: bool) -> Iterable[Bookings]:
    said = {day.isoformat() for day in (*frame.other_dates, *frame.dates)}
    yield [one for one in own if str(one["date"]) in said]
    yield _cancelled(frame, own)
    yield _goes(frame.text, own)
    text = frame.text
    if not choosing and frame.dates and frame.date_said:
        text = text.replace(frame.date_said, " ")
    yield [one for one in own if says_month(text, one)]
    yield [one for one in own if _says_weekday(text, one)]
    yield _by_occasion(frame, own)
    yield _by_size(frame.text, own)
    yield _by_order(frame.text, own, choosing)
    if not choosing:
        return
    yield [one for one in own if frame.zip and str(one.get("zip")) == frame.zip]
    times = {at.strftime("%H:%M") for at in frame.times}
    yield [one for one in own if str(one["time"]) in times]
    yield [one for one in own if str(day_of(one).day) in re.findall(r"\d+", frame.text)]
    number = frame.guests.people or frame.guests.adults
    yield [one for one in own if number and heads_of(one) == number]
    index = _index(frame)
    if index is not None and -len(own) <= index < len(own):
        yield [own[index]]


def _by_occasion(frame: Frame, own: Bookings) -> Bookings:
    """ "The graduation", "the birthday one": of what a party is, as it was told when it was booked."""
    said = frame.event_type
    return [one for one in own if said is not None and str(one.get("event_type") or "").lower() == said.lower()]


def names_one(text: str, own: Bookings) -> bool:
    """Whether a text names one of several parties by its month or weekday ("the october one", "the may party", "nov stays")."""
    return any(_NAMED.search(text) and (says_month(text, one) or _says_weekday(text, one)) for one in own)


_WHEN = rf"(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|{WEEKDAY})"
_NAMED = re.compile(
    rf"\b(?:the|my|our) {_WHEN}(?:'s)? (?:one|party|booking|event|reservation|date|dinner)\b"
    rf"|\b{_WHEN} (?:one |party |booking )?(?:stays?|remains?|is fine|alone|as is|as it is"
    r"|unchanged)\b",
    re.I,
)


_GOES = re.compile(
    rf"\b(?P<who>{_WHEN}(?: (?:the )?[\w-]+){{0,2}}?) (?:(?:needs?|has|have|had|got) to|should|must"
    r"|gotta|can|could) (?:please )?(?:go|move|be|become|change|switch|shift)\b"
    r"|\b(?:mov|switch|shift|push|postpon|reschedul|cancel|chang)\w* (?:the|our"
    rf"|my) (?P<what>{_WHEN}(?:'s)? (?:[\w-]+ )?(?:one|party|booking|event|reservation|date|dinner))\b",
    re.I,
)


CANCELS = r"\b(?:cancel|call(?:ed|ing)? (?:it |that )?off|scrap|drop)\w*\b"
_UP_TO = r"(?:(?!\b(?:not|keep|but|instead|and)\b)[^.!?,\n]){0,30}"


def _cancelled(frame: Frame, own: Bookings) -> Bookings:
    """ "I have two, june 14 and july 12. cancel july 12": the day that stands behind the deed."""
    named = day_to_cancel(frame) if "cancel" in frame.acts else None
    return [one for one in own if named is not None and str(one["date"]) == named.isoformat()]


def day_to_cancel(frame: Frame) -> date | None:
    """The one day that stands behind the word for cancelling."""
    if not frame.date_said or len(frame.dates) != 1:
        return None
    said = re.search(CANCELS + _UP_TO + re.escape(frame.date_said), frame.text, re.I)
    return frame.dates[0] if said else None


def _goes(text: str, own: Bookings) -> Bookings:
    """The party that is to move, of those that are told: "one in October and one in November; the November one has to go"."""
    named = [found["who"] or found["what"] for found in _GOES.finditer(text)]
    return [one for one in own if any(says_month(name, one) or _says_weekday(name, one) for name in named)]


def names(text: str, party: dict[str, Any]) -> bool:
    """Whether a text names a party by its month, its weekday, or as the other one."""
    return says_month(text, party) or _says_weekday(text, party) or bool(_OTHER_ONE.search(text))


def _says_weekday(text: str, party: dict[str, Any]) -> bool:
    return bool(re.search(rf"\b{day_of(party):%A}s?\b", text, re.I))


_SIZE = re.compile(
    r"\b(?:the )?(?:(?P<less>smaller|smallest|littler?)|(?P<more>bigger|biggest|larger|largest)) (?:one"
    r"|party|booking|group|event)\b",
    re.I,
)


def _by_size(text: str, own: Bookings) -> Bookings:
    """ "The smaller one": by its guests, where they differ."""
    said = _SIZE.search(text)
    if said is None:
        return []
    sizes = [heads_of(one) for one in own]
    wanted = min(sizes) if said["less"] else max(sizes)
    return [one for one, size in zip(own, sizes, strict=True) if size == wanted]


_ORDER = re.compile(
    r"\b(?:the|my|our) (?:(?P<first>first|1st)|(?P<second>second|2nd)|(?P<last>last|later|latter)"
    r"|(?P<sooner>earlier|sooner)) (?:one|party|booking|reservation|event)\b"
    r"|\b(?:cancel|scrap|drop|move|change|delete)\w* (?:the|my|our) (?:(?P<a>first|1st)"
    r"|(?P<b>second|2nd)|(?P<c>last|later))\W*$",
    re.I,
)
_ALONE = re.compile(
    r"\W*(?:the )?(?:(?P<first>first|1st)|(?P<second>second|2nd)|(?P<less>smaller|smallest)"
    r"|(?P<more>bigger|larger|biggest))(?: please| pls)?\W*",
    re.I,
)
_WITH = re.compile(r"\b(?:one|party) (?:with|of|for) (?P<n>\d{1,3})\b", re.I)


def of_both(frame: Frame, own: Bookings) -> bool:
    """ "Add 3 people to both parties": those that stand, where there are two."""
    return len(own) > 1 and not frame.dates and bool(_BOTH.search(frame.text))


_BOTH = re.compile(r"\bboth (?:parties|bookings|dates)\b", re.I)


def names_by_order(text: str, own: Bookings) -> bool:
    """Whether one of several parties is named by its place: "cancel the second one"."""
    return len(own) > 1 and _ORDER.search(text) is not None


def answers_by_order(text: str) -> bool:
    """Whether a whole message names a party by its place or size: "1st", "the smaller"."""
    return _ALONE.fullmatch(text) is not None


def _by_order(text: str, own: Bookings, choosing: bool) -> Bookings:
    told = _ORDER.search(text)
    if told is not None:
        first = told["first"] or told["sooner"] or told["a"]
        return [own[0] if first else own[1] if told["second"] or told["b"] else own[-1]]
    alone = _ALONE.fullmatch(text) if choosing else None
    if alone is not None and (alone["first"] or alone["second"]):
        return [own[0 if alone["first"] else 1]]
    if alone is not None:
        return _by_size(f"the {alone['less'] or alone['more']} one", own)
    said = _WITH.search(text) if choosing else None
    return [one for one in own if said and heads_of(one) == int(said["n"])]


def _index(frame: Frame) -> int | None:
    if _LATEST.search(frame.text):
        return -1
    if _SOONEST.search(frame.text):
        return 0
    if frame.choice:
        return frame.choice - 1 if frame.choice > 0 else frame.choice
    return None


def day_of(booking: dict[str, Any]) -> date:
    """The day of a party."""
    return date.fromisoformat(str(booking["date"]))


def says_month(text: str, booking: dict[str, Any]) -> bool:
    """Whether a text names the month of a party."""
    day = day_of(booking)
    modal = r"(?! (?:i|we|be|have|not|need)\b)" if day.month == 5 else ""
    return bool(re.search(rf"\b(?:{day:%B}|{day:%b})\b{modal}", text, re.I))
