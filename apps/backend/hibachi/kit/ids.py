"""Identifiers: UUID version 7, so that rows of one table sort by their making."""

from uuid import UUID

from uuid6 import uuid7


def new_id() -> UUID:
    """A fresh UUIDv7 as a standard UUID."""
    return UUID(bytes=uuid7().bytes)
