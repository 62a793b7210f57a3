"""The one query of retrieval: full text and vectors, each ranked by itself, fused by reciprocal ranks, in PostgreSQL."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self
from uuid import UUID

from sqlalchemy import text

from hibachi.kit.db import Tx

NEAREST, WORDED = 30, 30
"""How many each half brings before they are fused."""
FUSED = 10
"""The constant of reciprocal-rank fusion (Cormack, Clarke and Buettcher, SIGIR 2009, who take 60 for lists of a thousand).

The rank by words counts by the square of the share of the question's words that stand in the passage: with full weight,
questions in quite other words were found less often by both halves together than by vectors alone (0.77 for 0.85).
"""

BEGIN = text("""
SELECT set_config('hnsw.ef_search', '40', true), set_config('hnsw.iterative_scan', 'relaxed_order', true),
  set_config('random_page_cost', '1.1', true), tsvector_to_array(to_tsvector('english', :question)) AS words,
  (SELECT version_id FROM knowledge_live) AS version,
  (SELECT token FROM knowledge_versions JOIN knowledge_live ON version_id = id) AS token
""")
"""HNSW looks on while passages of other versions fill its answer, the words are read by their index; the question as
the index knows its words; and the version in force."""

PASSAGE = """passage.id, passage.key, passage.title, passage.text, passage.category, passage.source_type, passage.metadata,
  passage.audience, passage.valid_from, passage.valid_until, best.cosine, best.support, best.words, best.score"""

SEARCH = text(f"""
WITH asked AS MATERIALIZED (
  SELECT * FROM unnest(CAST(:headed AS tsquery[]), CAST(:anywhere AS tsquery[]), CAST(:weights AS float8[]))
    AS asked(headed, anywhere, weight)
), nearest AS (
  SELECT chunk_id, max(cosine) AS cosine FROM (
    (SELECT id AS chunk_id, 1 - (vector <=> CAST(:vector AS vector)) AS cosine FROM knowledge_base passage
      WHERE EXISTS (SELECT FROM knowledge_members WHERE version_id = :version AND chunk_id = passage.id)
      ORDER BY vector <=> CAST(:vector AS vector) LIMIT {NEAREST})
    UNION ALL
    (SELECT chunk_id, 1 - (vector <=> CAST(:vector AS vector)) FROM knowledge_asks ask
      WHERE EXISTS (SELECT FROM knowledge_members WHERE version_id = :version AND chunk_id = ask.chunk_id)
      ORDER BY vector <=> CAST(:vector AS vector) LIMIT {NEAREST})
  ) AS wordings WHERE :vectors GROUP BY chunk_id
), with_words AS (
  SELECT id FROM knowledge_base passage WHERE words @@ CAST(:any AS tsquery)
    AND EXISTS (SELECT FROM knowledge_members WHERE version_id = :version AND chunk_id = passage.id)
  ORDER BY ts_rank(words, CAST(:any AS tsquery)) DESC LIMIT CASE WHEN :texts THEN {WORDED} ELSE 0 END
), about AS (
  SELECT id FROM knowledge_base passage WHERE key = ANY(CAST(:keys AS text[]))
    AND EXISTS (SELECT FROM knowledge_members WHERE version_id = :version AND chunk_id = passage.id)
), covered AS (
  SELECT passage.id AS chunk_id, coalesce(sum(weight * CASE
      WHEN passage.words @@ asked.headed THEN 1.0
      WHEN passage.words @@ asked.anywhere THEN 0.7 ELSE 0 END), 0) AS words
  FROM knowledge_base passage CROSS JOIN asked
  WHERE passage.id IN (SELECT id FROM with_words UNION SELECT chunk_id FROM nearest UNION SELECT id FROM about)
  GROUP BY passage.id
), ranked AS (
  SELECT coalesce(nearest.chunk_id, covered.chunk_id) AS chunk_id, coalesce(cosine, 0) AS cosine, coalesce(words, 0) AS words,
    CASE WHEN cosine IS NOT NULL THEN row_number() OVER (ORDER BY cosine DESC NULLS LAST) END AS by_vector,
    CASE WHEN words > 0 AND :texts THEN row_number() OVER (ORDER BY words DESC NULLS LAST, cosine DESC NULLS LAST) END AS by_words
  FROM nearest FULL JOIN covered USING (chunk_id)
), scored AS MATERIALIZED (
  SELECT chunk_id, cosine, words,
    coalesce(1.0 / (:fused + by_vector), 0) + coalesce(words ^ 2 / (:fused + by_words), 0) AS score
  FROM ranked
), best AS MATERIALIZED (
  (SELECT * FROM scored WHERE score > 0 ORDER BY score DESC, cosine DESC, chunk_id LIMIT :most)
  UNION SELECT * FROM scored WHERE chunk_id IN (SELECT id FROM about)
)
SELECT {PASSAGE}
FROM (
  SELECT chunk_id, coalesce(near[1], 0) AS cosine, coalesce(near[2], 0) AS support, words, score FROM best, LATERAL (
    SELECT array_agg(1 - (vector <=> CAST(:vector AS vector)) ORDER BY vector <=> CAST(:vector AS vector)) AS near FROM (
      SELECT vector FROM knowledge_asks WHERE chunk_id = best.chunk_id
      UNION ALL SELECT vector FROM knowledge_base WHERE id = best.chunk_id) AS wording
    WHERE :vectors) AS wordings
) AS best
CROSS JOIN LATERAL (SELECT * FROM knowledge_base WHERE id = best.chunk_id OFFSET 0) AS passage
ORDER BY score DESC, cosine DESC, passage.id
""")

FREQUENCIES = text("SELECT word, ndoc FROM ts_stat(:query)")


RANKED = text(f"""
SELECT {PASSAGE} FROM unnest(CAST(:ids AS uuid[]), CAST(:cosines AS float8[]), CAST(:supports AS float8[]), CAST(:words AS float8[]), CAST(:scores AS float8[]))
  WITH ORDINALITY AS best(id, cosine, support, words, score, place) JOIN knowledge_base passage USING (id) ORDER BY place
""")


@dataclass(frozen=True, slots=True)
class Ranking:
    """Which passages answer a question, best first, by their ids and scores; no words."""

    ids: list[UUID]
    cosines: list[float]
    supports: list[float]
    words: list[float]
    scores: list[float]

    @classmethod
    def of(cls, rows: Sequence[Any]) -> Self:
        """The ranking of passages that were found."""
        return cls(
            [row.id for row in rows],
            [float(row.cosine) for row in rows],
            [float(row.support) for row in rows],
            [float(row.words) for row in rows],
            [float(row.score) for row in rows],
        )


async def ranked(tx: Tx, ranking: Ranking) -> Sequence[Any]:
    """The passages of a ranking, as they stand now."""
    return (await tx.session.execute(RANKED, asdict(ranking))).all()


@dataclass(frozen=True, slots=True)
class Terms:
    """In how many passages of a version each word stands."""

    passages: int
    frequency: dict[str, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the query takes it: the words with their weights (they add up to one), and the rare ones to look for."""

    headed: list[str]
    anywhere: list[str]
    weights: list[float]
    any: str


@dataclass(frozen=True, slots=True)
class Begun:
    """The question's words as the index knows them, without the common ones; the version in force, None before the first."""

    words: list[str]
    live: tuple[int, UUID] | None


async def start(tx: Tx, question: str) -> Begun:
    """What a search begins with, in one round trip."""
    row = (await tx.session.execute(BEGIN, {"question": question})).one()
    return Begun(list(row.words), (row.version, row.token) if row.version is not None else None)


async def terms_of(tx: Tx, version: int) -> Terms:
    """The words of a version; tenths of a second for ten thousand passages, so kept by the caller."""
    members = f"SELECT words FROM knowledge_base JOIN knowledge_members ON chunk_id = id WHERE version_id = {version:d}"
    rows = (await tx.session.execute(FREQUENCIES, {"query": members})).all()
    number = await tx.session.scalar(
        text("SELECT count(*) FROM knowledge_members WHERE version_id = :version"), {"version": version}
    )
    return Terms(int(number or 0), {row.word: row.ndoc for row in rows})


async def search(
    tx: Tx,
    *,
    version: int,
    vector: Sequence[float] | None,
    asked: Asked,
    most: int,
    texts: bool = True,
    keys: Sequence[str] = (),
) -> Sequence[Any]:
    """The best passages of a version by both ranks, and those of these keys; vector None or texts False: one half alone."""
    zero = "[" + ",".join("0" for _ in range(384)) + "]"
    given = {
        "version": version,
        "vector": zero if vector is None else "[" + ",".join(f"{value:.7f}" for value in vector) + "]",
        "vectors": vector is not None,
        "texts": texts,
        "any": asked.any,
        "headed": asked.headed,
        "anywhere": asked.anywhere,
        "weights": asked.weights,
        "fused": FUSED,
        "most": most,
        "keys": list(keys),
    }
    return (await tx.session.execute(SEARCH, given)).all()


COUNT_RETRIEVED = text("UPDATE knowledge_base SET times_retrieved = times_retrieved + 1 WHERE id = ANY(:ids)")
HOLD = text("SELECT FROM knowledge_base WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE")


async def count_retrieved(tx: Tx, ids: Sequence[UUID]) -> None:
    """These passages were found once more; locked in the order of their ids, so that two turns never wait for each other."""
    await tx.session.execute(HOLD, {"ids": list(ids)})
    await tx.session.execute(COUNT_RETRIEVED, {"ids": list(ids)})
