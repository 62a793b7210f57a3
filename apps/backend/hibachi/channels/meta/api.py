"""Meta's door: the question at set-up, and the events of Facebook, Instagram and WhatsApp."""

from functools import partial

from fastapi import APIRouter, Depends, Request, Response

from hibachi.channels.doors import CurrentDoors
from hibachi.channels.meta import rules
from hibachi.channels.webhooks.api import let_in, raw
from hibachi.channels.webhooks.errors import Unverified
from hibachi.kit.auth import public
from hibachi.kit.http import API

router = APIRouter(prefix=f"{API}/webhooks/meta", include_in_schema=False, dependencies=[Depends(public)])


@router.get("")
async def question(request: Request, doors: CurrentDoors) -> Response:
    """Meta asks at set-up whether this address knows the token that its owner was given."""
    asked, token = request.query_params, doors.meta_verify_token()
    try:
        answer = rules.challenge(
            token, mode=asked.get("hub.mode"), given=asked.get("hub.verify_token"), wanted=asked.get("hub.challenge")
        )
    except Unverified:
        raise await doors.inbox.refuse((await raw(request, doors.public_url)).address) from None
    return Response(answer, media_type="text/plain")


@router.post("")
async def events(request: Request, doors: CurrentDoors) -> Response:
    """Events of several accounts and people at once."""
    read = partial(rules.verified, doors.meta_secret())
    await let_in(doors.inbox, await raw(request, doors.public_url), read)
    return Response()
