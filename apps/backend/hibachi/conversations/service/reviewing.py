"""A person decides about a draft: approve, edit, reject. On the held row of the thread, then of the draft, in this order."""

from typing import NamedTuple
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.conversations import rules as speech
from hibachi.conversations import sending_repository as sending
from hibachi.conversations.drafts import repository, rules
from hibachi.conversations.drafts.models import ApprovalRow, DraftRow
from hibachi.conversations.drafts.schemas import Approval, Draft, DraftDetail, DraftEdit, DraftFilter, DraftPage
from hibachi.conversations.errors import (
    AmountsUnconfirmed,
    CustomerOptedOut,
    DraftChanged,
    DraftEnded,
    NoSuchDraft,
)
from hibachi.conversations.events import DraftDecided
from hibachi.conversations.measures import repository as measures
from hibachi.conversations.models import ConversationRow
from hibachi.conversations.schemas import Making, Message
from hibachi.conversations.service.drafting import digest_of, shown
from hibachi.conversations.service.held import held
from hibachi.conversations.service.sending import say_approved
from hibachi.conversations.service.speaking import take_over
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id


class Held(NamedTuple):
    """A draft and its thread, both locked."""

    thread: ConversationRow
    draft: DraftRow


async def drafts(tx: Tx, *, wanted: DraftFilter) -> DraftPage:
    """Drafts that fit, the most urgent and then the oldest first, a page at a time; stale ones do not wait any more."""
    rows = await repository.page(tx, wanted)
    more = len(rows) > wanted.limit
    return DraftPage(
        drafts=[shown(row) for row in rows[: wanted.limit]], next=wanted.after + wanted.limit if more else None
    )


async def draft(tx: Tx, *, draft_id: UUID) -> Draft:
    """One draft; raises NoSuchDraft."""
    return shown(await _found(tx, draft_id))


async def draft_detail(tx: Tx, *, draft_id: UUID) -> DraftDetail:
    """One draft with the question, and what its words rest on; raises NoSuchDraft."""
    row = await _found(tx, draft_id)
    made = Making.model_validate(row.making).meta
    answers = [UUID(one) for one in row.answers]
    said = await measures.texts(tx, answers)
    return DraftDetail.model_validate(
        {
            **shown(row).model_dump(),
            "question": [said[one] for one in answers if one in said],
            "facts": row.facts,
            "tools": made.get("tools") or [],
            "proteins": made.get("protein_info"),
        }
    )


async def draft_facts(tx: Tx, *, draft_id: UUID) -> list[dict[str, object]]:
    """What the turn of a draft had gathered and called: what its amounts may rest on. Raises NoSuchDraft."""
    found = Making.model_validate((await _found(tx, draft_id)).making).meta.get("tools", [])
    return list(found) if isinstance(found, list) else []  # type: ignore[arg-type]  # JSON objects, as the concierge wrote them


async def pending_draft(tx: Tx, *, conversation_id: UUID) -> Draft | None:
    """The draft that waits in a conversation."""
    row = await repository.pending(tx, conversation_id)
    return shown(row) if row else None


async def open_draft(tx: Tx, *, draft_id: UUID) -> Draft:
    """A person (tx.actor) begins to read: from here on their time is measured. The first one counts."""
    row = (await _held(tx, draft_id)).draft
    if row.opened_at is None and row.status == "pending":
        row.opened_at, row.opened_by = tx.now, tx.actor.id
        await repository.save(tx, row)
    return shown(row)


async def approve(tx: Tx, *, draft_id: UUID, approval: Approval) -> Draft:
    """Send a draft as it stands (tx.actor). A second time gives the first answer again.

    Raises NoSuchDraft, DraftEnded (why: rejected, withdrawn, stale, expired), DraftChanged, AmountsUnconfirmed,
    CustomerOptedOut.
    """
    thread, row = await _held(tx, draft_id)
    if row.status == "sent":
        return shown(row)
    await _still_waits(tx, thread, row)
    _is_what_was_read(tx, row, approval)
    if row.unsupported and not approval.confirm_amounts:
        raise AmountsUnconfirmed(amounts=row.unsupported)
    yes = ApprovalRow(
        id=new_id(), draft_id=row.id, digest=digest_of(row), amounts_confirmed=bool(row.unsupported),
        approved_by=tx.actor.id, approved_by_name=tx.actor.name, approved_at=tx.now, expires_at=row.expires_at,
    )  # fmt: skip
    await repository.add_approval(tx, yes)
    message = await say_approved(tx, thread, row, yes)
    yes.used_at, yes.message_id = tx.now, message.id
    await repository.save(tx, yes)
    await _decide(tx, row, "sent", None, message)
    return shown(row)


async def edit(tx: Tx, *, draft_id: UUID, wanted: DraftEdit, unsupported: list[str]) -> Draft:
    """Keep what a person (tx.actor) makes of a draft; it goes on waiting. unsupported: amounts that no fact holds.

    The machine's own words again are no edit. Raises NoSuchDraft, DraftEnded, CustomerOptedOut, and what
    rules.readable refuses.
    """
    content = speech.readable(wanted.content)
    thread, row = await _held(tx, draft_id)
    await _still_waits(tx, thread, row)
    before = row.edited_text or row.text
    is_edit = content != row.text
    row.edited_text, row.edit_reason = (content, wanted.reason) if is_edit else (None, None)
    row.edited_by, row.edited_at = (tx.actor.id, tx.now) if is_edit else (None, None)
    row.edit_distance = rules.edit_distance(row.text, content) if is_edit else None
    row.unsupported = unsupported if is_edit else []
    await repository.save(tx, row)
    changes = {"content": (before, content)}
    await audit.record(
        tx, action="draft_edit", resource="draft", resource_id=row.id, changes=changes, reason=wanted.reason
    )
    return shown(row)


async def reject(tx: Tx, *, draft_id: UUID, reason: str) -> Draft:
    """Never send a draft (tx.actor); who rejects takes the conversation over, so that the customer is answered.

    A second time gives the first answer again. Raises NoSuchDraft, DraftEnded.
    """
    thread, row = await _held(tx, draft_id)
    if row.status == "rejected":
        return shown(row)
    if row.status != "pending":
        raise DraftEnded(status=row.status)
    await _decide(tx, row, "rejected", reason, None)
    if thread.status == "ai":
        await take_over(tx, conversation_id=thread.id, reason=f"The draft was rejected: {reason}")
    return shown(row)


async def _found(tx: Tx, draft_id: UUID) -> DraftRow:
    row = await repository.find(tx, draft_id)
    if row is None:
        raise NoSuchDraft()
    return row


async def _held(tx: Tx, draft_id: UUID) -> Held:
    thread = await held(tx, (await _found(tx, draft_id)).conversation_id)
    row = await repository.held(tx, draft_id)
    assert row is not None, "drafts are never deleted"
    return Held(thread, row)


async def _still_waits(tx: Tx, thread: ConversationRow, row: DraftRow) -> None:
    """Raise why a draft may not be sent any more; the row says so only once the concierge drafted anew."""
    if row.status != "pending":
        raise DraftEnded(status=row.status)
    if row.expires_at <= tx.now:
        raise DraftEnded(status="expired")
    if thread.status != "ai":
        raise DraftEnded(status="withdrawn")
    answers = [UUID(one) for one in row.answers]
    standing = await sending.standing(tx, thread, answers)
    if standing.opted_out:
        raise CustomerOptedOut()
    if standing.answered or set(standing.unanswered) != set(answers):
        raise DraftEnded(status="stale")


def _is_what_was_read(tx: Tx, row: DraftRow, approval: Approval) -> None:
    if approval.digest is None:
        was_read = row.edited_by is None or row.edited_by == tx.actor.id
    else:
        was_read = approval.digest == digest_of(row)
    if not was_read:
        raise DraftChanged()


async def _decide(tx: Tx, row: DraftRow, status: str, reason: str | None, message: Message | None) -> None:
    row.status, row.decided_at, row.decided_by, row.decision_reason = status, tx.now, tx.actor.id, reason
    row.message_id = message.id if message else None
    await repository.save(tx, row)
    action = "draft_approve" if status == "sent" else "draft_reject"
    changes = {"status": ("pending", status), "message": (None, row.message_id)}
    await audit.record(tx, action=action, resource="draft", resource_id=row.id, changes=changes, reason=reason)
    await tx.publish(
        DraftDecided(
            draft_id=row.id,
            conversation_id=row.conversation_id,
            status=status,
            message_id=row.message_id,
            after=row.after,
            decided_by=tx.actor.id,
        )
    )
