"""The rules of what a customer's row says: averages, favourites, days of every year."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.memory import rules
from hibachi.memory.schemas import KnownDate, Memory, MemoryKind, PartyFacts

NOW = datetime(2026, 3, 4, 18, tzinfo=UTC)
WHO = UUID("00000000-0000-7000-8000-00000000000a")


def memory(kind: MemoryKind, value: dict[str, Any], key: str = "", *, confirmed: bool = True, at: int = 0) -> Memory:
    told = NOW + timedelta(minutes=at)
    return Memory(
        id=uuid4(), kind=kind, key=key, value=value, source="booking" if kind == "party" else "message",
        source_id=uuid4(), told_at=told, confirmed_at=told if confirmed else None, expires_at=told + timedelta(days=1),
    )  # fmt: skip


def party(day: date = date(2026, 3, 14), at: time = time(18), **said: Any) -> Memory:
    facts = PartyFacts(**{"day": day, "at": at, "adults": 12, "children": 0, "zip": "95112"} | said)
    return memory("party", facts.model_dump(mode="json"))


def test_nothing_known_is_nothing_said() -> None:
    row = rules.columns([])
    assert row["total_bookings"] == 0
    assert {name for name, value in row.items() if value not in (None, [], 0)} == set()


@pytest.mark.parametrize(
    ("guests", "average"), [([20], 20), ([20, 10], 15), ([20, 10, 15], 15), ([10, 15], 12), ([], None)]
)
def test_the_typical_party_halves_what_went_before(guests: list[int], average: int | None) -> None:
    held = [party(date(2026, 3, 1 + number), adults=count - 2, children=2) for number, count in enumerate(guests)]
    assert rules.columns(held)["typical_party_size"] == average
    assert rules.columns(list(reversed(held)))["typical_party_size"] == average, "days count, not the order of telling"


@given(st.lists(st.integers(0, 200), min_size=1))
def test_an_average_lies_between_the_smallest_and_the_largest(numbers: list[int]) -> None:
    average = rules.moving(numbers)
    assert average is not None
    assert min(numbers) <= average <= max(numbers)


def test_five_favourites_by_how_often_then_by_how_lately() -> None:
    held = [
        party(date(2026, 1, 1), proteins={"tofu": 9, "chicken": 8, "steak": 7}),
        party(date(2026, 2, 1), proteins={"chicken": 4, "shrimp": 3, "salmon": 2, "scallops": 1}),
        party(date(2026, 3, 1), proteins={"steak": 1, "lobster_tail": 1, "egg": 0}),
    ]
    favourites = rules.columns(held)["favorite_proteins"]
    assert favourites == ["steak", "chicken", "lobster_tail", "shrimp", "salmon"]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=4), max_size=8))
def test_ranking_keeps_everything_once_and_the_oftener_first(said: list[list[str]]) -> None:
    found = rules.ranked(said)
    times = {item: sum(item in items for items in said) for item in found}
    assert set(found) == {item for items in said for item in items}
    assert [times[item] for item in found] == sorted(times.values(), reverse=True)


def test_the_whole_row_of_two_parties_and_some_words() -> None:
    row = rules.columns(
        [
            party(date(2026, 2, 14), time(12), adults=10, children=2, event_type="anniversary", travel_fee=50_00,
                  addons={"gyoza": 2}, location="1 Elm St", dietary=("peanuts",), notes="Please ring twice."),
            party(date(2026, 3, 14), time(17, 30), adults=14, children=0, event_type="anniversary", travel_fee=25_00,
                  addons={"gyoza": 1, "noodles": 3}, zip="94587", proteins={"steak": 5}),
            memory("preferred_name", {"name": "Dani"}),
            memory("dietary", {"diets": ["vegan"]}, at=1),
            memory("contact_method", {"channel": "sms"}),
            memory("contact_method", {"channel": "email"}, at=2),
            memory("special_request", {"text": "No onion volcano."}, at=3),
            memory("important_date", {"type": "birthday", "date": "2026-07-15", "name": "Mia"}, "birthday:mia"),
        ],
        response_speed="hours",
    )  # fmt: skip
    assert row == {
        "preferred_name": "Dani", "typical_party_size": 13, "typical_adults": 12, "typical_children": 1,
        "typical_event_type": "anniversary", "total_bookings": 2, "last_booking_date": date(2026, 3, 14),
        "favorite_day_of_week": "Saturday", "favorite_time_of_day": "evening", "favorite_proteins": ["steak"],
        "favorite_addons": ["gyoza", "noodles"], "dietary_restrictions": ["vegan", "peanuts"],
        "usual_location": "1 Elm St", "usual_zip": "94587", "typical_travel_fee": Decimal("37.50"),
        "special_requests": "No onion volcano.\nPlease ring twice.",
        "important_dates": [
            {"type": "anniversary", "date": "2026-03-14", "basis": "party"},
            {"type": "birthday", "date": "2026-07-15", "name": "Mia", "basis": "said"},
        ],
        "preferred_contact_method": "email", "response_speed": "hours",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("at", "part"), [("10:59", "morning"), ("11:00", "midday"), ("14:00", "afternoon"), ("17:00", "evening")]
)
def test_the_part_of_the_day(at: str, part: str) -> None:
    assert rules.time_of_day(time.fromisoformat(at)) == part


def test_a_date_that_nobody_confirmed_is_not_on_the_row() -> None:
    said = memory("important_date", {"type": "birthday", "date": "2026-07-15"}, "birthday:", confirmed=False)
    assert rules.columns([said])["important_dates"] == []


def test_a_party_near_a_birthday_that_was_said_is_no_second_birthday() -> None:
    said = memory("important_date", {"type": "birthday", "date": "2026-01-02"}, "birthday:")
    near = party(date(2025, 12, 28), event_type="birthday")
    far = party(date(2025, 6, 1), event_type="Birthday")
    other = party(date(2025, 8, 1), event_type="graduation")
    known = rules.known_dates([said, near, far, other])
    assert [(one.date, one.basis) for one in known] == [(date(2026, 1, 2), "said"), (date(2025, 6, 1), "party")]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2026-07-16", "2026-07-29", []),
        ("2026-07-15", "2026-07-15", ["2026-07-15"]),
        ("2026-07-01", "2026-07-15", ["2026-07-15"]),
        ("2026-07-01", "2026-07-14", []),
        ("2027-12-20", "2028-07-20", ["2028-07-15"]),
        ("2026-01-01", "2027-12-31", ["2026-07-15", "2027-07-15"]),
    ],
)
def test_a_day_comes_round_every_year(first: str, last: str, found: list[str]) -> None:
    known = [KnownDate(type="birthday", date=date(2025, 7, 15))]
    days = rules.occurrences(WHO, known, date.fromisoformat(first), date.fromisoformat(last))
    assert [one.date.isoformat() for one in days] == found


def test_the_day_of_a_party_comes_round_the_year_after() -> None:
    known = [KnownDate(type="anniversary", date=date(2025, 7, 15), basis="party")]
    days = list(rules.occurrences(WHO, known, date(2025, 7, 1), date(2026, 7, 30)))
    assert [one.date for one in days] == [date(2026, 7, 15)]


def test_who_is_born_on_a_leap_day_is_not_forgotten_in_other_years() -> None:
    known = [KnownDate(type="birthday", date=date(2024, 2, 29))]
    days = rules.occurrences(WHO, known, date(2026, 2, 1), date(2028, 3, 1))
    assert [one.date for one in days] == [date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]


@pytest.mark.parametrize(
    ("waits", "speed"), [([1, 5, 300], "minutes"), ([30, 60, 90], "hours"), ([60, 3000, 4000], "days"), ([1, 1], None)]
)
def test_how_quickly_somebody_answers(waits: list[int], speed: str | None) -> None:
    thread, now, talk = uuid4(), NOW, [(uuid4(), False, NOW)]
    for minutes in waits:
        talk += [(thread, False, now), (thread, True, now + timedelta(minutes=minutes))]
        now += timedelta(days=5)
    assert rules.response_speed(talk) == speed
