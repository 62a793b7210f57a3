"""What is learnt from replies: candidates, which wait for a person. Nothing here puts anything in force by itself."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.conversations import service as conversations
from hibachi.conversations.events import DraftDecided
from hibachi.conversations.schemas import Message
from hibachi.customers import service as customers
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.knowledge import changing, entries, repository, rules
from hibachi.knowledge.changing import Draft
from hibachi.knowledge.errors import MayNotEnter, NothingToLearn, UnknownCandidate
from hibachi.knowledge.models import ChunkRow
from hibachi.knowledge.schemas import KnowledgeCandidate, KnowledgeEntry, LearntWords, Source
from hibachi.knowledge.searching import Searcher
from hibachi.language.dates import find_dates
from hibachi.language.scrubbing import PIIScrubber
from hibachi.policies import service as policies

LEAST_CONFIDENCE = 0.8
LEAST_RATING = 4


async def promote_conversation_to_kb(
    tx: Tx, searcher: Searcher, *, message_id: UUID, approved_by: UUID | None, source: Source = "approved_ai_response"
) -> KnowledgeCandidate:
    """Make a candidate of a reply and the question that it answered, without personal data; one for a message (KB-11).

    Raises NothingToLearn, Unavailable (no embedding model).
    """
    key = f"learned:{message_id}"
    await changing.hold(tx)
    earlier = await repository.by_key(tx, key)
    if earlier is None:
        draft = await _learnt(tx, key, message_id, approved_by, source)
        vectors = await entries.vectors_for(searcher, draft)
        learnt = await changing.write(tx, draft, vectors, state="candidate")
        changes = {"title": (None, draft.title), "message": (None, message_id)}
        await audit.record(
            tx, action="knowledge_learn", resource="knowledge_entry", resource_id=learnt, changes=changes
        )
        earlier = await repository.by_key(tx, key)
        assert earlier is not None
    return await _shown(tx, earlier)


async def generate_knowledge_base_updates(
    tx: Tx, *, min_confidence: float = LEAST_CONFIDENCE, days: int = 7
) -> list[Message]:
    """Replies of the last days that were sure of themselves and that customers rated well (KB-12)."""
    return await conversations.praised(tx, days=days, min_confidence=min_confidence, min_rating=LEAST_RATING)


async def learn_praised(tx: Tx, searcher: Searcher) -> None:
    """Make candidates of those replies; one that answers no question is passed over."""
    for reply in await generate_knowledge_base_updates(tx):
        with suppress(NothingToLearn):
            await promote_conversation_to_kb(
                tx, searcher, message_id=reply.id, approved_by=None, source="training_data"
            )


async def on_draft_decided(tx: Tx, searcher: Searcher, event: DraftDecided) -> None:
    """Listener: a reply that a person approved is a candidate; one that answers no question is not."""
    if event.status != "sent" or event.message_id is None:
        return
    with suppress(NothingToLearn):
        await promote_conversation_to_kb(tx, searcher, message_id=event.message_id, approved_by=event.decided_by)


async def candidates(tx: Tx) -> list[KnowledgeCandidate]:
    """What was learnt and waits, oldest first, each with what stands against it."""
    return [await _shown(tx, row) for row in await repository.candidates(tx)]


async def accept(tx: Tx, searcher: Searcher, *, candidate_id: UUID, words: LearntWords) -> KnowledgeEntry:
    """Put a candidate in force, as it stands or in better words (staff).

    Raises UnknownCandidate, MayNotEnter, ContradictsPolicy, PersonalData, SaidAlready, Unavailable.
    """
    await changing.hold(tx)
    row = await _waiting(tx, candidate_id)
    title, text = words.title or row.title, words.text or row.text
    if problem := await _problem(tx, title, text):
        raise MayNotEnter(problem)
    await entries.refuse_personal(tx, title, text)
    meta = {**row.meta, "paths": await entries.paths_for(tx, f"{title} {text}")}
    draft = Draft(row.key, title, text, row.category, row.source_type, meta=meta)  # type: ignore[arg-type]  # a column
    await entries.refuse_twins(tx, searcher, draft)
    added = await changing.write(tx, draft, await entries.vectors_for(searcher, draft))
    row.state = "accepted"
    await tx.session.flush()
    version = await changing.go_live(tx, kind="edit", note=f"learnt: {title}", add=[added], remove=[row.id])
    await repository.add_questions(tx, {_question(title): row.key})
    changes = {"title": (None, title), "text": (None, text), "version": (None, version)}
    await audit.record(tx, action="knowledge_accept", resource="knowledge_entry", resource_id=added, changes=changes)
    return await entries.one(tx, entry_id=added)


async def dismiss(tx: Tx, *, candidate_id: UUID) -> None:
    """Say that a candidate is not worth keeping (staff); a refresh that waits loses it. Raises UnknownCandidate."""
    await changing.hold(tx)
    row = await _waiting(tx, candidate_id)
    row.state = "refused"
    await tx.session.flush()
    await changing.carry_over(tx, add=[], remove=[row.id])
    changes = {"state": ("candidate", "refused")}
    await audit.record(tx, action="knowledge_dismiss", resource="knowledge_entry", resource_id=row.id, changes=changes)


async def fit(tx: Tx, searcher: Searcher) -> list[ChunkRow]:
    """The candidates that may enter as they stand: no day, no amount of nobody's, nothing said already."""
    found: list[ChunkRow] = []
    for row in await repository.candidates(tx):
        twins = await entries.twins(tx, searcher, title=row.title, text=row.text, key=row.key)
        twin = bool(twins) or any([await _same(searcher, row, other) for other in found])
        if not twin and await _problem(tx, row.title, row.text) is None:
            found.append(row)
    return found


async def _same(searcher: Searcher, one: ChunkRow, other: ChunkRow) -> bool:
    """Whether two candidates answer the same question: the first of them is enough."""
    if one.title.casefold() == other.title.casefold() or one.text.casefold() == other.text.casefold():
        return True
    mine, theirs = await searcher.vector(_question(one.title)), await searcher.vector(_question(other.title))
    if mine is None or theirs is None:
        return False
    return sum(a * b for a, b in zip(mine, theirs, strict=True)) >= rules.SAME_COSINE


async def _learnt(tx: Tx, key: str, message_id: UUID, approved_by: UUID | None, source: Source) -> Draft:
    reply = await conversations.message(tx, message_id=message_id)
    asked = await conversations.question_of(tx, reply_id=message_id) if reply and reply.role == "assistant" else []
    if reply is None or not asked:
        raise NothingToLearn()
    thread = await conversations.get(tx, conversation_id=reply.conversation_id)
    person = await customers.get(tx, customer_id=thread.customer_id)
    scrubber, names = await _scrubber(tx), [person.name] if person.name else []
    question = scrubber.scrub(asked[-1].content, names).cleaned_text
    said = reply.human_edit_content or reply.content
    profile = (await policies.current(tx)).profile
    title, text = f"Q: {question[:100]}", scrubber.scrub(said, names).cleaned_text
    paths = rules.paths_of(f"{title} {text}", rules.amounts_of(profile.model_dump(mode="json")))
    meta: dict[str, Any] = {
        "source_message_id": str(message_id),
        "approved_by": str(approved_by) if approved_by else None,
        "original_confidence": reply.confidence,
        "learned_from_channel": reply.channel,
        "paths": paths or [],
    }
    return Draft(key, title, text, "learned", source, meta=meta)


async def _scrubber(tx: Tx) -> PIIScrubber:
    profile = (await policies.current(tx)).profile
    dishes = (*profile.menu.included_proteins, *profile.menu.upgrades_per_person, *profile.menu.addons_each)
    return PIIScrubber((*(dish.replace("_", " ") for dish in dishes), *profile.travel.areas, profile.business.name))


async def _problem(tx: Tx, title: str, text: str) -> str | None:
    """Why what was learnt may not enter as it stands, for a person; None where it may."""
    profile = (await policies.current(tx)).profile
    if rules.MASKED.search(text):
        return "It held personal data: write it without."
    if rules.paths_of(f"{title} {text}", rules.amounts_of(profile.model_dump(mode="json"))) is None:
        return "It names an amount that no policy holds."
    if find_dates(text, wall(tx.now, profile.business.timezone)):
        return "It names a day: it was meant for one party."
    return None


async def _shown(tx: Tx, row: ChunkRow) -> KnowledgeCandidate:
    fields = {name: getattr(row, name) for name in KnowledgeCandidate.model_fields if name != "problem"}
    return KnowledgeCandidate(**fields, problem=await _problem(tx, row.title, row.text))


async def _waiting(tx: Tx, candidate_id: UUID) -> ChunkRow:
    row = await repository.candidate(tx, candidate_id)
    if row is None:
        raise UnknownCandidate()
    return row


def _question(title: str) -> str:
    return title.removeprefix("Q: ")
