"""What a lead is worth, by the owner's points: pure."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from hibachi.growth import rules
from hibachi.policies.growth import LeadPoints

TODAY = date(2026, 3, 4)
NOBODY: dict[str, Any] = {"source": "staff", "phone": None, "email": None, "wanted": {}, "attempts": 1}


def score(points: LeadPoints | None = None, **said: Any) -> int:
    return rules.score(NOBODY | said, points or LeadPoints(), TODAY)


@pytest.mark.parametrize(
    ("said", "worth"),
    [
        ({}, 15),
        ({"source": "refused_booking"}, 30),
        ({"source": "quote"}, 25),
        ({"source": "form"}, 25),
        ({"phone": "+15105550199"}, 25),
        ({"email": "dana@example.com"}, 20),
        ({"wanted": {"event_date": "2026-09-01"}}, 30),
        ({"wanted": {"event_date": "2026-03-20"}}, 45),
        ({"wanted": {"event_date": "2026-04-03"}}, 45),
        ({"wanted": {"event_date": "2026-04-04"}}, 30),
        ({"wanted": {"event_date": "2026-03-03"}}, 15),
        ({"wanted": {"event_date": "soon"}}, 15),
        ({"wanted": {"event_date": None}}, 15),
        ({"wanted": {"zip": "95112"}}, 25),
        ({"wanted": {"adults": 8}}, 20),
        ({"wanted": {"adults": 10, "children": 5}}, 35),
        ({"wanted": {"adults": 10, "children": 4}}, 20),
        ({"wanted": {"adults": "ten"}}, 15),
        ({"attempts": 2}, 20),
        ({"attempts": 40}, 30),
    ],
)
def test_each_thing_that_is_known_adds_its_points(said: dict[str, Any], worth: int) -> None:
    assert score(**said) == worth


def test_no_lead_is_worth_more_than_a_hundred() -> None:
    everything = {"event_date": "2026-03-20", "zip": "95112", "adults": 40}
    assert score(source="refused_booking", phone="+1", email="a@b.c", wanted=everything, attempts=9) == 100


def test_the_points_are_the_owners() -> None:
    mine = LeadPoints(source={"staff": 1}, phone=40, soon_days=2)
    assert score(mine, phone="+15105550199") == 41
    assert score(mine, wanted={"event_date": "2026-03-20"}) == 16
    assert score(mine, source="form") == 0, "a source without points has none"


def test_two_leads_of_one_person_are_worth_the_better_one() -> None:
    now = datetime(2026, 3, 4, tzinfo=UTC)
    columns = ("name", "reason", "follow_up_at", "last_contact_at", "notes")
    plain: dict[str, Any] = NOBODY | dict.fromkeys(columns) | {"status": "new", "follow_ups": 0, "updated_at": now}
    assert rules.folded(plain | {"score": 20}, plain | {"score": 65})["score"] == 65
