"""Who waits to be told how to pay: on the list once, until a person says that it was sent; no list where a handle tells it."""

import asyncio
from typing import Any

import pytest

from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingRequested
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.kit.events import EventBus
from hibachi.payments import service as payments
from hibachi.payments.instructions.errors import NobodyWaits
from hibachi.payments.instructions.schemas import InstructionsAwaited
from hibachi.payments.rules import reference
from hibachi.payments.service import instructions as service
from hibachi.policies import service as policies
from tests.parties import OLGA, Shop, open_shop


@pytest.fixture
async def shop(db: Database, bus: EventBus, clock: SettableClock) -> Shop:
    """A shop that takes no cards, composed as the runtime does it."""
    bus.listen_inside(BookingRequested, bookings.on_requested)
    return await open_shop(db, clock)


async def waiting(shop: Shop) -> list[InstructionsAwaited]:
    return await shop.do(service.waiting, limit=50)


async def with_handle(shop: Shop) -> None:
    changes = {"policies": {"payment_handles": {"venmo": "@MyHibachiChef"}}}
    await shop.do(policies.change, actor=OLGA, changes=changes, effective_from=None, note="we have a handle now")


async def test_who_books_waits_until_it_was_sent(shop: Shop) -> None:
    booking = await shop.pending()
    [one] = await waiting(shop)
    assert (one.booking_id, one.reference, one.due) == (booking.id, reference(booking.id), booking.deposit)
    await shop.do(service.mark_sent, actor=OLGA, receivable_id=booking.id)
    assert await waiting(shop) == [] and len(await shop.audits("instructions_sent")) == 1


async def test_asked_twice_is_one_and_asked_again_waits_again(shop: Shop) -> None:
    booking = await shop.pending()
    await asyncio.gather(*(shop.do(payments.want_instructions, receivable_id=booking.id) for _ in range(5)))
    since = (await waiting(shop))[0].asked_at
    await shop.do(service.mark_sent, actor=OLGA, receivable_id=booking.id)
    shop.later(minutes=5)
    assert await shop.do(payments.want_instructions, receivable_id=booking.id)
    [one] = await waiting(shop)
    assert one.asked_at > since


async def test_two_people_send_it_once(shop: Shop) -> None:
    booking = await shop.pending()
    tries: list[Any] = await asyncio.gather(
        *(shop.do(service.mark_sent, actor=OLGA, receivable_id=booking.id) for _ in range(5)), return_exceptions=True
    )
    assert sum(one is None for one in tries) == 1 and sum(isinstance(one, NobodyWaits) for one in tries) == 4
    assert len(await shop.audits("instructions_sent")) == 1


async def test_who_paid_since_knows_how_and_may_ask_again(shop: Shop) -> None:
    booking = await shop.pending()
    shop.later(minutes=5)
    await shop.do(payments.record, receivable_id=booking.id, amount=40_00, method="venmo")
    assert await waiting(shop) == []
    await shop.do(service.mark_sent, actor=OLGA, receivable_id=booking.id)
    shop.later(minutes=5)
    await shop.do(payments.want_instructions, receivable_id=booking.id)
    assert [one.due for one in await waiting(shop)] == [booking.deposit - 40_00]
    await shop.do(payments.record, receivable_id=booking.id, amount=booking.total_amount, method="venmo")
    assert await waiting(shop) == []


async def test_a_handle_tells_it(shop: Shop) -> None:
    await with_handle(shop)
    await shop.pending()
    assert await waiting(shop) == [] and await shop.number("payment_instructions") == 0


async def test_nobody_waits_for_what_is_not_there(shop: Shop) -> None:
    with pytest.raises(NobodyWaits):
        await shop.do(service.mark_sent, actor=OLGA, receivable_id=OLGA.id)
