"""What an inquiry is about so far, and what its proteins cost: known before any model speaks. Pure."""

from typing import Any

from pydantic import BaseModel, Field

from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Reading
from hibachi.policies.schemas import Profile
from hibachi.quotes import service as quotes
from hibachi.quotes.errors import InvalidParty


class InquiryDetails(BaseModel):
    """What an inquiry is about. party_size: guests who choose dishes (toddlers do not); protein_selections: dish to
    portions; inquiry_type: the intent of the newest words."""

    party_size: int | None = None
    protein_selections: dict[str, int] = Field(default_factory=dict)
    inquiry_type: str = "unclear"


def details_of(reading: Reading, profile: Profile) -> InquiryDetails:
    """What was understood so far: the party, the proteins, the matter."""
    party = reading.dialogue.party
    counts = counts_of(party, bands_of(profile))
    return InquiryDetails(
        party_size=counts.adults + counts.children if counts else None,
        protein_selections={**party.included, **party.upgrades},
        inquiry_type=reading.intent,
    )


def protein_info(details: InquiryDetails, profile: Profile) -> dict[str, Any] | None:
    """What the chosen proteins cost; None unless guests and dishes are known, and go together."""
    if not details.party_size or not details.protein_selections:
        return None
    try:
        costs = quotes.proteins(details.party_size, details.protein_selections, profile).model_dump(mode="json")
    except InvalidParty:
        return None
    return {**costs, "breakdown": costs.pop("lines")}
