"""Recommendations over HTTP: for whoever has a code or came with one, and for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from hibachi.bookings import service as bookings
from hibachi.bookings.errors import UnknownBooking
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import NoSuchConversation
from hibachi.growth.referrals import service
from hibachi.growth.referrals.errors import NotEarned, NotNew, OwnCodeUsed, UnknownCode, UnknownReferral
from hibachi.growth.referrals.schemas import (
    Claim,
    Claimed,
    NewCode,
    OwnCode,
    Recommendation,
    ReferralFilter,
    ReferralPage,
    ReferralSums,
    Settlement,
    Voiding,
)
from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.errors import NotFound, TooMany
from hibachi.kit.guarding import Ceiling, count_address
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

WEB_CHAT = "web_chat"
GUESSES = Ceiling("referral_guesses", most=60, seconds=600)
router = APIRouter(prefix=f"{API}/referrals", tags=["referrals"], route_class=TransactionalRoute)
staff = APIRouter(prefix=f"{API}/admin/referrals", tags=["referrals"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("referrals:read"))]
Writer = Annotated[Principal, Depends(requires("referrals:write"))]
ANYBODY = [Depends(public)]
Token = Annotated[str, Query(min_length=1, max_length=200)]


@router.post("/mine", dependencies=ANYBODY, responses=error_responses(UnknownBooking))
async def mine(tx: CurrentTx, request: Request, booking_id: UUID, token: Token) -> OwnCode:
    """The code of whoever holds the token of a party, to hand on; made when there is none."""
    party = await bookings.by_token(tx, booking_id=booking_id, token=token)
    return await service.own_code(tx, customer_id=party.customer_id, site=request.app.state.public_url)


@router.post(
    "/claims",
    status_code=201,
    dependencies=ANYBODY,
    responses=error_responses(UnknownCode, NotNew, OwnCodeUsed, TooMany),
)
async def claim(tx: CurrentTx, request: Request, said: Claim) -> Claimed:
    """Say that one came with a code: with a party's token, or in one's web chat."""
    await count_address(tx, request, GUESSES)
    if said.booking_id is not None and said.token is not None:
        await service.claim_by_token(tx, code=said.code, booking_id=said.booking_id, token=said.token)
        return Claimed(claimed=True)
    assert said.conversation_id is not None, "one of the two ways is given"
    thread = await conversations.get(tx, conversation_id=said.conversation_id)
    if thread.channel != WEB_CHAT:
        raise NoSuchConversation()
    await service.claim(tx, code=said.code, friend_id=thread.customer_id)
    return Claimed(claimed=True)


@staff.get("")
async def referrals(tx: CurrentTx, who: Reader, wanted: Annotated[ReferralFilter, Query()]) -> ReferralPage:
    """Who came through whom, newest first."""
    return await service.page(tx, wanted=wanted)


@staff.get("/sums")
async def sums(tx: CurrentTx, who: Reader) -> ReferralSums:
    """What is owed, and what was given."""
    return await service.sums(tx)


@staff.post("/codes", responses=error_responses(NotFound))
async def code(tx: CurrentTx, request: Request, who: Writer, wanted: NewCode) -> OwnCode:
    """A customer's code with its link, for whoever asks on the phone."""
    return await service.own_code_for(tx, customer_id=wanted.customer_id, site=request.app.state.public_url)


@staff.post("/{referral_id}/settle", responses=error_responses(UnknownReferral, NotEarned))
async def settle(tx: CurrentTx, who: Writer, referral_id: UUID, done: Settlement) -> Recommendation:
    """Note that a credit was paid out, or taken off a bill."""
    return await service.settle(tx, referral_id=referral_id, done=done)


@staff.post("/{referral_id}/void", responses=error_responses(UnknownReferral, NotEarned))
async def void(tx: CurrentTx, who: Writer, referral_id: UUID, wanted: Voiding) -> Recommendation:
    """Say that there is no credit, and why."""
    return await service.void(tx, referral_id=referral_id, reason=wanted.reason)
