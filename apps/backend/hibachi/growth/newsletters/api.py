"""Letters over HTTP: subscribing, saying yes, leaving; and for staff the drafts, the yes, the figures."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import RedirectResponse

from hibachi.growth.newsletters import links, service, subscribing
from hibachi.growth.newsletters.errors import (
    LetterChanged,
    LinkLost,
    Nobody,
    NoDraft,
    NoLetters,
    Unfounded,
    UnknownNewsletter,
)
from hibachi.growth.newsletters.schemas import (
    Check,
    Done,
    NewNewsletter,
    NewsletterDetail,
    NewsletterEdit,
    NewsletterPage,
    NewsletterStop,
    NewsletterYes,
    Said,
    SubscriberFilter,
    SubscriberPage,
    Subscription,
    Token,
)
from hibachi.growth.newsletters.sending import site_link
from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.errors import TooMany
from hibachi.kit.guarding import Ceiling, count, count_address
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.policies import service as policies
from hibachi.settings import Settings

BY_NETWORK = Ceiling("newsletter_network", most=10, seconds=600)
BY_ADDRESS = Ceiling("newsletter_address", most=2, seconds=86_400)
router = APIRouter(prefix=f"{API}/newsletter", tags=["newsletters"], route_class=TransactionalRoute)
staff = APIRouter(prefix=f"{API}/admin/newsletters", tags=["newsletters"], route_class=TransactionalRoute)
ANYBODY = [Depends(public)]
Seeing = Annotated[Principal, Depends(requires("newsletters:read"))]
Writer = Annotated[Principal, Depends(requires("newsletters:write"))]
Approver = Annotated[Principal, Depends(requires("newsletters:send"))]


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


async def _check(request: Request) -> Check:
    check: Check = request.app.state.check_letter
    return check


CurrentSettings = Annotated[Settings, Depends(_settings)]
Gate = Annotated[Check, Depends(_check)]


@router.post("/subscribe", status_code=202, dependencies=ANYBODY, responses=error_responses(NoLetters, TooMany))
async def subscribe(tx: CurrentTx, request: Request, settings: CurrentSettings, wanted: Subscription) -> Done:
    """Ask for letters; the owner of the address is asked by a mail, and nobody is told whether it was known."""
    if settings.public_url is None or not request.app.state.sends_mail:
        raise NoLetters()
    await count_address(tx, request, BY_NETWORK)
    await count(tx, request, BY_ADDRESS, wanted.email.strip().lower())
    await subscribing.subscribe(tx, wanted=wanted)
    return Done(done=True)


@router.post("/confirm", dependencies=ANYBODY, responses=error_responses(LinkLost))
async def confirm(tx: CurrentTx, settings: CurrentSettings, said: Said) -> Done:
    """Say yes from one's own address: what the page behind the mail's link sends."""
    await subscribing.confirm(tx, settings=settings, token=said.token)
    return Done(done=True)


@router.post("/leave", dependencies=ANYBODY, responses=error_responses(LinkLost))
async def leave(tx: CurrentTx, settings: CurrentSettings, said: Said) -> Done:
    """No more letters: what the page behind a letter's link sends."""
    await subscribing.leave(tx, settings=settings, token=said.token)
    return Done(done=True)


@router.get("/go/{token}", status_code=302, dependencies=ANYBODY, responses=error_responses(LinkLost))
async def go(tx: CurrentTx, settings: CurrentSettings, token: Annotated[Token, Path()]) -> RedirectResponse:
    """Count one click of nobody in particular, and lead on to the site."""
    found = links.read(settings, "go", token, now=tx.now)
    if found is None:
        raise LinkLost()
    await service.follow(tx, newsletter_id=found[0])
    website = (await policies.current(tx)).profile.business.website
    return RedirectResponse(site_link(settings, website), status_code=302)


@staff.get("")
async def newsletters(tx: CurrentTx, who: Seeing) -> NewsletterPage:
    """Letters, newest first, and how many subscribers there are."""
    return await service.page(tx)


@staff.get("/subscribers")
async def subscribers(tx: CurrentTx, who: Seeing, wanted: Annotated[SubscriberFilter, Query()]) -> SubscriberPage:
    """Who asked for letters, newest first."""
    return await subscribing.page(tx, wanted=wanted)


@staff.post("", status_code=201)
async def draft(
    tx: CurrentTx, settings: CurrentSettings, check: Gate, who: Writer, wanted: NewNewsletter
) -> NewsletterDetail:
    """Write a draft from the owner's news, the menu in force and a guest's published words."""
    return await service.draft(tx, wanted=wanted, settings=settings, check=check)


@staff.get("/{newsletter_id}", responses=error_responses(UnknownNewsletter))
async def newsletter(
    tx: CurrentTx, settings: CurrentSettings, check: Gate, who: Seeing, newsletter_id: UUID
) -> NewsletterDetail:
    """One letter with its figures."""
    return await service.get(tx, newsletter_id=newsletter_id, settings=settings, check=check)


@staff.put("/{newsletter_id}", responses=error_responses(UnknownNewsletter, NoDraft))
async def edit(
    tx: CurrentTx, settings: CurrentSettings, check: Gate, who: Writer, newsletter_id: UUID, wanted: NewsletterEdit
) -> NewsletterDetail:
    """A person's words instead."""
    return await service.edit(tx, newsletter_id=newsletter_id, wanted=wanted, settings=settings, check=check)


@staff.post(
    "/{newsletter_id}/approve",
    responses=error_responses(UnknownNewsletter, NoDraft, LetterChanged, Unfounded, Nobody),
)
async def approve(
    tx: CurrentTx, settings: CurrentSettings, check: Gate, who: Approver, newsletter_id: UUID, yes: NewsletterYes
) -> NewsletterDetail:
    """Let exactly the letter that was read leave."""
    return await service.approve(tx, newsletter_id=newsletter_id, digest=yes.digest, settings=settings, check=check)


@staff.post("/{newsletter_id}/stop", responses=error_responses(UnknownNewsletter, NoDraft))
async def stop(
    tx: CurrentTx, settings: CurrentSettings, check: Gate, who: Approver, newsletter_id: UUID, wanted: NewsletterStop
) -> NewsletterDetail:
    """Let a draft fall, or send a letter no further."""
    return await service.stop(tx, newsletter_id=newsletter_id, reason=wanted.reason, settings=settings, check=check)
