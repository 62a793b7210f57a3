"""What is said unasked: once, from the party as it is, within the law, and marked as sent when it was."""

from datetime import date, time, timedelta

import pytest

from hibachi.bookings import service as bookings
from hibachi.kit.clock import SettableClock, wall
from tests.journeys.lives import life_on
from tests.parties import OLGA


async def test_one_reminder_of_the_deposit_with_the_link_before_the_hold_ends(
    database_url: str, clock: SettableClock
) -> None:
    async with life_on(database_url, clock) as life:
        booking = await life.parties.pending(life.customer_id)
        life.parties.later(minutes=59)
        assert await life.run() == []
        life.parties.later(minutes=2)
        (said,) = await life.run()
        assert said.startswith("A reminder: we hold Saturday, March 14 at 6 PM for you until 12 PM.")
        assert "The $100 deposit confirms your party. You can pay it here: https://party.example/party/?id=" in said
        assert str(booking.id) in said
        life.parties.later(minutes=30)
        assert await life.run() == []
        assert await life.states() == [("deposit_reminder", "", "sent", None)]


@pytest.mark.parametrize("what", ["paid", "cancelled", "over"])
async def test_a_party_that_waits_no_more_hears_nothing(database_url: str, clock: SettableClock, what: str) -> None:
    async with life_on(database_url, clock) as life:
        booking = await life.parties.pending(life.customer_id)
        life.parties.later(minutes=61 if what != "over" else 121)
        if what == "paid":
            await life.parties.pay(booking.id)
        elif what == "cancelled":
            await life.cancel(booking)
        assert await life.run() == []
        assert await life.rows() == []


async def test_a_late_deposit_is_told_to_its_customer_once(database_url: str, clock: SettableClock) -> None:
    async with life_on(database_url, clock) as life:
        booking = await life.parties.pending(life.customer_id)
        await life.parties.chefs(1)
        life.parties.later(hours=3)
        await life.parties.confirmed()
        await life.parties.pay(booking.id)
        await life.shop.work()
        await life.shop.work()
        (said,) = [said for said in life.said if "deposit arrived" in said]
        assert said.startswith("Thank you, your deposit arrived, but Saturday, March 14 at 6 PM is no longer free.")
        assert said.endswith("get back to you with another time, or give the deposit back.")
        told = await life.shop.rows("SELECT reason, urgency FROM escalations")
        assert [one["reason"] for one in told] == ["refund_or_move"]


@pytest.mark.parametrize("by_then", ["still", "placed", "refunded"])
async def test_a_late_deposit_of_the_night_is_told_in_the_morning(
    database_url: str, clock: SettableClock, by_then: str
) -> None:
    """Unless it has a place by then, or went back."""
    async with life_on(database_url, clock) as life:
        booking = await life.parties.pending(life.customer_id)
        await life.parties.chefs(1)
        life.parties.later(hours=3)
        await life.parties.confirmed()
        life.at("2026-03-05T02:00:00-08:00")
        await life.parties.pay(booking.id)
        await life.shop.runtime.jobs.drain()
        assert [said for said in life.said if "deposit arrived" in said] == []
        if by_then == "placed":
            await life.parties.do(bookings.place, actor=OLGA, booking_id=booking.id, day=date(2026, 3, 15), at=time(18))
        elif by_then == "refunded":
            [entry] = (await life.parties.do(bookings.payments_of, booking_id=booking.id)).entries
            back = {"entry_id": entry.id, "amount": 100_00, "reason": "no time", "method": "zelle"}
            await life.parties.do(bookings.record_refund, actor=OLGA, booking_id=booking.id, **back)
        life.at("2026-03-05T09:00:00-08:00")
        late = await life.shop.rows(
            "UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE task_name = 'journeys.late_deposit' RETURNING 1"
        )
        assert len(late) == 1
        await life.shop.work()
        told = [said for said in life.said if "deposit arrived" in said]
        assert len(told) == (by_then == "still")


async def test_the_life_of_a_party_in_messages(database_url: str, clock: SettableClock) -> None:
    """From the deposit to the thanks: each at its time, by name, with what is true; nothing between."""
    async with life_on(database_url, clock) as life:
        booking = await life.confirmed()
        heard: dict[str, list[str]] = {}
        while clock.now() < booking.event_start:
            if said := await life.run():
                heard[f"{wall(clock.now(), booking.zone):%a %H}"] = said
            clock.advance(timedelta(hours=6))
        assert list(heard) == ["Sun 11", "Thu 11", "Fri 11"]
        week, balance, hours = (said for (said,) in heard.values())
        assert week == (
            "Hi Dana, your hibachi party is on Saturday, March 14 at 6 PM, for 12 guests. "
            "Is there any allergy or dietary need that we do not know yet? Just reply here. "
            "About rain: the customer provides overhead cover; nobody cooks uncovered in rain, "
            "and no refund for a missing cover."
        )
        assert hours == week
        assert balance.startswith("Hi Dana, a reminder: the balance for your party on Saturday, March 14 at 6 PM is $")
        assert "We take credit card, Venmo, Zelle or cash. You can pay it here: https://party.example/party/" in balance
        await life.over(booking)
        assert await life.run() == []
        life.parties.later(hours=38)
        (thanks,) = await life.run()
        words, link = thanks.split(" find us: ")
        assert words.startswith("Hi Dana, thank you for having us on Saturday, March 14! Would you write us a short")
        assert link.startswith("https://party.example/review/?token=")
        life.parties.later(hours=100)
        assert await life.run() == []
        assert {state for *_, state, _ in await life.states()} == {"sent"}
        marked = await life.shop.rows(
            "SELECT count(*) AS n FROM journeys j JOIN outbox o ON o.message_id = j.message_id"
            " WHERE j.state = 'sent' AND o.state IN ('sent', 'delivered') AND j.sent_at = o.sent_at"
        )
        assert marked[0]["n"] == 4


async def test_paid_is_not_reminded_of_the_balance(database_url: str, clock: SettableClock) -> None:
    async with life_on(database_url, clock) as life:
        booking = await life.confirmed()
        owed = (await life.parties.get(booking.id)).balance
        await life.parties.do(bookings.record_payment, actor=OLGA, booking_id=booking.id, amount=owed, method="cash")
        life.at("2026-03-12T10:00:00-07:00")
        assert [said for said in await life.run() if "balance" in said] == []
