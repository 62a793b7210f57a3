"""A reply that is longer than the brand speaks on a channel: sentences that nothing rests on are left out, one by one."""

from collections.abc import Collection, Iterator

from hibachi.channels.fitting.sentences import sentences

Span = tuple[int, int]


def shorter(text: str, *, longest: int, keep: Collection[Span]) -> Iterator[str]:
    """Ever shorter choices of the text's own sentences, the first that is at most `longest` letters first.

    keep: characters that must stay (what facts are about); the first sentence and the last question stay too. Nothing
    when the text is short enough, or cannot be made so. Each choice is checked anew before it leaves.
    """
    if len(text) <= longest:
        return
    left = sentences(text)
    for span in reversed(_may_go(text, left, keep)):
        left = [one for one in left if one != span]
        chosen = "".join(text[start:end] for start, end in left).strip()
        if len(chosen) <= longest:
            yield chosen


def _may_go(text: str, spans: list[Span], keep: Collection[Span]) -> list[Span]:
    questions = [span for span in spans if text[slice(*span)].rstrip().endswith("?")]
    owed = {spans[0], *questions[-1:]}
    return [span for span in spans if span not in owed and not any(_touch(span, one) for one in keep)]


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
