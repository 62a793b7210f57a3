"""Random lives of a conversation against a small model: what may be said, and what stands in the database then."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from hibachi.conversations import service
from hibachi.conversations.errors import CustomerOptedOut, StepRefused
from hibachi.conversations.schemas import Escalation, Making, Sent, Withheld
from hibachi.customers.schemas import Customer
from hibachi.kit.db import Database, Tx
from tests.conversations.acting import STAFF, checked, message, rows, somebody

NUMBERS = count(1)
OWNERS = (UUID(int=1), UUID(int=2))
COST = Decimal("0.001")
STEPS = (
    "write",
    "take 0",
    "take 1",
    "run out",
    "end 0",
    "end 1",
    "read 0",
    "read 1",
    "send 0",
    "send 1",
    "hand over 0",
    "escalate",
    "take over",
    "staff reply",
    "hand back",
    "stop",
    "start",
)
OFTEN = ("write", "read 0", "send 0", "send 0", "start", "hand back")
"""Said more often, so that lives do not end in silence."""


@dataclass
class Model:
    """What the conversation is believed to be, in the simplest words."""

    human: bool = False
    stopped: bool = False
    owner: int | None = None
    ran_out: bool = False
    open: set[UUID] = field(default_factory=set)
    done: set[UUID] = field(default_factory=set)
    drafts: dict[int, set[UUID]] = field(default_factory=dict)
    ai: int = 0
    staff: int = 0

    def why_not(self, owner: int) -> str | None:
        """Why this owner's draft is not sent."""
        draft = self.drafts[owner]
        if self.human:
            return "human_speaks"
        if self.stopped:
            return "opted_out"
        if draft & self.done:
            return "already_answered"
        if self.open - draft:
            return "newer_message"
        return None if self.owner == owner else "lease_lost"

    def answer_all(self) -> None:
        self.done |= self.open
        self.open = set()


@dataclass
class Life:
    """One conversation of one customer, lived beside its model."""

    db: Database
    customer: Customer
    thread: UUID
    model: Model

    async def step(self, name: str) -> None:
        """Do one thing to both, and compare what came of it."""
        verb, _, number = name.rpartition(" ") if name[-1].isdigit() else (name, "", "0")
        does: Callable[[Tx, int], Awaitable[None]] = getattr(self, verb.replace(" ", "_"))
        try:
            async with self.db.transaction(STAFF) as tx:
                await does(tx, int(number))
        except (StepRefused, CustomerOptedOut) as refusal:
            assert verb in ("staff reply", "hand back"), refusal

    async def write(self, tx: Tx, _: int) -> None:
        received = await service.receive(tx, inbound=message(self.customer, "and now?"))
        assert received.conversation.id == self.thread
        self.model.open.add(received.message.id)

    async def take(self, tx: Tx, owner: int) -> None:
        taken = await service.take_turn(tx, conversation_id=self.thread, owner=OWNERS[owner], seconds=3600)
        assert taken == (self.model.owner is None or self.model.ran_out)
        if taken:
            self.model.owner, self.model.ran_out = owner, False

    async def run_out(self, tx: Tx, _: int) -> None:
        past = "UPDATE conversations SET turn_lease_until = '2020-01-01Z' WHERE id = :id AND turn_owner IS NOT NULL"
        await tx.session.execute(text(past), {"id": self.thread})
        self.model.ran_out = self.model.owner is not None

    async def end(self, tx: Tx, owner: int) -> None:
        ended = await service.end_turn(tx, conversation_id=self.thread, owner=OWNERS[owner])
        assert ended == (self.model.owner == owner)
        if ended:
            self.model.owner, self.model.ran_out = None, False

    async def read(self, tx: Tx, owner: int) -> None:
        found = {one.id for one in await service.unanswered(tx, conversation_id=self.thread)}
        assert found == self.model.open
        self.model.drafts[owner] = found

    async def send(self, tx: Tx, owner: int, and_escalate: Escalation | None = None) -> None:
        draft = self.model.drafts.get(owner)
        if not draft:
            return
        outcome = await service.send_reply(
            tx,
            conversation_id=self.thread,
            owner=OWNERS[owner],
            checked=checked(),
            answers=draft,
            making=Making(model="built-in", confidence=0.5, cost_usd=COST),
            and_escalate=and_escalate,
            discloses=True,
        )
        why_not = self.model.why_not(owner)
        assert (outcome.reason if isinstance(outcome, Withheld) else None) == why_not
        if isinstance(outcome, Sent):
            self.model.ai += 1
            self.model.answer_all()
            self.model.human = and_escalate is not None

    async def hand_over(self, tx: Tx, owner: int) -> None:
        await self.send(tx, owner, Escalation(reason="asked for a person", summary="…"))

    async def escalate(self, tx: Tx, _: int) -> None:
        await service.escalate(tx, conversation_id=self.thread, reason="anger", summary="…")
        self.model.human = True

    async def take_over(self, tx: Tx, _: int) -> None:
        await service.take_over(tx, conversation_id=self.thread, reason="I know her")
        self.model.human = True

    async def staff_reply(self, tx: Tx, _: int) -> None:
        await service.staff_reply(tx, conversation_id=self.thread, text="Sam here.")
        assert self.model.human
        assert not self.model.stopped
        self.model.staff += 1
        self.model.answer_all()

    async def hand_back(self, tx: Tx, _: int) -> None:
        await service.hand_back(tx, conversation_id=self.thread)
        assert self.model.human
        self.model.human = False

    async def stop(self, tx: Tx, _: int) -> None:
        noted = await service.opt_out(tx, customer_id=self.customer.id, channel="sms", words="STOP")
        assert noted == (not self.model.stopped)
        self.model.stopped = True

    async def start(self, tx: Tx, _: int) -> None:
        ended = await service.opt_in(tx, customer_id=self.customer.id, channel="sms", words="START")
        assert ended == self.model.stopped
        self.model.stopped = False

    async def compare(self) -> None:
        """What another system would read must be what the model says, and the numbers what one counts."""
        said = await rows(self.db, "SELECT * FROM messages WHERE conversation_id = :id", id=self.thread)
        machine = [one for one in said if one["role"] == "assistant" and one["staff_id"] is None]
        assert len(machine) == self.model.ai
        assert len([one for one in said if one["staff_id"] is not None]) == self.model.staff
        customers = [one for one in said if one["role"] == "user"]
        assert {one["id"] for one in customers if one["answered_by"] is None} == self.model.open
        assert {one["id"] for one in customers if one["answered_by"] is not None} == self.model.done
        assert {one["id"] for one in machine} <= {one["answered_by"] for one in customers}
        async with self.db.transaction() as tx:
            numbers = await service.numbers(tx, conversation_id=self.thread)
            speaker = await service.speaker(tx, conversation_id=self.thread)
        assert speaker == ("human" if self.model.human else "ai")
        assert numbers.total_messages == len(said)
        assert numbers.total_cost_usd == COST * self.model.ai
        assert numbers.avg_confidence == (0.5 if machine else None)
        assert numbers.resolution_status == ("escalated" if self.model.human else "open")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from((*STEPS, *OFTEN)), min_size=20, max_size=40))
async def test_any_life_of_a_conversation_is_the_models(db: Database, steps: list[str]) -> None:
    customer = await somebody(db, f"+1510555{next(NUMBERS):04}")
    async with db.transaction() as tx:
        first = await service.receive(tx, inbound=message(customer))
    life = Life(db, customer, first.conversation.id, Model(open={first.message.id}))
    for step in ["take 0", "read 0", *steps]:
        await life.step(step)
    await life.compare()


async def test_the_model_itself_withholds_for_every_reason() -> None:
    draft = {uuid4()}
    for model, reason in (
        (Model(owner=0, open=draft, drafts={0: draft}), None),
        (Model(owner=0, open=draft, drafts={0: draft}, human=True), "human_speaks"),
        (Model(owner=0, open=draft, drafts={0: draft}, stopped=True), "opted_out"),
        (Model(owner=1, open=draft, drafts={0: draft}), "lease_lost"),
        (Model(owner=0, done=draft, drafts={0: draft}), "already_answered"),
        (Model(owner=0, open={*draft, uuid4()}, drafts={0: draft}), "newer_message"),
    ):
        assert model.why_not(0) == reason
