"""Which topics answer themselves from the owner's facts, under which name those stand, and which answer says another one."""

OF_THE_PROFILE = (
    "included", "not_included", "venue", "space", "rain", "payment", "gratuity", "deposit", "cancellation", "reschedule",
    "recording", "hours", "duration", "alcohol", "leftovers", "guest_count_final", "menu_change", "contact", "show", "about",
    "referral", "grill", "choose", "bot", "hold_time", "minimum", "booking_window", "office_hours", "tables", "parking",
    "latest_start", "earliest_start", "daytime", "clearance", "grill_size", "most_guests", "every_day", "pay_handle", "setting", "evening", "refund_when",
    "comes_to_you", "seated", "zip_enough", "confirmed_when", "max_distance", "setup_time", "diet_notice", "tax",
    "chef_extra", "shared_grill", "occasions", "indoor",
    "wind", "near_fire", "cash_needed", "pay_by_phone", "raw_food", "cooked_with_alcohol", "one_deposit", "same_twice", "slope",
)  # fmt: skip
SOURCE = {
    "grill": "venue", "choose": "included", "bot": "about", "hold_time": "deposit", "minimum": "guests", "office_hours": "contact", "tables": "venue", "parking": "venue",
    "latest_start": "hours", "earliest_start": "hours", "daytime": "hours", "clearance": "space", "every_day": "hours", "grill_size": "space", "most_guests": "guests",
    "comes_to_you": "about", "zip_enough": "about", "seated": "venue", "pay_handle": "payment", "setting": "venue", "evening": "duration", "refund_when": "cancellation",
    "confirmed_when": "deposit", "diet_notice": "diets", "max_distance": "area", "setup_time": "duration",
    "chef_extra": "included", "occasions": "about",
    "wind": "space", "near_fire": "space", "cash_needed": "payment", "pay_by_phone": "payment", "raw_food": "included",
    "cooked_with_alcohol": "alcohol", "one_deposit": "deposit", "same_twice": "included", "slope": "space",
}  # fmt: skip
"""Topics whose facts stand under another one."""
COVERS = (
    ("hold_time", "booking_window"), ("hold_time", "duration"), ("choose", "menu"), ("choose", "included"), ("children", "price"), ("children", "menu"),
    ("children", "choose"), ("grill", "included"), ("grill", "not_included"), ("grill", "area"), ("deposit", "booking_window"), ("contact", "area"), ("about", "area"),
    ("duration", "show"), ("cancellation", "deposit"), ("hold_time", "deposit"), ("included", "not_included"), ("space", "venue"),
    ("travel", "area"), ("not_included", "venue"), ("rain", "cancellation"), ("alcohol", "not_included"), ("menu", "included"), ("gratuity", "included"),
    ("rest_due", "balance"), ("rest_due", "payment"), ("refund_when", "cancellation"), ("payment", "deposit"), ("alcohol", "included"), ("tables", "not_included"), ("tables", "venue"), ("tables", "space"), ("parking", "venue"),
    ("office_hours", "hours"), ("office_hours", "contact"), ("balance", "deposit"), ("guest_count_final", "booking_window"), ("guest_count_final", "duration"), ("parking", "area"), ("needs", "space"), ("needs", "venue"), ("needs", "not_included"), ("needs", "parking"), ("setting", "space"),
    ("rain", "setting"), ("setting", "venue"), ("clearance", "space"), ("pay_handle", "payment"), ("whats_next", "deposit"), ("needs", "setting"), ("suggest", "menu"),
    ("guest_count_final", "hours"), ("menu_change", "hours"), ("seated", "tables"), ("comes_to_you", "area"), ("office_hours", "every_day"),
    ("confirmed_when", "deposit"), ("diet_notice", "dietary"), ("diet_notice", "menu_change"), ("reschedule", "hours"), ("hold_time", "pay_handle"), ("rain", "included"), ("cancellation", "booking_window"), ("max_distance", "area"), ("setup_time", "venue"), ("extra_costs", "gratuity"), ("extra_costs", "travel"),
    ("chef_extra", "included"), ("chef_extra", "extra_costs"), ("occasions", "about"),
)  # fmt: skip
"""The answer to the first topic says what the second one asks."""

SAME_WORDS = frozenset({
    ("rest_due", "payment"), ("hold_time", "payment"), ("rest_due", "deposit"), ("refund_when", "deposit"), ("refund_when", "cancellation"),
    ("hold_time", "booking_window"), ("hold_time", "duration"), ("deposit", "booking_window"), ("contact", "area"), ("about", "area"), ("travel", "area"),
    ("rain", "cancellation"), ("cancellation", "booking_window"), ("gratuity", "included"), ("payment", "deposit"), ("guest_count_final", "booking_window"), ("guest_count_final", "duration"),
    ("clearance", "space"), ("parking", "area"), ("grill", "area"), ("office_hours", "hours"), ("children", "menu"), ("children", "choose"), ("whats_next", "deposit"), ("diet_notice", "dietary"),
})  # fmt: skip
"""Of COVERS, those that only share words: asked in clauses of their own, both are answered."""
