"""What is invoiced of a party: the lines of its quote, or what is kept of a cancelled one."""

from uuid import UUID

from hibachi.bookings import rules
from hibachi.bookings.events import BookingEvent
from hibachi.bookings.models import BookingRow
from hibachi.bookings.service import reading, writing
from hibachi.kit.db import Tx
from hibachi.kit.money import spoken, symbol
from hibachi.payments import service as payments
from hibachi.payments.documents.schemas import Documents, Invoice, InvoiceLine, Pdf, Sale
from hibachi.payments.errors import UnknownReceivable
from hibachi.policies import service as policies
from hibachi.quotes import service as quotes

BEGINS = ("confirmed", "completed", "no_show")
"""A party in these states has its invoice; one that waits for its deposit gets it on demand."""
ON_DEMAND = ("deposit_pending", *BEGINS)


async def on_booking(tx: Tx, event: BookingEvent) -> None:
    """Listener (a job, idempotent): the party's invoice says what the party is now."""
    row = await reading.locked(tx, event.booking_id)
    state = writing.shown(tx, row).status
    if state == "held" or row.status == "held":
        return
    try:
        sale = await _sale(tx, row)
    except UnknownReceivable:
        return  # it was never billed: its hold ended before the yes
    await payments.keep_invoice(tx, receivable_id=row.id, sale=sale, begins=state in BEGINS)


async def issue_invoice(tx: Tx, *, booking_id: UUID) -> Invoice:
    """Issue the invoice of a party that has none. Raises UnknownBooking, UnknownReceivable, NothingToInvoice, InvoiceStands."""
    row = await reading.locked(tx, booking_id)
    is_open = writing.shown(tx, row).status in (*ON_DEMAND, "cancelled")
    return await payments.issue_invoice(tx, receivable_id=row.id, sale=await _sale(tx, row) if is_open else None)


async def void_invoice(tx: Tx, *, booking_id: UUID, invoice_id: UUID, reason: str) -> Invoice:
    """Void an invoice of a party; its credit note. Raises UnknownBooking and what payments refuses."""
    row = await reading.locked(tx, booking_id)
    return await payments.void_invoice(tx, receivable_id=row.id, invoice_id=invoice_id, reason=reason)


async def documents_of(tx: Tx, *, booking_id: UUID) -> Documents:
    """The invoices and receipts of a party; none before its yes. Raises UnknownBooking."""
    await reading.get(tx, booking_id=booking_id)
    try:
        return await payments.documents(tx, receivable_id=booking_id)
    except UnknownReceivable:
        return Documents(invoices=[], receipts=[])


async def document_pdf(tx: Tx, *, booking_id: UUID, document_id: UUID) -> Pdf:
    """One of them as a file. Raises UnknownBooking, UnknownReceivable, UnknownDocument."""
    await reading.get(tx, booking_id=booking_id)
    return await payments.pdf(tx, receivable_id=booking_id, document_id=document_id)


async def _sale(tx: Tx, row: BookingRow) -> Sale | None:
    """What is owed for a party, in lines that add up to it; None where that is nothing."""
    owed = await payments.receivable(tx, receivable_id=row.id)
    state = writing.shown(tx, row)
    if state.status == "cancelled":
        # of a party whose time ran out nothing is kept, also before the sweep has written that down
        kept = 0 if state.cancelled_reason in rules.LAPSED.values() else owed.total
        line = InvoiceLine(label="Deposit kept, as agreed", quantity=1, unit=kept, amount=kept)
        return Sale(about=_about(row), lines=(line,), terms="The party was cancelled.") if kept else None
    quote = await quotes.get(tx, quote_id=row.quote_id)
    lines = tuple(
        InvoiceLine(label=line.label, quantity=line.quantity, unit=line.unit, amount=line.amount)
        for line in quote.lines
    )
    currency = (await policies.current(tx)).profile.business.currency
    terms = (
        f"The deposit of {spoken(row.deposit, symbol(currency))} is part of the price; the rest is due on "
        "the day of the party."
    )
    return Sale(about=_about(row), lines=lines, terms=terms)


def _about(row: BookingRow) -> tuple[str, ...]:
    at = f"{row.event_time:%I:%M %p}".lstrip("0")
    when = f"Party on {row.event_date:%A, %B} {row.event_date.day}, {row.event_date.year} at {at}"
    return when, row.location or f"ZIP {row.zip_code}"
