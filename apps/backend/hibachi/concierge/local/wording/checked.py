"""Words for an amount that was to be right or not; what it really is follows from the quote."""

from typing import Any

from hibachi.concierge.local.wording.formats import money, of_party
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says


@says("amount_checked")
def amount_checked(voice: Voice, data: dict[str, Any]) -> Parts:
    """Yes or no by the quote; where a balance is shared, by how many."""
    lead = voice.pick("Yes, that's right.", "Yes, exactly.") if data["right"] else "Not quite."
    quote = data["quote"]
    shared = f" The balance of {money(quote['balance'])} is shared by {of_party(quote['party'])}." if quote else ""
    return [must(f"{lead}{shared}")]
