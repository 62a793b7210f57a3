"""Signed links: forged, broken, of another use or too old ones are about nothing, and never an error."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.channels.feedback.links import Link, Links

KEY = hashlib.sha256(b"feedback:the secret of this installation").hexdigest()
"""As links were always signed: those in people's mailboxes are still read."""
NOW = datetime(2026, 3, 4, 18, tzinfo=UTC)
SUBJECT = UUID("018f0000-0000-7000-8000-0000000000aa")
LINKS = Links("the secret of this installation")
TOKEN = LINKS.token(Link("vote", SUBJECT), now=NOW)


def test_a_link_is_what_it_was_for_thirty_days() -> None:
    for asked in ("vote", "survey"):
        token = LINKS.token(Link(asked, SUBJECT), now=NOW)
        assert LINKS.read(token, now=NOW + timedelta(days=29)) == Link(asked, SUBJECT)
        assert LINKS.read(token, now=NOW + timedelta(days=30)) is None


def test_a_link_of_another_installation_is_nothing() -> None:
    assert Links("another secret").read(TOKEN, now=NOW) is None


@given(st.text(max_size=400))
def test_no_text_is_a_link_or_an_error(text: str) -> None:
    assert LINKS.read(text, now=NOW) is None


@given(at=st.integers(0, len(TOKEN) - 1), letter=st.sampled_from("abcXYZ019-_.="))
def test_no_letter_can_be_changed(at: int, letter: str) -> None:
    changed = TOKEN[:at] + letter + TOKEN[at + 1 :]
    read = LINKS.read(changed, now=NOW)
    # The last letter of base64 carries bits that mean nothing: another spelling of the same signature.
    assert read is None or (at == len(TOKEN) - 1 and read == Link("vote", SUBJECT)) or changed == TOKEN


CLAIMS = {"aud": "feedback", "ask": "vote", "sub": str(SUBJECT), "exp": int(NOW.timestamp()) + 60}


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "identity"},
        {"ask": "approve"},
        {"ask": None},
        {"ask": ["vote"]},
        {"sub": "nobody"},
        {"sub": 5},
        {"exp": int(NOW.timestamp())},
        {"exp": "soon"},
        {"exp": 10**400},
    ],
)
def test_a_link_that_says_something_else_is_nothing(claims: dict[str, Any]) -> None:
    signed = jwt.encode(CLAIMS | claims, KEY, algorithm="HS256")
    assert LINKS.read(signed, now=NOW) is None


@pytest.mark.parametrize("missing", CLAIMS)
def test_a_link_says_everything(missing: str) -> None:
    claims = {name: value for name, value in CLAIMS.items() if name != missing}
    assert LINKS.read(jwt.encode(claims, KEY, algorithm="HS256"), now=NOW) is None


def test_an_unsigned_link_and_one_signed_otherwise_are_nothing() -> None:
    assert LINKS.read(jwt.encode(CLAIMS, "", algorithm="none"), now=NOW) is None
    assert LINKS.read(jwt.encode(CLAIMS, KEY * 2, algorithm="HS512"), now=NOW) is None
