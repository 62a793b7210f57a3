"""The head that hears what is no matter for a machine: an injury, a threat, a complaint, however it is worded."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.intents import FILES, SEEN, softmax
from hibachi.language.heads.schemas import Alarm

NONE = "none"


@dataclass(frozen=True, slots=True)
class MatterHead:
    """weight (SEEN, names), bias (names,); one of the names is NONE. act_at: from which probability each matter is sure."""

    names: tuple[str, ...]
    weight: Floats
    bias: Floats
    act_at: dict[str, float]

    @classmethod
    def read(cls, folder: Path = FILES) -> "MatterHead":
        """The weights that `make train` wrote."""
        recipe = json.loads((folder / "matters.json").read_text())
        with np.load(folder / "matters.npz") as stored:
            weight, bias = stored["weight"].astype(np.float32), stored["bias"].astype(np.float32)
        return cls(tuple(recipe["names"]), weight, bias, recipe["act_at"])

    def of(self, features: Floats) -> Alarm:
        """The likeliest matter of one text, (FEATURES,), and how likely it is that there is any."""
        chances = softmax((features[-SEEN:] @ self.weight + self.bias)[None])[0]
        none = self.names.index(NONE)
        best = max((number for number in range(len(self.names)) if number != none), key=lambda number: chances[number])
        return Alarm(self.names[best], round(1 - float(chances[none]), 4), self.act_at[self.names[best]])
