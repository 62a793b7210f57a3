"""Finds names of people and street addresses by a small trained tagger (a linear-chain CRF); what it never saw, by shape.

Trained by `make train` (evals/heads/personal_data.py); the weights and their recipe lie in `heads/weights/`. It errs on the
side of finding: it is for taking personal data out of texts, never for knowing who somebody is.
"""

import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pycrfsuite

from hibachi.kit import lazy_re as re
from hibachi.language.spans import Span, span_of

WEIGHTS = Path(__file__).parent / "heads" / "weights"
MODEL = WEIGHTS / "personal.crfsuite"
NAMES = WEIGHTS / "names.txt"
LONGEST = 4_000
"""Characters that are tagged at once; longer texts are tagged in pieces."""
Kind = Literal["PERSON", "ADDRESS", "PLACE", "COMPANY"]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|\d+|\n|[^\w\s]|_")
STREET_WORDS = frozenset(
    (
        "street st avenue ave road rd drive dr lane ln court ct boulevard blvd way place pl circle cir "
        "terrace ter parkway pkwy highway hwy "
        "square sq loop trail alley plaza apt apartment suite unit ste floor box po psc fpo apo dpo "
        "corner calle via rue strasse str plein laan"
    ).split()
)
_TITLES = frozenset("mr mrs ms miss mx dr prof sir madam chef señor señora sr sra".split())
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, and where."""

    kind: Kind
    span: Span


def tag(text: str) -> tuple[Found, ...]:
    """Names, addresses, places and companies in a text, in order; spans do not overlap."""
    found: list[Found] = []
    for start in range(0, len(text), LONGEST):
        piece = text[start : start + LONGEST]
        found += [
            Found(one.kind, Span(one.span.start + start, one.span.end + start, one.span.text)) for one in _tag(piece)
        ]
    return tuple(found)


def _tag(text: str) -> list[Found]:
    tokens = tokens_of(text)
    if not tokens:
        return []
    with _lock:  # a crfsuite tagger holds the sequence that it works on
        labels = _tagger().tag(features_of([token.text for token in tokens]))
    found: list[Found] = []
    for token, label in zip(tokens, labels, strict=True):
        if label == "O":
            continue
        kind: Any = label[2:]
        before = found[-1] if found else None
        goes_on = label.startswith("I-") and before is not None and before.kind == kind
        if goes_on and before is not None and not text[before.span.end : token.start].strip():
            found[-1] = Found(kind, span_of(text, before.span.start, token.end))
        else:
            found.append(Found(kind, token))
    return found


def tokens_of(text: str) -> list[Span]:
    """Words, numbers, signs and line ends."""
    return [span_of(text, *match.span()) for match in _TOKEN.finditer(text)]


def features_of(words: list[str]) -> list[list[str]]:
    """What the tagger sees of each token: itself, its shape, and its neighbours."""
    alone = [_alone(word) for word in words]
    return [
        [*alone[at], *_beside(alone, at, -1), *_beside(alone, at, 1), *_far(words, at), *_pair(words, at)]
        for at in range(len(words))
    ]


def _alone(word: str) -> list[str]:
    low = word.lower()
    known = known_names()
    seen = ["bias", f"w={low}", f"shape={_shape(word)}", f"pre={low[:3]}", f"suf={low[-3:]}", f"suf2={low[-2:]}"]
    if low in known:
        seen.append("name")
    if low in STREET_WORDS:
        seen.append("street")
    if low in _TITLES:
        seen.append("title")
    if word.isdigit():
        seen.append(f"digits={len(word)}")
    return seen


def _shape(word: str) -> str:
    shape = "".join(
        "A" if char.isupper() else "a" if char.isalpha() else "0" if char.isdigit() else char for char in word
    )
    return re.sub(r"(.)\1+", r"\1+", shape)


def _beside(alone: list[list[str]], at: int, step: int) -> list[str]:
    place = at + step
    if not 0 <= place < len(alone):
        return [f"{step:+}edge"]
    return [f"{step:+}{seen}" for seen in alone[place] if not seen.startswith(("pre", "suf", "bias"))]


def _far(words: list[str], at: int) -> list[str]:
    return [f"{step:+}w={words[at + step].lower()}" for step in (-3, -2, 2, 3) if 0 <= at + step < len(words)]


def _pair(words: list[str], at: int) -> list[str]:
    before = words[at - 1].lower() if at else "<"
    second = words[at - 2].lower() if at > 1 else "<"
    after = words[at + 1].lower() if at + 1 < len(words) else ">"
    return [f"pair={second}_{before}", f"around={before}_{after}"]


@cache
def known_names() -> frozenset[str]:
    """First and family names in small letters."""
    return frozenset(NAMES.read_text(encoding="utf-8").split()) if NAMES.exists() else frozenset()


@cache
def _tagger() -> Any:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger
