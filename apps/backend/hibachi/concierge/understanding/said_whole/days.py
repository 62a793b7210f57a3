"""A weekday alone after a day that was talked of ("what about the sunday then, same time"): the one beside it. Pure."""

from datetime import date, timedelta

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import MONTH_STARTS
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import LED, OPENERS
from hibachi.policies.schemas import Profile

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_WEEKDAY = re.compile(rf"\b(?:the |that |on )*(?P<day>{'|'.join(_NAMES)}|{'|'.join(_SHORT)})\b(?P<before> before)?")
_OF_ELSE = re.compile(
    r"\d(?! ?(?:pm|am)\b)|\b(?:next|this|every|any|last|following|week|weekend|month|earlier|after"
    rf"|before that|first|second|days?|{MONTH_STARTS})"
)
_KEEPS = re.compile(r"\b(?:keep|stay|stick|leave it)\b")
""" "Can I keep the Saturday but at noon": the one that the party has."""
MOST_WORDS = 11
WEEK = 7


_OTHER_DAY = re.compile(
    r"\W*(?:(?:and|or|so|hm+|ok(?:ay)?|maybe|what about|how about)\W+)+(?:on )?(?:the )?(?P<nth>1[3-9]"
    r"|2\d|3[01])(?:st|nd|rd|th)?(?: (?:then|instead|maybe))*\W*"
)
_OTHER_START = re.compile(
    r"\W*(?:(?:and|or|at|what about|how about|is)\W+)*(?P<n>1[0-2]|[1-9])(?: (?:ok|free|open))?\s*\?\W*"
)
_START_AT = re.compile(
    rf"\W*(?:(?:[a-z']+)\W+){{0,3}}?(?:rather|better|instead|make (?:it|that)|do it|change it|move it"
    rf"|let'?s (?:do|say|make it))\W+(?:to (?:start )?)?at (?P<n>{NUMBER})(?: (?:instead|then"
    r"|please))*\W*"
)
""" "Rather at twelve": an hour, however many guests there are."""
HALF_A_DAY = 12


def whole(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """The day or the start that a number alone names after another, or a weekday with its date."""
    other = (
        _both_open(folded, dialogue)
        or _the_eve(folded, dialogue)
        or _another_day(folded, dialogue)
        or _another_start(folded, dialogue, profile)
    )
    return other or _start_at(folded, profile) or _weekday(folded, dialogue)


_BOTH_OPEN = re.compile(
    r"\W*(?:(?:yes|yeah|sure|so|and|ok(?:ay)?|please|pls|can you|could you|just|i guess"
    r"|i (?:don'?t|dont|do not) know(?: yet)?)\W+)*(?:look (?:at|up)|check|see|try|what about"
    r"|how about) (?:for |at )?(?:them |the )?both(?: (?:days|dates|of them|please|pls|then))*\W*"
    rf"|\W*(?:(?:{OPENERS}|like|i (?:don'?t|dont|do not) know(?: yet)?)\W+)*(?:(?:are|is|r) )?(?:both"
    r"|either|they|those|these|any|one|each|all)(?: one"
    r"| both)?(?: of (?:them|those|the (?:two|days|dates)))?(?: (?:days|dates|of them))?(?: (?:are|is"
    r"|still|even|both|actually))* (?:open|free|available|possible"
    r"|ok(?:ay)?)(?: (?:then|still|for you|right now))*\W*"
    rf"|{LED}which (?:one |day |date |of (?:them|those|the two) )?(?:is|are) (?:still )?(?:open|free"
    r"|available)\W*"
)
""" "Are both open?": the days between which the choice is."""
_EVE = re.compile(
    r"\W*(?:(?:and|or|so|hm+|ok(?:ay)?|what about|how about|maybe|is|would|could we do|can we do"
    r"|can you do|could you do)\W+)*(?:on )?(?:the )?(?:night|evening|eve) (?P<way>before"
    r"|after)(?: (?:that|then|instead|free|open|available|work|ok|possible|at \d\w*))*\W*"
)
""" "What about the night before": the day beside the one that is talked of."""


def _both_open(folded: str, dialogue: Dialogue) -> str | None:
    days = [date.fromisoformat(one) for one in dialogue.choices] or sorted(dialogue.dates)
    if len(days) < 2 or not _BOTH_OPEN.fullmatch(folded):
        return None
    return f"are {' and '.join(f'{day:%B} {day.day}, {day.year}' for day in days)} both open?"


def _the_eve(folded: str, dialogue: Dialogue) -> str | None:
    told, day = _EVE.fullmatch(folded), dialogue.day
    if told is None or day is None or dialogue.booked or dialogue.goal in ("change", "cancel"):
        return None
    if {"cancellation", "refund_when", "reschedule", "guest_count_final"} & set(dialogue.answered[-1:]):
        return None
    beside = day + timedelta(days=-1 if told["way"] == "before" else 1)
    return f"what about {beside:%B} {beside.day}, {beside.year}"


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
    if talked_of is None or len(named) != 1 or _KEEPS.search(folded) or len(folded.split()) > MOST_WORDS:
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
