"""Which day is meant: several readings become a question with those that can be booked."""

from datetime import date

from hibachi.concierge.local.known import ANSWERED, ASKED, Known

MOST_DAYS = 60
MOST_CHOICES = 4


def ask_which_date(known: Known) -> bool:
    """Ask with the choices and their weekdays; only days that are open are offered, unless none is.

    False when only one of them is open: then it is that one, and the plan goes on.
    """
    days = sorted(known.dialogue.dates)
    free = _free(known, days)
    choices = [day for day in days if day.isoformat() in free] or days
    if len(choices) == 1:
        known.settle(dates=(choices[0],), choices=())
        return False
    named = [found for found in known.frame.evidence if found.slot == "date"]
    if len(named) > 1 and (known.asked("availability") or known.frame.question):
        choices = _open_at(known, choices[:MOST_CHOICES])
        if len(choices) == 1:
            known.settle(dates=(choices[0],), choices=())
            return False
        at = known.dialogue.time
        known.say("days_open", at=ANSWERED, dates=choices, time=at.strftime("%H:%M") if at else None, today=known.today)
    known.say("which_date", at=ASKED, dates=choices[:MOST_CHOICES], told=known.said("days_open"))
    known.note(expecting=("date",), choices=tuple(day.isoformat() for day in choices[:MOST_CHOICES]))
    return True


def _open_at(known: Known, days: list[date]) -> list[date]:
    """Of the days, those on which the start that is wished is free; all of them where no start is wished, or none has it."""
    at = known.dialogue.time
    if at is None:
        return days
    start = at.strftime("%H:%M")
    free = [day for day in days if known.need("check_availability", date=day.isoformat(), time=start).get("available")]
    return free or days


def _free(known: Known, days: list[date]) -> set[str]:
    """Of the days, those with an open start; days too far apart for one look are looked up by themselves."""
    near = (days[-1] - days[0]).days <= MOST_DAYS
    looks = [(days[0], (days[-1] - days[0]).days)] if near else [(day, 0) for day in days[:MOST_CHOICES]]
    return {
        one["date"]
        for first, span in looks
        for one in known.need("check_availability", date=first.isoformat(), days=span).get("openings", [])
    }
