"""A party, its price in lines, and the quote that keeps both. Money is cents inside, "1100.00" at the edges."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from hibachi.kit.money import Money
from hibachi.travel.schemas import Fee

LARGEST_COUNT = 1_000
"""The most people or portions of one dish that a request may name: a bound of the form; the owner's stands in the policy."""
Whole = Annotated[int, Field(strict=True)]
Count = Annotated[int, Field(strict=True, ge=0, le=LARGEST_COUNT)]
"""A whole number of people or portions: no "20", no 20.5, no true."""
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Portions = Annotated[dict[Name, Count], Field(max_length=50)]
"""Dish → portions."""
Chosen = Annotated[dict[str, Whole], BeforeValidator(lambda chosen: {} if chosen is None else chosen)]
"""Dish → portions; None, where nothing was said, is none."""


def _iso_date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is None:
        raise ValueError("a date is written YYYY-MM-DD")
    return value


EventDate = Annotated[date, BeforeValidator(_iso_date), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar date, written YYYY-MM-DD and no other way."""


class Frozen(BaseModel):
    """Base of what quotes say."""

    model_config = ConfigDict(frozen=True)


class Party(Frozen):
    """Who comes and what they eat beyond the ordinary; dishes by key or name, by key alone once it is priced.

    Any whole number is taken here: `rules.price` says what is wrong with it, with a sentence for a person.
    proteins: choices among the included ones, free of charge; upgrades: portions that each replace one of a guest's own;
    extra_proteins: portions beyond those; addons: pieces.
    """

    adults: Whole
    children: Whole = 0
    toddlers: Whole = 0
    proteins: Chosen = {}
    upgrades: Chosen = {}
    extra_proteins: Chosen = {}
    addons: Chosen = {}

    @property
    def paying(self) -> int:
        """Guests who pay and choose their proteins."""
        return self.adults + self.children

    @property
    def guests(self) -> int:
        """Everybody, toddlers too."""
        return self.paying + self.toddlers


class Bands(Frozen):
    """People by age band."""

    adults: int
    children: int
    toddlers: int


Component = Literal[
    "base", "minimum", "upgrades", "extra_proteins", "addons", "surcharge", "tax", "reschedule", "travel"
]


class QuoteLine(Frozen):
    """One line: amount = quantity × unit, cents. `rule` is the path of its number in the policy version of the quote."""

    key: str
    label: str
    component: Component
    rule: str
    quantity: int
    unit: Money
    amount: Money


Unpriced = Literal["travel_unknown", "not_served"]


class PricedParty(Frozen):
    """The price of a party by one profile.

    total is None when the way is unknown or not served (`unpriced` says which); without a place it is the price before
    travel (travel_included false). Always: total = food_total + tax + reschedule_fee + travel_fee.
    """

    party: Party
    event_date: date | None
    lines: tuple[QuoteLine, ...]
    food_subtotal: Money
    minimum_applied: bool
    food_total: Money
    tax: Money
    reschedule_fee: Money
    travel: Fee | None
    travel_fee: Money | None
    travel_included: bool
    total: Money | None
    unpriced: Unpriced | None
    deposit: Money
    balance: Money | None
    per_person: Money | None
    base_revenue: Money
    protein_upgrade_cost: Money
    addon_cost: Money


class Quote(PricedParty):
    """A stored price: its policy version recomputes it to the cent; certificate is the sha256 of its arithmetic."""

    id: UUID
    policy_version: int
    zip: str | None
    reschedule_fees: int
    certificate: str
    created_at: datetime
    sentences: tuple[str, ...]


class QuoteFilter(BaseModel):
    """Which quotes: each field that is given narrows; `before` is the id of the last one of the page before.

    first, last: days of the party. priced: whether it has a total, or why it has none is wanted.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    zip: Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$")] | None = None
    first: date | None = None
    last: date | None = None
    priced: bool | None = None
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class QuoteHead(Frozen):
    """A stored quote without its lines."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    id: UUID
    created_at: datetime
    policy_version: int
    party: Party
    event_date: date | None
    zip: str | None
    total: Money | None
    unpriced: Unpriced | None


class ProteinCosts(Frozen):
    """What the proteins of a party cost beyond the guests' own two; cents."""

    guest_count: int
    lines: tuple[QuoteLine, ...]
    portions_included: int
    portions_chosen: int
    upgrade_cost: Money
    extra_protein_cost: Money
    total_protein_cost: Money


class QuoteRequest(BaseModel):
    """The public calculator's question; dishes by key or by what people call them."""

    model_config = ConfigDict(extra="forbid")

    adults: Count
    children: Count = 0
    toddlers: Count = 0
    protein_selections: Portions = {}
    extra_proteins: Portions = {}
    addons: Portions = {}
    customer_zipcode: Annotated[str, StringConstraints(pattern=r"^[0-9]{5}(-[0-9]{4})?$")] | None = None
    event_date: EventDate | None = None


class SampleParty(BaseModel):
    """A party to try a change of policies on. miles: how far it is; left out, the price is the one before travel."""

    model_config = ConfigDict(extra="forbid")

    adults: Count
    children: Count = 0
    toddlers: Count = 0
    upgrades: Portions = {}
    extra_proteins: Portions = {}
    addons: Portions = {}
    miles: Annotated[float, Field(ge=0, le=10_000)] | None = None
    event_date: EventDate | None = None


class PolicyTrialRequest(BaseModel):
    """A merge patch over the profile, from when it would hold, and the party whose price is asked for."""

    model_config = ConfigDict(extra="forbid")

    changes: dict[str, Any]
    effective_from: AwareDatetime | None = None
    sample: SampleParty


class PolicyDifference(Frozen):
    """One number or word of the profile before and after."""

    path: str
    old: Any
    new: Any


class PolicyEffect(Frozen):
    """What a change of policies does to one party: price before and after, to the cent; nothing was written.

    after is None when the party can no longer be priced, and refusal says why. difference = after − before.
    """

    version: int
    differences: list[PolicyDifference]
    before: PricedParty
    after: PricedParty | None
    refusal: str | None
    difference: Money | None
