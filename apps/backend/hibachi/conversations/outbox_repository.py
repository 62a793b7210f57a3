"""Every query of what is on its way out. Leases and next tries run by the database's clock, as the turn's lease does."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Float, and_, cast, exists, extract, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import expression

from hibachi.conversations.models import ConsentRow, ConversationRow, DeliveryReportRow, MessageRow, OutboxRow
from hibachi.conversations.schemas import ConsentEntry, OutboxKind
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

FRESH = {"populate_existing": True}
BLIND = {"synchronize_session": False}
WAITING = OutboxRow.state.in_(("queued", "sending"))
DUE_AT = func.coalesce(OutboxRow.lease_until, OutboxRow.next_try_at)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The first row of a thread that has not left. due_in: seconds until its next try or its lease's end; 0 is now."""

    row: OutboxRow
    due_in: float


async def add(tx: Tx, rows: Sequence[OutboxRow]) -> None:
    """Write the parts of a message; those that wait are due at once."""
    for row in rows:
        if row.state == "queued":
            row.next_try_at = func.clock_timestamp()
        tx.session.add(row)
        await tx.session.flush()


async def add_consent(tx: Tx, customer_id: UUID, entry: ConsentEntry) -> ConsentRow:
    """Add an entry to the ledger."""
    row = ConsentRow(
        id=new_id(),
        customer_id=customer_id,
        channel=entry.channel,
        purpose=entry.purpose,
        granted=entry.granted,
        basis=entry.basis,
        words=entry.words,
        source_message_id=entry.source,
        at=entry.at or tx.now,
    )
    tx.session.add(row)
    await tx.session.flush()
    return row


async def consents(tx: Tx, customer_id: UUID) -> Sequence[ConsentRow]:
    """The ledger of a person, oldest first."""
    wanted = select(ConsentRow).where(ConsentRow.customer_id == customer_id).order_by(ConsentRow.sequence)
    return (await tx.session.scalars(wanted)).all()


async def newest_consent(tx: Tx, customer_id: UUID, channel: str, purpose: str) -> ConsentRow | None:
    """The last word of a person about messages of a purpose on a channel."""
    about = ConsentRow.purpose.in_((purpose, "all"))
    wanted = select(ConsentRow).where(ConsentRow.customer_id == customer_id, ConsentRow.channel == channel, about)
    return (await tx.session.scalars(wanted.order_by(ConsentRow.sequence.desc()).limit(1))).one_or_none()


async def still_granted(tx: Tx, consent_id: UUID) -> bool:
    """Whether nothing newer in the ledger takes a consent back."""
    row = await tx.session.get(ConsentRow, consent_id)
    newest = await newest_consent(tx, row.customer_id, row.channel, row.purpose) if row else None
    return newest is not None and newest.granted


async def newest_words(tx: Tx, customer_id: UUID, channel: str) -> MessageRow | None:
    """The last message that a person wrote to us on a channel."""
    theirs = select(ConversationRow.id).where(_their_threads(customer_id, channel))
    wanted = select(MessageRow).where(MessageRow.conversation_id.in_(theirs), MessageRow.role == "user")
    return (await tx.session.scalars(wanted.order_by(MessageRow.sequence.desc()).limit(1))).one_or_none()


async def message(tx: Tx, message_id: UUID) -> MessageRow | None:
    """A message as this transaction knows it."""
    return await tx.session.get(MessageRow, message_id)


async def thread(tx: Tx, conversation_id: UUID) -> ConversationRow | None:
    """A thread as this transaction knows it."""
    return await tx.session.get(ConversationRow, conversation_id)


async def first_waiting(tx: Tx, conversation_id: UUID) -> Waiting | None:
    """The oldest part of a thread that has not left: none leaves before it. The thread's row is held by the caller."""
    due_in = cast(extract("epoch", DUE_AT - func.clock_timestamp()), Float)
    wanted = select(OutboxRow, due_in).where(OutboxRow.conversation_id == conversation_id, WAITING)
    ordered = wanted.order_by(OutboxRow.sequence).limit(1).execution_options(**FRESH)
    found = (await tx.session.execute(ordered)).one_or_none()
    return Waiting(found[0], max(0.0, found[1])) if found else None


async def claim(tx: Tx, row: OutboxRow, *, seconds: float) -> None:
    """Give a row to a worker for so many seconds. The attempt's number tells its claim from any other."""
    more = OutboxRow.attempts + 1
    await _set(tx, OutboxRow.id == row.id, state="sending", attempts=more, lease_until=_in(seconds), next_try_at=None)
    await tx.session.refresh(row)


async def held(tx: Tx, outbox_id: UUID) -> OutboxRow | None:
    """A row, locked until the transaction ends."""
    wanted = select(OutboxRow).where(OutboxRow.id == outbox_id).with_for_update()
    return (await tx.session.execute(wanted.execution_options(**FRESH))).scalar_one_or_none()


async def taken_until(tx: Tx, provider: str, recipient: str, until: datetime) -> Sequence[str]:
    """The ids at a provider of what it took over for somebody, written until an instant, and not known to be read."""
    theirs = and_(OutboxRow.provider == provider, OutboxRow.recipient == recipient, OutboxRow.created_at <= until)
    taken = and_(theirs, OutboxRow.state.in_(("sent", "delivered")), OutboxRow.provider_message_id.is_not(None))
    wanted = select(OutboxRow.provider_message_id).where(taken).order_by(OutboxRow.sequence)
    return [identifier for identifier in (await tx.session.scalars(wanted)) if identifier is not None]


async def provider_ids(tx: Tx, provider: str, recipient: str, *, since: datetime) -> Sequence[str]:
    """The ids at a provider of what it took over for somebody, written since an instant."""
    theirs = and_(OutboxRow.provider == provider, OutboxRow.recipient == recipient, OutboxRow.created_at >= since)
    wanted = select(OutboxRow.provider_message_id).where(theirs, OutboxRow.provider_message_id.is_not(None))
    return [identifier for identifier in (await tx.session.scalars(wanted)) if identifier is not None]


async def by_provider_id(tx: Tx, provider: str, provider_message_id: str) -> OutboxRow | None:
    """The row that a provider knows by this id, locked."""
    known = and_(OutboxRow.provider == provider, OutboxRow.provider_message_id == provider_message_id)
    wanted = select(OutboxRow).where(known).with_for_update()
    return (await tx.session.execute(wanted.execution_options(**FRESH))).scalar_one_or_none()


async def save(tx: Tx, row: OutboxRow, **values: Any) -> None:
    """Change a held row; one that waits no longer has neither lease nor next try."""
    for name, value in {**values, "updated_at": tx.now}.items():
        setattr(row, name, value)
    await tx.session.flush()


async def put_back(tx: Tx, row: OutboxRow, *, seconds: float, **values: Any) -> None:
    """Let a row wait for its next try, so many seconds from now."""
    waiting = {"state": "queued", "lease_until": None, "next_try_at": _in(seconds), "updated_at": tx.now}
    await _set(tx, OutboxRow.id == row.id, **waiting, **values)


async def look_later(tx: Tx, row: OutboxRow, *, seconds: float, denied: bool) -> None:
    """Keep a row of unknown outcome to this worker's kind for so many seconds, and count the look and its answer."""
    counted = {"looks": OutboxRow.looks + 1, "denials": OutboxRow.denials + int(denied)}
    await _set(tx, OutboxRow.id == row.id, lease_until=_in(seconds), **counted)


async def withhold(tx: Tx, which: expression.ColumnElement[bool], kinds: Collection[str], code: str) -> None:
    """Keep back what is queued of these kinds; what a provider may have already is not called back."""
    queued = and_(which, OutboxRow.kind.in_(kinds), OutboxRow.state == "queued")
    await _set(tx, queued, state="withheld", code=code, next_try_at=None, updated_at=tx.now)


def of_customer(customer_id: UUID, channel: str) -> expression.ColumnElement[bool]:
    """The rows of a person's threads on one channel."""
    return OutboxRow.conversation_id.in_(select(ConversationRow.id).where(_their_threads(customer_id, channel)))


def _their_threads(customer_id: UUID, channel: str) -> expression.ColumnElement[bool]:
    return and_(ConversationRow.customer_id == customer_id, ConversationRow.channel == channel)


def of_conversation(conversation_id: UUID) -> expression.ColumnElement[bool]:
    """The rows of one thread."""
    return OutboxRow.conversation_id == conversation_id


async def of_messages(tx: Tx, ids: Collection[UUID]) -> Sequence[OutboxRow]:
    """Every part of these messages, in order."""
    wanted = select(OutboxRow).where(OutboxRow.message_id.in_(ids)).order_by(OutboxRow.sequence)
    return (await tx.session.execute(wanted.execution_options(**FRESH))).scalars().all()


async def conversations_of(tx: Tx, ids: Collection[UUID]) -> Sequence[UUID]:
    """The threads of these rows, the newest row's first."""
    wanted = select(OutboxRow.conversation_id).where(OutboxRow.id.in_(ids)).order_by(OutboxRow.sequence.desc())
    return (await tx.session.scalars(wanted)).all()


async def failed_kind(tx: Tx, message_id: UUID) -> OutboxKind | None:
    """What a message was, when a part of it failed; None when none did."""
    wanted = select(OutboxRow.kind).where(OutboxRow.message_id == message_id, OutboxRow.state == "failed").limit(1)
    return (await tx.session.scalars(wanted)).one_or_none()


async def resent(tx: Tx, message_id: UUID) -> bool:
    """Whether a message was sent by another channel in its place."""
    copies = select(exists().where(MessageRow.meta["instead_of"].astext == str(message_id)))
    return bool(await tx.session.scalar(copies))


async def overdue(tx: Tx, *, seconds: float, limit: int) -> Sequence[UUID]:
    """Threads whose first waiting part should have left so many seconds ago: its job was lost."""
    late = and_(WAITING, DUE_AT < _in(-seconds))
    wanted = select(OutboxRow.conversation_id).where(late).group_by(OutboxRow.conversation_id)
    return (await tx.session.scalars(wanted.order_by(func.min(OutboxRow.sequence)).limit(limit))).all()


async def keep_report(tx: Tx, provider: str, provider_message_id: str, state: str, code: str | None) -> None:
    """Keep a report of a message that no row bears the id of yet; the same one again is nothing."""
    columns = {
        "id": new_id(),
        "provider": provider,
        "provider_message_id": provider_message_id,
        "state": state,
        "code": code,
        "at": tx.now,
    }
    await tx.session.execute(insert(DeliveryReportRow).values(columns).on_conflict_do_nothing())


async def kept_reports(tx: Tx, provider: str, provider_message_id: str) -> Sequence[DeliveryReportRow]:
    """What was said of a message before its row had the id."""
    wanted = select(DeliveryReportRow).where(
        DeliveryReportRow.provider == provider, DeliveryReportRow.provider_message_id == provider_message_id
    )
    return (await tx.session.scalars(wanted.order_by(DeliveryReportRow.id))).all()


async def _set(tx: Tx, which: expression.ColumnElement[bool], **values: Any) -> None:
    await tx.session.execute(update(OutboxRow).where(which).values(**values), execution_options=BLIND)


def _in(seconds: float) -> expression.ColumnElement[datetime]:
    return func.clock_timestamp() + timedelta(seconds=seconds)
