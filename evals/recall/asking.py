"""A throw-away database with the customers of `people`, and their questions put to it: hybrid, vectors alone, and BM25."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from math import log
from uuid import UUID, uuid5

import psycopg
from evals.recall.people import ANSWERS, Asked, Person, people
from sqlalchemy import text

from hibachi.founding import migrate
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database, Tx
from hibachi.kit.events import EventBus
from hibachi.kit.jobs import Jobs
from hibachi.kit.postgres import throw_away
from hibachi.language.embedding.embedder import Embedder
from hibachi.memory.recall import rules
from hibachi.memory.recall.repository import Scope, search
from hibachi.memory.recall.service import Recall
from hibachi.policies import service as policies

SPACE = UUID("6f1c4f5e-0f5b-4f0e-9a53-52b0f8f3a001")
WAYS = ("hybrid", "BM25", "vectors alone")
AT = 5
K1, B = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, what each way found first (places of the customer's turns), whether somebody else's words came, and how certain."""

    person: Person
    asked: Asked
    found: dict[str, tuple[int, ...]]
    strangers: int
    cosine: float

    @property
    def certainty(self) -> float:
        """As the product says it of the first passage."""
        return rules.certainty(cosine=self.cosine)

    @property
    def is_right(self) -> bool:
        """Whether the first of what the product finds answers."""
        return bool(self.asked.right & set(self.found["hybrid"][:1]))

    def recall(self, way: str, at: int = AT) -> float:
        """The share of the turns that answer which are among the first."""
        return len(self.asked.right & set(self.found[way][:at])) / len(self.asked.right)


def ask_all(number: int) -> list[Answer]:
    """So many customers talk with a fresh business for months, and then ask."""

    async def run(url: str) -> list[Answer]:
        async with known(url, people(number)) as (db, recall, everybody):
            return await answers(db, recall, everybody)

    with throw_away("recall") as server:
        with psycopg.connect(server.url().replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("CREATE DATABASE recall")
        migrate(server.url("recall"))
        return asyncio.run(run(server.url("recall")))


@asynccontextmanager
async def known(url: str, everybody: list[Person]) -> AsyncIterator[tuple[Database, Recall, list[Person]]]:
    """A migrated database in which these customers have written all they did; the sweep of the product made it findable."""
    clock = SettableClock(max(turn.at for person in everybody for turn in person.turns) + timedelta(days=3))
    db = Database(url, clock=clock, bus=EventBus(), jobs=Jobs(url), pool_size=2)
    embedder = Embedder(kept=4096)
    try:
        async with db.transaction() as tx:
            await policies.load_default(tx)
        await asyncio.to_thread(_write, url, everybody)
        recall = Recall(embedder)
        await recall.sweep(db)
        yield db, recall, everybody
    finally:
        embedder.close()
        await db.close()


def customer(person: Person) -> UUID:
    """The id of a customer."""
    return uuid5(SPACE, f"customer {person.number}")


def message(place: int, person: Person) -> UUID:
    """The id of the message of a customer's turn."""
    return uuid5(SPACE, f"message {person.turns[place].id}")


PERSON = "INSERT INTO customers (id, created_at, updated_at) VALUES (%s, %s, %s)"
THREAD = """
INSERT INTO conversations (id, channel, user_id, status, created_at, updated_at, last_message_at, closed_at)
VALUES (%s, 'sms', %s, 'closed', %s, %s, %s, %s)
"""
MESSAGE = """
INSERT INTO messages (id, conversation_id, channel, role, content, created_at, facts)
VALUES (%s, %s, 'sms', %s, %s, %s, %s)
"""


def _write(url: str, everybody: Iterable[Person]) -> None:
    with psycopg.connect(url.replace("+psycopg", "")) as connection, connection.cursor() as cursor:
        for person in everybody:
            who, last = customer(person), person.turns[-1].at
            cursor.execute(PERSON, (who, person.turns[0].at, last))
            threads = {turn.session: uuid5(SPACE, f"thread {person.number} {turn.session}") for turn in person.turns}
            cursor.executemany(THREAD, [(thread, who, last, last, last, last) for thread in threads.values()])
            for place, turn in enumerate(person.turns):
                said = (message(place, person), threads[turn.session], "user", turn.text, turn.at, None)
                after = turn.at + timedelta(seconds=9)
                reply = uuid5(SPACE, f"reply {turn.id}")
                answer = (reply, threads[turn.session], "assistant", ANSWERS[turn.id % len(ANSWERS)], after, "[]")
                cursor.executemany(MESSAGE, [said, answer])


async def answers(db: Database, recall: Recall, everybody: Sequence[Person]) -> list[Answer]:
    """Every question of everybody, asked by its customer."""
    found = []
    for person in everybody:
        peer = Okapi(await _stemmed(db, [turn.text for turn in person.turns]))
        places = {message(place, person): place for place in range(len(person.turns))}
        for asked in person.asked:
            vector = await recall.vector(asked.question)
            [words] = await _stemmed(db, [asked.question])
            async with db.transaction() as tx:
                hybrid = await _rows(tx, person, asked.question, vector, texts=True)
                nearest = await _rows(tx, person, asked.question, vector, texts=False)
            ways = {
                "hybrid": _places(hybrid, places),
                "vectors alone": _places(nearest, places),
                "BM25": tuple(peer.best(words, AT)),
            }
            strangers = sum(row[0] not in places for row in (*hybrid, *nearest))
            found.append(Answer(person, asked, ways, strangers, hybrid[0][1] if hybrid else 0.0))
    return found


Row = tuple[UUID, float]


async def _rows(tx: Tx, person: Person, question: str, vector: Sequence[float] | None, *, texts: bool) -> list[Row]:
    scope = Scope(customer(person), since=person.turns[0].at - timedelta(days=1))
    rows = await search(tx, scope, question, vector=vector, most=2 * AT, texts=texts)
    return [(row.message_id, float(row.cosine)) for row in rows]


def _places(rows: Sequence[Row], places: dict[UUID, int]) -> tuple[int, ...]:
    """The first turns, each once: a long message has several passages."""
    return tuple(dict.fromkeys(places[row[0]] for row in rows if row[0] in places))[:AT]


STEMS = text("""
SELECT n, word.lexeme, cardinality(word.positions) AS times
FROM unnest(CAST(:texts AS text[])) WITH ORDINALITY AS t(words, n), unnest(to_tsvector('english', words)) AS word
""")


async def _stemmed(db: Database, texts: Sequence[str]) -> list[list[str]]:
    """The words of texts without the common ones and without their endings: the peer is to be a strong one."""
    async with db.transaction() as tx:
        rows = (await tx.session.execute(STEMS, {"texts": list(texts)})).all()
    found: list[list[str]] = [[] for _ in texts]
    for row in rows:
        found[row.n - 1] += [row.lexeme] * row.times
    return found


class Okapi:
    """BM25 over one customer's messages (Robertson and Zaragoza 2009; the idf of Lucene, which is never negative)."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        self._counts = [Counter(words) for words in texts]
        self._usual = sum(len(words) for words in texts) / len(texts)
        known = Counter(word for words in texts for word in set(words))
        self._idf = {word: log(1 + (len(texts) - often + 0.5) / (often + 0.5)) for word, often in known.items()}

    def best(self, question: Sequence[str], most: int) -> list[int]:
        """The places of the texts that fit best, best first; none that shares no word."""
        scores = [self._score(question, counts) for counts in self._counts]
        ranked = sorted(range(len(scores)), key=lambda place: (-scores[place], -place))
        return [place for place in ranked if scores[place] > 0][:most]

    def _score(self, question: Sequence[str], counts: Counter[str]) -> float:
        length = K1 * (1 - B + B * counts.total() / self._usual)
        return sum(
            self._idf[word] * counts[word] * (K1 + 1) / (counts[word] + length) for word in question if counts[word]
        )
