"""Disputes, refunds that failed and late deposits reach a person, once, and the machine goes on speaking."""

from uuid import UUID

import pytest

from hibachi.bookings.events import DepositPaid
from hibachi.bookings.schemas import Booking
from hibachi.channels.notices import matters
from hibachi.kit.ids import new_id
from hibachi.payments.cards.events import CardDisputed, CardRefundFailed
from tests.parties import DEPOSIT, Shop, shop

__all__ = ["shop"]
PACKETS = """
    SELECT packet.reason, packet.summary, packet.urgency, thread.status, thread.user_id
    FROM escalations packet JOIN conversations thread ON thread.id = packet.conversation_id ORDER BY packet.id
"""


def dispute(booking: Booking, status: str) -> CardDisputed:
    return CardDisputed(receivable_id=booking.id, dispute_id="dp_1", status=status, amount=DEPOSIT, reason="fraudulent")


async def packets(shop: Shop) -> list[tuple[str, str, str, str, UUID]]:
    return [tuple(row) for row in await shop.rows(PACKETS)]


async def test_each_step_of_a_dispute_is_told_once(shop: Shop) -> None:
    booking = await shop.confirmed()
    for status in ("needs_response", "needs_response", "lost"):
        await shop.do(matters.on_dispute, event=dispute(booking, status))
    found = await packets(shop)
    assert [(reason, urgency) for reason, _, urgency, *_ in found] == [("card_disputed", "high")] * 2
    assert all(f"Party of 2026-03-14 at 18:00, Dana Ruiz ({booking.id})" in summary for _, summary, *_ in found)
    assert "needs_response" in found[0][1] and "$100" in found[0][1] and "lost" in found[1][1]
    assert {row[3:] for row in found} == {("ai", booking.customer_id)}
    assert [event["urgency"] for event in await shop.events("PersonNeeded")] == ["high", "high"]
    assert await shop.number("conversations") == 1 and await shop.number("outbox") == 0


async def test_a_refund_that_did_not_arrive_names_what_to_do(shop: Shop) -> None:
    booking = await shop.confirmed()
    said = {"receivable_id": booking.id, "refund_id": new_id(), "amount": 25_00, "reason": "lost_or_stolen_card"}
    for _ in range(2):
        await shop.do(matters.on_refund_failed, event=CardRefundFailed(**said))
    ((reason, summary, urgency, *_),) = await packets(shop)
    assert (reason, urgency) == ("card_refund_failed", "high")
    assert "$25" in summary and "Give it back another way" in summary


@pytest.mark.parametrize(("placed", "matters_now"), [(True, 0), (False, 1)])
async def test_a_deposit_without_a_place_is_a_task(shop: Shop, placed: bool, matters_now: int) -> None:
    booking = await shop.pending()
    said = {"booking_id": booking.id, "customer_id": booking.customer_id, "amount": DEPOSIT, "method": "card"}
    await shop.do(matters.on_deposit, event=DepositPaid(**said, placed=placed))
    found = await packets(shop)
    assert [reason for reason, *_ in found] == ["refund_or_move"] * matters_now
    assert all("Offer another time, or refund it." in summary for _, summary, *_ in found)
