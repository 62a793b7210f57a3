"""Issue and void invoices, keep a party's invoice true to its price, list documents, and print them."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.kit.money import text
from hibachi.payments.documents import repository, rules
from hibachi.payments.documents.errors import InvoiceStands, InvoiceVoid, NothingToInvoice, UnknownDocument
from hibachi.payments.documents.models import InvoiceRow
from hibachi.payments.documents.schemas import Documents, Invoice, InvoiceLine, Page, Pdf, Sale
from hibachi.payments.schemas import Receivable
from hibachi.payments.service import ledger
from hibachi.policies import service as policies
from hibachi.policies.schemas import Business

CHANGED = "The party changed; the next invoice takes its place."
NOT_OWED = "Nothing is owed for the party any more."


async def issue_invoice(tx: Tx, *, receivable_id: UUID, sale: Sale | None) -> Invoice:
    """Issue an invoice of a party that has none that stands. Raises UnknownReceivable, NothingToInvoice, InvoiceStands."""
    owed = await ledger.locked(tx, receivable_id=receivable_id)
    if sale is None or sale.total <= 0:
        raise NothingToInvoice()
    rows = await repository.of_receivable(tx, receivable_id)
    if _standing(rows) is not None:
        raise InvoiceStands()
    return _shown(await _issued(tx, owed, sale), (), owed)


async def void_invoice(tx: Tx, *, receivable_id: UUID, invoice_id: UUID, reason: str) -> Invoice:
    """Void an invoice by a credit note over the whole of it. Raises UnknownReceivable, UnknownDocument, InvoiceVoid."""
    owed = await ledger.locked(tx, receivable_id=receivable_id)
    rows = await repository.of_receivable(tx, receivable_id)
    row = next((one for one in rows if one.id == invoice_id), None)
    if row is None:
        raise UnknownDocument()
    standing = _standing(rows)
    if standing is None or standing.id != row.id:
        raise InvoiceVoid()
    return _shown(await _credited(tx, row, reason), (), owed)


async def keep_invoice(tx: Tx, *, receivable_id: UUID, sale: Sale | None, begins: bool) -> None:
    """Make the standing invoice say what is owed now: void what says otherwise, and issue the next one.

    begins: whether a party without an invoice gets its first one now. A second time changes nothing.
    """
    owed = await ledger.locked(tx, receivable_id=receivable_id)
    rows = await repository.of_receivable(tx, receivable_id)
    standing, is_owed = _standing(rows), sale is not None and sale.total > 0
    if standing is not None:
        said = (standing.about, [InvoiceLine.model_validate(line) for line in standing.lines], standing.buyer)
        if sale is not None and is_owed and rules.is_said(said, sale, rules.buyer(owed)):
            return
        await _credited(tx, standing, CHANGED if is_owed else NOT_OWED)
    if sale is not None and is_owed and (rows or begins):
        await _issued(tx, owed, sale)


async def documents(tx: Tx, *, receivable_id: UUID) -> Documents:
    """Every invoice, and the receipt of every entry. Raises UnknownReceivable."""
    account = await ledger.account(tx, receivable_id=receivable_id)
    rows, owed = await repository.of_receivable(tx, receivable_id), account.receivable
    receipts = [rules.receipt(entry, place, owed) for place, entry in enumerate(account.entries, 1)]
    return Documents(invoices=[_shown(row, rows, owed) for row in rows], receipts=receipts)


async def pdf(tx: Tx, *, receivable_id: UUID, document_id: UUID) -> Pdf:
    """An invoice by its id, or a receipt by its entry's, as a file. Raises UnknownReceivable, UnknownDocument."""
    page = await _invoice_page(tx, receivable_id, document_id) or await _receipt_page(tx, receivable_id, document_id)
    if page is None:
        raise UnknownDocument()
    from hibachi.payments.documents.printing import printed

    return Pdf(rules.file_name(page.title, page.number), await asyncio.to_thread(printed, page))


async def _invoice_page(tx: Tx, receivable_id: UUID, invoice_id: UUID) -> Page | None:
    rows = await repository.of_receivable(tx, receivable_id)
    row = next((one for one in rows if one.id == invoice_id), None)
    if row is None:
        return None
    owed = await ledger.receivable(tx, receivable_id=receivable_id)
    source = next((one for one in rows if one.id == row.credits), None)
    return rules.invoice_page(
        _shown(row, rows, owed),
        seller=row.seller,
        buyer=row.buyer,
        about=row.about,
        terms=row.terms,
        currency=row.currency,
        issued=wall(row.issued_at, (await _business(tx, row.issued_at)).timezone).date(),
        reference=owed.reference,
        corrects=rules.number(source.year, source.sequence) if source else None,
    )


async def _receipt_page(tx: Tx, receivable_id: UUID, entry_id: UUID) -> Page | None:
    account = await ledger.account(tx, receivable_id=receivable_id)
    place = rules.place_of(account.entries, entry_id)
    if place is None:
        return None
    entry, owed = account.entries[place - 1], account.receivable
    business, payer = await _business(tx, entry.at), await ledger.payer_of(tx, entry_id=entry.id)
    return rules.receipt_page(
        entry,
        number=rules.receipt(entry, place, owed).number,
        before=account.entries[:place],
        reference=owed.reference,
        buyer=rules.buyer(owed) if payer is None else payer,
        seller=_seller(business),
        currency=business.currency,
        at=wall(entry.at, business.timezone),
    )


async def _issued(tx: Tx, owed: Receivable, sale: Sale) -> InvoiceRow:
    said = {
        "about": list(sale.about),
        "lines": [{**line.model_dump(), "amount": line.amount, "unit": line.unit} for line in sale.lines],
        "buyer": list(rules.buyer(owed)),
        "terms": sale.terms,
        "total": sale.total,
        "paid": owed.net,
    }
    return await _written(tx, owed.id, {"kind": "invoice", **said}, None)


async def _credited(tx: Tx, row: InvoiceRow, reason: str) -> InvoiceRow:
    kept = ("about", "lines", "buyer", "terms", "total", "paid")
    said = {name: getattr(row, name) for name in kept} | {"credits": row.id, "reason": reason}
    return await _written(tx, row.receivable_id, {"kind": "credit", **said}, reason)


async def _written(tx: Tx, receivable_id: UUID, fields: dict[str, Any], reason: str | None) -> InvoiceRow:
    business = await _business(tx, tx.now)
    of_us = {"receivable_id": receivable_id, "seller": list(_seller(business)), "currency": business.currency}
    row = await repository.add(tx, wall(tx.now, business.timezone).year, fields | of_us)
    changes = {"number": (None, rules.number(row.year, row.sequence)), "total": (None, text(row.total))}
    changes["party"] = (None, str(receivable_id))
    action = "invoice_issue" if row.kind == "invoice" else "invoice_void"
    await audit.record(tx, action=action, resource="invoice", resource_id=row.id, changes=changes, reason=reason)
    return row


async def _business(tx: Tx, instant: datetime) -> Business:
    """The business as it called itself at an instant: what was printed then is printed again, and under the same day."""
    return (await policies.at(tx, instant=instant)).profile.business


def _seller(business: Business) -> tuple[str, ...]:
    return business.name, business.email, business.phone, business.website


def _standing(rows: Sequence[InvoiceRow]) -> InvoiceRow | None:
    void = {row.credits for row in rows}
    return next((row for row in rows if row.kind == "invoice" and row.id not in void), None)


def _shown(row: InvoiceRow, rows: Sequence[InvoiceRow], owed: Receivable) -> Invoice:
    is_void = any(one.credits == row.id for one in rows)
    copied = ("id", "kind", "credits", "total", "paid", "lines", "reason", "issued_at")
    said = {name: getattr(row, name) for name in copied}
    return Invoice.model_validate(
        {**said, "number": rules.number(row.year, row.sequence), "state": rules.state(row.kind, is_void, owed)}
    )
