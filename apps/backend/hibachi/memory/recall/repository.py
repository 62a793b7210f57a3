"""Every query of what can be found again. The search is of one customer, in the database itself."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.kit.db import Tx
from hibachi.memory.models import MemoryRow
from hibachi.memory.recall import rules
from hibachi.memory.recall.models import WIDTH, PassageRow

UNSEEN = {"synchronize_session": False}

SEARCH = text("""
WITH mine AS MATERIALIZED (
  SELECT passage.source_id, passage.part, passage.words AS lexemes, passage.told_at,
    CASE WHEN :vectors AND passage.vector_of = md5(passage.text) THEN 1 - (passage.vector <=> CAST(:vector AS halfvec)) END AS cosine
  FROM memory_passages passage LEFT JOIN memories memory ON memory.id = passage.memory_id
  WHERE passage.customer_id = :customer
    AND CASE WHEN passage.memory_id IS NULL THEN passage.told_at > :since
      ELSE memory.customer_id = :customer AND memory.dropped_at IS NULL AND memory.expires_at > :now END
    AND NOT EXISTS (SELECT FROM memories dropped WHERE dropped.source_id = passage.message_id AND dropped.dropped_at IS NOT NULL)
    AND (CAST(:within AS uuid) IS NULL OR passage.conversation_id = :within)
    AND (CAST(:outside AS uuid) IS NULL OR passage.conversation_id IS DISTINCT FROM :outside)
    AND passage.source_id <> ALL(CAST(:but AS uuid[]))
), asked AS (
  SELECT DISTINCT word FROM unnest(tsvector_to_array(to_tsvector('english', :question))) AS word
  WHERE word <> ALL(CAST(:fillers AS text[])) AND :texts
), said AS (
  SELECT mine.source_id, mine.part, lexeme AS word FROM mine, unnest(mine.lexemes) JOIN asked ON asked.word = lexeme
), rare AS (
  SELECT asked.word, ln(1 + ((SELECT count(*) FROM mine) + 0.5) / (count(said.word) + 0.5))::float8 AS weight
  FROM asked LEFT JOIN said ON said.word = asked.word GROUP BY asked.word
), worded AS (
  SELECT source_id, part, sum(weight) / (SELECT sum(weight) FROM rare) AS share FROM said JOIN rare USING (word) GROUP BY source_id, part
), best AS (
  SELECT source_id, part, coalesce(cosine, 0) AS cosine, coalesce(share, 0) AS share, coalesce(cosine, 0) + :of_words * coalesce(share, 0) AS score
  FROM mine LEFT JOIN worded USING (source_id, part) WHERE cosine IS NOT NULL OR share IS NOT NULL
  ORDER BY score DESC, told_at DESC, source_id LIMIT :most
)
SELECT passage.text, passage.told_at, passage.message_id, passage.conversation_id, passage.memory_id, best.cosine, best.share
FROM best JOIN memory_passages passage USING (source_id, part)
ORDER BY best.score DESC, passage.told_at DESC, passage.source_id
""")
"""An exact look at every passage of one person. share: of the question's words, each by its rarity among their passages."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: whose words, told since when, within or outside a conversation, not in these sources."""

    customer_id: UUID
    since: datetime
    within: UUID | None = None
    outside: UUID | None = None
    but: Collection[UUID] = ()


async def search(
    tx: Tx, scope: Scope, question: str, *, vector: Sequence[float] | None, most: int, texts: bool = True
) -> Sequence[Any]:
    """The best passages of one customer, best first. vector None or texts False: the other half alone."""
    given = {
        "customer": scope.customer_id,
        "since": scope.since,
        "now": tx.now,
        "within": scope.within,
        "outside": scope.outside,
        "but": list(scope.but),
        "question": question,
        "vectors": vector is not None,
        "vector": _literal(vector if vector is not None else [0.0] * WIDTH),
        "texts": texts,
        "fillers": list(rules.FILLERS),
        "of_words": rules.OF_WORDS,
        "most": most,
    }
    return (await tx.session.execute(SEARCH, given)).all()


@dataclass(frozen=True, slots=True)
class Source:
    """What passages are made of: a message of a conversation, or a memory; whose, and when it was told."""

    id: UUID
    customer_id: UUID
    told_at: datetime
    conversation_id: UUID | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """As the table names them."""
        own = {"message_id": self.id} if self.conversation_id else {"memory_id": self.id}
        whose = {"customer_id": self.customer_id, "conversation_id": self.conversation_id, "told_at": self.told_at}
        return {"source_id": self.id, **own, **whose}


async def put(tx: Tx, source: Source, parts: Sequence[tuple[str, Sequence[float] | None]]) -> None:
    """Write the passages of a source in place of what stood there; vector None: the words alone are found."""
    await drop(tx, source.id, first=len(parts))
    for number, (words, vector) in enumerate(parts):
        made = {"vector": list(vector), "vector_of": func.md5(words)} if vector is not None else {}
        values = {"vector": None, "vector_of": None, **source.columns, "part": number, "text": words, **made}
        new = insert(PassageRow).values(**values)
        changed = {name: new.excluded[name] for name in values if name not in ("source_id", "part")}
        await tx.session.execute(new.on_conflict_do_update(index_elements=["source_id", "part"], set_=changed))


async def drop(tx: Tx, source_id: UUID, *, first: int = 0) -> None:
    """Delete the passages of a source from a part on."""
    gone = delete(PassageRow).where(PassageRow.source_id == source_id, PassageRow.part >= first)
    await tx.session.execute(gone, execution_options=UNSEEN)


async def texts_of(tx: Tx, source_ids: Collection[UUID]) -> Mapping[UUID, list[str | None]]:
    """The passages of these sources by part; None for one whose vector is missing or of other words."""
    whole = PassageRow.vector_of == func.md5(PassageRow.text)
    mine = select(PassageRow.source_id, PassageRow.text, whole).where(PassageRow.source_id.in_(source_ids))
    found: dict[UUID, list[str | None]] = {}
    for source_id, words, is_whole in await tx.session.execute(mine.order_by(PassageRow.source_id, PassageRow.part)):
        found.setdefault(source_id, []).append(words if is_whole else None)
    return found


async def move(tx: Tx, gone: UUID, kept: UUID) -> None:
    """Everything that can be found of one customer is another's."""
    mine = update(PassageRow).where(PassageRow.customer_id == gone).values(customer_id=kept)
    await tx.session.execute(mine, execution_options=UNSEEN)


async def give_back(tx: Tx, kept: UUID, gone: UUID, conversation_ids: Collection[UUID]) -> None:
    """Of a customer who is two again, what is of these conversations or of the memories that went goes with them."""
    memories = select(MemoryRow.id).where(MemoryRow.customer_id == gone)
    theirs = PassageRow.conversation_id.in_(conversation_ids) | PassageRow.memory_id.in_(memories)
    mine = update(PassageRow).where(PassageRow.customer_id == kept, theirs).values(customer_id=gone)
    await tx.session.execute(mine, execution_options=UNSEEN)


async def drop_older(tx: Tx, since: datetime) -> int:
    """Delete the passages of messages that were told before; how many."""
    old = delete(PassageRow).where(PassageRow.message_id.is_not(None), PassageRow.told_at <= since)
    return len((await tx.session.scalars(old.returning(PassageRow.part), execution_options=UNSEEN)).all())


async def blank_stale(tx: Tx) -> None:
    """Empty every vector that was made of other words than those that stand there now."""
    stale = update(PassageRow).where(PassageRow.vector_of != func.md5(PassageRow.text))
    await tx.session.execute(stale.values(vector=None, vector_of=None), execution_options=UNSEEN)


async def memories_after(tx: Tx, after: UUID | None, limit: int) -> Sequence[MemoryRow]:
    """Memories that have passages of their own, in the order of their ids, a page at a time."""
    wanted = select(MemoryRow).where(
        MemoryRow.source != "message", MemoryRow.dropped_at.is_(None), MemoryRow.expires_at > tx.now
    )
    if after is not None:
        wanted = wanted.where(MemoryRow.id > after)
    return (await tx.session.scalars(wanted.order_by(MemoryRow.id).limit(limit))).all()


async def memory(tx: Tx, memory_id: UUID) -> MemoryRow | None:
    """One memory that is not deleted."""
    wanted = select(MemoryRow).where(MemoryRow.id == memory_id, MemoryRow.dropped_at.is_(None))
    found: MemoryRow | None = await tx.session.scalar(wanted.execution_options(populate_existing=True))
    return found


def _literal(vector: Sequence[float]) -> str:
    return "[" + ",".join(f"{value:.6f}" for value in vector) + "]"
