"""What both doors share: refusals in the one shape of errors, and the way to a ZIP."""

from typing import Any, TypeVar

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from hibachi.bookings.errors import UnknownBooking, UnknownPlace
from hibachi.bookings.schemas import Booking, Held, Refused
from hibachi.kit.db import Tx
from hibachi.kit.errors import Conflict
from hibachi.kit.http import error_responses
from hibachi.policies import service as policies
from hibachi.travel import service as travel
from hibachi.travel.schemas import TravelFee

STAFF_ONLY = {"customer_id", "chef_id", "notes"}
"""What of a party its own customer does not need to see."""
REFUSALS = error_responses(Conflict, UnknownBooking)
Answer = TypeVar("Answer", Booking, Held)


def answer(result: Answer | Refused, *, hidden: set[str] = STAFF_ONLY) -> Answer | Response:
    """The result itself, or a refusal in the one shape of errors, without rolling anything back."""
    if not isinstance(result, Refused):
        return result
    details: dict[str, Any] = {"alternatives": [row.model_dump(mode="json") for row in result.alternatives]}
    if result.booking is not None:
        details["booking"] = result.booking.model_dump(mode="json", exclude=hidden)
    reason = result.reason
    body = {"code": reason.code, "message": reason.sentence, "next_step": reason.next_step, "details": details}
    return JSONResponse(body, status_code=Conflict.status)


async def fee_to(tx: Tx, request: Request, zip_code: str) -> TravelFee:
    """The way to a ZIP and its fee, by the policy in force; raises UnknownPlace."""
    book = await policies.current(tx)
    fee = await travel.fee_to(zip_code, profile=book.profile, maps=getattr(request.app.state, "maps", None))
    if not isinstance(fee, TravelFee):
        raise UnknownPlace(fee.message, next_step=fee.next_step)
    return fee
