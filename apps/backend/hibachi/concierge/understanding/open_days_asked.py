"""Which days are open in a stretch of the calendar: "what Saturdays do you have in May", "when are you free in April". Pure.

The weekday that is named beside it is no day that is wished; the month is where to look.
"""

from collections.abc import Sequence

from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.dates import DateMention
from hibachi.language.day_names import WEEKDAY
from hibachi.language.spans import fold

_DAYS = rf"(?:days?|dates?|weekends?|{WEEKDAY}s?|evenings?|nights?|spots?|openings?|availability)"
_ASKS = re.compile(
    r"\b(?:what|which|any|how many)(?: (?:other|all|open"
    rf"|free))? {_DAYS}\b[^.?!\n]{{0,25}}\b(?:do (?:you|u|ya|yall)|are|is|have|got|open|free|avail\w*"
    r"|left|in|still)\b"
    r"|\bwhen (?:are|r|can|could|would|do|will) (?:you|u|ya|yall"
    r"|your chefs?)(?: guys)? (?:be )?(?:free|open|available|come|have (?:an )?openings?|able)\b"
    r"|\b(?:what'?s|what is|whats|how'?s|hows) (?:open|free|available"
    r"|(?:your|the) (?:availability|calendar|schedule))\b"
)


def stretch(folded: str, days: Sequence[DateMention]) -> DateMention | None:
    """The month or the weeks in which open days are asked for; None where a day of the calendar is told."""
    if not _ASKS.search(folded) or any(day.kind in ("exact", "holiday", "relative") for day in days):
        return None
    return next((day for day in days if day.kind in ("month", "range") and day.first is not None), None)


def told(frame: Frame) -> Frame:
    """The frame as the question for open days, once a month is named for it."""
    if frame.month is None or frame.dates or not _ASKS.search(fold(frame.text)):
        return frame
    kept = tuple(topic for topic in frame.topics if topic not in ("every_day", "hours", "availability"))
    return frame.model_copy(update={"topics": ("availability", *kept), "unknown": (), "question": True})
