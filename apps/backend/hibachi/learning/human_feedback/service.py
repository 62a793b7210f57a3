"""Single replies are improved by staff: held against the facts of their conversation, kept as revisions, learnt from."""

from collections.abc import Sequence
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.concierge import service as concierge
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import NoSuchMessage
from hibachi.conversations.schemas import Message
from hibachi.conversations.second_look.schemas import LookedAt, LookFilter, LookPage
from hibachi.customers import service as customers
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.learning.human_feedback import repository
from hibachi.learning.human_feedback.errors import ImprovedMeanwhile, ImprovementUnsupported, NothingImproved
from hibachi.learning.human_feedback.models import ImprovementRow
from hibachi.learning.human_feedback.processor import processor_of
from hibachi.learning.human_feedback.schemas import CorpusPage, CorpusPair, Improved, Improvement, NewImprovement
from hibachi.learning.scripts import service as scripts
from hibachi.policies import service as policies

MOST_REASON = 255


async def needing_review(tx: Tx, *, wanted: LookFilter) -> LookPage:
    """Texts of the concierge that people should look at and nobody did, newest first."""
    return await conversations.second_looks(tx, wanted=wanted)


async def revisions(tx: Tx, *, subject_id: UUID) -> list[Improvement]:
    """What people made of a text, the newest first."""
    return [Improvement.model_validate(row) for row in await repository.revisions(tx, subject_id)]


async def rewrite(tx: Tx, *, conversation_id: UUID, message_id: UUID, better: str, reason: str) -> Message:
    """The older form of `improve`, without tags: a revision over the newest one. Raises what improve raises."""
    before = await repository.revisions(tx, message_id)
    new = NewImprovement(
        conversation_id=conversation_id, ai_message_id=message_id, improved_response=better,
        revision=before[0].revision if before else 0,
    )  # fmt: skip
    await improve(tx, new=new, reason=reason)
    message = await conversations.message(tx, message_id=message_id)
    if message is None:
        raise NoSuchMessage()
    return message


async def improve(tx: Tx, *, new: NewImprovement, reason: str | None = None) -> Improved:
    """Keep what a person (tx.actor) makes of a text as its newest revision, and learn from it; it leaves the list.

    What the customer read stays. reason: kept beside the better words; their tags where none is given. Raises NoSuchMessage, StepRefused (not the concierge's words), ImprovedMeanwhile,
    NothingImproved, ImprovementUnsupported (what no fact of the conversation holds).
    """
    look = await conversations.look_at(tx, conversation_id=new.conversation_id, subject_id=new.ai_message_id)
    before = await repository.revisions(tx, look.id)
    newest = before[0].revision if before else 0
    if new.revision != newest:
        raise ImprovedMeanwhile(revision=newest)
    if new.improved_response is None:
        await _supersede(tx, before)
        return await _pass(tx, new, look, newest + 1)
    if new.improved_response == look.text:
        raise NothingImproved()
    await _refuse_unsupported(tx, look, new.improved_response)
    await _supersede(tx, before)
    row = await _keep(tx, new, look, newest + 1)
    if look.kind == "message":
        await conversations.edit_message(
            tx, conversation_id=look.conversation_id, message_id=look.id, content=new.improved_response,
            reason=(reason or ", ".join(new.tags) or "improved")[:MOST_REASON],
        )  # fmt: skip
    await conversations.mark_looked_at(tx, subject_id=look.id)
    processor = await processor_of(tx, look)
    done = await processor.process_improved_response(row.id, look.text, new.improved_response, new.tags)
    row.pattern = done.pattern.model_dump(mode="json")
    await tx.session.flush()
    return Improved(
        improvement=Improvement.model_validate(row), pattern=done.pattern, in_corpus=done.why_not_in_corpus is None,
        why_not_in_corpus=done.why_not_in_corpus, proposal=done.proposal, why_no_proposal=done.why_no_proposal,
    )  # fmt: skip


async def corpus(tx: Tx, *, offset: int, limit: int) -> CorpusPage:
    """Pairs to train on, the newest first. Nothing is trained on them by itself."""
    rows, total = await repository.pairs(tx, offset=offset, limit=limit)
    more = offset + limit if offset + limit < total else None
    return CorpusPage(pairs=[CorpusPair.model_validate(row) for row in rows], total=total, next=more)


async def _pass(tx: Tx, new: NewImprovement, look: LookedAt, revision: int) -> Improved:
    """Nothing is to be improved: what was learnt from an earlier revision goes, the text leaves the list."""
    await repository.drop_pair(tx, look.id)
    row = await _keep(tx, new, look, revision)
    await conversations.mark_looked_at(tx, subject_id=look.id)
    changes = {"feedback_type": (None, new.feedback_type)}
    await audit.record(tx, action="response_review", resource="improved_response", resource_id=row.id, changes=changes)
    return Improved(improvement=Improvement.model_validate(row), pattern=None, in_corpus=False)


async def _keep(tx: Tx, new: NewImprovement, look: LookedAt, revision: int) -> ImprovementRow:
    is_message = look.kind == "message"
    row = ImprovementRow(
        id=new_id(), conversation_id=look.conversation_id, ai_message_id=look.id if is_message else None,
        draft_id=None if is_message else look.id, subject_id=look.id, revision=revision,
        feedback_type=new.feedback_type, original=look.text, improved_response=new.improved_response,
        tags=list(dict.fromkeys(new.tags)), pattern={}, improved_by=tx.actor.id, improved_by_name=tx.actor.name,
        at=tx.now,
    )  # fmt: skip
    await repository.add(tx, row)
    return row


async def _supersede(tx: Tx, before: Sequence[ImprovementRow]) -> None:
    for row in before:
        await scripts.supersede(tx, improvement_id=row.id)


async def _refuse_unsupported(tx: Tx, look: LookedAt, better: str) -> None:
    """Raise ImprovementUnsupported, with what is wrong, where the validator would not have let these words out."""
    person = await customers.get(tx, customer_id=look.customer_id)
    problems = concierge.problems_of(
        better,
        tools=look.tools,
        said=look.said,
        known=[one for one in (person.name, person.phone, person.email) if one],
        at=look.at,
        channel=look.channel,
        profile=(await policies.current(tx)).profile,
    )
    if problems:
        claims = ", ".join(dict.fromkeys(f"“{one.words}”" for one in problems if one.words))
        told = f"The better words claim what no fact of this conversation holds: {claims}."[:1000] if claims else None
        raise ImprovementUnsupported(told, problems=[str(one) for one in problems])
