"""Numbers as people write and say them: "twenty two", "a dozen", "1,100", "12-15", "nine five eight one four"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.kit import once
from hibachi.language.spans import Quiet, Span, fold, quiet

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "tow": 2, "thre": 3, "fuor": 4, "foru": 4, "fiev": 5, "sevn": 7, "eigth": 8,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "elven": 11, "eleventeen": 11, "twelv": 12, "tweleve": 12,
    "twleve": 12, "thriteen": 13, "thirten": 13, "forteen": 14, "fourten": 14, "fiveteen": 15, "fiften": 15,
    "sixten": 16, "eightteen": 18, "eigthteen": 18, "ninteen": 19, "nineten": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "tweny": 20, "twentey": 20, "fourty": 40, "fivty": 50, "ninty": 90,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "thirty-first": 31,
    "twelth": 12, "fith": 5, "fifthteenth": 15, "nineth": 9, "twentyth": 20,
}  # fmt: skip
_DOZENS = frozenset({"dozen", "dozens", "doz", "dz", "dzs", "dzn", "dzns"})
_SPOKEN_ZERO = {"zero": "0", "oh": "0", "o": "0", "nought": "0"}


def either(words: Iterator[str] | list[str] | dict[str, int]) -> str:
    """An alternation of words, the longest first, for use inside a regular expression."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_ONE, _TEEN, _TEN = either(_ONES), either(_TEENS), either(_TENS)
_SMALL = rf"(?:(?:{_TEN})(?:[ -]?(?:{_ONE}))?|{_TEEN}|{_ONE})"
_SCALE = r"(?:hundred|thousand|grand\b)"
_GREAT = rf"(?:{_SMALL}|\d{{1,2}}(?= hundred)|\d{{1,3}}(?= (?:thousand|grand\b))|an? {_SCALE})"
_MORE = (
    rf"(?: {_SCALE}|(?:(?<=hundred)|(?<=thousand)|(?<=grand))(?: and)? {_SMALL}"
    r"|(?:(?<=thousand)|(?<=grand))(?: and)? (?:\d{1,2}|an?) hundred)"
)
_DOZEN = rf"(?:(?:half(?: an?)?|an?(?: couple(?: of)?)?|couple(?: of)?|{_ONE}|\d{{1,2}}) (?:dozens?|dzn?s?|doz)\b)"
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
WORDS = rf"(?:{_DOZEN}|{_GREAT}{_MORE}{{0,6}})"
"""A number in words. It stands some 230 times in the product's patterns, so it is a chain of words, short to compile."""
NUMBER = rf"(?=[\dacefhnost])(?:{WORDS}|{DIGITS})"
ORDINAL = rf"(?:(?:{_TEN})[ -](?:{either(_ORDINALS)})|{either(_ORDINALS)}|\d{{1,2}} ?(?:st|nd|rd|th))"
HAS_NUMBER = re.compile(rf"\d|\b(?:{_TEN}|{_TEEN}|{_ONE}|dozen|couple|hundred)")
CORRECTION = (
    r"(?:no wait|wait no|wait|sorry|oops|whoops|actually|i mean|i meant|make (?:that|it)|scratch that|or rather|rather"
    r"|correction|nope|hang on|hold on|my bad|oh no|oh|let'?s say|no no|no|well|more like|ok so|it'?s|its)"
)

_LONGEST = 12
_SPACES = re.compile(r"[\s-]+")
_RANGE = re.compile(
    rf"(?<![\w.,$/:-])(?:between )?(?P<a>{NUMBER})(?P<link> ?- ?| to | or "
    rf"| and (?=.{{0,40}}$))(?P<b>{NUMBER})(?![\w/:]|[.,]\d)"
)
_SINGLE = re.compile(
    rf"(?<![\w.,/:])(?P<sign>(?<![\w)])[-+]|\b(?:negative|minus) )?(?P<n>{NUMBER})(?P<dec>\.\d+)?(?![\w/%]|:\d)"
)
_DIGIT_WORD = rf"(?:{either(list(_SPOKEN_ZERO))}|{_SMALL}|\d)"
_DIGIT_RUN = re.compile(
    rf"\b(?:(?:double|triple) )?{_DIGIT_WORD}(?:(?:[ -]|, ?)(?:(?:double|triple) )?{_DIGIT_WORD}){{2,15}}\b"
)
_RUN_WORD = re.compile(rf"(?P<times>double|triple) |(?P<word>{_DIGIT_WORD})\b")
_RETRACTED = re.compile(
    rf"(?<!\$)\b(?!\d{{4}})(?P<old>{NUMBER})(?![ -]oh[ -](?:{_ONE}"
    rf"|\d)\b)(?:[\s,.…-]+{CORRECTION}\b){{1,4}}[\s,.…-]+(?:like |about |around )?(?=(?:{NUMBER})\b)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """low equals high unless a range was said; kind tells why a value cannot count anything."""

    low: float
    high: float
    kind: Literal["whole", "range", "fraction", "negative"]
    span: Span

    @property
    def value(self) -> int:
        return int(self.high)


@dataclass(frozen=True, slots=True)
class DigitRun:
    """Digits that were spelled out one after another, as a ZIP or a telephone number is."""

    digits: str
    span: Span


def to_int(words: str) -> int | None:
    """The whole number that "twenty two", "1,100", "a dozen" or "two hundred and fifty" stands for, else None."""
    text = fold(words).strip().replace(",", "")
    if text.isascii() and text.isdigit():
        return int(text) if len(text) <= _LONGEST else None
    total, current, seen = 0, 0, False
    for word in _SPACES.split(text):
        step = _step(word, current)
        if step is None:
            return None
        current, scale = step
        if scale == 1000:
            total, current = total + (current or 1) * 1000, 0
        seen = seen or word not in ("a", "an", "and", "of")
    return total + current if seen and current >= 0 else None


def _step(word: str, current: int) -> tuple[int, int] | None:
    """The running value after one more word, and 1000 when the word closes the thousands."""
    value = (
        _ONES.get(word)
        or _TEENS.get(word)
        or _TENS.get(word)
        or (int(word) if word.isdigit() and len(word) <= _LONGEST else None)
    )
    if value is not None:
        return (current + value, 1) if _may_follow(current, value) else None
    if word in ("a", "an", "and", "of"):
        return current, 1
    if word == "couple":
        return 2, 1
    if word == "half":
        return -2, 1
    if word in _DOZENS:
        return (6 if current == -2 else (current or 1) * 12), 1
    if word == "hundred":
        return (current or 1) * 100, 1
    if word in ("thousand", "grand"):
        return current, 1000
    joined = _split_tens(word)
    return (current + joined, 1) if joined is not None else None


def _may_follow(current: int, value: int) -> bool:
    """ "twenty" may be followed by "two", "hundred" by anything below it; "nine five" is no number."""
    return current % 100 == 0 or (current % 10 == 0 and current % 100 >= 20 and value < 10)


def _split_tens(word: str) -> int | None:
    for tens, value in _TENS.items():
        if word.startswith(tens) and word[len(tens) :] in _ONES:
            return value + _ONES[word[len(tens) :]]
    return None


def ordinal_to_int(words: str) -> int | None:
    """ "3rd", "third", "twenty sixth" as 3, 3, 26; None for anything else."""
    text = fold(words).strip()
    if digits := re.match(r"(\d{1,2}) ?(?:st|nd|rd|th)?$", text):
        return int(digits.group(1))
    if text in _ORDINALS:
        return _ORDINALS[text]
    parts = _SPACES.split(text)
    if len(parts) == 2 and parts[0] in _TENS and parts[1] in _ORDINALS:
        return _TENS[parts[0]] + _ORDINALS[parts[1]]
    return None


@once.only
def settled(text: str) -> Quiet:
    """quiet(), without numbers that were taken back at once ("fifteen no wait sorry sixteen" keeps "sixteen")."""
    return quiet(text).without(_RETRACTED)


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number said, in order; numbers that were corrected in the same breath are left out."""
    clean = settled(text)
    found: list[Number] = []
    for match in _RANGE.finditer(clean.text):
        low, high = to_int(match["a"]), to_int(match["b"])
        if low is not None and high is not None and low < high and _is_range(match):
            found.append(Number(low, high, "range", clean.of(match)))
    ranges = [number.span for number in found]
    for match in _SINGLE.finditer(clean.text):
        span = clean.of(match)
        if not any(span.overlaps(other) for other in ranges) and (number := _single(match, span)):
            found.append(number)
    return tuple(sorted(found, key=lambda number: number.span.start))


def _is_range(match: re.Match[str]) -> bool:
    return match["link"].strip() != "and" or match.group().startswith("between ")


def _single(match: re.Match[str], span: Span) -> Number | None:
    value = to_int(match["n"])
    if value is None:
        return None
    exact = value + float("0" + match["dec"]) if match["dec"] else float(value)
    if match["sign"] and match["sign"].strip() != "+":
        return Number(-exact, -exact, "negative", span)
    return Number(exact, exact, "fraction" if match["dec"] else "whole", span)


def find_digit_runs(text: str) -> tuple[DigitRun, ...]:
    """Runs of at least three spelled digits: "nine four oh six three", "ninety five eight fourteen"."""
    clean = quiet(text)
    return tuple(
        DigitRun(_run_digits(match.group()), clean.of(match))
        for match in _DIGIT_RUN.finditer(clean.text)
        if not match.group().replace(" ", "").isdigit()
    )


def _run_digits(run: str) -> str:
    digits, times = "", 1
    for match in _RUN_WORD.finditer(run):
        if match["times"]:
            times = 2 if match["times"] == "double" else 3
            continue
        word = match["word"]
        digits += (_SPOKEN_ZERO.get(word) or str(to_int(word))) * times
        times = 1
    return digits
