"""Twilio's doors: a message that came in, and what became of one that went out. The answer is an empty TwiML."""

from functools import partial
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from hibachi.channels.doors import CurrentDoors
from hibachi.channels.sms.twilio import service
from hibachi.channels.webhooks.api import let_in, raw
from hibachi.kit.auth import public
from hibachi.kit.http import API

router = APIRouter(prefix=f"{API}/webhooks/twilio", include_in_schema=False, dependencies=[Depends(public)])
NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


@router.post("/sms")
async def message(request: Request, doors: CurrentDoors) -> Response:
    """A text message, with its pictures."""
    token = doors.twilio_token()
    await let_in(doors.inbox, await raw(request, doors.public_url), partial(service.message_event, token))
    return Response(NOTHING, media_type="text/xml")


@router.post("/status/{outbox_id}")
async def status(request: Request, outbox_id: UUID, doors: CurrentDoors) -> Response:
    """What became of a message of ours."""
    read = partial(service.status_event, doors.twilio_token(), outbox_id=outbox_id)
    await let_in(doors.inbox, await raw(request, doors.public_url), read)
    return Response(status_code=204)
