"""A provider is connected whole or not at all; production opens no door that cannot verify."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.concierge.world import settings
from tests.simulators.meta import MetaSimulator
from tests.simulators.ringcentral import RingCentralSimulator
from tests.simulators.twilio import TwilioSimulator

PUBLIC = "https://concierge.example.com"
PRODUCTION = {"HIBACHI_ENVIRONMENT": "production", "SECRET_KEY": "s" * 32}


def whole(name: str) -> dict[str, Any]:
    """Everything that connects a provider; its address is the real one."""
    simulator = {"twilio": TwilioSimulator(PUBLIC), "ringcentral": RingCentralSimulator(PUBLIC), "meta": MetaSimulator()}[name]  # fmt: skip
    return {key: value for key, value in simulator.settings().items() if not key.endswith("_BASE_URL")}


@pytest.mark.parametrize("name", ["twilio", "ringcentral", "meta"])
def test_a_part_of_a_connection_is_named_and_refused(name: str) -> None:
    everything = whole(name)
    assert settings(**everything)
    for missing in set(everything) - {"PUBLIC_URL"}:
        with pytest.raises(ValidationError, match="missing|needs TWILIO|need META"):
            settings(**{key: value for key, value in everything.items() if key != missing})


def test_channels_of_meta_need_what_verifies_them() -> None:
    page = {"FACEBOOK_PAGE_ID": "1", "FACEBOOK_PAGE_TOKEN": "token"}
    with pytest.raises(ValidationError, match="META_APP_SECRET"):
        settings(**page)
    assert settings(**page, META_APP_SECRET="secret", META_VERIFY_TOKEN="a word of ours, long")


@pytest.mark.parametrize("name", ["twilio", "ringcentral", "meta"])
@pytest.mark.parametrize("public", [None, "http://concierge.example.com"])
def test_production_is_reached_over_tls(name: str, public: str | None) -> None:
    with pytest.raises(ValidationError, match="PUBLIC_URL"):
        settings(**{**whole(name), **PRODUCTION, "PUBLIC_URL": public})
    assert settings(**{**whole(name), **PRODUCTION, "PUBLIC_URL": PUBLIC})


@pytest.mark.parametrize("url", ["concierge.example.com", "https://a.example/path", "https://a.example/", "ftp://a"])
def test_an_address_is_an_origin(url: str) -> None:
    with pytest.raises(ValidationError, match="PUBLIC_URL"):
        settings(PUBLIC_URL=url)


@pytest.mark.parametrize("name", ["RINGCENTRAL_WEBHOOK_TOKEN", "META_VERIFY_TOKEN"])
def test_a_word_of_ours_is_not_a_short_one(name: str) -> None:
    everything = {**whole("ringcentral"), **whole("meta"), name: "short"}
    with pytest.raises(ValidationError, match=name):
        settings(**everything)


def test_no_secret_shows() -> None:
    for name in ("twilio", "ringcentral", "meta"):
        everything = whole(name)
        shown = repr(settings(**everything))
        hidden = [key for key in everything if any(word in key for word in ("TOKEN", "SECRET", "JWT"))]
        assert hidden and [key for key in hidden if str(everything[key]) in shown] == []


MAILBOX = {
    "MAIL_ADDRESS": "hello@chef.example",
    "IMAP_HOST": "imap.chef.example",
    "IMAP_USER": "hello@chef.example",
    "IMAP_PASSWORD": "a password",
    "SMTP_HOST": "smtp.chef.example",
    "SMTP_USER": "hello@chef.example",
    "SMTP_PASSWORD": "a password",
}
OAUTH = {
    "MAIL_OAUTH_TOKEN_URL": "https://login.example/token",
    "MAIL_OAUTH_CLIENT_ID": "client",
    "MAIL_OAUTH_REFRESH_TOKEN": "refresh",
}


@pytest.mark.parametrize("missing", MAILBOX)
def test_a_part_of_a_mailbox_is_named_and_refused(missing: str) -> None:
    assert settings(**MAILBOX)
    with pytest.raises(ValidationError, match=f"{missing}.* missing"):
        settings(**{**MAILBOX, missing: None})


@pytest.mark.parametrize("missing", OAUTH)
def test_a_part_of_a_sign_in_by_tokens_is_named_and_refused(missing: str) -> None:
    by_tokens = {**MAILBOX, **OAUTH, "IMAP_PASSWORD": None, "SMTP_PASSWORD": None}
    assert settings(**by_tokens)
    with pytest.raises(ValidationError, match=f"{missing}.* missing"):
        settings(**{**by_tokens, missing: None})
    own = {"MAIL_OAUTH_REFRESH_TOKEN": None, "MAIL_OAUTH_CLIENT_SECRET": "secret", "MAIL_OAUTH_SCOPE": "scope"}
    assert settings(**{**by_tokens, **own})


def test_a_server_may_send_and_nobody_read() -> None:
    assert settings(MAIL_ADDRESS="hello@chef.example", SMTP_HOST="localhost", SMTP_SECURITY="none")
    with pytest.raises(ValidationError, match="IMAP_HOST missing"):
        settings(MAIL_ADDRESS="hello@chef.example", SMTP_HOST="smtp.chef.example", MAIL_SENT_FOLDER="Sent")


def test_tokens_are_asked_for_over_tls() -> None:
    with pytest.raises(ValidationError, match="MAIL_OAUTH_TOKEN_URL"):
        settings(**{**OAUTH, "MAIL_OAUTH_TOKEN_URL": "http://login.example/token"})
