"""Training and measuring the head that tells what is only mentioned: `+` lines tell of the party, `-` lines only mention."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from evals.heads import features
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped]  # ships no types
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # ships no types
from sklearn.model_selection import StratifiedKFold  # type: ignore[import-untyped]  # ships no types

from hibachi.concierge.understanding.only_mentioned import SURE
from hibachi.language.embedding import weights
from hibachi.language.embedding.model import Model
from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.grams import SIZE, grams
from hibachi.language.heads.intents import FILES, SEEN
from hibachi.language.heads.mentions import MentionHead

HERE = Path(__file__).resolve().parent / "mentions"
LEARNT, HELD_OUT = HERE / "learnt.txt", HERE / "held_out.txt"
STRENGTH = 10.0
WORDS = 0.3
"""How much a word weighs beside the encoder's states (each of length one)."""
STEPS = 500
FOLDS = 5


def read(path: Path) -> tuple[list[str], NDArray[np.bool_]]:
    """The sentences of a file, and which of them only mention."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:2] in ("+ ", "- ")]
    return [line[2:].strip() for line in lines], np.array([line[0] == "-" for line in lines])


def train(model: Model) -> str:
    """Fit on what is learnt, measure by folds and on what was held out, write weights and recipe."""
    texts, mentions = read(LEARNT)
    seen = _seen(model, texts)
    by_folds = np.zeros(len(texts))
    for learnt, left in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(mentions, mentions):
        by_folds[left] = _fit(seen[learnt], mentions[learnt]).predict_proba(seen[left])[:, 1]
    fitted = _fit(seen, mentions)
    head = _head(fitted)
    held, labels = read(HELD_OUT)
    told = np.array(head.of(held, list(features.of(model, held))))
    evaluation = {"unseen": _score(by_folds, mentions), "held_out": _score(told, labels)}
    _write(head, evaluation, len(texts))
    return "mentions: " + ", ".join(f"{name} {score}" for name, score in evaluation.items())


def _seen(model: Model, texts: Sequence[str]) -> csr_matrix:
    rows = [grams(text) for text in texts]
    places = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    words = csr_matrix((np.full(len(places), WORDS), (places, np.concatenate(rows))), shape=(len(rows), SIZE))
    return hstack([csr_matrix(features.of(model, texts)[:, -SEEN:]), words]).tocsr()


def _fit(seen: csr_matrix, mentions: NDArray[np.bool_]) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=STEPS).fit(seen, mentions)


def _head(fitted: LogisticRegression) -> MentionHead:
    weight, words = fitted.coef_[0][:SEEN], fitted.coef_[0][SEEN:] * WORDS
    half: tuple[Floats, Floats] = (
        weight.astype(np.float16).astype(np.float32),
        words.astype(np.float16).astype(np.float32),
    )
    return MentionHead(*half, float(fitted.intercept_[0]))


def _score(chances: NDArray[np.float64], mentions: NDArray[np.bool_]) -> dict[str, float]:
    """right: at one half; found: of what only mentions, how much surely; wronged: of what tells, how much is surely taken for a mention."""
    return {
        "right": round(float(((chances > 0.5) == mentions).mean()), 4),
        "found": round(float((chances[mentions] >= SURE).mean()), 4),
        "wronged": round(float((chances[~mentions] >= SURE).mean()), 4),
    }


def _write(head: MentionHead, evaluation: dict[str, dict[str, float]], sentences: int, folder: Path = FILES) -> None:
    np.savez_compressed(
        folder / "mentions.npz", weight=head.weight.astype(np.float16), words=head.words.astype(np.float16)
    )
    recipe = {
        "made_by": "python -m evals.train mentions",
        "encoder_sha256": weights.SHA256,
        "sees": "mean states after layers 4, 5 and 6, each with length one, and the hashed words and pairs of words",
        "head": f"logistic regression, C {STRENGTH}, words times {WORDS}, L-BFGS from zero, at most {STEPS} steps",
        "examples_sha256": sha256(LEARNT.read_bytes()).hexdigest(),
        "sentences": sentences,
    }
    told = {"bias": head.bias, "recipe": recipe, "evaluation": evaluation}
    (folder / "mentions.json").write_text(json.dumps(told, indent=1) + "\n")
