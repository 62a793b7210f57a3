"""PRC-07: driving distance by Google's wire protocol, and the flagged estimate whenever it fails."""

import json
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import SecretStr

from hibachi.policies.schemas import Profile
from hibachi.settings import Settings
from hibachi.travel import gateway as gateway_module
from hibachi.travel import service
from hibachi.travel.errors import InvalidPlace
from hibachi.travel.gateway import Maps
from hibachi.travel.schemas import Driven, Estimated, TravelFee, UnknownDistance
from tests.travel.maps_server import MapsServer, maps_server

SIXTY_MILES = 96_561


@pytest.fixture
async def google() -> AsyncIterator[MapsServer]:
    async with maps_server() as server:
        server.answers(SIXTY_MILES)
        yield server


@pytest.fixture
async def maps(google: MapsServer) -> AsyncIterator[Maps]:
    gateway = Maps(google.url, SecretStr("a-key"), timeout_seconds=20, rest_seconds=0)
    yield gateway
    await gateway.close()


async def test_the_road_counts_when_google_answers(google: MapsServer, maps: Maps, profile: Profile) -> None:
    fee = await service.fee_to("1 Market St, San Francisco, CA 94102", profile=profile, maps=maps)
    assert isinstance(fee, TravelFee)
    assert (fee.estimated, fee.flagged, fee.billed_miles, fee.fee) == (False, None, 31, 6200)
    assert fee.miles == pytest.approx(60.0003, abs=1e-3)
    assert (fee.zip, fee.zone) == ("94102", "America/Los_Angeles")
    assert "driving distance" in fee.how


async def test_google_is_asked_as_it_wants_to_be(google: MapsServer, maps: Maps, profile: Profile) -> None:
    await service.measure("94102", profile=profile, maps=maps)
    assert google.asked == [
        {
            "path": "/maps/api/distancematrix/json",
            "origins": "Fremont, CA 94539, USA",
            "destinations": "San Francisco, CA 94102, USA",
            "mode": "driving",
            "units": "imperial",
            "key": "a-key",
        }
    ]


async def test_one_way_is_asked_once(google: MapsServer, maps: Maps, profile: Profile) -> None:
    first = await service.measure("94102", profile=profile, maps=maps)
    google.answers(1)
    assert await service.measure("94102", profile=profile, maps=maps) == first
    assert len(google.asked) == 1


def element(status: str, **more: Any) -> str:
    return json.dumps({"status": "OK", "rows": [{"elements": [{"status": status, **more}]}]})


@pytest.mark.parametrize(
    ("failure", "flag"),
    [
        ({"status": 400}, "http_400"),
        ({"status": 403}, "http_403"),
        ({"status": 429}, "http_429"),
        ({"status": 500}, "http_500"),
        ({"status": 503}, "http_503"),
        ({"status": 302}, "http_302"),
        ({"hang_up": True}, "unreachable"),
        ({"body": "<html>sorry</html>"}, "not_understood"),
        ({"body": ""}, "not_understood"),
        ({"body": "[]"}, "not_understood"),
        ({"body": '{"status": "OK", "rows": [{"elements": []}]}'}, "not_understood"),
        ({"body": '{"status": "OK", "rows": []}'}, "no_route"),
        ({"body": '{"status": "REQUEST_DENIED", "error_message": "bad key"}'}, "request_denied"),
        ({"body": '{"status": "OVER_QUERY_LIMIT", "rows": []}'}, "over_query_limit"),
        ({"body": element("NOT_FOUND")}, "no_route"),
        ({"body": element("ZERO_RESULTS")}, "no_route"),
        ({"body": element("OK")}, "no_route"),
        ({"body": element("OK", distance={"value": -5})}, "not_understood"),
        ({"body": element("OK", distance={"value": "far"})}, "not_understood"),
        ({"body": element("OK", distance={"value": 10**12})}, "not_understood"),
    ],
)
async def test_every_failure_falls_back_to_the_estimate_and_says_so(
    google: MapsServer, maps: Maps, profile: Profile, failure: dict[str, Any], flag: str
) -> None:
    for name, value in failure.items():
        setattr(google, name, value)
    fee = await service.fee_to("94102", profile=profile, maps=maps)
    assert isinstance(fee, TravelFee)
    assert (fee.estimated, fee.flagged, fee.fee) == (True, flag, 2200)


async def test_a_slow_service_is_not_waited_for(google: MapsServer, profile: Profile) -> None:
    google.delay = 60
    gateway = Maps(google.url, SecretStr("a-key"), timeout_seconds=0.2)
    measured = await service.measure("94102", profile=profile, maps=gateway)
    await gateway.close()
    assert isinstance(measured, Estimated)
    assert measured.flagged == "timeout"


async def test_a_server_that_is_not_there_falls_back(profile: Profile) -> None:
    gateway = Maps("http://127.0.0.1:9", SecretStr("a-key"), timeout_seconds=20)
    measured = await service.measure("94102", profile=profile, maps=gateway)
    await gateway.close()
    assert isinstance(measured, Estimated)
    assert measured.flagged == "unreachable"


async def test_a_failing_service_is_left_alone_for_a_while(
    google: MapsServer, profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = SimpleNamespace(monotonic=lambda: 1000.0)
    monkeypatch.setattr(gateway_module, "time", watch)
    gateway = Maps(google.url, SecretStr("a-key"), timeout_seconds=20, rest_seconds=30)
    google.status = 500
    await service.measure("94102", profile=profile, maps=gateway)
    google.status = 200
    watch.monotonic = lambda: 1029.9
    resting = await service.measure("94102", profile=profile, maps=gateway)
    assert isinstance(resting, Estimated)
    assert (resting.flagged, len(google.asked)) == ("resting_after_failure", 1)
    watch.monotonic = lambda: 1030.1
    assert isinstance(await service.measure("94102", profile=profile, maps=gateway), Driven)
    await gateway.close()


async def test_a_place_without_a_road_does_not_silence_the_service(google: MapsServer, profile: Profile) -> None:
    gateway = Maps(google.url, SecretStr("a-key"), timeout_seconds=20, rest_seconds=60)
    google.body = element("ZERO_RESULTS")
    await service.measure("96813", profile=profile, maps=gateway)
    google.answers(SIXTY_MILES)
    assert isinstance(await service.measure("94102", profile=profile, maps=gateway), Driven)
    await gateway.close()


@pytest.mark.parametrize("place", ["00000", "no zip here", "75001 Paris, France"])
async def test_google_is_not_asked_about_what_is_not_known(
    google: MapsServer, maps: Maps, profile: Profile, place: str
) -> None:
    assert isinstance(await service.measure(place, profile=profile, maps=maps), UnknownDistance)
    assert google.asked == []


@pytest.mark.parametrize("place", ["", "   ", "x" * 301, "94102\x00", "94102\x1b[2J"])
async def test_what_cannot_be_a_place_is_refused(profile: Profile, place: str) -> None:
    with pytest.raises(InvalidPlace):
        await service.measure(place, profile=profile, maps=None)


async def test_a_key_in_the_settings_opens_the_service(google: MapsServer) -> None:
    assert service.open_maps(Settings(GOOGLE_MAPS_API_KEY=None)) is None
    opened = service.open_maps(Settings(GOOGLE_MAPS_API_KEY=SecretStr("a-key"), GOOGLE_MAPS_BASE_URL=google.url))
    assert opened is not None
    assert await opened.miles("Fremont", "San Francisco") == pytest.approx(60.0, abs=0.01)
    await opened.close()


async def test_the_key_is_in_no_log(
    google: MapsServer, maps: Maps, profile: Profile, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    google.status = 500
    await service.measure("94102", profile=profile, maps=maps)
    assert "http_500" in caplog.text
    assert google.asked[0]["key"] == "a-key"
    assert "a-key" not in caplog.text
