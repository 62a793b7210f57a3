"""Writing and reading the audit log. An entry stands or falls with the transaction of its act."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from pydantic_core import to_jsonable_python

from hibachi.audit import repository
from hibachi.audit.models import AuditEntry
from hibachi.audit.schemas import Change, Changes, Entry, Filter, Page
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE


async def record(
    tx: Tx, *, action: str, resource: str, resource_id: UUID | str | int, changes: Changes, reason: str | None = None
) -> None:
    """Write who (tx.actor) did what, such as "booking_update" to "booking" <id>; fields that stay equal are left out.

    changes: field → (old, new); {} for an act that changes no field. Never pass a secret.
    """
    plain = {field: (to_jsonable_python(old), to_jsonable_python(new)) for field, (old, new) in changes.items()}
    entry = AuditEntry(
        id=new_id(),
        at=tx.now,
        actor_kind=tx.actor.kind,
        actor_id=tx.actor.id,
        actor_name=tx.actor.name,
        action=action,
        resource=resource,
        resource_id=str(resource_id),
        changes={field: {"old": old, "new": new} for field, (old, new) in plain.items() if old != new},
        reason=reason,
    )
    repository.add(tx, entry)


async def log_admin_action(
    tx: Tx, user_id: UUID, action: str, resource: str, resource_id: str, changes: Changes
) -> None:
    """The name that SEC-03 asks for: `record`, by the member of staff named."""
    named = replace(tx, actor=replace(tx.actor, kind="staff", id=user_id))
    await record(named, action=action, resource=resource, resource_id=resource_id, changes=changes)


async def forget(tx: Tx, *, resource_ids: Collection[UUID | str], fields: Collection[str]) -> None:
    """A person is forgotten: what entries about these things say of them goes, the acts stay. Inside kit.persons.erasing."""
    await repository.forget(tx, [str(one) for one in resource_ids], fields, GONE)


async def page(tx: Tx, *, wanted: Filter) -> Page:
    """Entries that fit, newest first, a page at a time."""
    rows = await repository.page(tx, wanted)
    entries = [_entry(row) for row in rows[: wanted.limit]]
    return Page(entries=entries, next=entries[-1].id if len(rows) > wanted.limit else None)


def _entry(row: AuditEntry) -> Entry:
    return Entry(
        id=row.id,
        at=row.at,
        actor_kind=row.actor_kind,
        user_id=row.actor_id,
        actor_name=row.actor_name,
        action=row.action,
        resource=row.resource,
        resource_id=row.resource_id,
        changes=[Change(field=field, **values) for field, values in row.changes.items()],
        reason=row.reason,
    )
