"""Who was told a price and went silent is a lead: found by the clock, kept once a quote."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.concierge import repository
from hibachi.conversations import service as conversations
from hibachi.growth import service as growth
from hibachi.kit.db import Database, Tx
from hibachi.policies import service as policies
from hibachi.quotes import service as quotes
from hibachi.quotes.schemas import Quote

LOOKED_BACK = timedelta(days=7)
"""How long after its time a quote is still looked for: the worker may have been down."""


async def capture_unanswered_quotes(db: Database) -> None:
    """Every hour: each price that nobody answered within the owner's first follow-up is a lead (a job)."""
    async with db.transaction() as tx:
        waits = (await policies.current(tx)).profile.follow_ups.quote_without_booking
        until = tx.now - timedelta(hours=waits[0].after_hours if waits else 24)
        found = await repository.unanswered_quotes(tx, until - LOOKED_BACK, until)
    for conversation_id, quote_id in found:
        async with db.transaction() as tx:
            thread = await conversations.get(tx, conversation_id=conversation_id)
            if not await _has_a_party(tx, thread.customer_id):
                quote = await quotes.get(tx, quote_id=quote_id)
                await growth.capture_quote(tx, customer_id=thread.customer_id, quote_id=quote_id, wanted=_wish(quote))


async def _has_a_party(tx: Tx, customer_id: UUID) -> bool:
    """Whether the person has one to come, wherever they booked it."""
    own = await bookings.of_customer(tx, customer_id=customer_id)
    return any(party.status in ("deposit_pending", "confirmed") for party in own)


def _wish(quote: Quote) -> dict[str, Any]:
    """The party of a quote as leads keep one."""
    said = {
        "event_date": quote.event_date.isoformat() if quote.event_date else None,
        "zip": quote.zip,
        "adults": quote.party.adults,
        "children": quote.party.children,
        "toddlers": quote.party.toddlers,
    }
    return {what: value for what, value in said.items() if value is not None}
