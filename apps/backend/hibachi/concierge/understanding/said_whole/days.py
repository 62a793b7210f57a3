"""A weekday alone after a day that was talked of ("what about the sunday then, same time"): the one beside it. Pure."""

from datetime import date, timedelta

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.policies.schemas import Profile

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_WEEKDAY = re.compile(rf"\b(?:the |that |on )*(?P<day>{'|'.join(_NAMES)}|{'|'.join(_SHORT)})\b(?P<before> before)?")
_OF_ELSE = re.compile(
    r"\d(?! ?(?:pm|am)\b)|\b(?:next|this|every|any|last|following|week|weekend|month|earlier|after|before that|first|second|days?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
MOST_WORDS = 11
WEEK = 7


_OTHER_DAY = re.compile(
    r"\W*(?:(?:and|or|so|hm+|ok(?:ay)?|maybe|what about|how about)\W+)+(?:on )?(?:the )?(?P<nth>1[3-9]|2\d|3[01])(?:st|nd|rd|th)?(?: (?:then|instead|maybe))*\W*"
)
_OTHER_START = re.compile(
    r"\W*(?:(?:and|or|at|what about|how about|is)\W+)*(?P<n>1[0-2]|[1-9])(?: (?:ok|free|open))?\s*\?\W*"
)
_START_AT = re.compile(
    rf"\W*(?:(?:[a-z']+)\W+){{0,3}}?(?:rather|better|instead|make (?:it|that)|do it|change it|move it|let'?s (?:do|say|make it))\W+(?:to (?:start )?)?at (?P<n>{NUMBER})(?: (?:instead|then|please))*\W*"
)
""" "Rather at twelve": an hour, however many guests there are."""
HALF_A_DAY = 12


def whole(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """The day or the start that a number alone names after another, or a weekday with its date."""
    other = _both(folded, dialogue) or _another_day(folded, dialogue) or _another_start(folded, dialogue, profile)
    return other or _start_at(folded, profile) or _weekday(folded, dialogue)


_BOTH = re.compile(
    r"\W*(?:(?:yes|yeah|sure|so|and|ok(?:ay)?|please|pls|can you|could you|just|i guess|i (?:don'?t|dont|do not) know(?: yet)?)\W+)*"
    r"(?:(?:look (?:at|up)|check|see|try|what about|how about)? ?(?:for |at )?(?:them |the )?both|(?:are|r) (?:they|both|those|the two|both of them|they both|both days)(?: both| still| even)? (?:free|open|available)|(?:is|are) (?:either|any)(?: one)?(?: of (?:them|those))? (?:free|open|available)|which (?:one |day |of (?:them|those) )?(?:is|are)(?: still)? (?:free|open|available))"
    r"(?: (?:days|dates|of them|please|pls|then))*\W*"
)
""" "Look at both?", "which one is open": of the days that were asked between."""


def _both(folded: str, dialogue: Dialogue) -> str | None:
    days = dialogue.dates
    if len(days) < 2 or not _BOTH.fullmatch(folded):
        return None
    at = f" at {dialogue.time:%H:%M}" if dialogue.time else ""
    return f"are {' and '.join(f'{day:%B} {day.day}, {day.year}' for day in days)} free{at}?"


def _another_day(folded: str, dialogue: Dialogue) -> str | None:
    """ "Or 23" after May 16: of the same month, no hour."""
    told, day = _OTHER_DAY.fullmatch(folded), dialogue.day
    if told is None or day is None or dialogue.just_guests or "time" not in dialogue.expecting:
        return None
    return f"what about {day:%B} {told['nth']}"


def _another_start(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """ "3?" right after a day at 6: another start, no guests."""
    told = _OTHER_START.fullmatch(folded)
    if told is None or not (dialogue.just_time and dialogue.day and dialogue.time):
        return None
    hours = {slot.hour: slot for slot in profile.booking.slots}
    hour = int(told["n"]) % HALF_A_DAY + HALF_A_DAY
    return f"is {told['n']}pm free?" if hour in hours else None


def _start_at(folded: str, profile: Profile) -> str | None:
    """The hour of a start that a short turn names after "at"."""
    told = _START_AT.fullmatch(folded)
    hour = (to_int(told["n"]) or 0) if told else 0
    if not 0 < hour <= HALF_A_DAY or hour % HALF_A_DAY + HALF_A_DAY not in {
        slot.hour for slot in profile.booking.slots
    }:
        return None
    return f"start at {hour}pm"


def _weekday(folded: str, dialogue: Dialogue) -> str | None:
    """The weekday with its date, where another day of a change is talked of or was refused just now."""
    named = list(_WEEKDAY.finditer(folded))
    talked_of = _talked_of(dialogue)
    if talked_of is None or len(named) != 1 or len(folded.split()) > MOST_WORDS:
        return None
    told = named[0]
    if _OF_ELSE.search(f"{folded[: told.start()]} {folded[told.end() :]}"):
        return None
    weekday = _SHORT[told["day"]] if told["day"] in _SHORT else _NAMES.index(told["day"])
    days = (weekday - talked_of.weekday()) % WEEK
    if not days:
        return None
    day = talked_of + timedelta(days=days - WEEK if told["before"] else days)
    return f"{folded[: told.start()]}{day:%A} {day:%B} {day.day}, {day.year}{folded[told.end() :]}"


def _talked_of(dialogue: Dialogue) -> date | None:
    """The day to which a party was to move, or that was refused."""
    if dialogue.goal != "change":
        return None
    told = dialogue.change.get("date") or dialogue.refused.get("date")
    return date.fromisoformat(str(told)) if told else dialogue.day
