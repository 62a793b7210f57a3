import pytest

from hibachi.language.deposit_named import by_its_name


@pytest.mark.parametrize(
    ("amount", "said", "meant"),
    [
        (100, "does the hundred come off", "does the deposit come off"),
        (250, "is the $250 refundable", "is the deposit refundable"),
        (250, "is the 100 refundable", "is the 100 refundable"),
        (100, "the 100 people and the 100 miles", "the 100 people and the 100 miles"),
    ],
)
def test_the_deposit_is_called_by_its_amount(amount: int, said: str, meant: str) -> None:
    assert by_its_name(said, amount) == meant
