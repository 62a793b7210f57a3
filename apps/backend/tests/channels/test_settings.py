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
