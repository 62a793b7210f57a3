"""Text → token ids of the model's own vocabulary (uncased WordPiece, as BERT reads).

One difference from the reference on purpose: "[SEP]" and its kin in a text are brackets and letters, never control tokens.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

MOST_TOKENS = 256
"""What the model was trained to read at once; the rest of a longer text is not read."""
LONGEST_WORD = 100
KEPT_WORDS = 8192
_CJK = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class WordPiece:
    """A vocabulary that cuts words into the longest pieces that it knows."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._ids = vocabulary
        self._begin, self._end, self._unknown = (vocabulary[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))
        self._pieces = lru_cache(maxsize=KEPT_WORDS)(self._cut)

    @classmethod
    def read(cls, path: Path) -> "WordPiece":
        """Read a vocabulary: one piece a line, its id the number of the line."""
        lines = path.read_text(encoding="utf-8").splitlines()
        return cls({piece: number for number, piece in enumerate(lines)})

    def ids(self, text: str) -> list[int]:
        """The ids of a text with its begin and end marks, at most MOST_TOKENS; two for an empty text."""
        found = [self._begin]
        for word in words(text):
            found += self._pieces(word)
            if len(found) >= MOST_TOKENS:
                break
        return [*found[: MOST_TOKENS - 1], self._end]

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST_WORD:
            return (self._unknown,)
        found: list[int] = []
        start = 0
        while start < len(word):
            end, prefix = len(word), "##" if start else ""
            while end > start and prefix + word[start:end] not in self._ids:
                end -= 1
            if end == start:
                return (self._unknown,)
            found.append(self._ids[prefix + word[start:end]])
            start = end
        return tuple(found)


def words(text: str) -> Iterator[str]:
    """Lower-case words without accents; every punctuation mark and every CJK character is a word of its own."""
    plain = unicodedata.normalize("NFD", "".join(map(_clean, text)).lower())
    word = ""
    for char in plain:
        if char.isspace() or _stands_alone(char):
            if word:
                yield word
            word = ""
            if not char.isspace():
                yield char
        elif unicodedata.category(char) != "Mn":
            word += char
    if word:
        yield word


@lru_cache(maxsize=4096)
def _clean(char: str) -> str:
    if char in "\t\n\r" or unicodedata.category(char) == "Zs":
        return " "
    gone = char == "\ufffd" or unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Cs")
    return "" if gone else char


@lru_cache(maxsize=4096)
def _stands_alone(char: str) -> bool:
    code = ord(char)
    symbol = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return symbol or unicodedata.category(char).startswith("P") or any(low <= code <= high for low, high in _CJK)
