"""A day or a start told from the one that is planned: "a day later", "the saturday after", "3 hours earlier", "the sunday instead". Pure."""

from datetime import date, datetime, time, timedelta

from hibachi.concierge.understanding import own_words
from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_COUNT = r"(?:an?|one|two|three|four|another|\d{1,2}|a couple(?: of)?)"
_RELATIVE = re.compile(
    rf"(?:on )?(?:(?:the )?(?:next|following|previous|prior) (?:day|week|weekend|{_WEEKDAY})"
    rf"|(?:the )?(?:day|week|weekend|{_WEEKDAY}) (?:after|before)(?: that)?"
    rf"|{_COUNT} (?:days?|weeks?|hours?|hrs?|months?"
    r"|minutes?)(?: (?:later|earlier|after|before|sooner|forward|back))?(?: that)?)",
    re.I,
)
""" What was read as a day, although it counts from the one that is planned."""
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:pay\w*|paid|deposits?|balance|refund\w*|cancel\w*|decide|confirm|let (?:you|u) know"
    r"|get back|(?:i|we|he|she|they)(?:.ll| will| should)?(?: \w+)? (?:know|find out|hear|be sure"
    r"|tell you|text you)|remind\w*|follow up|call|set ?up|arrive|the chef|leftovers?"
    r"|(?:work|school|up|fly|flight|leave|leaving|travel\w*|exam|church)\b[^.?!\n]{0,25}\b(?:next"
    r"|following) (?:day|morning)|notice|ahead|in advance|from (?:now|today))\b",
    re.I,
)
_BESIDE_IT = re.compile(
    rf"\b{_WEEKDAY} (?:after|before)(?: that| it)?\s*(?:$|[.,;!?]"
    r"|(?:at|please|pls|instead|works?|would|is|then|same|if)\b)",
    re.I,
)
_FOLLOWING = re.compile(rf"\b(?:the )?(?:following|next) (?P<day>{_WEEKDAY})\b", re.I)
_SIDE = re.compile(
    rf"\b(?:the (?P<the>{_WEEKDAY})(?! (?:after|before|the|of|\d))"
    rf"|(?P<day>{_WEEKDAY})(?: (?:at|around) [\w: ]{{1,8}})?,? (?:instead|rather than|not {_WEEKDAY}"
    r"|and not|then instead))\b",
    re.I,
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


_OTHER = re.compile(
    rf"\b(?<!every )(?:other|wrong) (?P<day>{_WEEKDAY})s?\b(?! (?:than|the|\d))"
    rf"|\b(?:not|n'?t) (?:this|that|the) (?P<no>{_WEEKDAY}),? (?:but )?(?:the )?(?:(?P<after>(?:next|following)(?: one)?"
    r"|(?:one|week) after)|(?:one|week) before|previous one)\b",
    re.I,
)
_WEEK = timedelta(days=7)


def others_like(frame: Frame, planned: tuple[date, ...]) -> tuple[date, ...]:
    """ "I meant the other saturday": the same weekday a week before or after the planned one; of two that are planned, either."""
    said = _OTHER.search(fold(frame.text))
    if said is None or not planned:
        return ()
    weekday = _number(said["day"] or said["no"])
    if any(day.weekday() != weekday for day in planned):
        return ()
    if len(planned) > 1:
        return planned
    if said["no"]:
        return (planned[0] + (_WEEK if said["after"] else -_WEEK),)
    soonest = min((day for day in frame.dates if day.weekday() == weekday), default=planned[0])
    before = (planned[0] - _WEEK,) if planned[0] - _WEEK >= soonest else ()
    return (*before, planned[0] + _WEEK)


def is_relative(frame: Frame) -> bool:
    """Whether the day of a message, if it tells one, only counts from another."""
    return not frame.dates or bool(_RELATIVE.fullmatch((frame.date_said or "").strip()))


def of_something_else(frame: Frame) -> bool:
    """Whether the day of a message counts from another and tells when something else is: "can we pay a day later"."""
    return bool(frame.dates) and is_relative(frame) and bool(_OF_SOMETHING_ELSE.search(fold(frame.text)))


def day_from(frame: Frame, planned: date) -> date | None:
    """The day that a message tells from the planned one; None where it tells none, or one of the calendar."""
    text = fold(frame.text)
    if _OF_SOMETHING_ELSE.search(text):
        return None
    if beside := _other_day_of_the_week(frame, text, planned):
        return beside
    if again := _in_its_year(frame, planned):
        return again
    if _BESIDE_IT.search(text) and re.fullmatch(_WEEKDAY, _said(frame)):
        return own_words.weekday_beside(text, planned)
    if not is_relative(frame):
        return None
    if (day := own_words.weekday_beside(text, planned)) is not None:
        return day
    if following := _FOLLOWING.search(text):
        return planned + timedelta(days=(_number(following["day"]) - planned.weekday()) % 7 or 7)
    step = own_words.shift_of(text)
    return planned + timedelta(days=step[0]) if step and step[0] else None


def _other_day_of_the_week(frame: Frame, text: str, planned: date) -> date | None:
    """ "The sunday", "friday instead": the one next to the planned day, where no other day is told."""
    side = _SIDE.search(text) if re.fullmatch(_WEEKDAY, _said(frame)) else None
    if side is None:
        return None
    steps = (_number(side["the"] or side["day"]) - planned.weekday()) % 7
    return planned + timedelta(days=steps if steps <= 3 else steps - 7) if steps else None


def _in_its_year(frame: Frame, planned: date) -> date | None:
    """ "Next year I mean": the planned day of that year, where no month or day is told beside it."""
    if (
        frame.dates
        or frame.month is None
        or frame.topics
        or not re.fullmatch(r"(?:(?:of|in) )?next year", _said(frame))
    ):
        return None
    year = frame.month.year
    leaps = (planned.month, planned.day) == (2, 29)
    return planned.replace(year=year) if year != planned.year and not leaps else None


def _said(frame: Frame) -> str:
    return (frame.date_said or "").strip().lower().removeprefix("the ")


def start_from(frame: Frame, planned: time) -> time | None:
    """The start that a message tells from the planned one: "3 hours earlier"."""
    text = fold(frame.text)
    step = own_words.shift_of(text) if is_relative(frame) and not frame.times else None
    if step is None or step[0] or _OF_SOMETHING_ELSE.search(text):
        return None
    moved = datetime.combine(date(2000, 1, 2), planned) + timedelta(minutes=step[1])
    return moved.time() if moved.date() == date(2000, 1, 2) else None


def _number(weekday: str) -> int:
    return WEEKDAYS.index(weekday[:3].lower())
