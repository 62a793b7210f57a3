"""What a question is about, and what a passage: both as chances of topics, by the head that was trained on questions.

A topic has the name of the policies' passage that answers it ("rain"); those that no policy answers stand below
"unanswered/". An entry of the owner has the topics of its own wordings, so that it is found by them too.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from hibachi.language.heads.asked import AskedHead

PROFILE = "profile:"
LEAST = 0.05
"""What is less likely is no topic of a passage."""
LOOKED_UP, LEAST_LOOKED_UP = 5, 0.01
"""So many of the likeliest topics' passages are ranked, whether words and vectors find them or not."""
Topics = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about: each topic's chance, and what of it no passage of the policies answers."""

    chances: Topics
    unserved: Topics
    left: float

    @classmethod
    def of(cls, chances: Topics, served: Collection[str]) -> Self:
        """By the chances of its topics. served: the topics that passages of the policies answer."""
        unserved = {name: chance for name, chance in chances.items() if name not in served}
        return cls(chances, unserved, sum(unserved.values()))

    def shared(self, own: Topics) -> float:
        """How likely the question is about what a passage of these topics is about, 0..1."""
        most = max(own.values(), default=0.0)
        return sum(self.chances.get(name, 0.0) * share for name, share in own.items()) / most if most else 0.0

    def beside(self, own: Topics) -> float:
        """How likely it is about what neither the policies' passages nor one of these topics answer, 0..1."""
        most = max(own.values(), default=1.0)
        told = sum(self.unserved.get(name, 0.0) * share / most for name, share in own.items())
        return max(0.0, self.left - told)


@cache
def _head() -> "AskedHead":
    from hibachi.language.heads.asked import AskedHead

    return AskedHead.read()


def of_vectors(vectors: Sequence[Sequence[float]]) -> dict[str, float]:
    """How likely each topic is, over several wordings; they add up to one."""
    import numpy as np

    head = _head()
    chances = head.chances(np.asarray(vectors, dtype=np.float32)).mean(axis=0)
    return dict(zip(head.names, chances.tolist(), strict=True))


def of_wordings(vectors: Sequence[Sequence[float]]) -> dict[str, float]:
    """What a passage is about, by the vectors of its wordings: its topics, each with its chance."""
    return {name: round(chance, 4) for name, chance in of_vectors(vectors).items() if chance >= LEAST}


def of_key(key: str) -> str:
    """The topic that a passage of the policies answers: "profile:rain" → "rain", "profile:season:easter" → "season"."""
    return key.removeprefix(PROFILE).partition(":")[0]


def is_known(name: str) -> bool:
    """Whether the head knows a topic."""
    return name in _head().names


def looked_up(chances: Topics, keys: Collection[str]) -> list[str]:
    """Which of the policies' passages answer what a question of these chances is likeliest about."""
    first = sorted(chances, key=lambda name: -chances[name])[:LOOKED_UP]
    likely = [name for name in first if chances[name] >= LEAST_LOOKED_UP]
    return [key for key in keys if of_key(key) in likely]
