"""What goes in and out: memories, the memory of a customer, important dates."""

import datetime as dt
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

from hibachi.kit.money import Money

MemoryKind = Literal["party", "preferred_name", "dietary", "important_date", "contact_method", "special_request"]
Source = Literal["booking", "message", "staff"]
DateType = Literal["birthday", "anniversary"]


class Frozen(BaseModel):
    """Base of what memory tells and takes."""

    model_config = ConfigDict(frozen=True)


class PartyFacts(Frozen):
    """What one completed party says of its customer: guests, time, place, dishes by portions, wishes; the fee in cents."""

    day: date
    at: dt.time
    adults: int
    children: int
    toddlers: int = 0
    event_type: str | None = None
    zip: str
    location: str | None = None
    travel_fee: Money = 0
    proteins: dict[str, int] = {}
    addons: dict[str, int] = {}
    dietary: tuple[str, ...] = ()
    notes: str | None = None

    @property
    def guests(self) -> int:
        """Who pays: adults and children."""
        return self.adults + self.children


class Said(Frozen):
    """One thing that somebody said of themselves: what kind, what about, and what it is."""

    kind: MemoryKind
    key: str
    value: dict[str, Any]
    confirmed: bool = True


class Memory(Frozen):
    """One thing that is remembered, with where it comes from and until when it is kept."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    kind: MemoryKind
    key: str
    value: dict[str, Any]
    source: Source
    source_id: UUID
    told_at: datetime
    confirmed_at: datetime | None
    expires_at: datetime


class ImportantDate(Frozen):
    """A day that comes every year. date: its occurrence in the span that was asked for.

    basis: "said" where the customer named the day, "party" where a party for it was on that day. name: whose, if said.
    """

    customer_id: UUID
    name: str | None
    type: DateType
    date: dt.date
    recurring: bool = True
    basis: Literal["said", "party"] = "said"


class KnownDate(Frozen):
    """An important date on a customer's row: {"type": "birthday", "date": "2025-07-15", "name": "Mia"}."""

    type: DateType
    date: dt.date
    name: str | None = None
    basis: Literal["said", "party"] = "said"


class History(Frozen):
    """How often and when somebody had us, and how many usually come."""

    total_bookings: int
    last_booking: date | None
    typical_party_size: int | None


class Preferences(Frozen):
    """Favourites, the best first; diets and allergens, the newest first."""

    proteins: list[str] = []
    dietary: list[str] = []
    addons: list[str] = []


class Location(Frozen):
    """Where the parties usually are."""

    usual: str | None
    zip: str | None


class CustomerMemory(Frozen):
    """What is remembered of one customer, for whoever speaks with them. typical_children: of the typical party size."""

    name: str | None
    history: History
    preferences: Preferences
    location: Location
    important_dates: list[KnownDate]
    typical_children: int = 0
    event_type: str | None = None
    contact_method: str | None = None

    @property
    def usual_party(self) -> tuple[int, int] | None:
        """Adults and children of the typical party, which together are its size; None where no party is remembered."""
        size = self.history.typical_party_size
        children = min(self.typical_children, size or 0)
        return (size - children, children) if size else None


class MemoryDetail(Memory):
    """A memory as staff see it: with the words of the message that it comes from."""

    words: str | None = None


class DoubtedMemory(Frozen):
    """A memory that somebody should look at: said twice, or no longer borne out by its source."""

    customer_id: UUID
    name: str | None
    kind: Literal["duplicate", "unsupported"]
    found_at: datetime
    memory: MemoryDetail


class RememberedCustomer(Frozen):
    """What is remembered of a customer: the row that is made from the memories, and each with its source."""

    row: dict[str, Any] | None
    memories: list[MemoryDetail]


class NewMemory(BaseModel):
    """What staff know of a customer. text: the name, the wish, or comma-separated diets; date: for a day of every year."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Literal["preferred_name", "dietary", "important_date", "contact_method", "special_request"]
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00]*$")] = ""
    type: DateType = "birthday"
    date: dt.date | None = None


class ForgetOrder(BaseModel):
    """Why a person is forgotten, and their id once more: it cannot be undone."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    why: Literal["they_asked", "law", "mistake"]
    confirm: UUID


class Forgotten(Frozen):
    """What was erased: rows by table. shared: how many of their strings other people have too, which stay in theirs."""

    customer_id: UUID
    rows: dict[str, int]
    shared: int


class Export(Frozen):
    """All that is kept of a person: rows by table."""

    customer_id: UUID
    made_at: datetime
    tables: dict[str, list[dict[str, Any]]]
