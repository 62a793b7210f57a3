"""Diets that are told of a party that stands, beside those that it has."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hibachi.bookings.rules import NO_DIETS
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding import diets_counted
from hibachi.kit import lazy_re as re

_TELLS = re.compile(
    r"\b(?:note|add|let (?:the )?\w+ know|tell (?:the )?\w+|please (?:know|remember)|fyi|heads up|make sure)\b|^[^?]*$",
    re.I,
)
"""A diet that is told, not asked about."""
_LEAD = re.compile(
    r"^(?:(?:o+h+|ah+|hey|also|btw|and|so|ok(?:ay)?|well|but)\b\W*)*(?:(?:please|pls|can you"
    r"|could you)\s+)*(?:(?:note|add|know|remember|mark|fyi)\b\s*"
    r"|(?:let|tell) the chef (?:know )?)?(?:for (?:our|my|the)[^,]{0,30}?(?:party|booking"
    r"|event)\b,?\s*)?(?:that\s+)?",
    re.I,
)
"""What stands before a diet: "please note for our party that"."""


def tells(text: str, notes: Sequence[str] = ()) -> bool:
    """Whether a diet is told, not only asked about: "one guest is Muslim, is it halal?" asks, "he is vegan. is that ok?" tells."""
    sentences = re.findall(r"[^.?!\n]+[.?!\n]*", text)
    apart = notes and not any(note.lower() in one.lower() and "?" in one for note in notes for one in sentences)
    return bool(_TELLS.search(text) or apart)


def wanted(known: Known, party: dict[str, Any]) -> list[str]:
    """The diets that the party would have with those that are told; none where it has them all."""
    before = [str(one) for one in party.get("dietary") or [] if one != NO_DIETS]
    told = [_LEAD.sub("", note).lstrip(" ,:;-") for note in known.frame.dietary]
    new = [note for note in told if note and note.lower() not in {one.lower() for one in before}]
    return [*diets_counted.without_older(before, new), *new] if new else []


def say_facts(known: Known, party: dict[str, Any]) -> None:
    """What is known of the diets that were just noted on a party."""
    if asked := list(known.frame.asked_diets):
        late = is_sooner(known, party, known.profile.dietary.notice_hours)
        facts = known.need("dietary_facts", asked=asked)
        known.say("dietary", at=ANSWERED, asked=asked, facts=facts, warned=False, late=late)


def is_sooner(known: Known, party: dict[str, Any], hours: int) -> bool:
    """Whether a party begins in less than so many hours."""
    day, at = date.fromisoformat(str(party["date"])), time.fromisoformat(str(party["time"])[:5])
    start = datetime.combine(day, at, ZoneInfo(known.turn.zone))
    return start - known.turn.now < timedelta(hours=hours)
