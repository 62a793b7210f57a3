"""A customer's question is answered from a passage, which the reply cites; what nothing answers is said and kept for people."""

from typing import Any

import pytest
from sqlalchemy import text

from hibachi.knowledge import service
from hibachi.knowledge.schemas import NewKnowledge
from tests.concierge.world import World, text_of, world_on

pytestmark = pytest.mark.anyio
CAKE = NewKnowledge(
    title="Can you bring a birthday cake?",
    text="We bring no cake, but you are welcome to serve your own after the show.",
    asks=["dessert for a birthday"],
)


async def rows(world: World, query: str) -> list[dict[str, Any]]:
    async with world.app.state.db.transaction() as tx:
        return [dict(row) for row in (await tx.session.execute(text(query))).mappings()]


async def test_an_entry_is_told_cited_and_counted(database_url: str) -> None:
    async with world_on(database_url) as world:
        async with world.app.state.db.transaction() as tx:
            entry = await service.add(tx, world.app.state.searcher, new=CAKE)
        said = await world.say("Do you make birthday cakes?")
        assert CAKE.text in text_of(said)
        [call] = await rows(world, "SELECT result FROM tool_calls WHERE name = 'search_knowledge'")
        assert [one["id"] for one in call["result"]["passages"]] == [str(entry.id)]
        counted = "SELECT times_retrieved, times_used_in_response, times_led_to_booking, performance_score FROM knowledge_base WHERE source_type = 'own'"
        assert await rows(world, counted) == [
            {"times_retrieved": 1, "times_used_in_response": 1, "times_led_to_booking": 0, "performance_score": 0.0}
        ]
        [used] = await rows(world, "SELECT chunk_id, booking_id FROM knowledge_uses")
        assert used == {"chunk_id": entry.id, "booking_id": None}


async def test_an_edited_entry_is_what_the_next_customer_is_told(database_url: str) -> None:
    edited = CAKE.model_copy(update={"text": "We bring none, and yours waits in our cooler until the show is over."})
    async with world_on(database_url) as world:
        async with world.app.state.db.transaction() as tx:
            entry = await service.add(tx, world.app.state.searcher, new=CAKE)
        assert CAKE.text in text_of(await world.say("Do you make birthday cakes?"))
        async with world.app.state.db.transaction() as tx:
            await service.change(tx, world.app.state.searcher, entry_id=entry.id, new=edited)
        world.conversation_id = None
        said = text_of(await world.say("Do you make birthday cakes?", phone="+15105550199"))
        assert edited.text in said and CAKE.text not in said


async def test_what_nothing_answers_is_said_and_becomes_a_gap_without_personal_data(database_url: str) -> None:
    async with world_on(database_url) as world:
        async with world.app.state.db.transaction() as tx:
            await service.add(tx, world.app.state.searcher, new=CAKE)
        said = await world.say("Do you sell gift cards? My mail is dana.ruiz@example.com")
        assert CAKE.text not in text_of(said)
        gaps = await rows(world, "SELECT question, feedback_id, closed_at FROM knowledge_gaps")
        assert len(gaps) == 1 and "gift cards" in gaps[0]["question"] and "@" not in gaps[0]["question"]
        assert gaps[0]["feedback_id"] is None and gaps[0]["closed_at"] is None
        assert await rows(world, "SELECT * FROM knowledge_uses") == []
