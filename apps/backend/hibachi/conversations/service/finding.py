"""Threads found by what went out or came in of them: what a channel's way back needs."""

from collections.abc import Collection, Mapping
from uuid import UUID

from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import repository
from hibachi.conversations.schemas import Message, Newest
from hibachi.kit.db import Tx

MOST_AT_ONCE = 200


async def conversations_of(tx: Tx, *, outbox_ids: Collection[UUID]) -> list[UUID]:
    """The threads that these rows of the outbox belong to, each once, the newest row's first."""
    return list(dict.fromkeys(await outbox.conversations_of(tx, outbox_ids))) if outbox_ids else []


async def newest(tx: Tx, *, conversation_ids: Collection[UUID]) -> Mapping[UUID, Newest]:
    """The last message's sequence and who speaks, of each of these threads: one cheap question for many of them."""
    found = await repository.newest_of(tx, conversation_ids)
    return {one: Newest(sequence=sequence or 0, status=status) for one, sequence, status in found}


async def after(tx: Tx, *, conversation_id: UUID, sequence: int) -> list[Message]:
    """The messages of a thread above a sequence, oldest first, at most MOST_AT_ONCE of them.

    Whoever writes a message holds its thread's row, so that in one thread no lower sequence shows up later.
    """
    rows = await repository.after(tx, conversation_id, sequence, MOST_AT_ONCE)
    return [Message.model_validate(row) for row in rows]
