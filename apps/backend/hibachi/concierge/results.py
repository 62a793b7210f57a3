"""What the tools say: the services' answers as plain JSON, money as "1100.00", dates ISO, times "18:00"."""

from collections.abc import Sequence
from typing import Any

from hibachi.bookings.schemas import Booking, CancelPreview, ChangePreview, Refused
from hibachi.calendar.schemas import Opening, Reason
from hibachi.kit.money import Cents, text
from hibachi.quotes.schemas import PricedParty, Quote
from hibachi.travel.schemas import TravelFee, UnknownFee

WHOLE, HALF = 100, 50


def opening(row: Opening) -> dict[str, Any]:
    """A start that can be booked."""
    return {"date": row.date.isoformat(), "time": row.time.strftime("%H:%M"), "weekday": row.date.strftime("%A")}


def openings(rows: Sequence[Opening]) -> list[dict[str, Any]]:
    """Starts that can be booked."""
    return [opening(row) for row in rows]


def reason(row: Reason) -> dict[str, Any]:
    """Why a time is not free."""
    return {"code": row.code, "sentence": row.sentence}


def quote(row: Quote) -> dict[str, Any]:
    """A price with its lines; `total` is null where the travel fee is not known."""
    return {"quote_id": str(row.id), **row.model_dump(mode="json", exclude={"id", "certificate"}), "room": room(row)}


def room(row: PricedParty) -> dict[str, Any] | None:
    """What is left up to the party minimum, and how many more guests come for the same price; None where nothing is.

    adults: of the whole party, if only adults join.
    """
    missing = sum(line.amount for line in row.lines if line.component == "minimum")
    each = {line.key: line.unit for line in row.lines if line.component == "base"}
    if not missing or not each.get("adult") or any(line.component == "surcharge" for line in row.lines):
        return None
    more = missing // each["adult"]
    kids = {"more_children": missing // each["child"]} if each.get("child") else {}
    return {"missing": text(missing), "more_adults": more, "adults": row.party.adults + more, **kids}


def travel(row: TravelFee | UnknownFee) -> dict[str, Any]:
    """What the way costs, or why that is not known."""
    if isinstance(row, UnknownFee):
        return {"unknown": row.reason, "message": row.message, "next_step": row.next_step}
    return row.model_dump(mode="json", exclude={"kind"})


def booking(row: Booking) -> dict[str, Any]:
    """A party as its own customer may hear of it; balance is what is left once the deposit is paid."""
    kept = {
        "id", "status", "adults", "children", "toddlers", "proteins", "addons", "name", "phone", "email", "dietary",
        "event_type", "location", "travel_fee", "deposit", "deposit_paid", "reschedules",
    }  # fmt: skip
    shown = row.model_dump(mode="json", include=kept) | {
        "zip": row.zip_code,
        "total": text(row.total_amount),
        "balance": text(row.total_amount - max(row.deposit, row.paid)),
    }
    day, at = row.event_date, row.event_time
    return {**shown, "date": day.isoformat(), "time": at.strftime("%H:%M"), "weekday": day.strftime("%A")}


def refusal(row: Refused) -> dict[str, Any]:
    """Why a party is not possible, and what is."""
    return {
        "reason": {"code": row.reason.code, "sentence": row.reason.sentence},
        "alternatives": openings(row.alternatives),
    }


def change_preview(row: ChangePreview) -> dict[str, Any]:
    """What a change would mean: the price before and after, the fee for moving, the consequences in sentences."""
    shown = row.model_dump(mode="json", include={"allowed", "difference", "reschedule_fee", "consequences"})
    return {
        **shown,
        "refusal": None if row.reason is None else {"code": row.reason.code, "sentence": row.reason.sentence},
        "alternatives": openings(row.alternatives),
        "before": quote(row.before),
        "quote": quote(row.after) if row.after else None,
    }


def cancel_preview(row: CancelPreview, party: Booking) -> dict[str, Any]:
    """What a cancellation means for the deposit of a party."""
    shown = row.model_dump(mode="json", exclude={"reason", "revision"})
    refused = None if row.reason is None else {"code": row.reason.code, "sentence": row.reason.sentence}
    return {**shown, "reason": refused, "booking": booking(party)}


def tip(total: Cents, percent: int) -> dict[str, Any]:
    """What a tip of so many percent comes to, to the cent, and what is paid with it."""
    amount = (total * percent + HALF) // WHOLE
    return {"percent": percent, "total": text(total), "tip": text(amount), "with_tip": text(total + amount)}
