"""Pure: what a customer's row says, made from their memories; days of every year; how long something is kept."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median_low
from typing import Any, TypeVar
from uuid import UUID

from hibachi.kit.money import text
from hibachi.memory.schemas import DateType, ImportantDate, KnownDate, Memory, PartyFacts

MOST_FAVORITES = 5
MOST_REQUESTS = 3
MIDDAY, AFTERNOON, EVENING = time(11), time(14), time(17)
YEARLY: dict[str, DateType] = {"birthday": "birthday", "anniversary": "anniversary"}
FEWEST_ANSWERS = 3
SPEEDS = ((timedelta(minutes=10), "minutes"), (timedelta(hours=12), "hours"))
"""How quickly somebody answers, by the median of their answers; slower than these it is "days"."""
SAME_DAYS = timedelta(days=30)
"""A party for a birthday is held near it: so near a day that was said, it is about the same birthday."""

Item = TypeVar("Item")


def parties(memories: Iterable[Memory]) -> list[PartyFacts]:
    """The completed parties among memories, in the order of their days."""
    found = [PartyFacts.model_validate(one.value) for one in memories if one.kind == "party"]
    return sorted(found, key=lambda party: (party.day, party.at))


def moving(numbers: Sequence[int]) -> int | None:
    """The moving average that was asked for: each number halves what went before, rounded down (20, then 10: 15)."""
    average: int | None = None
    for number in numbers:
        average = number if average is None else (average + number) // 2
    return average


def ranked(said: Sequence[Sequence[Item]]) -> list[Item]:
    """What was said, the oldest saying first, by how many times it was; of equals the newest, in the order of its saying."""
    times: dict[Item, int] = {}
    newest: dict[Item, tuple[int, int]] = {}
    for when, items in enumerate(said):
        for place, item in enumerate(dict.fromkeys(items)):
            times[item] = times.get(item, 0) + 1
            newest[item] = (when, -place)
    return sorted(times, key=lambda item: (times[item], newest[item]), reverse=True)


def usual(said: Iterable[Item | None]) -> Item | None:
    """What was said most often, of equals the newest; None where nothing was."""
    return next(iter(ranked([[one] for one in said if one is not None])), None)


def time_of_day(at: time) -> str:
    """The part of the day that a party starts in."""
    if at < MIDDAY:
        return "morning"
    if at < AFTERNOON:
        return "midday"
    return "afternoon" if at < EVENING else "evening"


def columns(memories: Sequence[Memory], *, response_speed: str | None = None) -> dict[str, Any]:
    """The row of a customer, from memories in the order of their telling."""
    held = parties(memories)
    newest = {(one.kind, one.key): one.value for one in memories}
    fee = moving([party.travel_fee for party in held])
    last = held[-1] if held else None
    return {
        "preferred_name": newest.get(("preferred_name", ""), {}).get("name"),
        "typical_party_size": moving([party.guests for party in held]),
        "typical_adults": moving([party.adults for party in held]),
        "typical_children": moving([party.children for party in held]),
        "typical_event_type": _short(usual(party.event_type for party in held), 50),
        "total_bookings": len(held),
        "last_booking_date": last.day if last else None,
        "favorite_day_of_week": usual(f"{party.day:%A}" for party in held),
        "favorite_time_of_day": usual(time_of_day(party.at) for party in held),
        "favorite_proteins": ranked([_by_portions(party.proteins) for party in held])[:MOST_FAVORITES],
        "favorite_addons": ranked([_by_portions(party.addons) for party in held])[:MOST_FAVORITES],
        "dietary_restrictions": _diets(memories, held),
        "usual_location": _short(usual(party.location for party in held), 255),
        "usual_zip": usual(party.zip for party in held),
        "typical_travel_fee": None if fee is None else Decimal(text(fee)),
        "special_requests": _requests(memories, held),
        "important_dates": [
            one.model_dump(mode="json", exclude_none=True)
            for one in known_dates([m for m in memories if m.confirmed_at])
        ],
        "preferred_contact_method": newest.get(("contact_method", ""), {}).get("channel"),
        "response_speed": response_speed,
    }


def response_speed(talk: Sequence[tuple[UUID, bool, datetime]]) -> str | None:
    """How quickly a customer answers us, from messages in their order: thread, whether it is theirs, instant."""
    waits = [
        theirs[2] - ours[2] for ours, theirs in pairwise(talk) if theirs[1] and not ours[1] and ours[0] == theirs[0]
    ]
    if len(waits) < FEWEST_ANSWERS:
        return None
    usually = median_low(waits)
    return next((name for most, name in SPEEDS if usually <= most), "days")


def known_dates(memories: Sequence[Memory]) -> list[KnownDate]:
    """The days of every year of one customer: those that were said, and of parties for one those near no other."""
    said = {one.key: KnownDate.model_validate(one.value) for one in memories if one.kind == "important_date"}
    found = list(said.values())
    for party in reversed(parties(memories)):
        kind = YEARLY.get((party.event_type or "").lower())
        if kind is not None and not any(one.type == kind and _near(one.date, party.day) for one in found):
            found.append(KnownDate(type=kind, date=party.day, basis="party"))
    return sorted(found, key=lambda one: (one.date.month, one.date.day, one.name or ""))


def comes_round(known: KnownDate, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last` on which a known date comes round; a party's own day is no return of it."""
    for year in range(first.year, last.year + 1):
        day = in_year(known.date, year)
        if first <= day <= last and (known.basis == "said" or day > known.date):
            yield day


def occurrences(customer: UUID, known: Iterable[KnownDate], first: date, last: date) -> Iterator[ImportantDate]:
    """The same of all days of one customer."""
    for one in known:
        for day in comes_round(one, first, last):
            yield ImportantDate(customer_id=customer, name=one.name, type=one.type, date=day, basis=one.basis)


def in_year(day: date, year: int) -> date:
    """A day of every year in one year; February 29 is the 28th where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _near(one: date, other: date) -> bool:
    """Whether two days lie within 30 days of each other in the circle of the year."""
    return any(abs(in_year(one, other.year + shift) - other) <= SAME_DAYS for shift in (-1, 0, 1))


def _by_portions(chosen: dict[str, int]) -> list[str]:
    return sorted((item for item, count in chosen.items() if count > 0), key=lambda item: (-chosen[item], item))


def _diets(memories: Sequence[Memory], held: Sequence[PartyFacts]) -> list[str]:
    """Every diet and allergen that was told, the newest first: about what may harm nothing is averaged away."""
    told = [code for party in held for code in party.dietary]
    told += [code for one in memories if one.kind == "dietary" for code in one.value["diets"]]
    return list(dict.fromkeys(reversed(told)))


def _requests(memories: Sequence[Memory], held: Sequence[PartyFacts]) -> str | None:
    told = [party.notes for party in held if party.notes]
    told += [one.value["text"] for one in memories if one.kind == "special_request"]
    return "\n".join(list(dict.fromkeys(reversed(told)))[:MOST_REQUESTS]) or None


def _short(said: str | None, longest: int) -> str | None:
    return said[:longest] if said else None
