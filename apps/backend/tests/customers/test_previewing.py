"""A merge and its undoing looked at first: what is told is what then happens, and the looking leaves nothing."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from hibachi.customers import service
from hibachi.customers.errors import MergeUndone, SamePerson
from hibachi.kit.clock import SettableClock
from tests.customers.merging_world import People, populate, world_of
from tests.parties import OLGA


@pytest.fixture
async def people(database_url: str, clock: SettableClock) -> AsyncIterator[People]:
    world = await world_of(database_url, clock)
    await populate(world, 2)
    yield world
    await world.runtime.close()


def two_of(people: People) -> tuple[UUID, UUID]:
    """Two who both hold a time and talk; between them stands a twin of the first."""
    return people.ids[0], people.ids[2]


async def noted(people: People, merge_id: UUID) -> dict[str, int]:
    query = "SELECT noun, count(*) FROM customer_merge_moves WHERE merge_id = :id GROUP BY noun"
    return {noun: number for noun, number in await people.shop.rows(query, id=merge_id)}


async def everything(people: People) -> Any:
    traces = ("customer_merges", "customer_merge_moves", "audit_log", "events")
    return await people.stands(*people.ids), [await people.shop.number(table) for table in traces]


async def test_a_merge_does_what_its_preview_said(people: People) -> None:
    kept, gone = two_of(people)
    before = await everything(people)
    said = await people.shop.do(service.preview_merge, actor=OLGA, kept=kept, gone=gone)
    assert await everything(people) == before
    assert (said.kept.id, said.gone.id, said.kept.name) == (kept, gone, "Dana 1")
    assert {"identity", "hold", "booking", "conversation", "closed_thread", "consent"} <= set(said.moves)
    merge_id = await people.merge(kept, gone)
    assert await noted(people, merge_id) == said.moves
    assert await people.shop.do(service.get, customer_id=gone) == said.kept


async def test_an_undo_does_what_its_preview_said(people: People) -> None:
    kept, gone = two_of(people)
    merge_id = await people.merge(kept, gone)
    people.shop.later(minutes=5)
    await people.shop.held(kept)
    before = await everything(people)
    said = await people.shop.do(service.preview_undo, actor=OLGA, merge_id=merge_id)
    assert await everything(people) == before
    assert said.moves == await noted(people, merge_id)
    done = await people.undo(merge_id)
    assert done.not_restored == said.not_restored
    assert await people.shop.do(service.get, customer_id=gone) == said.gone


async def test_what_is_refused_is_refused_in_the_preview(people: People) -> None:
    kept, gone = two_of(people)
    with pytest.raises(SamePerson):
        await people.shop.do(service.preview_merge, kept=kept, gone=kept)
    merge_id = await people.merge(kept, gone)
    await people.undo(merge_id)
    before = await everything(people)
    with pytest.raises(MergeUndone):
        await people.shop.do(service.preview_undo, merge_id=merge_id)
    assert await everything(people) == before
