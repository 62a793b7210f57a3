"""Stored words become letters: fitted to their channel, addressed, and put into the outbox in the same transaction."""

from pydantic import JsonValue

from hibachi.channels.feedback.footer import Footer, footer, signed_off
from hibachi.channels.feedback.links import Links
from hibachi.channels.fitting import mail
from hibachi.channels.fitting.service import parts
from hibachi.channels.registry import Carriers
from hibachi.channels.unsubscribe import links
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import NotConnected
from hibachi.conversations.events import MessageWritten
from hibachi.conversations.schemas import Letter, OutboxKind, Part
from hibachi.customers import service as customers
from hibachi.kit.db import Tx
from hibachi.policies import service as policies
from hibachi.settings import Settings

SEND = "channels.send"
MAY_BE_REFUSED: frozenset[OutboxKind] = frozenset({"staff", "unasked"})
"""Who asks to send these hears at once that nothing carries them; an answer that is owed becomes a human's matter."""


class Post:
    """Listens for stored words, inside their transaction."""

    def __init__(self, settings: Settings, carriers: Carriers) -> None:
        self._settings = settings
        self._carriers = carriers
        self._feedback = Links(settings.secret_key.get_secret_value())

    async def on_message_written(self, tx: Tx, event: MessageWritten) -> None:
        """Queue the parts of a message with the job that sends them. Raises NotConnected for what need not be sent."""
        letter = await conversations.letter(tx, written=event)
        fitted = await self._parts(tx, event, letter)
        if letter.pulled:
            recipient = letter.address or str(letter.conversation_id)
            await conversations.post_answered(tx, written=event, parts=fitted, recipient=recipient)
            return
        address = await self._address(tx, letter)
        if event.kind in MAY_BE_REFUSED and (address is None or self._carriers.of(letter.channel) is None):
            raise NotConnected(channel=letter.channel)
        if address is None:
            await conversations.post_lost(tx, written=event, parts=fitted, code="no_address")
            return
        await conversations.post(tx, written=event, parts=fitted, recipient=address)
        await tx.defer(SEND, conversation_id=str(letter.conversation_id))

    async def _address(self, tx: Tx, letter: Letter) -> str | None:
        if letter.address is not None:
            return letter.address
        return await customers.reached_on(tx, customer_id=letter.customer_id, channel=letter.channel)

    async def _parts(self, tx: Tx, event: MessageWritten, letter: Letter) -> list[Part]:
        if letter.channel != "email":
            return parts(letter, business="", headers={})
        business = (await policies.current(tx)).profile.business
        headers: dict[str, JsonValue] = {}
        if event.kind == "unasked":
            link = links.link(self._settings, letter.customer_id, letter.channel)
            headers = mail.unsubscribe_headers(link, business.email)
        subject = letter.message_metadata.get("subject") if event.kind == "unasked" else None
        fitted = parts(letter, business=business.name, headers=headers, subject=subject)
        return signed_off(fitted, self._footer(tx, event, letter)) if event.kind == "reply" else fitted

    def _footer(self, tx: Tx, event: MessageWritten, letter: Letter) -> Footer | None:
        """What a reply of the concierge asks at its end."""
        return footer(
            message_id=event.message_id,
            conversation_id=letter.conversation_id,
            metadata=letter.message_metadata,
            links=self._feedback,
            public_url=self._settings.public_url,
            now=tx.now,
        )
