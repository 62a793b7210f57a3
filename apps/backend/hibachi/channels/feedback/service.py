"""Answers come in, once a person and thing; a low one is put before people. Nothing here changes the concierge itself."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.channels.feedback import repository, rules
from hibachi.channels.feedback.errors import JudgedAlready, NoBookingHere, NoSuchGap, NothingToJudge
from hibachi.channels.feedback.links import Asked, Link, Links
from hibachi.channels.feedback.models import FeedbackRow, KnowledgeGapRow
from hibachi.channels.feedback.schemas import (
    Feedback,
    FeedbackFilter,
    FeedbackPage,
    Gap,
    GapFilter,
    Judgement,
    Kind,
    Learning,
    Source,
    Stats,
)
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import NoSuchConversation
from hibachi.conversations.schemas import Conversation, Message
from hibachi.customers import service as customers
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.knowledge import service as knowledge
from hibachi.knowledge.events import QuestionUnanswered
from hibachi.knowledge.schemas import NewKnowledge
from hibachi.language.scrubbing import PIIScrubber
from hibachi.policies import service as policies

CUSTOMER = "customer"


async def judged(tx: Tx, *, links: Links, said_id: str, asked: Asked) -> tuple[Link, Source]:
    """What an id is about: a signed link of any channel, or the bare id of a reply or conversation of the web chat.

    A bare id of another channel is not taken: only its customer has the link. Raises NothingToJudge.
    """
    link = links.read(said_id, now=tx.now)
    if link is not None and link.asked == asked:
        return link, "link"
    try:
        bare = UUID(said_id)
    except ValueError:
        raise NothingToJudge() from None
    channel = await _channel_of(tx, bare, asked)
    if channel != "web_chat":
        raise NothingToJudge()
    return Link(asked, bare), "widget"


async def vote(tx: Tx, *, reply_id: UUID, judgement: Judgement, source: Source) -> bool:
    """Keep what a customer thinks of a reply; False when the same was said before.

    Raises NothingToJudge, JudgedAlready (something else was said before).
    """
    reply = await conversations.find_reply(tx, message_id=reply_id)
    if reply is None:
        raise NothingToJudge()
    conversation = await conversations.get(tx, conversation_id=reply.conversation_id)
    row = await _add(tx, "vote", reply.id, conversation, judgement, source, reply=reply)
    if row is None:
        return await _said_before(tx, "vote", reply.id, judgement)
    await knowledge.rated(tx, message_id=reply.id, rating=judgement.rating, words=judgement.comment)
    stored = judgement.model_dump(mode="json") | {"at": tx.now.isoformat()}
    await conversations.note_feedback(tx, message_id=reply.id, feedback=stored)
    if rules.is_low(row.rating):
        await conversations.flag(tx, message_id=reply.id, reason="rated_down")
        await _open_gap(tx, row, conversation, reply)
    return True


async def survey(tx: Tx, *, conversation_id: UUID, judgement: Judgement, source: Source) -> bool:
    """Keep how a customer found the assistant after a booking: it is the conversation's satisfaction too.

    False when the same was said before. Raises NothingToJudge, NoBookingHere, JudgedAlready.
    """
    try:
        conversation = await conversations.get(tx, conversation_id=conversation_id)
    except NoSuchConversation:
        raise NothingToJudge() from None
    if not conversation.booking_created:
        raise NoBookingHere()
    row = await _add(tx, "survey", conversation.id, conversation, judgement, source)
    if row is None:
        return await _said_before(tx, "survey", conversation.id, judgement)
    await conversations.rate(tx, conversation_id=conversation.id, score=judgement.rating)
    if rules.is_low(row.rating):
        await _open_gap(tx, row, conversation, None)
    return True


async def approval(tx: Tx, *, draft_id: UUID, judgement: Judgement) -> bool:
    """Keep what a member of staff (tx.actor) thinks of a draft that was sent; False when the same was said before.

    Raises NoSuchDraft, NothingToJudge (it was not sent), JudgedAlready.
    """
    draft = await conversations.draft(tx, draft_id=draft_id)
    reply = await conversations.message(tx, message_id=draft.message_id) if draft.message_id else None
    if reply is None:
        raise NothingToJudge()
    conversation = await conversations.get(tx, conversation_id=draft.conversation_id)
    voter = f"staff:{tx.actor.id}"
    row = await _add(tx, "approval", draft.id, conversation, judgement, "staff", reply=reply, voter=voter)
    if row is None:
        return await _said_before(tx, "approval", draft.id, judgement, voter=voter)
    changes = {"helpful": (None, judgement.helpful)}
    await audit.record(tx, action="draft_judge", resource="draft", resource_id=draft.id, changes=changes)
    if rules.is_low(row.rating):
        await conversations.flag(tx, message_id=reply.id, reason="staff_unhappy")
        await _open_gap(tx, row, conversation, reply)
    return True


async def page(tx: Tx, *, wanted: FeedbackFilter) -> FeedbackPage:
    """Answers that fit, newest first, a page at a time."""
    rows = await repository.page(tx, wanted)
    found = [Feedback.model_validate(row) for row in rows[: wanted.limit]]
    texts = await conversations.texts(tx, message_ids=[one.message_id for one in found if one.message_id])
    shown = [one.model_copy(update={"message": texts.get(one.message_id)}) if one.message_id else one for one in found]
    return FeedbackPage(feedback=shown, next=shown[-1].id if len(rows) > wanted.limit else None)


async def gaps(tx: Tx, *, wanted: GapFilter) -> list[Gap]:
    """Replies that did not help, newest first."""
    return [Gap.model_validate(row) for row in await repository.gaps(tx, wanted)]


async def close_gap(tx: Tx, *, gap_id: UUID, resolution: str) -> Gap:
    """Note what was done about a reply that did not help (staff). Raises NoSuchGap."""
    row = await repository.close_gap(tx, gap_id, resolution)
    if row is None:
        raise NoSuchGap()
    changes = {"resolution": (None, resolution)}
    await audit.record(tx, action="gap_close", resource="knowledge_gap", resource_id=gap_id, changes=changes)
    return Gap.model_validate(row)


async def answer_gap(tx: Tx, searcher: knowledge.Searcher, *, gap_id: UUID, answer: NewKnowledge) -> Gap:
    """Write what was missing as an entry of the knowledge, in force at once, and close the gap with it (staff).

    Raises NoSuchGap, and what an entry may not be.
    """
    await knowledge.add(tx, searcher, new=answer, source="gap")
    return await close_gap(tx, gap_id=gap_id, resolution=f"answered: {answer.title}")


async def on_question_unanswered(tx: Tx, event: QuestionUnanswered) -> None:
    """Listener: what nothing answers is a gap, one open entry a question of a conversation."""
    await repository.open_question(tx, conversation_id=event.conversation_id, question=event.question)


async def stats(tx: Tx, *, days: int) -> Stats:
    """The numbers of the last `days` times 24 hours, by the days of the business."""
    since = tx.now - timedelta(days=days)
    zone = (await policies.current(tx)).profile.business.timezone
    counted = await repository.counted(tx, since=since, zone=zone)
    votes = [row for row in counted if row.kind == "vote"]
    surveys = [row for row in counted if row.kind == "survey"]
    approvals = [row for row in counted if row.kind == "approval"]
    spoken = await conversations.spoken_in(tx, since=since)
    escalated = await conversations.escalated_in(tx, since=since)
    judged_in = await repository.conversations_judged(tx, since=since)
    number, up, of_staff = _number(votes), rules.helpful(votes), _number(approvals)
    return Stats(
        days=days,
        votes=number,
        up=up,
        down=number - up,
        helpful_rate=rules.rate(up, number),
        average_rating=rules.average(votes),
        surveys=_number(surveys),
        survey_average=rules.average(surveys),
        approvals=of_staff,
        approvals_good_rate=rules.rate(rules.helpful(approvals), of_staff),
        conversations=spoken.conversations,
        conversations_with_feedback=judged_in,
        feedback_rate=rules.rate(min(judged_in, spoken.conversations), spoken.conversations),
        escalations=sum(escalated.values()),
        escalations_by_urgency=escalated,
        by_channel=rules.groups(votes, "channel"),
        by_agent=rules.groups(votes, "agent"),
        by_topic=rules.groups(votes, "topic"),
        by_day=rules.days(votes),
    )


async def learning(tx: Tx, *, days: int) -> Learning:
    """What there is to learn from: counted rows, and how the concierge does by what customers say."""
    since, said = tx.now - timedelta(days=days), await stats(tx, days=days)
    spoken, rows = await conversations.spoken_in(tx, since=since), await conversations.row_counts(tx)
    return Learning(
        days=days,
        total_interactions=spoken.replies,
        feedback_received=await repository.count(tx, since=since),
        knowledge_gaps_detected=await repository.count_gaps(tx, since=since),
        database_metrics={
            **rows,
            "feedback_events": await repository.count(tx),
            "knowledge_gaps": await repository.count_gaps(tx),
            "knowledge_gaps_open": await repository.count_gaps(tx, only_open=True),
        },
        learning_health=rules.health(said.up, said.votes),
    )


async def _channel_of(tx: Tx, bare: UUID, asked: Asked) -> str | None:
    if asked == "vote":
        reply = await conversations.find_reply(tx, message_id=bare)
        return reply.channel if reply else None
    try:
        return (await conversations.get(tx, conversation_id=bare)).channel
    except NoSuchConversation:
        return None


async def _add(
    tx: Tx,
    kind: Kind,
    subject_id: UUID,
    conversation: Conversation,
    judgement: Judgement,
    source: Source,
    *,
    reply: Message | None = None,
    voter: str = CUSTOMER,
) -> FeedbackRow | None:
    about: dict[str, Any] = {"conversation_id": conversation.id, "channel": conversation.channel}
    made = {"message_id": reply.id, "agent": reply.agent, "topic": reply.intent} if reply else {}
    said = judgement.model_dump()
    return await repository.add(
        tx, kind=kind, subject_id=subject_id, voter=voter, source=source, **about, **made, **said
    )


async def _said_before(tx: Tx, kind: Kind, subject_id: UUID, judgement: Judgement, *, voter: str = CUSTOMER) -> bool:
    earlier = await repository.find(tx, kind, subject_id, voter)
    if earlier is None or earlier.rating != judgement.rating:
        raise JudgedAlready()
    return False


async def _open_gap(tx: Tx, row: FeedbackRow, conversation: Conversation, reply: Message | None) -> None:
    person = await customers.get(tx, customer_id=conversation.customer_id)
    asked = await conversations.question_of(tx, reply_id=reply.id) if reply else []
    tools = [str(tool["name"]) for tool in (reply.meta.get("tools", []) if reply else [])]
    question = " / ".join(one.content for one in asked)
    names = [person.name] if person.name else []
    said = row.suggestion or row.comment or ""
    said, question, answer = (
        PIIScrubber().scrub(words, names).cleaned_text for words in (said, question, reply.content if reply else "")
    )
    gap = KnowledgeGapRow(
        id=new_id(),
        feedback_id=row.id,
        conversation_id=conversation.id,
        message_id=reply.id if reply else None,
        topic=row.topic,
        question=question or None,
        answer=answer or None,
        suggestion=rules.what_to_look_at(topic=row.topic, agent=row.agent, tools=tools, suggestion=said or None),
        at=tx.now,
    )
    repository.add_gap(tx, gap)


def _number(counted: list[rules.Counted]) -> int:
    return sum(row.number for row in counted)
