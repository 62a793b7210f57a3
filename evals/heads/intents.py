"""Training and measuring the intent head on the utterances of this folder."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from evals.heads import examples, linear
from evals.heads.examples import Example
from numpy.typing import NDArray

from hibachi.language.embedding import weights
from hibachi.language.embedding.model import Model
from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.intents import FILES, SEEN, IntentHead

RIGHT, RIGHT_TOPIC = 0.95, 0.9
"""How often the head has to be right on unseen utterances where it may act: on an intent, on a topic."""


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of utterances: the intent right, the topic right, sure enough to act, right of those."""

    cases: int
    intent: float
    topic: float
    sure: float
    right_of_sure: float


def train(model: Model, folder: Path = examples.LEARNT) -> tuple[IntentHead, Score]:
    """The head, and its score on utterances that it was not shown (four folds of the learnt ones)."""
    learnt = examples.read(folder)
    features = model.features([one.text for one in learnt])[:, -SEEN:]
    labels = [one.name for one in learnt]
    names, chances = linear.unseen(features, labels, [one.intent for one in learnt])
    act_at = _least(*_right(*by_intent(names, chances), [one.intent for one in learnt]), RIGHT)
    topic_at = _least(*_right(names, chances, labels), RIGHT_TOPIC)
    fitted = linear.fit(features, labels)
    assert fitted.names == names, "every topic has utterances in every fold"
    weight = fitted.weight.astype(np.float16).astype(np.float32)
    return IntentHead(names, weight, fitted.bias, act_at, topic_at), _score(names, chances, learnt, act_at)


def measure(head: IntentHead, model: Model, folder: Path = examples.HELD_OUT) -> Score:
    """The head on utterances that were written apart and are used for nothing else."""
    asked = examples.read(folder)
    chances = head.chances(model.features([one.text for one in asked]))
    return _score(head.names, chances, asked, head.act_at)


def write(head: IntentHead, unseen: Score, held_out: Score, folder: Path = FILES) -> None:
    """The weights, and beside them how they came to be."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "intents.npz", weight=head.weight.astype(np.float16), bias=head.bias)
    recipe = {
        "names": head.names,
        "act_at": head.act_at,
        "topic_at": head.topic_at,
        "recipe": {
            "made_by": "python -m evals.train",
            "encoder_sha256": weights.SHA256,
            "sees": "mean states after layers 4, 5 and 6, each with length one",
            "head": f"multinomial logistic regression, C {linear.STRENGTH}, L-BFGS from zero, at most {linear.STEPS} steps",
            "examples_sha256": examples.digest(examples.LEARNT),
            "held_out_sha256": examples.digest(examples.HELD_OUT),
            "act_at": f"lowest probability from which {RIGHT:.0%} of unseen utterances were right ({linear.FOLDS} folds); topics {RIGHT_TOPIC:.0%}",
        },
        "evaluation": {"unseen_of_the_learnt": _rounded(unseen), "held_out": _rounded(held_out)},
    }
    (folder / "intents.json").write_text(json.dumps(recipe, indent=1) + "\n")


def _rounded(score: Score) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(score).items()}


def by_intent(names: Sequence[str], chances: Floats) -> tuple[list[str], Floats]:
    """Topics summed into their intents: the intents, and (texts, intents)."""
    of = [name.partition("/")[0] for name in names]
    intents = sorted(set(of))
    joined = np.stack([chances[:, [one == intent for one in of]].sum(axis=1) for intent in intents], axis=1)
    return intents, joined


def _score(names: Sequence[str], chances: Floats, asked: Sequence[Example], act_at: float) -> Score:
    right, surest = _right(*by_intent(names, chances), [one.intent for one in asked])
    topic, _ = _right(names, chances, [one.name for one in asked])
    sure = surest >= act_at
    shares = (right.mean(), topic.mean(), sure.mean(), right[sure].mean() if sure.any() else 0.0)
    return Score(len(asked), *(float(share) for share in shares))


def _right(names: Sequence[str], chances: Floats, truth: Sequence[str]) -> tuple[NDArray[np.bool_], Floats]:
    """Which texts the likeliest name is right for, and how likely it is."""
    best = chances.argmax(axis=1)
    return np.array([names[one] for one in best]) == np.array(truth), chances.max(axis=1)


def _least(right: NDArray[np.bool_], surest: Floats, share: float) -> float:
    """The lowest probability from which so many were right; 1 when there is none."""
    order = np.argsort(-surest)
    shares = right[order].cumsum() / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= share)
    return round(float(surest[order][enough[-1]]), 3) if len(enough) else 1.0
