"""What the proof finds, and what a party looks like to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from hibachi.bookings.schemas import Frozen
from hibachi.kit.money import Cents

Code = Literal[
    "deposit_missing",
    "chef_missing",
    "address_missing",
    "zone_differs",
    "place_unserved",
    "allergies_unanswered",
    "books_differ",
    "invoice_differs",
    "invoice_missing",
    "money_owed_back",
    "party_unpaid",
    "not_in_ledger",
    "not_at_stripe",
    "amount_differs",
]


class Finding(Frozen):
    """Something that is not as it has to be, and what to do. mended_at: it was as it has to be at that proof."""

    id: UUID
    code: Code
    subject: str
    booking_id: UUID | None
    what: str
    to_do: str
    is_urgent: bool
    found_at: datetime
    seen_at: datetime
    mended_at: datetime | None


class Findings(Frozen):
    """All that is open, the urgent first; when it was last looked, None before the first night."""

    findings: list[Finding]
    proved_at: datetime | None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A finding as the rules say it. subject: with its code it is one finding, however often it is found."""

    code: Code
    subject: str
    booking_id: UUID | None
    what: str
    to_do: str
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A party with its account, its chef's time and its invoice, read at one instant. Amounts in cents.

    owed: negative is to go back; None: it was never billed. zip_zone: the zone of its ZIP, None where nobody knows it.
    invoiced: the total of its standing invoice. bookkept: it was brought in after its day, with whatever papers it had.
    """

    id: UUID
    status: str
    name: str | None
    start: datetime
    end: datetime
    zone: str
    zip_zone: str | None
    served: bool
    has_chef: bool
    location: str | None
    dietary: tuple[str, ...]
    total: Cents
    deposit: Cents
    deposit_paid: Cents
    paid: Cents
    billed: Cents | None
    net: Cents
    owed: Cents
    ledger_deposit: Cents
    adds_up: bool
    invoiced: Cents | None
    bookkept: bool = False
