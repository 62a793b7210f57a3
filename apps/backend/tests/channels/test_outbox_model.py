"""Any life of an outbox against what must never be: twice, out of order, after a STOP or a take-over, backwards, lost."""

import os
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hibachi.channels.carriers import CarrierBusy, CarrierRefused, CarrierUncertain, Outgoing
from hibachi.channels.delivery import report
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Sent
from hibachi.kit.clock import SettableClock
from tests.channels.scripted import ScriptedCarrier, Shop, shop_on
from tests.conversations.acting import STAFF, answer

NUMBERS = count(1)
EXAMPLES = 150 if os.environ.get("HIBACHI_PROOF") == "1" else 12
TROUBLE = ("busy", "refused", "unclear", "broken", "cut", "dies before", "dies after")
STEPS = (
    "write",
    "reply",
    "send",
    "due",
    "stop",
    "start",
    "take over",
    "hand back",
    "staff",
    "delivered",
    "failed",
    "read",
)
ENDS = {"sent", "delivered", "read", "failed", "uncertain", "withheld"}
BEGUN = (
    "SELECT id FROM outbox WHERE state = 'uncertain' OR (:safe AND state IN ('withheld', 'failed') AND attempts > 0)"
)
"""Of unknown outcome. Where repeating is safe nobody asks what became of a try; a STOP may come behind
the first of them, before the next is begun."""
FORWARD = ("queued", "sending", "sent", "delivered", "read")


class Dies(BaseException):
    """The worker is gone: nothing after this line runs."""


class Troubled(ScriptedCarrier):
    """A carrier with one trouble at a time."""

    trouble: str | None = None

    async def send(self, outgoing: Outgoing) -> Any:
        """Take a message over, or be in trouble."""
        trouble, self.trouble = self.trouble, None
        before = {
            "busy": CarrierBusy("503"),
            "refused": CarrierRefused("30005", "unknown number"),
            "unclear": CarrierUncertain("time-out"),
            "broken": KeyError("sid"),
            "dies before": Dies(),
        }
        if trouble in before:
            raise before[trouble]
        self.cut = int(trouble == "cut")
        taken = await super().send(outgoing)
        if trouble == "dies after":
            raise Dies
        return taken


@dataclass
class Life:
    """One customer's thread, and what must hold of it at every moment."""

    shop: Shop
    carrier: Troubled
    phone: str
    thread: UUID | None = None
    customer: UUID | None = None
    stopped: bool = False
    human: bool = False
    seen: dict[UUID, str] = field(default_factory=dict)

    async def step(self, step: str) -> None:
        """Do one thing; while staff or STOP hold, what is forbidden must not reach the carrier."""
        if step in TROUBLE:
            self.carrier.trouble = step
            return
        before = len(self.carrier.taken)
        await getattr(self, step.replace(" ", "_"))()
        await self.check(self.carrier.taken[before:])

    async def write(self) -> None:
        received = await self.shop.arrives("how much for 12 in 94539?", phone=self.phone)
        self.thread, self.customer = received.conversation.id, received.conversation.customer_id

    async def reply(self) -> None:
        if self.thread and await self.open_messages():
            sent = await answer(self.shop.db, self.thread, "12 adults are $660.00. " * 60)
            assert isinstance(sent, Sent) == (not self.human and not self.stopped)

    async def open_messages(self) -> int:
        query = "SELECT id FROM messages WHERE conversation_id = :id AND role = 'user' AND answered_by IS NULL"
        return len(await self.shop.rows(query, id=self.thread))

    async def send(self) -> None:
        if self.thread:
            try:
                await self.shop.sender.send(self.thread)
            except Dies:
                self.shop.numbers += 1

    async def due(self) -> None:
        await self.shop.due()

    async def stop(self) -> None:
        if self.thread:
            await self.shop.arrives("STOP", phone=self.phone)
            self.stopped = True

    async def start(self) -> None:
        if self.thread and self.stopped:
            await self.shop.arrives("START", phone=self.phone)
            self.stopped = False

    async def take_over(self) -> None:
        if self.thread:
            async with self.shop.db.transaction(STAFF) as tx:
                await conversations.take_over(tx, conversation_id=self.thread, reason="I know her")

    async def hand_back(self) -> None:
        if self.thread and self.human:
            async with self.shop.db.transaction(STAFF) as tx:
                await conversations.hand_back(tx, conversation_id=self.thread)

    async def staff(self) -> None:
        if self.thread and self.human and not self.stopped:
            async with self.shop.db.transaction(STAFF) as tx:
                await conversations.staff_reply(tx, conversation_id=self.thread, text="Sam here.")

    async def delivered(self) -> None:
        await self.reported("delivered")

    async def failed(self) -> None:
        await self.reported("failed")

    async def read(self) -> None:
        await self.reported("read")

    async def reported(self, state: Any) -> None:
        for one in self.carrier.taken[-1:]:
            async with self.shop.db.transaction() as tx:
                await report(tx, provider="scripted", provider_message_id=f"SM-{one.id}", state=state)

    async def check(self, just_taken: list[Outgoing]) -> None:
        """What must hold after every step."""
        rows = await self.shop.rows(
            "SELECT * FROM outbox WHERE conversation_id = :id ORDER BY sequence", id=self.thread
        )
        known = {row["id"]: row for row in rows}
        ids = [one.id for one in self.carrier.taken]
        assert len(ids) == len(set(ids)), "twice"
        order = [known[one]["sequence"] for one in ids]
        assert order == sorted(order), "out of order"
        for one in just_taken:
            kind = known[one.id]["kind"]
            assert not self.stopped or kind == "system", "after a STOP"
            assert not self.human or kind in ("staff", "system"), "after a take-over"
        for row in rows:
            was, now = self.seen.get(row["id"], "queued"), row["state"]
            if was in FORWARD[2:] and now in FORWARD:
                assert FORWARD.index(now) >= FORWARD.index(was), "backwards"
            assert was not in ("withheld", "failed") or now == was, "back from the end"
        self.seen = {row["id"]: row["state"] for row in rows}
        if self.thread:
            [thread] = await self.shop.rows("SELECT status FROM conversations WHERE id = :id", id=self.thread)
            self.human = thread["status"] == "escalated"

    async def end(self) -> None:
        """When every wait is over, nothing is left on its way, and what was lost is a human's."""
        for _ in range(12):
            await self.due()
            await self.send()
        rows = await self.shop.rows("SELECT state FROM outbox WHERE conversation_id = :id", id=self.thread)
        assert {row["state"] for row in rows} <= ENDS
        taken = {row["id"] for row in await self.shop.rows("SELECT id FROM outbox WHERE provider IS NOT NULL")}
        assert {one.id for one in self.carrier.taken} - taken <= {
            row["id"] for row in await self.shop.rows(BEGUN, safe=self.carrier.safe_to_repeat)
        }, "taken, and nobody knows"


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.sampled_from((*STEPS, *TROUBLE, "write", "reply", "send", "send", "due")), min_size=10, max_size=40
    ),
    safe=st.booleans(),
)
async def test_any_life_of_an_outbox(database_url: str, clock: SettableClock, steps: list[str], *, safe: bool) -> None:
    carrier = Troubled(safe_to_repeat=safe)
    async with shop_on(database_url, clock, carrier) as shop:
        shop.numbers = 1000 * next(NUMBERS)
        life = Life(shop, carrier, f"+1510555{next(NUMBERS):04}")
        for step in ["write", "reply", *steps]:
            await life.step(step)
        await life.end()
