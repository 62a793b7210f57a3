"""The head that says what a question to a caterer is about: what answers it, or a topic that no policy of one answers."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.intents import FILES, softmax


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
