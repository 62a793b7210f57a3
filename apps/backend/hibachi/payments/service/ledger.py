"""Bill, record, refund, look, export. Whoever bills decides the price; this only counts, and never forgets."""

import csv
import io
from collections.abc import Collection
from datetime import time, timedelta
from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.kit.clock import instant_of
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.kit.money import Cents, text
from hibachi.payments import repository, rules
from hibachi.payments.documents import rules as documents
from hibachi.payments.errors import (
    NoRefundOfRefund,
    NotPositive,
    PaymentKnown,
    RefundTooLarge,
    UnknownPayment,
    UnknownReceivable,
)
from hibachi.payments.events import PaymentRecorded, PaymentRefunded
from hibachi.payments.models import LedgerRow, ReceivableRow
from hibachi.payments.rules import Purpose
from hibachi.payments.schemas import (
    Account,
    AccountFilter,
    AccountPage,
    LedgerEntry,
    LedgerFilter,
    LedgerLine,
    LedgerPage,
    Payer,
    Receivable,
    Shares,
    Span,
)
from hibachi.policies import service as policies

BY_HAND = "manual"
"""The provider of money without a transaction id; each entry is its own object then."""
COLUMNS = (
    "at", "reference", "party", "payer", "kind", "amount", "method", "provider", "transaction", "reason", "note", "by",
)  # fmt: skip


async def bill(tx: Tx, *, receivable_id: UUID, payer: Payer, total: Cents | None, deposit: Cents) -> None:
    """Say what is owed now; what was paid stays. total None: what is there stays as it is, a new one owes nothing."""
    who = {"payer": payer.name, "phone": payer.phone, "email": payer.email}
    fixed = {"id": receivable_id, "reference": rules.reference(receivable_id), "created_at": tx.now}
    changes = {} if total is None else {**who, "total": total, "deposit": deposit}
    await repository.upsert(tx, fixed | who | {"total": total or 0, "deposit": deposit}, changes)


async def record(
    tx: Tx,
    *,
    receivable_id: UUID,
    amount: Cents,
    method: str,
    kind: Purpose | None = None,
    provider: str = BY_HAND,
    provider_id: str | None = None,
    note: str | None = None,
) -> LedgerEntry:
    """Write down money that came. The same object of a provider a second time is the same entry, and nothing happens.

    kind None: the deposit while it is not whole, then the balance. Raises NotPositive, UnknownReceivable, PaymentKnown.
    """
    if amount <= 0:
        raise NotPositive()
    owed = await _locked(tx, receivable_id)
    purpose = kind or rules.purpose(deposit=owed.deposit, deposit_paid=owed.deposit_paid)
    fields = {"kind": purpose, "amount": amount, "method": method, "note": note, "payer": _payer(owed)}
    added = await _add(tx, receivable_id, fields, provider, provider_id)
    if isinstance(added, LedgerEntry):
        return added
    written = shown_entry(added)
    await _trace(tx, written, "payment_record", note)
    said = {"receivable_id": receivable_id, "entry_id": written.id, "amount": amount, "method": method}
    await tx.publish(PaymentRecorded(**said, kind=purpose))
    return written


async def refund(
    tx: Tx,
    *,
    receivable_id: UUID,
    entry_id: UUID,
    amount: Cents,
    reason: str,
    method: str | None = None,
    provider: str = BY_HAND,
    provider_id: str | None = None,
) -> LedgerEntry:
    """Write down money that went back of one payment; at most what is left of it.

    Raises NotPositive, UnknownReceivable, UnknownPayment, NoRefundOfRefund, RefundTooLarge, PaymentKnown.
    """
    if amount <= 0:
        raise NotPositive()
    owed = await _locked(tx, receivable_id)
    source = await repository.entry(tx, entry_id)
    if source is None or source.receivable_id != receivable_id:
        raise UnknownPayment()
    if source.kind == "refund":
        raise NoRefundOfRefund()
    how = method or source.method
    fields = {"kind": "refund", "amount": amount, "method": how, "refund_of": entry_id, "reason": reason}
    fields["payer"] = _payer(owed)
    known = await _known(tx, receivable_id, fields, provider, provider_id)
    if known is not None:
        return known
    left = source.amount - await repository.refunded(tx, entry_id)
    if amount > left:
        raise RefundTooLarge(left=text(left))
    added = await _add(tx, receivable_id, fields, provider, provider_id)
    if isinstance(added, LedgerEntry):
        return added
    written = shown_entry(added)
    await _trace(tx, written, "payment_refund", reason)
    await tx.publish(PaymentRefunded(receivable_id=receivable_id, entry_id=written.id, amount=amount, method=how))
    return written


async def receivable(tx: Tx, *, receivable_id: UUID) -> Receivable:
    """What is owed now; raises UnknownReceivable."""
    return shown(_found(await repository.get(tx, receivable_id)))


async def locked(tx: Tx, *, receivable_id: UUID) -> Receivable:
    """What is owed now, held until the transaction ends; raises UnknownReceivable."""
    return shown(await _locked(tx, receivable_id))


async def entry(tx: Tx, *, entry_id: UUID) -> LedgerEntry:
    """One entry of the ledger; raises UnknownPayment."""
    return shown_entry(await _of_ledger(tx, entry_id))


async def payer_of(tx: Tx, *, entry_id: UUID) -> tuple[str, ...] | None:
    """Who owed when an entry was written; None where nobody wrote that down. Raises UnknownPayment."""
    payer = (await _of_ledger(tx, entry_id)).payer
    return None if payer is None else tuple(payer)


async def left(tx: Tx, *, entry_id: UUID) -> Cents:
    """What of a payment has not gone back, in cents; raises UnknownPayment."""
    return (await _of_ledger(tx, entry_id)).amount - await repository.refunded(tx, entry_id)


async def owing(tx: Tx) -> list[Receivable]:
    """Everything of which money is still to come: what a payment may be matched to."""
    return [shown(row) for row in await repository.owing(tx)]


async def payable(tx: Tx, *, references: Collection[str], phones: Collection[str]) -> list[Receivable]:
    """What money that came may be for: all that is owed, and what a memo names, whether it still owes or not."""
    return [shown(row) for row in await repository.payable(tx, references=references, phones=phones)]


async def account(tx: Tx, *, receivable_id: UUID) -> Account:
    """What is owed, how the money covers it, and every entry; raises UnknownReceivable."""
    owed = await receivable(tx, receivable_id=receivable_id)
    parts = rules.allocate(total=owed.total, deposit=owed.deposit, paid=owed.paid, refunded=owed.refunded)
    shares = Shares(deposit=parts.deposit, balance=parts.balance, credit=parts.credit)
    rows = await repository.entries(tx, receivable_id)
    return Account(receivable=owed, shares=shares, entries=[shown_entry(row) for row in rows])


async def deposit_at(tx: Tx, *, receivable_id: UUID, entry_id: UUID) -> Cents:
    """What of the deposit stood right after an entry, whatever came or went since; 0 for an entry of another."""
    entries = [shown_entry(row) for row in await repository.entries(tx, receivable_id)]
    return rules.deposit_at(entries, entry_id)


async def of_reference(tx: Tx, *, reference: str) -> UUID | None:
    """What a reference is for, in any case of letters, with or without its dashes; None when nothing has it."""
    kept = rules.as_reference(reference)
    return await repository.of_reference(tx, kept) if kept else None


async def ledger_page(tx: Tx, *, wanted: LedgerFilter) -> LedgerPage:
    """Entries of the whole ledger, newest first, a page at a time; days are those of the business's zone."""
    zone = (await policies.current(tx)).profile.business.timezone
    start = instant_of(wanted.first, time(), zone) if wanted.first else None
    end = instant_of(wanted.last + timedelta(days=1), time(), zone) if wanted.last else None
    rows = await repository.ledger(tx, wanted, start, end)
    shown = [_line(entry, owed) for entry, owed in rows[: wanted.limit]]
    return LedgerPage(entries=shown, next=shown[-1].id if len(rows) > wanted.limit else None)


async def accounts(tx: Tx, *, wanted: AccountFilter) -> AccountPage:
    """Accounts of which money is still to come (owing) or has to go back (credit), the newest first."""
    rows = await repository.open_accounts(tx, wanted)
    page = [shown(row) for row in rows[: wanted.limit]]
    return AccountPage(accounts=page, next=page[-1].id if len(rows) > wanted.limit else None)


async def export(tx: Tx, *, span: Span) -> str:
    """The ledger of these days as CSV, oldest first, a refund's amount negative. The look is audited."""
    zone = (await policies.current(tx)).profile.business.timezone
    start, end = instant_of(span.first, time(), zone), instant_of(span.last + timedelta(days=1), time(), zone)
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for entry, owed in await repository.between(tx, start, end):
        writer.writerow(_cells(entry, owed))
    days = {"first": (None, span.first), "last": (None, span.last)}
    await audit.record(
        tx, action="payments_export", resource="ledger", resource_id=span.first.isoformat(), changes=days
    )
    return written.getvalue()


async def _trace(tx: Tx, entry: LedgerEntry, action: str, why: str | None) -> None:
    """Who wrote an entry, in the audit log: one for each, whichever door it came through."""
    said: dict[str, Any] = {
        "party": entry.receivable_id,
        "kind": entry.kind,
        "amount": text(entry.amount),
        "method": entry.method,
    }
    said |= {"refund_of": entry.refund_of, "transaction": entry.provider_id}
    changes = {field: (None, value) for field, value in said.items()}
    await audit.record(tx, action=action, resource="payment", resource_id=entry.id, changes=changes, reason=why)


def _cells(entry: LedgerRow, owed: ReceivableRow) -> list[str]:
    amount = text(-entry.amount if entry.kind == "refund" else entry.amount)
    told = (entry.method, entry.provider, entry.provider_id, entry.reason, entry.note, entry.actor_name)
    payer, *rest = (rules.plain(cell or "") for cell in (owed.payer, *told))
    return [entry.at.isoformat(), owed.reference, str(owed.id), payer, entry.kind, amount, *rest]


async def _locked(tx: Tx, receivable_id: UUID) -> ReceivableRow:
    return _found(await repository.get(tx, receivable_id, locked=True))


def _payer(owed: ReceivableRow) -> list[str]:
    """Who owes now, as documents say it."""
    return list(documents.buyer(shown(owed)))


async def _of_ledger(tx: Tx, entry_id: UUID) -> LedgerRow:
    row = await repository.entry(tx, entry_id)
    if row is None:
        raise UnknownPayment()
    return row


def _found(row: ReceivableRow | None) -> ReceivableRow:
    if row is None:
        raise UnknownReceivable()
    return row


async def _add(
    tx: Tx, receivable_id: UUID, fields: dict[str, Any], provider: str, provider_id: str | None
) -> LedgerRow | LedgerEntry:
    """A new entry as its row; where the object is known, its entry."""
    entry_id = new_id()
    who = {"actor_kind": tx.actor.kind, "actor_name": tx.actor.name, "at": tx.now}
    what = {"id": entry_id, "receivable_id": receivable_id, **fields}
    row = await repository.add(tx, {**what, **who, "provider": provider, "provider_id": provider_id or str(entry_id)})
    if row is not None:
        return row
    known = await _known(tx, receivable_id, fields, provider, provider_id)
    assert known is not None, "an entry that was not written stood there already"
    return known


async def _known(
    tx: Tx, receivable_id: UUID, fields: dict[str, Any], provider: str, provider_id: str | None
) -> LedgerEntry | None:
    """The entry of a provider's object, if it is there; raises PaymentKnown where it says something else."""
    row = await repository.by_provider(tx, provider, provider_id) if provider_id else None
    if row is None:
        return None
    same = (row.receivable_id, row.amount, row.refund_of) == (receivable_id, fields["amount"], fields.get("refund_of"))
    if not same:
        raise PaymentKnown()
    return shown_entry(row)


def _line(entry: LedgerRow, owed: ReceivableRow) -> LedgerLine:
    return LedgerLine(**dict(shown_entry(entry)), reference=owed.reference, payer=owed.payer)


def shown(row: ReceivableRow) -> Receivable:
    """A receivable as others see it."""
    return Receivable(**{name: getattr(row, name) for name in Receivable.model_fields})


def shown_entry(row: LedgerRow) -> LedgerEntry:
    """An entry as others see it."""
    return LedgerEntry(**{name: getattr(row, name) for name in LedgerEntry.model_fields})
