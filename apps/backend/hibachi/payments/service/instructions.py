"""Ask for payment instructions, list who waits, and say that they were sent: only where the owner set no handle."""

from uuid import UUID

from hibachi.audit import service as audit
from hibachi.kit.db import Tx
from hibachi.payments.instructions import repository
from hibachi.payments.instructions.errors import NobodyWaits
from hibachi.payments.instructions.schemas import InstructionsAwaited
from hibachi.payments.models import ReceivableRow
from hibachi.policies import service as policies


async def want_instructions(tx: Tx, *, receivable_id: UUID) -> bool:
    """Let people send a party how to pay, unless a handle tells it; whether they have to. Asking twice is asking once."""
    if any((await policies.current(tx)).profile.policies.payment_handles.values()):
        return False
    await repository.ask(tx, receivable_id)
    return True


async def waiting(tx: Tx, *, limit: int) -> list[InstructionsAwaited]:
    """Who waits and still owes something, the longest first; who paid since knows how."""
    return [
        InstructionsAwaited(
            booking_id=owed.id,
            reference=owed.reference,
            payer=owed.payer,
            phone=owed.phone,
            email=owed.email,
            due=_due(owed),
            asked_at=row.asked_at,
        )
        for row, owed in await repository.waiting(tx, limit)
    ]


async def mark_sent(tx: Tx, *, receivable_id: UUID) -> None:
    """A person told a party how to pay. Raises NobodyWaits, also where somebody else was faster."""
    row = await repository.held(tx, receivable_id)
    if row is None or row.sent_at is not None:
        raise NobodyWaits()
    row.sent_at, row.sent_by = tx.now, tx.actor.name
    await repository.save(tx)
    changes = {"sent_at": (None, tx.now)}
    await audit.record(tx, action="instructions_sent", resource="booking", resource_id=receivable_id, changes=changes)


def _due(owed: ReceivableRow) -> int:
    """The rest of the deposit while that is not whole, then all that is owed."""
    missing = owed.deposit - owed.deposit_paid
    return min(missing, owed.owed) if missing > 0 else owed.owed
