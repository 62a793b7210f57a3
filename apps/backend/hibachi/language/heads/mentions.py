"""The head that says whether a sentence only mentions its numbers, people, days and deeds, or tells them of what is planned.

"My brother got sick once", "do you cancel for wind?", "I've got bridge on Wednesdays" mention; "my brother comes too", "cancel
it", "Wednesday then" tell. It sees the encoder's states and the words themselves.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.grams import grams
from hibachi.language.heads.intents import FILES, SEEN


@dataclass(frozen=True, slots=True)
class MentionHead:
    """weight (SEEN,) on the encoder's states, words (SIZE of grams,) on the words; bias."""

    weight: Floats
    words: Floats
    bias: float

    @classmethod
    def read(cls, folder: Path = FILES) -> "MentionHead":
        """The weights that `make train` wrote."""
        with np.load(folder / "mentions.npz") as stored:
            weight, words = stored["weight"].astype(np.float32), stored["words"].astype(np.float32)
        return cls(weight, words, float(json.loads((folder / "mentions.json").read_text())["bias"]))

    def of(self, texts: Sequence[str], features: Sequence[Floats]) -> tuple[float, ...]:
        """How likely each text only mentions, 0..1; features: (FEATURES,) of each."""
        scores = [
            float(seen[-SEEN:] @ self.weight)
            + float(self.words[np.array(grams(text), dtype=np.intp)].sum())
            + self.bias
            for text, seen in zip(texts, features, strict=True)
        ]
        return tuple(round(float(1 / (1 + np.exp(-score))), 4) for score in scores)
