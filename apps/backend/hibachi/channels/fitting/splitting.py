"""A text that is too long for one message, as several: nothing is lost, and nothing is cut that must stay whole."""

from collections.abc import Callable

from hibachi.channels.fitting.sentences import cuts, gaps

Fits = Callable[[str], bool]


def split(text: str, fits: Fits) -> list[str]:
    """The text in as few parts as fit, cut between sentences, else between words. The parts' words are the text's.

    A word that is longer than a whole message (no amount, date or link of a usual length is) is cut where it must.
    """
    parts: list[str] = []
    rest = text.strip()
    while rest:
        end = len(rest) if fits(rest) else _end(rest, fits)
        parts.append(rest[:end].strip())
        rest = rest[end:].strip()
    return parts


def _end(text: str, fits: Fits) -> int:
    """The furthest allowed cut whose first piece fits."""
    for allowed in (cuts(text), gaps(text), range(1, len(text) + 1)):
        possible = [end for end in allowed if text[:end].strip() and fits(text[:end].strip())]
        if possible:
            return max(possible)
    return 1
