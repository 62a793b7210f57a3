"""The row of a thread, held until the transaction ends: whoever decides about a thread starts here."""

from uuid import UUID

from hibachi.conversations import repository
from hibachi.conversations.errors import NoSuchConversation
from hibachi.conversations.models import ConversationRow
from hibachi.kit.db import Tx


async def held(tx: Tx, conversation_id: UUID) -> ConversationRow:
    """The thread, locked; raises NoSuchConversation."""
    thread = await repository.lock(tx, conversation_id)
    if thread is None:
        raise NoSuchConversation()
    return thread
