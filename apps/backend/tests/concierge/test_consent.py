"""Whatever a model proposes: nothing is booked, changed or cancelled before the customer saw it and said yes."""

from typing import Any

import pytest
from sqlalchemy import text

from tests.concierge.world import World, text_of, world_on
from tests.simulators.model_server import Answer, Call, Request, Say, model_server, offered_tools, tool_results

pytestmark = pytest.mark.anyio
HOLD = {"date": "2026-03-21", "time": "18:00", "adults": 12, "customer_zipcode": "94539", "name": "Dana Ruiz"}
PARTY = {
    "date": "2026-04-11", "time": "15:00", "adults": 12, "children": 0, "zip": "94539", "status": "confirmed",
    "name": "Dana Ruiz",
}  # fmt: skip


class Eager:
    """A model that acts as soon as it can, with the tools that it is told to use, then says what the last one said."""

    def __init__(self) -> None:
        self.wanted: list[tuple[str, dict[str, Any]]] = []
        self.results: list[dict[str, Any]] = []

    def __call__(self, request: Request) -> Answer:
        if "book_party" not in offered_tools(request):
            return Call("transfer_to_agent", {"agent": "operations"})
        self.results = tool_results(request)
        if len(self.results) < len(self.wanted):
            tool, arguments = self.wanted[len(self.results)]
            token = next((result["token"] for result in self.results if "token" in result), None)
            return Call(tool, {"token": token} if arguments == {"token": None} else arguments)
        return Say("Thank you! Shall I go ahead?")

    def will(self, *calls: tuple[str, dict[str, Any]]) -> None:
        """What it does in the next turn."""
        self.wanted = list(calls)


async def statuses(world: World) -> list[str]:
    async with world.app.state.db.transaction() as tx:
        rows = await tx.session.execute(text("SELECT status FROM bookings ORDER BY created_at"))
        return [row[0] for row in rows]


async def test_a_hold_is_not_booked_in_the_turn_that_made_it(database_url: str) -> None:
    eager = Eager()
    with model_server(eager) as server:
        async with world_on(database_url, OPENAI_API_KEY="k", OPENAI_BASE_URL=server.url) as world:
            eager.will(("hold_date", HOLD), ("book_party", {"token": None}))
            answer = await world.say("book march 21 at 6pm for 12 adults in 94539, Dana Ruiz, yes book it")
            assert eager.results[-1]["error"] == "not_agreed"
            assert await statuses(world) == ["held"]
            assert text_of(answer)

            token = eager.results[0]["token"]
            eager.will(("book_party", {"token": token}))
            await world.say("what is included in the price?")
            assert eager.results[-1]["error"] == "not_agreed", "a question is no yes"
            assert await statuses(world) == ["held"]

            eager.will(("book_party", {"token": token}))
            await world.say("yes please, go ahead and book it")
            assert eager.results[-1]["booked"] is True
            assert await statuses(world) == ["deposit_pending"]


async def test_a_yes_is_not_a_yes_to_a_hold_that_was_changed_meanwhile(database_url: str) -> None:
    eager = Eager()
    with model_server(eager) as server:
        async with world_on(database_url, OPENAI_API_KEY="k", OPENAI_BASE_URL=server.url) as world:
            eager.will(("hold_date", HOLD))
            await world.say("can you hold march 21 at 6pm for 12 adults in 94539? Dana Ruiz")
            more = {**HOLD, "adults": 20}
            eager.will(("hold_date", more), ("book_party", {"token": None}))
            await world.say("yes book it, but we are 20 now")
            assert eager.results[-1]["error"] == "not_agreed"
            assert await statuses(world) == ["held"]


@pytest.mark.parametrize(
    ("preview", "deed", "arguments"),
    [
        ("preview_change", "change_booking", {"adults": 15}),
        ("preview_change", "change_booking", {"date": "2026-04-18"}),
        ("preview_cancel", "cancel_booking", {}),
    ],
)
async def test_a_party_is_changed_or_cancelled_only_after_its_preview_and_a_yes(
    database_url: str, preview: str, deed: str, arguments: dict[str, Any]
) -> None:
    eager = Eager()
    extra = {"reason": "plans changed"} if deed == "cancel_booking" else {}
    with model_server(eager) as server:
        async with world_on(database_url, OPENAI_API_KEY="k", OPENAI_BASE_URL=server.url) as world:
            await world.reset(bookings=[PARTY])
            eager.will(("customer_bookings", {}))
            await world.say("hi, about my party")
            wanted = {"booking_id": eager.results[0]["bookings"][0]["id"], **arguments}

            eager.will((deed, {**wanted, **extra}))
            await world.say("yes do it")
            assert eager.results[-1]["error"] == "not_agreed", "nothing was shown"
            eager.will((preview, wanted), (deed, {**wanted, **extra}))
            await world.say("yes go ahead")
            assert eager.results[-1]["error"] == "not_agreed", "shown and done in one turn is not agreed"
            assert await statuses(world) == ["confirmed"]
            eager.will((deed, {**wanted, **extra}))
            await world.say("hmm, how much is that?")
            assert eager.results[-1]["error"] == "not_agreed"

            eager.will((deed, {**wanted, **extra}))
            await world.say("yes please go ahead")
            assert eager.results[-1].get("changed") or eager.results[-1].get("cancelled")
