"""Amounts as payment services write them, to the cent: "$1,250.00", "US$50", "50.00 USD", "1.250,00 €"."""

from dataclasses import dataclass

from hibachi.kit import lazy_re as re
from hibachi.kit.money import LARGEST, Cents

SYMBOLS = {"$": "USD", "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "MX$": "MXN", "€": "EUR",
           "£": "GBP", "¥": "JPY", "₱": "PHP", "₹": "INR"}  # fmt: skip
CODES = ("USD", "CAD", "AUD", "MXN", "EUR", "GBP", "JPY", "PHP", "INR", "CHF", "NZD", "BRL")
WITHOUT_CENTS = ("JPY",)
_SYMBOL = "|".join(re.escape(one) for one in sorted(SYMBOLS, key=len, reverse=True))
_CODE = "|".join(CODES)
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{2})?|\d{1,3}(?:\.\d{3})+,\d{2}|\d{1,9}(?:[.,]\d{2})?"
PATTERN = (
    rf"(?:(?:(?:{_CODE})\s?)?(?:{_SYMBOL})\s?(?:{_NUMBER})(?![.,]?\d)(?:\s?(?:{_CODE})\b)?"
    rf"|(?:{_NUMBER})(?![.,]?\d)\s?(?:(?:{_CODE})\b|€|£))"
)
"""Matches one amount, whatever its currency; without groups, to be built into longer patterns."""
_PARTS = re.compile(
    rf"(?:(?P<before>{_CODE})\s?)?(?P<symbol>{_SYMBOL})?\s?(?P<number>{_NUMBER})\s?(?P<after>{_CODE}|€|£)?"
)
_FOUND = re.compile(rf"(?<![\w.,$])-?\+?{PATTERN}")


@dataclass(frozen=True, slots=True)
class Said:
    """An amount in the smallest unit of its currency (ISO 4217)."""

    amount: Cents
    currency: str


def amount_of(text: str) -> Said | None:
    """The amount that a text is, and nothing else; None when it is none, or a currency is named that contradicts itself."""
    found = _PARTS.fullmatch(text.strip().lstrip("+").strip())
    if found is None or not (found["before"] or found["symbol"] or found["after"]):
        return None
    after = SYMBOLS.get(found["after"] or "", found["after"])
    named = {code for code in (found["before"], after) if code}
    if found["symbol"] and not (found["symbol"] == "$" and named):  # "$50.00 CAD": the plain sign is any dollar
        named.add(SYMBOLS[found["symbol"]])
    if len(named) != 1:
        return None
    currency = named.pop()
    cents = _cents(found["number"], whole=currency in WITHOUT_CENTS)
    return Said(cents, currency) if 0 < cents <= LARGEST else None


def amounts_in(text: str) -> list[Said]:
    """Every amount of a text, in its order."""
    return [said for found in _FOUND.finditer(text) if (said := amount_of(found.group().lstrip("-")))]


def _cents(number: str, *, whole: bool) -> Cents:
    has_cents = len(number) > 3 and number[-3] in ".,"
    digits = "".join(letter for letter in number if letter.isdigit())
    return int(digits) if has_cents or whole else int(digits) * 100
