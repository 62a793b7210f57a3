"""How a party is paid for: the owner's handles and the reference, told when it is booked and when it is asked."""

from typing import Any

from hibachi.concierge.local.known import ANSWERED, Known


def instructions(known: Known, booking_id: str) -> dict[str, Any] | None:
    """How to pay for a party; None where staff send it, since no handle is set."""
    if not any(known.profile.policies.payment_handles.values()):
        return None
    told = known.need("payment_instructions", booking_id=booking_id)
    return told if told.get("payable") else None


def tell(known: Known) -> bool:
    """How to pay for the party that this conversation is about; False where there is none, or nothing to pay."""
    about = known.dialogue.booking_id or known.dialogue.booked
    if about is None:
        return False
    told = known.need("payment_instructions", booking_id=about)
    if not told.get("payable"):
        return False
    known.say("how_to_pay", at=ANSWERED, pay=told)
    return True
