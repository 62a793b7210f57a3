"""Pure decisions about parties, each at its boundary."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from hibachi.bookings import rules
from hibachi.bookings.rules import Wish
from hibachi.policies.service import DEFAULT_PATH, read_profile

POLICIES = read_profile(DEFAULT_PATH).policies
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
LA = "America/Los_Angeles"


@pytest.mark.parametrize(
    ("status", "left", "expected"),
    [
        ("held", 1, ("held", None)), ("held", 0, ("cancelled", "hold_expired")),
        ("held", -9, ("cancelled", "hold_expired")), ("deposit_pending", 1, ("deposit_pending", None)),
        ("deposit_pending", 0, ("cancelled", "deposit_expired")), ("confirmed", None, ("confirmed", None)),
        ("completed", None, ("completed", None)), ("cancelled", None, ("cancelled", None)),
    ],
)  # fmt: skip
def test_what_a_state_is_worth_at_an_instant(status: str, left: int | None, expected: tuple[str, str | None]) -> None:
    expiry = None if left is None else NOW + timedelta(seconds=left)
    assert rules.effective(status, expiry, NOW) == expected


@pytest.mark.parametrize("status", ["held", "deposit_pending", "confirmed"])
def test_open_parties_can_be_changed(status: str) -> None:
    assert rules.not_open(status) is None


@pytest.mark.parametrize("status", ["cancelled", "completed", "no_show"])
def test_ended_parties_say_how_they_ended(status: str) -> None:
    reason = rules.not_open(status)
    assert reason and reason.code == f"party_{status}" and reason.next_step


@pytest.mark.parametrize(("guests", "code"), [(1, None), (100, None), (101, "needs_human")])
def test_the_largest_party(guests: int, code: str | None) -> None:
    reason = rules.too_large(guests, 100)
    assert (reason.code if reason else None) == code


@pytest.mark.parametrize(("served", "needs_human", "code"), [
    (True, False, None), (True, True, "needs_human"), (False, True, "needs_human"), (False, False, "needs_human"),
])  # fmt: skip
def test_the_furthest_party(served: bool, needs_human: bool, code: str | None) -> None:
    reason = rules.too_far(served=served, needs_human=needs_human, miles=120.4)
    assert (reason.code if reason else None) == code


@pytest.mark.parametrize(("seconds", "code"), [(1, None), (0, "party_begun"), (-1, "party_begun")])
def test_a_party_begins_at_its_start(seconds: int, code: str | None) -> None:
    reason = rules.begun(NOW + timedelta(seconds=seconds), NOW)
    assert (reason.code if reason else None) == code


@pytest.mark.parametrize(
    ("touched", "hours", "code"),
    [
        ({"guests": True}, 24, None), ({"guests": True}, 23.999, "guests_final"),
        ({"place": True}, 24, None), ({"place": True}, 23.999, "place_final"),
        ({"menu": True}, 12, None), ({"menu": True}, 11.999, "menu_final"),
        ({"menu": True, "guests": True}, 13, "guests_final"), ({"guests": True, "menu": True}, 11, "guests_final"),
        ({"moved": True}, 1, None), ({}, 0.1, None),
    ],
)  # fmt: skip
def test_what_is_final_how_long_before(touched: dict[str, bool], hours: float, code: str | None) -> None:
    nothing = {"moved": False, "guests": False, "menu": False, "place": False}
    wish = Wish(**nothing | touched, start=NOW + timedelta(hours=hours))
    reason = rules.too_late(wish, POLICIES, NOW)
    assert (reason.code if reason else None) == code


def test_deadlines_are_the_owners() -> None:
    wish = Wish(moved=False, guests=True, menu=False, place=False, start=NOW + timedelta(hours=30))
    assert rules.too_late(wish, POLICIES, NOW) is None
    stricter = POLICIES.model_copy(update={"guest_count_final_hours": 72})
    reason = rules.too_late(wish, stricter, NOW)
    assert reason and reason.sentence == "The guest count is final 72 hours before the party."


@pytest.mark.parametrize(
    ("said", "fee"),
    [
        ({}, 0), ({"reschedules": 1}, 200_00), ({"reschedules": 5}, 200_00), ({"hours": 24}, 0),
        ({"hours": 23.999}, 200_00), ({"status": "deposit_pending", "hours": 1}, 0), ({"status": "held"}, 0),
        ({"status": "deposit_pending", "reschedules": 3}, 0),
    ],
)  # fmt: skip
def test_what_moving_costs(said: dict[str, Any], fee: int) -> None:
    fact: dict[str, Any] = {"status": "confirmed", "reschedules": 0, "hours": 100} | said
    start = NOW + timedelta(hours=fact.pop("hours"))
    assert rules.reschedule_fee(**fact, start=start, now=NOW, policies=POLICIES) == fee


@pytest.mark.parametrize(
    ("now", "days", "refund"),
    [
        ("2026-03-10T00:00:00-07:00", 4, 100_00), ("2026-03-10T23:59:59-07:00", 4, 100_00),
        ("2026-03-11T00:00:00-07:00", 3, 0), ("2026-03-11T06:59:59+00:00", 4, 100_00),
        ("2026-03-11T07:00:00+00:00", 3, 0), ("2026-02-01T00:00:00-08:00", 41, 100_00),
        ("2026-03-15T00:00:00-07:00", -1, 0),
    ],
)  # fmt: skip
def test_the_refund_is_one_of_dates_where_the_party_is(now: str, days: int, refund: int) -> None:
    money = rules.PaidSoFar(deposit=100_00, deposit_paid=100_00, paid=100_00)
    terms = rules.refund(
        day=date(2026, 3, 14), zone=LA, money=money, now=datetime.fromisoformat(now), policies=POLICIES
    )
    assert (terms.days_before, terms.refund, terms.refundable) == (days, refund, refund > 0)
    assert terms.deadline == date(2026, 3, 10) and "March 10, 2026" in terms.sentence
    assert ("comes back in full" in terms.sentence) == terms.refundable


@pytest.mark.parametrize(
    ("now", "money", "refund", "kept", "said"),
    [
        ("2026-03-01T12:00:00-08:00", (100_00, 100_00, 660_00), 660_00, 0, "The other $560 that you paid comes back."),
        ("2026-03-13T12:00:00-07:00", (100_00, 100_00, 660_00), 560_00, 100_00, "The other $560 that you paid"),
        ("2026-03-13T12:00:00-07:00", (100_00, 150_00, 150_00), 50_00, 100_00, "deposit of $100 is kept"),
        ("2026-03-13T12:00:00-07:00", (100_00, 40_00, 40_00), 0, 40_00, "deposit of $40 is kept"),
        ("2026-03-13T12:00:00-07:00", (100_00, 0, 0), 0, 0, "nothing is owed"),
    ],
)
def test_only_the_deposit_is_ever_kept(
    now: str, money: tuple[int, int, int], refund: int, kept: int, said: str
) -> None:
    so_far = rules.PaidSoFar(*money)
    terms = rules.refund(
        day=date(2026, 3, 14), zone=LA, money=so_far, now=datetime.fromisoformat(now), policies=POLICIES
    )
    assert (terms.refund, terms.kept) == (refund, kept) and said in terms.sentence


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, ["The total stays $660."]),
        ({"moved": True}, ["Moving the party is free.", "The total stays $660."]),
        (
            {"moved": True, "fee": 200_00, "after": 860_00},
            ["Moving the party costs $200.", "The total changes from $660 to $860."],
        ),
        (
            {"after": 550_00, "minimum": True, "deposit_paid": 100_00},
            [
                "The total changes from $660 to $550.",
                "The party minimum applies.",
                "The deposit of $100 that you paid carries over.",
            ],
        ),
    ],
)
def test_consequences_are_said_in_sentences(said: dict[str, Any], expected: list[str]) -> None:
    plain = {"moved": False, "fee": 0, "before": 660_00, "after": 660_00, "minimum": False, "deposit_paid": 0}
    assert rules.consequences(**plain | said) == expected


def test_only_what_differs_is_a_change() -> None:
    before = {"adults": 12, "name": "Dana", "addons": {}}
    assert rules.changed(before, {"adults": 14, "name": "Dana", "addons": {}}) == {"adults": (12, 14)}
    assert rules.changed(before, {"addons": {"gyoza": 1}}) == {"addons": ({}, {"gyoza": 1})}
    assert rules.changed(before, {}) == {}
