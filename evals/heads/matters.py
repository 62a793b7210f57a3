"""Training and measuring the head that hears matters for a person: a file a matter, and what only sounds like one."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from evals.heads import examples, features, linear
from evals.heads.examples import Example
from numpy.typing import NDArray

from hibachi.concierge.understanding import matters as rules
from hibachi.language.embedding import weights
from hibachi.language.embedding.model import Model
from hibachi.language.embedding.weights import Floats
from hibachi.language.heads.intents import FILES, SEEN
from hibachi.language.heads.matters import NONE, MatterHead

Flags: TypeAlias = NDArray[np.bool_]
Strings: TypeAlias = NDArray[np.str_]
HERE = Path(__file__).resolve().parent / "matters" / "examples"
SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
FIRST_TURNS = 2
MOST_WORDS = 60
OF_A_PERSON = ("complaint", "human")
"""Intents whose utterances are matters themselves."""
MISTAKES = 12
"""Unseen ordinary messages, most of them written to mislead, that may be mistaken for each matter where its threshold is set."""
LEAST = 0.75
LEAST_OF_GRAVE = 0.5
GRAVE = ("injury", "legal")
"""Matters that must not be missed; for the others a person who is called in vain costs more."""


@dataclass(frozen=True, slots=True)
class Score:
    """Of unseen utterances: matters found by the head alone, by the rules alone, by either; ordinary ones mistaken for one."""

    matters: int
    ordinary: int
    found: float
    by_rules: float
    by_either: float
    mistaken: float
    mistaken_by_rules: float


def utterances() -> list[Example]:
    """The matters, what only sounds like them, and as ordinary messages the other intents' utterances and the played talks."""
    told = [Example(one.text, one.intent, one.intent) for one in examples.read(HERE)]
    known = {one.text for one in told}
    ordinary = [
        Example(one.text, NONE, NONE)
        for one in examples.read(examples.LEARNT)
        if one.intent not in OF_A_PERSON and one.text not in known and not rules.find(one.text)
    ]
    known |= {one.text for one in ordinary}
    ordinary += [Example(text, NONE, NONE) for text in played() if text not in known]
    known |= {one.text for one in ordinary}
    return [*told, *(Example(text, kind, kind) for text, kind in taken_over().items() if text not in known), *ordinary]


def played() -> list[str]:
    """What customers write in the scenarios that no person has to take over, by their first turns."""
    texts: dict[str, None] = {}
    for file in sorted(SCENARIOS.glob("*.json")):
        for row in json.loads(file.read_text())["scenarios"]:
            if row.get("end", {}).get("escalated") is False:
                texts |= dict.fromkeys(turn["user"] for turn in row["turns"][:FIRST_TURNS])
    return [text for text in texts if len(text.split()) <= MOST_WORDS]


def taken_over() -> dict[str, str]:
    """What customers write in the scenarios that a person has to take over, with its matter: the party's facts stand beside it."""
    texts: dict[str, str] = {}
    for file in sorted(SCENARIOS.glob("*.json")):
        for row in json.loads(file.read_text())["scenarios"]:
            text = next((turn["user"] for turn in row["turns"] if turn.get("expect", {}).get("escalated") is True), "")
            found = rules.find(text) if 0 < len(text.split()) <= MOST_WORDS else ()
            if found:
                texts[text] = found[0][0].kind
    return texts


def train(model: Model) -> tuple[MatterHead, Score]:
    """The head, and its score on utterances that it was not shown (four folds)."""
    told, played_too = utterances(), taken_over()
    seen = features.of(model, [one.text for one in told])[:, -SEEN:]
    labels = [one.intent for one in told]
    names, chances = linear.unseen(seen, labels, labels)
    ordinary = np.array([label == NONE for label in labels])
    best, any_matter = _heard(names, chances)
    act_at = {name: _least(any_matter[ordinary & (best == name)], name) for name in names if name != NONE}
    fitted = linear.fit(seen, labels)
    head = MatterHead(fitted.names, fitted.weight.astype(np.float16).astype(np.float32), fitted.bias, act_at)
    sure = any_matter >= np.array([act_at[name] for name in best])
    written = np.array(
        [one.text not in played_too for one in told]
    )  # those taken from scenarios the rules find by choice
    return head, _score(sure[written], ordinary[written], [one.text for one in told if one.text not in played_too])


def write(head: MatterHead, score: Score, folder: Path = FILES) -> None:
    """The weights, and beside them how they came to be."""
    np.savez(folder / "matters.npz", weight=head.weight.astype(np.float16), bias=head.bias)
    recipe = {
        "names": head.names,
        "act_at": head.act_at,
        "recipe": {
            "made_by": "python -m evals.train matters",
            "encoder_sha256": weights.SHA256,
            "sees": "mean states after layers 4, 5 and 6, each with length one",
            "head": f"multinomial logistic regression, C {linear.STRENGTH}, L-BFGS from zero, at most {linear.STEPS} steps",
            "examples_sha256": examples.digest(HERE),
            "ordinary_sha256": examples.digest(examples.LEARNT),
            "act_at": f"lowest probability from which at most {MISTAKES} of the unseen ordinary messages are mistaken for the matter, {LEAST} at least, {LEAST_OF_GRAVE} for {', '.join(GRAVE)}",
        },
        "evaluation": {name: round(value, 4) for name, value in asdict(score).items()},
    }
    (folder / "matters.json").write_text(json.dumps(recipe, indent=1) + "\n")


def _heard(names: Sequence[str], chances: Floats) -> tuple[Strings, Floats]:
    """The likeliest matter of each text, and the probability that there is any."""
    none = names.index(NONE)
    others = chances.copy()
    others[:, none] = 0
    return np.array(names)[others.argmax(axis=1)], 1 - chances[:, none]


def _least(ordinary: Floats, name: str) -> float:
    surest = np.sort(ordinary)[::-1]
    highest = float(surest[MISTAKES]) if len(surest) > MISTAKES else 0.0
    return round(max(LEAST_OF_GRAVE if name in GRAVE else LEAST, highest + 1e-3), 3)


def _score(heard: Flags, ordinary: Flags, texts: Sequence[str]) -> Score:
    ruled = np.array([bool(rules.find(text)) for text in texts])
    is_matter = ~ordinary
    return Score(
        int(is_matter.sum()),
        int(ordinary.sum()),
        float(heard[is_matter].mean()),
        float(ruled[is_matter].mean()),
        float((heard | ruled)[is_matter].mean()),
        float(heard[ordinary].mean()),
        float(ruled[ordinary].mean()),
    )
