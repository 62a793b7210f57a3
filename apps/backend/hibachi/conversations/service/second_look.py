"""Replies that people should look at again. Nothing here changes what a customer read."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from hibachi.conversations import repository as threads
from hibachi.conversations.drafts.models import DraftRow
from hibachi.conversations.errors import NoSuchMessage, StepRefused
from hibachi.conversations.measures import repository as measures
from hibachi.conversations.models import MessageRow
from hibachi.conversations.second_look import repository
from hibachi.conversations.second_look.schemas import LookedAt, LookFilter, LookPage, LookReason, SecondLook
from hibachi.conversations.service.reading import get
from hibachi.kit.db import Tx
from hibachi.kit.persons import GONE

GATHERED = ("gathered:", "house:")


async def second_looks(tx: Tx, *, wanted: LookFilter) -> LookPage:
    """Texts of the concierge to look at, newest first, a page at a time."""
    replies, drafts = await repository.messages(tx, wanted), await repository.drafts(tx, wanted)
    asked = await repository.questions(tx, [row.id for row in replies])
    for draft in drafts:
        answers = [UUID(one) for one in draft.answers]
        said = await measures.texts(tx, answers)
        asked[draft.id] = [said[one] for one in answers if one in said]
    rows: list[MessageRow | DraftRow] = sorted([*replies, *drafts], key=lambda row: row.id, reverse=True)
    looks = [_shown(row, asked.get(row.id, [])) for row in rows[: wanted.limit]]
    return LookPage(looks=looks, next=looks[-1].id if len(rows) > wanted.limit else None)


async def look_at(tx: Tx, *, conversation_id: UUID, subject_id: UUID) -> LookedAt:
    """A reply or a rejected draft of a conversation with all that it could rest on; its row is held.

    Raises NoSuchMessage, StepRefused (not the concierge's words).
    """
    subject = await _held(tx, conversation_id, subject_id)
    last = subject.last_sequence if isinstance(subject, DraftRow) else subject.sequence
    before = await repository.until(tx, conversation_id, last)
    answered = {UUID(one) for one in subject.answers} if isinstance(subject, DraftRow) else set()
    question = [one for one in before if one.answered_by == subject_id or one.id in answered]
    thread = await get(tx, conversation_id=conversation_id)
    shown = _shown(subject, [one.content for one in question])
    return LookedAt(
        id=subject_id,
        kind=shown.kind,
        conversation_id=conversation_id,
        customer_id=thread.customer_id,
        channel=shown.channel,
        text=shown.said,
        at=shown.at,
        question=shown.question,
        said=[one.content for one in before if one.role == "user"],
        tools=[*_called(before, subject_id), *_tools(subject)],
    )


async def flag(tx: Tx, *, message_id: UUID, reason: LookReason) -> None:
    """Name a reply as one to look at; a second time for the same reason changes nothing."""
    await repository.flag(tx, message_id, reason)


async def mark_looked_at(tx: Tx, *, subject_id: UUID) -> None:
    """Note that a person looked: it leaves the list."""
    await repository.mark(tx, subject_id)


async def _held(tx: Tx, conversation_id: UUID, subject_id: UUID) -> MessageRow | DraftRow:
    row = await threads.message(tx, conversation_id, subject_id)
    if row is not None:
        if row.role != "assistant" or row.model_used is None:
            raise StepRefused("These are not the concierge's words.", next_step="Choose a reply of the concierge.")
        if row.content == GONE:
            raise NoSuchMessage()
        return row
    draft = await repository.draft(tx, conversation_id, subject_id)
    if draft is None or draft.status != "rejected" or draft.text == GONE:
        raise NoSuchMessage()
    return draft


def _tools(subject: MessageRow | DraftRow) -> list[dict[str, Any]]:
    """What the turn of a text had gathered and called."""
    meta: dict[str, Any] = subject.making.get("meta", {}) if isinstance(subject, DraftRow) else subject.meta
    return list(meta.get("tools") or [])


def _called(before: Sequence[MessageRow], subject_id: UUID) -> list[dict[str, Any]]:
    """What earlier replies' turns had called; what was only gathered then may not hold any more."""
    earlier = [row for row in before if row.role == "assistant" and row.id != subject_id]
    tools = [tool for row in earlier for tool in row.meta.get("tools") or []]
    return list({tool["id"]: tool for tool in tools if not str(tool["id"]).startswith(GATHERED)}.values())


def _shown(row: MessageRow | DraftRow, question: list[str]) -> SecondLook:
    if isinstance(row, DraftRow):
        return SecondLook(
            id=row.id, kind="draft", conversation_id=row.conversation_id, channel=row.channel,
            reasons=["draft_rejected"], confidence=row.making.get("confidence"), agent=row.agent,
            intent=row.making.get("intent"),
            question=question, said=row.text, sent=None, comment=row.decision_reason, at=row.created_at,
        )  # fmt: skip
    feedback = row.meta.get("feedback") or {}
    words = [feedback[name] for name in ("comment", "suggestion") if feedback.get(name)]
    own = row.meta.get("ai_text")
    return SecondLook(
        id=row.id, kind="message", conversation_id=row.conversation_id, channel=row.channel, reasons=row.review,
        confidence=row.confidence, agent=row.agent, intent=row.intent, question=question, said=own or row.content,
        sent=row.content if own else None, comment=" · ".join(words) or None, at=row.created_at,
    )  # fmt: skip
