"""Two customers were proven to be one: their threads, opt-outs and consents are one person's."""

from collections import defaultdict

from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import repository
from hibachi.conversations.models import ConversationRow
from hibachi.customers.events import CustomersMerged
from hibachi.kit.db import Tx


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Listener inside the merging transaction. Where both have an open thread on a channel, one is closed:
    the one with a human stays, else the one that was talked in last."""
    of_channel: dict[str, list[ConversationRow]] = defaultdict(list)
    for thread in await repository.open_threads(tx, [event.kept, event.gone]):
        of_channel[thread.channel].append(thread)
    for threads in of_channel.values():
        for thread in sorted(threads, key=_claim)[:-1]:
            thread.status, thread.closed_at = "closed", tx.now
            await repository.save(tx, thread)
            await repository.note(tx, thread.id, resolution_status="abandoned")
    await repository.move_threads(tx, event.kept, event.gone)
    await repository.move_opt_outs(tx, event.kept, event.gone)
    await outbox.move_consents(tx, event.kept, event.gone)


def _claim(thread: ConversationRow) -> tuple[bool, float]:
    return thread.status == "escalated", thread.last_message_at.timestamp()
