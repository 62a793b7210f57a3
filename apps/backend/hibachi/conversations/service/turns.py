"""The lease of a turn: one worker at a time thinks about a conversation. By the database's clock, not the business's."""

from uuid import UUID

from hibachi.conversations import turns_repository as turns
from hibachi.kit.db import Tx


async def take_turn(tx: Tx, *, conversation_id: UUID, owner: UUID, seconds: float) -> bool:
    """Take the turn for so many seconds; False while another owner's lease runs. The caller's transaction must end
    before the thinking starts."""
    return await turns.take_lease(tx, conversation_id, owner, seconds)


async def renew_turn(tx: Tx, *, conversation_id: UUID, owner: UUID, seconds: float) -> bool:
    """Begin the lease's seconds again; False when it is not this owner's any more."""
    return await turns.renew_lease(tx, conversation_id, owner, seconds)


async def end_turn(tx: Tx, *, conversation_id: UUID, owner: UUID) -> bool:
    """Give the turn back; False, and nothing changed, when it is not this owner's any more."""
    return await turns.end_lease(tx, conversation_id, owner)
