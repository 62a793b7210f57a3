"""A person is forgotten: their threads end, and nothing that waits is sent any more."""

from typing import get_args
from uuid import UUID

from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import repository
from hibachi.conversations.schemas import OutboxKind
from hibachi.conversations.service.speaking import close
from hibachi.kit.db import Tx

FORGOTTEN = "forgotten"


async def end_all(tx: Tx, *, customer_id: UUID) -> None:
    """Close every thread of a person and withhold all that waits to be sent to them, a colleague's words too."""
    for thread in await repository.threads(tx, customer_id):
        if thread.status != "closed":
            await close(tx, conversation_id=thread.id, successful=False, reason=FORGOTTEN)
        await outbox.withhold(tx, outbox.of_conversation(thread.id), get_args(OutboxKind), FORGOTTEN)
