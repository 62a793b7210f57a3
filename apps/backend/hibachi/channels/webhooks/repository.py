"""The queries of raw events."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.channels.webhooks.models import WebhookEventRow
from hibachi.channels.webhooks.rules import storable
from hibachi.channels.webhooks.schemas import NewEvent, StoredEvent
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id


async def add_once(tx: Tx, event: NewEvent) -> StoredEvent | None:
    """Keep an event; None when it was kept before, also by a transaction that ends while we wait for it."""
    row = insert(WebhookEventRow).values(
        id=new_id(),
        provider=event.provider,
        event_id=event.event_id,
        kind=event.kind,
        payload=storable(event.payload),
        received_at=tx.now,
    )
    kept = await tx.session.execute(row.on_conflict_do_nothing().returning(WebhookEventRow))
    found = kept.scalar_one_or_none()
    return StoredEvent.model_validate(found) if found else None


async def read(tx: Tx, event_id: UUID) -> StoredEvent | None:
    """An event that is still to be handled."""
    wanted = select(WebhookEventRow).where(WebhookEventRow.id == event_id, WebhookEventRow.handled_at.is_(None))
    found = (await tx.session.execute(wanted)).scalar_one_or_none()
    return StoredEvent.model_validate(found) if found else None


async def handled(tx: Tx, event_id: UUID, outcome: str) -> None:
    """Note that an event needs nothing more."""
    row = update(WebhookEventRow).where(WebhookEventRow.id == event_id)
    await tx.session.execute(row.values(handled_at=tx.now, outcome=outcome))


async def waiting(tx: Tx, *, before: datetime, after: datetime) -> list[UUID]:
    """Events that came between two instants and are not handled, the oldest first."""
    wanted = select(WebhookEventRow.id).where(
        WebhookEventRow.handled_at.is_(None), WebhookEventRow.received_at.between(after, before)
    )
    return list((await tx.session.execute(wanted.order_by(WebhookEventRow.received_at).limit(500))).scalars())


async def forget(tx: Tx, *, before: datetime) -> None:
    """Delete what came before an instant."""
    await tx.session.execute(delete(WebhookEventRow).where(WebhookEventRow.received_at < before))
