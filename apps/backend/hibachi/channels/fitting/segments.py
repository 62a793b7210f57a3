"""How many text messages a text is: GSM-7 where every letter is in its alphabet, UCS-2 as soon as one is not.

Source: 3GPP TS 23.038 (the alphabet and its extension table) and TS 23.040 (concatenation: six octets a segment).
"""

from collections.abc import Iterator
from typing import Literal

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")
"""Each of these is an escape and a letter: two, and never apart."""
CHEAPER = str.maketrans(
    {
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‐": "-", "‑": "-",
        "−": "-", "…": "...", "•": "-", "×": "x", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "´": "'", "`": "'",
    }
)  # fmt: skip
"""Letters that double a text's price for nothing, and what one types instead."""
SINGLE = {"gsm": 160, "ucs2": 70}
JOINED = {"gsm": 153, "ucs2": 67}
Alphabet = Literal["gsm", "ucs2"]


def alphabet(text: str) -> Alphabet:
    """In which alphabet a text is sent."""
    return "gsm" if all(letter in BASIC or letter in EXTENDED for letter in text) else "ucs2"


def segments(text: str) -> int:
    """How many segments a carrier bills; 0 for no text."""
    kind = alphabet(text)
    sizes = list(_sizes(text, kind))
    if sum(sizes) <= SINGLE[kind]:
        return int(bool(sizes))
    count, room = 1, JOINED[kind]
    for size in sizes:
        if size > room:
            count, room = count + 1, JOINED[kind]
        room -= size
    return count


def cheaper(text: str) -> str:
    """The text with typewriter's quotes and dashes; whatever else is outside the alphabet stays."""
    return text.translate(CHEAPER)


def _sizes(text: str, kind: Alphabet) -> Iterator[int]:
    """What each letter takes of a segment; one that takes two is not cut in half."""
    for letter in text:
        double = letter in EXTENDED if kind == "gsm" else ord(letter) > 0xFFFF
        yield 2 if double else 1
