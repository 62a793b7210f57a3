"""Every query of the audit log."""

from collections.abc import Collection, Sequence

from sqlalchemy import case, cast, null, select, update
from sqlalchemy.dialects.postgresql import ARRAY, TEXT

from hibachi.audit.models import AuditEntry
from hibachi.audit.schemas import Filter
from hibachi.kit.db import Tx


def add(tx: Tx, entry: AuditEntry) -> None:
    """Write an entry with the rest of the transaction."""
    tx.session.add(entry)


async def page(tx: Tx, wanted: Filter) -> Sequence[AuditEntry]:
    """The entries that fit, newest first: one more than the limit, when there are more."""
    entries = select(AuditEntry).order_by(AuditEntry.id.desc()).limit(wanted.limit + 1)
    exact = {
        AuditEntry.actor_id: wanted.user_id,
        AuditEntry.actor_kind: wanted.actor_kind,
        AuditEntry.action: wanted.action,
        AuditEntry.resource: wanted.resource,
        AuditEntry.resource_id: wanted.resource_id,
    }
    for column, value in exact.items():
        if value is not None:
            entries = entries.where(column == value)
    if wanted.since:
        entries = entries.where(AuditEntry.at >= wanted.since)
    if wanted.until:
        entries = entries.where(AuditEntry.at < wanted.until)
    if wanted.before:
        entries = entries.where(AuditEntry.id < wanted.before)
    return (await tx.session.scalars(entries)).all()


async def forget(tx: Tx, resource_ids: Collection[str], fields: Collection[str], gone: str) -> None:
    """Take these fields, and the reasons, out of the entries about these things; who did what and when stays."""
    told = update(AuditEntry).where(AuditEntry.resource_id.in_(resource_ids))
    without = AuditEntry.changes.op("-")(cast(list(fields), ARRAY(TEXT)))
    reason = case((AuditEntry.reason.is_(None), null()), else_=gone)
    await tx.session.execute(
        told.values(changes=without, reason=reason), execution_options={"synchronize_session": False}
    )
