"""A linear end on features: multinomial logistic regression by scikit-learn, the same every time."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.exceptions import ConvergenceWarning  # type: ignore[import-untyped]  # ships no types
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.model_selection import StratifiedKFold  # type: ignore[import-untyped]

from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.intents import softmax

STRENGTH = 10.0
"""C of the regression: chosen by cross-validation on the learnt utterances (3, 10, 30, 100)."""
STEPS = 300
FOLDS = 4


@dataclass(frozen=True, slots=True)
class Linear:
    """weight (features, names), bias (names,)."""

    names: tuple[str, ...]
    weight: Floats
    bias: Floats

    def chances(self, features: Floats) -> Floats:
        """(texts, names)."""
        return softmax(features @ self.weight + self.bias)


def fit(features: Floats, labels: Sequence[str], *, strength: float = STRENGTH) -> Linear:
    """Fit to labelled features. L-BFGS from zero: no randomness."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = LogisticRegression(C=strength, max_iter=STEPS).fit(features, np.array(labels))
    return Linear(
        tuple(str(name) for name in model.classes_),
        model.coef_.T.astype(np.float32),
        model.intercept_.astype(np.float32),
    )


def unseen(features: Floats, labels: Sequence[str], groups: Sequence[str]) -> tuple[tuple[str, ...], Floats]:
    """The names and the chances of every text by a model that did not see it (folds by group)."""
    names = sorted(set(labels))
    chances = np.zeros((len(labels), len(names)), dtype=np.float32)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for learnt, left in folds.split(features, np.array(groups)):
        model = fit(features[learnt], [labels[one] for one in learnt])
        places = [names.index(name) for name in model.names]
        chances[np.ix_(left, places)] = model.chances(features[left])
    return tuple(names), chances
