"""What forgetting needs to know of people, and that it happened."""

from collections.abc import Collection
from uuid import UUID

from hibachi.customers import repository
from hibachi.kit.db import Tx


async def mark_forgotten(tx: Tx, *, customer_ids: Collection[UUID]) -> None:
    """Note when these records were forgotten; their columns are erased by kit.persons."""
    await repository.mark_forgotten(tx, customer_ids)


async def said_of_others(tx: Tx, *, customer_ids: Collection[UUID], strings: Collection[str]) -> set[str]:
    """Which of these strings other people have too (a like name, a shared address), in lower case."""
    return await repository.said_of_others(tx, customer_ids, strings) if strings else set()
