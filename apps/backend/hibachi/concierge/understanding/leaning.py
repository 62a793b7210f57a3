"""A short question that leans on what was just answered ("does that come off the bill?") with its noun before it. Pure.

The head of questions hears one message; what a pronoun stands for was said in the one before.
"""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re

MOST_WORDS = 14
"""A longer question names itself what it is about."""
NOUNS = {
    "deposit": "the deposit", "hold_time": "the deposit", "cancellation": "cancelling", "reschedule": "moving the date", "travel": "the travel fee",
    "payment": "paying", "rest_due": "the rest of the bill", "balance": "the rest of the bill", "gratuity": "the tip", "minimum": "the party minimum",
    "menu": "the menu", "choose": "the proteins", "included": "what is included", "not_included": "tables and plates", "children": "the kids' price",
    "third_protein": "an extra protein", "grill": "the grill", "space": "the space for the grill", "setting": "the spot for the grill", "rain": "rain",
    "parking": "parking", "setup_time": "setting up", "duration": "how long it takes", "show": "the show", "alcohol": "alcohol", "tables": "the tables",
    "guest_count_final": "the guest count", "menu_change": "changing the menu", "booking_window": "booking ahead", "referral": "the referral credit",
    "leftovers": "the leftovers", "office_hours": "the office hours", "clearance": "the distance from the house", "most_guests": "the largest party",
}  # fmt: skip
_LEANS = re.compile(r"\b(?:it|its|that|that's|thats|this|they|those|these|them|one|ones|there|he|she|then|rest)\b")


def spoken_of(dialogue: Dialogue) -> str | None:
    """The noun of what was answered last, for a question that leans on it."""
    last = dialogue.answered[-1] if dialogue.answered else ""
    if last == "dietary" and dialogue.spoken_diets:
        return dialogue.spoken_diets[0].replace("_", " ")
    return NOUNS.get(last)


def whole(clause: str, noun: str | None) -> str | None:
    """The clause as it would be asked by itself; None where it leans on nothing."""
    if noun is None or len(clause.split()) > MOST_WORDS or not _LEANS.search(clause):
        return None
    return f"{noun}: {clause}"
