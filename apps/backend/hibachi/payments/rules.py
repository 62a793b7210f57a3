"""Pure decisions about money: what a payment is for, how it is shared out, what is still owed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol
from uuid import UUID

from hibachi.kit.money import Cents

Purpose = Literal["deposit", "balance", "tip"]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a cell begins that a spreadsheet would run."""


def reference(receivable_id: UUID) -> str:
    """What a customer writes into the memo of a payment, such as "PB-3F9A-2C71-80E4": the same for ever for one receivable.

    48 bits: it is unique in the database, and a party that met another's reference could not be booked.
    """
    digits = hashlib.sha256(receivable_id.bytes).hexdigest()[:12].upper()
    return f"PB-{digits[:4]}-{digits[4:8]}-{digits[8:]}"


def as_reference(said: str) -> str | None:
    """A reference as it is kept, from however it was typed ("pb 3f9a2c7180e4"); None where it cannot be one."""
    bare = "".join(filter(str.isalnum, said)).upper()
    digits = bare.removeprefix("PB")
    if not bare.startswith("PB") or len(digits) != 12:
        return None
    return f"PB-{digits[:4]}-{digits[4:8]}-{digits[8:]}"


def purpose(*, deposit: Cents, deposit_paid: Cents) -> Purpose:
    """What money without a word is for: the deposit while it is not whole, then the balance."""
    return "deposit" if deposit_paid < deposit else "balance"


@dataclass(frozen=True, slots=True)
class Allocation:
    """How the money that stayed is shared out over one price: deposit + balance + credit = paid - refunded."""

    deposit: Cents
    balance: Cents
    credit: Cents
    owed: Cents


def allocate(*, total: Cents, deposit: Cents, paid: Cents, refunded: Cents) -> Allocation:
    """The deposit first, then the rest of the price; what is above it is the customer's.

    Always paid - refunded + owed = total: owed is negative by what has to go back.
    """
    net = paid - refunded
    first = min(net, deposit, total)
    rest = min(net - first, total - first)
    return Allocation(deposit=first, balance=rest, credit=net - first - rest, owed=total - net)


class Entry(Protocol):
    """What of an entry of the ledger counts here."""

    @property
    def id(self) -> UUID: ...
    @property
    def kind(self) -> str: ...
    @property
    def amount(self) -> Cents: ...
    @property
    def refund_of(self) -> UUID | None: ...


def deposit_at(entries: Sequence[Entry], entry_id: UUID) -> Cents:
    """What of the deposit stood right after one of an account's entries, in their order; 0 without that entry."""
    deposits: set[UUID] = set()
    stood = 0
    for one in entries:
        if one.kind == "deposit":
            deposits.add(one.id)
            stood += one.amount
        elif one.refund_of in deposits:
            stood -= one.amount
        if one.id == entry_id:
            return stood
    return 0


def plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
