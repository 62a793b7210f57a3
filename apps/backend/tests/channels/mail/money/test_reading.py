"""What a mail of a payment service says: amount, payer, memo and id exact, and nothing else taken for a payment."""

import pytest

from hibachi.channels.mail.reading import money
from hibachi.channels.mail.schemas import OurSide
from hibachi.payments.notices.reading import read
from hibachi.payments.notices.schemas import Notice
from tests.channels.mail.money.layouts import AUTHSERV, PAID_AT, Mail
from tests.channels.mail.money.received import RECEIVED

OURS = OurSide(frozenset(), "x.example", frozenset({AUTHSERV}), frozenset({PAID_AT}))


def told(mail: Mail) -> Notice:
    """What is read of a mail, from its bytes on."""
    came = money.read(mail.raw(), OURS)
    return read(subject=came.subject, text=came.text, html=came.html)


@pytest.mark.parametrize("name", RECEIVED)
def test_a_payment_is_read_to_the_cent_and_to_the_letter(name: str) -> None:
    expected = RECEIVED[name]
    notice = told(expected.mail)
    said = (notice.kind, notice.amount, notice.currency, notice.payer, notice.memo, notice.transaction_id)
    assert said == ("received", expected.amount, expected.currency, expected.payer, expected.memo, expected.id)


def test_there_are_enough_mails() -> None:
    assert len(RECEIVED) >= 120
