"""Retrieval: questions from imagination against the passages of the shipped profile; hybrid beside either half alone."""

from pathlib import Path

from evals.figures import Figure, Section
from evals.knowledge.asking import HYBRID, SETS, WAYS, Asked, ask_all, recall, refusals, told

ABOUT = """
Questions of customers, written from imagination. `fitted`, `measuring` and `second` are what order, ways to ask and certainty
were worked on with. `third` was written after the ways to ask and asked once; then a seeded coin parted it: `read` was worked
on, `unread` was never looked at. `fourth` was written by somebody else after this work, and asked once. recall@3: a right
passage is among the first three. refused: what nothing answers is said to be not known. answered: what a passage answers is
told and not refused.
"""


def measure(datasets: Path) -> list[Section]:
    """The sets of questions; the data sets are not needed."""
    asked = ask_all(tuple(SETS))
    whole = asked["fitted"] + asked["measuring"]
    return [
        _section("Knowledge: the first set, 337 questions", whole, judged=True),
        *(_section(f"Knowledge: the {name} set", rows, judged=False) for name, rows in asked.items()),
    ]


def _section(title: str, asked: list[Asked], *, judged: bool) -> Section:
    known, unknown = sum(bool(one.right) for one in asked), sum(not one.right for one in asked)
    answered, right = told(asked)
    figures = [
        *(
            Figure(f"recall@3, {way}", recall(asked, way), 0.97 if judged and way == HYBRID else None, known)
            for way in WAYS
        ),
        *(Figure(f"right first, {way}", recall(asked, way, at=1), cases=known) for way in WAYS),
        Figure("refused rightly", refusals(asked), 0.95 if judged else None, unknown),
        Figure("answered", answered, cases=known),
        Figure("right of what is told", right, cases=sum(one.told is not None for one in asked)),
    ]
    return Section(title, ABOUT if judged else "", figures)
