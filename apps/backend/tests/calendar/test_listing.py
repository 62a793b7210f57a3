"""Listed is bookable, minute by minute, on random calendars; and a reason names exactly what is in the way."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from hibachi.calendar import rules, service
from hibachi.calendar.rules import Busy, Facts, Wanted
from hibachi.calendar.schemas import Claimed, Opening, Refusal
from hibachi.kit.clock import instant_of
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.policies.schemas import BookingPolicy
from hibachi.policies.service import DEFAULT_PATH, read_profile
from tests.parties import LA, OVERLAPS, Shop

DEFAULT = read_profile(DEFAULT_PATH).booking
ZONES = [LA, "America/New_York", "America/Phoenix", "America/Indiana/Indianapolis", "Pacific/Honolulu"]
QUARTERS = [time(quarter // 4, quarter % 4 * 15) for quarter in range(96)]
DAYS = [date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 14), date(2026, 11, 1), date(2027, 3, 14)]


def random_policy(random: Random) -> BookingPolicy:
    slots = sorted(random.sample(QUARTERS[:84], random.randint(1, 6)))
    numbers = {
        "slots": tuple(slots),
        "duration_minutes": random.choice([60, 90, 120, 180]),
        "travel_buffer_minutes": random.choice([0, 15, 60, 90]),
        "min_notice_hours": random.choice([0, 2, 24, 48, 72]),
        "max_months_ahead": random.choice([1, 6, 18]),
    }
    return DEFAULT.model_copy(update=numbers)


def random_claim(random: Random, day: date, now: datetime, chefs: int) -> Busy:
    start = instant_of(day, time(12), "UTC") + timedelta(minutes=random.randint(-36 * 4, 36 * 4) * 15)
    expiry = random.choice([None, None, now, now + timedelta(seconds=1), now - timedelta(hours=1)])
    end = start + timedelta(minutes=random.choice([15, 60, 180, 600, 3000]))
    by_staff = expiry is None and random.random() < 0.3
    return Busy(random.randint(1, max(chefs, 1)), start, end, expiry, None if by_staff else new_id(), by_staff)


def random_facts(random: Random, day: date) -> Facts:
    chefs = random.choice([0, 1, 1, 2, 2, 3, 5])
    now = instant_of(day, time(9), "UTC") - timedelta(minutes=random.choice([0, 600, 2880, 2881, 4000, 9000, 50_000]))
    busy = tuple(random_claim(random, day, now, chefs) for _ in range(random.randint(0, 3 * chefs + 1)))
    mine = [claim.reference for claim in busy if claim.reference]
    ignoring = random.choice(mine) if mine and random.random() < 0.3 else None
    return Facts(now, random_policy(random), tuple(range(1, chefs + 1)), busy, ignoring)


def without(code: str, wanted: Wanted, facts: Facts) -> tuple[Wanted, Facts]:
    """The same wish with exactly the fact gone that a reason named."""
    policy = facts.policy
    match code:
        case "past":
            return wanted, replace(facts, now=min(facts.now, rules.span(wanted, policy)[0]) - timedelta(minutes=1))
        case "too_soon":
            return wanted, replace(facts, policy=policy.model_copy(update={"min_notice_hours": 0}))
        case "too_far_ahead":
            return wanted, replace(facts, policy=policy.model_copy(update={"max_months_ahead": 120}))
        case "not_a_slot":
            return wanted, replace(facts, policy=policy.model_copy(update={"slots": (*policy.slots, wanted.at)}))
        case "time_does_not_exist" | "time_happens_twice":
            return replace(wanted, zone="UTC"), facts
    start, end = rules.span(wanted, policy)
    if not facts.chefs:
        return wanted, replace(facts, chefs=(1,), busy=())
    in_the_way = [claim for claim in facts.busy if claim.start < end and start < claim.end]
    unwanted = [claim for claim in in_the_way if claim.by_staff == (code == "closed")]
    return wanted, replace(facts, busy=tuple(claim for claim in facts.busy if claim not in unwanted))


def check_listing(random: Random) -> None:
    day, zone = random.choice(DAYS), random.choice(ZONES)
    facts = random_facts(random, day)
    listed = {(it.date, it.time) for it in rules.openings(day, day, zone, replace(facts, ignoring=None))}
    known = replace(facts, ignoring=None)
    bookable = {(day, at) for at in QUARTERS if rules.why_not(Wanted(day, at, zone), known) is None}
    assert listed == bookable


def check_reasons(random: Random) -> None:
    wanted = Wanted(random.choice(DAYS), random.choice(QUARTERS), random.choice(ZONES), random.random() < 0.2)
    facts, seen = random_facts(random, wanted.day), list[str]()
    while (reason := rules.why_not(wanted, facts)) is not None:
        assert reason.code not in seen, f"taking {reason.code} away did not help"
        seen.append(reason.code)
        assert reason.sentence.endswith(".") and len(seen) <= 6
        wanted, facts = without(reason.code, wanted, facts)


@pytest.mark.parametrize("calendars", [500, pytest.param(10_000, marks=pytest.mark.proof)])
def test_listed_is_bookable_and_nothing_else(calendars: int) -> None:
    for seed in range(calendars):
        check_listing(Random(seed))


@pytest.mark.parametrize("calendars", [1_000, pytest.param(20_000, marks=pytest.mark.proof)])
def test_taking_away_what_a_reason_names_makes_the_time_bookable(calendars: int) -> None:
    for seed in range(calendars):
        check_reasons(Random(seed))


async def fill(tx: Tx, shop: Shop, random: Random, first: date) -> None:
    """Claims at random, in the way of some slots of a week."""
    for _ in range(random.randint(5, 40)):
        day, at = first + timedelta(days=random.randint(0, 6)), random.choice(shop.book.profile.booking.slots)
        expires_at = random.choice([None, tx.now + timedelta(hours=1), tx.now])
        await service.claim(tx, day=day, at=at, zone=LA, book=shop.book, reference=new_id(), expires_at=expires_at)


async def claimed(tx: Tx, shop: Shop, day: date, at: time) -> Claimed | Refusal:
    return await service.claim(tx, day=day, at=at, zone=LA, book=shop.book, reference=new_id())


class UndoError(Exception):
    """Rolls a trial back."""


@pytest.mark.parametrize("seed", range(8))
async def test_in_the_database_too_exactly_the_listed_times_can_be_claimed(shop: Shop, seed: int) -> None:
    random, first = Random(seed), date(2026, 3, 5)
    await shop.chefs(random.randint(1, 3))
    async with shop.db.transaction() as tx:
        await fill(tx, shop, random, first)
        listed = await service.openings(tx, first=first, last=first + timedelta(days=6), zone=LA, book=shop.book)
    offered = {(it.date, it.time) for it in listed}
    days = [first + timedelta(days=number) for number in range(7)]
    for day, at in [(day, at) for day in days for at in (*shop.book.profile.booking.slots, time(13))]:
        async with shop.db.transaction() as tx:
            told = await service.check(tx, day=day, at=at, zone=LA, book=shop.book)
            answer = await claimed(tx, shop, day, at)
            await tx.session.rollback()
        assert ((day, at) in offered) == isinstance(answer, Claimed)
        if isinstance(answer, Refusal):
            assert isinstance(told, Refusal) and told == answer
            assert all((other.date, other.time) in offered or other.date > days[-1] for other in answer.alternatives)
    assert (await shop.rows(OVERLAPS))[0][0] == 0


async def test_an_opening_is_the_same_whoever_asks(shop: Shop) -> None:
    async with shop.db.transaction() as tx:
        one = await service.openings(tx, first=date(2026, 3, 9), last=date(2026, 3, 15), zone=LA, book=shop.book)
        nearest = await service.nearest(tx, day=date(2026, 3, 9), at=time(12), zone=LA, book=shop.book)
    assert isinstance(nearest[0], Opening) and nearest[0] == one[0]
