"""Reviews over HTTP: given by whoever has a link, read by anybody where published, seen to by staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from hibachi.growth.reviews import service
from hibachi.growth.reviews.errors import LostLink, NoReply, NotOver, ReplyChanged, ReviewedAlready, UnknownReview
from hibachi.growth.reviews.schemas import (
    Asked,
    Declining,
    NewReview,
    PublicPage,
    PublicReviews,
    ReplyDraft,
    ReplyYes,
    Review,
    ReviewFilter,
    ReviewPage,
    ReviewSums,
    Thanked,
    Token,
)
from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.errors import TooMany
from hibachi.kit.guarding import Ceiling, count_address
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.settings import Settings

BY_NETWORK = Ceiling("review_network", most=30, seconds=600)
router = APIRouter(prefix=f"{API}/reviews", tags=["reviews"], route_class=TransactionalRoute)
staff = APIRouter(prefix=f"{API}/admin/reviews", tags=["reviews"], route_class=TransactionalRoute)
ANYBODY = [Depends(public)]
REFUSALS = error_responses(LostLink, NotOver, ReviewedAlready, TooMany)
Seeing = Annotated[Principal, Depends(requires("reviews:read"))]
Writer = Annotated[Principal, Depends(requires("reviews:write"))]
Approver = Annotated[Principal, Depends(requires("drafts:review"))]


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


CurrentSettings = Annotated[Settings, Depends(_settings)]


@router.get("", dependencies=ANYBODY)
async def shown(tx: CurrentTx, wanted: Annotated[PublicPage, Query()]) -> PublicReviews:
    """Published reviews, newest first."""
    return await service.shown(tx, wanted=wanted)


@router.get("/asked", dependencies=ANYBODY, responses=REFUSALS)
async def asked(tx: CurrentTx, settings: CurrentSettings, token: Annotated[Token, Query()]) -> Asked:
    """What the page behind a link shows; looking changes nothing (programs that read mails follow links too)."""
    return await service.asked(tx, settings=settings, token=token)


@router.post("", status_code=201, dependencies=ANYBODY, responses=REFUSALS)
async def give(tx: CurrentTx, request: Request, settings: CurrentSettings, said: NewReview) -> Thanked:
    """Say how the party was, once."""
    await count_address(tx, request, BY_NETWORK)
    return await service.give(tx, settings=settings, said=said)


@staff.get("")
async def reviews(tx: CurrentTx, who: Seeing, wanted: Annotated[ReviewFilter, Query()]) -> ReviewPage:
    """Reviews, newest first."""
    return await service.page(tx, wanted=wanted)


@staff.get("/sums")
async def sums(tx: CurrentTx, who: Seeing) -> ReviewSums:
    """Every review counted."""
    return await service.sums(tx)


@staff.post("/{review_id}/publish", responses=error_responses(UnknownReview))
async def publish(tx: CurrentTx, who: Writer, review_id: UUID) -> Review:
    """Show a review to anybody."""
    return await service.publish(tx, review_id=review_id)


@staff.post("/{review_id}/decline", responses=error_responses(UnknownReview))
async def decline(tx: CurrentTx, who: Writer, review_id: UUID, wanted: Declining) -> Review:
    """Do not show a review, or no longer."""
    return await service.decline(tx, review_id=review_id, reason=wanted.reason)


@staff.put("/{review_id}/reply", responses=error_responses(UnknownReview))
async def draft_reply(tx: CurrentTx, who: Writer, review_id: UUID, wanted: ReplyDraft) -> Review:
    """Write what we would answer; it waits for a yes."""
    return await service.draft_reply(tx, review_id=review_id, text=wanted.text)


@staff.post("/{review_id}/reply/approve", responses=error_responses(UnknownReview, NoReply, ReplyChanged))
async def approve_reply(tx: CurrentTx, who: Approver, review_id: UUID, yes: ReplyYes) -> Review:
    """Let exactly the reply that was read stand below its review."""
    return await service.approve_reply(tx, review_id=review_id, text=yes.text)
