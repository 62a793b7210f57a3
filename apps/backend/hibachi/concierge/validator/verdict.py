"""What the validator says of a reply."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hibachi.conversations.schemas import CheckedText


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a reply may not leave. words: what it says wrongly; why: a sentence that tells a model how to mend it."""

    kind: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Trace:
    """Characters [start, end) of the reply, and the field of the fact that they rest on."""

    start: int
    end: int
    words: str
    fact_id: str
    path: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """ok: the reply may leave, and `checked` is the proof of it; else errors say what is wrong."""

    text: str
    errors: tuple[Problem, ...]
    traces: tuple[Trace, ...]
    checked: CheckedText | None = None

    @property
    def ok(self) -> bool:
        return not self.errors

    def facts(self) -> list[dict[str, Any]]:
        """The traces as JSON, for storing beside the message."""
        return as_json(self.traces)


def as_json(traces: Sequence[Trace]) -> list[dict[str, Any]]:
    """The traces as JSON; written out, since dataclasses.asdict costs more than finding them."""
    return [
        {"start": one.start, "end": one.end, "words": one.words, "fact_id": one.fact_id, "path": one.path}
        for one in traces
    ]
