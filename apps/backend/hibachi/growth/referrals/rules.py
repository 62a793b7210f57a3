"""Pure decisions on recommendations: how a code looks, who is one person, and what a party makes of a recommendation."""

import hashlib
import secrets
from collections.abc import Collection
from typing import Literal

from hibachi.bookings.schemas import Status

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that are taken for another: 0 and O, 1, I and L."""
LENGTH = 8
SETTLED = ("paid", "applied")
State = Literal["pending", "converted", "earned", "paid", "applied", "void"]
SAME_PERSON, REFERRED_BEFORE, NOT_NEW = "same_person", "referred_before", "not_new"
BY_MERGE = (SAME_PERSON, REFERRED_BEFORE)


def new_code() -> str:
    """A code that nobody guesses: 31^8 of them."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def spelt(said: str) -> str | None:
    """A code as it is kept, however somebody typed it; None for what is none."""
    plain = "".join(said.split()).replace("-", "").upper()
    return plain if len(plain) == LENGTH and set(plain) <= set(LETTERS) else None


def same_person(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two people share an address, proven or said: then they are one."""
    return bool(set(one) & set(other))


def digest(address: str) -> str:
    """What is kept of an address that has come."""
    return hashlib.sha256(f"referral:{address}".encode()).hexdigest()


def reached(party: Status) -> State:
    """How far a friend's party brings a recommendation."""
    match party:
        case "confirmed":
            return "converted"
        case "completed":
            return "earned"
        case _:
            return "pending"


def further(one: str, other: str) -> bool:
    """Whether one recommendation is further on than another."""
    order = ("void", "pending", "converted", "earned", "applied", "paid")
    return order.index(one) > order.index(other)
