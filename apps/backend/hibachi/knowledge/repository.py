"""Every other query of knowledge: versions and their members, passages, questions, counters."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, exists, func, insert, literal, select, update
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.dialects.postgresql import insert as upsert

from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.knowledge.models import AskRow, ChunkRow, LiveRow, MemberRow, QuestionRow, UseRow, VersionRow
from hibachi.knowledge.schemas import KnowledgeFilter

LIVE = select(LiveRow.version_id).scalar_subquery()
LIVE_ID = select(LiveRow.version_id)


async def live_version(tx: Tx) -> int | None:
    """The version in force; None before the first one."""
    return await tx.session.scalar(LIVE_ID)


async def live_token(tx: Tx) -> tuple[int, UUID] | None:
    """The version in force with what names it in every database; None before the first one."""
    found = select(VersionRow.id, VersionRow.token).join(LiveRow, LiveRow.version_id == VersionRow.id)
    row = (await tx.session.execute(found)).one_or_none()
    return (row.id, row.token) if row else None


async def live_chunks(tx: Tx) -> Sequence[ChunkRow]:
    """Every passage of the version in force."""
    return (await tx.session.scalars(select(ChunkRow).where(_member(ChunkRow.id)))).all()


async def live_keys(tx: Tx) -> Mapping[str, ChunkRow]:
    """The passages in force by their key."""
    return {row.key: row for row in await live_chunks(tx)}


async def live_chunk(tx: Tx, chunk_id: UUID) -> ChunkRow | None:
    """One passage of the version in force, held for this transaction."""
    found = select(ChunkRow).where(ChunkRow.id == chunk_id, _member(ChunkRow.id)).with_for_update(key_share=True)
    return (await tx.session.scalars(found.execution_options(populate_existing=True))).one_or_none()


async def without_topics(tx: Tx) -> Sequence[tuple[ChunkRow, Sequence[Sequence[float]]]]:
    """Entries of people in force whose topics were not kept when they were written, held, each with the vectors of its wordings."""
    theirs = ChunkRow.source_type != "profile", ~ChunkRow.meta.has_key("topics")
    found = select(ChunkRow).where(_member(ChunkRow.id), *theirs).order_by(ChunkRow.id).with_for_update(key_share=True)
    rows = (await tx.session.scalars(found)).all()
    asks = select(AskRow.chunk_id, AskRow.vector).where(AskRow.chunk_id.in_([row.id for row in rows]))
    ways: dict[UUID, list[Sequence[float]]] = {row.id: [row.vector] for row in rows}
    for chunk_id, vector in (await tx.session.execute(asks)).all():
        ways[chunk_id].append(vector)
    return [(row, ways[row.id]) for row in rows]


async def page(tx: Tx, wanted: KnowledgeFilter, *, stale_before: datetime) -> tuple[Sequence[ChunkRow], int]:
    """Passages in force that fit, by title, and how many there are."""
    fits = [_member(ChunkRow.id)]
    if wanted.source:
        fits.append(ChunkRow.source_type == wanted.source)
    if wanted.by_people:
        fits.append(ChunkRow.source_type != "profile")
    if wanted.category:
        fits.append(ChunkRow.category == wanted.category)
    if wanted.stale:
        fits += [ChunkRow.source_type != "profile", ChunkRow.confirmed_at < stale_before]
    found = select(ChunkRow).where(*fits).order_by(ChunkRow.title, ChunkRow.id)
    total = await tx.session.scalar(select(func.count()).select_from(ChunkRow).where(*fits))
    return (await tx.session.scalars(found.offset(wanted.offset).limit(wanted.limit))).all(), int(total or 0)


async def add_chunk(tx: Tx, row: ChunkRow, ways: Sequence[tuple[str, Sequence[float]]]) -> None:
    """Write a passage with the vectors of the ways to ask for it."""
    tx.session.add(row)
    await tx.session.flush()
    asks = [{"chunk_id": row.id, "number": n, "text": said, "vector": list(v)} for n, (said, v) in enumerate(ways)]
    if asks:
        await tx.session.execute(insert(AskRow), asks)


async def add_version(tx: Tx, **columns: Any) -> int:
    """Write a version; its number."""
    written = insert(VersionRow).values(made_at=tx.now, made_by=actor(tx), **columns).returning(VersionRow.id)
    return int((await tx.session.execute(written)).scalar_one())


async def copy_members(tx: Tx, *, source: int | None, target: int, without: Collection[UUID]) -> None:
    """Give a version the passages of another one, but for some."""
    if source is None:
        return
    theirs = select(literal(target), MemberRow.chunk_id).where(MemberRow.version_id == source)
    if without:
        theirs = theirs.where(MemberRow.chunk_id.not_in(without))
    await tx.session.execute(insert(MemberRow).from_select(["version_id", "chunk_id"], theirs))


async def add_members(tx: Tx, version: int, chunk_ids: Collection[UUID]) -> None:
    """Put passages into a version."""
    rows = [{"version_id": version, "chunk_id": one} for one in chunk_ids]
    if rows:
        await tx.session.execute(upsert(MemberRow).on_conflict_do_nothing(), rows)


async def drop_members(tx: Tx, version: int, chunk_ids: Collection[UUID]) -> None:
    """Take passages out of a version that is not in force yet."""
    if chunk_ids:
        gone = delete(MemberRow).where(MemberRow.version_id == version, MemberRow.chunk_id.in_(chunk_ids))
        await tx.session.execute(gone)


async def point_at(tx: Tx, version: int) -> None:
    """Put a version in force: one row's change."""
    new = upsert(LiveRow).values(one=True, version_id=version)
    await tx.session.execute(
        new.on_conflict_do_update(index_elements=[LiveRow.one], set_={"version_id": new.excluded.version_id})
    )


async def version(tx: Tx, number: int, *, held: bool) -> VersionRow | None:
    """One version; held: for this transaction."""
    found = select(VersionRow).where(VersionRow.id == number)
    found = found.with_for_update() if held else found
    return (await tx.session.scalars(found.execution_options(populate_existing=True))).one_or_none()


async def open_refresh(tx: Tx) -> VersionRow | None:
    """The refresh that is being built or waits for a person."""
    undecided = VersionRow.state.in_(("building", "waiting"))
    return (await tx.session.scalars(select(VersionRow).where(undecided).with_for_update())).one_or_none()


async def versions(tx: Tx, *, limit: int) -> Sequence[Any]:
    """(version, number of passages, whether it is in force), the newest first."""
    number = select(func.count()).where(MemberRow.version_id == VersionRow.id).scalar_subquery()
    shown = select(VersionRow, number, VersionRow.id == LIVE).order_by(VersionRow.id.desc()).limit(limit)
    return (await tx.session.execute(shown)).all()


async def chunk_ids(tx: Tx, number: int) -> set[UUID]:
    """Which passages belong to a version."""
    return set(await tx.session.scalars(select(MemberRow.chunk_id).where(MemberRow.version_id == number)))


async def chunks(tx: Tx, ids: Collection[UUID]) -> Sequence[ChunkRow]:
    """These passages."""
    return (await tx.session.scalars(select(ChunkRow).where(ChunkRow.id.in_(ids)).order_by(ChunkRow.title))).all()


async def candidates(tx: Tx) -> Sequence[ChunkRow]:
    """What was learnt and waits for a person, oldest first."""
    waiting = select(ChunkRow).where(ChunkRow.state == "candidate").order_by(ChunkRow.id)
    return (await tx.session.scalars(waiting)).all()


async def candidate(tx: Tx, chunk_id: UUID) -> ChunkRow | None:
    """One candidate, held for this transaction."""
    found = select(ChunkRow).where(ChunkRow.id == chunk_id, ChunkRow.state == "candidate").with_for_update()
    return (await tx.session.scalars(found.execution_options(populate_existing=True))).one_or_none()


async def accept_candidates(tx: Tx, number: int) -> None:
    """What was learnt and stands in a version is accepted."""
    await _decide_candidates(tx, number, "accepted")


async def refuse_candidates(tx: Tx, number: int) -> None:
    """What was learnt and stands in a version is refused."""
    await _decide_candidates(tx, number, "refused")


async def _decide_candidates(tx: Tx, number: int, state: str) -> None:
    mine = select(MemberRow.chunk_id).where(MemberRow.version_id == number)
    waiting = update(ChunkRow).where(ChunkRow.id.in_(mine), ChunkRow.state == "candidate")
    await tx.session.execute(waiting.values(state=state))


async def by_key(tx: Tx, key: str) -> ChunkRow | None:
    """The newest passage of a key, in force or not."""
    newest = select(ChunkRow).where(ChunkRow.key == key).order_by(ChunkRow.id.desc()).limit(1)
    return (await tx.session.scalars(newest)).one_or_none()


async def questions(tx: Tx) -> Sequence[QuestionRow]:
    """The questions that versions are compared on."""
    return (await tx.session.scalars(select(QuestionRow).order_by(QuestionRow.question))).all()


async def add_questions(tx: Tx, asked: Mapping[str, str | None]) -> None:
    """Keep questions with the key of their passage (None: not known); the newest word on a question counts."""
    rows = [{"id": new_id(), "question": question, "key": key} for question, key in asked.items()]
    if rows:
        new = upsert(QuestionRow)
        changed = {"key": new.excluded.key}
        await tx.session.execute(new.on_conflict_do_update(index_elements=["question"], set_=changed), rows)


async def forget_questions(tx: Tx, *, key: str) -> None:
    """A passage is gone: what asked for it is compared no more."""
    await tx.session.execute(delete(QuestionRow).where(QuestionRow.key == key))


async def count_used(tx: Tx, *, ids: Sequence[UUID], conversation_id: UUID, message_id: UUID) -> None:
    """These passages were used in a reply, each once for it."""
    rows = [
        {"chunk_id": one, "message_id": message_id, "conversation_id": conversation_id, "at": tx.now} for one in ids
    ]
    written = upsert(UseRow).on_conflict_do_nothing().returning(UseRow.chunk_id)
    fresh = list(await tx.session.scalars(written, rows))
    await _held(tx, fresh)
    used = update(ChunkRow).where(ChunkRow.id.in_(fresh))
    await tx.session.execute(used.values(times_used_in_response=ChunkRow.times_used_in_response + 1))


async def count_booked(tx: Tx, *, conversation_ids: Collection[UUID], booking_id: UUID) -> None:
    """What was used in these conversations and led to nothing yet led to this booking."""
    theirs = UseRow.conversation_id.in_(conversation_ids)
    led = update(UseRow).where(theirs, UseRow.booking_id.is_(None)).values(booking_id=booking_id)
    rows = list(await tx.session.scalars(led.returning(UseRow.chunk_id)))
    ids = sorted(set(rows))
    await _held(tx, ids)
    for one in ids:
        more = ChunkRow.times_led_to_booking + rows.count(one)
        await tx.session.execute(update(ChunkRow).where(ChunkRow.id == one).values(times_led_to_booking=more))


async def rate(tx: Tx, *, message_id: UUID, rating: int, words: str | None) -> None:
    """A reply was judged: the passages in it take the rating into their average over the ratings, not the uses.

    words: without personal data; they stand with the reply, so that they are forgotten with its person.
    """
    used = list(await tx.session.scalars(select(UseRow.chunk_id).where(UseRow.message_id == message_id)))
    await _held(tx, used)
    average = (ChunkRow.avg_user_rating * ChunkRow.ratings + rating) / (ChunkRow.ratings + 1)
    changed = update(ChunkRow).where(ChunkRow.id.in_(used))
    await tx.session.execute(changed.values(avg_user_rating=average, ratings=ChunkRow.ratings + 1))
    if words is not None:
        said = update(UseRow).where(UseRow.message_id == message_id)
        await tx.session.execute(said.values(user_feedback=words, judged_at=tx.now))


async def last_feedback(tx: Tx, keys: Collection[str]) -> Mapping[str, str]:
    """The words with which passages of these keys were judged last, whatever their own words were then."""
    newest = (
        select(ChunkRow.key, UseRow.user_feedback)
        .join(ChunkRow, ChunkRow.id == UseRow.chunk_id)
        .where(ChunkRow.key.in_(keys), UseRow.user_feedback.is_not(None))
        .order_by(ChunkRow.key, UseRow.judged_at.desc())
        .ext(distinct_on(ChunkRow.key))
    )
    return {row.key: row.user_feedback for row in await tx.session.execute(newest)}


async def _held(tx: Tx, ids: Sequence[UUID]) -> None:
    """Lock passages in the order of their ids: two transactions never wait for each other."""
    if ids:
        ordered = select(ChunkRow.id).where(ChunkRow.id.in_(ids)).order_by(ChunkRow.id).with_for_update(key_share=True)
        await tx.session.execute(ordered)


def _member(column: Any) -> ColumnElement[bool]:
    return exists().where(MemberRow.version_id == LIVE, MemberRow.chunk_id == column)


def actor(tx: Tx) -> str:
    """Who acts, as versions keep it."""
    return f"{tx.actor.kind}:{tx.actor.id or tx.actor.name}"
