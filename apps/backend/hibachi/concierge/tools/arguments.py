"""What the larger tools take: one flat object each, its fields described for a model."""

from pydantic import BaseModel, ConfigDict, Field

from hibachi.bookings.rules import NO_DIETS
from hibachi.concierge.tools.fields import BookingId, Count, Day, Line, Place, Selections, WallTime

DIETARY = f'Allergies and dietary needs that the customer named; ["{NO_DIETS}"] where they said that there are none.'


class Arguments(BaseModel):
    """Base: unknown arguments are refused."""

    model_config = ConfigDict(extra="forbid")


class QuoteArguments(Arguments):
    """A party to be priced; only the adults are required (PRC-02)."""

    adults: Count = Field(description="Guests of 13 and over; people without an age count as adults.")
    children: Count = Field(0, description="Guests of 6 to 12.")
    toddlers: Count = Field(0, description="Guests of 5 and under.")
    protein_selections: Selections = Field(default_factory=dict, description="Proteins and upgrades: name to guests.")
    extra_proteins: Selections = Field(default_factory=dict, description="Portions beyond two a guest: name to number.")
    addons: Selections = Field(default_factory=dict, description="Add-ons: name to number.")
    customer_zipcode: Place | None = Field(None, description="ZIP code, or an address with one.")
    event_date: Day | None = Field(None, description="YYYY-MM-DD, where the price depends on the day.")


class HoldArguments(Arguments):
    """A party whose date is to be held."""

    date: Day = Field(description="The day, YYYY-MM-DD.")
    time: WallTime = Field(description="The start, HH:MM on a 24-hour clock.")
    adults: Count = Field(description="Guests of 13 and over.")
    children: Count = Field(0, description="Guests of 6 to 12.")
    toddlers: Count = Field(0, description="Guests of 5 and under.")
    protein_selections: Selections = Field(default_factory=dict, description="Proteins and upgrades: name to guests.")
    extra_proteins: Selections = Field(default_factory=dict, description="Portions beyond two a guest: name to number.")
    addons: Selections = Field(default_factory=dict, description="Add-ons: name to number.")
    customer_zipcode: Place = Field(description="ZIP code of the party's address.")
    name: Line = Field(description="Who the party is booked for.", min_length=1)
    phone: Line | None = Field(None, description="A telephone number that the customer gave.")
    email: Line | None = Field(None, description="An e-mail address that the customer gave.")
    dietary: list[Line] = Field(default_factory=list, description=DIETARY)
    event_type: Line | None = Field(None, description="The occasion, such as birthday.")


class ChangeArguments(Arguments):
    """A party and what of it is to be different; what is left out stays."""

    booking_id: BookingId = Field(description="The party, from customer_bookings.")
    date: Day | None = Field(None, description="A new day, YYYY-MM-DD.")
    time: WallTime | None = Field(None, description="A new start, HH:MM on a 24-hour clock.")
    adults: Count | None = Field(None, description="The new number of guests of 13 and over.")
    children: Count | None = Field(None, description="The new number of guests of 6 to 12.")
    toddlers: Count | None = Field(None, description="The new number of guests of 5 and under.")
    protein_selections: Selections | None = Field(None, description="The new proteins and upgrades.")
    extra_proteins: Selections | None = Field(None, description="The new portions beyond two a guest.")
    addons: Selections | None = Field(None, description="The new add-ons.")
    customer_zipcode: Place | None = Field(None, description="The ZIP code of a new address.")
    dietary: list[Line] | None = Field(None, description=DIETARY)
    location: Line | None = Field(None, description="The street and the spot where the grill is to stand.")
    notes: Line | None = Field(None, description="What else the chef should know, such as a gate code or a wish.")
