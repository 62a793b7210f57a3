"""Telephone numbers, e-mail addresses, amounts of money and numbers in text (the specifications of Recognizers-Text)."""

import re
from collections.abc import Callable
from pathlib import Path

from evals.figures import Figure, Section
from evals.splits import Row, halves, rows_of

from hibachi.language.amounts import find_amounts
from hibachi.language.contacts import find_emails, find_phones
from hibachi.language.numbers import find_numbers

ABOUT = """\
Every value of a row and nothing else. Telephone numbers are compared by their digits. In scope is what a customer of an
American caterer would write: a telephone number with ten digits, with or without the 1, or with a leading + (the rest are
national formats of other countries, extensions of eleven and more digits, and strings that are no numbers at all); an amount
in dollars, or in euros and pounds with their sign, below ten million; whole numbers and decimals below a billion (no
fractions, percentages, powers, no "six hundred trillion", no digits of a version or of an address). Out of scope is printed
too. Empty rows (nothing may be found) are the false positives.
"""
_TEN = 10
_MOST_CENTS = 10**9
_MOST = 10**9
_UNITS = {"dollar": "USD", "united states dollar": "USD", "cent": "USD", "euro": "EUR", "british pound": "GBP", "pound": "GBP"}  # fmt: skip


def measure(datasets: Path) -> list[Section]:
    """Each kind on both halves, in and out of scope."""
    rows = rows_of(datasets / "recognizers_numbers_contacts" / "cases.jsonl")
    figures: list[Figure] = []
    for half, part in halves(rows):
        for kind, (agrees, in_scope) in _KINDS.items():
            of_kind = [row for row in part if row["kind"] == kind]
            for name, chosen in (
                ("in scope", [row for row in of_kind if row["expect"] and in_scope(row)]),
                ("out of scope", [row for row in of_kind if row["expect"] and not in_scope(row)]),
                ("nothing to find", [row for row in of_kind if not row["expect"]]),
            ):
                if chosen:
                    share = sum(agrees(row) for row in chosen) / len(chosen)
                    figures.append(Figure(f"{half}: {kind}, {name}", share, None, len(chosen)))
    return [Section("Numbers, money, telephone, e-mail (Recognizers-Text)", ABOUT, figures)]


def _digits(said: str) -> str:
    return re.sub(r"\D", "", re.split(r"(?i)\s*(?:ext|x\d)", said)[0])[-_TEN:]


def phone_agrees(row: Row) -> bool:
    """The same numbers, by their last ten digits."""
    wanted = sorted(_digits(one["text"]) for one in row["expect"])
    return wanted == sorted(mention.e164[-_TEN:] for mention in find_phones(row["text"]))


def phone_in_scope(row: Row) -> bool:
    """American numbers: ten digits, or eleven with the 1, of an area code that can exist."""
    said = [re.sub(r"\D", "", re.split(r"(?i)\s*(?:ext|x\d)", one["text"])[0]) for one in row["expect"]]
    plain = [digits[1:] if len(digits) == _TEN + 1 and digits[0] == "1" else digits for digits in said]
    foreign = any(one["text"].lstrip().startswith(("+", "00")) for one in row["expect"])
    american = all(len(digits) == _TEN and digits[0] in "23456789" and digits[3] in "23456789" for digits in plain)
    return american and (not foreign or all(one["text"].lstrip().startswith("+1") for one in row["expect"]))


def email_agrees(row: Row) -> bool:
    """The same addresses."""
    wanted = sorted(one["text"].lower() for one in row["expect"])
    return wanted == sorted(mention.address.lower() for mention in find_emails(row["text"]))


def money_agrees(row: Row) -> bool:
    """The same values in cents."""
    wanted = sorted(_cents(one["resolution"]) for one in row["expect"])
    return wanted == sorted(amount.cents for amount in find_amounts(row["text"]))


def _cents(resolution: dict[str, str]) -> int:
    value = float(resolution["value"] or 0)
    return round(value if resolution.get("unit", "").lower() == "cent" else value * 100)


def money_in_scope(row: Row) -> bool:
    """Dollars, cents, euros and pounds below ten million."""
    said = [one["resolution"] for one in row["expect"]]
    return all(
        one.get("value") and _UNITS.get(one.get("unit", "").lower()) and _cents(one) < _MOST_CENTS for one in said
    )


def number_agrees(row: Row) -> bool:
    """The same values, in order."""
    wanted = [float(one["resolution"]["value"]) for one in row["expect"]]
    return wanted == [number.high for number in find_numbers(row["text"])]


def number_in_scope(row: Row) -> bool:
    """Whole numbers and decimals below a billion, not parts of something longer."""
    for one in row["expect"]:
        kind, value = one["resolution"].get("subtype"), one["resolution"]["value"]
        if kind not in ("integer", "decimal") or abs(float(value)) >= _MOST or re.search(r"[\^%/²³]", one["text"]):
            return False
    return not re.search(r"\d\.\d+\.\d", row["text"])


_Judge = Callable[[Row], bool]
_KINDS: dict[str, tuple[_Judge, _Judge]] = {
    "phone": (phone_agrees, phone_in_scope),
    "email": (email_agrees, lambda row: True),
    "currency": (money_agrees, money_in_scope),
    "number": (number_agrees, number_in_scope),
}
