"""Words go out. Whether they may is decided in the transaction that stores them, on the held row of the thread."""

from collections.abc import Collection
from decimal import Decimal
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.conversations import repository, rules
from hibachi.conversations import sending_repository as sending
from hibachi.conversations.drafts.models import ApprovalRow, DraftRow
from hibachi.conversations.errors import CustomerOptedOut, NothingAnswered, StepRefused
from hibachi.conversations.events import MessageWritten
from hibachi.conversations.models import ConversationRow, MessageRow
from hibachi.conversations.rules import Microphone
from hibachi.conversations.schemas import (
    CheckedText,
    Drafted,
    Escalation,
    Making,
    Message,
    OutboxKind,
    Prepared,
    Role,
    Sent,
    Withheld,
)
from hibachi.conversations.service import drafting
from hibachi.conversations.service.held import held
from hibachi.conversations.service.speaking import hand_over
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id


async def send_reply(
    tx: Tx,
    *,
    conversation_id: UUID,
    owner: UUID,
    checked: CheckedText,
    answers: Collection[UUID],
    making: Making,
    and_escalate: Escalation | None = None,
    discloses: bool = False,
    prepared: Prepared | None = None,
    ends_turn: bool = False,
) -> Sent | Drafted | Withheld:
    """The one way out for a machine's words: a checked text, as the reply to these messages of the customer.

    owner: who holds the turn. answers: ids of every unanswered message; each is answered once. and_escalate: the
    reply is the hand-over line, and a human speaks after it, in one transaction; a withheld one escalates nothing.
    discloses: the text says that a machine answers; one that does not goes only to somebody who was told.
    ends_turn: a reply that is sent gives the turn back in the same breath.
    Withheld when a human speaks, the thread is closed, the customer opted out of the channel, the turn is another's,
    a message is answered already, or one came that the reply does not answer. Drafted where the owner wants replies of
    this channel and topic to wait for a person (prepared: what goes with the draft); a hand-over happens all the same,
    its words unsent. Raises NoSuchConversation, NothingAnswered.
    """
    if not answers:
        raise NothingAnswered()
    thread = await held(tx, conversation_id)
    topic = making.intent or drafting.UNKNOWN
    standing = await sending.standing(tx, thread, answers, topic)
    reason = rules.why_withheld(_microphone(thread, standing), owner=owner, answers=answers, discloses=discloses)
    if reason is not None:
        return Withheld(reason=reason)
    mode = await drafting.mode_for(tx, channel=thread.channel, topic=topic) if standing.switched else None
    if mode is not None:
        kept = await drafting.keep(
            tx,
            thread,
            checked=checked,
            answers=answers,
            making=making,
            prepared=prepared or Prepared(),
            discloses=discloses,
            mode=mode,
            waits=and_escalate is None,
        )
        if and_escalate:
            handed = and_escalate.model_copy(update={"unsent_draft": checked.text})
            await hand_over(tx, conversation_id=conversation_id, handed=handed)
        return Drafted(draft=kept)
    row = _row(tx, thread, role="assistant", content=checked.text)
    row.facts = [dict(fact) for fact in checked.facts]
    _made(row, making)
    kind: OutboxKind = "handover" if and_escalate else "reply"
    cost = making.cost_usd
    sent = await _send(tx, row, answers, kind=kind, cost_usd=cost, discloses=discloses, lets_go=ends_turn)
    if and_escalate:
        await hand_over(tx, conversation_id=conversation_id, handed=and_escalate)
    return sent


async def say_approved(tx: Tx, thread: ConversationRow, draft: DraftRow, approval: ApprovalRow) -> Message:
    """Send what a person approved, on the held rows: the machine's words with their facts, or the person's own.

    Refused by an assertion when the approval is of another text, was used, or has ended.
    """
    assert approval.digest == drafting.digest_of(draft) and approval.used_at is None and approval.expires_at > tx.now
    making = Making.model_validate(draft.making)
    row = _row(tx, thread, role="assistant", content=draft.edited_text or draft.text)
    _made(row, making)
    row.facts, row.review = draft.facts, []
    row.meta = {**row.meta, "draft_id": str(draft.id), "approved_by": str(approval.approved_by)}
    if draft.edited_text is not None:
        row.facts, row.staff_id, row.meta = None, draft.edited_by, {**row.meta, "ai_text": draft.text}
        row.human_edited, row.human_edit_content, row.edit_reason = True, draft.edited_text, draft.edit_reason
        row.edited_by, row.edited_at, row.review = draft.edited_by, draft.edited_at, ["draft_edited"]
    answers = [UUID(one) for one in draft.answers]
    kind: OutboxKind = "reply" if draft.edited_text is None else "staff"
    discloses = draft.discloses and draft.edited_text is None
    return (await _send(tx, row, answers, kind=kind, cost_usd=making.cost_usd, discloses=discloses)).message


async def send_system_line(tx: Tx, *, conversation_id: UUID, text: str, answers: Collection[UUID]) -> Sent | Withheld:
    """A fixed line of the service, such as the confirmation of STOP: owed even after an opt-out, and whoever speaks.

    text: data, never a model's words. answers may leave newer messages open. Withheld when one is answered already.
    """
    thread = await held(tx, conversation_id)
    reason = rules.why_stale(_microphone(thread, await sending.standing(tx, thread, answers)), answers=answers)
    if reason is not None and reason != "newer_message":
        return Withheld(reason=reason)
    row = _row(tx, thread, role="system", content=rules.readable(text))
    return await _send(tx, row, answers, kind="system", is_response=False)


async def staff_reply(tx: Tx, *, conversation_id: UUID, text: str) -> Message:
    """What a member of staff (tx.actor) writes to the customer after taking over; answers all that is unanswered.

    Raises StepRefused when no human speaks, CustomerOptedOut, and what rules.readable refuses.
    """
    content = rules.readable(text)
    thread = await held(tx, conversation_id)
    if thread.status != "escalated":
        raise StepRefused("Take the conversation over before you write in it.")
    standing = await sending.standing(tx, thread, ())
    if standing.opted_out:
        raise CustomerOptedOut()
    row = _row(tx, thread, role="assistant", content=content)
    row.staff_id = tx.actor.id
    sent = await _send(tx, row, standing.unanswered, kind="staff")
    await audit.record(
        tx,
        action="conversation_reply",
        resource="conversation",
        resource_id=thread.id,
        changes={"message": (None, content)},
    )
    return sent.message


def _microphone(thread: ConversationRow, standing: sending.Standing) -> Microphone:
    return Microphone(
        status=thread.status,
        turn_owner=thread.turn_owner,
        opted_out=standing.opted_out,
        answered=standing.answered,
        unanswered=standing.unanswered,
        disclosed=thread.disclosed_at is not None,
    )


def _made(row: MessageRow, making: Making) -> None:
    row.model_used, row.agent, row.intent = making.model, making.agent, making.intent
    row.confidence, row.cost_usd, row.tokens = making.confidence, making.cost_usd, making.tokens
    row.meta, row.review = dict(making.meta), list(making.review)


def _row(tx: Tx, thread: ConversationRow, *, role: Role, content: str) -> MessageRow:
    return MessageRow(
        id=new_id(), conversation_id=thread.id, channel=thread.channel, role=role, content=content, created_at=tx.now
    )


async def _send(
    tx: Tx,
    row: MessageRow,
    answers: Collection[UUID],
    *,
    kind: OutboxKind,
    cost_usd: Decimal = Decimal(0),
    is_response: bool = True,
    discloses: bool = False,
    lets_go: bool = False,
) -> Sent:
    await repository.add(tx, row)
    await sending.note_reply(
        tx, row, answers=answers, cost_usd=cost_usd, is_response=is_response, discloses=discloses, lets_go=lets_go
    )
    await tx.publish(MessageWritten(conversation_id=row.conversation_id, message_id=row.id, kind=kind))
    return Sent(message=Message.model_validate(row))
