"""What is remembered of a returning customer, said to them, and the days that they name, asked about before they are kept.

Only of whom the channel proves: `turn.memory` is None for everybody else.
"""

from datetime import date
from typing import Any

from hibachi.concierge.local.known import ASKED, FELT, Known
from hibachi.kit.clock import wall
from hibachi.memory.rules import hearing, in_year
from hibachi.memory.rules.prompting import upcoming

MOST_FAVORITES = 2


def greet(known: Known) -> bool:
    """Welcome back who had a party before; False where nobody is remembered."""
    memory = known.turn.memory
    if memory is None or memory.history.last_booking is None:
        return False
    ahead = upcoming(memory, date.fromisoformat(known.today))
    known.say(
        "welcome_back",
        at=FELT,
        name=memory.name,
        date=memory.history.last_booking.isoformat(),
        favorites=memory.preferences.proteins[:MOST_FAVORITES],
        ahead=[(day.isoformat(), one.type, one.name) for day, one in ahead if one.basis == "said"][:1],
    )
    return True


def offer_usual(known: Known) -> None:
    """Where the message asks how many come, and who writes had us before: "The usual 14 guests?"; once a conversation."""
    usual = known.turn.memory.usual_party if known.turn.memory else None
    asked = known.noted("expecting")
    if usual is None or "guests" not in asked or known.counts is not None or known.dialogue.usual:
        return
    if not known.said("ask") or known.frame.trouble:
        return
    known.say("usual_guests", at=ASKED + 1, adults=usual[0], children=usual[1])
    known.note(usual=usual, expecting=(*asked, "usual"))


def agreed_day(known: Known) -> bool:
    """The answer to "Shall I remember that Mia's birthday is July 15?"."""
    day, answer = known.dialogue.day_to_remember, known.frame.answer
    if day is None or "remember" not in known.dialogue.expecting or answer not in ("yes", "no"):
        return False
    if answer == "no":
        known.say("day_left")
        return True
    kept = known.need("remember_date", type=day["type"], date=_this_year(known, day), name=day.get("name"))
    known.say("day_kept" if kept.get("remembered") else "day_left", **day)
    return True


def ask_about_day(known: Known) -> None:
    """A birthday or anniversary was named, and nothing else is asked: whether to remember it, each once."""
    if known.asked_anything or known.said("handover", "farewell", "condolence", "other_language", "privacy"):
        return
    if known.frame.trouble or known.reading.emotion.label in ("angry", "sad", "disgusted", "fearful"):
        return
    now = wall(known.turn.now, known.turn.zone)
    told = [one.value for text in known.turn.said for one in hearing.important_dates(text, now)]
    day = told[-1] if told else None
    if day is None or day == known.dialogue.day_to_remember or _is_known(known, day):
        return
    known.say("ask_about_day", at=ASKED, **{**day, "date": _this_year(known, day)})
    known.note(day_to_remember=day, expecting=("remember",))


def _is_known(known: Known, day: dict[str, Any]) -> bool:
    kept = known.turn.memory.important_dates if known.turn.memory else []
    said = str(day["date"])[5:]
    return any((one.type, f"{one.date:%m-%d}", one.name) == (day["type"], said, day.get("name")) for one in kept)


def _this_year(known: Known, day: dict[str, Any]) -> str:
    return in_year(date.fromisoformat(str(day["date"])), int(known.today[:4])).isoformat()
