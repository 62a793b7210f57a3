"""Training and measuring the emotion head on GoEmotions (train to learn, dev to tune, test to measure)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from evals.heads import features
from evals.heads.rows import rows
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]  # ships no types

from hibachi.language.embedding import weights
from hibachi.language.embedding.model import FEATURES, HIGHEST, MEANS, Model
from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.emotions import NAMES, SENTIMENTS, EmotionHead
from hibachi.language.heads.grams import SIZE, grams
from hibachi.language.heads.intents import FILES

OUTPUTS = len(NAMES) + len(SENTIMENTS)
EPOCHS, BATCH, RATE, DECAY, SCALE, SEED = 4, 256, 1.5e-3, 1e-2, 6.0, 0


@dataclass(frozen=True, slots=True)
class Part:
    """One split: texts, their features, and the labels as (texts, OUTPUTS) of zeros and ones."""

    texts: list[str]
    seen: Floats
    truth: Floats


def part(model: Model, path: Path) -> Part:
    """Read a split and encode it."""
    found = rows(path)
    texts = [row["text"] for row in found]
    return Part(texts, features.of(model, texts), np.array([_truth(row) for row in found], dtype=np.float32))


def _truth(row: dict[str, Any]) -> list[float]:
    felt = [float(name in row["ekman"]) for name in NAMES]
    return felt + [float(name in row["sentiment"]) for name in SENTIMENTS]


def train(learnt: Part, dev: Part, *, epochs: int = EPOCHS) -> EmotionHead:
    """A linear end on features and hashed words, each output by itself; thresholds from dev."""
    middle, spread = learnt.seen.mean(axis=0), learnt.seen.std(axis=0) + np.float32(1e-3)
    named = _fit((learnt.seen - middle) / spread, said(learnt.texts), learnt.truth, epochs)
    weight = (named["weight"] / spread[:, None]).astype(np.float16).astype(np.float32)
    words = named["grams"].astype(np.float16).astype(np.float32)
    bias = named["bias"] - middle @ weight
    blind = EmotionHead(weight, words, bias, SCALE, np.full(len(NAMES), 0.5, dtype=np.float32))
    chances = blind.chances(dev.texts, dev.seen)
    found = np.array([best_threshold(chances[:, one], dev.truth[:, one]) for one in range(OUTPUTS)])
    return EmotionHead(weight, words, bias, SCALE, found.round(4).astype(np.float32))


def said(texts: list[str]) -> csr_matrix:
    """The hashed words, a row a text, each with length SCALE."""
    found = [grams(text) for text in texts]
    values = [SCALE / np.sqrt(len(one)) for one in found for _ in one]
    ends = np.cumsum([0, *(len(one) for one in found)])
    places = [place for one in found for place in one]
    return csr_matrix((np.array(values, dtype=np.float32), places, ends), shape=(len(texts), SIZE))


def _fit(seen: Floats, words: csr_matrix, truth: Floats, epochs: int) -> dict[str, Floats]:
    """Adam on the binary cross-entropy, its rate falling to zero, with decoupled decay."""
    shapes = {"weight": (FEATURES, OUTPUTS), "bias": (OUTPUTS,), "grams": (SIZE, OUTPUTS)}
    named = {name: np.zeros(shape, dtype=np.float32) for name, shape in shapes.items()}
    means = {name: np.zeros_like(value) for name, value in named.items()}
    squares = {name: np.zeros_like(value) for name, value in named.items()}
    random, step = np.random.default_rng(SEED), 0
    steps = epochs * -(-len(truth) // BATCH)
    for _ in range(epochs):
        order = random.permutation(len(truth))
        for begin in range(0, len(order), BATCH):
            chosen, step = order[begin : begin + BATCH], step + 1
            x, spoken = seen[chosen], words[chosen]
            scores = x @ named["weight"] + spoken @ named["grams"] + named["bias"]
            wrong = (1 / (1 + np.exp(-scores)) - truth[chosen]) / np.float32(len(chosen))
            gradients = {"weight": x.T @ wrong, "bias": wrong.sum(axis=0), "grams": spoken.T @ wrong}
            rate = np.float32(RATE * (1 - step / steps))
            for name, gradient in gradients.items():
                _adam(named[name], means[name], squares[name], gradient, rate, step)
    return named


def _adam(value: Floats, mean: Floats, square: Floats, gradient: Floats, rate: np.float32, step: int) -> None:
    mean += (gradient - mean) * np.float32(0.1)
    square += (gradient * gradient - square) * np.float32(0.001)
    moved = (mean / np.float32(1 - 0.9**step)) / (np.sqrt(square / np.float32(1 - 0.999**step)) + np.float32(1e-8))
    if value.ndim > 1:
        moved += np.float32(DECAY) * value
    value -= rate * moved


def best_threshold(chances: Floats, truth: Floats) -> float:
    """The probability from which calling it gives the best F1."""
    order = np.argsort(-chances)
    hits = truth[order].cumsum()
    scores = 2 * hits / (np.arange(1, len(order) + 1) + truth.sum())
    return float(chances[order][int(scores.argmax())])


def f1(called: Floats, truth: Floats) -> Floats:
    """(outputs,): the F1 of each output."""
    hits = (called * truth).sum(axis=0)
    scores: Floats = 2 * hits / np.maximum(1, called.sum(axis=0) + truth.sum(axis=0))
    return scores


def measure(head: EmotionHead, asked: Part) -> Floats:
    """(OUTPUTS,): the F1 of each feeling and each sentiment at the head's thresholds."""
    chances = head.chances(asked.texts, asked.seen)
    return f1((chances >= head.thresholds).astype(np.float32), asked.truth)


def macro(scores: Floats) -> tuple[float, float]:
    """The mean over the seven feelings, and over the four sentiments."""
    return float(scores[: len(NAMES)].mean()), float(scores[len(NAMES) :].mean())


def train_and_write(model: Model, folder: Path, into: Path = FILES) -> float:
    """Train, write the weights with their recipe, and give the macro-F1 on dev."""
    learnt, dev = part(model, folder / "train.jsonl.gz"), part(model, folder / "dev.jsonl")
    head = train(learnt, dev)
    ekman, sentiment = macro(measure(head, dev))
    into.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        into / "emotions.npz",
        weight=head.weight.astype(np.float16),
        grams=head.grams.astype(np.float16),
        bias=head.bias,
    )
    recipe = {
        "scale": SCALE,
        "thresholds": [round(float(one), 4) for one in head.thresholds],
        "recipe": {
            "made_by": "python -m evals.train emotions",
            "encoder_sha256": weights.SHA256,
            "data": "GoEmotions (Demszky et al. 2020, CC BY 4.0), train split; thresholds from dev; test never seen",
            "texts": len(learnt.texts),
            "head": f"11 logistic outputs; highest states after layers {HIGHEST}, means after {MEANS}, hashed words and pairs",
            "fit": f"Adam, {EPOCHS} epochs of {BATCH}, rate {RATE} falling to 0, decay {DECAY}, seed {SEED}",
        },
        "evaluation": {"dev_macro_f1_ekman": round(ekman, 4), "dev_macro_f1_sentiment": round(sentiment, 4)},
    }
    (into / "emotions.json").write_text(json.dumps(recipe, indent=1) + "\n")
    return ekman
