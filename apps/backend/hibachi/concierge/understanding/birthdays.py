"""How old somebody is on the day of the party whose birthday is told beside it: "turns 13 on the 20th, party on the 17th". Pure."""

from datetime import date, timedelta

from hibachi.concierge.understanding.schemas import Dialogue, Evidence, Frame, GuestWords
from hibachi.kit import lazy_re as re

_TURNS = re.compile(
    r"\b(?P<who>twins|they|both|all|kids|girls"
    r"|boys)?(?: (?:will|are going to|both|all))* ?(?<![a-z])(?:turn(?:s|ing)?|will be"
    r"|(?:is|are) (?:gonna|going to) be) (?P<age>\d{1,2})(?: years? old)?(?: (?:only|just"
    r"|not until))?(?P<link> on| in| at)?,? (?:the )?",
    re.I,
)
_LATER = re.compile(
    r"(?:the )?(?:very )?(?:next day|day after|week after|weekend after|following (?:day|week|weekend)"
    r"|(?:an?|one|two|three|a few|a couple(?: of)?|\d{1,2}) (?:days?|weeks?) (?:after|later)"
    r"|right after|shortly after|just after|after the party)\b",
    re.I,
)
_BY_THE_PARTY = re.compile(
    r"\d{1,2}(?: years? old)?,? (?:on|at|by|before|the day of|right before"
    r"|just before) (?:the (?:day|morning|night) of )?(?:the|our|my|that|her|his) (?:party|day|dinner"
    r"|event|booking)\b",
    re.I,
)
HALF_A_YEAR = timedelta(days=183)
"""A birthday further away than this is one that went by."""


def on_the_day(frame: Frame, dialogue: Dialogue, *, own: bool) -> Frame:
    """The frame with the ages of the party's own day, and without a birthday that was read as that day.

    own: whether a party of theirs stands, which a day of birth wishes nowhere else.
    """
    told = _TURNS.search(frame.text)
    if told is None:
        return frame
    if frame.date_said == told["age"]:
        frame = frame.model_copy(update={"dates": (), "date_said": None})  # "turns 13 the week before"
    said = _said_behind(frame, told.end())
    born = _day_of(frame, said) if said else None
    party = next((day for day in frame.dates if day != born), dialogue.day)
    stands = own or (dialogue.day or dialogue.booking_id) is not None
    if born is not None and stands and frame.dates == (born,):
        frame = frame.model_copy(update={"dates": (), "date_said": None})
    age, count = int(told["age"]), 2 if told["who"] else 1
    by_then = born is not None and party is not None and born <= party
    if (by_then or _BY_THE_PARTY.match(frame.text, told.start("age"))) and age not in frame.guests.ages:
        return _aged(frame, age - 1, 1, count)
    later = born is not None and party is not None and timedelta(0) < born - party < HALF_A_YEAR
    if not later and not _LATER.match(frame.text, told.end()):
        return frame
    return _aged(frame, age, -1, count)


def _said_behind(frame: Frame, at: int) -> Evidence | None:
    """The day that stands right behind the age."""
    days = (one for one in frame.evidence if one.slot == "date")
    return next((one for one in days if one.start <= at <= one.end and at - one.start <= len("the ")), None)


def _day_of(frame: Frame, said: Evidence) -> date | None:
    """Which of the days of a message those words are: the wished one, else the only other."""
    if frame.date_said is not None and said.text == frame.date_said:
        return frame.dates[0] if len(frame.dates) == 1 else None
    return frame.other_dates[0] if len(frame.other_dates) == 1 else None


def _aged(frame: Frame, age: int, by: int, count: int) -> Frame:
    """The frame with so many who are that age a year older or younger."""
    ages, left = [], count
    for one in frame.guests.ages:
        hit = one == age and left > 0
        left -= hit
        ages.append(one + by * hit)
    kids = {name: one + by * (one == age) for name, one in frame.kids.items()}
    guests: GuestWords = frame.guests.model_copy(update={"ages": tuple(ages)})
    return frame.model_copy(update={"guests": guests, "kids": kids})
