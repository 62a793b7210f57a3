"""What goes in and out: holds, parties, changes and what they would cost."""

import datetime as dt
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from hibachi.calendar.schemas import Opening, WallTime
from hibachi.kit.money import Money
from hibachi.payments.cards.schemas import Due
from hibachi.payments.schemas import Account, LedgerEntry
from hibachi.quotes.schemas import Count, Party, Portions, Quote
from hibachi.travel.schemas import TravelFee

Status = Literal["held", "deposit_pending", "confirmed", "completed", "cancelled", "no_show"]


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("only printable characters")
    return text


Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_printable)
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^[^\x00]*$")]
Dietary = Annotated[list[Line], Field(max_length=50)]
ChefNumber = Annotated[int, Field(ge=1, le=2**62)]
ZipCode = Annotated[str, StringConstraints(pattern=r"^\d{5}$")]


class Frozen(BaseModel):
    """Base of what bookings tells and takes."""

    model_config = ConfigDict(frozen=True)


class Booking(Frozen):
    """A party as it is now. Wall time and zone are those of its address; instants are UTC.

    A hold or an unpaid request whose time ran out reads as cancelled, whether or not anything tidied it yet.
    """

    id: UUID
    customer_id: UUID
    status: Status
    cancelled_reason: str | None
    revision: int
    event_date: date
    event_time: WallTime
    zone: str
    event_start: datetime
    event_end: datetime
    chef_id: int | None
    adults: int
    children: int
    toddlers: int
    proteins: dict[str, Any]
    addons: dict[str, int]
    dietary: list[str]
    event_type: str | None
    zip_code: str
    location: str | None
    policy_version: int
    quote_id: UUID
    base_revenue: Money
    protein_upgrade_cost: Money
    addon_cost: Money
    travel_fee: Money
    reschedule_fee: Money
    tax: Money
    total_amount: Money
    deposit: Money
    deposit_paid: Money
    paid: Money
    balance: Money
    name: str | None
    phone: str | None
    email: str | None
    notes: str | None
    reschedules: int
    hold_expires_at: datetime | None
    created_at: datetime
    updated_at: datetime

    @property
    def party(self) -> Party:
        """Guests and choices, as quotes price them."""
        guests = {"adults": self.adults, "children": self.children, "toddlers": self.toddlers}
        return Party.model_validate({**guests, **self.proteins, "addons": self.addons})


class Reason(Frozen):
    """Why not: a code for machines, a sentence and the next step for a person."""

    code: str
    sentence: str
    next_step: str = "Choose another time."


class Refused(Frozen):
    """No, and why; the nearest times that can be booked; the party as it is now, where there is one."""

    reason: Reason
    alternatives: list[Opening] = []
    booking: Booking | None = None


class HoldRequest(Frozen):
    """A party that somebody would like held: who, what, when, where. The fee is what `travel` says of the ZIP."""

    customer_id: UUID
    party: Party
    day: date
    at: WallTime
    zip: ZipCode
    travel: TravelFee
    name: Line | None = None
    phone: Line | None = None
    email: Line | None = None
    dietary: Dietary = []
    event_type: Line | None = None
    location: Line | None = None
    notes: Text | None = None


class Held(Frozen):
    """A time and its price, kept until expires_at; the token is what accepting it needs."""

    booking: Booking
    quote: Quote
    expires_at: datetime
    token: str


class Change(Frozen):
    """What should be different; a field that is left out stays. A new ZIP comes with its travel fee."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    day: date | None = None
    at: WallTime | None = None
    adults: Count | None = None
    children: Count | None = None
    toddlers: Count | None = None
    upgrades: Portions | None = None
    proteins: Portions | None = None
    extra_proteins: Portions | None = None
    addons: Portions | None = None
    zip: ZipCode | None = None
    travel: TravelFee | None = None
    chef_id: ChefNumber | None = None
    dietary: Dietary | None = None
    event_type: Line | None = None
    location: Line | None = None
    name: Line | None = None
    phone: Line | None = None
    email: Line | None = None
    notes: Text | None = None


class ChangePreview(Frozen):
    """What a change would do, before anything happens. difference = new total − old total."""

    allowed: bool
    reason: Reason | None
    alternatives: list[Opening]
    before: Quote
    after: Quote | None
    difference: Money | None
    reschedule_fee: Money
    consequences: list[str]
    revision: int


class CancelPreview(Frozen):
    """What cancelling would do. deadline: the last date, in the party's zone, on which the deposit comes back."""

    allowed: bool
    reason: Reason | None
    refundable: bool
    refund: Money
    deposit_paid: Money
    deadline: date
    days_before: int
    sentence: str
    revision: int


class ImportedParty(HoldRequest):
    """A party that exists already, as staff know it: in any status, also in the past."""

    status: Status


class BookingFilter(BaseModel):
    """Which parties: each field that is given narrows; `before` is the id of the last one of the page before.

    q: part of a name, address or e-mail address, digits of a number, a ZIP, or the reference of its payments.
    sort: the newest made first, or by the time of the party.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    q: Line | None = None
    sort: Literal["made", "soonest", "latest"] = "made"
    chef_id: ChefNumber | None = None
    status: Status | None = None
    customer_id: UUID | None = None
    first: date | None = None
    last: date | None = None
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class BookingPage(Frozen):
    """Parties in the order that was asked for; `next` is the `before` of the following page, None on the last one."""

    bookings: list[Booking]
    next: UUID | None


class Wishes(BaseModel):
    """Who comes, when, where and what they eat, as a request says it."""

    model_config = ConfigDict(extra="forbid")
    date: dt.date
    time: WallTime
    zip: ZipCode
    adults: Count
    children: Count = 0
    toddlers: Count = 0
    proteins: Portions = {}
    upgrades: Portions = {}
    extra_proteins: Portions = {}
    addons: Portions = {}
    name: Line | None = None
    phone: Line | None = None
    email: Line | None = None
    dietary: Dietary = []
    event_type: Line | None = None
    location: Line | None = None

    def party(self) -> Party:
        """Guests and choices, as quotes price them."""
        return Party.model_validate(self.model_dump(include=set(Party.model_fields)))


class NewHold(Wishes):
    """A request to hold a time; earlier_token: the visitor's hold until now, which this one replaces."""

    earlier_token: Line | None = None


class Import(Wishes):
    """A party that exists already; of a known customer, or of a new one with this name and contact."""

    customer_id: UUID | None = None
    status: Status
    notes: Text | None = None


class Acceptance(BaseModel):
    """The yes to what was held."""

    model_config = ConfigDict(extra="forbid")
    token: Line
    name: Line | None = None
    phone: Line | None = None
    email: Line | None = None


class ChangeRequest(BaseModel):
    """What should be different of a party; a field that is left out stays. revision: what the asker saw."""

    model_config = ConfigDict(extra="forbid")
    date: dt.date | None = None
    time: WallTime | None = None
    zip: ZipCode | None = None
    adults: Count | None = None
    children: Count | None = None
    toddlers: Count | None = None
    proteins: Portions | None = None
    upgrades: Portions | None = None
    extra_proteins: Portions | None = None
    addons: Portions | None = None
    name: Line | None = None
    phone: Line | None = None
    email: Line | None = None
    dietary: Dietary | None = None
    event_type: Line | None = None
    location: Line | None = None
    revision: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None

    def change(self, travel: TravelFee | None) -> Change:
        """The change that this asks for, with the way to its new ZIP."""
        renamed = {"day": self.date, "at": self.time, "travel": travel}
        return Change(**self.model_dump(exclude={"date", "time", "revision", "waive_fee", "reason"}), **renamed)


class StaffChange(ChangeRequest):
    """A change by staff: deadlines, notice and slots do not bind; the fee for moving may be waived.

    chef_id: who shall cook it; left out, the party keeps its chef where that is possible.
    """

    chef_id: ChefNumber | None = None
    notes: Text | None = None
    waive_fee: bool = False
    reason: Line | None = None


class CancelRequest(BaseModel):
    """Why a party is cancelled."""

    model_config = ConfigDict(extra="forbid")
    reason: Line
    revision: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None


class DepositRequest(BaseModel):
    """Money for a deposit that arrived."""

    model_config = ConfigDict(extra="forbid")
    amount: Money
    method: Line
    note: Line | None = None


class PaymentTaken(Frozen):
    """Money that was recorded: its entry, the party and its account after it.

    to_do: what a person has to do now, when the time of the party was gone; alternatives: other times for it.
    """

    entry: LedgerEntry
    booking: Booking
    account: Account
    to_do: Reason | None
    alternatives: list[Opening]


class Placement(BaseModel):
    """Another time for a party whose deposit met a taken one."""

    model_config = ConfigDict(extra="forbid")
    date: dt.date
    time: WallTime


class Ending(BaseModel):
    """Why staff say that a party ended so."""

    model_config = ConfigDict(extra="forbid")
    reason: Line | None = None


class Host(Frozen):
    """Somebody whose parties are over: how many, and the ZIP of the newest one."""

    parties: int
    zip: str


class Week(Frozen):
    """The parties that start in the seven days from monday, days of the zone, earliest first."""

    monday: date
    zone: str
    bookings: list[Booking]


class StaffCheckout(BaseModel):
    """What is to be paid by card: the deposit, or all that is left once the deposit is there."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    purpose: Due


class CheckoutRequest(StaffCheckout):
    """The same by the party's own token."""

    booking_id: UUID
    token: str = Field(min_length=1, max_length=200)
