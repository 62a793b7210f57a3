"""What goes in and out of invoices and receipts, and a page as the printer takes it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from hibachi.kit.money import Money
from hibachi.payments.schemas import Frozen, Line

InvoiceKind = Literal["invoice", "credit"]
InvoiceState = Literal["open", "partly_paid", "paid", "void", "credit"]


class InvoiceLine(Frozen):
    """One line: amount = quantity × unit."""

    label: str
    quantity: int
    unit: Money
    amount: Money


class Sale(Frozen):
    """What is invoiced: the lines of its price, and what it is about, in words. terms: when it is to be paid."""

    about: tuple[str, ...]
    lines: tuple[InvoiceLine, ...]
    terms: str

    @property
    def total(self) -> int:
        """The sum of the lines, in cents."""
        return sum(line.amount for line in self.lines)


class Invoice(Frozen):
    """An invoice, or the credit note that voids one. paid: what had come and stayed when it was issued.

    state: of an invoice as the ledger says now; void once a credit note names it.
    """

    id: UUID
    number: str
    kind: InvoiceKind
    state: InvoiceState
    credits: UUID | None
    total: Money
    paid: Money
    lines: list[InvoiceLine]
    reason: str | None
    issued_at: datetime


class Receipt(Frozen):
    """The receipt of one entry of the ledger; its id is the entry's. kind: what came or went."""

    id: UUID
    number: str
    kind: Literal["deposit", "balance", "tip", "refund"]
    amount: Money
    method: str
    at: datetime


class Documents(Frozen):
    """Every document of a party, the oldest first."""

    invoices: list[Invoice]
    receipts: list[Receipt]


class VoidRequest(BaseModel):
    """Why an invoice is voided."""

    reason: Line


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a page's table; every cell as it is printed."""

    label: str
    quantity: str
    unit: str
    amount: str


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it is printed, in words alone. sums: name and amount, the last one strong."""

    title: str
    number: str
    seller: tuple[str, ...]
    buyer: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    sums: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pdf:
    """A file to be opened: its name and its bytes."""

    name: str
    content: bytes
