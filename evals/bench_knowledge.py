"""Retrieval among 10,000 passages: a part of `make bench`. The passages are noise round the shipped ones."""

import asyncio
import time
from collections.abc import Callable
from random import Random

import numpy as np
import psycopg
from evals.knowledge.asking import known, rows
from sqlalchemy import text

from hibachi.founding import migrate
from hibachi.kit.db import Database
from hibachi.kit.postgres import throw_away
from hibachi.knowledge.service import Searcher

BARE = text("SELECT id FROM knowledge_base ORDER BY vector <=> CAST(:vector AS vector) LIMIT 3")
PASSAGES, ASKED, LIMIT = 10_000, 120, 20.0
Say = Callable[..., None]
FILL = """
WITH made AS (
  INSERT INTO knowledge_base
    (id, key, title, text, asks, vector, category, source_type, metadata, created_at, last_updated, confirmed_at)
  SELECT gen_random_uuid(), 'own:' || n, title, body, '', vector::vector, 'faq', 'own',
    '{"paths": [], "amounts": [], "answers": []}', now(), now(), now()
  FROM unnest(%s::int[], %s::text[], %s::text[], %s::text[]) AS t(n, title, body, vector) RETURNING id, title, vector),
asks AS (INSERT INTO knowledge_asks SELECT id, 0, title, vector FROM made)
INSERT INTO knowledge_members SELECT version_id, made.id FROM made, knowledge_live
"""


def bench_knowledge(say: Say) -> None:
    """One question after the other, each new: from its vector to the passages, with and without the embedding."""
    with throw_away("bench-knowledge") as server:
        with psycopg.connect(server.url().replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("CREATE DATABASE bench")
        migrate(server.url("bench"))
        found, whole, bare, floor = asyncio.run(_times(server.url("bench")))
    target = f"at most {LIMIT:.0f} ms"
    say(f"knowledge: retrieval among {PASSAGES:,} passages, p50", f"{_share(found, 0.5):.1f} ms")
    p95 = _share(found, 0.95)
    say(f"knowledge: retrieval among {PASSAGES:,} passages, p95", f"{p95:.1f} ms", target, good=p95 <= LIMIT)
    say("knowledge: the same with the embedding of the question, p95", f"{_share(whole, 0.95):.1f} ms")
    say("knowledge: the floor, one bare HNSW query in a transaction, p95", f"{_share(bare, 0.95):.1f} ms")
    say("knowledge: the floor with the embedding, p95", f"{_share(floor, 0.95):.1f} ms")
    ratio = _share(whole, 0.5) / _share(floor, 0.5)
    say("knowledge: retrieval over its floor, both with the embedding, p50", f"{ratio:.1f} times")


Times = list[float]


async def _times(url: str) -> tuple[Times, Times, Times, Times]:
    """Milliseconds of retrieval and of its floor, each without and with the embedding; one after the other, question by question."""
    async with known(url) as (db, searcher):
        _fill(url)
        found: Times = []
        whole: Times = []
        bare: Times = []
        floor: Times = []
        for number, (_, question) in enumerate((rows("fitted") + rows("measuring"))[: ASKED + 20]):
            began = time.perf_counter()
            vector = await searcher.vector(question)
            began_to_find = time.perf_counter()
            await _find(db, searcher, question, vector)
            ended = time.perf_counter()
            async with db.transaction() as tx:
                (await tx.session.execute(BARE, {"vector": str(vector)})).all()
            asked = time.perf_counter()
            if number >= 20:
                bare.append((asked - ended) * 1000)
                floor.append((asked - ended + began_to_find - began) * 1000)
                found.append((ended - began_to_find) * 1000)
                whole.append((ended - began) * 1000)
    return found, whole, bare, floor


async def _find(db: Database, searcher: Searcher, question: str, vector: list[float] | None) -> None:
    async with db.transaction() as tx:
        answer = await searcher.find(tx, question, vector=vector)
        assert answer.hits and not answer.cached


def _fill(url: str) -> None:
    """Passages of words that stand in real ones, with vectors near real ones."""
    random, noise = Random(7), np.random.default_rng(7)
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        real = connection.execute("SELECT title || ' ' || text, vector::text FROM knowledge_base").fetchall()
        words = sorted({word for said, _ in real for word in said.split()})
        near = np.array([np.fromstring(vector.strip("[]"), sep=",") for _, vector in real])
        picked = near[noise.integers(len(near), size=PASSAGES)] + noise.normal(0, 0.06, (PASSAGES, near.shape[1]))
        picked /= np.linalg.norm(picked, axis=1, keepdims=True)
        titles = [" ".join(random.choices(words, k=7)) for _ in range(PASSAGES)]
        bodies = [" ".join(random.choices(words, k=25)) for _ in range(PASSAGES)]
        vectors = ["[" + ",".join(f"{value:.5f}" for value in row) + "]" for row in picked]
        for start in range(0, PASSAGES, 1000):
            part = slice(start, start + 1000)
            numbers = list(range(start, start + 1000))
            connection.execute(FILL, (numbers, titles[part], bodies[part], vectors[part]))
        connection.execute("ANALYZE")


def _share(times: list[float], share: float) -> float:
    return sorted(times)[int(len(times) * share)]
