"""Money never loses a cent and never becomes a float."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from hibachi.kit import money
from hibachi.kit.money import LARGEST, Money

CENTS = st.integers(-LARGEST, LARGEST)


class Priced(BaseModel):
    """Something with a price."""

    price: Money
    perhaps: Money | None = None


@pytest.mark.parametrize(
    ("written", "cents"),
    [
        ("55.00", 5500),
        ("55", 5500),
        ("0.05", 5),
        ("-0.05", -5),
        ("1100.0", 110000),
        ("1100.000", 110000),
        (Decimal("2.5"), 250),
        (5500, 5500),
        ("10000000.00", LARGEST),
    ],
)
def test_what_is_money(written: Any, cents: int) -> None:
    assert money.parse(written) == cents


@pytest.mark.parametrize(
    "written",
    [
        "",
        "abc",
        "$55",
        "1,100.00",
        "0.005",
        "55.001",
        "nan",
        "inf",
        "-inf",
        "1e30",
        "10000000.01",
        LARGEST + 1,
        -LARGEST - 1,
        55.0,
        0.1,
        float("nan"),
        True,
        False,
        None,
        [],
        "५",
        "1_000.00",
        "1e2",
        " 55.00",
        "55.00\n",
        ".5",
        "1" * 5000,
        Decimal("nan"),
        Decimal("1e400"),
    ],
)
def test_what_is_not_money(written: Any) -> None:
    with pytest.raises(ValueError, match=r"money|amount"):
        money.parse(written)
    with pytest.raises(ValidationError):
        Priced(price=written)


@given(CENTS)
def test_text_is_read_back_to_the_cent(cents: int) -> None:
    assert money.parse(money.text(cents)) == cents


@given(CENTS)
def test_a_field_is_a_string_with_cents_on_the_wire_and_cents_inside(cents: int) -> None:
    priced = Priced(price=cents)
    assert priced.price == cents
    wire = priced.model_dump(mode="json")
    assert wire == {"price": money.text(cents), "perhaps": None}
    assert Priced.model_validate(wire) == priced
    assert Priced.model_validate_json(priced.model_dump_json()) == priced


def test_a_json_number_with_a_point_is_refused() -> None:
    with pytest.raises(ValidationError):
        Priced.model_validate_json('{"price": 55.0}')


def test_the_schema_promises_a_string_with_two_decimals() -> None:
    schema = Priced.model_json_schema(mode="serialization")["properties"]["price"]
    assert (schema["type"], schema["pattern"]) == ("string", r"^-?\d+\.\d{2}$")


@pytest.mark.parametrize(
    ("cents", "text", "spoken"),
    [
        (0, "0.00", "$0"),
        (5, "0.05", "$0.05"),
        (-5, "-0.05", "-$0.05"),
        (110000, "1100.00", "$1,100"),
        (110050, "1100.50", "$1,100.50"),
        (123456789, "1234567.89", "$1,234,567.89"),
        (-110000, "-1100.00", "-$1,100"),
    ],
)
def test_how_it_is_written_and_said(cents: int, text: str, spoken: str) -> None:
    assert (money.text(cents), money.spoken(cents)) == (text, spoken)


@pytest.mark.parametrize(
    ("cents", "fraction", "part"),
    [
        (100, Decimal("0.5"), 50),
        (101, Decimal("0.5"), 51),
        (1, Decimal("0.5"), 1),
        (1, Decimal("0.49"), 0),
        (110000, Decimal("0.0875"), 9625),
        (333, Decimal("0.0875"), 29),
        (0, Decimal("0.3"), 0),
    ],
)
def test_a_share_is_rounded_half_up(cents: int, fraction: Decimal, part: int) -> None:
    assert money.share(cents, fraction) == part


@given(st.integers(0, LARGEST), st.decimals(0, 1, places=4))
def test_a_share_is_within_half_a_cent(cents: int, fraction: Decimal) -> None:
    part = money.share(cents, fraction)
    assert isinstance(part, int)
    assert abs(Decimal(part) - Decimal(cents) * fraction) <= Decimal("0.5")
