"""The emotion head: Ekman's six, neutral and the sentiment, each with a probability of its own."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from hibachi.kit import lazy_re as re
from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.grams import grams
from hibachi.language.heads.intents import FILES
from hibachi.language.heads.schemas import Feeling, Mood, Sentiment

NAMES = ("anger", "disgust", "fear", "joy", "sadness", "surprise", "neutral")
SENTIMENTS = ("positive", "negative", "ambiguous", "neutral")
FEELINGS: tuple[Feeling, ...] = ("angry", "disgusted", "fearful", "happy", "sad", "surprised", "neutral")
LEAST, RANGE, LOUDER = 0.3, 0.5, 0.1
"""Intensity: LEAST at the threshold, LEAST + RANGE at certainty, LOUDER for each sign of loudness."""
_LOUD = (
    re.compile(r"!\s*!"),
    re.compile(r"\b(?:so|very|really|extremely|absolutely|totally|super|incredibly|beyond)\b", re.I),
    re.compile(r"\b(?:[A-Z]{3,}\W+){2,}|(\w)\1{3,}"),
)


@dataclass(frozen=True, slots=True)
class EmotionHead:
    """weight (FEATURES, 11), grams (SIZE, 11), bias (11,); thresholds (11,) those of the best F1 on the dev split."""

    weight: Floats
    grams: Floats
    bias: Floats
    scale: float
    thresholds: Floats

    @classmethod
    def read(cls, folder: Path = FILES) -> "EmotionHead":
        """The weights that `make train` wrote."""
        recipe = json.loads((folder / "emotions.json").read_text())
        with np.load(folder / "emotions.npz") as stored:
            weight, words, bias = (stored[name].astype(np.float32) for name in ("weight", "grams", "bias"))
        return cls(weight, words, bias, recipe["scale"], np.array(recipe["thresholds"], dtype=np.float32))

    def chances(self, texts: Sequence[str], features: Floats) -> Floats:
        """(texts, FEATURES) → (texts, 11): the seven of NAMES and the four of SENTIMENTS."""
        said = np.stack([self._said(text) for text in texts])
        scores = features @ self.weight + said + self.bias
        chances: Floats = 1 / (1 + np.exp(-scores))
        return chances

    def of(self, text: str, features: Floats) -> Mood:
        """How one text, (FEATURES,), feels: the feeling that stands out most above its threshold, else neutral."""
        chances = self.chances([text], features[None])[0]
        six = len(NAMES) - 1
        above = chances[:six] / self.thresholds[:six]
        best = int(above.argmax())
        scores: dict[str, float] = {
            feeling: round(float(chance), 3) for feeling, chance in zip(FEELINGS, chances, strict=False)
        }
        sentiment = _sentiment(chances[len(NAMES) :])
        if above[best] < 1:
            return Mood("neutral", 0.0, sentiment, scores)
        return Mood(FEELINGS[best], self._intensity(text, float(chances[best]), best), sentiment, scores)

    def _said(self, text: str) -> Floats:
        found = list(grams(text))
        if not found:
            return np.zeros(len(self.bias), dtype=np.float32)
        said: Floats = self.grams[found].sum(axis=0) * np.float32(self.scale / np.sqrt(len(found)))
        return said

    def _intensity(self, text: str, chance: float, which: int) -> float:
        least = float(self.thresholds[which])
        sure = (chance - least) / max(1e-6, 1 - least)
        loud = sum(LOUDER for sign in _LOUD if sign.search(text))
        return round(min(1.0, LEAST + RANGE * sure + loud), 3)


def _sentiment(chances: Floats) -> Sentiment:
    """Ambiguous counts as neutral: the words do not say whether it is good or bad."""
    named = SENTIMENTS[int(chances.argmax())]
    return named if named in ("positive", "negative") else "neutral"  # type: ignore[return-value] # mypy does not narrow by a tuple
