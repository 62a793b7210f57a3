"""RingCentral's door, at an address that nobody guesses."""

from functools import partial

from fastapi import APIRouter, Depends, Request, Response

from hibachi.channels.doors import CurrentDoors
from hibachi.channels.sms.ringcentral import rules
from hibachi.channels.webhooks.api import let_in, raw
from hibachi.kit.auth import public
from hibachi.kit.http import API

router = APIRouter(prefix=f"{API}/webhooks/ringcentral", include_in_schema=False, dependencies=[Depends(public)])


@router.post("/{secret}")
async def event(request: Request, secret: str, doors: CurrentDoors) -> Response:
    """An event, or the question at set-up whether somebody listens here, answered by echoing its token."""
    token = doors.ringcentral_token(secret)
    echoed = request.headers.get("validation-token")
    if echoed is not None and "verification-token" not in request.headers:
        return Response(headers={"Validation-Token": rules.printable_token(echoed)})
    await let_in(doors.inbox, await raw(request, doors.public_url), partial(rules.verified, token))
    return Response()
