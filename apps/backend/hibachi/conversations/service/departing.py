"""A queued part leaves: claimed in one transaction, sent without any, settled in another. None leaves before the one
ahead of it, and none twice: a claim is committed before the provider hears of the message."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import repository, rules
from hibachi.conversations.errors import NoSuchConversation
from hibachi.conversations.models import ConversationRow, OutboxRow
from hibachi.conversations.schemas import Claim, Later, OutboxState, Parcel
from hibachi.conversations.service.held import held
from hibachi.conversations.service.losing import lose
from hibachi.kit.db import Tx

LATEST = timedelta(days=7)


IsTrue = Callable[[Tx, UUID], Awaitable[bool]]
"""Whether the words of an unasked message (its id) are still what would be said. It takes no locks and never raises."""


async def claim(
    tx: Tx, *, conversation_id: UUID, seconds: float, is_true: IsTrue | None = None
) -> Claim | Later | None:
    """The next part of a thread, this worker's for so many seconds; Later while it must wait, None when all is out.

    Checked once more here, on the held row of the thread: a part whose machine may not speak any more (a human does,
    the thread is closed, the customer said STOP), or an unasked one whose words are not true any more, is withheld. Raises NoSuchConversation.
    """
    thread = await held(tx, conversation_id)
    while found := await outbox.first_waiting(tx, conversation_id):
        row, interrupted = found.row, found.row.state == "sending"
        if found.due_in > 0:
            return Later(seconds=found.due_in)
        if interrupted and row.attempts >= rules.MOST_ATTEMPTS:
            await _lost(tx, row, "uncertain", "outcome_unknown", "It was begun too often, and never answered.")
        elif interrupted or not (await _kept_back(tx, thread, row) or await _stale(tx, row, is_true)):
            await outbox.claim(tx, row, seconds=seconds)
            return Claim(parcel=Parcel.model_validate(row), interrupted=interrupted)
    return None


async def _kept_back(tx: Tx, thread: ConversationRow, row: OutboxRow) -> bool:
    """Whether a part does not leave now: withheld for good, lost, or put off until the quiet hours are over."""
    reason = rules.why_kept_back(await _departure(tx, thread, row))
    if reason is not None:
        await outbox.save(tx, row, state="withheld", code=reason, next_try_at=None)
    elif row.channel in rules.META_CHANNELS and row.tag is None and (row.window_until or tx.now) < tx.now:
        await lose(tx, row, "failed", "outside_window", "The customer wrote too long ago.")
    elif (until := _quiet_until(tx, row)) is not None:
        await outbox.put_back(tx, row, seconds=(until - tx.now).total_seconds())
    else:
        return False
    return True


async def _stale(tx: Tx, row: OutboxRow, is_true: IsTrue | None) -> bool:
    """Whether what nobody asked for is withheld, since it would be said otherwise now; what began to leave goes on."""
    if is_true is None or row.kind != "unasked" or row.part > 1 or await is_true(tx, row.message_id):
        return False
    await outbox.save(tx, row, state="withheld", code="stale", next_try_at=None)
    return True


async def _departure(tx: Tx, thread: ConversationRow, row: OutboxRow) -> rules.Departure:
    return rules.Departure(
        kind=row.kind,
        status=thread.status,
        taken_over=thread.assigned_agent_id is not None,
        opted_out=await repository.opted_out(tx, thread.customer_id, thread.channel),
        consented=row.consent_id is None or await outbox.still_granted(tx, row.consent_id),
    )


def _quiet_until(tx: Tx, row: OutboxRow) -> datetime | None:
    if row.urgent or row.zone is None or row.quiet_from is None or row.quiet_to is None:
        return None
    return rules.quiet_until(tx.now, [row.zone], row.quiet_from, row.quiet_to)


async def accepted(tx: Tx, *, outbox_id: UUID, provider: str, provider_message_id: str) -> Parcel:
    """A provider took a part over; what it reported before we knew its id is applied now."""
    await tx.lock(f"delivery:{provider}:{provider_message_id}")
    row = await _row(tx, outbox_id)
    if row.provider_message_id is not None:
        return Parcel.model_validate(row)
    values = {"provider": provider, "provider_message_id": provider_message_id, "sent_at": tx.now}
    await outbox.save(tx, row, state="sent", lease_until=None, next_try_at=None, code=None, error=None, **values)
    for report in await outbox.kept_reports(tx, provider, provider_message_id):
        await _apply(tx, row, report.state, report.code)
    return Parcel.model_validate(row)


async def put_off(tx: Tx, *, claim: Claim, error: str, retry_after: float | None) -> Parcel:
    """A provider was busy and took nothing: the part waits for its next try, or failed after the last."""
    row = await _row(tx, claim.parcel.id)
    if not _still_ours(row, claim):
        return Parcel.model_validate(row)
    seconds = rules.wait_after(row.attempts, retry_after)
    if seconds is None:
        return await _lost(tx, row, "failed", "provider_busy", error)
    await outbox.put_back(tx, row, seconds=seconds, error=error, looks=0, denials=0)
    return Parcel.model_validate(row)


async def refused(tx: Tx, *, claim: Claim, code: str, error: str) -> Parcel:
    """A provider will never take the part: it failed, and a human is told."""
    row = await _row(tx, claim.parcel.id)
    return await _lost(tx, row, "failed", code, error) if _still_ours(row, claim) else Parcel.model_validate(row)


async def unknown(tx: Tx, *, claim: Claim, error: str, look_again: float | None, denied: bool = False) -> Parcel:
    """Nobody knows whether a provider took the part over: look again after so many seconds, or, with None, a human is
    told and the part is never sent again. denied: the provider said that it does not hold it."""
    row = await _row(tx, claim.parcel.id)
    if not _still_ours(row, claim):
        return Parcel.model_validate(row)
    if look_again is None:
        return await _lost(tx, row, "uncertain", "outcome_unknown", error)
    await outbox.look_later(tx, row, seconds=look_again, denied=denied)
    return Parcel.model_validate(row)


async def overdue(tx: Tx, *, seconds: float, limit: int = 100) -> list[UUID]:
    """Threads whose next part should have left so many seconds ago: their job was lost."""
    return list(await outbox.overdue(tx, seconds=seconds, limit=limit))


async def report(
    tx: Tx, *, provider: str, provider_message_id: str, state: str, code: str | None = None
) -> Parcel | None:
    """What a provider says became of a message. Only forward; None, and kept, while no row bears that id."""
    await tx.lock(f"delivery:{provider}:{provider_message_id}")
    row = await outbox.by_provider_id(tx, provider, provider_message_id)
    if row is None:
        await outbox.keep_report(tx, provider, provider_message_id, state, code)
        return None
    await _apply(tx, row, state, code)
    return Parcel.model_validate(row)


async def provider_ids(tx: Tx, *, provider: str, recipient: str) -> frozenset[str]:
    """The ids of our latest messages to somebody at a provider: none of them is a message of unknown outcome."""
    return frozenset(await outbox.provider_ids(tx, provider, recipient, since=tx.now - LATEST))


async def report_until(tx: Tx, *, provider: str, recipient: str, until: datetime, state: str) -> None:
    """A provider says what became of all that it took over for somebody until an instant, without naming any."""
    for identifier in await outbox.taken_until(tx, provider, recipient, until):
        await report(tx, provider=provider, provider_message_id=identifier, state=state)


async def _row(tx: Tx, outbox_id: UUID) -> OutboxRow:
    row = await outbox.held(tx, outbox_id)
    if row is None:
        raise NoSuchConversation()
    return row


def _still_ours(row: OutboxRow, claim: Claim) -> bool:
    return row.state == "sending" and row.attempts == claim.parcel.attempts


async def _apply(tx: Tx, row: OutboxRow, state: str, code: str | None) -> None:
    if not rules.moves_on(row.state, state):  # type: ignore[arg-type]  # a constraint of its table
        return
    if state == "failed":
        await _lost(tx, row, "failed", code or "not_delivered", "The provider accepted it and could not deliver it.")
        return
    at = {"delivered": ("delivered_at",), "read": ("delivered_at", "read_at")}.get(state, ())
    await outbox.save(tx, row, state=state, **{name: getattr(row, name) or tx.now for name in at})


async def _lost(tx: Tx, row: OutboxRow, state: OutboxState, code: str, error: str) -> Parcel:
    await lose(tx, row, state, code, error)
    return Parcel.model_validate(row)
