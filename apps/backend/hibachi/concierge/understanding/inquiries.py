"""The details of a first inquiry: what one message says of the party, the dishes and the wish, before any conversation."""

from datetime import date, datetime, time

from pydantic import BaseModel, ConfigDict

from hibachi.concierge.understanding.errands import read
from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.policies.schemas import Profile


class InquiryDetails(BaseModel):
    """What an inquiry states; None or empty where it says nothing.

    inquiry_type: the surest intent ("pricing", "booking", "availability", "dietary", ...), with its confidence 0..1.
    party_size: everybody who comes, by the bands of the price list. protein_selections: dish to number of guests;
    included proteins and upgrades alike. dates: every day that the message may mean.
    """

    model_config = ConfigDict(frozen=True)

    channel: str
    inquiry_type: str
    confidence: float
    party_size: int | None
    adults: int | None
    children: int | None
    toddlers: int | None
    protein_selections: dict[str, int]
    extra_proteins: dict[str, int]
    addons: dict[str, int]
    dates: tuple[date, ...]
    time: time | None
    zip: str | None
    city: str | None


def extract_inquiry_details(message: str, channel: str, *, profile: Profile, now: datetime) -> InquiryDetails:
    """The details of one message as it came in on a channel (CHN-04); pure, now is an aware instant."""
    said = read(
        [message], dialogue=Dialogue(), profile=profile, now=now, zone=profile.business.timezone, channel=channel
    )
    party = said.dialogue.party
    counts = counts_of(party, bands_of(profile))
    return InquiryDetails(
        channel=channel,
        inquiry_type=said.intent,
        confidence=said.confidence,
        party_size=counts.total if counts else None,
        adults=counts.adults if counts else None,
        children=counts.children if counts else None,
        toddlers=counts.toddlers if counts else None,
        protein_selections={**party.included, **party.upgrades},
        extra_proteins=party.extra_proteins,
        addons=party.addons,
        dates=said.frame.dates,
        time=said.frame.times[0] if len(said.frame.times) == 1 else None,
        zip=said.dialogue.zip,
        city=said.dialogue.city,
    )
