"""Signed links: one signer for every module; none reads the links of another one, of another use, or too old ones."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.kit.signing import Signed, Signer

NOW = datetime(2026, 3, 4, 18, tzinfo=UTC)
SUBJECT = UUID("018f0000-0000-7000-8000-0000000000aa")
SIGNER = Signer("review", "the secret of this installation")
TOKEN = SIGNER.sign("review", SUBJECT, until=NOW + timedelta(hours=1), of="this")


def test_a_link_is_what_it_was_until_it_ends() -> None:
    assert SIGNER.read("review", TOKEN, now=NOW) == Signed(SUBJECT, {"of": "this"})
    assert SIGNER.read("review", TOKEN, now=NOW + timedelta(hours=1)) is None


def test_a_link_without_an_end_is_read_only_where_links_never_end() -> None:
    endless = SIGNER.sign("leave", SUBJECT)
    assert SIGNER.read("leave", endless, now=NOW, ends=False) == Signed(SUBJECT, {})
    assert SIGNER.read("leave", endless, now=NOW) is None


@pytest.mark.parametrize(
    ("signer", "audience"),
    [
        (Signer("review", "another secret"), "review"),
        (Signer("newsletter", "the secret of this installation"), "review"),
        (SIGNER, "leave"),
    ],
)
def test_nobody_else_reads_it(signer: Signer, audience: str) -> None:
    assert signer.read(audience, TOKEN, now=NOW) is None


@given(st.text(max_size=200))
def test_no_text_is_a_link_or_an_error(said: str) -> None:
    assert SIGNER.read("review", said, now=NOW, ends=False) is None


def test_links_that_were_mailed_before_are_still_read() -> None:
    """As reviews, letters and votes signed theirs, each by a copy of its own: they are in people's mailboxes."""
    mailed = (
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
        ".eyJhdWQiOiJyZXZpZXciLCJzdWIiOiIwMThmMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwYWEiLCJleHAiOjE3NzI2NTA4MDB9"
        ".DzQDD-3HQPS2AQEIgNGJpVSqc400Ts1dCSWOk3FJOXo"
    )
    assert SIGNER.read("review", mailed, now=NOW) == Signed(SUBJECT, {})
