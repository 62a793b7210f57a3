"""One customer turn while it is being thought: what was said, what is known, what was called. No database in here."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from hibachi.concierge.facts import Evidence, Fact
from hibachi.conversations.schemas import Message
from hibachi.customers.schemas import ChannelName
from hibachi.memory.schemas import CustomerMemory
from hibachi.policies.schemas import PolicyBook, Profile

if TYPE_CHECKING:
    from hibachi.concierge.understanding.schemas import Dialogue, Reading
    from hibachi.concierge.validator import Verdict


@dataclass(frozen=True, slots=True)
class Line:
    """One message of the conversation so far."""

    role: Literal["customer", "concierge", "human"]
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """Who writes, as far as the channel proves it (a claim on the web chat proves nothing)."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    handle: str | None = None
    proven: bool = False


@dataclass(frozen=True, slots=True)
class Escalation:
    """Why a human has to take over, and what they need to know."""

    reason: str
    summary: str


def silently(status: str) -> None:
    """Nobody is watching this turn."""


def as_it_is(turn: "Turn", text: str) -> tuple[str, ...]:
    """Nothing is put to a text before it leaves."""
    return (text,)


@dataclass(slots=True)
class Turn:
    """Everything that the agents, the tools, the built-in model and the validator share during one turn.

    `said` are all of the customer's messages, oldest first; `new` those that this turn answers (ids in `answers`); `facts` what was
    gathered before the model spoke and what its tools returned, in order; `calls` the number of tool calls made;
    `tell` is told the name of each tool as it begins, for whoever watches the turn (a status, never a text);
    `card_site` is where customers pay by card (None: they cannot);
    `memory` is what is remembered of whom the channel proves;
    `reply` is the one that was sent, where the machine speaks on; `opening` is the disclosure that a machine answers, where this reply has to say so; `leaving` gives the whole forms
    in which a model's text may leave, the best one first: those are what is checked; `judged` are the verdicts so far;
    `inquiry_details` and `protein_info` say what the inquiry is about and what its proteins cost.
    """

    conversation_id: UUID
    customer_id: UUID
    channel: ChannelName
    contact: Contact
    now: datetime
    zone: str
    book: PolicyBook
    lines: list[Line]
    new: list[str]
    answers: list[UUID]
    dialogue: "Dialogue"
    reading: "Reading"
    facts: list[Fact] = field(default_factory=list)
    agent: str = "general"
    agents_used: list[str] = field(default_factory=list)
    calls: int = 0
    rejections: list[list[str]] = field(default_factory=list)
    escalation: Escalation | None = None
    tell: Callable[[str], None] = silently
    card_site: str | None = None
    opening: str = ""
    leaving: "Callable[[Turn, str], tuple[str, ...]]" = as_it_is
    judged: "dict[tuple[object, ...], tuple[Evidence, Profile, Verdict]]" = field(default_factory=dict)
    inquiry_details: dict[str, Any] = field(default_factory=dict)
    protein_info: dict[str, Any] | None = None
    memory: CustomerMemory | None = None
    indexed: Evidence | None = None
    reply: Message | None = None

    @property
    def evidence(self) -> Evidence:
        """What the facts license; indexed anew as soon as they are not the same facts in the same order."""
        known = self.indexed
        same = known is not None and len(known.facts) == len(self.facts)
        if known is None or not same or any(a is not b for a, b in zip(known.facts, self.facts, strict=True)):
            known = self.indexed = Evidence.of(self.facts, self.zone)
        return known

    @property
    def inbound_id(self) -> UUID:
        """The newest message that this turn answers: the key of its tool calls."""
        return self.answers[-1]

    @property
    def profile(self) -> Profile:
        """The owner's numbers and words in force."""
        return self.book.profile

    @property
    def said(self) -> list[str]:
        """All of the customer's words of this conversation, oldest first."""
        return [line.text for line in self.lines if line.role == "customer"]

    def called(self, tool: str) -> list[Fact]:
        """The results that a tool returned in this turn (gathered ones too), oldest first."""
        return [fact for fact in self.facts if fact.tool == tool]

    def latest(self, tool: str) -> dict[str, Any] | None:
        """The newest result of a tool in this turn."""
        found = self.called(tool)
        return found[-1].result if found else None


current_turn: ContextVar[Turn] = ContextVar("current_turn")
"""The turn that the running task is thinking about; the built-in model reads it instead of parsing a prompt."""
