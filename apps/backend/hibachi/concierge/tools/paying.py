"""The tool that tells how to pay for a party: what is due, where it goes, and what to write into the memo."""

from typing import Any

from pydantic_ai import RunContext

from hibachi.bookings.schemas import Booking
from hibachi.concierge.tools.changes import own_party
from hibachi.concierge.tools.fields import BookingId
from hibachi.concierge.tools.toolbox import Toolbox
from hibachi.kit.db import Tx
from hibachi.kit.money import text
from hibachi.payments.rules import reference
from hibachi.policies.schemas import Profile

PAYABLE = ("deposit_pending", "confirmed", "completed")


async def payment_instructions(context: RunContext[Toolbox], booking_id: BookingId) -> dict[str, Any]:
    """How to pay for a party: what is due, the owner's handles, and the reference that belongs into the memo.

    Without a handle staff send the instructions; never name one that is not here.

    Args:
        booking_id: The party, from customer_bookings.
    """
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        return _instructions(await own_party(tx, toolbox, booking_id), toolbox.turn.profile)

    return await toolbox.run("payment_instructions", {"booking_id": booking_id}, work)


def _instructions(own: Booking, profile: Profile) -> dict[str, Any]:
    """What is asked now: the rest of the deposit while that is not whole, then the balance."""
    missing = own.deposit - own.deposit_paid
    due = {"deposit": text(missing)} if missing > 0 else {"balance": text(own.balance)}
    if own.status not in PAYABLE or (missing <= 0 and own.balance <= 0):
        return {"payable": False, "status": own.status}
    handles = {way: at for way, at in profile.policies.payment_handles.items() if at}
    return {"payable": True, **due, "memo": reference(own.id), "handles": handles, "sent_by_staff": not handles}
