"""Every tool by its name; a test keeps the names of this table and of the matrix the same."""

from collections.abc import Awaitable, Callable
from typing import Any

from hibachi.concierge.tools import changes, handover, knowledge, paying, pricing, remembering, scheduling

FUNCTIONS: dict[str, Callable[..., Awaitable[dict[str, Any]]]] = {
    function.__name__: function
    for function in (
        pricing.calculate_party_quote,
        pricing.calculate_travel_fee,
        pricing.calculate_protein_costs,
        pricing.check_service_area,
        knowledge.get_menu,
        knowledge.business_facts,
        knowledge.search_knowledge,
        knowledge.dietary_facts,
        scheduling.check_availability,
        scheduling.hold_date,
        scheduling.book_party,
        changes.customer_bookings,
        changes.preview_change,
        changes.change_booking,
        changes.preview_cancel,
        changes.cancel_booking,
        paying.payment_instructions,
        paying.payment_status,
        paying.tip_for_party,
        handover.hand_over_to_human,
        remembering.remember_date,
        remembering.recall_words,
    )
}
