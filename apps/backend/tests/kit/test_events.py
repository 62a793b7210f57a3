"""Events: stored with their change, heard inside it or by a job of each listener."""

import importlib
import pkgutil
import re
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

import hibachi
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database, Tx
from hibachi.kit.events import DELIVER, DOCUMENTS, WORDS, Event, EventBus
from hibachi.kit.jobs import Jobs
from hibachi.kit.money import Money


class PartyPlanned(Event):
    """A party was planned."""

    party: UUID
    price: Money


PLANNED = PartyPlanned(party=uuid4(), price=110000)


@pytest.fixture
async def jobs(database_url: str) -> AsyncIterator[Jobs]:
    jobs = Jobs(database_url)
    await jobs.open()
    yield jobs
    await jobs.close()


@pytest.fixture
async def db(database_url: str, clock: SettableClock, bus: EventBus, jobs: Jobs) -> AsyncIterator[Database]:
    db = Database(database_url, clock=clock, bus=bus, jobs=jobs)

    async def deliver(event_id: str, listener: str) -> None:
        await bus.deliver(db, event_id, listener)

    jobs.add(DELIVER, deliver)
    yield db
    await db.close()


async def stored(db: Database) -> list[tuple[str, dict[str, str]]]:
    async with db.transaction() as tx:
        rows = await tx.session.execute(text("SELECT name, payload FROM events ORDER BY id"))
        return [(row.name, row.payload) for row in rows]


async def deliveries(db: Database) -> list[str]:
    async with db.transaction() as tx:
        rows = await tx.session.execute(text("SELECT args->>'listener' FROM procrastinate_jobs WHERE status = 'todo'"))
        return sorted(rows.scalars())


async def test_an_event_is_stored_as_json_with_its_instant(db: Database, clock: SettableClock) -> None:
    async with db.transaction() as tx:
        await tx.publish(PLANNED)
    assert await stored(db) == [("PartyPlanned", {"party": str(PLANNED.party), "price": "1100.00"})]
    async with db.transaction() as tx:
        assert (await tx.session.execute(text("SELECT at FROM events"))).scalar_one() == clock.now()


async def test_what_was_rolled_back_never_happened(db: Database, bus: EventBus) -> None:
    heard: list[Event] = []

    async def hear(tx: Tx, event: PartyPlanned) -> None:
        heard.append(event)

    bus.listen(PartyPlanned, "hear", hear)
    with pytest.raises(RuntimeError):
        async with db.transaction() as tx:
            await tx.publish(PLANNED)
            raise RuntimeError
    assert (await stored(db), await deliveries(db), heard) == ([], [], [])


async def test_a_listener_inside_stands_or_falls_with_the_publisher(db: Database, bus: EventBus) -> None:
    async def refuse(tx: Tx, event: PartyPlanned) -> None:
        await tx.session.execute(text("INSERT INTO idempotency_keys VALUES ('a', 'b', 'c', NULL, NULL, now())"))
        raise RuntimeError("no")

    bus.listen_inside(PartyPlanned, refuse)
    with pytest.raises(RuntimeError, match="no"):
        async with db.transaction() as tx:
            await tx.publish(PLANNED)
    assert await stored(db) == []
    async with db.transaction() as tx:
        assert (await tx.session.execute(text("SELECT count(*) FROM idempotency_keys"))).scalar_one() == 0


async def test_a_listener_inside_sees_the_publishers_transaction(db: Database, bus: EventBus) -> None:
    seen: list[tuple[bool, Event]] = []
    async with db.transaction() as tx:

        async def hear(inner: Tx, event: PartyPlanned) -> None:
            seen.append((inner is tx, event))

        bus.listen_inside(PartyPlanned, hear)
        await tx.publish(PLANNED)
    assert seen == [(True, PLANNED)]


async def test_every_other_listener_gets_a_job_and_the_event_as_it_was(db: Database, bus: EventBus, jobs: Jobs) -> None:
    heard: list[tuple[str, Event]] = []

    async def first(tx: Tx, event: PartyPlanned) -> None:
        heard.append(("first", event))

    async def second(tx: Tx, event: PartyPlanned) -> None:
        heard.append(("second", event))

    bus.listen(PartyPlanned, "first", first)
    bus.listen(PartyPlanned, "second", second)
    async with db.transaction() as tx:
        await tx.publish(PLANNED)
        assert heard == []
    assert await deliveries(db) == ["first", "second"]
    await jobs.drain()
    assert sorted(heard, key=lambda pair: pair[0]) == [("first", PLANNED), ("second", PLANNED)]


async def test_one_listeners_failure_is_its_own(db: Database, bus: EventBus, jobs: Jobs) -> None:
    heard: list[Event] = []

    async def fails(tx: Tx, event: PartyPlanned) -> None:
        raise RuntimeError("not today")

    async def hears(tx: Tx, event: PartyPlanned) -> None:
        heard.append(event)

    bus.listen(PartyPlanned, "fails", fails)
    bus.listen(PartyPlanned, "hears", hears)
    async with db.transaction() as tx:
        await tx.publish(PLANNED)
    await jobs.drain()
    assert heard == [PLANNED]
    assert await deliveries(db) == ["fails"]


async def test_delivering_an_event_that_is_not_there_does_nothing(db: Database, bus: EventBus) -> None:
    heard: list[Event] = []

    async def hears(tx: Tx, event: PartyPlanned) -> None:
        heard.append(event)

    bus.listen(PartyPlanned, "hears", hears)
    await bus.deliver(db, str(uuid4()), "hears")
    assert heard == []


async def test_an_event_that_nobody_hears_is_still_kept(db: Database) -> None:
    async with db.transaction() as tx:
        await tx.publish(PLANNED)
    assert len(await stored(db)) == 1
    assert await deliveries(db) == []


CODES = {"channel", "code", "status", "method", "kind", "source", "dispute_id", "zip", "event_type"}
"""Fields of events whose values are ours: codes and keys, no words of a person."""


def events_of_the_product() -> list[type[Event]]:
    for module in pkgutil.walk_packages(hibachi.__path__, "hibachi."):
        if module.name.endswith(".events"):
            importlib.import_module(module.name)
    found, left = [], [Event]
    while left:
        below = [one for one in left.pop().__subclasses__() if one.__module__.startswith("hibachi.")]
        found, left = found + below, left + below
    return found


def test_every_field_that_may_hold_a_persons_words_is_erased_with_them() -> None:
    kinds = events_of_the_product()
    assert len(kinds) > 20
    for kind in kinds:
        for name, field in kind.model_fields.items():
            if re.search(r"\bstr\b|\bdict\b|\bAny\b", str(field.annotation)):
                assert name in {*WORDS, *DOCUMENTS, *CODES}, f"{kind.__name__}.{name}"


class WordsHeard(Event):
    """Somebody asked, and said more."""

    who: UUID
    question: str
    changes: dict[str, str]
    after: dict[str, str]


async def test_forgetting_erases_the_words_of_the_events_that_name_a_person(db: Database, bus: EventBus) -> None:
    who, other = uuid4(), uuid4()
    said: dict[str, Any] = {
        "question": "is Zeb's peppermint allergy known",
        "changes": {"a": "Zeb"},
        "after": {"b": "Zeb"},
    }
    async with db.transaction() as tx:
        await tx.publish(WordsHeard(who=who, **said))
        await tx.publish(WordsHeard(who=other, **said))
    async with db.transaction() as tx:
        await bus.forget(tx, [str(who)])
    [(_, mine), (_, theirs)] = await stored(db)
    assert mine == {"who": str(who), "question": "[erased]", "changes": {}, "after": {}}
    assert theirs == {"who": str(other), **said}
