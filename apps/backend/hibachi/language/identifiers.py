"""Finds what identifies a person and has a form: e-mail, telephone, card, bank account, SSN, licence, IP address.

Errs on the side of finding: these are for taking out of texts. `contacts` reads what a customer tells us to use.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import ONE_TO_NINE
from hibachi.language.spans import Span, overlaps_any, span_of

IdentifierKind = Literal["EMAIL", "PHONE", "SSN", "CARD", "IBAN", "LICENSE", "IP"]


@dataclass(frozen=True, slots=True)
class Identifier:
    """One identifier, and where it stands."""

    kind: IdentifierKind
    span: Span


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_SPOKEN_EMAIL = re.compile(
    r"(?i)\b[\w.+-]{2,40}(?: (?:dot|underscore|dash) [\w-]{1,30}){0,3} ?(?:\(at\)|\[at\]"
    r"| at )(?! the\b) ?[\w-]{2,40}(?: ?(?:\(dot\)|\[dot\]| dot )\s?[a-z]{2,10}){1,3}\b"
)
_CARD = re.compile(r"(?<![\w.+])\d(?:[ -]?\d){11,18}(?![\w]|[.]\d)")
_CARD_CUE = re.compile(r"(?i)\b(?:cards?|cc|visa|mastercard|amex|credit|debit)\b[^\n]{0,30}$")
_IBAN = re.compile(r"(?i)(?<![^\W_])[A-Z]{2}[ -]?\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![^\W_])")
_SSN = re.compile(
    r"(?<![\w.-])(?!000|666)\d{3}([- .])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-])"
    r"|(?i:\b(?:ssn|social(?: security)?(?: number| no\.?| #)?|itin|tax id)(?: is"
    r"|:)? ?)(?P<plain>\d{9}\b|\d{3} \d{2} \d{4}\b)"
)
_LICENSE = re.compile(
    r"(?i)\b(?:driver'?s?'? ?licen[cs]e|dl|passport)(?: number| no\.?| #)?(?: is"
    r"|:)? ?#?(?P<number>(?=[a-z0-9-]*\d)[a-z0-9-]{5,16})\b"
)
_IP = re.compile(
    r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)"
    r"|(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])"
)
_PHONE = re.compile(
    r"(?<![\w$.])(?:\+?\d{1,3}[ .-]?)?(?:\(\d{2,4}\) ?"
    r"|\d{3}[ .-]?)\d{3}[ .-]?\d{4}(?:,? ?(?:x|ext\.?|extension) ?\d{1,6})?(?![\w]|[.,]\d)"
    r"|(?<![\w$])\+\d{1,3}(?:[ .()-]{0,2}\d{1,4}){2,6}(?![\w])|(?<![\w$.-])\d{3}[.-]\d{4}(?![\w.-])"
    r"|(?<![\w$.])\((?:0\d|\d{2})\) ?\d{3}[- ]?\d{3,4}(?![\w-])"
)
_GROUPS = re.compile(
    r"(?<![\w$.:/-])(?<!\d,)\(?\+?\d{2,5}\)?(?:[ .-]{1,2}\(?\d{2,7}\)?){1,5}(?:x\d{1,6})?(?![\w]|[.,:/-]\d)"
    r"|(?<![\w$.:/-])(?<!\d,)\d{7,15}(?![\w]|[.,:/-]\d)"
)
_PHONE_CUE = re.compile(
    r"(?i)\b(?:phones?|telephone|tel|mobile|cell|fax|desk|office"
    r"|call(?:ing)?(?: (?:me|us|back|on|at))*|dial|text (?:me|us)|reach(?: (?:me|us))?|answering"
    r"|messages? (?:on|to)|whats ?app|number|registered)\b[^\n\d]{0,24}\n?[^\n\d]{0,6}$"
)
_NO_PHONE_CUE = re.compile(
    r"(?i)\b(?:order|booking|invoice|confirmation|reference|ref|zip|guests?|account|card)(?: number"
    r"| no\.?| #)?(?: is|:)? ?$"
)
_PHONE_AFTER = re.compile(r"(?i)^[ -]*(?:office|fax|mobile|cell|home|work|desk)\b")
_SPOKEN = rf"(?:zero|oh|{ONE_TO_NINE})"
_SPOKEN_PHONE = re.compile(rf"(?i)\b{_SPOKEN}(?:[ ,-]+(?:(?:uh|um) )?(?:double |triple )?{_SPOKEN}){{6,14}}\b")
CUE_REACH = 60
IBAN_SHORTEST = 15
IBAN_FEWEST_DIGITS = 6


def find_identifiers(text: str) -> tuple[Identifier, ...]:
    """Every identifier in a text, in order; spans do not overlap, the surer kind first."""
    found: list[Identifier] = []
    for kind, find in _FINDERS:
        for start, end in find(text):
            if not overlaps_any(start, end, (one.span for one in found)):
                found.append(Identifier(kind, span_of(text, start, end)))
    return tuple(sorted(found, key=lambda one: one.span.start))


def is_card(said: str) -> bool:
    """True for 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1) and are not one digit repeated."""
    digits = [int(char) for char in said if char.isdigit()]
    if not 13 <= len(digits) <= 19 or len(set(digits)) == 1:
        return False
    doubled = [digit * 2 - 9 * (digit > 4) if at % 2 else digit for at, digit in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def is_iban(said: str) -> bool:
    """True when the check digits are right (ISO 13616, remainder 1 of 97)."""
    plain = said.replace(" ", "").replace("-", "")
    moved = plain[4:] + plain[:4]
    return len(plain) >= 15 and int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def _emails(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_EMAIL, _SPOKEN_EMAIL):
        yield from (match.span() for match in pattern.finditer(text))


def _ibans(text: str) -> Iterator[tuple[int, int]]:
    cue = re.search(r"(?i)\b(?:iban|account|transfer|wire)\b", text)
    for match in _IBAN.finditer(text):
        digits = sum(char.isdigit() for char in match.group())
        if (cue and digits > IBAN_FEWEST_DIGITS) or is_iban(match.group()) or _looks_like_iban(match.group()):
            yield match.span()


def _looks_like_iban(said: str) -> bool:
    """Country, check digits and a long number in one piece: mistyped, it still names an account."""
    return " " not in said and len(said) >= IBAN_SHORTEST and sum(char.isdigit() for char in said) > len(said) // 2


def _cards(text: str) -> Iterator[tuple[int, int]]:
    for match in _CARD.finditer(text):
        if is_card(match.group()) or _CARD_CUE.search(_before(text, match.start())):
            yield match.span()


def _ssns(text: str) -> Iterator[tuple[int, int]]:
    for match in _SSN.finditer(text):
        yield match.span("plain") if match["plain"] else match.span()


def _licenses(text: str) -> Iterator[tuple[int, int]]:
    return (match.span("number") for match in _LICENSE.finditer(text))


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _IP.finditer(text))


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_PHONE, _SPOKEN_PHONE):
        yield from (match.span() for match in pattern.finditer(text))
    for match in _GROUPS.finditer(text):
        digits = sum(char.isdigit() for char in match.group())
        if 7 <= digits <= 15 and _is_told_as_phone(text, *match.span()):
            yield match.span()


def _is_told_as_phone(text: str, start: int, end: int) -> bool:
    before = _before(text, start)
    if _NO_PHONE_CUE.search(before):
        return False
    return bool(_PHONE_CUE.search(before) or _PHONE_AFTER.match(text[end : end + 20]))


def _before(text: str, at: int) -> str:
    return text[max(0, at - CUE_REACH) : at]


_FINDERS: tuple[tuple[IdentifierKind, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    ("EMAIL", _emails),
    ("IBAN", _ibans),
    ("SSN", _ssns),
    ("CARD", _cards),
    ("LICENSE", _licenses),
    ("IP", _addresses),
    ("PHONE", _phones),
)
