"""What a mail of a payment service says: amount, payer, memo and id exact, and nothing else taken for a payment."""

import pytest

from hibachi.channels.mail.reading import money
from hibachi.channels.mail.reading import read as read_letter
from hibachi.channels.mail.schemas import OurSide
from hibachi.payments.notices.reading import read
from hibachi.payments.notices.rules import service_of
from hibachi.payments.notices.schemas import Notice
from hibachi.policies.fields import SENDERS
from tests.channels.mail.money.layouts import AUTHSERV, LAYOUTS, PAID_AT, Mail, Paid
from tests.channels.mail.money.nothing import FOREIGN, FORGED, NOT_OURS, TOLD
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


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, mails in TOLD.items() for name in mails])
def test_what_is_no_payment_is_none(kind: str, name: str) -> None:
    assert told(TOLD[kind][name]).kind == kind


@pytest.mark.parametrize("name", FOREIGN)
def test_another_currency_is_said(name: str) -> None:
    mail, amount, currency = FOREIGN[name]
    notice = told(mail)
    assert (notice.kind, notice.amount, notice.currency) == ("received", amount, currency)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_a_service_writes_is_proven(layout: str) -> None:
    came = money.read(LAYOUTS[layout](Paid()).raw(), OURS)
    assert (came.proven, came.ours) == (True, True)


@pytest.mark.parametrize("name", FORGED)
def test_who_is_not_proven_moves_no_money(name: str) -> None:
    raw = FORGED[name].raw()
    sender = read_letter(raw, OURS).sender
    listed = service_of(sender.domain, SENDERS) if sender else None
    assert not (money.read(raw, OURS).proven and listed)


@pytest.mark.parametrize("name", NOT_OURS)
def test_a_payment_to_somebody_else_is_not_ours(name: str) -> None:
    came = money.read(NOT_OURS[name].raw(), OURS)
    assert came.proven and not came.ours


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe\x00", b"From: venmo@venmo.com\n\n" + b"$1 " * 50_000, b"Subject: " + b"paid you $" * 9000]
)
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    came = money.read(raw, OURS)
    assert read(subject=came.subject, text=came.text, html=came.html).kind in ("other", "unclear", "sent", "received")
