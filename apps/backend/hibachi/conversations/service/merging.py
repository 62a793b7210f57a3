"""Two customers turn out to be one, or two again: threads, opt-outs and consents are one person's."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from hibachi.conversations import merging_repository, repository
from hibachi.conversations.models import ConversationRow
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.customers.schemas import Moved
from hibachi.kit.db import Tx

ANOTHER_THREAD = "The customer has a newer open conversation on this channel; this one stays closed."
BOTH_WROTE = "Messages came in since the merge: closed, so that nobody goes on in another person's conversation."


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Listener inside the merging transaction. Where both have an open thread on a channel, one is closed:
    the one with a human stays, else the one that was talked in last."""
    of_channel: dict[str, list[ConversationRow]] = defaultdict(list)
    for thread in await repository.open_threads(tx, [event.kept, event.gone]):
        of_channel[thread.channel].append(thread)
    closing = [one for threads in of_channel.values() for one in sorted(threads, key=_claim)[:-1]]
    for thread in closing:
        before = await repository.analytics(tx, thread.id)
        was = {"status": thread.status, "resolution_status": before.resolution_status}
        await customers.note_moved(tx, merge_id=event.merge_id, noun="closed_thread", rows={thread.id: was})
        thread.status, thread.closed_at = "closed", tx.now
        await repository.save(tx, thread)
        await repository.note(tx, thread.id, resolution_status="abandoned")
    threads = await merging_repository.move_threads(tx, event.kept, event.gone)
    await customers.note_moved(
        tx, merge_id=event.merge_id, noun="conversation", rows={key: {"sequence": last} for key, last in threads}
    )
    ended, moved = await merging_repository.move_opt_outs(tx, event.kept, event.gone)
    await customers.note_moved(tx, merge_id=event.merge_id, noun="ended_opt_out", rows=dict.fromkeys(ended))
    await customers.note_moved(tx, merge_id=event.merge_id, noun="opt_out", rows=dict.fromkeys(moved))
    consents = await merging_repository.move_consents(tx, event.kept, event.gone)
    await customers.note_moved(tx, merge_id=event.merge_id, noun="consent", rows=dict.fromkeys(consents))


async def on_customers_parted(tx: Tx, event: CustomersParted) -> None:
    """Listener inside the undoing transaction: threads and opt-outs go back, what the merge closed is open again.

    STOP is law: who it was that opted out while the two were one cannot be known, so it holds for both.
    """
    for one in await customers.moved(tx, merge_id=event.merge_id, noun="conversation"):
        await _give_back(tx, event, one)
    for one in await customers.moved(tx, merge_id=event.merge_id, noun="closed_thread"):
        await _reopen(tx, event, one)
    consents = [one.row_id for one in await customers.moved(tx, merge_id=event.merge_id, noun="consent")]
    await merging_repository.consents_back(tx, gone=event.gone, kept=event.kept, moved=consents)
    ended = [one.row_id for one in await customers.moved(tx, merge_id=event.merge_id, noun="ended_opt_out")]
    moved = [one.row_id for one in await customers.moved(tx, merge_id=event.merge_id, noun="opt_out")]
    await merging_repository.opt_outs_back(tx, gone=event.gone, kept=event.kept, moved=moved, ended=ended)
    await merging_repository.opt_outs_hold(tx, kept=event.kept, gone=event.gone, since=await _merged_at(tx, event))


async def _give_back(tx: Tx, event: CustomersParted, one: Moved) -> None:
    """A thread goes back; one that was written in since may hold the words of both, and is not gone on with."""
    assert one.before is not None, "a thread is noted with its last message"
    thread = await repository.lock(tx, one.row_id)
    if thread is None or thread.customer_id != event.kept:
        return
    thread.customer_id = event.gone
    if thread.status == "ai" and await merging_repository.written_since(tx, thread.id, one.before["sequence"]):
        thread.status, thread.closed_at = "closed", tx.now
        await repository.note(tx, thread.id, resolution_status="abandoned")
        await customers.note_lost(tx, merge_id=event.merge_id, noun=one.noun, row_id=one.row_id, why=BOTH_WROTE)
    await repository.save(tx, thread)


async def _reopen(tx: Tx, event: CustomersParted, one: Moved) -> None:
    assert one.before is not None, "a thread is noted as it was"
    thread = await repository.lock(tx, one.row_id)
    if thread is None:
        return
    if any(open_one.channel == thread.channel for open_one in await repository.open_threads(tx, [thread.customer_id])):
        await customers.note_lost(tx, merge_id=event.merge_id, noun=one.noun, row_id=one.row_id, why=ANOTHER_THREAD)
        return
    thread.status, thread.closed_at = one.before["status"], None
    await repository.save(tx, thread)
    await repository.note(tx, thread.id, resolution_status=one.before["resolution_status"])


async def _merged_at(tx: Tx, event: CustomersParted) -> datetime:
    known = await customers.merges(tx, customer_id=event.gone)
    return next(merge.at for merge in known if merge.id == event.merge_id)


def _claim(thread: ConversationRow) -> tuple[bool, float, UUID]:
    return thread.status == "escalated", thread.last_message_at.timestamp(), thread.id
