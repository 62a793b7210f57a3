"""When a deposit is brought to mind, and that the validator lets every such word leave."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hibachi.concierge.facts import Fact
from hibachi.concierge.validator import check
from hibachi.journeys import rules
from hibachi.journeys.rules import Words
from hibachi.kit.clock import wall
from hibachi.kit.money import text
from hibachi.policies import service as policies

LA = "America/Los_Angeles"
PROFILE = policies.read_profile(policies.DEFAULT_PATH)
LINK = "https://party.example/party/?id=01a221e2-d7e7-7d03-b7c6-8a2986016e92&token=AbC_d-12ef0123456789abcdef"
ENDS = datetime.fromisoformat("2026-03-04T12:00:00-08:00")


@pytest.mark.parametrize(
    ("minutes_before_the_end", "due"), [(120, False), (61, False), (60, True), (1, True), (0, False), (-1, False)]
)
def test_it_is_due_after_its_minutes_and_before_the_end(minutes_before_the_end: int, due: bool) -> None:
    now = ENDS - timedelta(minutes=minutes_before_the_end)
    assert rules.is_due(now=now, hold_ends=ENDS, hold_minutes=120, after_minutes=60) is due


def refusals(words: str, facts: list[Fact], now: datetime) -> list[str]:
    verdict = check(words, facts=facts, said=[], today=now.date(), zone=LA, channel="sms", profile=PROFILE, known=())
    return [problem.why for problem in verdict.errors]


@settings(deadline=None, max_examples=80)
@given(
    minutes=st.integers(0, 60 * 24 * 400),
    hold=st.integers(1, 60),
    ahead=st.integers(2, 360),
    at=st.sampled_from([time(12), time(15), time(18), time(21)]),
    linked=st.booleans(),
    begun=st.booleans(),
)
def test_whatever_is_said_may_leave(minutes: int, hold: int, ahead: int, at: time, linked: bool, begun: bool) -> None:
    now = wall(datetime.fromisoformat("2026-01-01T08:00:00+00:00") + timedelta(minutes=minutes), LA)
    until, day = wall(now + timedelta(minutes=hold), LA), now.date() + timedelta(days=ahead)
    words = Words(
        day=day, at=at, deposit=100_00, is_begun=begun, now=now, until=until, link=LINK if linked else None, cards=True
    )
    party = {"status": "deposit_pending", "date": day.isoformat(), "time": f"{at:%H:%M}", "deposit": text(100_00)}
    read = {"booking": party | {"hold_expires_at": until.isoformat()}, "link": words.link}
    fact = Fact("house:party", "read_booking", {}, read, now.isoformat())
    assert refusals(rules.reminder(words), [fact], now) == []
    taken = {"date": day.isoformat(), "time": f"{at:%H:%M}", "available": False, "reason": {"code": "full"}}
    facts = [
        fact,
        Fact("house:taken", "check_availability", {}, taken, now.isoformat()),
        Fact("house:hand_over", "hand_over_to_human", {}, {"handed_over": True}, now.isoformat()),
    ]
    assert refusals(rules.came_late(words), facts, now) == []


def test_a_link_that_no_fact_has_and_another_amount_stay() -> None:
    now = wall(ENDS - timedelta(hours=1), LA)
    words = Words(
        day=date(2026, 3, 14), at=time(18), deposit=100_00, is_begun=False, now=now, until=wall(ENDS, LA), link=LINK
    )
    party = {"status": "deposit_pending", "date": "2026-03-14", "time": "18:00", "deposit": "90.00"}
    fact = Fact("x", "read_booking", {}, {"booking": party | {"hold_expires_at": ENDS.isoformat()}}, now.isoformat())
    found = refusals(rules.reminder(words), [fact], now)
    assert any("link" in why for why in found) and any("amount" in why or "$100" in why for why in found)
