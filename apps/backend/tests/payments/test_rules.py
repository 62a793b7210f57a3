"""What a payment is for, how it covers a price, and what is owed."""

from itertools import product
from uuid import uuid4

import pytest

from hibachi.payments import rules

CENTS = (0, 1, 99_99, 100_00, 100_01, 659_99, 660_00, 660_01, 2000_00)


def test_the_money_always_adds_up() -> None:
    for total, deposit, paid, refunded in product(CENTS, CENTS, CENTS, CENTS):
        if refunded > paid:
            continue
        shares = rules.allocate(total=total, deposit=deposit, paid=paid, refunded=refunded)
        assert paid - refunded + shares.owed == total
        assert shares.deposit + shares.balance + shares.credit == paid - refunded
        assert 0 <= shares.deposit <= min(deposit, total) and 0 <= shares.balance and 0 <= shares.credit
        assert shares.credit == max(0, -shares.owed), "what is above the price is the customer's"
        assert not shares.balance or shares.deposit == min(deposit, total), "the deposit comes first"


@pytest.mark.parametrize(
    ("deposit_paid", "expected"), [(0, "deposit"), (99_99, "deposit"), (100_00, "balance"), (150_00, "balance")]
)
def test_money_without_a_word_pays_the_deposit_first(deposit_paid: int, expected: str) -> None:
    assert rules.purpose(deposit=100_00, deposit_paid=deposit_paid) == expected


def test_a_reference_is_its_own_and_stays() -> None:
    ids = [uuid4() for _ in range(2000)]
    references = [rules.reference(one) for one in ids]
    assert len(set(references)) == len(ids) and references == [rules.reference(one) for one in ids]
    assert all(len(one) == 17 and one.startswith("PB-") and one.isupper() for one in references)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert rules.plain(cell) == f"'{cell}" and rules.plain("Dana = Ruiz") == "Dana = Ruiz"
