"""What the built-in model may do next: call a tool, hand the turn to another agent, or say something."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hibachi.concierge.understanding.schemas import Dialogue


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to say: kind chooses the words, data holds what they may contain (fields of facts, names of slots)."""

    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Call:
    """A tool that has to run before anything can be said."""

    tool: str
    arguments: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Transfer:
    """Another agent has what this turn needs."""

    agent: str


@dataclass(frozen=True, slots=True)
class Say:
    """What to say, in order, and where the conversation stands once it is said."""

    acts: tuple[Act, ...]
    dialogue: Dialogue


Step = Call | Transfer | Say
