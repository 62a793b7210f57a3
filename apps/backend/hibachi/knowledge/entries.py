"""The owner's own entries, and what staff do with any passage: look, search, confirm, take out."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.kit.errors import Unavailable
from hibachi.kit.ids import new_id
from hibachi.knowledge import changing, repository, rules
from hibachi.knowledge.changing import Draft, Vectors
from hibachi.knowledge.errors import ContradictsPolicy, PersonalData, RenderedEntry, SaidAlready, UnknownEntry
from hibachi.knowledge.models import ChunkRow
from hibachi.knowledge.schemas import Found, Hit, KnowledgeEntry, KnowledgeFilter, KnowledgePage, NewKnowledge, Source
from hibachi.knowledge.searching import Searcher
from hibachi.language.identifiers import find_identifiers
from hibachi.policies import service as policies


async def page(tx: Tx, *, wanted: KnowledgeFilter) -> KnowledgePage:
    """Passages of the version in force, by title."""
    rows, total = await repository.page(tx, wanted, stale_before=tx.now - rules.STALE_AFTER)
    return KnowledgePage(entries=await _shown(tx, rows), total=total)


async def one(tx: Tx, *, entry_id: UUID) -> KnowledgeEntry:
    """One passage in force. Raises UnknownEntry."""
    return (await _shown(tx, [await _live(tx, entry_id)]))[0]


async def look_up(tx: Tx, searcher: Searcher, *, question: str) -> Found:
    """What a question finds, with its scores, also what is for the model's eyes alone (staff); nothing is counted."""
    return await searcher.find(tx, question, vector=await searcher.vector(question), most=10, inside=True)


async def add(tx: Tx, searcher: Searcher, *, new: NewKnowledge, source: Source = "own") -> KnowledgeEntry:
    """Put an entry of the owner in force at once.

    Raises ContradictsPolicy, PersonalData, SaidAlready, Unavailable (no embedding model).
    """
    draft = await _draft(tx, searcher, f"{source}:{new_id()}", new, source)
    vectors = await vectors_for(searcher, draft)
    await changing.hold(tx)
    await refuse_twins(tx, searcher, draft)
    added = await changing.write(tx, draft, vectors)
    version = await changing.go_live(tx, kind="edit", note=f"added: {new.title}", add=[added])
    await repository.add_questions(tx, {new.title: draft.key})
    changes = {"title": (None, new.title), "text": (None, new.text), "version": (None, version)}
    await audit.record(tx, action="knowledge_add", resource="knowledge_entry", resource_id=added, changes=changes)
    return await one(tx, entry_id=added)


async def change(tx: Tx, searcher: Searcher, *, entry_id: UUID, new: NewKnowledge) -> KnowledgeEntry:
    """Put new words in the place of an entry's; its counters go on, the old words stay in the version before.

    Raises UnknownEntry, RenderedEntry, ContradictsPolicy, PersonalData, SaidAlready, Unavailable.
    """
    await changing.hold(tx)
    before = await _own(tx, entry_id)
    draft = await _draft(tx, searcher, before.key, new, cast(Source, before.source_type), before.meta)
    vectors = await vectors_for(searcher, draft)
    await refuse_twins(tx, searcher, draft)
    added = await changing.write(tx, draft, vectors, before=before)
    version = await changing.go_live(tx, kind="edit", note=f"changed: {new.title}", add=[added], remove=[before.id])
    await repository.add_questions(tx, {new.title: draft.key})
    changes = {"title": (before.title, new.title), "text": (before.text, new.text), "version": (None, version)}
    await audit.record(tx, action="knowledge_change", resource="knowledge_entry", resource_id=added, changes=changes)
    return await one(tx, entry_id=added)


async def retire(tx: Tx, *, entry_id: UUID) -> None:
    """Take an entry out. Raises UnknownEntry, RenderedEntry."""
    await changing.hold(tx)
    row = await _own(tx, entry_id)
    version = await changing.go_live(tx, kind="edit", note=f"taken out: {row.title}", remove=[row.id])
    await repository.forget_questions(tx, key=row.key)
    changes = {"title": (row.title, None), "version": (None, version)}
    await audit.record(tx, action="knowledge_retire", resource="knowledge_entry", resource_id=row.id, changes=changes)


async def confirm(tx: Tx, *, entry_id: UUID) -> KnowledgeEntry:
    """Say that an entry still holds, with the amounts of the policies in force.

    Raises UnknownEntry, RenderedEntry, ContradictsPolicy.
    """
    row = await _own(tx, entry_id)
    row.meta = {**row.meta, "paths": await paths_for(tx, f"{row.title} {row.text}")}
    before, row.confirmed_at = row.confirmed_at, tx.now
    await tx.session.flush()
    await tx.session.refresh(row)  # what the database computes
    changes = {"confirmed_at": (before, tx.now)}
    await audit.record(tx, action="knowledge_confirm", resource="knowledge_entry", resource_id=row.id, changes=changes)
    return await one(tx, entry_id=row.id)


async def refuse_twins(tx: Tx, searcher: Searcher, draft: Draft) -> None:
    """Raise SaidAlready where another passage in force answers the draft's question, by its words or its meaning."""
    for hit in await twins(tx, searcher, title=draft.title, text=draft.text, key=draft.key):
        raise SaidAlready(f"“{hit.title}” answers this already.", entry_id=str(hit.id))


async def twins(tx: Tx, searcher: Searcher, *, title: str, text: str, key: str) -> list[Hit]:
    """The passages in force of other keys that answer the same question, or say the same."""
    question = title.removeprefix("Q: ")
    found = await searcher.find(tx, question, vector=await searcher.vector(question), inside=True)
    return [
        hit
        for hit in found.hits
        if hit.key != key
        and (
            hit.cosine >= rules.SAME_COSINE
            or hit.title.casefold() in (title.casefold(), question.casefold())
            or hit.text.casefold() == text.casefold()
        )
    ]


async def paths_for(tx: Tx, text: str) -> list[str]:
    """Where the amounts of a text stand in the policies in force. Raises ContradictsPolicy."""
    profile = (await policies.current(tx)).profile
    paths = rules.paths_of(text, rules.amounts_of(profile.model_dump(mode="json")))
    if paths is None:
        raise ContradictsPolicy()
    return paths


async def refuse_personal(tx: Tx, *texts: str) -> None:
    """Raise PersonalData where a text tells how to reach somebody, or a number of theirs; our own contacts may stand."""
    business = (await policies.current(tx)).profile.business
    for text in texts:
        bare = text.replace(business.email, "").replace(business.phone, "")
        if find_identifiers(bare):
            raise PersonalData()


MADE = ("asks", "stale", "problem", "last_user_feedback")
"""What of an entry is no column of its row."""


async def _shown(tx: Tx, rows: Sequence[ChunkRow]) -> list[KnowledgeEntry]:
    """Passages as staff see them."""
    profile = (await policies.current(tx)).profile
    said = await repository.last_feedback(tx, [row.key for row in rows])
    today, document = wall(tx.now, profile.business.timezone).date(), profile.model_dump(mode="json")
    return [_entry(row, tx.now, _problem(row, today, document), said.get(row.key)) for row in rows]


def _entry(row: ChunkRow, now: datetime, problem: str | None, said: str | None) -> KnowledgeEntry:
    fields = {name: getattr(row, name) for name in KnowledgeEntry.model_fields if name not in MADE}
    stale = rules.is_stale(source=row.source_type, confirmed_at=row.confirmed_at, now=now)
    asks = row.asks.split("\n") if row.asks else []
    return KnowledgeEntry(**fields, asks=asks, stale=stale, problem=problem, last_user_feedback=said)


def _problem(row: ChunkRow, today: date, document: dict[str, Any]) -> str | None:
    """Why a passage is not told at the moment, for a person."""
    if not rules.holds_on(today, row.valid_from, row.valid_until):
        return "Not told: today is not one of its days."
    words = f"{row.title} {row.text}"
    if row.source_type != "profile" and not rules.still_true(words, row.meta.get("paths", []), document):
        return "Not told: a policy changed since, look at its amount and confirm it."
    return None


async def _draft(
    tx: Tx, searcher: Searcher, key: str, new: NewKnowledge, source: Source, meta: dict[str, object] | None = None
) -> Draft:
    await refuse_personal(tx, new.title, new.text, *new.asks)
    paths = await paths_for(tx, f"{new.title} {new.text}")
    return Draft(
        key=key,
        title=new.title,
        text=new.text,
        category=new.category,
        source=source,
        asks=tuple(new.asks),
        audience="inside" if new.category == "scripts" else "customer",
        meta={**(meta or {}), "paths": paths},
        valid_from=new.valid_from,
        valid_until=new.valid_until,
    )


async def vectors_for(searcher: Searcher, draft: Draft) -> Vectors:
    """What a draft's wordings mean. Raises Unavailable."""
    vectors = await changing.vectors_of(searcher, draft)
    if vectors is None:
        raise Unavailable("The embedding model is not there, so the entry could not be found again.")
    return vectors


async def _live(tx: Tx, entry_id: UUID) -> ChunkRow:
    row = await repository.live_chunk(tx, entry_id)
    if row is None:
        raise UnknownEntry()
    return row


async def _own(tx: Tx, entry_id: UUID) -> ChunkRow:
    row = await _live(tx, entry_id)
    if row.source_type == "profile":
        raise RenderedEntry()
    return row
