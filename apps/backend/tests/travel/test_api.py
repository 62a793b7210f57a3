"""PRC-06: the travel fee over HTTP."""

import pytest
from httpx2 import AsyncClient
from pydantic import SecretStr

from hibachi.kit.db import Database
from hibachi.travel import api
from hibachi.travel.gateway import Maps
from tests.business import client_of
from tests.travel.maps_server import maps_server


async def test_a_fee_with_its_computation(client: AsyncClient) -> None:
    answer = await client.get("/api/v1/travel-fee", params={"place": "95616"})
    fee = answer.json()
    assert answer.status_code == 200
    assert (fee["kind"], fee["fee"], fee["per_mile"], fee["billed_miles"]) == ("fee", "122.00", "2.00", 61)
    assert (fee["estimated"], fee["served"], fee["needs_human"]) == (True, True, False)
    assert fee["how"].endswith("61 started miles × $2 = $122")


async def test_a_full_address_is_a_place(client: AsyncClient) -> None:
    answer = await client.get("/api/v1/travel-fee", params={"place": "12345 Mission Blvd, San Francisco, CA 94102"})
    assert answer.json()["fee"] == "22.00"


@pytest.mark.parametrize(
    ("place", "reason"),
    [("00000", "unknown_zip"), ("Fremont", "no_zip"), ("75001 Paris, France", "foreign_address")],
)
async def test_an_unknown_place_has_no_fee_and_a_reason(client: AsyncClient, place: str, reason: str) -> None:
    answer = await client.get("/api/v1/travel-fee", params={"place": place})
    assert (answer.status_code, answer.json()["kind"], answer.json()["reason"]) == (200, "unknown", reason)
    assert "fee" not in answer.json()


@pytest.mark.parametrize("query", ["", "?place=", "?place=%20", "?place=94539%00", f"?place={'9' * 400}"])
async def test_a_missing_or_impossible_place_is_an_error(client: AsyncClient, query: str) -> None:
    answer = await client.get(f"/api/v1/travel-fee{query}")
    assert answer.status_code == 422
    assert answer.json()["code"] in ("invalid_input", "invalid_place")


async def test_with_a_key_the_road_counts(loaded: Database) -> None:
    async with maps_server() as google:
        google.answers(96_561)
        maps = Maps(google.url, SecretStr("a-key"))
        async with client_of(loaded, api.router, maps=maps) as client:
            fee = (await client.get("/api/v1/travel-fee", params={"place": "94102"})).json()
        await maps.close()
    assert (fee["fee"], fee["estimated"]) == ("62.00", False)
