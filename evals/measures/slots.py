"""Spans of people, time, date and names in the turns of restaurant bookings (RESTAURANTS-8K)."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.figures import Figure, Section
from evals.reader_spans import SLOTS, Convention, Mark, Turn, read_marks
from evals.splits import Row, rows_of

ABOUT = """\
Exact spans, F1 per slot. What a person may cut in two ways is cut as the train file cuts it: a small conditional random
field learns that from the 1,024 turns of the train file alone, from the words and from what the readers say of them. The
readers' own spans, as the product uses them, stand beside it; they name the same facts with other edges. The reference had
8,198 turns to learn from.
"""
REFERENCE = "Span-ConveRT 0.96 (average; 8 times the turns to learn from)"


def measure(datasets: Path) -> list[Section]:
    """The official test split, the conventions learnt from the train file."""
    folder = datasets / "slots_restaurant8k"
    train = [turn_of(row) for row in rows_of(folder / "train_1024.jsonl")]
    test = [turn_of(row) for row in rows_of(folder / "test.jsonl")]
    with tempfile.TemporaryDirectory() as place:
        learnt = Convention(train, str(Path(place) / "spans.crf"))
        drawn = [learnt.marks(turn) for turn in test]
    own = [read_marks(turn.text, turn.requested) for turn in test]
    figures = _scores("", test, drawn, REFERENCE) + _scores("readers' own edges: ", test, own, "")
    return [Section("Booking turns: spans (RESTAURANTS-8K)", ABOUT, figures)]


def turn_of(row: Row) -> Turn:
    """A row of the set as a turn."""
    gold = tuple(Mark(slot["slot"], slot["start"], slot["end"]) for slot in row["slots"])
    return Turn(row["text"], tuple(row["requested"]), gold)


def _scores(name: str, turns: Sequence[Turn], drawn: Sequence[Iterable[Mark]], reference: str) -> list[Figure]:
    gold = [turn.gold for turn in turns]
    per_slot = [f1(gold, drawn, slot) for slot in SLOTS]
    quiet = [not list(marks) for turn, marks in zip(turns, drawn, strict=True) if not turn.gold]
    counts = [sum(mark.slot == slot for marks in gold for mark in marks) for slot in SLOTS]
    figures = [
        Figure(f"{name}{slot} F1", score, None, count)
        for slot, score, count in zip(SLOTS, per_slot, counts, strict=True)
    ]
    average = sum(per_slot) / len(per_slot)
    return [
        Figure(f"{name}average F1", average, None, len(turns), reference),
        *figures,
        Figure(f"{name}turns without a slot where nothing was found", sum(quiet) / len(quiet), None, len(quiet)),
    ]


def f1(gold: Sequence[Iterable[Mark]], drawn: Sequence[Iterable[Mark]], slot: str) -> float:
    """F1 of exact spans of one slot over many turns."""
    right = wanted = found = 0
    for true, said in zip(gold, drawn, strict=True):
        mine, theirs = {mark for mark in said if mark.slot == slot}, {mark for mark in true if mark.slot == slot}
        right, wanted, found = right + len(mine & theirs), wanted + len(theirs), found + len(mine)
    return 2 * right / (wanted + found) if wanted + found else 0.0
