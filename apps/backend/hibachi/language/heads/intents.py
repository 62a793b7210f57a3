"""The intent head: a softmax over topics on the features of the encoder; an intent is the sum of its topics."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hibachi.language.embedding.encoder import WIDTH
from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.schemas import Hunch

FILES = Path(__file__).parent / "weights"
SEEN = 3 * WIDTH
"""The head sees the mean states after layers 4, 5 and 6: the end of the features."""
MOST = 5
"""How many of the likeliest are told."""


@dataclass(frozen=True, slots=True)
class IntentHead:
    """weight (SEEN, topics), bias (topics,); each topic is named "intent/topic"."""

    names: tuple[str, ...]
    weight: Floats
    bias: Floats
    act_at: float
    topic_at: float

    @classmethod
    def read(cls, folder: Path = FILES) -> "IntentHead":
        """The weights that `make train` wrote."""
        recipe = json.loads((folder / "intents.json").read_text())
        with np.load(folder / "intents.npz") as stored:
            weight, bias = stored["weight"].astype(np.float32), stored["bias"].astype(np.float32)
        return cls(tuple(recipe["names"]), weight, bias, recipe["act_at"], recipe["topic_at"])

    def chances(self, features: Floats) -> Floats:
        """(texts, FEATURES) → (texts, topics), each row adding up to one."""
        return softmax(features[:, -SEEN:] @ self.weight + self.bias)

    def of(self, features: Floats) -> Hunch:
        """What one text, (FEATURES,), is after."""
        chances = self.chances(features[None])[0]
        intents: dict[str, float] = {}
        topics: list[tuple[str, float]] = []
        for name, chance in zip(self.names, chances.tolist(), strict=True):
            intent, _, topic = name.partition("/")
            intents[intent] = intents.get(intent, 0.0) + chance
            topics.append((topic, chance))
        return Hunch(_first(intents.items()), _first(topics), self.act_at, self.topic_at)


def _first(scored: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    likeliest = sorted(scored, key=lambda one: -one[1])[:MOST]
    return tuple((name, round(chance, 4)) for name, chance in likeliest)


def softmax(scores: Floats) -> Floats:
    """Row by row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=1, keepdims=True)
    return chances
