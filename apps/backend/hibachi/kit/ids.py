"""Identifiers: UUID version 7, so that rows of one table sort by their making."""

from datetime import UTC, datetime
from uuid import UUID

from uuid6 import uuid7


def new_id() -> UUID:
    """A fresh UUIDv7 as a standard UUID."""
    return UUID(bytes=uuid7().bytes)


def made_at(identifier: UUID) -> datetime:
    """When a UUIDv7 was made, by the machine's clock, to the millisecond."""
    return datetime.fromtimestamp((identifier.int >> 80) / 1000, UTC)
