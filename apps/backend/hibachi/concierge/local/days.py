"""Which day is meant: several readings become a question with those that can be booked."""

from hibachi.concierge.local.known import ASKED, Known

MOST_DAYS = 60
MOST_CHOICES = 4


def ask_which_date(known: Known) -> bool:
    """Ask with the choices and their weekdays; only days that are open are offered, unless none is.

    False when only one of them is open: then it is that one, and the plan goes on.
    """
    days = sorted(known.dialogue.dates)
    span = min(MOST_DAYS, (days[-1] - days[0]).days)
    found = known.need("check_availability", date=days[0].isoformat(), days=span)
    free = {one["date"] for one in found.get("openings", [])}
    choices = [day for day in days if day.isoformat() in free] or days
    if len(choices) == 1:
        known.settle(dates=(choices[0],), choices=())
        return False
    known.say("which_date", at=ASKED, dates=choices[:MOST_CHOICES])
    known.note(expecting=("date",), choices=tuple(day.isoformat() for day in choices[:MOST_CHOICES]))
    return True
