"""Money: integer cents inside, decimal strings with cents ("1100.00") at every edge, never a float."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from hibachi.kit import lazy_re as re

Cents = int
"""An amount of the business's currency in cents."""

LARGEST = 10_000_000_00
SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "CAD": "CA$", "AUD": "A$"}
WRITTEN = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,4})?")


def parse(amount: Any) -> Cents:
    """A decimal string such as "55.00" (or a Decimal, or cents as an int) as cents; raises ValueError otherwise."""
    if isinstance(amount, bool | float):
        raise ValueError("money is a decimal string such as '55.00'")  # what pydantic turns into a 422
    if isinstance(amount, int):
        return _bounded(amount)
    if not isinstance(amount, Decimal) and not (isinstance(amount, str) and WRITTEN.fullmatch(amount)):
        raise ValueError("money is a decimal string such as '55.00'")
    cents = Decimal(amount) * 100
    if not cents.is_finite() or cents != cents.to_integral_value():
        raise ValueError("money has two decimals")
    return _bounded(int(cents))


def _bounded(cents: Cents) -> Cents:
    if abs(cents) > LARGEST:
        raise ValueError("the amount is too large")
    return cents


def text(cents: Cents) -> str:
    """Cents as a decimal string with cents: 110000 → "1100.00"."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    return f"{sign}{whole}.{rest:02d}"


def spoken(cents: Cents, symbol: str = "$") -> str:
    """Cents as a customer reads them: 110000 → "$1,100", 110050 → "$1,100.50"."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    return f"{sign}{symbol}{whole:,}.{rest:02d}" if rest else f"{sign}{symbol}{whole:,}"


def symbol(currency: str) -> str:
    """What stands before an amount of a currency (ISO 4217): "$", or its code where it has no sign of its own."""
    return SYMBOLS.get(currency, f"{currency} ")


def share(cents: Cents, fraction: Decimal) -> Cents:
    """A fraction of an amount, rounded half up to the cent."""
    return int((Decimal(cents) * fraction).quantize(Decimal(1), rounding="ROUND_HALF_UP"))


Money = Annotated[
    int,
    BeforeValidator(parse),
    PlainSerializer(text, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+\.\d{2}$", "examples": ["1100.00"]}),
]
"""A pydantic field: cents in Python, "1100.00" in JSON (model_dump(mode="json"))."""
