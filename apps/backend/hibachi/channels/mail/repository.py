"""Every query of mailboxes and mails."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.channels.mail.models import MailboxRow, MailRow
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

BLIND = {"synchronize_session": False}
FRESH = {"populate_existing": True}


async def take_reading(tx: Tx, name: str, owner: UUID, seconds: float) -> MailboxRow | None:
    """The mailbox, ours to read for some seconds by the database's clock; None while another process reads it."""
    await tx.session.execute(insert(MailboxRow).values(name=name).on_conflict_do_nothing())
    until = func.clock_timestamp() + timedelta(seconds=seconds)
    free = or_(
        MailboxRow.reader.is_(None), MailboxRow.reader == owner, MailboxRow.reader_until < func.clock_timestamp()
    )
    taken = update(MailboxRow).where(MailboxRow.name == name, free).values(reader=owner, reader_until=until)
    found = await tx.session.execute(taken.returning(MailboxRow), execution_options=FRESH)
    return found.scalar_one_or_none()


async def mailbox(tx: Tx, name: str) -> MailboxRow | None:
    """A mailbox as the database has it now."""
    wanted = select(MailboxRow).where(MailboxRow.name == name)
    return (await tx.session.execute(wanted.execution_options(**FRESH))).scalar_one_or_none()


async def end_reading(tx: Tx, name: str, owner: UUID) -> None:
    """Let another process read at once."""
    ended = update(MailboxRow).where(MailboxRow.name == name, MailboxRow.reader == owner)
    await tx.session.execute(ended.values(reader=None, reader_until=None), execution_options=BLIND)


async def move_cursor(tx: Tx, name: str, owner: UUID, *, uid_validity: int, last_uid: int) -> bool:
    """Note how far a mailbox is read; False when it is not ours to read any more."""
    moved = update(MailboxRow).where(MailboxRow.name == name, MailboxRow.reader == owner)
    moved = moved.values(uid_validity=uid_validity, last_uid=last_uid, read_at=tx.now)
    done = await tx.session.execute(moved.returning(MailboxRow.name), execution_options=BLIND)
    return done.scalar_one_or_none() is not None


async def add(tx: Tx, **columns: Any) -> UUID | None:
    """Write a mail as it came; None when this UID of this mailbox is there already."""
    values = {"id": new_id(), "arrived_at": tx.now, **columns}
    made = insert(MailRow).values(values).on_conflict_do_nothing().returning(MailRow.id)
    return (await tx.session.execute(made)).scalar_one_or_none()


async def held(tx: Tx, mail_id: UUID) -> MailRow | None:
    """A mail, its row held until the transaction ends."""
    wanted = select(MailRow).where(MailRow.id == mail_id).with_for_update()
    return (await tx.session.execute(wanted.execution_options(**FRESH))).scalar_one_or_none()


async def has_fingerprint(tx: Tx, fingerprint: str) -> bool:
    """Whether this very mail was read before."""
    found = await tx.session.scalar(select(MailRow.id).where(MailRow.fingerprint == fingerprint))
    return found is not None


async def save(tx: Tx, row: MailRow) -> None:
    """Write the changed fields of a mail."""
    await tx.session.flush()


async def conversations_of(tx: Tx, message_ids: Sequence[str]) -> Sequence[UUID]:
    """The conversations that mails of these Message-IDs belong to, the newest mail's first."""
    wanted = select(MailRow.conversation_id).where(
        MailRow.message_id.in_(message_ids), MailRow.conversation_id.is_not(None)
    )
    found = (await tx.session.scalars(wanted.order_by(MailRow.arrived_at.desc(), MailRow.id.desc()))).all()
    return [one for one in dict.fromkeys(found) if one is not None]


async def count_since(tx: Tx, since: datetime, *, sender: str | None = None, domain: str | None = None) -> int:
    """How many mails came since then that were taken for messages: of one sender, or of one domain."""
    wanted = select(func.count()).select_from(MailRow).where(MailRow.arrived_at > since, MailRow.outcome == "message")
    if sender is not None:
        wanted = wanted.where(MailRow.sender == sender)
    if domain is not None:
        wanted = wanted.where(MailRow.sender.endswith(f"@{domain}", autoescape=True))
    return (await tx.session.execute(wanted)).scalar_one()


async def waiting(tx: Tx, *, before: datetime, after: datetime, limit: int) -> Sequence[MailRow]:
    """Mails that nobody has read, from between two instants, oldest first."""
    wanted = select(MailRow).where(MailRow.outcome.is_(None), MailRow.arrived_at < before, MailRow.arrived_at > after)
    return (await tx.session.scalars(wanted.order_by(MailRow.arrived_at).limit(limit))).all()


async def forget_raw(tx: Tx, *, before: datetime) -> int:
    """Empty the bytes of mails that were read before an instant; how many."""
    old = update(MailRow).where(MailRow.raw.is_not(None), MailRow.outcome.is_not(None), MailRow.arrived_at < before)
    done = await tx.session.execute(old.values(raw=None).returning(MailRow.id), execution_options=BLIND)
    return len(done.all())
