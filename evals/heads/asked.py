"""Training the head of questions: on the examples of passages/ and on the ways to ask that the product itself knows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evals.heads import examples, features, linear
from evals.heads.examples import Example
from sklearn.model_selection import GroupKFold, StratifiedKFold  # type: ignore[import-untyped]  # ships no types

from hibachi.knowledge.rendering.ways import ways
from hibachi.language.embedding import weights
from hibachi.language.embedding.encoder import WIDTH
from hibachi.language.embedding.model import Model
from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.asked import AskedHead
from hibachi.language.heads.intents import FILES

LEARNT = Path(__file__).resolve().parent / "passages" / "examples"
NOTHING = "unanswered"
"""The file of the topics that no policy answers; their names begin with it."""
FOLDS, STRANGE_FOLDS = 3, 3


@dataclass(frozen=True, slots=True)
class Unseen:
    """Examples with the chances that heads gave which had not seen them; of `strange` ones they had not seen the topic either."""

    texts: list[str]
    names: list[str]
    chances: Floats
    strange: dict[str, Floats]


def named(one: Example) -> str:
    """The name of an example's topic."""
    return f"{NOTHING}/{one.topic}" if one.intent.endswith(NOTHING) else one.topic


def train(model: Model) -> AskedHead:
    """The head that ships."""
    seen, labels = _learnt(model)
    mine, names = _ways(model)
    fitted = linear.fit(np.concatenate([seen, mine]), [*labels, *names])
    return AskedHead(fitted.names, fitted.weight.astype(np.float16).astype(np.float32), fitted.bias)


def unseen(model: Model, head: AskedHead) -> Unseen:
    """What heads say of examples that they were not shown: by folds of examples, and by folds of whole topics."""
    seen, labels = _learnt(model)
    chances = np.zeros((len(labels), len(head.names)), dtype=np.float32)
    strange: dict[str, Floats] = {}
    for learnt, left in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(seen, labels):
        chances[left] = _by_others(model, head, seen, labels, learnt, left)
    texts = [one.text for one in examples.read(LEARNT)]
    nothing = np.flatnonzero([label.startswith(NOTHING) for label in labels])
    something = np.flatnonzero([not label.startswith(NOTHING) for label in labels])
    topics = [labels[one] for one in nothing]
    for learnt, left in GroupKFold(STRANGE_FOLDS).split(nothing, groups=topics):
        told = _by_others(model, head, seen, labels, np.concatenate([something, nothing[learnt]]), nothing[left])
        strange |= {texts[one]: row for one, row in zip(nothing[left], told, strict=True)}
    return Unseen(texts, labels, chances, strange)


def write(head: AskedHead, found: Unseen, folder: Path = FILES) -> float:
    """The weights, and beside them how they came to be; the share of unseen examples whose topic is among the first three."""
    right = _among_three(head, found)
    np.savez(folder / "asked.npz", weight=head.weight.astype(np.float16), bias=head.bias)
    recipe = {
        "names": head.names,
        "recipe": {
            "made_by": "python -m evals.train asked",
            "encoder_sha256": weights.SHA256,
            "sees": "the sentence's vector",
            "head": f"multinomial logistic regression, C {linear.STRENGTH}, L-BFGS from zero, at most {linear.STEPS} steps",
            "examples_sha256": examples.digest(LEARNT),
            "examples": len(found.texts),
            "also": "the ways to ask of apps/backend/hibachi/knowledge/rendering/ways.tsv",
        },
        "evaluation": {"unseen_among_three": round(right, 4)},
    }
    (folder / "asked.json").write_text(json.dumps(recipe, indent=1) + "\n")
    return right


def _among_three(head: AskedHead, found: Unseen) -> float:
    first = np.argsort(-found.chances, axis=1)[:, :3]
    return float(
        np.mean([name in {head.names[one] for one in row} for name, row in zip(found.names, first, strict=True)])
    )


def _by_others(
    model: Model, head: AskedHead, seen: Floats, labels: Sequence[str], learnt: np.ndarray, left: np.ndarray
) -> Floats:
    mine, names = _ways(model)
    fitted = linear.fit(np.concatenate([seen[learnt], mine]), [*(labels[one] for one in learnt), *names])
    told = np.zeros((len(left), len(head.names)), dtype=np.float32)
    told[:, [head.names.index(name) for name in fitted.names]] = fitted.chances(seen[left])
    return told


def _learnt(model: Model) -> tuple[Floats, list[str]]:
    found = examples.read(LEARNT)
    return features.of(model, [one.text for one in found])[:, -WIDTH:], [named(one) for one in found]


def _ways(model: Model) -> tuple[Floats, list[str]]:
    pairs = [(name, way) for name, said in ways().items() for way in said]
    return features.of(model, [way for _, way in pairs])[:, -WIDTH:], [name for name, _ in pairs]
