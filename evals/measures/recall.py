"""Memory: what 200 customers told over months, asked about in other words; hybrid beside BM25 and beside vectors alone."""

from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from evals.figures import Figure, Section
from evals.recall.asking import AT, WAYS, Answer, ask_all

from hibachi.memory.recall.rules import CERTAIN

CUSTOMERS = 200
KINDS = ("single", "multi", "temporal", "updated")
ABOUT = f"""
{CUSTOMERS} synthetic customers (evals/recall), each with 8 to 10 conversations of at least twelve turns, three to seven weeks
apart, in the manner of LoCoMo: one fact, facts of two conversations, when something was, what has changed since, and what was
never said. A question shares few words with the messages that answer it; messages that only sound like them stand beside them.
The halves (even and odd numbers) share no wording; ranking, certainty and what is no passage at all were chosen on the
even half. recall@{AT}: the share of the answering messages that are among the first {AT}, of this customer's messages alone; of
what has changed only the newest message counts. BM25 (Okapi, k1 1.2, b 0.75, PostgreSQL's English stems) reads every message
of the customer; the hybrid and the vectors read the passages that the product keeps, which are fewer: what only asks of us is
none. refused: the first passage of a question that nothing answers is not certain; told: of an answered question it is.
"""


def measure(datasets: Path) -> list[Section]:
    """Both halves; the data sets are not needed."""
    answers = ask_all(CUSTOMERS)
    even = [one for one in answers if one.person.is_even]
    odd = [one for one in answers if not one.person.is_even]
    return [
        Section("Memory: the half that was never tuned on", ABOUT, figures(odd, judged=True)),
        Section("Memory: the half that was tuned on", "The same for customers with even numbers.", figures(even)),
    ]


def figures(answers: Sequence[Answer], *, judged: bool = False) -> list[Figure]:
    """recall@5 of each way by kind, and what of it is told."""
    known = [one for one in answers if one.asked.right]
    found = [
        Figure(f"recall@{AT}, {kind}: {way}", recall(some, way), cases=len(some))
        for kind in KINDS
        for some in [[one for one in known if one.asked.kind == kind]]
        for way in WAYS
    ]
    found += [Figure(f"recall@{AT}, all: {way}", recall(known, way), cases=len(known)) for way in WAYS]
    lead = recall(known, "hybrid") - max(recall(known, way) for way in WAYS[1:])
    unknown = [one for one in answers if not one.asked.right]
    told = [one for one in answers if one.certainty >= CERTAIN]
    return [
        *found,
        Figure(f"recall@{AT}, all: hybrid over the better one alone", lead, 0.0 if judged else None, len(known)),
        Figure("passages of another customer", sum(one.strangers for one in answers), 0, len(answers), at_most=True),
        Figure("refused", fmean(one.certainty < CERTAIN for one in unknown), cases=len(unknown)),
        Figure("told", fmean(one.certainty >= CERTAIN for one in known), cases=len(known)),
        Figure("right of what is told", fmean(one.is_right for one in told), cases=len(told)),
    ]


def recall(answers: Sequence[Answer], way: str) -> float:
    """The mean over questions that something answers."""
    return fmean(one.recall(way) for one in answers)
