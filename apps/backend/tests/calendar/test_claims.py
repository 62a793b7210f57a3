"""Claims in the database: held, firm, moved, let go, lapsed; blocks by staff."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from hibachi.calendar import service
from hibachi.calendar.errors import ChefTaken, InvalidRange, UnknownBlock
from hibachi.calendar.schemas import Claimed, Free, Opening, Refusal
from hibachi.crew.errors import UnknownChef
from hibachi.kit.ids import new_id
from tests.parties import LA, OLGA, OVERLAPS, SATURDAY, SIX, Shop

START = datetime(2026, 3, 15, 1, tzinfo=UTC)
HOURS_2, HOURS_3 = timedelta(hours=2), timedelta(hours=3)


async def claim(
    shop: Shop, reference: UUID, at: time = SIX, minutes: int | None = None, day: date = SATURDAY
) -> object:
    expires_at = shop.clock.now() + timedelta(minutes=minutes) if minutes is not None else None
    return await shop.do(
        service.claim, day=day, at=at, zone=LA, book=shop.book, reference=reference, expires_at=expires_at
    )


async def move(shop: Shop, reference: UUID, at: time, minutes: int | None = None) -> object:
    expires_at = shop.clock.now() + timedelta(minutes=minutes) if minutes is not None else None
    return await shop.do(
        service.move, reference=reference, day=SATURDAY, at=at, zone=LA, book=shop.book, expires_at=expires_at
    )


async def check(shop: Shop, at: time = SIX, **more: Any) -> object:
    return await shop.do(service.check, day=SATURDAY, at=at, zone=LA, book=shop.book, **more)


async def live(shop: Shop) -> list[tuple[object, ...]]:
    found = await shop.rows(
        "SELECT chef_id, lower(during), upper(during), state FROM claims WHERE released_at IS NULL ORDER BY chef_id"
    )
    return [tuple(row) for row in found]


async def test_a_claim_takes_the_party_and_the_way_home(shop: Shop) -> None:
    claimed = await claim(shop, new_id())
    assert isinstance(claimed, Claimed) and (claimed.start, claimed.end) == (START, START + HOURS_2)
    assert await live(shop) == [(claimed.chef_id, START, START + HOURS_3, "firm")]


async def test_each_claim_takes_another_chef_and_then_it_is_full(shop: Shop) -> None:
    first, second = await claim(shop, new_id()), await claim(shop, new_id())
    assert isinstance(first, Claimed) and isinstance(second, Claimed) and first.chef_id < second.chef_id
    third = await claim(shop, new_id())
    assert isinstance(third, Refusal) and third.reason.code == "full"
    assert len(await live(shop)) == 2


async def test_checking_writes_nothing_and_says_what_claiming_does(shop: Shop) -> None:
    free = await check(shop)
    assert free == Free(start=START, end=START + HOURS_2, chefs_free=2)
    assert await shop.number("claims") == 0


async def test_a_lapsed_hold_is_let_go_by_whoever_claims_next(shop: Shop) -> None:
    await shop.chefs(1)
    lapsed = new_id()
    await claim(shop, lapsed, minutes=120)
    shop.later(minutes=119)
    assert isinstance(await claim(shop, new_id()), Refusal)
    assert await shop.do(service.is_live, reference=lapsed)
    shop.later(minutes=1)
    assert not await shop.do(service.is_live, reference=lapsed)
    assert isinstance(await check(shop), Free)
    assert isinstance(await claim(shop, new_id()), Claimed)
    released = await shop.rows("SELECT released_at FROM claims WHERE reference = :lapsed", lapsed=lapsed)
    assert released[0][0] == shop.clock.now()


async def test_a_lapsed_hold_can_be_neither_firmed_nor_extended(shop: Shop) -> None:
    mine = new_id()
    await claim(shop, mine, minutes=120)
    shop.later(minutes=120)
    assert not await shop.do(service.firm, reference=mine)
    assert not await shop.do(service.extend, reference=mine, expires_at=shop.clock.now() + HOURS_2)


async def test_a_firm_claim_never_lapses(shop: Shop) -> None:
    mine = new_id()
    await claim(shop, mine, minutes=120)
    assert await shop.do(service.firm, reference=mine)
    shop.later(days=9)
    assert await shop.do(service.is_live, reference=mine)


async def test_extending_gives_a_hold_more_time(shop: Shop) -> None:
    mine = new_id()
    await claim(shop, mine, minutes=120)
    shop.later(minutes=60)
    assert await shop.do(service.extend, reference=mine, expires_at=shop.clock.now() + HOURS_2)
    shop.later(minutes=119)
    assert await shop.do(service.is_live, reference=mine)
    shop.later(minutes=1)
    assert not await shop.do(service.is_live, reference=mine)


async def test_released_time_is_free_for_everyone(shop: Shop) -> None:
    await shop.chefs(1)
    mine = new_id()
    await claim(shop, mine)
    await shop.do(service.release, reference=mine)
    await shop.do(service.release, reference=mine)
    assert isinstance(await claim(shop, new_id()), Claimed)
    assert not await shop.do(service.is_live, reference=mine)


async def test_a_party_can_claim_again_after_its_release(shop: Shop) -> None:
    mine = new_id()
    await claim(shop, mine)
    await shop.do(service.release, reference=mine)
    assert isinstance(await claim(shop, mine), Claimed)


async def test_moving_keeps_the_chef_where_possible(shop: Shop) -> None:
    other, mine = new_id(), new_id()
    await claim(shop, other)
    first = await claim(shop, mine)
    moved = await move(shop, mine, time(21))
    assert isinstance(first, Claimed) and isinstance(moved, Claimed) and moved.chef_id == first.chef_id == 2
    await claim(shop, new_id(), at=time(12))
    taken = await claim(shop, new_id(), at=time(12))
    assert isinstance(taken, Claimed)
    assert isinstance(await move(shop, mine, time(12)), Refusal)
    assert (mine,) in [tuple(row) for row in await shop.rows("SELECT reference FROM claims WHERE released_at IS NULL")]


async def test_moving_takes_another_chef_when_ones_own_is_busy_there(shop: Shop) -> None:
    mine = new_id()
    first = await claim(shop, mine)
    await claim(shop, new_id(), at=time(21))
    moved = await move(shop, mine, time(21))
    assert isinstance(first, Claimed) and isinstance(moved, Claimed) and (first.chef_id, moved.chef_id) == (1, 2)


async def test_moving_by_less_than_its_own_length_is_possible(shop: Shop) -> None:
    await shop.chefs(1)
    await shop.change_policy(booking={"slots": ["18:00", "18:30"]})
    mine = new_id()
    await claim(shop, mine)
    moved = await move(shop, mine, time(18, 30))
    assert isinstance(moved, Claimed) and moved.start == START + timedelta(minutes=30)


async def test_a_refused_move_leaves_everything_as_it_was(shop: Shop) -> None:
    await shop.chefs(1)
    mine = new_id()
    await claim(shop, mine)
    await claim(shop, new_id(), at=time(21))
    before = await live(shop)
    refused = await move(shop, mine, time(21))
    assert isinstance(refused, Refusal) and await live(shop) == before
    assert SIX in [other.time for other in refused.alternatives], "one's own time counts as free"


async def test_a_claim_that_lapsed_is_claimed_anew_by_its_move(shop: Shop) -> None:
    mine = new_id()
    await claim(shop, mine, minutes=10)
    shop.later(minutes=11)
    assert isinstance(await move(shop, mine, time(21), minutes=120), Claimed)
    assert await shop.do(service.is_live, reference=mine)
    assert [row[3] for row in await live(shop)] == ["held"]


async def test_what_cannot_be_takes_no_lock_and_writes_nothing(shop: Shop) -> None:
    refused = await claim(shop, new_id(), day=date(2026, 3, 5))
    assert isinstance(refused, Refusal) and refused.reason.code == "too_soon"
    assert refused.alternatives[0].start - shop.clock.now() >= timedelta(hours=48)
    assert await shop.number("claims") == 0


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(2026, 3, 1), date(2030, 1, 1)])
async def test_days_off_the_calendar_get_a_reason_and_the_nearest_day_on_it(shop: Shop, day: date) -> None:
    refused = await shop.do(service.check, day=day, at=SIX, zone=LA, book=shop.book)
    assert isinstance(refused, Refusal) and refused.reason.code in ("past", "too_far_ahead")
    assert refused.alternatives


async def test_the_openings_of_a_full_calendar_lie_further_off(shop: Shop) -> None:
    await shop.chefs(1)
    end = START + timedelta(days=40)
    await shop.do(service.block, actor=OLGA, chef_id=1, start=START - timedelta(days=10), end=end, note="renovation")
    refused = await check(shop)
    assert isinstance(refused, Refusal) and refused.reason.code == "closed"
    assert refused.alternatives and all(other.start >= end for other in refused.alternatives)


async def test_without_chefs_there_is_no_alternative(shop: Shop) -> None:
    await shop.chefs(0)
    refused = await check(shop)
    assert isinstance(refused, Refusal) and refused.reason.code == "closed" and refused.alternatives == []


async def test_listing_keeps_to_what_can_be_booked(shop: Shop) -> None:
    async def listing(first: date, last: date) -> list[Opening]:
        return await shop.do(service.openings, first=first, last=last, zone=LA, book=shop.book)

    assert await listing(date(2026, 3, 1), date(2026, 3, 5)) == []
    assert await listing(date(9999, 12, 1), date(9999, 12, 31)) == []
    for first, last in [(SATURDAY, SATURDAY - timedelta(days=1)), (SATURDAY, SATURDAY + timedelta(days=93))]:
        with pytest.raises(InvalidRange):
            await listing(first, last)


async def test_a_block_keeps_parties_away_until_it_is_lifted(shop: Shop) -> None:
    await shop.chefs(1)
    block = await shop.do(service.block, actor=OLGA, chef_id=1, start=START, end=START + HOURS_2, note="dentist")
    assert await shop.do(service.blocks) == [block]
    refused = await claim(shop, new_id())
    assert isinstance(refused, Refusal) and refused.reason.code == "closed"
    await shop.do(service.unblock, actor=OLGA, block_id=block.id)
    assert isinstance(await claim(shop, new_id()), Claimed)
    assert [change["note"]["new"] for change in await shop.audits("block_create")] == ["dentist"]
    assert len(await shop.audits("block_lift")) == 1


async def test_a_block_never_covers_a_party(shop: Shop) -> None:
    await claim(shop, new_id())
    with pytest.raises(ChefTaken):
        await shop.do(service.block, chef_id=1, start=START + HOURS_2, end=START + 2 * HOURS_2)
    await shop.do(service.block, chef_id=2, start=START, end=START + HOURS_2)
    assert (await shop.rows(OVERLAPS))[0][0] == 0


async def test_a_block_may_cover_a_lapsed_hold(shop: Shop) -> None:
    await claim(shop, new_id(), minutes=1)
    shop.later(minutes=1)
    await shop.do(service.block, chef_id=1, start=START, end=START + HOURS_2)
    assert [row[3] for row in await live(shop)] == ["blocked"]


@pytest.mark.parametrize("length", [timedelta(0), timedelta(hours=-1), timedelta(days=367)])
async def test_a_block_has_a_sensible_length(shop: Shop, length: timedelta) -> None:
    with pytest.raises(InvalidRange):
        await shop.do(service.block, chef_id=1, start=START, end=START + length)


async def test_a_block_needs_a_chef_and_lifting_needs_a_block(shop: Shop) -> None:
    with pytest.raises(UnknownChef):
        await shop.do(service.block, chef_id=99, start=START, end=START + HOURS_2)
    with pytest.raises(UnknownBlock):
        await shop.do(service.unblock, block_id=new_id())
    mine = new_id()
    await claim(shop, mine)
    party = (await shop.rows("SELECT id FROM claims"))[0][0]
    with pytest.raises(UnknownBlock):
        await shop.do(service.unblock, block_id=party)
    assert await shop.do(service.is_live, reference=mine)


async def test_past_blocks_are_not_listed(shop: Shop) -> None:
    await shop.do(service.block, chef_id=1, start=START, end=START + HOURS_2)
    shop.clock.set(START + HOURS_2)
    assert await shop.do(service.blocks) == []
