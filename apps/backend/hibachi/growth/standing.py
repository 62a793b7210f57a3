"""Where somebody stands after a conversation: their lead is made or goes forward, never further than is true."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.customers import service as customers
from hibachi.growth import repository, rules
from hibachi.growth.capturing import write
from hibachi.growth.models import LeadRow
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.policies import service as policies

Reached = Literal["new", "contacted", "quoted", "lost"]
STATUS = {"new": "new", "contacted": "contacted", "quoted": "qualified"}
SAID_NO = "They said that they want no party."


async def note_standing(
    tx: Tx,
    *,
    customer_id: UUID,
    reached: Reached,
    wanted: dict[str, Any],
    quote_id: UUID | None,
    heard_at: datetime,
    spoke_at: datetime | None,
) -> datetime | None:
    """Bring a customer's lead to where a conversation left it; without an open one a lead is made.

    heard_at: when they wrote last; spoke_at: when they were answered last. A lead that was closed since stays closed,
    and nobody is a lead whom we could not answer. Returns until when to ask again, None where nobody is to be asked.
    The same again changes nothing.
    """
    row = next(iter(await repository.open_of(tx, [customer_id])), None)
    if row is None:
        given = await _new(tx, customer_id, wanted, quote_id, heard_at)
        if given is None:
            return None
        row = await write(tx, given)
    before = {"status": row.status, "follow_up_at": row.follow_up_at, "quote_id": row.quote_id, "wanted": row.wanted}
    await _bring(tx, row, reached, wanted, quote_id, spoke_at)
    if before != {field: getattr(row, field) for field in before}:
        row.updated_at = tx.now
    await tx.session.flush()
    if before["status"] != row.status:
        changes = {"status": (before["status"], row.status)}
        await audit.record(tx, action="lead_note", resource="lead", resource_id=row.id, changes=changes)
    return row.follow_up_at


async def _new(
    tx: Tx, customer_id: UUID, wanted: dict[str, Any], quote_id: UUID | None, heard_at: datetime
) -> dict[str, Any] | None:
    """What makes the lead; None where one was closed since they wrote, or nobody could be answered."""
    person = await customers.get(tx, customer_id=customer_id)
    closed = [row for row in await repository.of_customer(tx, customer_id) if row.status not in rules.OPEN]
    if not (person.phone or person.email) or any(row.updated_at >= heard_at for row in closed):
        return None
    if quote_id is not None and not await repository.take_quote(tx, quote_id):
        return None
    given = {"name": person.name, "phone": person.phone, "email": person.email, "wanted": wanted, "quote_id": quote_id}
    return given | {"customer_id": person.id, "source": "quote" if quote_id else "conversation", "reason": None}


async def _bring(
    tx: Tx, row: LeadRow, reached: Reached, wanted: dict[str, Any], quote_id: UUID | None, spoke_at: datetime | None
) -> None:
    if reached == "lost":
        row.status, row.lost_reason, row.follow_up_at = "lost", SAID_NO, None
        return
    book = await policies.current(tx)
    row.status = rules.advanced(row.status, STATUS[reached])
    row.wanted = {**row.wanted, **wanted}
    if quote_id is not None and await repository.take_quote(tx, quote_id):
        row.quote_id = quote_id
    if spoke_at is not None:
        row.last_contact_at = max(row.last_contact_at or spoke_at, spoke_at)
    today = wall(tx.now, book.profile.business.timezone).date()
    row.score = rules.score(vars(row), book.profile.growth.leads.points, today)
