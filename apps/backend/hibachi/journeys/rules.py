"""Pure: when a deposit is brought to mind, and in which words. The validator judges them like any other reply."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from hibachi.kit.money import Cents, spoken


@dataclass(frozen=True, slots=True)
class Words:
    """A party as words about its deposit need it. now, until: wall times at the party's place; link: its own page."""

    day: date
    at: time
    deposit: Cents
    is_begun: bool
    now: datetime
    until: datetime | None = None
    link: str | None = None
    cards: bool = False


def is_due(*, now: datetime, hold_ends: datetime, hold_minutes: int, after_minutes: int) -> bool:
    """Whether so many minutes of a hold are over and the rest is not."""
    said_yes = hold_ends - timedelta(minutes=hold_minutes)
    return said_yes + timedelta(minutes=after_minutes) <= now < hold_ends


def reminder(words: Words) -> str:
    """One reminder before the hold ends."""
    assert words.until is not None, "a party that waits for its deposit is held until an instant"
    today = words.until.date() == words.now.date()
    until = _clock(words.until) if today else f"{_clock(words.until)} on {words.until:%B} {words.until.day}"
    what = "The rest of the deposit" if words.is_begun else f"The {spoken(words.deposit)} deposit"
    said = f"A reminder: we hold {_when(words)} for you until {until}. {what} confirms your party."
    if words.link is None:
        return said
    return f"{said} {'You can pay it here' if words.cards else 'Your page'}: {words.link}"


def came_late(words: Words) -> str:
    """A deposit arrived for a time that is taken."""
    return (
        f"Thank you, your deposit arrived, but {_when(words)} is no longer free. "
        "A colleague from our team will get back to you with another time, or give the deposit back."
    )


def receipt(kind: str, amount: Cents, day: date, link: str | None) -> str:
    """Money came or went: how much, for which party, and where its receipt is. A link ends what it stands in."""
    party = f"your party on {day:%A, %B} {day.day}"
    if kind == "refund":
        said = f"The refund of {spoken(amount)} for {party} was made."
    else:
        said = f"Thank you! {spoken(amount)} has arrived for {party}."
    return f"{said} Your receipt: {link}" if link else said


def _when(words: Words) -> str:
    return f"{words.day:%A, %B} {words.day.day} at {_clock(words.at)}"


def _clock(at: datetime | time) -> str:
    return f"{at:%I:%M %p}".lstrip("0").replace(":00 ", " ")
