"""The inbox: threads to look through, what waits for staff, and what happened lately."""

from datetime import timedelta

from hibachi.conversations.inbox import repository, rules
from hibachi.conversations.inbox.schemas import Happening, Inbox, InboxFilter, InboxThread, Undelivered, Waiting
from hibachi.customers import service as customers
from hibachi.identity import service as identity
from hibachi.kit.db import Tx
from hibachi.kit.errors import InvalidInput

MOST_PEOPLE = 200
LOST_FOR = timedelta(days=14)
MOST_LOST = 50


async def inbox(tx: Tx, *, wanted: InboxFilter) -> Inbox:
    """Threads that fit, the newest talk first, with names and last words. Raises InvalidInput for a foreign cursor."""
    try:
        before = rules.read_cursor(wanted.before) if wanted.before else None
    except ValueError:
        raise InvalidInput("This is not where a page of the inbox ended.") from None
    people = await customers.known_as(tx, q=wanted.q, limit=MOST_PEOPLE) if wanted.q else []
    rows = await repository.page(tx, wanted, before=before, people=people)
    found = [InboxThread.model_validate(row) for row in rows[: wanted.limit]]
    names = await customers.names(tx, customer_ids=[line.customer_id for line in found])
    staff = {one.id: one.name for one in await identity.staff(tx)}
    lines = [
        line.model_copy(
            update={
                "customer_name": names.get(line.customer_id),
                "assigned_name": staff.get(line.assigned_agent_id) if line.assigned_agent_id else None,
            }
        )
        for line in found
    ]
    more = len(rows) > wanted.limit
    return Inbox(threads=lines, next=rules.cursor(lines[-1].last_message_at, lines[-1].id) if more else None)


async def waiting_for_staff(tx: Tx) -> Waiting:
    """How much waits for a person, counted."""
    return Waiting.model_validate(
        {
            "escalated": await repository.escalated(tx),
            "drafts": await repository.pending_drafts(tx),
            "undelivered": await repository.count_undelivered(tx, since=tx.now - LOST_FOR),
        }
    )


async def undelivered(tx: Tx) -> list[Undelivered]:
    """What did not arrive in the last two weeks and was not followed by anything, newest first."""
    rows = await repository.undelivered(tx, since=tx.now - LOST_FOR, limit=MOST_LOST)
    return [Undelivered.model_validate(row) for row in rows]


async def lately(tx: Tx) -> list[Happening]:
    """The newest messages, drafts and hand-overs, each under a key that changes when it does."""
    return [Happening(key=key, conversation_id=thread, noun=noun) for key, thread, noun in await repository.lately(tx)]
