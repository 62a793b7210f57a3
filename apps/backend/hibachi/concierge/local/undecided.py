"""Short answers that settle nothing: "idk", "either", "whatever is cheaper", "??". What would help is said, one step at a time."""

from datetime import date, time, timedelta

from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY_STEMS

_ZIP = re.compile(r"\bzip|\bpostal", re.I)
_WHICH_DAYS = re.compile(
    r"\b(?:when (?:can|could|are|would|do) (?:you|u|ya|yall|your chefs?)"
    r"|(?:what|which) (?:days|dates|weekends|saturdays|sundays)"
    r"|any(?:thing| (?:days?|dates?|weekends?|saturdays?|sundays?)) (?:open|free|available|left))\b",
    re.I,
)
""" "When can you come?" is answered with days that are open."""


def asks_which_days(known: Known) -> bool:
    """Whether the days that are open are asked for."""
    return bool(_WHICH_DAYS.search(known.frame.text))


DINNER_FROM = time(17)
LOOK_AHEAD_DAYS = 21


def plan(known: Known) -> bool:
    """Help who does not know, does not mind or does not follow; False when the message says more than that."""
    if not known.silent or known.reading.changed or known.frame.topics or known.frame.unknown:
        return False
    if known.does("puzzled") and known.dialogue.expecting:
        return _puzzled(known)
    if known.does("unsure") and not known.dialogue.expecting and _ZIP.search(known.frame.text):
        return _zip(known)
    if not known.does("unsure", "any_choice", "any_time", "cheaper_choice") or not known.dialogue.expecting:
        return False
    if known.dialogue.pending is not None or known.does("thinking", "book", "gives_up", "price_objection"):
        return False
    helper = {
        "date": open_days,
        "time": _time,
        "zip": _zip,
        "guests": _guests,
        "name": _name,
        "contact": _contact,
        "ages": _ages,
    }
    slot = known.dialogue.expecting[0]
    if slot == "zip" and _minds_nothing(known) and known.dialogue.day is None:
        slot = "date"
    return slot in helper and helper[slot](known)


def _puzzled(known: Known) -> bool:
    """ "??": the same thing again, in plainer words."""
    known.say("plainer", at=ANSWERED, slot=known.dialogue.expecting[0])
    known.note(clarified=known.dialogue.clarified + 1)
    if known.dialogue.pending is not None:
        return False
    known.asks(*known.dialogue.expecting[:1])
    return True


def _minds_nothing(known: Known) -> bool:
    return known.does("any_choice", "any_time", "cheaper_choice")


def open_days(known: Known, at: int = ANSWERED) -> bool:
    """No day in mind: the next ones that are open, to choose from; the price is the same on all of them."""
    if len(known.dialogue.dates) > 1 and not _minds_nothing(known):
        return False
    today = known.turn.now.date()
    first = max(known.dialogue.date_month or today + timedelta(days=7), today + timedelta(days=2))
    found = known.need("check_availability", date=first.isoformat(), days=LOOK_AHEAD_DAYS)
    openings = _as_wished(known, found.get("openings", []))
    evenings = [one for one in openings if time.fromisoformat(one["time"]) >= DINNER_FROM] or openings
    days = list({one["date"]: one for one in reversed(evenings)}.values())[::-1][:3]
    if not days:
        return False
    known.say(
        "open_days",
        at=at,
        asked=known.asked("availability"),
        days=[one["date"] for one in days],
        minds=not _minds_nothing(known),
    )
    known.note(expecting=("date",), choices=tuple(one["date"] for one in days))
    return True


_NAMED = re.compile(rf"\b(?P<day>{WEEKDAY_STEMS})days?\b", re.I)
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


def _as_wished(known: Known, openings: list[dict[str, str]]) -> list[dict[str, str]]:
    """Of open starts those on the weekday that is asked for, else those of weekends."""
    named = {_DAYS.index(one["day"].lower()) for one in _NAMED.finditer(known.frame.text)}
    if named:
        return [one for one in openings if date.fromisoformat(one["date"]).weekday() in named] or openings
    return [one for one in openings if _weekend(one["date"])] or openings


def _weekend(day: str) -> bool:
    return date.fromisoformat(day).weekday() in (4, 5, 6)


def _time(known: Known) -> bool:
    """No start in mind: one that is open is proposed, and the rest goes on with it."""
    day = known.dialogue.day
    if day is None or known.does("unsure") and not _minds_nothing(known):
        known.say("no_rush", at=ANSWERED, slot="time")
        known.asks("time", openings=_starts(known)) if day is not None else known.asks("date")
        return True
    openings = _starts(known)
    evening = [one for one in openings if time.fromisoformat(one["time"]) >= DINNER_FROM]
    chosen = next(iter(evening or openings), None)
    if chosen is None:
        return False
    known.say("proposed_time", at=ANSWERED, date=chosen["date"], time=chosen["time"])
    known.settle(time=time.fromisoformat(chosen["time"]))
    return False


def _starts(known: Known) -> list[dict[str, str]]:
    assert known.dialogue.day is not None
    found = known.need("check_availability", date=known.dialogue.day.isoformat())
    return [one for one in found.get("openings", []) if one["date"] == found["date"]]


def _zip(known: Known) -> bool:
    known.say("zip_help", at=ANSWERED, city=known.dialogue.city)
    rest = [slot for slot in known.dialogue.expecting if slot != "zip"]
    known.note(expecting=("zip", *rest))
    if known.dialogue.day is None:
        known.asks("date")
        known.note(expecting=("date", "zip"))
    return True


def _guests(known: Known) -> bool:
    known.say("rough_number", at=ANSWERED, facts=known.topic("guest_count_final"))
    known.note(expecting=known.dialogue.expecting)
    return True


def _name(known: Known) -> bool:
    known.say("name_help", at=ANSWERED)
    known.note(expecting=known.dialogue.expecting)
    return True


def _contact(known: Known) -> bool:
    known.say("contact_help", at=ANSWERED)
    known.note(expecting=known.dialogue.expecting)
    return True


def _ages(known: Known) -> bool:
    known.say("ages_help", at=ANSWERED)
    rest = [slot for slot in known.dialogue.expecting if slot != "ages"]
    if rest:
        known.asks(*rest)
    return bool(rest)
