"""One tool called as a model calls it: by name and JSON arguments, through the agent that has it, on the real services."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic_ai.messages import ModelMessage, ModelResponse, RetryPromptPart, ToolCallPart, ToolReturnPart
from pydantic_ai.models.function import AgentInfo, FunctionModel
from sqlalchemy import text

from hibachi.concierge import gather
from hibachi.concierge.agents.registry import agent_of
from hibachi.concierge.tools.matrix import agent_for
from hibachi.concierge.tools.toolbox import Toolbox
from hibachi.concierge.turn import Turn
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound
from hibachi.customers import service as customers
from hibachi.customers.schemas import Contact
from hibachi.kit.clock import SettableClock
from hibachi.kit.ids import new_id
from hibachi.runtime import Runtime
from tests.concierge.product import product_on

WRITTEN = (
    "bookings", "claims", "quotes", "leads", "tool_calls", "conversation_bookings", "messages", "ai_interactions",
    "audit_log", "opt_outs", "customers",
)  # fmt: skip
HOLD = {
    "date": "2026-03-21", "time": "18:00", "adults": 12, "customer_zipcode": "94539", "name": "Dana Ruiz",
    "phone": "+15105550142",
}  # fmt: skip


class Enough(Exception):
    """The call was answered: the run may end."""


@dataclass(slots=True)
class Bench:
    """A turn of one customer, and a way to call its tools."""

    runtime: Runtime
    turn: Turn
    toolbox: Toolbox

    async def call(self, tool: str, arguments: dict[str, Any] | str | None = None, *, agent: str | None = None) -> Any:
        """What the model gets back: a result, or the words of a refusal to run the call at all."""
        self.turn.agent = agent or agent_for(tool)
        heard: list[Any] = []
        written = arguments if isinstance(arguments, str) else json.dumps(arguments or {})

        def model(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
            last = messages[-1].parts[-1]
            if isinstance(last, ToolReturnPart | RetryPromptPart):
                heard.append(last.content if isinstance(last, ToolReturnPart) else str(last.content))
                raise Enough
            return ModelResponse(parts=[ToolCallPart(tool, written)])

        try:
            await agent_of(self.turn.agent).run("go on", deps=self.toolbox, model=FunctionModel(model))
        except Enough:
            pass
        return heard[0]

    async def agrees(self, words: str = "yes please, go ahead") -> None:
        """The reply to what was said so far has gone out, and the customer's next message says yes to it."""
        async with self.runtime.db.transaction() as tx:
            await conversations.send_system_line(
                tx, conversation_id=self.turn.conversation_id, text="Shall I go ahead?", answers=self.turn.answers
            )
        following = await turn_of(self.runtime, self.turn.customer_id, words)
        self.turn, self.toolbox = following.turn, following.toolbox

    async def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """What stands in the database."""
        async with self.runtime.db.transaction() as tx:
            return [dict(row) for row in (await tx.session.execute(text(query), values)).mappings()]

    async def counts(self) -> dict[str, int]:
        """How many rows there are of everything that a tool could write."""
        counted = ", ".join(f"(SELECT count(*) FROM {table}) AS {table}" for table in WRITTEN)
        return {name: int(value) for name, value in (await self.rows(f"SELECT {counted}"))[0].items()}

    def again(self) -> "Bench":
        """The same turn in a process that starts it anew: nothing of the first run is remembered but the database."""
        turn = self.turn
        turn.calls, turn.facts = 0, [fact for fact in turn.facts if fact.id.startswith("gathered:")]
        return Bench(self.runtime, turn, Toolbox(turn, self.runtime.db))


async def someone(runtime: Runtime, phone: str = "+15105550142", name: str = "Dana Ruiz") -> UUID:
    """A customer whose number is proven."""
    async with runtime.db.transaction() as tx:
        contact = Contact(channel="sms", phone=phone, name=name)
        return (await customers.resolve(tx, contact=contact, proven=True)).id


async def turn_of(runtime: Runtime, customer_id: UUID, words: str = "hello there") -> Bench:
    """The turn that answers everything that waits in the customer's conversation, with one message more."""
    async with runtime.db.transaction() as tx:
        metadata = {"proven": True, "handle": None}
        inbound = Inbound(channel="sms", customer_id=customer_id, text=words, channel_metadata=metadata)
        received = await runtime.concierge.receive(tx, inbound)
    async with runtime.db.transaction() as tx:
        thread = received.conversation.id
        begun = await conversations.begin_turn(
            tx, conversation_id=thread, owner=(owner := new_id()), seconds=60, limit=gather.HISTORY
        )
        assert begun is not None
        turn = await gather.turn_of(tx, begun)
        await conversations.end_turn(tx, conversation_id=thread, owner=owner)
    return Bench(runtime, turn, Toolbox(turn, runtime.db))


@asynccontextmanager
async def bench_on(database_url: str, clock: SettableClock, **environment: Any) -> AsyncIterator[Bench]:
    """A bench of a new customer on a database."""
    async with product_on(database_url, clock, **environment) as (app, _):
        runtime: Runtime = app.state.runtime
        yield await turn_of(runtime, await someone(runtime))
