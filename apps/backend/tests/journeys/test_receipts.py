"""The receipt of money: every dollar that comes or goes is said once, with its file, and nothing that was not."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking
from hibachi.concierge.facts import Fact
from hibachi.concierge.validator import check
from hibachi.journeys import rules
from hibachi.kit.clock import SettableClock
from hibachi.kit.money import text
from hibachi.payments import service as payments
from hibachi.policies import service as policies
from tests.channels.scripted import Shop, shop_on
from tests.parties import OLGA
from tests.parties import Shop as Parties

PROFILE = policies.read_profile(policies.DEFAULT_PATH)
LINK = "https://party.example/api/v1/bookings/01a221e2-d7e7-7d03-b7c6-8a2986016e92/documents/01a221e2-d7e7-7d03-b7c6-8a2986016e93.pdf?token=AbC_d-12ef"


@settings(deadline=None, max_examples=60)
@given(
    kind=st.sampled_from(["deposit", "balance", "tip", "refund"]),
    cents=st.integers(1, 1_000_000_00),
    ahead=st.integers(0, 360),
    channel=st.sampled_from(["email", "sms", "whatsapp", "instagram"]),
    link=st.sampled_from([LINK, None]),
)
def test_every_receipt_may_leave_and_none_with_another_amount(
    kind: str, cents: int, ahead: int, channel: str, link: str | None
) -> None:
    day = date(2026, 3, 4) + timedelta(days=ahead)
    said, moved = rules.receipt(kind, cents, day, link), "refund" if kind == "refund" else "received"
    for told, ok in ((cents, True), (cents + 1_00, False)):
        result = {"booking": {"status": "confirmed", "date": day.isoformat()}, "link": link, moved: text(told)}
        facts = [Fact("house:receipt", "payment_status", {}, result, "2026-03-04")]
        verdict = check(said, facts=facts, said=[], today=date(2026, 3, 4), zone="America/Los_Angeles", channel=channel, profile=PROFILE)  # fmt: skip
        assert verdict.ok is ok, (said, verdict.errors)


@pytest.fixture
async def shop(database_url: str, clock: SettableClock) -> AsyncIterator[Shop]:
    async with shop_on(database_url, clock, PUBLIC_URL="https://party.example") as opened:
        yield opened


async def a_party(shop: Shop) -> tuple[Parties, Booking]:
    received = await shop.arrives("hello")
    await shop.work()
    shop.carrier.taken.clear()
    async with shop.db.transaction() as tx:
        book = await policies.current(tx)
    parties = Parties(shop.db, shop.clock, book)
    return parties, await parties.pending(received.conversation.customer_id)


async def test_what_comes_and_goes_is_said_once_each_with_its_receipt(shop: Shop) -> None:
    parties, booking = await a_party(shop)
    await parties.pay(booking.id)
    await shop.work()
    [entry] = (await parties.do(bookings.payments_of, booking_id=booking.id)).entries
    (said,) = shop.carrier.texts
    start = f"Thank you! $100 has arrived for your party on Saturday, March 14. Your receipt: https://party.example/api/v1/bookings/{booking.id}/documents/{entry.id}.pdf?token="
    assert said.startswith(start), said
    back = {"booking_id": booking.id, "entry_id": entry.id, "amount": 30_00, "reason": "a late chef"}
    await parties.do(bookings.record_refund, actor=OLGA, **back)
    await shop.work()
    for _ in range(2):
        await parties.do(shop.runtime.receipts.send, receivable_id=booking.id, entry_id=entry.id)
    await shop.work()
    assert [one[:32] for one in shop.carrier.texts] == [
        "Thank you! $100 has arrived for ",
        "The refund of $30 for your party",
    ]


async def test_at_night_it_waits_for_the_morning(shop: Shop) -> None:
    parties, booking = await a_party(shop)
    shop.clock.set(datetime.fromisoformat("2026-03-05T02:00:00-08:00"))
    await parties.do(payments.record, receivable_id=booking.id, amount=100_00, method="venmo")
    await shop.runtime.jobs.drain()
    assert shop.carrier.texts == []
    [job] = await parties.rows("SELECT scheduled_at > now() FROM procrastinate_jobs WHERE task_name = 'journeys.receipt' AND status = 'todo'")  # fmt: skip
    assert job[0]
    shop.clock.set(datetime.fromisoformat("2026-03-05T09:00:00-08:00"))
    await parties.rows(
        "UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE task_name = 'journeys.receipt' RETURNING 1"
    )
    await shop.work()
    assert len(shop.carrier.texts) == 1


@pytest.mark.parametrize(
    "note", [{"method": "imported"}, {"provider": "stripe", "provider_id": "re_1:failed", "method": "card"}]
)
async def test_old_news_and_a_refund_that_came_back_are_no_receipt(shop: Shop, note: dict[str, str]) -> None:
    parties, booking = await a_party(shop)
    await parties.do(payments.record, receivable_id=booking.id, amount=100_00, **note)
    await shop.work()
    assert shop.carrier.texts == []
