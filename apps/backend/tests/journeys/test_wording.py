"""The words: a snapshot of each, and that the validator lets whatever is said leave, and nothing that is not true."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hibachi.concierge.facts import Fact
from hibachi.concierge.validator import check
from hibachi.journeys import wording
from hibachi.journeys.sources.parties import as_read
from hibachi.journeys.wording import Party, Wish
from hibachi.kit.clock import wall
from tests.journeys.samples import LA, PROFILE, party

LINK = "https://party.example/party/?id=01a221e2-d7e7-7d03-b7c6-8a2986016e92&token=AbC_d-12ef0123456789abcdef"
NOW = datetime.fromisoformat("2026-03-04T11:00:00-08:00")


def refusals(words: str, facts: list[Fact], now: datetime, channel: str = "sms") -> list[str]:
    verdict = check(words, facts=facts, said=[], today=now.date(), zone=LA, channel=channel, profile=PROFILE)
    return [f"{problem.words}: {problem.why}" for problem in verdict.errors]


def fact(result: Mapping[str, object], tool: str = "read_booking") -> Fact:
    return Fact("house:x", tool, {}, dict(result), NOW.isoformat())


@settings(deadline=None, max_examples=60)
@given(
    minutes=st.integers(0, 60 * 24 * 400),
    hold=st.integers(1, 60),
    ahead=st.integers(2, 360),
    at=st.sampled_from([time(12), time(15), time(18), time(21)]),
    linked=st.booleans(),
    guests=st.tuples(st.integers(1, 60), st.integers(0, 12), st.integers(0, 5)),
    owed=st.integers(1, 9_000_00),
    name=st.sampled_from([None, "Dana", "Mary-Jane", "O'Neil", "José", "April", "May"]),
    channel=st.sampled_from(["sms", "email", "whatsapp"]),
)
def test_whatever_is_said_of_a_party_may_leave(
    minutes: int, hold: int, ahead: int, at: time, linked: bool, guests: tuple[int, int, int], owed: int,
    name: str | None, channel: str,
) -> None:  # fmt: skip
    now = wall(datetime.fromisoformat("2026-01-01T08:00:00+00:00") + timedelta(minutes=minutes), LA)
    day, until = now.date() + timedelta(days=ahead), now + timedelta(minutes=hold)
    adults, children, toddlers = guests
    money: dict[str, Any] = {"balance": owed, "total_amount": owed + 100_00}
    people: dict[str, Any] = {"adults": adults, "children": children, "toddlers": toddlers}
    seen = Party(
        day=day, at=at, now=now, name=name, guests=sum(guests), deposit=100_00, balance=owed, until=until,
        link=LINK if linked else None, cards=True,
    )  # fmt: skip
    pending = party(day, at, status="deposit_pending", hold_expires_at=until, deposit_paid=0, **people, **money)
    facts = [fact({"booking": as_read(pending), "link": seen.link})]
    assert refusals(wording.deposit_reminder(seen), facts, now, channel) == []
    taken = {"date": day.isoformat(), "time": f"{at:%H:%M}", "available": False, "reason": {"code": "full"}}
    late = [*facts, fact(taken, "check_availability"), fact({"handed_over": True}, "hand_over_to_human")]
    assert refusals(wording.came_late(seen), late, now, channel) == []
    facts = [fact({"booking": as_read(party(day, at, **people, **money)), "link": seen.link})]
    assert refusals(wording.balance_reminder(seen, PROFILE.policies.payment_methods), facts, now, channel) == []
    assert refusals(wording.event_reminder(seen, PROFILE.policies.rain), facts, now, channel) == []


@settings(deadline=None, max_examples=40)
@given(
    ago=st.integers(1, 400),
    name=st.sampled_from([None, "Dana", "June"]),
    asks=st.sampled_from(["review", "opinion"]),
    guests=st.integers(1, 60),
    total=st.integers(100_00, 9_000_00),
    ahead=st.integers(1, 300),
    is_priced=st.booleans(),
    is_last=st.booleans(),
)
def test_whatever_is_said_afterwards_or_of_a_wish_may_leave(
    ago: int, name: str | None, asks: str, guests: int, total: int, ahead: int, is_priced: bool, is_last: bool
) -> None:
    day, wanted = NOW.date() - timedelta(days=ago), NOW.date() + timedelta(days=ahead)
    seen = Party(day=day, at=time(18), now=NOW, name=name)
    facts = [fact({"booking": as_read(party(day, status="completed"))})]
    for words in (wording.thanks(seen, asks, None), wording.care(seen), wording.win_back(seen)):
        assert refusals(words, facts, NOW) == []
    dollars = f"{total // 100}.{total % 100:02}"
    price = {"party": {"adults": guests, "children": 0}, "event_date": wanted.isoformat(), "total": dollars}
    wish = Wish(name, guests, wanted, total if is_priced else None)
    assert refusals(wording.quote_follow_up(wish, is_last=is_last), [fact(price, "calculate_party_quote")], NOW) == []
    assert refusals(wording.lead_follow_up(wish), [fact({"date": wanted.isoformat()}, "read_lead")], NOW) == []


def test_a_link_that_no_fact_has_another_amount_hour_or_day_stay() -> None:
    seen = Party(
        day=date(2026, 3, 14), at=time(18), now=NOW, guests=12, deposit=100_00, balance=644_00, until=NOW, link=LINK
    )
    for wrong, why in (
        (party(balance=640_00), "$644"),
        (party(at=time(21)), "6 pm"),
        (party(date(2026, 3, 21)), "march 14"),
        (party(), "https://"),
    ):
        found = refusals(wording.balance_reminder(seen, ("cash",)), [fact({"booking": as_read(wrong)})], NOW)
        assert any(why in one.lower() for one in found), (why, found)


SEEN = Party(day=date(2026, 3, 14), at=time(18), now=NOW, name="Dana", guests=12, balance=644_00)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            wording.thanks(SEEN, "review", LINK),
            (
                "Hi Dana, thank you for having us on Saturday, March 14! Would you write us a short review? "
                f"It helps other families to find us: {LINK}"
            ),
        ),
        (
            wording.care(SEEN),
            (
                "Hi Dana, thank you for having us on Saturday, March 14. We would like to hear how it was for you, "
                "and what we could have done better. Just reply here."
            ),
        ),
        (
            wording.quote_follow_up(Wish("Dana", 12, date(2026, 3, 14), 744_00), is_last=False),
            (
                "Hi Dana, you asked us about a hibachi party for 12 guests on Saturday, March 14. Our price for it is $744. "
                "Do you have any questions about it? Just reply here. Reply STOP to hear no more of this."
            ),
        ),
        (
            wording.lead_follow_up(Wish(None)),
            (
                "Hello, you asked us about a hibachi party, and it did not come about. Would another day or time suit you? "
                "Just reply here. Reply STOP to hear no more of this."
            ),
        ),
        (
            wording.win_back(SEEN),
            (
                "Hi Dana, it has been a while since your hibachi party on March 14, 2026. Is there something to celebrate "
                "again? Just reply with a day and the number of guests. Reply STOP to hear no more of this."
            ),
        ),
        (
            wording.balance_reminder(SEEN, ("cash",)),
            "Hi Dana, a reminder: the balance for your party on Saturday, March 14 at 6 PM is $644. We take cash.",
        ),
    ],
)
def test_the_words(said: str, expected: str) -> None:
    """FUP-04: names and details of the event."""
    assert said == expected


def test_an_unhappy_customer_is_asked_for_no_review_and_offered_nothing() -> None:
    """FUP-02."""
    said = wording.care(SEEN).lower()
    assert not any(word in said for word in ("review", "book", "$", "offer", "next time", "friends"))
