"""The knowledge sync: the passages of the profile in force, rendered anew and put in force where they differ."""

from pathlib import Path

from hibachi.kit.auth import SYSTEM
from hibachi.kit.db import Database, Tx
from hibachi.knowledge import changing, repository, topics
from hibachi.knowledge.changing import Draft, Vectors
from hibachi.knowledge.models import ChunkRow
from hibachi.knowledge.rendering import Passage
from hibachi.knowledge.searching import Searcher
from hibachi.policies import service as policies

Made = dict[str, tuple[Draft, Vectors]]
"""By key: a passage as it was read, and what its wordings mean."""
QUESTIONS = Path(__file__).with_name("questions.tsv")


async def sync(db: Database, searcher: Searcher) -> bool:
    """Bring the passages that are made from the owner's numbers up to date; whether anything changed.

    The vectors are made between two transactions. Old passages stay as they were written, with theirs.
    """
    async with db.transaction(SYSTEM) as tx:
        wanted = await _changed(tx, searcher)
    made: Made = {}
    for key, draft in wanted.items():
        vectors = await changing.vectors_of(searcher, draft)
        if vectors is None:
            return False
        made[key] = draft, vectors
    async with db.transaction(SYSTEM) as tx:
        await changing.hold(tx)
        return await _put(tx, searcher, made)


async def note_topics(tx: Tx) -> None:
    """Give entries that were written before topics were known theirs, so that they are found as well as new ones."""
    for row, vectors in await repository.without_topics(tx):
        row.meta = {**row.meta, "topics": topics.of_wordings(vectors)}
    await tx.session.flush()


async def has_begun(tx: Tx) -> bool:
    """Whether a first version is in force; the founding asks for it."""
    return await repository.live_version(tx) is not None


async def _changed(tx: Tx, searcher: Searcher) -> dict[str, Draft]:
    """The drafts of the passages that are not in force word for word."""
    live = await repository.live_keys(tx)
    passages = searcher.passages((await policies.current(tx)).profile)
    drafts = {key: _draft(key, passage) for key, passage in passages.items()}
    return {key: draft for key, draft in drafts.items() if not _same(live.get(key), draft)}


async def _put(tx: Tx, searcher: Searcher, made: Made) -> bool:
    """Write what differs now; what changed since the vectors were made waits for the next sync."""
    live = await repository.live_keys(tx)
    passages = searcher.passages((await policies.current(tx)).profile)
    changed = await _changed(tx, searcher)
    gone = [row for key, row in live.items() if row.source_type == "profile" and key not in passages]
    ready = {key: draft for key, draft in changed.items() if key in made and made[key][0] == draft}
    if not ready and not gone:
        return False
    added = [await changing.write(tx, draft, made[key][1], before=live.get(key)) for key, draft in ready.items()]
    replaced = [live[key].id for key in ready if key in live]
    note = f"{len(ready)} passages from the policies, {len(gone)} gone"
    if not live:
        await repository.add_questions(tx, first_questions())
    await changing.go_live(tx, kind="sync", note=note, add=added, remove=[*replaced, *(row.id for row in gone)])
    return True


def first_questions() -> dict[str, str | None]:
    """The questions that versions are compared on from the first day, with the key of the passage that answers each.

    Where several answer, the first named counts.
    """
    lines = (line.split("\t") for line in QUESTIONS.read_text().splitlines() if not line.startswith("#"))
    return {question: None if keys == "-" else f"profile:{keys.split('|')[0]}" for keys, question in lines}


def _draft(key: str, passage: Passage) -> Draft:
    return Draft(
        key=key,
        title=passage.title,
        text=passage.text,
        category=passage.category,
        source="profile",
        asks=passage.asks,
        audience="inside" if passage.inside else "customer",
        meta={"paths": list(passage.paths)},
        valid_until=passage.valid_until,
    )


def _same(row: ChunkRow | None, draft: Draft) -> bool:
    return row is not None and (
        row.title, row.text, row.asks, row.audience, row.category, row.valid_until
    ) == (
        draft.title, draft.text, "\n".join(draft.asks), draft.audience, draft.category, draft.valid_until,
    )  # fmt: skip
