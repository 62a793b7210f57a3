"""What forgetting needs to know of people, and that it happened."""

from collections.abc import Collection
from uuid import UUID

from hibachi.customers import repository
from hibachi.kit.db import Tx


async def mark_forgotten(tx: Tx, *, customer_ids: Collection[UUID]) -> None:
    """Note when these records were forgotten; their columns are erased by kit.persons."""
    await repository.mark_forgotten(tx, customer_ids)
