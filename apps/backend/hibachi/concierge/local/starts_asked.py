"""Questions about the days and starts there are, asked before a day is chosen."""

from zoneinfo import ZoneInfo

from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding.clauses import asks, clauses
from hibachi.concierge.understanding.schemas import Opening
from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import ONE_TO_NINE
from hibachi.language.spans import fold

SOON_DAYS = 14


def weekday(known: Known) -> None:
    """ "It's a Saturday, right?": the day that is talked of, with its weekday."""
    day = known.dialogue.day
    if known.does("asks_weekday") and day is not None:
        known.need("check_availability", date=day.isoformat())
        known.say("weekday", at=ANSWERED, date=day.isoformat(), words=known.frame.text)


def soonest(known: Known) -> None:
    """The first starts that can still be booked."""
    if known.frame.dates:
        return
    today = known.turn.now.astimezone(ZoneInfo(known.turn.zone)).date()
    found = known.need("check_availability", date=today.isoformat(), days=SOON_DAYS)
    first = [one for one in found.get("openings", []) if one["date"] == found["openings"][0]["date"]]
    if first:
        known.say("soonest", at=ANSWERED, openings=first)
        known.note(offered=tuple(Opening(date=one["date"], time=one["time"]) for one in first[:4]), expecting=("time",))


def start_at(known: Known) -> None:
    """ "Can we start at 10:30 at night?" before any day is talked of."""
    frame, dialogue = known.frame, known.dialogue
    parts = [part for _, part in clauses(fold(frame.text)) if _STARTS.search(part)]
    asked = any(asks(part) and _OF_A_START.search(part) and not _OF_A_SUM.search(part) for part in parts)
    if (
        not frame.times
        or not asked
        or frame.dates
        or dialogue.dates
        or dialogue.booked
        or known.does("book", "about_own")
    ):
        return
    if known.said("topic:hours", "topic:daytime"):
        return
    known.say("start_at", at=ANSWERED, facts=known.topic("hours"), times=[at.isoformat() for at in frame.times])
    if not set(frame.times) & set(known.profile.booking.slots):
        known.note(time=None)


_OF_A_SUM = re.compile(r"\b(?:come(?:s)? to|cost|price|how much|run us)\b")
_OF_A_START = re.compile(
    r"\d|\b(?:noon|mid ?(?:day|night)|lunch\w*|brunch|dinner|evenings?|mornings?|afternoons?|nights?"
    rf"|late|early|{ONE_TO_NINE}|ten|eleven|that|this|it|then)\b"
)
_STARTS = re.compile(
    r"\b(?:do (?:it )?(?:at )?\d\w*|option|ok(?:ay)?|available|free|work|fine|parties|start\w*"
    r"|begin\w*|come|arrive|have (?:it|the party|dinner)|do (?:it|a party|one)|possible|cook|party)\b",
    re.I,
)
