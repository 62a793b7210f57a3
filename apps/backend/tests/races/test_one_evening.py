"""Forty customers, one evening, windows that overlap but differ: as many winners as chefs, and a true answer for all."""

import asyncio
import logging
import time as machine
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Held, HoldRequest, Refused
from hibachi.calendar import repository as claims
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.kit.events import EventBus
from hibachi.kit.jobs import Jobs
from tests.parties import SATURDAY, Shop, open_shop

CUSTOMERS = 40
STARTS = ["17:00", "17:30", "18:00", "18:30", "19:00"]
"""With three hours for each party, all of them share the hour from seven to eight."""
DROP = "ALTER TABLE claims DROP CONSTRAINT one_party_a_chef"


class UndoError(Exception):
    """Rolls a trial back."""


@dataclass
class Race:
    """What came of one evening."""

    winners: list[Held] = field(default_factory=list)
    refused: list[tuple[HoldRequest, Refused]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def problems(self, chefs: int) -> list[str]:
        """What is wrong with the outcome for so many chefs."""
        found = list(self.errors)
        if len(self.winners) != chefs:
            found.append(f"{len(self.winners)} winners for {chefs} chefs")
        if any(answer.reason.code != "full" or not answer.alternatives for _, answer in self.refused):
            found.append("somebody was refused without the reason or without an alternative")
        return found


@pytest.fixture
async def crowd(database_url: str, clock: SettableClock, bus: EventBus) -> AsyncIterator[Database]:
    """A door wide enough for forty at once."""
    wide = Database(database_url, clock=clock, bus=bus, jobs=Jobs(database_url), pool_size=CUSTOMERS // 2)
    yield wide
    await wide.close()


async def evening(db: Database, clock: SettableClock, chefs: int) -> tuple[Shop, list[UUID]]:
    """The business with close slots, so many chefs, and forty customers."""
    shop = await open_shop(db, clock, chefs=chefs)
    await shop.change_policy(booking={"slots": STARTS})
    return shop, [await shop.customer() for _ in range(CUSTOMERS)]


async def race(shop: Shop, people: list[UUID], day: date) -> Race:
    """Everybody wants the evening of a day at the same moment."""
    outcome = Race()
    starts = [time.fromisoformat(start) for start in STARTS]
    wishes = [await shop.wish(who, day=day, at=starts[place % len(starts)]) for place, who in enumerate(people)]
    gate = asyncio.Event()

    async def want(request: HoldRequest) -> None:
        await gate.wait()
        begun = machine.perf_counter()
        try:
            answer = await shop.do(bookings.hold, request=request)
        except DBAPIError as error:
            outcome.errors.append(str(getattr(error.orig, "sqlstate", error)))
            return
        finally:
            outcome.waits.append(machine.perf_counter() - begun)
        if isinstance(answer, Held):
            outcome.winners.append(answer)
        else:
            outcome.refused.append((request, answer))

    tasks = [asyncio.create_task(want(request)) for request in wishes]
    gate.set()
    await asyncio.gather(*tasks)
    return outcome


async def bookable(shop: Shop, request: HoldRequest, answer: Refused) -> bool:
    """Does the first alternative of a refusal really book? Tried, and undone."""
    other = answer.alternatives[0]
    wanted = request.model_copy(update={"day": other.date, "at": other.time})
    try:
        async with shop.db.transaction() as tx:
            held = await bookings.hold(tx, request=wanted)
            booked = isinstance(held, Held)
            raise UndoError
    except UndoError:
        return booked


async def next_evening(shop: Shop) -> None:
    """Everybody's holds lapse; nobody tidies up."""
    shop.later(minutes=shop.book.profile.booking.hold_minutes)


@pytest.mark.slow
@pytest.mark.parametrize("rounds", [10, pytest.param(100, marks=pytest.mark.proof)])
@pytest.mark.parametrize("chefs", [1, 3])
async def test_as_many_winners_as_chefs_and_everyone_else_gets_a_true_answer(
    crowd: Database, clock: SettableClock, chefs: int, rounds: int
) -> None:
    shop, people = await evening(crowd, clock, chefs)
    waits: list[float] = []
    for number in range(rounds):
        outcome = await race(shop, people, SATURDAY + timedelta(days=number % 28))
        assert outcome.problems(chefs) == []
        assert len(outcome.refused) == CUSTOMERS - chefs
        assert await shop.problems() == []
        offered = {answer.alternatives[0].start: (request, answer) for request, answer in outcome.refused}
        for request, answer in offered.values():
            assert await bookable(shop, request, answer), answer
        waits += outcome.waits
        await next_evening(shop)
    assert await shop.number("events WHERE name = 'BookingRefused'") == rounds * (CUSTOMERS - chefs)
    print(f"p99 {sorted(waits)[int(len(waits) * 0.99)]:.2f} s of {len(waits)} tries")
    assert await shop.number("pg_stat_database WHERE datname = current_database() AND deadlocks > 0") == 0


@pytest.mark.slow
async def test_the_winners_become_parties_and_no_two_share_a_chef(crowd: Database, clock: SettableClock) -> None:
    shop, people = await evening(crowd, clock, 3)
    outcome = await race(shop, people, SATURDAY)
    for held in outcome.winners:
        await shop.do(bookings.accept, token=held.token)
        await shop.pay(held.booking.id)
    firm = await shop.rows("SELECT chef_id FROM claims WHERE state = 'firm' AND released_at IS NULL")
    assert len({row[0] for row in firm}) == len(firm) == 3
    again = await race(shop, people, SATURDAY)
    assert not again.winners and not again.errors
    assert await shop.problems() == []


@pytest.mark.slow
async def test_without_the_lock_the_race_goes_red(
    crowd: Database, clock: SettableClock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def no_lock(*_arguments: object) -> None:
        return None

    shop, people = await evening(crowd, clock, 3)
    monkeypatch.setattr(claims, "lock_chefs", no_lock)
    found: list[str] = []
    with caplog.at_level(logging.ERROR):
        for number in range(5):
            outcome = await race(shop, people, SATURDAY + timedelta(days=number))
            found += outcome.problems(3)
            assert await shop.problems() == [], "the constraint still keeps parties apart"
            await next_evening(shop)
    assert found, "without the lock everybody wants the first chef, and the constraint turns them away"


@pytest.mark.slow
async def test_without_lock_and_constraint_the_invariant_sees_two_parties_for_one_chef(
    crowd: Database, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_lock(*_arguments: object) -> None:
        return None

    shop, people = await evening(crowd, clock, 1)
    await shop.do(run_sql, statement=DROP)
    monkeypatch.setattr(claims, "lock_chefs", no_lock)
    found: list[str] = []
    for number in range(5):
        await race(shop, people, SATURDAY + timedelta(days=number))
        found += await shop.problems()
        await next_evening(shop)
    assert any("overlapping claims" in problem for problem in found)


async def run_sql(tx: object, *, statement: str, **values: object) -> None:
    """Plain SQL, as another program would send it."""
    await tx.session.execute(text(statement), values)  # type: ignore[attr-defined]


SECOND = """
    INSERT INTO claims (id, chef_id, during, state, reference, created_at)
    SELECT gen_random_uuid(), chef_id, tstzrange(lower(during) + interval '90 minutes', upper(during) + interval '1 hour'),
    'firm', gen_random_uuid(), created_at FROM claims WHERE reference = :reference
"""


async def test_the_database_refuses_a_second_claim_whoever_writes_it(shop: Shop) -> None:
    booking = await shop.confirmed()
    with pytest.raises(DBAPIError) as refused:
        await shop.do(run_sql, statement=SECOND, reference=booking.id)
    assert getattr(refused.value.orig, "sqlstate", "") == "23P01"
    assert await shop.number("claims") == 1


async def test_without_the_constraint_a_claim_past_the_service_is_seen_by_the_invariant(shop: Shop) -> None:
    booking = await shop.confirmed()
    await shop.do(run_sql, statement=DROP)
    await shop.do(run_sql, statement=SECOND, reference=booking.id)
    assert "1 overlapping claims" in await shop.problems()


async def test_losing_against_a_claim_past_the_locks_is_a_refusal_and_not_an_error(
    crowd: Database, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, people = await evening(crowd, clock, 1)
    insert = claims.add

    async def somebody_was_faster(tx: object, **values: object) -> UUID | None:
        async with crowd.transaction() as other:
            assert await insert(other, **{**values, "reference": people[0]}) is not None  # type: ignore[arg-type]
        return await insert(tx, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(claims, "add", somebody_was_faster)
    answer = await shop.hold(people[1], at=time(18))
    assert isinstance(answer, Refused) and answer.reason.code == "full" and answer.alternatives
    assert await shop.number("bookings") == 0
