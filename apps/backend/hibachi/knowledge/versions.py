"""Versions: a refresh is built beside what is in force, compared on stored questions, and decided by a person."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.kit.auth import SYSTEM
from hibachi.kit.db import Database, Tx
from hibachi.knowledge import changing, learning, repository, rules
from hibachi.knowledge.errors import NotWaiting, NoWayBack, UnknownVersion
from hibachi.knowledge.models import ChunkRow, VersionRow
from hibachi.knowledge.schemas import KnowledgeVersion, PassageChange, PassageWords, VersionDetail, VersionState
from hibachi.knowledge.searching import Searcher

SHOWN = 50
Answers = dict[str, str | None]


async def listed(tx: Tx) -> list[KnowledgeVersion]:
    """The newest versions, newest first."""
    return [_shown(row, count, live) for row, count, live in await repository.versions(tx, limit=SHOWN)]


async def detail(tx: Tx, *, number: int) -> VersionDetail:
    """What a version adds to the one in force, says otherwise and leaves out, in words. Raises UnknownVersion."""
    row = await _version(tx, number, held=False)
    live = await repository.live_version(tx)
    mine, theirs = await repository.chunk_ids(tx, number), await repository.chunk_ids(tx, live) if live else set()
    new = {chunk.key: chunk for chunk in await repository.chunks(tx, mine - theirs)}
    old = {chunk.key: chunk for chunk in await repository.chunks(tx, theirs - mine)}
    changed = [
        PassageChange(title=chunk.title, text=chunk.text, before=_words(old[key]))
        for key, chunk in new.items()
        if key in old
    ]
    shown = _shown(row, len(mine), row.id == live)
    return VersionDetail(
        **shown.model_dump(),
        added=[_words(chunk) for key, chunk in new.items() if key not in old],
        changed=changed,
        removed=[_words(chunk) for key, chunk in old.items() if key not in new],
    )


def _words(chunk: ChunkRow) -> PassageWords:
    return PassageWords(title=chunk.title, text=chunk.text)


async def refresh(db: Database, searcher: Searcher) -> int | None:
    """Build a version with what was learnt, unless one waits already or nothing fits; then compare it (KB-06)."""
    async with db.transaction(SYSTEM) as tx:
        await learning.learn_praised(tx, searcher)
    async with db.transaction(SYSTEM) as tx:
        number = await build(tx, searcher)
    if number is not None:
        await compare(db, searcher)
    return number


async def build_now(tx: Tx, searcher: Searcher) -> int | None:
    """Build a version by hand (staff); the job of its comparison is written with it."""
    number = await build(tx, searcher)
    if number is not None:
        await tx.defer(changing.COMPARE)
        changes = {"state": (None, "building")}
        await audit.record(
            tx, action="knowledge_build", resource="knowledge_version", resource_id=number, changes=changes
        )
    return number


async def build(tx: Tx, searcher: Searcher) -> int | None:
    """The version that adds every candidate that fits to what is in force; None where there is nothing to add."""
    await changing.hold(tx)
    fitting = await learning.fit(tx, searcher)
    live = await repository.live_version(tx)
    if not fitting or live is None or await repository.open_refresh(tx) is not None:
        return None
    number = await repository.add_version(tx, kind="refresh", state="building", note=f"{len(fitting)} learnt")
    await repository.copy_members(tx, source=live, target=number, without=[])
    await repository.add_members(tx, number, [row.id for row in fitting])
    return number


async def compare(db: Database, searcher: Searcher) -> None:
    """Put the version that is being built and the one in force before the stored questions; a worse one is rejected.

    Where none is being built nothing happens, so that it may be asked for at any time. Without the model it waits.
    """
    async with db.transaction(SYSTEM) as tx:
        row = await repository.open_refresh(tx)
        asked = {row.question: row.key for row in await repository.questions(tx)}
    if row is None or row.state != "building":
        return
    vectors = {question: await searcher.vector(question) for question in asked}
    if None in vectors.values():
        return
    async with db.transaction(SYSTEM) as tx:
        await changing.hold(tx)
        row, live = await repository.open_refresh(tx), await repository.live_token(tx)
        if row is None or row.state != "building" or live is None:
            return
        before = await _answers(tx, searcher, live, vectors)
        after = await _answers(tx, searcher, (row.id, row.token), vectors)
        mine = await repository.chunk_ids(tx, row.id) - await repository.chunk_ids(tx, live[0])
        if not mine:
            await _reject(tx, row, "nothing of it is left")
            return
        new = {chunk.key for chunk in await repository.chunks(tx, mine)}
        row.report = _report(asked, before, after, new)
        row.state = "waiting"
        if row.report["right_after"] < row.report["right_before"]:
            await _reject(tx, row, "worse on the stored questions")
        await tx.session.flush()


async def approve(tx: Tx, *, number: int) -> KnowledgeVersion:
    """Put a version that waits in force (staff): one row's change. Raises UnknownVersion, NotWaiting."""
    await changing.hold(tx)
    row = await _version(tx, number)
    if row.state != "waiting":
        raise NotWaiting()
    row.state, row.decided_at, row.decided_by = "approved", tx.now, repository.actor(tx)
    await tx.session.flush()
    await repository.accept_candidates(tx, number)
    await repository.point_at(tx, number)
    return await _decided(tx, row, "knowledge_approve")


async def reject(tx: Tx, *, number: int) -> KnowledgeVersion:
    """Say no to a version that waits (staff); its candidates are refused. Raises UnknownVersion, NotWaiting."""
    await changing.hold(tx)
    row = await _version(tx, number)
    if row.state != "waiting":
        raise NotWaiting()
    await repository.refuse_candidates(tx, number)
    await _reject(tx, row, row.note)
    return await _decided(tx, row, "knowledge_reject")


async def roll_back(tx: Tx, *, number: int) -> KnowledgeVersion:
    """Put a version that was in force before in force again (staff): one row's change.

    A refresh that waits was built on another one and is rejected; its candidates wait on. Raises UnknownVersion, NoWayBack.
    """
    await changing.hold(tx)
    row = await _version(tx, number)
    if row.state != "approved" or number == await repository.live_version(tx):
        raise NoWayBack()
    waiting = await repository.open_refresh(tx)
    if waiting is not None:
        await _reject(tx, waiting, "what it was built on was taken back")
    await repository.point_at(tx, number)
    return await _decided(tx, row, "knowledge_roll_back")


async def _answers(
    tx: Tx, searcher: Searcher, version: tuple[int, UUID], vectors: Mapping[str, list[float] | None]
) -> Answers:
    """The key of the passage that a version tells for each question; None where it says that it does not know."""
    told: Answers = {}
    for question, vector in vectors.items():
        found = await searcher.find(tx, question, vector=vector, version=version)
        told[question] = found.hits[0].key if found.known else None
    return told


def _report(asked: Mapping[str, str | None], before: Answers, after: Answers, new: set[str]) -> dict[str, Any]:
    """The comparison as staff read it: how many are right before and after, which changed sides, which are new answers."""
    was, now = rules.right(asked, before), rules.right(asked, after, new)
    return {
        "questions": len(asked),
        "right_before": len(was),
        "right_after": len(now),
        "gained": sorted(now - was),
        "lost": sorted(was - now),
        "answered_now": sorted(question for question, key in asked.items() if key is None and after[question] in new),
    }


async def _reject(tx: Tx, row: VersionRow, note: str) -> None:
    row.state, row.note = "rejected", note
    row.decided_at, row.decided_by = tx.now, repository.actor(tx)
    await tx.session.flush()


async def _decided(tx: Tx, row: VersionRow, action: str) -> KnowledgeVersion:
    await audit.record(
        tx, action=action, resource="knowledge_version", resource_id=row.id, changes={"state": (None, row.state)}
    )
    live = await repository.live_version(tx)
    return _shown(row, len(await repository.chunk_ids(tx, row.id)), row.id == live)


async def _version(tx: Tx, number: int, *, held: bool = True) -> VersionRow:
    row = await repository.version(tx, number, held=held)
    if row is None:
        raise UnknownVersion()
    return row


def _shown(row: VersionRow, passages: int, live: bool) -> KnowledgeVersion:
    approved = "live" if live else "superseded"
    kept = ("id", "kind", "note", "report", "made_by", "made_at", "decided_by", "decided_at")
    told = {name: getattr(row, name) for name in kept}
    return KnowledgeVersion(
        **told, state=cast(VersionState, approved if row.state == "approved" else row.state), passages=passages
    )
