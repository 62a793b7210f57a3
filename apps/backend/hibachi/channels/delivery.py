"""What providers say became of our messages: callbacks and bounces end here."""

from typing import Literal

from hibachi.conversations import service as conversations
from hibachi.kit.db import Tx

Reported = Literal["sent", "delivered", "read", "failed"]


async def report(tx: Tx, *, provider: str, provider_message_id: str, state: Reported, code: str | None = None) -> None:
    """Keep what a provider reports. States only move forward, and a report twice is a report once.

    A report that comes before our own commit is kept and applied then; one of an id that is not ours stays without
    effect. code: the provider's own, for what failed: a human is told.
    """
    await conversations.report(tx, provider=provider, provider_message_id=provider_message_id, state=state, code=code)
