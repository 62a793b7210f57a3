"""Which day is meant: several readings become a question with those that can be booked."""

from datetime import date

from hibachi.concierge.local.known import ANSWERED, ASKED, Known
from hibachi.concierge.local.openings import say_unavailable
from hibachi.concierge.understanding import day_choices
from hibachi.kit import lazy_re as re

_OPEN = re.compile(r"\b(?:open|free|available|both|each of (?:them|those))\b", re.I)
""" "Both? like are they open", "look at both?": asked of the days that were told before."""
MOST_DAYS = 60
MOST_CHOICES = 4


def ask_which_date(known: Known) -> bool:
    """Ask with the choices and their weekdays; only days that are open are offered, unless none is.

    False when only one of them is open: then it is that one, and the plan goes on. Of days that somebody names it is
    said which are open: what is taken is never said to be open.
    """
    days = sorted(known.dialogue.dates)
    free = _free(known, days)
    choices = [day for day in days if day.isoformat() in free]
    named = sum(found.slot == "date" for found in known.frame.evidence)
    if named > 1:
        _say_too_soon(known, [day for day in days[:MOST_CHOICES] if day.isoformat() not in free])
    asked = 1 < named and len(days) <= MOST_CHOICES
    asked = asked or (named > 1 and (known.asked("availability") or known.frame.question))
    asked = asked or (named == 0 and known.frame.question and bool(_OPEN.search(known.frame.text)))
    asked = asked or (named == 1 and known.asked("availability") and len(days) <= MOST_CHOICES)
    if asked:
        choices = _open_at(known, choices[:MOST_CHOICES])
        if not choices:
            return _none_open(known, days)
        if known.dialogue.time:
            _say_taken(known, [day for day in days[:MOST_CHOICES] if day not in choices])
    choices = choices or days
    if named > 1 and day_choices.falls_back(known.frame.text):
        choices = _first_open(known, choices)
    if len(choices) == 1:
        known.settle(dates=(choices[0],), choices=())
        return False
    if asked:
        if _OPEN.search(known.frame.text):
            known.unsay("not_known")
        starts = [] if _wished(known) else [_starts_on(known, day) for day in choices[:MOST_CHOICES]]
        known.say("days_open", at=ANSWERED, dates=choices, time=_wished(known), starts=starts, today=known.today)
    known.say("which_date", at=ASKED, dates=choices[:MOST_CHOICES], told=known.said("days_open"), today=known.today)
    known.note(expecting=("date",), choices=tuple(day.isoformat() for day in choices[:MOST_CHOICES]))
    return True


def _starts_on(known: Known, day: date) -> list[str]:
    found = known.need("check_availability", date=day.isoformat(), days=0)
    meant = {at.strftime("%H:%M") for at in known.dialogue.time_choices}
    free = [one["time"] for one in found.get("openings", []) if one["date"] == day.isoformat()]
    return [at for at in free if not meant or at in meant]


def _first_open(known: Known, choices: list[date]) -> list[date]:
    """Of days that stand in for each other, the first that is open at the wished start; those before it are said to be taken."""
    free, told = _open_at(known, choices[:MOST_CHOICES]), known.dialogue.dates
    first = next((day for day in told if day in free), choices[0])
    if first in told and not known.said("days_taken"):
        _say_taken(known, list(told[: told.index(first)]))
    return [first]


def _none_open(known: Known, days: list[date]) -> bool:
    """None of the days that were asked about is open: so it is said, with what is free in place of the first."""
    first, at = days[0], known.dialogue.time
    found = known.need("check_availability", date=first.isoformat(), time=_wished(known))
    _say_taken(known, days[1:MOST_CHOICES])
    known.settle(dates=(first,), choices=())
    say_unavailable(known, found, first, at)
    return True


def _say_too_soon(known: Known, days: list[date]) -> list[date]:
    """Those of the days that begin before the owner's notice is over; that is said once, with the rule."""
    found = [known.need("check_availability", date=day.isoformat(), time=_wished(known), days=0) for day in days]
    soon = [day for day, one in zip(days, found, strict=True) if (one.get("reason") or {}).get("code") == "too_soon"]
    if soon and not known.said("days_too_soon"):
        known.say("days_too_soon", at=ANSWERED, dates=soon, window=known.topic("booking_window"), today=known.today)
    return soon


def _say_taken(known: Known, days: list[date]) -> None:
    """The days, of those that were asked about, that are not open."""
    soon = _say_too_soon(known, days)
    if taken := [day for day in days if day not in soon]:
        known.say("days_taken", at=ANSWERED, dates=taken, time=_wished(known), today=known.today)


def _wished(known: Known) -> str | None:
    return known.dialogue.time.strftime("%H:%M") if known.dialogue.time else None


def _open_at(known: Known, days: list[date]) -> list[date]:
    """Of the days, those on which the start that is wished is free, or one of those; all of them where none is wished."""
    start = _wished(known)
    if start is None:
        return [day for day in days if _starts_on(known, day)] if known.dialogue.time_choices else days
    return [day for day in days if known.need("check_availability", date=day.isoformat(), time=start).get("available")]


def _free(known: Known, days: list[date]) -> set[str]:
    """Of the days, those with an open start; days too far apart for one look are looked up by themselves."""
    near = (days[-1] - days[0]).days <= MOST_DAYS
    looks = [(days[0], (days[-1] - days[0]).days)] if near else [(day, 0) for day in days[:MOST_CHOICES]]
    return {
        one["date"]
        for first, span in looks
        for one in known.need("check_availability", date=first.isoformat(), days=span).get("openings", [])
    }
