"""Pure: numbers, states, and the pages of invoices and receipts in words. Every amount is one that was stored."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from hibachi.kit.money import Cents, symbol
from hibachi.payments.documents.schemas import Invoice, InvoiceLine, InvoiceState, Page, Receipt, Row, Sale
from hibachi.payments.schemas import LedgerEntry, Receivable

TITLES = {"invoice": "Invoice", "credit": "Credit note"}
METHODS = {"cash_app": "Cash App", "paypal": "PayPal", "bank": "bank transfer"}
KINDS = {"deposit": "Deposit", "balance": "Payment", "tip": "Gratuity", "refund": "Refund"}


def number(year: int, sequence: int) -> str:
    """An invoice's number: 2026-00017."""
    return f"{year}-{sequence:05d}"


def state(kind: str, is_void: bool, owed: Receivable) -> InvoiceState:
    """How an invoice stands by the ledger as it is now."""
    if kind == "credit":
        return "credit"
    if is_void:
        return "void"
    if owed.owed <= 0:
        return "paid"
    return "partly_paid" if owed.net > 0 else "open"


def amount(cents: Cents, currency: str) -> str:
    """An amount as it is printed, always with its cents: $1,100.00."""
    whole, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{symbol(currency)}{whole:,}.{rest:02d}"


def receipt(entry: LedgerEntry, place: int, owed: Receivable) -> Receipt:
    """The receipt of an entry that is the place-th of its account, counted from 1."""
    said = {"id": entry.id, "kind": entry.kind, "amount": entry.amount, "method": entry.method, "at": entry.at}
    return Receipt(number=f"{owed.reference}/{place}", **said)


def buyer(owed: Receivable) -> tuple[str, ...]:
    """Who pays, as the party says it."""
    return tuple(said for said in (owed.payer, owed.email, owed.phone) if said)


def is_said(invoice: Collection[object], sale: Sale, who: tuple[str, ...]) -> bool:
    """Whether an invoice (its about, lines and buyer) says what would be said now."""
    return list(invoice) == [list(sale.about), list(sale.lines), list(who)]


def invoice_page(
    invoice: Invoice,
    *,
    seller: Sequence[str],
    buyer: Sequence[str],
    about: Sequence[str],
    terms: str,
    currency: str,
    issued: date,
    reference: str,
    corrects: str | None,
) -> Page:
    """An invoice or credit note in words; the amounts of a credit note are negative."""
    sign = -1 if invoice.kind == "credit" else 1
    facts = [("Number", invoice.number), ("Date", day(issued)), ("Reference", reference)]
    if corrects is not None:
        facts.append(("Voids invoice", corrects))
    sums = [("Total", amount(sign * invoice.total, currency))]
    if invoice.kind == "invoice" and invoice.paid:
        sums = [("Price", sums[0][1]), ("Received so far", amount(-invoice.paid, currency))]
        rest = invoice.total - invoice.paid
        sums.append(("Still to pay", amount(rest, currency)) if rest >= 0 else ("To go back", amount(-rest, currency)))
    return Page(
        title=TITLES[invoice.kind],
        number=invoice.number,
        seller=tuple(seller),
        buyer=tuple(buyer),
        facts=tuple(facts),
        rows=tuple(_row(line, sign, currency) for line in invoice.lines),
        sums=tuple(sums),
        notes=(*about, invoice.reason or terms),
    )


def receipt_page(
    entry: LedgerEntry,
    *,
    number: str,
    before: Sequence[LedgerEntry],
    reference: str,
    buyer: Sequence[str],
    seller: Sequence[str],
    currency: str,
    at: datetime,
) -> Page:
    """The receipt of an entry in words. before: the entries of the account up to it, itself included; at: wall time.

    buyer, seller, currency: as they were when the money came or went.
    """
    is_refund = entry.kind == "refund"
    printed = amount(-entry.amount if is_refund else entry.amount, currency)
    facts = [
        ("Number", number),
        ("Date", day(at.date())),
        ("Reference", reference),
        ("Given back by" if is_refund else "Paid by", METHODS.get(entry.method, entry.method.capitalize())),
    ]
    if entry.provider_id != str(entry.id):
        facts.append(("Transaction", entry.provider_id))
    came = sum(one.amount for one in before if one.kind not in ("refund", "tip"))
    tips = {one.id for one in before if one.kind == "tip"}
    went = sum(one.amount for one in before if one.kind == "refund" and one.refund_of not in tips)
    label = f"{KINDS[entry.kind]} for {reference}"
    sums = (("Received for the party so far", amount(came, currency)), ("Given back so far", amount(went, currency)))
    return Page(
        title="Refund receipt" if is_refund else "Receipt",
        number=number,
        seller=tuple(seller),
        buyer=tuple(buyer),
        facts=tuple(facts),
        rows=(Row(label, "1", printed, printed),),
        sums=(*sums, ("This receipt", printed)),
        notes=(f"Why: {entry.reason}",) if entry.reason else (),
    )


def day(on: date) -> str:
    """A date as it is printed: March 14, 2026."""
    return f"{on:%B} {on.day}, {on.year}"


def file_name(title: str, number: str) -> str:
    """A file's name that every system takes."""
    return f"{title.lower().replace(' ', '-')}-{number.replace('/', '-')}.pdf"


def place_of(entries: Sequence[LedgerEntry], entry_id: UUID) -> int | None:
    """Which entry of its account it is, counted from 1."""
    return next((place for place, one in enumerate(entries, 1) if one.id == entry_id), None)


def _row(line: InvoiceLine, sign: int, currency: str) -> Row:
    unit, total = amount(line.unit, currency), amount(sign * line.amount, currency)
    return Row(line.label, f"{line.quantity:,}", unit, total)
