"""Parties as rules and words see them, without a database."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from hibachi.bookings.schemas import Booking
from hibachi.kit.clock import instant_of
from hibachi.policies import service as policies

LA = "America/Los_Angeles"
PROFILE = policies.read_profile(policies.DEFAULT_PATH)
MADE = datetime.fromisoformat("2026-02-20T10:00:00-08:00")
ONE = UUID("00000000-0000-7000-8000-000000000007")
SOMEBODY = UUID("00000000-0000-7000-8000-000000000008")


def party(day: date = date(2026, 3, 14), at: time = time(18), zone: str = LA, **other: Any) -> Booking:
    """A confirmed party of twelve, of which $644 are still to be paid."""
    start = instant_of(day, at, zone)
    fields: dict[str, Any] = {name: None for name in Booking.model_fields} | {
        "id": ONE, "customer_id": SOMEBODY, "status": "confirmed", "revision": 1, "event_date": day, "event_time": at,
        "zone": zone, "event_start": start, "event_end": start + timedelta(hours=2), "adults": 12, "children": 0,
        "toddlers": 0, "proteins": {}, "addons": {}, "dietary": [], "zip_code": "95112", "policy_version": 1,
        "quote_id": ONE, "base_revenue": 660_00, "protein_upgrade_cost": 0, "addon_cost": 0, "travel_fee": 84_00,
        "reschedule_fee": 0, "tax": 0, "total_amount": 744_00, "deposit": 100_00, "deposit_paid": 100_00,
        "paid": 100_00, "balance": 644_00, "name": "Dana Ruiz", "reschedules": 0, "created_at": MADE, "updated_at": MADE,
    }  # fmt: skip
    return Booking(**fields | other)
