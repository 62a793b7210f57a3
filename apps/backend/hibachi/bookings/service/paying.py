"""What of a party may be paid by card now, until when, and where its payer comes back to."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from hibachi.bookings import repository
from hibachi.bookings.errors import NotPayable
from hibachi.bookings.events import BookingEvent, BookingRequested
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Booking
from hibachi.bookings.service import reading, writing
from hibachi.kit.db import Tx
from hibachi.payments import service as payments
from hibachi.payments.cards.schemas import Due, Wanted
from hibachi.payments.cards.service import on_price as review
from hibachi.policies import service as policies

PAYABLE: dict[Due, tuple[str, ...]] = {
    "deposit": ("deposit_pending", "confirmed"),
    "balance": ("confirmed", "completed", "no_show"),
}
TITLES: dict[Due, str] = {"deposit": "Deposit", "balance": "Balance"}


async def to_pay(tx: Tx, *, booking_id: UUID, purpose: Due, site: str) -> Wanted:
    """What a page for the deposit or the balance of a party is made of. site: where its own page lives.

    Raises UnknownBooking, NotPayable.
    """
    row = await reading.locked(tx, booking_id)
    state = writing.shown(tx, row)
    if state.status not in PAYABLE[purpose]:
        raise NotPayable(status=state.status)
    business = (await policies.current(tx)).profile.business
    return Wanted(
        receivable_id=row.id,
        purpose=purpose,
        deadline=state.hold_expires_at if state.status == "deposit_pending" else None,
        title=f"{TITLES[purpose]}, party on {_day(state.event_date)} · {business.name}",
        back=_page(row, site),
        siblings=tuple(one.id for one in await repository.of_customer(tx, row.customer_id)),
    )


async def page_link(tx: Tx, *, booking_id: UUID, site: str) -> str:
    """The address of a party's own page, where it is paid for: a secret of its customer. Raises UnknownBooking."""
    return _page(await reading.row(tx, booking_id), site)


async def document_link(tx: Tx, *, booking_id: UUID, document_id: UUID, site: str) -> str:
    """The address of an invoice or receipt of a party, for its customer alone. Raises UnknownBooking."""
    token = urlencode({"token": (await reading.row(tx, booking_id)).hold_token})
    return f"{site}/api/v1/bookings/{booking_id}/documents/{document_id}.pdf?{token}"


async def on_requested(tx: Tx, event: BookingRequested) -> None:
    """Listener inside the booking's transaction, where nobody pays by card: people tell how to pay, unless a handle does."""
    await payments.want_instructions(tx, receivable_id=event.booking_id)


async def on_price(tx: Tx, event: BookingEvent) -> None:
    """A party was changed, cancelled or ran out: a page with another amount is to be closed."""
    booking: Booking = await reading.get(tx, booking_id=event.booking_id)
    if booking.status != "held":
        await review(tx, receivable_id=booking.id)


def _page(row: BookingRow, site: str) -> str:
    return f"{site}/party/?{urlencode({'id': str(row.id), 'token': row.hold_token})}"


def _day(day: date) -> str:
    return f"{day:%b} {day.day}, {day.year}"
