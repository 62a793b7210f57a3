"""What time alone does to parties: completing, closing; twice is once, and nothing depends on it."""

import asyncio
from datetime import timedelta

from hibachi.bookings import jobs, service
from hibachi.bookings.schemas import Booking
from tests.parties import Shop


async def run(shop: Shop, name: str) -> None:
    """Run a job as the worker does."""
    await shop.do(jobs.table.work[name])


def test_both_jobs_come_by_themselves() -> None:
    assert set(jobs.table.work) == set(jobs.table.crons) == {"bookings.complete", "bookings.close_lapsed"}


async def test_a_party_is_completed_when_it_is_over_and_not_before(shop: Shop) -> None:
    booking = await shop.confirmed()
    shop.clock.set(booking.event_end - timedelta(seconds=1))
    await run(shop, "bookings.complete")
    assert (await shop.get(booking.id)).status == "confirmed"
    shop.clock.set(booking.event_end)
    await run(shop, "bookings.complete")
    await run(shop, "bookings.complete")
    assert (await shop.get(booking.id)).status == "completed"
    assert [event["booking_id"] for event in await shop.events("BookingCompleted")] == [str(booking.id)]


async def test_only_confirmed_parties_are_completed(shop: Shop) -> None:
    await shop.pending()
    gone = await shop.confirmed()
    await shop.do(service.cancel, booking_id=gone.id, reason="ill")
    shop.later(days=30)
    await run(shop, "bookings.complete")
    assert await shop.events("BookingCompleted") == []
    assert {row[0] for row in await shop.rows("SELECT status FROM bookings")} == {"deposit_pending", "cancelled"}


async def test_no_show_stays_no_show(shop: Shop) -> None:
    booking = await shop.confirmed()
    shop.clock.set(booking.event_start)
    await shop.do(service.set_status, booking_id=booking.id, status="no_show")
    shop.later(days=1)
    await run(shop, "bookings.complete")
    assert (await shop.get(booking.id)).status == "no_show"


async def test_lapsed_holds_and_requests_are_written_down_once(shop: Shop) -> None:
    held, pending = await shop.held(), await shop.pending()
    kept = await shop.confirmed(day=pending.event_date + timedelta(days=1))
    shop.later(minutes=119)
    await run(shop, "bookings.close_lapsed")
    assert await shop.events("HoldExpired") == []
    shop.later(minutes=1)
    await run(shop, "bookings.close_lapsed")
    await run(shop, "bookings.close_lapsed")
    assert sorted(event["was"] for event in await shop.events("HoldExpired")) == ["deposit_pending", "held"]
    reasons = {row[0]: row[1] for row in await shop.rows("SELECT id, cancelled_reason FROM bookings")}
    assert reasons == {held.booking.id: "hold_expired", pending.id: "deposit_expired", kept.id: None}
    assert await shop.number("claims WHERE released_at IS NULL") == 1 and await shop.problems() == []


async def test_the_sweep_tells_nothing_new(shop: Shop) -> None:
    booking = await shop.pending()
    shop.later(hours=3)
    before = await shop.get(booking.id)
    await run(shop, "bookings.close_lapsed")
    after = await shop.get(booking.id)
    assert (before.status, before.cancelled_reason) == (after.status, after.cancelled_reason)


async def test_the_sweep_does_not_take_a_time_that_was_claimed_since(shop: Shop) -> None:
    await shop.chefs(1)
    await shop.pending()
    shop.later(hours=2)
    booking = await shop.confirmed()
    await run(shop, "bookings.close_lapsed")
    assert await shop.get(booking.id) == booking and await shop.problems() == []


async def test_the_jobs_have_nothing_to_do_in_an_empty_business(shop: Shop) -> None:
    await shop.chefs(0)
    for name in jobs.table.work:
        await run(shop, name)
    assert await shop.number("events") == 0


async def test_a_deposit_in_the_middle_of_the_sweep_is_not_lost(shop: Shop) -> None:
    """Whoever changes a party just now is left alone by the sweep, and comes to a right end."""
    booking = await shop.pending()
    shop.later(hours=2)
    async with shop.db.transaction() as staff:
        paid = await service.record_deposit(staff, booking_id=booking.id, amount=100_00, method="cash")
        assert isinstance(paid, Booking) and paid.status == "confirmed"
        sweep = asyncio.create_task(run(shop, "bookings.close_lapsed"))
        await asyncio.sleep(0.2)
    await sweep
    assert (await shop.get(booking.id)).status == "confirmed" and await shop.problems() == []
