"""The spans that the readers find in a turn of a booking, and a small model that learns how a data set draws its spans.

Two data sets never cut alike ("8:30pm" or "at 8:30pm.", "4" or "4 of us"). The convention is learnt from the train file of
the set alone: a conditional random field over the words and what the readers said of each. It is not part of the product.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import pycrfsuite

from hibachi.language.contacts import find_contacts
from hibachi.language.dates import find_dates
from hibachi.language.guests import read_guests
from hibachi.language.spans import Span
from hibachi.language.times import find_times

NOW = datetime(2018, 4, 16, 12)  # when the turns were written; spans do not depend on it
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
SLOTS = ("people", "time", "date", "first_name", "last_name")
_NAMES = ("first_name", "last_name")
_WINDOW = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A slot and the characters [start, end) that say it."""

    slot: str
    start: int
    end: int


def read_marks(text: str, requested: Sequence[str]) -> list[Mark]:
    """What the readers find, with what was just asked in mind as the product has it."""
    contacts = find_contacts(text, expected="name" if set(_NAMES) & set(requested) else None)
    named = [mention.span for mention in contacts.names]
    asked = "guests" if "people" in requested else None
    counted = [mention.span for mention in read_guests(text).mentions if mention.kind != "unsaid"]
    days = find_dates(text, NOW, taken=counted, expected="date" in requested and asked is None)
    taken = [*counted, *(day.span for day in days)]
    times = find_times(text, taken=taken, expected="time" in requested)
    taken = [*(day.span for day in days), *(time.span for time in times.mentions)]
    guests = read_guests(text, expected="guests" if asked else None, taken=taken)
    marks = [Mark("date", *_ends(day.span)) for day in days]
    marks += [Mark("time", *_ends(time.span)) for time in times.mentions if time.candidates]
    marks += [Mark("people", *_ends(mention.span)) for mention in guests.mentions]
    return marks + [mark for span in named for mark in _names(span)]


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _names(span: Span) -> Iterator[Mark]:
    first, _, last = span.text.partition(" ")
    yield Mark("first_name", span.start, span.start + len(first))
    if last.strip():
        yield Mark("last_name", span.end - len(last.lstrip()), span.end)


@dataclass(frozen=True, slots=True)
class Turn:
    """A message, the slots just asked for, and the gold marks (empty where there are none)."""

    text: str
    requested: tuple[str, ...]
    gold: tuple[Mark, ...] = ()


class Convention:
    """How a data set draws spans, learnt from turns of its train file."""

    def __init__(self, turns: Sequence[Turn], path: str, *, l1: float = 0.05, l2: float = 0.01) -> None:
        trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
        trainer.set_params({"c1": l1, "c2": l2, "max_iterations": 200, "feature.possible_transitions": True})
        for turn in turns:
            tokens = list(_TOKEN.finditer(turn.text))
            trainer.append(_features(turn, tokens), _labels(turn.gold, tokens))
        trainer.train(path)
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(path)

    def marks(self, turn: Turn) -> list[Mark]:
        """The marks of a turn as the data set would draw them."""
        tokens = list(_TOKEN.finditer(turn.text))
        found: list[Mark] = []
        for token, label in zip(tokens, self._tagger.tag(_features(turn, tokens)), strict=True):
            kind, _, slot = label.partition("-")
            if kind == "I" and found and found[-1].slot == slot:
                found[-1] = Mark(slot, found[-1].start, token.end())
            elif slot:
                found.append(Mark(slot, token.start(), token.end()))
        return found


def _labels(gold: Sequence[Mark], tokens: Sequence[re.Match[str]]) -> list[str]:
    return [_label(gold, token) for token in tokens]


def _label(marks: Sequence[Mark], token: re.Match[str]) -> str:
    for mark in marks:
        if mark.start <= token.start() < mark.end:
            return f"{'B' if token.start() == mark.start else 'I'}-{mark.slot}"
    return "O"


def _features(turn: Turn, tokens: Sequence[re.Match[str]]) -> list[list[str]]:
    marks = read_marks(turn.text, turn.requested)
    said = ["+".join(_labels_at(marks, token)) or "O" for token in tokens]
    alone = [_own(turn.text, token) for token in tokens]
    return [[*_around(at, alone, said), *_asked(turn, at, len(tokens))] for at in range(len(tokens))]


def _labels_at(marks: Sequence[Mark], token: re.Match[str]) -> list[str]:
    return sorted({label for slot in SLOTS if (label := _label([m for m in marks if m.slot == slot], token)) != "O"})


def _own(text: str, token: re.Match[str]) -> tuple[str, str]:
    word = token.group().lower()
    shape = "d" * len(word) if word.isdigit() else "X" if token.group()[:1].isupper() else "x"
    glued = "" if token.start() == 0 or text[token.start() - 1].isspace() else "_"
    return glued + ("0" if word.isdigit() else word), glued + shape


def _around(at: int, alone: Sequence[tuple[str, str]], said: Sequence[str]) -> Iterator[str]:
    words = [alone[at + off] if 0 <= at + off < len(alone) else ("-", "-") for off in range(-_WINDOW, _WINDOW + 1)]
    marks = [said[at + off] if 0 <= at + off < len(said) else "-" for off in range(-_WINDOW, _WINDOW + 1)]
    yield "bias"
    for off, ((word, shape), mark) in enumerate(zip(words, marks, strict=True), -_WINDOW):
        yield from (f"w{off}={word}", f"s{off}={shape}", f"r{off}={mark}")
    for low in range(_WINDOW - 2, _WINDOW + 2):
        pair, tags = words[low : low + 2], marks[low : low + 2]
        yield f"ww{low}={pair[0][0]}|{pair[1][0]}"
        yield f"rr{low}={tags[0]}|{tags[1]}"
    here = words[_WINDOW][0]
    yield f"wr={here}|{marks[_WINDOW]}|{words[_WINDOW + 1][0]}"
    yield f"www={words[_WINDOW - 1][0]}|{here}|{words[_WINDOW + 1][0]}"
    yield f"tail={here}|{words[_WINDOW + 1][0]}|{words[_WINDOW + 2][0]}|{marks[_WINDOW]}"


def _asked(turn: Turn, at: int, length: int) -> Iterator[str]:
    for slot in turn.requested:
        yield f"asked={slot}"
    yield f"asked={'+'.join(sorted(turn.requested))}|short={length <= 3}|first={at == 0}"
