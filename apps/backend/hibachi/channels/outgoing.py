"""Stored words become letters: fitted to their channel, addressed, and put into the outbox in the same transaction."""

from hibachi.channels.registry import Carriers
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import NotConnected
from hibachi.conversations.events import MessageWritten
from hibachi.conversations.schemas import Letter, OutboxKind, Part
from hibachi.customers import service as customers
from hibachi.kit.db import Tx

SEND = "channels.send"
MAY_BE_REFUSED: frozenset[OutboxKind] = frozenset({"staff", "unasked"})
"""Who asks to send these hears at once that nothing carries them; an answer that is owed becomes a human's matter."""


class Post:
    """Listens for stored words, inside their transaction."""

    def __init__(self, carriers: Carriers) -> None:
        self._carriers = carriers

    async def on_message_written(self, tx: Tx, event: MessageWritten) -> None:
        """Queue the parts of a message with the job that sends them. Raises NotConnected for what need not be sent."""
        letter = await conversations.letter(tx, written=event)
        parts = [Part(body=letter.text)]
        if letter.pulled:
            await conversations.post_answered(tx, written=event, parts=parts, recipient=str(letter.conversation_id))
            return
        recipient = letter.address or await customers.reached_on(
            tx, customer_id=letter.customer_id, channel=letter.channel
        )
        if event.kind in MAY_BE_REFUSED and (recipient is None or self._carriers.of(letter.channel) is None):
            raise NotConnected(channel=letter.channel)
        await self._queue(tx, event, letter, parts, recipient)

    async def _queue(
        self, tx: Tx, event: MessageWritten, letter: Letter, parts: list[Part], recipient: str | None
    ) -> None:
        if recipient is None:
            await conversations.post_lost(tx, written=event, parts=parts, code="no_address")
            return
        await conversations.post(tx, written=event, parts=parts, recipient=recipient)
        await tx.defer(SEND, conversation_id=str(letter.conversation_id))
