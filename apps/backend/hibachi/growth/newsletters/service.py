"""Use cases of letters: a draft from what is true, a person's edit, a yes to exactly one text, and what became of it."""

from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.audit.schemas import Changes
from hibachi.bookings import service as bookings
from hibachi.growth import repository as leads
from hibachi.growth.newsletters import praise, repository, rules
from hibachi.growth.newsletters.errors import LetterChanged, Nobody, NoDraft, Unfounded, UnknownNewsletter
from hibachi.growth.newsletters.models import NewsletterRow
from hibachi.growth.newsletters.schemas import (
    Check,
    Figures,
    NewNewsletter,
    NewsletterDetail,
    NewsletterEdit,
    NewsletterLine,
    NewsletterPage,
    Reader,
    Segment,
)
from hibachi.growth.newsletters.sending import site_link
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.menu import service as menu
from hibachi.menu.rules import Menu
from hibachi.policies import service as policies
from hibachi.settings import Settings


async def draft(tx: Tx, *, wanted: NewNewsletter, settings: Settings, check: Check) -> NewsletterDetail:
    """Write a draft from the owner's news, the menu in force and a guest's published words. Audited.

    A guest's words that say what no fact carries are left out; news that do are named in `problems`.
    """
    book = await policies.current(tx)
    site, dishes = site_link(settings, book.profile.business.website), (await menu.current(tx)).items
    earlier = await repository.last_version(tx)
    before = (
        {dish.key for dish in Menu.of((await policies.at_version(tx, version=earlier)).profile).items}
        if earlier
        else None
    )
    parts: dict[str, Any] = {
        "business": book.profile.business.name,
        "news": wanted.news,
        "fresh": rules.fresh_dishes(dishes, before) if before is not None else [],
        "dishes": [dish for dish in dishes if dish.kind != "included"],
        "link": site,
    }
    quoted = await praise.newest(tx)
    body = rules.draft(**parts, guest=(quoted["words"], quoted["name"]) if quoted else None)
    if isinstance(await check(tx, text=body, links=[site], news=list(wanted.news)), list):
        quoted, body = None, rules.draft(**parts, guest=None)
    row = NewsletterRow(
        id=new_id(),
        subject=wanted.subject or f"News from {book.profile.business.name}",
        body=body,
        segment=wanted.segment.model_dump(mode="json"),
        news=list(wanted.news),
        praise=quoted,
        state="draft",
        policy_version=book.version,
        created_by=tx.actor.name,
        created_at=tx.now,
    )
    await repository.add(tx, row)
    await _record(tx, "newsletter_draft", row.id, {"subject": (None, row.subject)})
    return await _seen(tx, row, settings, check)


async def edit(
    tx: Tx, *, newsletter_id: UUID, wanted: NewsletterEdit, settings: Settings, check: Check
) -> NewsletterDetail:
    """A person's words instead. Audited. Raises UnknownNewsletter, NoDraft."""
    row = await _draft(tx, newsletter_id)
    changes = {"subject": (row.subject, wanted.subject), "body": (row.body, wanted.body)}
    columns = {"subject": wanted.subject, "body": wanted.body, "segment": wanted.segment.model_dump(mode="json")}
    await repository.change(tx, row.id, **columns)
    await _record(tx, "newsletter_edit", row.id, changes)
    return await _seen(tx, row, settings, check)


async def approve(tx: Tx, *, newsletter_id: UUID, digest: str, settings: Settings, check: Check) -> NewsletterDetail:
    """A person's yes to exactly what they read: from now on it leaves, to whoever is in its segment now. Audited.

    Raises UnknownNewsletter, NoDraft, LetterChanged, Unfounded, Nobody.
    """
    row = await _draft(tx, newsletter_id)
    segment = Segment.model_validate(row.segment)
    if digest != rules.digest(row.subject, row.body, segment):
        raise LetterChanged()
    problems = await _problems(tx, row, settings, check)
    if problems:
        raise Unfounded(problems=problems)
    to = await _audience(tx, segment)
    if not to:
        raise Nobody()
    await repository.change(tx, row.id, state="sending", approved_by=tx.actor.name, approved_at=tx.now, digest=digest)
    await repository.address(tx, row.id, to)
    await _record(tx, "newsletter_approve", row.id, {"state": ("draft", "sending"), "readers": (None, len(to))})
    return await _seen(tx, row, settings, check)


async def stop(tx: Tx, *, newsletter_id: UUID, reason: str, settings: Settings, check: Check) -> NewsletterDetail:
    """Let a draft fall, or send a letter no further. Audited. Raises UnknownNewsletter, NoDraft."""
    row = await _locked(tx, newsletter_id)
    if row.state not in ("draft", "sending"):
        raise NoDraft()
    was = row.state
    await repository.change(tx, row.id, state="stopped", stopped_reason=reason)
    await _record(tx, "newsletter_stop", row.id, {"state": (was, "stopped")}, reason)
    return await _seen(tx, row, settings, check)


async def get(tx: Tx, *, newsletter_id: UUID, settings: Settings, check: Check) -> NewsletterDetail:
    """One letter with its figures. Raises UnknownNewsletter."""
    return await _seen(tx, await _locked(tx, newsletter_id), settings, check)


async def page(tx: Tx) -> NewsletterPage:
    """Letters, newest first, and how many subscribers there are."""
    rows = await repository.newest(tx)
    states = await repository.subscriber_states(tx)
    return NewsletterPage.model_validate(
        {"newsletters": [NewsletterLine.model_validate(row) for row in rows], "subscribers": states}
    )


async def follow(tx: Tx, *, newsletter_id: UUID) -> None:
    """Count one click of nobody in particular, where the owner counts them. Raises UnknownNewsletter."""
    await _locked(tx, newsletter_id)
    if (await policies.current(tx)).profile.growth.letters.count_clicks:
        await repository.click(tx, newsletter_id)


async def _audience(tx: Tx, segment: Segment) -> list[UUID]:
    """Whoever confirmed and is in a segment now."""
    rows = await repository.confirmed(tx)
    hosts = await bookings.hosts(tx, customer_ids={row.customer_id for row in rows})
    wanting = await leads.wishing(tx, {row.customer_id for row in rows})
    readers = [
        Reader(
            subscriber_id=row.id,
            customer_id=row.customer_id,
            zip=row.zip or (hosts[row.customer_id].zip if row.customer_id in hosts else None),
            parties=hosts[row.customer_id].parties if row.customer_id in hosts else 0,
            has_lead=row.customer_id in wanting,
        )
        for row in rows
    ]
    return [reader.subscriber_id for reader in readers if rules.is_in(reader, segment)]


async def _problems(tx: Tx, row: NewsletterRow, settings: Settings, check: Check) -> list[str]:
    website = (await policies.current(tx)).profile.business.website
    said = f"{row.subject}\n\n{row.body}"
    checked = await check(tx, text=said, links=[site_link(settings, website)], news=row.news)
    return [*(checked if isinstance(checked, list) else []), *await praise.problems(tx, row)]


async def _seen(tx: Tx, row: NewsletterRow, settings: Settings, check: Check) -> NewsletterDetail:
    row = await _locked(tx, row.id)
    segment, is_draft = Segment.model_validate(row.segment), row.state == "draft"
    return NewsletterDetail(
        **NewsletterLine.model_validate(row).model_dump(),
        figures=await _figures(tx, row.id),
        reaches=len(await _audience(tx, segment)) if is_draft else None,
        digest=rules.digest(row.subject, row.body, segment),
        problems=await _problems(tx, row, settings, check) if is_draft else [],
    )


async def _figures(tx: Tx, newsletter_id: UUID) -> Figures:
    by_state: dict[str, int] = {}
    skipped: dict[str, int] = {}
    left = 0
    for state, reason, number, gone in await repository.states(tx, newsletter_id):
        by_state[state] = by_state.get(state, 0) + number
        left += gone
        if reason is not None:
            skipped[reason] = skipped.get(reason, 0) + number
    counts = (await policies.current(tx)).profile.growth.letters.count_clicks
    return rules.figures(by_state, skipped, left, await repository.clicks(tx, newsletter_id) if counts else None)


async def _locked(tx: Tx, newsletter_id: UUID) -> NewsletterRow:
    row = await repository.get(tx, newsletter_id)
    if row is None:
        raise UnknownNewsletter()
    return row


async def _draft(tx: Tx, newsletter_id: UUID) -> NewsletterRow:
    row = await _locked(tx, newsletter_id)
    if row.state != "draft":
        raise NoDraft()
    return row


async def _record(tx: Tx, action: str, row_id: UUID, changes: Changes, reason: str | None = None) -> None:
    await audit.record(tx, action=action, resource="newsletter", resource_id=row_id, changes=changes, reason=reason)
