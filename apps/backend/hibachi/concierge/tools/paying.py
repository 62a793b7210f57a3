"""The tools about money that a party's own customer may hear of: how to pay, and what has come."""

from typing import Any

from pydantic_ai import RunContext

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking
from hibachi.concierge import results
from hibachi.concierge.tools.changes import own_party
from hibachi.concierge.tools.fields import BookingId, Percent
from hibachi.concierge.tools.toolbox import Toolbox
from hibachi.kit.db import Tx
from hibachi.kit.money import text
from hibachi.payments import service as payments
from hibachi.payments.errors import UnknownReceivable
from hibachi.payments.rules import reference
from hibachi.payments.schemas import Receivable
from hibachi.policies.schemas import Profile

PAYABLE = ("deposit_pending", "confirmed", "completed")


async def payment_instructions(context: RunContext[Toolbox], booking_id: BookingId) -> dict[str, Any]:
    """How to pay for a party: what is due, a link to pay it by card, the owner's handles, and the memo for those.

    The link is the party's own page, and for its customer alone. Without a link or a handle staff send the
    instructions, and are told to; never name one that is not here.

    Args:
        booking_id: The party, from customer_bookings.
    """
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        own = await own_party(tx, toolbox, booking_id)
        site = toolbox.turn.card_site
        link = await bookings.page_link(tx, booking_id=own.id, site=site) if site else None
        told = _instructions(own, toolbox.turn.profile, link)
        if told.get("sent_by_staff"):
            await payments.want_instructions(tx, receivable_id=own.id)
        return told

    return await toolbox.run("payment_instructions", {"booking_id": booking_id}, work)


async def payment_status(context: RunContext[Toolbox], booking_id: BookingId) -> dict[str, Any]:
    """Whether money came for a party: what was received, whether the deposit is whole, and what is left to pay.

    Says only what the ledger holds; what the customer claims to have paid is not there before it arrived.

    Args:
        booking_id: The party, from customer_bookings.
    """
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        own = await own_party(tx, toolbox, booking_id)
        try:
            return _status(own, (await bookings.payments_of(tx, booking_id=own.id)).receivable)
        except UnknownReceivable:
            return {"booking": results.booking(own), "received": text(0), "deposit_paid": False}

    return await toolbox.run("payment_status", {"booking_id": booking_id}, work)


async def tip_for_party(context: RunContext[Toolbox], booking_id: BookingId, percent: Percent) -> dict[str, Any]:
    """What a tip of so many percent of a party's total comes to; it is never part of the price.

    Args:
        booking_id: The party, from customer_bookings.
        percent: Of the total, as the customer said it.
    """
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        own = await own_party(tx, toolbox, booking_id)
        return results.tip(own.total_amount, percent)

    return await toolbox.run("tip_for_party", {"booking_id": booking_id, "percent": percent}, work)


def _instructions(own: Booking, profile: Profile, link: str | None) -> dict[str, Any]:
    """What is asked now: the rest of the deposit while that is not whole, then the balance; and where it can go."""
    missing = own.deposit - own.deposit_paid
    due = {"deposit": text(missing)} if missing > 0 else {"balance": text(own.balance)}
    if own.status not in PAYABLE or (missing <= 0 and own.balance <= 0):
        return {"payable": False, "status": own.status}
    handles = {way: at for way, at in profile.policies.payment_handles.items() if at}
    told = {"payable": True, **due, "memo": reference(own.id), "handles": handles}
    by_card = {"pay_by_card": link} if link else {}
    return {**told, **by_card, "sent_by_staff": not (handles or link)}


def _status(own: Booking, owed: Receivable) -> dict[str, Any]:
    """What the ledger says of a party. What is left is told once the deposit is whole: before, the deposit comes first."""
    missing = owed.deposit - owed.deposit_paid
    party = own.model_copy(update={"paid": owed.net, "deposit_paid": owed.deposit_paid})
    said = {"booking": results.booking(party), "received": text(owed.net), "deposit_paid": missing <= 0}
    if missing > 0:
        return {**said, "deposit_missing": text(missing)}
    return {**said, "balance": text(max(owed.owed, 0)), "credit": text(max(-owed.owed, 0))}
