"""Mail's own state: who reads a mailbox, how far it is read, and the mails as they came."""

from datetime import date, timedelta
from uuid import UUID

from hibachi.channels.mail import repository
from hibachi.channels.mail.errors import NotTheReader
from hibachi.channels.mail.reading.letter import sender_of
from hibachi.kit.db import Tx

READ_MAIL = "mail.read"
FIRST_DAYS = timedelta(days=2)
"""Of a mailbox that we never read before, the unread mails of these days are answered; older ones are history."""
OVERLAP = timedelta(days=1)
KEPT_RAW = timedelta(days=30)
LOST_AFTER = timedelta(minutes=10)
GIVEN_UP_AFTER = timedelta(days=2)
BATCH = 100


async def take_reading(tx: Tx, name: str, *, owner: UUID, seconds: float) -> bool:
    """Make a mailbox ours to read for some seconds, or go on with it; False while another process reads it."""
    return await repository.take_reading(tx, name, owner, seconds) is not None


async def end_reading(tx: Tx, name: str, *, owner: UUID) -> None:
    """Let another process read the mailbox at once."""
    await repository.end_reading(tx, name, owner)


async def cursor(tx: Tx, name: str) -> tuple[int, int] | None:
    """The generation of UIDs and the last UID that is stored; None for a mailbox that was never read."""
    row = await repository.mailbox(tx, name)
    if row is None or row.uid_validity is None or row.last_uid is None:
        return None
    return row.uid_validity, row.last_uid


async def first_day(tx: Tx, name: str) -> date:
    """From which day on mails are looked at where no cursor helps: a first connection, or a new generation of UIDs."""
    row = await repository.mailbox(tx, name)
    return (row.read_at - OVERLAP if row is not None and row.read_at is not None else tx.now - FIRST_DAYS).date()


async def store(tx: Tx, *, mailbox: str, owner: UUID, uid_validity: int, uid: int, raw: bytes) -> bool:
    """Keep a mail as it came, with the job that reads it and the cursor behind it; False when it was there.

    Mails of one sender are read one after the other, in their order. Raises NotTheReader.
    """
    await note_cursor(tx, mailbox=mailbox, owner=owner, uid_validity=uid_validity, last_uid=uid)
    mail_id = await repository.add(
        tx, mailbox=mailbox, uid_validity=uid_validity, uid=uid, size=len(raw), raw=raw, sender=sender_of(raw)
    )
    if mail_id is None:
        return False
    await defer_reading(tx, mail_id, sender_of(raw))
    return True


async def defer_reading(tx: Tx, mail_id: UUID, sender: str | None) -> None:
    """The job that reads a stored mail."""
    await tx.defer(READ_MAIL, mail_id=str(mail_id), lock=f"mail:{sender or mail_id}")


async def note_cursor(tx: Tx, *, mailbox: str, owner: UUID, uid_validity: int, last_uid: int) -> None:
    """Note how far a mailbox is read. Raises NotTheReader: what this transaction stored goes with it."""
    if not await repository.move_cursor(tx, mailbox, owner, uid_validity=uid_validity, last_uid=last_uid):
        raise NotTheReader(f"{mailbox}: another process reads it now")


async def read_waiting(tx: Tx) -> None:
    """Find mails that lost their job, and give them one again (a sweep; mails of days ago are left to a person)."""
    rows = await repository.waiting(tx, before=tx.now - LOST_AFTER, after=tx.now - GIVEN_UP_AFTER, limit=BATCH)
    for row in rows:
        await defer_reading(tx, row.id, row.sender)


async def forget_raw(tx: Tx) -> None:
    """Empty the bytes of mails that were read long ago; what they said is in the conversation."""
    await repository.forget_raw(tx, before=tx.now - KEPT_RAW)
