"""A last moment is told by its day and hour only where it is so many hours before a party of the facts."""

from datetime import date
from typing import Any

import pytest

from tests.concierge.validator.corpus import Reply, facts_of

ZONE = "America/Los_Angeles"


def _party(on: str, at: str, weekday: str) -> dict[str, Any]:
    return {
        "id": "f-customer_bookings_1", "tool": "customer_bookings", "arguments": {}, "at": "2026-03-04T10:00:00-08:00",
        "result": {"bookings": [{
            "id": "0196a000-0000-7000-8000-437220529728", "date": on, "weekday": weekday, "time": at, "status": "confirmed",
            "adults": 12, "children": 0, "toddlers": 0, "total": "660.00", "deposit": "100.00", "balance": "560.00",
            "name": "Dana Ruiz", "phone": None, "email": None, "zip": "94539",
        }]},
    }  # fmt: skip


def _errors(text: str, party: dict[str, Any]) -> tuple[object, ...]:
    facts = facts_of(["price_list", party])
    return Reply(text, facts, ("until when can i change the guests",), date(2026, 3, 4), ZONE, "sms").checked().errors


SATURDAY = _party("2026-03-21", "18:00", "Saturday")


def test_the_last_moment_of_a_party_may_be_told() -> None:
    text = "You can change the number of guests until Friday, March 20 at 6 PM, 24 hours before the party."
    assert _errors(text, SATURDAY) == ()


@pytest.mark.parametrize(
    "until",
    [
        "Thursday, March 19 at 6 PM, 24 hours before the party",
        "Friday, March 20 at 9 PM, 24 hours before the party",
        "Friday, March 13 at 6 PM, 24 hours before the party",
        "Saturday, March 21 at noon, 24 hours before the party",
        "Friday, March 20 at 3 PM, 27 hours before the party",
    ],
)
def test_another_day_hour_or_distance_may_not(until: str) -> None:
    assert _errors(f"You can change the number of guests until {until}.", SATURDAY)


def test_hours_are_counted_over_the_change_of_the_clock() -> None:
    """The clocks went forward on March 8, 2026: a day earlier by the clock is 23 hours, 24 hours are an hour before."""
    sunday = _party("2026-03-08", "12:00", "Sunday")
    assert (
        _errors(
            "You can change the number of guests until Saturday, March 7 at 11 AM, 24 hours before the party.", sunday
        )
        == ()
    )
    assert _errors(
        "You can change the number of guests until Saturday, March 7 at noon, 24 hours before the party.", sunday
    )
