"""Amounts of money, and the numbers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("$1,100", [110000]), ("1100 dollars", [110000]), ("1.1k", [110000]), ("$1.1k", [110000]), ("eleven hundred dollars", [110000]), ("two hundred and fifty bucks", [25000]), ("USD 50", [5000]), ("50 USD", [5000]),
        ("fifty-five a person", [5500]), ("$1,100.00.", [110000]), ("1,234.56", [123456]), ("five dollars and fifty cents", [550]), ("a hundred bucks", [10000]), ("2 grand", [200000]), ("$5 each", [500]), ("total is 1,234", [123400]),
        ("you owe 572", [57200]), ("deposit of 100", [10000]), ("$55 per adult and $30 per child", [5500, 3000]), ("it comes to one thousand one hundred dollars", [110000]), ("$500-700", [50000, 70000]), ("$ 660", [66000]),
        ("the travel fee is $134.00, so $1,234.00 in total", [13400, 123400]), ("us$100", [10000]), ("twelve hundred thirty four dollars", [123400]), ("$0", [0]), ("free of charge", []), ("99 cents", [99]), ("$2 per mile", [200]),
        ("1.5 thousand dollars", [150000]), ("5 hundred dollars", [50000]), ("€50", [5000]), ("the fee is 16", [1600]), ("balance: 890", [89000]), ("55 per person", [5500]), ("ten bucks a head", [1000]), ("$1.234,50", [123450]),
        ("one hundred dollar deposit", [10000]), ("100-dollar deposit", [10000]), ("$660.", [66000]), ("pay $660, thanks", [66000]),
        ("1.20 cents", [1]), ("99.5 cents a piece", [100]),
    ],
)  # fmt: skip
def test_amounts(text: str, cents: list[int]) -> None:
    assert [amount.cents for amount in find_amounts(text)] == cents


@pytest.mark.parametrize(
    "text",
    [
        "12 adults in 94539 at 6pm",
        "june 13 2026",
        "call 510-555-0167",
        "total for 12 adults",
        "20 people",
        "6:30",
        "4/18/26",
        "10 miles",
        "50 % of us",
        "kids 7, 9 and 11",
        "two hours",
        "",
        "the 15th",
        "deposit for 12 people",
        "48 hours notice",
        "18 months",
        "200 miles",
        "six thirty",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert find_amounts(text) == ()


def test_what_is_marked_as_money_says_so() -> None:
    assert [amount.marked for amount in find_amounts("$50 deposit, total 600")] == [True, False]
    assert find_amounts("€50")[0].currency == "EUR"


@given(cents=st.integers(0, 99_999_999))
def test_any_amount_is_read_back_in_every_spelling(cents: int) -> None:
    whole, part = divmod(cents, 100)
    for text in (
        f"${whole:,}.{part:02d}",
        f"${whole}.{part:02d}",
        f"{whole}.{part:02d} dollars",
        f"Your total is ${whole:,}.{part:02d}.",
    ):
        assert [amount.cents for amount in find_amounts(text)] == [cents], text


@given(text=st.text(max_size=200))
def test_spans_are_true(text: str) -> None:
    for amount in find_amounts(text):
        assert text[amount.span.start : amount.span.end] == amount.span.text
