"""The head that says what a question to a caterer is about: what answers it, or a topic that no policy of one answers."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.intents import FILES, softmax
from hibachi.language.heads.schemas import Chances

LIKELIEST = 3


@dataclass(frozen=True, slots=True)
class AskedHead:
    """weight (WIDTH, names), bias (names,): on the sentence's vector alone, so that what was stored can be read too."""

    names: tuple[str, ...]
    weight: Floats
    bias: Floats

    @classmethod
    def read(cls, folder: Path = FILES) -> "AskedHead":
        """The weights that `make train` wrote."""
        recipe = json.loads((folder / "asked.json").read_text())
        with np.load(folder / "asked.npz") as stored:
            weight, bias = stored["weight"].astype(np.float32), stored["bias"].astype(np.float32)
        return cls(tuple(recipe["names"]), weight, bias)

    def chances(self, vectors: Floats) -> Floats:
        """(texts, WIDTH) → (texts, names), each row adding up to one."""
        return softmax(vectors @ self.weight + self.bias)

    def likeliest(self, vectors: Sequence[Floats]) -> tuple[Chances, ...]:
        """The likeliest topics of each vector, as plain values."""
        rows = self.chances(np.stack(vectors)).tolist()
        named = [sorted(zip(self.names, row, strict=True), key=lambda one: -one[1]) for row in rows]
        return tuple(tuple(one[:LIKELIEST]) for one in named)
