"""Fit how passages are put in order and how certain one is: `python -m evals.knowledge.fitting`, for knowledge/rules.py.

Learnt from the examples of evals/heads/passages, each with the chances of a head that had not seen it, and from the sets
`fitted`, `measuring` and `second`. Examples that nothing answers count twice, once with a head that knew nothing of their topic.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import psycopg
from evals.heads import asked
from evals.knowledge.asking import known, rows
from scipy.optimize import minimize  # type: ignore[import-untyped]  # ships no types
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from hibachi.founding import migrate
from hibachi.kit.db import Database
from hibachi.kit.postgres import throw_away
from hibachi.knowledge import retrieval_repository as retrieval
from hibachi.knowledge import rules, topics, unanswered
from hibachi.knowledge.service import Searcher
from hibachi.knowledge.topics import About, Topics
from hibachi.language.embedding.model import Model
from hibachi.policies import service as policies

SETS = ("fitted", "measuring", "second")
OF_SETS, OF_EXAMPLES, OF_NOTHING = 2.0, 1.0, 0.5
"""How much a question counts: of the sets, an example, each of the two countings of an example that nothing answers."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, the keys that answer it, what it is about as a head says that does not know it, how much it counts."""

    text: str
    right: frozenset[str]
    chances: Topics
    counts: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A question's passages: (passages, 3) of cosine, words and the topic's logarithm; which are right; and for certainty."""

    features: np.ndarray
    right: np.ndarray
    over: np.ndarray
    unserved: float
    counts: float


def main() -> None:
    """Print the figures of rules.py."""
    with throw_away("fitting") as server:
        with psycopg.connect(server.url().replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("CREATE DATABASE fitting")
        migrate(server.url("fitting"))
        seen = asyncio.run(_all(server.url("fitting")))
    order = _order([one for one in seen if one.right.any()])
    print("OF_COSINE, OF_WORDS, OF_TOPIC =", order.round(2).tolist())
    certain = [_first(one, order) for one in seen]
    inputs, answers = np.array([row for row, _ in certain]), np.array([right for _, right in certain])
    fitted = LogisticRegression(C=10, max_iter=500).fit(inputs, answers, sample_weight=[one.counts for one in seen])
    print("INTERCEPT, OF_SHARE, OF_OVER, OF_UNSERVED =", [*fitted.intercept_.round(2), *fitted.coef_[0].round(2)])
    chances = fitted.predict_proba(inputs)[:, 1]
    for name, counts in (("sets", OF_SETS), ("examples", OF_EXAMPLES), ("nothing", OF_NOTHING)):
        print(name, *_shares(seen, chances, answers, counts))


def _shares(seen: Sequence[Seen], chances: np.ndarray, answers: np.ndarray, counts: float) -> list[str]:
    """At several thresholds: what is told of what a passage answers, the right ones of what is told, what is refused rightly."""
    mine = np.array([one.counts == counts for one in seen])
    answered = np.array([bool(one.right.any()) for one in seen])
    said = []
    for least in (0.65, 0.7, 0.75, 0.8):
        told = chances >= least
        parts = [told[mine & answered], answers[mine & told], ~told[mine & ~answered]]
        said.append(f"{least}: " + " ".join(f"{part.mean():.3f}" if len(part) else "-" for part in parts))
    return said


def _order(seen: Sequence[Seen]) -> np.ndarray:
    """The weights under which a right passage is the likeliest (conditional logit)."""

    def loss(weights: np.ndarray) -> float:
        lost = 0.0
        for one in seen:
            scores = one.features @ weights
            powers = np.exp(scores - scores.max())
            lost -= float(np.log(powers[one.right].sum() / powers.sum()))
        return lost / len(seen) + 1e-4 * float(weights @ weights)

    return np.asarray(minimize(loss, np.ones(3), method="L-BFGS-B").x)


def _first(one: Seen, order: np.ndarray) -> tuple[list[float], bool]:
    """What certainty sees of the best passage, and whether it is right."""
    scores = (one.features @ order).tolist()
    best, shares = int(np.argmax(scores)), rules.shares(scores)
    return [shares[best], float(one.over[best]), one.unserved], bool(one.right[best])


async def _all(url: str) -> list[Seen]:
    async with known(url) as (db, searcher):
        return [await _see(db, searcher, one) async for one in _questions(searcher)]


async def _questions(searcher: Searcher) -> AsyncIterator[Question]:
    model = Model.read()
    head = asked.train(model)
    found = asked.unseen(model, head)
    for text, name, row in zip(found.texts, found.names, found.chances, strict=True):
        nothing = name.startswith(asked.NOTHING)
        right: frozenset[str] = frozenset() if nothing else frozenset({name})
        yield Question(text, right, _named(head.names, row), OF_NOTHING if nothing else OF_EXAMPLES)
    for text, row in found.strange.items():
        yield Question(text, frozenset(), _named(head.names, row), OF_NOTHING)
    for keys, text in [row for name in SETS for row in rows(name)]:
        vector = await searcher.vector(text)
        assert vector is not None
        right = frozenset(topics.of_key(key) for key in keys)
        yield Question(text, right, topics.of_vectors([vector]), OF_SETS)


def _named(names: Sequence[str], row: np.ndarray) -> Mapping[str, float]:
    return dict(zip(names, row.tolist(), strict=True))


async def _see(db: Database, searcher: Searcher, one: Question) -> Seen:
    vector = await searcher.vector(one.text)
    assert vector is not None
    async with db.transaction() as tx:
        begun = await retrieval.start(tx, one.text)
        assert begun.live is not None
        passages = searcher.passages((await policies.current(tx)).profile)
        about = About.of(one.chances, {topics.of_key(key) for key in passages})
        number, token = begun.live
        keys = topics.looked_up(about.chances, passages)
        found = await searcher.ranked(tx, version=number, token=token, words=begun.words, vector=vector, keys=keys)
    told = [row for row in found if row.audience == "customer"]
    nearest = unanswered.nearest(vector)
    names = [topics.of_key(row.key) for row in told]
    shared = np.array([about.shared({name: 1.0}) for name in names])
    said = np.array([(row.cosine, row.words) for row in told], dtype=float)
    features = np.column_stack([said, np.log(shared + rules.LEAST_TOPIC)])
    right = np.array([name in one.right for name in names])
    return Seen(features, right, said[:, 0] - nearest, about.left, one.counts)


if __name__ == "__main__":
    main()
