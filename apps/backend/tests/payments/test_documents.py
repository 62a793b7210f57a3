"""Invoices and receipts: numbered without a gap, never changed, to the cent what quote and ledger say, and readable as PDF."""

import asyncio
import io
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy.exc import DBAPIError

from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingCancelled, BookingChanged, BookingConfirmed, HoldExpired
from hibachi.bookings.schemas import Booking, Change
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.kit.events import EventBus
from hibachi.payments import service as payments
from hibachi.payments.documents.errors import InvoiceStands, InvoiceVoid, NothingToInvoice, UnknownDocument
from hibachi.payments.documents.schemas import Documents, Invoice
from hibachi.quotes import service as quotes
from hibachi.runtime import build
from tests.concierge.world import settings
from tests.parties import DEPOSIT, OLGA, SATURDAY, Shop, open_shop

EVENTS = (BookingConfirmed, BookingChanged, BookingCancelled, HoldExpired)


@pytest.fixture
async def shop(db: Database, bus: EventBus, clock: SettableClock) -> Shop:
    """A shop whose invoices follow its parties at once."""
    for event in EVENTS:
        bus.listen_inside(event, bookings.on_booking)
    return await open_shop(db, clock)


async def documents(shop: Shop, booking: Booking) -> Documents:
    return await shop.do(bookings.documents_of, booking_id=booking.id)


async def words(shop: Shop, booking: Booking, document: UUID) -> str:
    """What somebody reads who opens the file."""
    made = await shop.do(bookings.document_pdf, booking_id=booking.id, document_id=document)
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made.content)).pages)


async def agree(shop: Shop, booking: Booking) -> Invoice | None:
    """The one invoice that stands is what is owed, to the cent, and its lines are its quote's; the others are void."""
    found = (await documents(shop, booking)).invoices
    total = (await shop.do(payments.receivable, receivable_id=booking.id)).total
    void = {one.credits for one in found if one.kind == "credit"}
    standing = [one for one in found if one.kind == "invoice" and one.id not in void]
    assert sum(one.total * (1 if one.kind == "invoice" else -1) for one in found) == sum(one.total for one in standing)
    assert [one.total for one in standing] == ([total] if total else [])
    for one in found:
        assert sum(line.amount for line in one.lines) == one.total
        assert all(line.quantity * line.unit == line.amount for line in one.lines)
    return standing[0] if standing else None


async def test_a_confirmed_party_has_its_invoice_with_the_lines_of_its_quote(shop: Shop) -> None:
    booking = await shop.pending()
    assert (await documents(shop, booking)).invoices == []
    await shop.pay(booking.id)
    invoice = await agree(shop, booking)
    assert invoice is not None and invoice.number == "2026-00001" and invoice.state == "partly_paid"
    quote = await shop.do(quotes.get, quote_id=booking.quote_id)
    assert [(one.label, one.amount) for one in invoice.lines] == [(one.label, one.amount) for one in quote.lines]
    text = await words(shop, booking, invoice.id)
    for said in ("Invoice", "2026-00001", "$660.00", "-$100.00", "$560.00", "Saturday, March 14, 2026", "Dana Ruiz"):
        assert said in text, text
    await shop.do(bookings.record_payment, booking_id=booking.id, amount=560_00, method="cash")
    assert (await documents(shop, booking)).invoices[0].state == "paid"
    assert await words(shop, booking, invoice.id) == text, "what was issued stays as it was printed"


async def test_another_price_voids_it_and_issues_the_next(shop: Shop) -> None:
    booking = await shop.confirmed()
    await shop.do(bookings.change, booking_id=booking.id, change=Change(adults=15), by_staff=True)
    standing = await agree(shop, booking)
    first, credit, second = (await documents(shop, booking)).invoices
    assert (first.state, credit.credits, second.id) == ("void", first.id, standing.id if standing else None)
    assert [one.number for one in (first, credit, second)] == ["2026-00001", "2026-00002", "2026-00003"]
    text = await words(shop, booking, credit.id)
    assert "Credit note" in text and "-$660.00" in text and "2026-00001" in text


async def test_what_changes_nothing_that_is_printed_issues_nothing(shop: Shop) -> None:
    booking = await shop.confirmed()
    await shop.do(bookings.change, booking_id=booking.id, change=Change(notes="a gate code"), by_staff=True)
    for _ in range(2):
        await shop.do(bookings.on_booking, event=BookingConfirmed(booking_id=booking.id, customer_id=booking.customer_id, total=1))  # fmt: skip
    assert len((await documents(shop, booking)).invoices) == 1


@pytest.mark.parametrize("days, kept", [(10, 0), (2, DEPOSIT)])
async def test_a_cancelled_party_is_credited_and_what_is_kept_is_invoiced(shop: Shop, days: int, kept: int) -> None:
    booking = await shop.confirmed()
    shop.clock.set(booking.event_start - timedelta(days=days))
    await shop.do(bookings.cancel, booking_id=booking.id, reason="rain")
    standing = await agree(shop, booking)
    assert (standing.total if standing else 0) == kept


async def test_staff_issue_one_before_the_deposit_and_void_it(shop: Shop) -> None:
    booking = await shop.pending()
    issued = await shop.do(bookings.issue_invoice, actor=OLGA, booking_id=booking.id)
    assert issued.state == "open" and issued.total == booking.total_amount
    with pytest.raises(InvoiceStands):
        await shop.do(bookings.issue_invoice, actor=OLGA, booking_id=booking.id)
    void = {"actor": OLGA, "booking_id": booking.id, "reason": "another name"}
    credit = await shop.do(bookings.void_invoice, invoice_id=issued.id, **void)
    assert (credit.kind, credit.credits, credit.reason) == ("credit", issued.id, "another name")
    for document in (issued.id, credit.id):
        with pytest.raises(InvoiceVoid):
            await shop.do(bookings.void_invoice, invoice_id=document, **void)
    with pytest.raises(UnknownDocument):
        await shop.do(bookings.void_invoice, invoice_id=booking.id, **void)
    assert len(await shop.audits("invoice_issue")) == len(await shop.audits("invoice_void")) == 1
    shop.later(hours=3)
    with pytest.raises(NothingToInvoice):
        await shop.do(bookings.close_lapsed)
        await shop.do(bookings.issue_invoice, actor=OLGA, booking_id=booking.id)


@pytest.mark.parametrize("issued", [True, False])
async def test_of_a_party_whose_time_ran_out_nothing_is_kept_also_before_it_is_closed(shop: Shop, issued: bool) -> None:
    booking = await shop.pending()
    if issued:
        await shop.do(bookings.issue_invoice, actor=OLGA, booking_id=booking.id)
    shop.later(hours=3)
    told = HoldExpired(booking_id=booking.id, customer_id=booking.customer_id, was="deposit_pending")
    for _ in range(2):
        await shop.do(bookings.on_booking, event=told)
        found = (await documents(shop, booking)).invoices
        assert [one.kind for one in found] == ["invoice", "credit"][: 2 * issued]
        with pytest.raises(NothingToInvoice):
            await shop.do(bookings.issue_invoice, actor=OLGA, booking_id=booking.id)
        await shop.do(bookings.close_lapsed)


async def test_every_entry_has_its_receipt_and_it_never_changes(shop: Shop) -> None:
    booking = await shop.confirmed()
    first = (await documents(shop, booking)).receipts[0]
    before = await words(shop, booking, first.id)
    await shop.do(bookings.record_payment, booking_id=booking.id, amount=560_00, method="venmo", transaction_id="T-9")
    await shop.do(bookings.record_refund, booking_id=booking.id, entry_id=first.id, amount=30_00, reason="a late chef")
    await shop.do(bookings.record_payment, booking_id=booking.id, amount=50_00, method="cash", kind="tip")
    receipts = (await documents(shop, booking)).receipts
    assert [(one.kind, one.amount, one.number[-2:]) for one in receipts] == [
        ("deposit", DEPOSIT, "/1"), ("balance", 560_00, "/2"), ("refund", 30_00, "/3"), ("tip", 50_00, "/4"),
    ]  # fmt: skip
    assert await words(shop, booking, first.id) == before and "$100.00" in before
    paid, back = await words(shop, booking, receipts[1].id), await words(shop, booking, receipts[2].id)
    assert "$560.00" in paid and "$660.00" in paid and "T-9" in paid and "Venmo" in paid
    assert "-$30.00" in back and "a late chef" in back and "Refund receipt" in back
    tip = await words(shop, booking, receipts[3].id)
    assert "$50.00" in tip and "$660.00" in tip, "a tip pays nothing of the party"


async def test_what_is_printed_once_stays_whatever_payer_business_and_zone_are_called_later(shop: Shop) -> None:
    shop.clock.set(datetime(2026, 3, 5, 6, 30, tzinfo=UTC))  # March 4 in California
    booking = await shop.confirmed()
    found = await documents(shop, booking)
    printed = [found.invoices[0].id, found.receipts[0].id]
    before = [await words(shop, booking, one) for one in printed]
    assert all("March 4, 2026" in text and "Dana Ruiz" in text and "My Hibachi" in text for text in before), before
    shop.later(days=1)
    business = {"name": "Other Chefs", "timezone": "America/New_York", "email": "other@example.com", "currency": "CAD"}
    await shop.change_policy(business=business)
    await shop.do(bookings.change, booking_id=booking.id, change=Change(name="Ann Lee"), by_staff=True)
    await shop.do(bookings.record_payment, booking_id=booking.id, amount=560_00, method="cash")
    assert [await words(shop, booking, one) for one in printed] == before
    late = (await documents(shop, booking)).receipts[1]
    text = await words(shop, booking, late.id)
    assert "Ann Lee" in text and "Other Chefs" in text and "CA$560.00" in text and "Dana" not in text


async def test_terms_name_the_business_own_currency(shop: Shop) -> None:
    await shop.change_policy(business={"currency": "EUR"})
    booking = await shop.confirmed()
    text = await words(shop, booking, (await documents(shop, booking)).invoices[0].id)
    assert "The deposit of €100 is part of the price" in text and "$" not in text


@pytest.mark.parametrize("status", ["completed", "no_show"])
async def test_a_party_whose_invoice_was_missed_has_it_when_it_is_over(
    database_url: str, clock: SettableClock, status: Literal["completed", "no_show"]
) -> None:
    product = build(settings(), database_url, clock=clock)
    await product.jobs.open()
    shop = await open_shop(product.db, clock)
    booking = await shop.confirmed()
    await shop.rows("DELETE FROM procrastinate_jobs RETURNING 1")
    shop.clock.set(booking.event_start + timedelta(hours=1))
    await shop.do(bookings.set_status, actor=OLGA, booking_id=booking.id, status=status)
    assert (await documents(shop, booking)).invoices == []
    await product.jobs.drain()
    assert [one.total for one in (await documents(shop, booking)).invoices] == [booking.total_amount]
    await product.close()


async def test_numbers_have_no_gap_whatever_fails_and_however_many_ask_at_once(shop: Shop) -> None:
    await shop.chefs(12)
    parties = [await shop.pending() for _ in range(12)]

    async def ask(booking: Booking, place: int) -> None:
        async with shop.db.transaction() as tx:
            await bookings.issue_invoice(tx, booking_id=booking.id)
            if place % 3 == 0:
                raise ZeroDivisionError

    tries: list[Any] = await asyncio.gather(
        *(ask(one, place) for place, one in enumerate(parties)),
        *(ask(one, 1) for one in parties),
        return_exceptions=True,
    )
    assert all(one is None or isinstance(one, (ZeroDivisionError, InvoiceStands)) for one in tries)
    numbers = [row[0] for row in await shop.rows("SELECT sequence FROM invoices ORDER BY sequence")]
    assert numbers == list(range(1, len(parties) + 1))


async def test_a_new_year_begins_anew(shop: Shop) -> None:
    await shop.confirmed()
    shop.later(days=400)
    late = await shop.confirmed(day=SATURDAY + timedelta(days=420))
    assert (await documents(shop, late)).invoices[0].number == "2027-00001"


REFUSED = [
    "UPDATE invoices SET total = total + 1 RETURNING 1",
    "DELETE FROM invoices RETURNING 1",
    (
        "INSERT INTO invoices SELECT gen_random_uuid(), year, sequence + 2, kind, receivable_id, credits, seller, buyer,"
        " about, lines, terms, total, paid, currency, reason, actor_kind, actor_name, issued_at FROM invoices RETURNING 1"
    ),
    (
        "INSERT INTO invoices SELECT gen_random_uuid(), year, sequence + 1, kind, receivable_id, credits, seller, buyer,"
        " about, lines, terms, total, paid, currency, reason, actor_kind, actor_name, issued_at FROM invoices RETURNING 1"
    ),
    (
        "INSERT INTO invoices SELECT gen_random_uuid(), year, sequence + 1, 'credit', receivable_id, id, seller, buyer,"
        " about, '[]', terms, total, paid, currency, 'x', actor_kind, actor_name, issued_at FROM invoices RETURNING 1"
    ),
    (
        "INSERT INTO invoices SELECT gen_random_uuid(), year, sequence, 'credit', receivable_id, id, seller, buyer,"
        " about, lines, terms, total, paid, currency, 'x', actor_kind, actor_name, issued_at FROM invoices RETURNING 1"
    ),
]


async def test_the_database_refuses_what_no_bookkeeper_would_write(shop: Shop) -> None:
    await shop.confirmed()
    for statement in REFUSED:
        with pytest.raises(DBAPIError):
            await shop.rows(statement)
    assert await shop.number("invoices") == 1


@pytest.mark.parametrize("name", ["José Muñoz", "王小明", "山田太郎", "김민준", "<b>&amp;</b>", "שלום", "x" * 200])
async def test_any_name_is_printed_and_none_is_markup(shop: Shop, name: str) -> None:
    booking = await shop.confirmed(name=name)
    invoice = (await documents(shop, booking)).invoices[0]
    text = await words(shop, booking, invoice.id)
    if name.isascii() and len(name) < 50:
        assert name in text
    assert "$660.00" in text
