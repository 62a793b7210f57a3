"""What each number of a message counts: a trained tagger (a linear-chain CRF over the numbers alone), a second opinion beside the rules.

Trained by `python -m evals.train numbers` (evals/heads/numbers.py) on lines in which people wrote what each number is. It knows
no customer: who calls it says how many guests are known, and what was asked.
"""

import threading
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import pycrfsuite

from hibachi.kit import lazy_re as re
from hibachi.language.heads.intents import FILES
from hibachi.language.numbers import DIGITS, WORDS, to_int
from hibachi.language.spans import Span, fold

MODEL = FILES / "numbers.crfsuite"
Role = Literal["T", "A", "C", "B", "P", "J", "L", "O", "G", "D", "X", "E", "d", "t", "u", "m", "z", "o"]
"""T all guests · A adults · C children · B toddlers · P part of a whole that is told · J joining · L staying away · O the count before
· G age · D who eat or avoid something · X dishes, add-ons, who want them · E so many for each · d date · t time · u duration · m money
· z ZIP, telephone, address · o anything else."""
LONGEST = 2_000
"""Characters that are read: a longer message is a letter, and its numbers are read by the rules alone."""
_NUMBER = re.compile(
    r"(?<![a-wyz0-9])(?:half a dozen|(?:a )?couple of(?! hundred)|a couple\b|both(?= of)"
    rf"|(?:{WORDS})(?![a-z])|{DIGITS})"
)
_TOKEN = re.compile(r"[a-z]+(?:['’][a-z]+)?|\d+|[^\w\s]|\n")
_WINDOW = 5
_REACH = 9
_ENDS = frozenset(".?!\n;")
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Known:
    """What the talk knows: grown-ups (or people of whom no more is known) and young ones, and what was asked."""

    grown: int = 0
    young: int = 0
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A number, what it counts, and how sure the tagger is (0..1); chances of every role."""

    span: Span
    value: int
    role: str
    sure: float
    chances: dict[str, float]


def numbers_of(text: str) -> list[tuple[Span, int]]:
    """Every number of a text, in digits or words, with its value."""
    folded = fold(text)
    found: list[tuple[Span, int]] = []
    for match in _NUMBER.finditer(folded):
        said = match.group()
        value = 2 if said.startswith(("a couple", "couple", "both")) and "doz" not in said else to_int(said)
        if value is not None:
            found.append((Span(*match.span(), text[match.start() : match.end()]), value))
    return found


def tag(text: str, known: Known | None = None) -> tuple[Tagged, ...]:
    """What each number of a text counts; nothing for a letter."""
    found = numbers_of(text) if len(text) <= LONGEST else []
    if not found:
        return ()
    with _lock:  # a crfsuite tagger holds the sequence that it works on
        tagger = _tagger()
        tagger.set(features_of(text, found, known or Known()))
        roles = tagger.tag()
        names = tagger.labels()
        chances = [{name: tagger.marginal(name, at) for name in names} for at in range(len(found))]
    return tuple(
        Tagged(span, value, role, told[role], told)
        for (span, value), role, told in zip(found, roles, chances, strict=True)
    )


def features_of(text: str, found: list[tuple[Span, int]], known: Known) -> list[list[str]]:
    """What the tagger sees of each number: the words around it, and how it stands to the other numbers and to what is known."""
    words, places = _words(fold(text), found)
    values = [value for _, value in found]
    return [
        [*_itself(at, found, known), *_around(words, place), *_among(at, values), *_beyond(words, place)]
        for at, place in enumerate(places)
    ]


def _words(folded: str, found: list[tuple[Span, int]]) -> tuple[list[str], list[int]]:
    """The tokens of a text, each number as one token that tells its size, and where the numbers stand."""
    words: list[str] = []
    places: list[int] = []
    last = 0
    for span, value in found:
        words += _TOKEN.findall(folded[last : span.start])
        places.append(len(words))
        words.append(f"#{_size(value)}")
        last = span.end
    return words + _TOKEN.findall(folded[last:]), places


def _size(value: int) -> str:
    if value <= 3:
        return str(value)
    return next(
        name
        for most, name in (
            (5, "4-5"),
            (9, "9"),
            (12, "12"),
            (17, "17"),
            (31, "31"),
            (99, "99"),
            (999, "999"),
            (10**12, "+"),
        )
        if value <= most
    )


def _itself(at: int, found: list[tuple[Span, int]], known: Known) -> list[str]:
    span, value = found[at]
    size, digits = _size(value), span.text.isdigit()
    seen = [
        "bias",
        f"size={size}",
        f"digits={len(span.text) if digits else 0}",
        f"value={min(value, 99)}",
        f"asked={known.asked}",
    ]
    seen += [f"lone={len(found) == 1}", f"first={at == 0}", f"last={at == len(found) - 1}"]
    total = known.grown + known.young
    if not total:
        return [*seen, "unknown"]
    stands = "same" if value == total else "grown" if value == known.grown else "young" if value == known.young else ""
    return [*seen, "counted", f"counted={stands or ('more' if value > total else 'fewer')}"]


def _around(words: list[str], place: int) -> list[str]:
    near = [_at(words, place + step) for step in range(-_WINDOW, _WINDOW + 1)]
    seen = [f"{step:+}={near[_WINDOW + step]}" for step in range(-_WINDOW, _WINDOW + 1) if step]
    before, after = near[:_WINDOW], near[_WINDOW + 1 :]
    seen += [f"-21={before[-2]}_{before[-1]}", f"+12={after[0]}_{after[1]}", f"-1+1={before[-1]}_{after[0]}"]
    seen += [
        f"-321={'_'.join(before[-3:])}",
        f"+123={'_'.join(after[:3])}",
        f"-1+12={before[-1]}_{after[0]}_{after[1]}",
    ]
    seen += [
        f"-21+1={before[-2]}_{before[-1]}_{after[0]}",
        f"-32={before[-3]}_{before[-2]}",
        f"+23={after[1]}_{after[2]}",
    ]
    return [
        *seen,
        f"+1stem={after[0][:4]}",
        f"-1stem={before[-1][:4]}",
        f"+2stem={after[1][:4]}",
        f"-2stem={before[-2][:4]}",
    ]


def _at(words: list[str], place: int) -> str:
    return words[place] if 0 <= place < len(words) else "<" if place < 0 else ">"


def _among(at: int, values: list[int]) -> list[str]:
    """How a number stands to the others: their sum, the same again, more or fewer than the one before."""
    value, others = values[at], [one for place, one in enumerate(values) if place != at]
    seen = [f"numbers={min(len(values), 4)}"]
    if value in others:
        seen.append("again")
    if at and value <= values[at - 1]:
        seen.append("fewer")
    if at + 1 < len(values):
        seen.append(f"next={_size(values[at + 1])}")
    if at:
        seen.append(f"before={_size(values[at - 1])}")
    near = values[at + 1 : at + 3]
    if len(near) == 2 and value == sum(near):
        seen.append("sum")
    if at >= 1 and at + 1 < len(values) and values[at - 1] == value + values[at + 1]:
        seen.append("summand")
    if at >= 2 and values[at - 2] == value + values[at - 1]:
        seen.append("summand")
    return seen


def _beyond(words: list[str], place: int) -> list[str]:
    """The words of the sentence on either side, wherever they stand; how the sentence ends."""
    before = _until_end(words[max(0, place - _REACH) : place][::-1])
    after = _until_end(words[place + 1 : place + 1 + _REACH])
    ends = next((word for word in words[place + 1 :] if word in _ENDS), "")
    return [*(f"<{word}" for word in set(before)), *(f">{word}" for word in set(after)), f"ends={ends}"]


def _until_end(words: list[str]) -> list[str]:
    kept: list[str] = []
    for word in words:
        if word in _ENDS:
            break
        kept.append(word)
    return kept


@cache
def _tagger() -> Any:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger
