"""Conversations that rest: silent for a while, or closed; what is written about one is written then."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from hibachi.conversations.inbox import repository
from hibachi.conversations.schemas import Resting
from hibachi.kit.db import Tx


async def resting(tx: Tx, *, silent_for: timedelta, since: datetime) -> Sequence[Resting]:
    """The threads in which a customer wrote and something changed since an instant, and which rest now, oldest first."""
    rows = await repository.resting(tx, until=tx.now - silent_for, since=since)
    return [Resting(conversation_id=one, changed_at=at) for one, at in rows]
