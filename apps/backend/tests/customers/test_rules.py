"""The one spelling of an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.customers import rules
from hibachi.customers.errors import InvalidEmail, InvalidHandle, InvalidPhone
from hibachi.customers.schemas import ALIASES, CHANNELS, Contact


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("(916) 555-0148", "+19165550148"),
        ("916-555-0148", "+19165550148"),
        ("916.555.0148", "+19165550148"),
        ("+1 916 555 0148", "+19165550148"),
        ("1-916-555-0148", "+19165550148"),
        ("  9165550148 ", "+19165550148"),
        ("tel: 916 555 0148", "+19165550148"),
        ("+44 20 7946 0958", "+442079460958"),
        ("011 44 20 7946 0958", "+442079460958"),
    ],
)
def test_a_number_has_one_spelling(said: str, number: str) -> None:
    assert rules.phone_number(said) == number


@pytest.mark.parametrize("said", ["", "5550148", "911", "+1 911", "000-000-0000", "916 555", "+999123456789", "١٢٣"])
def test_what_is_no_number(said: str) -> None:
    with pytest.raises(InvalidPhone):
        rules.phone_number(said)


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("Dana@Example.COM", "dana@example.com"),
        (" dana@example.com ", "dana@example.com"),
        ("dana+party@example.com", "dana+party@example.com"),
        ("d.r@sub.example.co.uk", "d.r@sub.example.co.uk"),
        ("hello@myhibachichef.test", "hello@myhibachichef.test"),
    ],
)
def test_an_address_has_one_spelling(said: str, address: str) -> None:
    assert rules.email_address(said) == address


@pytest.mark.parametrize("said", ["", "dana", "@example.com", "dana@", "a b@example.com", "dana@example", "d@-x.com"])
def test_what_is_no_address(said: str) -> None:
    with pytest.raises(InvalidEmail):
        rules.email_address(said)


@pytest.mark.parametrize("said", ["", "@", "  ", "two words", "tab\tbed"])
def test_what_is_no_handle(said: str) -> None:
    with pytest.raises(InvalidHandle):
        rules.handle_name(said)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_refusal_and_its_spelling_stays(said: str) -> None:
    for spelling, refusal in (
        (rules.phone_number, InvalidPhone),
        (rules.email_address, InvalidEmail),
        (rules.handle_name, InvalidHandle),
    ):
        try:
            once = spelling(said)
        except refusal:
            continue
        assert spelling(once) == once


@pytest.mark.parametrize(
    ("name", "first"),
    [("Dana Ruiz", "Dana"), ("  Dana  ", "Dana"), ("Mary-Jane O'Neil", "Mary-Jane"), ("", None), (None, None)],
)
def test_the_first_name(name: str | None, first: str | None) -> None:
    assert rules.first_name(name) == first


def test_a_name_is_one_line_of_a_sane_length() -> None:
    assert rules.one_line("  Dana \n Ruiz ") == "Dana Ruiz"
    assert len(rules.one_line("x" * 1000)) == rules.LONGEST_NAME


def test_addresses_come_in_the_order_of_their_locks() -> None:
    contact = Contact(channel="whatsapp", phone="510 555 0143", email="D@example.com", handle="(510) 555-0142")
    known = rules.identities(contact)
    assert known == sorted(known)
    assert known == [
        ("email", "d@example.com"),
        ("phone", "+15105550142"),
        ("phone", "+15105550143"),
        ("whatsapp", "+15105550142"),
    ]


def test_every_short_name_of_a_channel_is_one_of_a_channel() -> None:
    assert set(ALIASES.values()) <= set(CHANNELS)
    for short, full in ALIASES.items():
        assert Contact(channel=short).channel == full  # type: ignore[arg-type]  # the short names are input
        assert Contact(channel=short.upper()).channel == full  # type: ignore[arg-type]
    for wrong in ("fax", "", "sms!"):
        with pytest.raises(ValueError, match="channel"):
            Contact(channel=wrong)  # type: ignore[arg-type]
