"""Intents: our own held-out utterances, CLINC150 with its out-of-scope queries, and BANKING77, ten examples an intent."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from evals.figures import Figure, Section
from evals.heads import features, intents, linear
from evals.heads.rows import rows

from hibachi.language.embedding.model import Model
from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.intents import SEEN, IntentHead

SEEDS = range(5)
MOST_REFUSED = 0.03
"""The share of in-scope queries of the validation split that the threshold may call out of scope."""
OWN = """
Utterances as customers write them, written apart from those that the head learnt (`evals/heads/intents`), used for nothing
else. A head is a multinomial logistic regression on the mean states after layers 4, 5 and 6 of all-MiniLM-L6-v2, each with
length one; its classes are 80 topics, an intent is the sum of its topics.
"""
CLINC = """
The same features and the same regression, ten training queries an intent, mean of the five seeds of
`fewshot_train_ids.json`. Out of scope: the highest probability is below a threshold that refuses 3 % of the in-scope
queries of the validation split.
"""
BANKING = "The same features and the same regression, ten training queries an intent, mean of five seeds."


def measure(datasets: Path) -> list[Section]:
    """Own utterances, CLINC150, BANKING77."""
    model = Model.read()
    return [_own(model), _clinc(model, datasets / "intent_clinc150"), _banking(model, datasets / "intent_banking77")]


def _own(model: Model) -> Section:
    score = intents.measure(IntentHead.read(), model)
    figures = [
        Figure("intent of a held-out utterance", score.intent, 0.9, score.cases, "AGT-11: above 0.9"),
        Figure("topic (finer)", score.topic, cases=score.cases),
        Figure("sure enough to act", score.sure, cases=score.cases),
        Figure("right of those", score.right_of_sure, 0.95, round(score.sure * score.cases)),
    ]
    return Section("Intents of our own customers", OWN, figures)


def _clinc(model: Model, folder: Path) -> Section:
    learnt, val, test = (rows(folder / name) for name in ("train.jsonl.gz", "val.jsonl", "test.jsonl"))
    seeds = json.loads((folder / "fewshot_train_ids.json").read_text())
    val_x, test_x = (seen(model, part) for part in (val, test))
    inside, outside = (np.array([(row["intent"] != "oos") == wanted for row in test]) for wanted in (True, False))
    truth = np.array([row["intent"] for row in test])
    right, recall, precision = [], [], []
    for seed in SEEDS:
        head = few_shot(model, learnt, seeds[f"10shot_seed{seed}"])
        known = np.array([row["intent"] != "oos" for row in val])
        least = np.quantile(head.chances(val_x)[known].max(axis=1), MOST_REFUSED)
        chances = head.chances(test_x)
        best = np.array(head.names)[chances.argmax(axis=1)]
        refused = chances.max(axis=1) < least
        right.append((best == truth)[inside].mean())
        recall.append(refused[outside].mean())
        precision.append(refused[outside].sum() / max(1, refused.sum()))
    figures = [
        Figure("in-scope accuracy, 10-shot", float(np.mean(right)), None, int(inside.sum()), "CPFT 0.9418, USE 0.9085"),
        Figure("out-of-scope recall", float(np.mean(recall)), None, int(outside.sum()), "BERT, full training 0.523"),
        Figure("out-of-scope precision", float(np.mean(precision)), cases=int(outside.sum())),
    ]
    return Section("CLINC150", CLINC, figures)


def _banking(model: Model, folder: Path) -> Section:
    learnt, test = rows(folder / "train.jsonl.gz"), rows(folder / "test.jsonl")
    seeds = json.loads((folder / "fewshot_train_ids.json").read_text())
    test_x, truth = seen(model, test), np.array([row["intent"] for row in test])
    right = []
    for seed in SEEDS:
        head = few_shot(model, learnt, seeds[f"10shot_seed{seed}"])
        right.append((np.array(head.names)[head.chances(test_x).argmax(axis=1)] == truth).mean())
    figure = Figure("accuracy, 10-shot", float(np.mean(right)), None, len(test), "CPFT 0.872, USE 0.8423")
    return Section("BANKING77", BANKING, [figure])


def few_shot(model: Model, learnt: Sequence[dict[str, Any]], ids: Sequence[str]) -> linear.Linear:
    """The head of a few training rows."""
    wanted = set(ids)
    chosen = [row for row in learnt if row["id"] in wanted]
    return linear.fit(seen(model, chosen), [row["intent"] for row in chosen])


def seen(model: Model, found: Sequence[dict[str, Any]]) -> Floats:
    """(rows, SEEN): what an intent head sees of them."""
    return features.of(model, [row["text"] for row in found])[:, -SEEN:]
