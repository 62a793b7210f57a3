"""The lease of a turn: one worker at a time thinks about a conversation. By the database's clock, not the business's."""

from uuid import UUID

from hibachi.conversations import turns_repository as turns
from hibachi.conversations.schemas import Conversation
from hibachi.conversations.turns.schemas import Begun
from hibachi.kit.db import Tx
from hibachi.language.heads.schemas import Mood

FEELINGS = 5
"""How many of the newest moods a turn knows."""


async def begin_turn(tx: Tx, *, conversation_id: UUID, owner: UUID, seconds: float, limit: int) -> Begun | None:
    """Take the turn and read all of its thread that it needs, in three statements; None while another owner's lease runs.

    limit: how many of the last messages. As with take_turn, the transaction must end before the thinking starts.
    """
    thread = await turns.take_lease(tx, conversation_id, owner, seconds)
    if thread is None:
        return None
    messages = await turns.to_read(tx, conversation_id, limit)
    waiting = [one for one in messages if one.role == "user" and one.answered_by is None]
    around = await turns.around(tx, thread, FEELINGS)
    return Begun(
        conversation=Conversation.model_validate(thread),
        waiting=waiting,
        history=messages[-limit:],
        drafted=bool(waiting) and around.drafted_until is not None and waiting[-1].sequence <= around.drafted_until,
        opted_out=around.opted_out,
        moods=[Mood(**one) for one in around.moods],
    )


async def take_turn(tx: Tx, *, conversation_id: UUID, owner: UUID, seconds: float) -> bool:
    """Take the turn for so many seconds; False while another owner's lease runs. The caller's transaction must end
    before the thinking starts."""
    return await turns.take_lease(tx, conversation_id, owner, seconds) is not None


async def renew_turn(tx: Tx, *, conversation_id: UUID, owner: UUID, seconds: float) -> bool:
    """Begin the lease's seconds again; False when it is not this owner's any more."""
    return await turns.renew_lease(tx, conversation_id, owner, seconds)


async def end_turn(tx: Tx, *, conversation_id: UUID, owner: UUID) -> bool:
    """Give the turn back; False, and nothing changed, when it is not this owner's any more."""
    return await turns.end_lease(tx, conversation_id, owner)
