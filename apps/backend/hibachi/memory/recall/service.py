"""Finding again what a customer told us, and making what it is found by: in a job, never in the way of a reply.

Whose words they are is decided by the database, in the search itself. Locks as in `memory.service.writing`: the person first.
"""

import logging
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Message
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.kit.auth import AI
from hibachi.kit.db import Database, Tx
from hibachi.kit.jobs import NewJob
from hibachi.kit.persons import GONE
from hibachi.language.embedding.embedder import Embedder
from hibachi.language.embedding.errors import ModelMissing
from hibachi.language.tidy import tidy
from hibachi.memory.recall import repository, rules
from hibachi.memory.recall.repository import Scope, Source
from hibachi.memory.recall.schemas import RecallAnswer, Recalled
from hibachi.memory.schemas import Memory
from hibachi.policies import service as policies

log = logging.getLogger(__name__)
EMBED = "memory.embed"
MOST = 5
LONGEST_QUESTION = 500
PAGE = 200


def to_embed(message_id: UUID, text: str) -> list[NewJob]:
    """The job that makes a customer's message findable; none where it says nothing that one could ask about."""
    return [NewJob(EMBED, {"message_id": str(message_id)})] if rules.worth_finding(text) else []


def to_embed_memory(memory_id: UUID) -> NewJob:
    """The job that makes a memory findable."""
    return NewJob(EMBED, {"memory_id": str(memory_id)})


class Recall:
    """Makes passages and finds them, with the built-in embedding. Without its model, by words alone."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    async def vector(self, text: str) -> list[float] | None:
        """What a text means, 384 numbers; None where the model is missing."""
        try:
            return [float(value) for value in await self._embedder.vector(text[:LONGEST_QUESTION])]
        except ModelMissing as problem:
            log.error("what customers told is found by words alone: %s", problem)
            return None

    async def embed_message(self, db: Database, *, message_id: UUID) -> None:
        """Make a message findable as it stands now. Idempotent (a job); the embedding is made outside a transaction."""
        async with db.transaction(AI) as tx:
            message = await conversations.message(tx, message_id=message_id)
        if message is not None:
            await self._embed(db, message)

    async def _embed(self, db: Database, message: Message) -> None:
        made = await self._made(_parts(message))
        async with db.transaction(AI) as tx:
            source = await _source_of_message(tx, message.id)
            if source is not None:
                parts = _parts(await conversations.message(tx, message_id=message.id))
                await repository.put(tx, source, [(part, made.get(part)) for part in parts])

    async def embed_memory(self, db: Database, *, memory_id: UUID) -> None:
        """Make a memory findable as it stands now. Idempotent (a job)."""
        async with db.transaction(AI) as tx:
            memory = await _memory(tx, memory_id)
        made = await self._made(rules.in_words(memory) if memory else [])
        async with db.transaction(AI) as tx:
            source = await _source_of_memory(tx, memory_id)
            memory = await _memory(tx, memory_id)
            if source is not None and memory is not None:
                await repository.put(tx, source, [(part, made.get(part)) for part in rules.in_words(memory)])

    async def _made(self, parts: Sequence[str]) -> dict[str, list[float] | None]:
        """The vectors one after another, so that a reply's own text never waits for more than one."""
        return {part: await self.vector(part) for part in parts}

    async def sweep(self, db: Database) -> None:
        """Make findable what has no passages or others than its words now, and drop what is no longer kept (a job)."""
        async with db.transaction() as tx:
            since = await _since(tx)
            await repository.drop_older(tx, since)
        await self._sweep_messages(db, since)
        await self._sweep_memories(db)

    async def _sweep_messages(self, db: Database, since: datetime) -> None:
        after: UUID | None = None
        while True:
            async with db.transaction() as tx:
                page = await conversations.said_since(tx, since=since, after=after, limit=PAGE)
                known = await repository.texts_of(tx, [one.id for one in page])
            for one in page:
                if known.get(one.id, []) != _parts(one):
                    await self._embed(db, one)
            if len(page) < PAGE:
                return
            after = page[-1].id

    async def _sweep_memories(self, db: Database) -> None:
        after: UUID | None = None
        while True:
            async with db.transaction() as tx:
                rows = await repository.memories_after(tx, after, PAGE)
                page = [Memory.model_validate(row) for row in rows]
                known = await repository.texts_of(tx, [one.id for one in page])
            for one in page:
                if known.get(one.id, []) != rules.in_words(one):
                    await self.embed_memory(db, memory_id=one.id)
            if len(page) < PAGE:
                return
            after = page[-1].id


async def find(
    tx: Tx,
    *,
    customer_id: UUID,
    question: str,
    vector: Sequence[float] | None,
    most: int = MOST,
    within: UUID | None = None,
    outside: UUID | None = None,
    but: Collection[UUID] = (),
) -> list[Recalled]:
    """What one customer told us that answers a question, best first; nobody else's words, ever. Raises NotFound.

    vector: `Recall.vector(question)`, made before the transaction was opened. within: of this conversation alone;
    outside: of every other one; but: not these messages. Tell it to nobody but whom a channel proves to be this customer.
    """
    person = (await customers.get(tx, customer_id=customer_id)).id
    scope = Scope(person, await _since(tx), within=within, outside=outside, but=but)
    rows = await repository.search(tx, scope, question[:LONGEST_QUESTION], vector=vector, most=most)
    return [_recalled(row) for row in rows]


async def look_up(tx: Tx, recall: Recall, *, customer_id: UUID, question: str) -> RecallAnswer:
    """The same for staff. Raises NotFound."""
    vector = await recall.vector(question)
    found = await find(tx, customer_id=customer_id, question=question, vector=vector)
    return RecallAnswer(question=question, known=bool(found) and found[0].is_certain, passages=found)


def _recalled(row: Any) -> Recalled:
    cosine = float(row.cosine)
    certainty = rules.certainty(cosine=cosine)
    return Recalled(
        text=row.text,
        told_at=row.told_at,
        message_id=row.message_id,
        conversation_id=row.conversation_id,
        memory_id=row.memory_id,
        cosine=cosine,
        share=float(row.share),
        certainty=certainty,
        is_certain=certainty >= rules.CERTAIN,
    )


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Inside the merging transaction: what both told is found of the one who stays."""
    await repository.move(tx, event.gone, event.kept)


async def on_customers_parted(tx: Tx, event: CustomersParted) -> None:
    """Inside the undoing transaction, after threads and memories went back: passages go where their source is."""
    threads = [one.id for one in await conversations.threads(tx, customer_id=event.gone)]
    await repository.give_back(tx, event.kept, event.gone, threads)


async def _since(tx: Tx) -> datetime:
    """From when on messages can be found: what was told before is kept no longer."""
    days = (await policies.current(tx)).profile.memory.words_for_days
    return tx.now - timedelta(days=days)


async def _source_of_message(tx: Tx, message_id: UUID) -> Source | None:
    """A message with whose it is, and they are held still: no merge, no undo and no forgetting comes between."""
    message = await conversations.message(tx, message_id=message_id)
    while message is not None:
        thread = await conversations.get(tx, conversation_id=message.conversation_id)
        person = await customers.hold_still(tx, customer_id=thread.customer_id)
        if (await conversations.get(tx, conversation_id=thread.id)).customer_id == person:
            return Source(message.id, person, message.created_at, thread.id)
    return None


async def _source_of_memory(tx: Tx, memory_id: UUID) -> Source | None:
    row = await repository.memory(tx, memory_id)
    while row is not None:
        person = await customers.hold_still(tx, customer_id=row.customer_id)
        row = await repository.memory(tx, memory_id)
        if row is not None and row.customer_id == person:
            return Source(row.id, person, row.told_at)
    return None


async def _memory(tx: Tx, memory_id: UUID) -> Memory | None:
    row = await repository.memory(tx, memory_id)
    return Memory.model_validate(row) if row else None


def _parts(message: Message | None) -> list[str]:
    if message is None or message.role != "user" or message.content == GONE:
        return []
    return rules.passages(tidy(message.content, email=message.channel == "email"))
