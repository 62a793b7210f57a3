"""Training the tagger of numbers: on lines in which people wrote behind each number what it counts (numbers/*.txt).

A line is "12+2 ages :: {one|P} is {6|G}": how many grown-ups and young ones were known, what was asked ("-": nothing; all of it may
be absent where nobody was counted), and the message. talks.txt are lines of scenarios, own.txt hard ones, held_out.txt is never learnt.
"""

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite
from evals.heads import number_clauses

from hibachi.language.heads.numbers import MODEL, Known, _tagger, features_of, numbers_of, tag

HERE = Path(__file__).resolve().parent / "numbers"
LEARNT, HELD_OUT = ("own.txt", "talks.txt"), "held_out.txt"
SETTINGS = {"c1": 0.05, "c2": 0.3, "max_iterations": 100, "feature.possible_transitions": False}
TIMES = 3
"""How often a hard line counts."""
_LINE = re.compile(r"(?:(?P<grown>\d+)\+(?P<young>\d+) (?P<asked>\S+) :: )?(?P<text>.*)")
_NUMBER = re.compile(r"\{(?P<said>[^{}|]*)\|(?P<role>[A-Za-z])\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A message, what was known, and the role of each number by where it starts."""

    text: str
    known: Known
    roles: dict[int, str]


def line_of(written: str) -> Line:
    """A line of the files."""
    told = _LINE.fullmatch(written)
    assert told is not None
    known = Known(int(told["grown"] or 0), int(told["young"] or 0), (told["asked"] or "").removeprefix("-"))
    text, roles, last = "", {}, 0
    whole = told["text"].replace(" ⏎ ", "\n")
    for match in _NUMBER.finditer(whole):
        text += whole[last : match.start()]
        roles[len(text)] = match["role"]
        text += match["said"]
        last = match.end()
    return Line(text + whole[last:], known, roles)


def lines(*names: str) -> list[Line]:
    """Every line of these files."""
    return [
        line_of(one) for name in names for one in (HERE / name).read_text(encoding="utf-8").splitlines() if one.strip()
    ]


def fit(learnt: list[tuple[Line, int]], path: Path) -> None:
    """Train on lines, each so many times."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for line, times in learnt:
        found = numbers_of(line.text)
        if not found:
            continue
        seen = features_of(line.text, found, line.known)
        roles = [line.roles.get(span.start, "o") for span, _ in found]
        for _ in range(times):
            trainer.append(seen, roles)
    trainer.train(str(path))


def all_learnt() -> list[tuple[Line, int]]:
    """Every line to learn from, with how often it counts."""
    made = [(line_of(one), 1) for one in number_clauses.messages()]
    return [*((line, TIMES) for line in lines("own.txt")), *((line, 1) for line in lines("talks.txt")), *made]


def train() -> str:
    """The tagger that ships, measured on lines that it never saw, and its recipe."""
    learnt = all_learnt()
    fit(learnt, MODEL)
    _tagger.cache_clear()
    seen = measure(lines(HELD_OUT))
    digest = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in LEARNT)).hexdigest()
    recipe = {
        "made_by": "python -m evals.train numbers",
        "examples_sha256": digest,
        "lines": len(learnt),
        "settings": SETTINGS,
    }
    MODEL.with_suffix(".json").write_text(json.dumps({"recipe": recipe, "evaluation": seen}, indent=1) + "\n")
    return f"numbers: {seen['right']:.1%} of the numbers of held-out lines in their role"


def measure(held: list[Line], sure: float = 0.9) -> dict[str, float]:
    """How many numbers get their role, how many of those that the tagger is sure of, and how many it is sure of."""
    right: Counter[bool] = Counter()
    sure_right: Counter[bool] = Counter()
    for line in held:
        for one in tag(line.text, line.known):
            good = line.roles.get(one.span.start, "o") == one.role
            right[good] += 1
            if one.sure >= sure:
                sure_right[good] += 1
    known, told = right.total() or 1, sure_right.total() or 1
    return {
        "numbers": right.total(),
        "right": round(right[True] / known, 4),
        "right_where_sure": round(sure_right[True] / told, 4),
        "sure": round(told / known, 4),
    }
