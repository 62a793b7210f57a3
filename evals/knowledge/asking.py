"""A throw-away database with the passages of the shipped profile, and questions put to it: hybrid, and either half alone."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from hibachi.founding import migrate
from hibachi.kit.clock import SystemClock
from hibachi.kit.db import Database
from hibachi.kit.events import EventBus
from hibachi.kit.jobs import Jobs
from hibachi.kit.postgres import throw_away
from hibachi.knowledge import retrieval_repository as retrieval
from hibachi.knowledge import service
from hibachi.knowledge.service import Searcher
from hibachi.knowledge.syncing import QUESTIONS
from hibachi.language.embedding.embedder import Embedder
from hibachi.policies import service as policies

HERE = Path(__file__).parent
SETS = {
    "fitted": QUESTIONS,
    "measuring": HERE / "questions.tsv",
    "second": HERE / "second.tsv",
    "third, read": HERE / "third_read.tsv",
    "third, unread": HERE / "third_unread.tsv",
    "fourth": HERE / "fourth.tsv",
}
HYBRID = "hybrid"
HALVES = {"vectors and words": (True, True), "vectors alone": (True, False), "words alone": (False, True)}
WAYS = (HYBRID, *HALVES)
"""As it is told (vectors, words and topics together), and each part without the others."""
UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the keys that answer it (none: nothing does), what each way found, and what is told (None: not known)."""

    question: str
    right: frozenset[str]
    found: dict[str, tuple[str, ...]]
    told: str | None


def rows(name: str) -> list[tuple[frozenset[str], str]]:
    """The questions of a set with the keys of their passages."""
    lines = (line.split("\t") for line in SETS[name].read_text().splitlines() if line and not line.startswith("#"))
    return [
        (frozenset() if keys == UNKNOWN else frozenset(f"profile:{key}" for key in keys.split("|")), question)
        for keys, question in lines
    ]


def ask_all(names: Sequence[str]) -> dict[str, list[Asked]]:
    """Every question of the sets, put to a fresh database."""

    async def run(url: str) -> dict[str, list[Asked]]:
        async with known(url) as (db, searcher):
            return {name: [await _ask(db, searcher, *row) for row in rows(name)] for name in names}

    with throw_away("knowledge") as server:
        with psycopg.connect(server.url().replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("CREATE DATABASE knowledge")
        migrate(server.url("knowledge"))
        return asyncio.run(run(server.url("knowledge")))


@asynccontextmanager
async def known(url: str) -> AsyncIterator[tuple[Database, Searcher]]:
    """A migrated database with the shipped profile's passages."""
    db = Database(url, clock=SystemClock(), bus=EventBus(), jobs=Jobs(url), pool_size=2)
    embedder = Embedder()
    try:
        async with db.transaction() as tx:
            await policies.load_default(tx)
        searcher = Searcher(embedder)
        await service.sync(db, searcher)
        yield db, searcher
    finally:
        embedder.close()
        await db.close()


async def _ask(db: Database, searcher: Searcher, right: frozenset[str], question: str) -> Asked:
    vector = await searcher.vector(question)
    async with db.transaction() as tx:
        begun = await retrieval.start(tx, question)
        live = begun.live
        assert live is not None
        found = {}
        for name, (by_meaning, by_words) in HALVES.items():
            ranked = await searcher.ranked(
                tx,
                version=live[0],
                token=live[1],
                words=begun.words,
                vector=vector if by_meaning else None,
                texts=by_words,
            )
            found[name] = tuple(row.key for row in ranked if row.audience == "customer")[:3]
        answer = await searcher.find(tx, question, vector=vector)
        found[HYBRID] = tuple(hit.key for hit in answer.hits)
    return Asked(question, right, found, answer.hits[0].key if answer.known else None)


def recall(asked: Sequence[Asked], way: str, at: int = 3) -> float:
    """The share of the questions that a passage answers for which a right one is among the first `at`."""
    known_ones = [one for one in asked if one.right]
    return sum(bool(one.right & set(one.found[way][:at])) for one in known_ones) / len(known_ones)


def refusals(asked: Sequence[Asked]) -> float:
    """The share of the questions that nothing answers for which it says that it does not know."""
    unknown = [one for one in asked if not one.right]
    return sum(one.told is None for one in unknown) / len(unknown)


def told(asked: Sequence[Asked]) -> tuple[float, float]:
    """Of the questions that a passage answers: the share that is answered, and the share of right ones among all answers."""
    known_ones = [one for one in asked if one.right]
    answers = [one for one in asked if one.told is not None]
    right = sum(one.told in one.right for one in answers)
    return sum(one.told is not None for one in known_ones) / len(known_ones), right / max(1, len(answers))
