"""Which part of the owner's profile answers which topic."""

from collections.abc import Callable
from typing import Any

from hibachi.policies.schemas import Profile

Reader = Callable[[dict[str, Any]], Any]


def _parts(*paths: str) -> Reader:
    def read(profile: dict[str, Any]) -> Any:
        return {path: _at(profile, path) for path in paths}

    return read


def _at(profile: dict[str, Any], path: str) -> Any:
    value: Any = profile
    for key in path.split("."):
        value = value[key]
    return value


TOPICS: dict[str, Reader] = {
    "included": _parts("menu.included", "menu.not_included", "menu.proteins_per_guest", "menu.included_proteins"),
    "not_included": _parts("menu.not_included"),
    "alcohol": _parts("menu.included", "menu.not_included"),
    "venue": _parts("venue"),
    "space": _parts("venue.space_feet", "venue.grill_inches", "venue.clearance_feet", "venue.needs"),
    "rain": _parts("policies.rain"),
    "indoor": _parts("policies.indoor"),
    "payment": _parts("policies.payment_methods", "policies.payment_handles", "prices.deposit"),
    "gratuity": _parts("prices.gratuity_suggested_percent"),
    "deposit": _parts("prices.deposit", "booking.hold_minutes", "policies.deposit_refundable_days"),
    "cancellation": _parts("policies.deposit_refundable_days", "prices.deposit"),
    "reschedule": _parts("policies.reschedule_free", "policies.reschedule_fee", "booking.min_notice_hours"),
    "recording": _parts("policies.recording_notice"),
    "hours": _parts("business.hours", "booking.slots"),
    "duration": _parts("booking.duration_minutes", "venue.show_minutes", "venue.setup_minutes"),
    "show": _parts("venue.show_minutes", "menu.included"),
    "area": _parts(
        "travel.base",
        "travel.areas",
        "travel.free_miles",
        "travel.per_mile",
        "travel.max_miles",
        "travel.human_review_over_miles",
    ),
    "booking_window": _parts("booking.min_notice_hours", "booking.max_months_ahead", "booking.slots"),
    "leftovers": _parts("policies.leftover_food_refund"),
    "guest_count_final": _parts("policies.guest_count_final_hours"),
    "menu_change": _parts("policies.menu_change_cutoff_hours"),
    "guests": _parts("booking.guests", "prices.party_minimum"),
    "children": _parts("prices.adult", "prices.child", "prices.toddler"),
    "referral": _parts("growth.referral"),
    "contact": _parts("business.phone", "business.email", "business.website", "business.hours"),
    "tax": _parts("tax.sales_tax_rate"),
    "diets": _parts("dietary.notice_hours"),
    "shared_grill": _parts("dietary.never_promise"),
    "about": _parts("business.name", "business.tagline", "menu.included"),
}


def facts_of(profile: Profile, topic: str) -> dict[str, Any]:
    """The owner's facts about a topic; empty for an unknown one."""
    reader = TOPICS.get(topic)
    return reader(profile.model_dump(mode="json")) if reader else {}
