"""Two days told together, one of them the party's own: from the one to the other, or the one rather than the other. Pure."""

from datetime import date, timedelta
from typing import Any

from hibachi.concierge.understanding.own_bookings import heads_of
from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import ordinal_to_int
from hibachi.language.spans import fold

_FROM_TO = re.compile(r"\bfrom\b[^.?!\n]{2,40}\b(?:to|onto|over to)\b", re.I)
_LOOKS = re.compile(
    r"\b(?:free|open|openings?|available|availability|any(?:thing)?|between|vacation|away|out of town"
    r"|gone|travel(?:l?ing)?)\b",
    re.I,
)
_PREFERS = re.compile(
    r"\bprefer\b[^.?!\n]{3,60}\b(?:to|over|than|instead of)\b"
    r"|\b(?:rather|sooner|better|more|easier|nicer)\b[^.?!\n]{0,60}\bthan\b",
    re.I,
)


def tells_other_when(frame: Frame, own: list[dict[str, Any]]) -> bool:
    """Whether a day or a start is told that none of the parties has."""
    days = {day.isoformat() for day in frame.dates} - {str(one["date"]) for one in own}
    return bool(days) or bool({f"{at:%H:%M}" for at in frame.times} - {str(one["time"])[:5] for one in own})


def as_moved(frame: Frame, own: list[dict[str, Any]]) -> Frame:
    """The frame with the day that is wished alone, where it was told beside the day that the party has."""
    frame = _of_two_readings(_named_beside(frame, own), own)
    if _keeps_own(frame, own):
        return frame.model_copy(update={"dates": frame.other_dates, "other_dates": ()})
    wanted = _from_own(frame, own) or _rather_than_own(frame, own) or _becomes(frame, own) or _rebooks(frame, own)
    if wanted is None:
        return frame
    standing, day = wanted
    return frame.model_copy(
        update={
            "dates": (day,),
            "other_dates": (standing,),
            "acts": (*(act for act in frame.acts if act not in ("cancel", "book", "change")), "change"),
            "topics": tuple(topic for topic in frame.topics if topic not in ("area", "availability")),
        }
    )


_COMING = re.compile(r"\W*(?:on )?(?:next|this|coming|this coming|the coming|the next|upcoming) \w+(?:'s)?\W*", re.I)
_AIM = (
    r"(?:\b(?:to|onto|till|until|is|are|about|do|have|make it|want|prefer|take)(?: it| us| ours)?(?: on)? (?:the )?(?:{said})\b"
    r"|\b(?:{said})\b[^.?!\n]{{0,15}}\b(?:instead|free|open|available|works?|better)\b)"
)
_OF_ONE_TO_BE = re.compile(
    r"\b(?:instead|mov(?:e|ing)|resched\w*|postpon\w*|push\w*|switch\w*|chang\w*|rather|free|open|available|works?|better|can we|could we|(?:what|how) about)\b",
    re.I,
)


def _of_two_readings(frame: Frame, own: list[dict[str, Any]]) -> Frame:
    """ "Party next Friday, can we add two": of the two Fridays that it may be, the one on which the party is; not where that is to become its day."""
    told, mine = frame.dates or frame.other_dates, {*frame.dates, *frame.other_dates} & _days_of(own)
    said = [one.text.strip(" .,!?") for one in frame.evidence if one.slot == "date"]
    if len(told) < 2 or len(mine) != 1 or len(said) != 1 or not _COMING.fullmatch(said[0]):
        return frame
    text = fold(frame.text)
    aimed = re.search(_AIM.format(said=re.escape(fold(said[0]))), text) and _OF_ONE_TO_BE.search(text)
    return frame if aimed else frame.model_copy(update={"dates": tuple(mine), "other_dates": ()})


_AFTER_A_DAY = re.compile(
    r"\b(?P<weekday>\w+day) after (?:\w+ )?(?:the )?(?P<day>[a-z-]+|\d{1,2})(?:st|nd|rd|th)?$", re.I
)


def _named_beside(frame: Frame, own: list[dict[str, Any]]) -> Frame:
    """ "The Saturday after October seventeenth", spoken of a party on Saturday the tenth: the Saturday after is the seventeenth."""
    said = _AFTER_A_DAY.search((frame.date_said or "").strip(" .,!?"))
    if said is None or len(frame.dates) != 1:
        return frame
    meant = frame.dates[0] - timedelta(days=7)
    number = int(said["day"]) if said["day"].isdigit() else ordinal_to_int(said["day"].lower())
    right = number == meant.day and f"{meant:%A}".lower() == said["weekday"].lower()
    follows = meant - timedelta(days=7) in _days_of(own)
    return frame.model_copy(update={"dates": (meant,)}) if right and follows else frame


_REBOOKS = re.compile(
    r"\b(?:cancel\w*|drop|scratch|forget|give up|get rid of)\b[^?!\n]{2,40}?\b(?:and|then|but"
    r"|&)\b[^.?!\n]{0,25}\b(?:(?:re)?book|take|do|have|reserve|get|want|need"
    r"|come)\b[^.?!\n]{0,40}\binstead\b",
    re.I,
)


def _rebooks(frame: Frame, own: list[dict[str, Any]]) -> tuple[date, date] | None:
    """ "Cancel the 14th and book the 21st instead": a move, by which nobody loses a deposit."""
    standing = _days_of(own)
    named = {*frame.dates, *frame.other_dates}
    other = named - standing
    mine = (named & standing) or (standing if len(standing) == 1 else set())
    rebooks = len(other) == 1 and len(mine) == 1 and _REBOOKS.search(frame.text)
    return (mine.pop(), other.pop()) if rebooks else None


def _days_of(own: list[dict[str, Any]]) -> set[date]:
    return {date.fromisoformat(str(one["date"])) for one in own}


def _keeps_own(frame: Frame, own: list[dict[str, Any]]) -> bool:
    """ "I prefer the 10th over the 17th" of a party on the 10th: it stays."""
    alone = len(frame.dates) == 1 and len(frame.other_dates) == 1 and frame.dates[0] not in _days_of(own)
    prefers = re.search(r"\bprefer\b[^.?!\n]{3,40}\bover\b", frame.text, re.I)
    return alone and bool(prefers) and frame.other_dates[0] in _days_of(own)


def _from_own(frame: Frame, own: list[dict[str, Any]]) -> tuple[date, date] | None:
    """ "From Oct 10 to Oct 17" of a party on October 10: a move, no span of days to look through."""
    span = len(frame.dates) > 1 and (frame.dates[-1] - frame.dates[0]).days == len(frame.dates) - 1
    if not span or frame.dates[0] not in _days_of(own) or frame.dates[-1] in _days_of(own):
        return None
    moves = _FROM_TO.search(frame.text) and not _LOOKS.search(frame.text)
    return (frame.dates[0], frame.dates[-1]) if moves else None


_MONTH_OF = (
    r"(?:{month}|{short})\.? (?:the )?{day}(?:st|nd|rd|th)?|{number}/{day}|the {day}(?:st|nd|rd|th)"
    r"|{day}(?:st|nd|rd|th)"
)
_BECOMES = (
    r"(?:{old})\b[^.?!\n]{{0,20}}?\b(?:needs?|has|have|had|got|gotta|should|must|will|can|could"
    r"|would)(?: (?:to|got to))* (?:become|be|go|move|change|switch|turn)(?:d"
    r"|s)?(?: (?:to|into|moved to|changed to))?\b"
)
_FAILS = (
    r"(?:{old})\b[^.?!\n,]{{0,30}}\b(?:does ?n'?t|does not|won'?t|wont|isn'?t|is not|no longer|is no"
    r"|is a no)\b[^.?!\n,]{{0,30}}[,.?!;]"
)
_CANT = r"\b(?:can'?t|cannot|won'?t|couldn'?t) (?:do|make|come)(?: it)?(?: on)? (?:{old})(?=\W|$)"
_BETTER = (
    r"\b(?:would be|is|works?|fits?|suits?)(?: us"
    r"| me)? (?:\w+ )?better\b[^.?!\n]{{0,20}}\bthan (?:on )?(?:{old})\b"
    r"|\b(?:instead of|rather than|not) (?:on )?(?:{old})\b"
)
_SAME_TIME = re.compile(
    r"\W*(?:ok |so |and |actually |please |pls )*same (?:time|everything|party|thing|start"
    r"|place)(?: and (?:place|everything|people))?,? (?:but|just|only)(?: (?:on|for|move it to))?\b"
)
_ORDINAL = re.compile(r"\b(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)\b")


def _becomes(frame: Frame, own: list[dict[str, Any]]) -> tuple[date, date] | None:
    """ "October 10 needs to become October 17", "the 11th doesn't work anymore, 18th?", "same time but April 18"."""
    text, standing = fold(frame.text), sorted(_days_of(own))
    for day in standing:
        spelled = _MONTH_OF.format(month=f"{day:%B}".lower(), short=f"{day:%b}".lower(), number=day.month, day=day.day)
        found = next((one for one in (re.search(shape.format(old=spelled), text) for shape in (_BECOMES, _FAILS, _CANT, _BETTER)) if one), None)  # fmt: skip
        other = _other_day(frame, text, day, spelled) if found else None
        if other is not None:
            return day, other
    same = len(standing) == 1 and len(frame.dates) == 1 and not frame.guests.stated and not frame.zip
    moved = same and frame.dates[0] not in standing and _SAME_TIME.match(text)
    return (standing[0], frame.dates[0]) if moved else None


def _other_day(frame: Frame, text: str, own: date, spelled: str) -> date | None:
    """The one other day of a message: read as a date, else a bare ordinal in the month of the party's day."""
    rest = re.sub(spelled, " ", text)
    named = {int(one["day"]) for one in _ORDINAL.finditer(rest)}
    dated = {day for day in (*frame.dates, *frame.other_dates) if day != own and day.day != own.day}
    if len(dated) == 1:
        day = next(iter(dated))
        monthless = named == {day.day} and not re.search(rf"\b{day:%B}|\b{day:%b}\b", rest, re.I)
        return own.replace(day=day.day) if monthless and day < own else day
    return own.replace(day=named.pop()) if not dated and len(named) == 1 and max(named) <= SAFE_DAY else None


SAFE_DAY = 28
"""Every month has it."""


def _rather_than_own(frame: Frame, own: list[dict[str, Any]]) -> tuple[date, date] | None:
    """ "We'd prefer the 15th to the 10th" of a party on the 10th: the day named first is wished."""
    if len(frame.dates) != 1 or len(frame.other_dates) != 1 or not _PREFERS.search(frame.text):
        return None
    last, first = frame.dates[0], frame.other_dates[0]
    return (last, first) if last in _days_of(own) and first not in _days_of(own) else None


def from_own(frame: Frame, own: list[dict[str, Any]]) -> bool:
    """ "Can our party on Jan 30 go to Feb 6": one of two days is the party's."""
    mine = {str(one["date"]) for one in own}
    return bool(mine & {day.isoformat() for day in frame.other_dates}) and bool(frame.dates)


def counted_otherwise(frame: Frame, own: list[dict[str, Any]]) -> bool:
    """ "For our party on August 23 we are down to 9 adults": another number than the party of that day has."""
    named = [one for one in own if str(one["date"]) in {day.isoformat() for day in frame.dates}]
    said = frame.guests.adults if frame.guests.adults is not None else frame.guests.people
    if len(named) != 1 or said is None or frame.dietary or frame.asked_diets:
        return False
    return said not in (int(named[0]["adults"]), heads_of(named[0]))
