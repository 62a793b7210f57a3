"""Where in a text something was said, and texts folded without moving a single character."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hibachi.kit import lazy_re as re
from hibachi.kit import once
from hibachi.language.small_numbers import ONE_TO_TWELVE

_TABLE = {ord(upper): ord(upper) + 32 for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_TABLE |= {ord(mark): ord("'") for mark in "\u2018\u2019\u02bc\u00b4`"}
_TABLE |= {ord(mark): ord('"') for mark in "\u201c\u201d"}
_TABLE |= {ord(mark): ord("-") for mark in "\u2010\u2011\u2012\u2013\u2014\u2212"}
_TABLE |= {ord(mark): ord(" ") for mark in "\u00a0\u2009\u202f\t"}

_FILLER = re.compile(
    r"\b(?:u+h+|u+m+|uhm+|erm*|ah+|hm+|(?<!let )(?<!do )(?<!did )(?<!if )(?<!as )(?<!when )(?<!before "
    r")you know|ya know|lemme see|let me see|let's see)\b[,.…]*"
    rf"|\blike(?=,? (?:\d|(?:a |about |around )?(?:{ONE_TO_TWELVE}"
    r"|thir|fif|twen|fort|dozen|half)))"
)
_WRAP = re.compile(r"(?<=[a-z,])\n(?=[a-z(])")
_EXTRA_SPACE = re.compile(r"(?<=[ \n]) +| +(?=\n)")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters [start, end) of the text that was given, and what stands there."""

    start: int
    end: int
    text: str

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def span_of(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def overlaps_any(start: int, end: int, taken: Iterable[Span]) -> bool:
    return any(start < span.end and span.start < end for span in taken)


def fold(text: str) -> str:
    """Lower case, plain quotes, dashes and spaces; exactly as long as the text, so that offsets stay true."""
    folded = text.translate(_TABLE)
    if folded.isascii():
        return folded
    return "".join(low if len(low := char.lower()) == 1 else char for char in folded)


@dataclass(frozen=True, slots=True)
class Quiet:
    """A folded text with some characters left out, which still knows where each came from."""

    text: str
    source: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The span of the source behind text[start:end] (at least one character)."""
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return Span(first, last, self.source[first:last])

    def of(self, match: re.Match[str], group: int | str = 0) -> Span:
        return self.span(*match.span(group))

    def before(self, at: int, reach: int = 80) -> str:
        """What stands before a place; bounded, so that judging each mention of a long text stays cheap."""
        return self.text[max(0, at - reach) : at]

    def after(self, at: int, reach: int = 160) -> str:
        return self.text[at : at + reach]

    def without(self, pattern: re.Pattern[str]) -> "Quiet":
        """The same text with every match of the pattern cut out."""
        return self._keep(_gaps(pattern, self.text)) if pattern.search(self.text) else self

    def replacing(self, pattern: re.Pattern[str], told: Callable[[re.Match[str]], str]) -> "Quiet":
        """The same text with each match said otherwise; characters that are new stand where the match stood."""
        text, last = "", 0
        offsets: tuple[int, ...] = ()
        for match in pattern.finditer(self.text):
            new = told(match)
            if new == match.group():
                continue
            here = self.offsets[match.start() : match.end()]
            text += self.text[last : match.start()] + new
            offsets += self.offsets[last : match.start()] + tuple(
                here[min(at, len(here) - 1)] for at in range(len(new))
            )
            last = match.end()
        return Quiet(text + self.text[last:], self.source, offsets + self.offsets[last:]) if last else self

    def hiding(self, taken: Iterable[Span], mark: str = "\u00b7") -> "Quiet":
        """The same text with characters of taken spans replaced by a mark that no pattern knows."""
        hidden = {place for span in taken for place in range(span.start, span.end)}
        if not hidden:
            return self
        text = "".join(mark if place in hidden else char for char, place in zip(self.text, self.offsets, strict=True))
        return Quiet(text, self.source, self.offsets)

    def _keep(self, parts: list[tuple[int, int]]) -> "Quiet":
        text = "".join(self.text[start:end] for start, end in parts)
        offsets = tuple(place for start, end in parts for place in self.offsets[start:end])
        return Quiet(text, self.source, offsets)


def _gaps(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    parts, last = [], 0
    for match in pattern.finditer(text):
        parts.append((last, match.start()))
        last = match.end()
    return [*parts, (last, len(text))]


@once.only
def quiet(text: str) -> Quiet:
    """fold(), without the fillers of speech, with single spaces; a line break inside a sentence is a space."""
    folded = _WRAP.sub(" ", fold(text))
    whole = Quiet(folded, text, tuple(range(len(folded))))
    return whole.without(_FILLER).without(_EXTRA_SPACE)
