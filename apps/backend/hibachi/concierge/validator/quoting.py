"""What a reply repeats of the customer's own earlier words: letter for letter (marks and capitals apart), in quotation marks, from a fact."""

from collections.abc import Iterator, Sequence

from hibachi.concierge.facts import Leaf
from hibachi.language.amounts import find_amounts
from hibachi.language.spans import fold


def quotations(text: str, quotes: Sequence[Leaf]) -> Iterator[tuple[int, int, Leaf]]:
    """(start, end, the fact) of each quotation, its marks not included; none that names an amount of money."""
    folded = fold(text)
    for leaf in quotes:
        words = str(leaf.value)
        if find_amounts(words):
            continue
        start = folded.find(f'"{fold(words)}"')
        if start >= 0:
            yield start + 1, start + 1 + len(words), leaf
