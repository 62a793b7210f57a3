"""Staff are told of a hand-over: a row a recipient, a job a row. Who is told is data; what is told holds no customer."""

from datetime import timedelta
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.channels.notices import repository, rules
from hibachi.channels.notices.errors import NoSuchRecipient, RecipientThere
from hibachi.channels.notices.models import NoticeRow
from hibachi.channels.notices.schemas import Alarm, Job, NewRecipient, Notice, NoticeKind, Recipient
from hibachi.conversations import service as conversations
from hibachi.conversations.events import ConversationEscalated, PersonNeeded
from hibachi.customers import service as customers
from hibachi.kit.db import Tx

SEND = "notices.send"
LOST_AFTER = timedelta(minutes=10)


async def on_escalated(tx: Tx, event: ConversationEscalated | PersonNeeded) -> None:
    """Listener (a job of its own, idempotent): a notice for everybody who is told of so urgent a matter."""
    told = [
        row.id
        for row in await repository.recipients(tx)
        if rules.is_told(Recipient.model_validate(row).from_urgency, event.urgency)
    ]
    for notice_id in await repository.add_notices(tx, event.escalation_id, event.conversation_id, told):
        await tx.defer(SEND, notice_id=str(notice_id))


async def start(tx: Tx, *, notice_id: UUID, public_url: str | None) -> Job | None:
    """Begin a try, committed before the provider hears of it; None where nothing is to be sent any more."""
    found = await repository.held(tx, notice_id)
    if found is None or found[0].state != "queued":
        return None
    notice, recipient = found
    kind = Recipient.model_validate(recipient).kind
    told = await _told(tx, notice, kind, public_url)
    if recipient.removed_at is not None or told is None:
        notice.state, notice.error = "failed", "The recipient was removed."
        await repository.save(tx, notice)
        return None
    is_repeated = notice.begun_at is not None
    notice.attempts, notice.begun_at = notice.attempts + 1, tx.now
    await repository.save(tx, notice)
    subject, text = told
    return Job(
        id=notice.id,
        kind=kind,
        address=recipient.address,
        subject=subject,
        text=text,
        attempts=notice.attempts,
        is_repeated=is_repeated,
    )


async def settle(tx: Tx, *, notice_id: UUID, state: str, error: str | None = None) -> None:
    """Note what became of a try; `queued` is for one that a busy provider took nothing of."""
    found = await repository.held(tx, notice_id)
    if found is None or found[0].state == "sent":
        return
    notice, _ = found
    notice.state, notice.error = state, error
    notice.sent_at = tx.now if state == "sent" else None
    notice.begun_at = None if state == "queued" else notice.begun_at
    await repository.save(tx, notice)


async def waiting(tx: Tx) -> list[UUID]:
    """Notices whose job was lost."""
    return list(await repository.waiting(tx, before=tx.now - LOST_AFTER))


async def add_recipient(tx: Tx, *, new: NewRecipient) -> Recipient:
    """Tell somebody from now on (staff). Raises RecipientThere, InvalidPhone, InvalidEmail."""
    address = new.address.strip()
    if new.kind != "slack":
        address = customers.normalised("email" if new.kind == "email" else "phone", address)
    row = await repository.add_recipient(tx, new, address)
    if row is None:
        raise RecipientThere()
    changes = {"kind": (None, row.kind), "address": (None, row.address), "from_urgency": (None, row.from_urgency)}
    await audit.record(tx, action="notice_add", resource="notice_recipient", resource_id=row.id, changes=changes)
    return Recipient.model_validate(row)


async def recipients(tx: Tx) -> list[Recipient]:
    """Everybody who is told."""
    return [Recipient.model_validate(row) for row in await repository.recipients(tx)]


async def remove_recipient(tx: Tx, *, recipient_id: UUID) -> None:
    """Tell somebody nothing any more (staff). Raises NoSuchRecipient."""
    row = await repository.remove_recipient(tx, recipient_id)
    if row is None:
        raise NoSuchRecipient()
    changes = {"kind": (row.kind, None), "address": (row.address, None)}
    await audit.record(tx, action="notice_remove", resource="notice_recipient", resource_id=row.id, changes=changes)


async def notices(tx: Tx, *, limit: int) -> list[Notice]:
    """The newest notices, and whether they arrived."""
    return [Notice.model_validate(row) for row in await repository.page(tx, limit)]


async def _told(tx: Tx, notice: NoticeRow, kind: NoticeKind, public_url: str | None) -> tuple[str, str] | None:
    """The subject and the words of a notice; None where what it is about is gone."""
    if notice.words is not None:
        return rules.DAILY, rules.fitted(notice.words, kind)
    alarm = await _alarm(tx, notice)
    if alarm is None:
        return None
    link = f"{public_url}/admin/conversations/?id={notice.conversation_id}" if public_url else None
    return rules.subject(alarm), rules.wording(alarm, kind, link=link)


async def _alarm(tx: Tx, notice: NoticeRow) -> Alarm | None:
    assert notice.escalation_id is not None and notice.conversation_id is not None, "checks of the table"
    packet = await conversations.packet(tx, escalation_id=notice.escalation_id)
    if packet is None:
        return None
    thread = await conversations.get(tx, conversation_id=notice.conversation_id)
    return Alarm(
        conversation_id=thread.id, channel=thread.channel, reason=packet.reason, urgency=packet.urgency, at=packet.at
    )
