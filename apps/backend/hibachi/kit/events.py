"""Events: what happened, in the past tense, stored in the publisher's transaction and heard upwards of it."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB, TIMESTAMP
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base, Database, Tx
from hibachi.kit.ids import new_id
from hibachi.kit.jobs import NewJob

DELIVER = "events.deliver"


class Event(BaseModel):
    """Base of every event; the class's name is the event's name. Fields must be JSON."""

    model_config = ConfigDict(frozen=True)
    inside: ClassVar[bool] = False


class StoredEvent(Base):
    """One event as it was published."""

    __tablename__ = "events"
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str]
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB)
    at: Mapped[datetime] = mapped_column(index=True)


STORE = text(
    "INSERT INTO events (id, name, payload, at) SELECT id, name, payload, :at "
    "FROM jsonb_to_recordset(:events) AS published (id uuid, name text, payload jsonb)"
).bindparams(bindparam("at", type_=TIMESTAMP(timezone=True)), bindparam("events", type_=JSONB))

FORGET = text(
    "UPDATE events SET payload = (SELECT jsonb_object_agg(key, CASE WHEN key = ANY(:words) "
    "AND jsonb_typeof(value) = 'string' THEN to_jsonb('[erased]'::text) WHEN key = ANY(:documents) THEN '{}'::jsonb "
    "ELSE value END) FROM jsonb_each(payload)) WHERE EXISTS (SELECT 1 FROM jsonb_each_text(payload) AS part "
    "WHERE part.value = ANY(:ids))"
)
UNHEARD = text(
    "SELECT DISTINCT part.value FROM procrastinate_jobs job JOIN events ON events.id::text = job.args ->> 'event_id' "
    "CROSS JOIN LATERAL jsonb_each_text(events.payload) AS part "
    "WHERE job.task_name = :deliver AND job.status IN ('todo', 'doing') AND part.key LIKE '%_id'"
)
WORDS = ["name", "phone", "email", "summary", "reason", "words", "sentence", "text", "question"]
"""Fields of events that hold words of a person or about them."""
DOCUMENTS = ["changes", "after"]
"""Fields that hold a document of such words."""

Listener = Callable[[Tx, Any], Awaitable[None]]


class EventBus:
    """Who hears what. `main` registers; publishing stores the event, runs the inside ones and defers the others."""

    def __init__(self) -> None:
        self._inside: dict[str, list[Listener]] = defaultdict(list)
        self._later: dict[str, dict[str, Listener]] = defaultdict(dict)
        self._types: dict[str, type[Event]] = {}

    def listen_inside(self, event: type[Event], listener: Listener) -> None:
        """Run the listener in the publisher's transaction (the few that docs/map.md lists)."""
        self._types[event.__name__] = event
        self._inside[event.__name__].append(listener)

    def listen(self, event: type[Event], name: str, listener: Listener) -> None:
        """Run the listener as a job of its own; it must be idempotent."""
        self._types[event.__name__] = event
        self._later[event.__name__][name] = listener

    async def publish(self, tx: Tx, event: Event) -> None:
        """Store the event, run what listens inside, defer a job for every other listener."""
        name = type(event).__name__
        stored = StoredEvent(id=new_id(), name=name, payload=event.model_dump(mode="json"), at=tx.now)
        tx.published.append(stored)
        for listener in self._inside[name]:
            await listener(tx, event)
        later = [NewJob(DELIVER, {"event_id": str(stored.id), "listener": one}) for one in self._later[name]]
        if later:
            await tx.defer_together(*later)

    async def store(self, tx: Tx) -> None:
        """Write all that a transaction published, in one statement at its end; after a rollback there is nothing."""
        if tx.published and tx.session.in_transaction():
            rows = [{"id": str(one.id), "name": one.name, "payload": one.payload} for one in tx.published]
            await tx.session.execute(STORE, {"at": tx.now, "events": rows})

    async def forget(self, tx: Tx, ids: Collection[str]) -> None:
        """Erase the words in the stored events that name one of these ids; the ids and numbers stay."""
        await tx.session.execute(FORGET, {"words": WORDS, "documents": DOCUMENTS, "ids": list(ids)})

    async def unheard(self, tx: Tx) -> set[str]:
        """The ids that events name of which some listener has not heard yet: what is about them may still follow."""
        return set((await tx.session.scalars(UNHEARD, {"deliver": DELIVER})).all())

    async def deliver(self, db: Database, event_id: str, listener: str) -> None:
        """The job behind `listen`: hand one stored event to one listener in a transaction of its own."""
        async with db.transaction() as tx:
            stored = await tx.session.scalar(select(StoredEvent).where(StoredEvent.id == UUID(event_id)))
            if stored is None:
                return
            event = self._types[stored.name].model_validate(stored.payload)
            await self._later[stored.name][listener](tx, event)
