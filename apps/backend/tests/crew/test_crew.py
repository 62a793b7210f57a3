"""Stations and chefs: the founding, what staff change, and what it means for new parties."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from httpx2 import AsyncClient

from hibachi.bookings.schemas import Refused
from hibachi.crew import service
from hibachi.crew.api import router
from hibachi.crew.errors import StationExists, UnknownChef, UnknownStation
from hibachi.crew.schemas import ChefChange, NewChef, NewStation
from hibachi.kit.db import Database
from hibachi.policies import service as policies
from tests.business import client_of, loaded
from tests.parties import OLGA, Shop

__all__ = ["loaded"]
STAFF = {"Authorization": "crew:read crew:write"}


@pytest.fixture
async def client(shop: Shop) -> AsyncIterator[AsyncClient]:
    """Speaks to the routes of the crew."""
    async with client_of(shop.db, router) as spoken:
        yield spoken


async def found(db: Database) -> int:
    async with db.transaction() as tx:
        return (await service.ensure_station(tx, book=await policies.current(tx))).id


async def test_the_first_start_founds_one_station_at_the_base_with_the_owners_number_of_chefs(loaded: Database) -> None:
    await found(loaded)
    async with loaded.transaction() as tx:
        (station,) = await service.stations(tx)
        chefs = await service.chefs(tx)
    assert (station.name, station.zip) == ("Fremont", "94539")
    assert [chef.name for chef in chefs] == ["Chef 1", "Chef 2"]
    assert {chef.station_id for chef in chefs} == {station.id}


async def test_every_other_start_and_ten_at_once_found_nothing_more(loaded: Database) -> None:
    ids = await asyncio.gather(*(found(loaded) for _ in range(8)))
    assert len(set(ids)) == 1
    async with loaded.transaction() as tx:
        assert len(await service.stations(tx)) == 1 and len(await service.chefs(tx)) == 2


async def test_chefs_come_in_the_order_of_their_numbers(shop: Shop) -> None:
    await shop.chefs(5)
    numbers = [chef.id for chef in await shop.do(service.chefs)]
    assert numbers == sorted(numbers) and len(numbers) == 5


async def test_a_new_chef_is_one_more_party_in_a_slot(shop: Shop) -> None:
    await shop.confirmed()
    await shop.confirmed()
    assert isinstance(await shop.hold(), Refused)
    station = (await shop.do(service.stations))[0]
    await shop.do(service.add_chef, actor=OLGA, new=NewChef(station_id=station.id, name="Kenji"))
    assert not isinstance(await shop.hold(), Refused)
    assert (await shop.audits("chef_create"))[0]["name"]["new"] == "Kenji"


async def test_a_chef_who_stops_keeps_their_parties_and_gets_no_new_ones(shop: Shop) -> None:
    booking = await shop.confirmed()
    await shop.do(service.change_chef, actor=OLGA, chef_id=booking.chef_id, change=ChefChange(active=False))
    assert (await shop.get(booking.id)).chef_id == booking.chef_id and await shop.problems() == []
    other = await shop.confirmed()
    assert other.chef_id != booking.chef_id
    assert isinstance(await shop.hold(), Refused)
    assert (await shop.audits("chef_update"))[-1]["active"] == {"old": True, "new": False}


async def test_what_is_not_there_is_refused(shop: Shop) -> None:
    with pytest.raises(UnknownChef):
        await shop.do(service.change_chef, chef_id=99, change=ChefChange(active=False))
    with pytest.raises(UnknownStation):
        await shop.do(service.add_chef, new=NewChef(station_id=99, name="Kenji"))
    with pytest.raises(StationExists):
        await shop.do(service.add_station, new=NewStation(name="Fremont", zip="94538"))
    assert await shop.number("stations") == 1 and await shop.number("chefs") == 2


async def test_staff_keep_the_crew_over_http(client: AsyncClient) -> None:
    station = await client.post("/api/v1/admin/stations", json={"name": "Sacramento", "zip": "95814"}, headers=STAFF)
    assert station.status_code == 201
    twice = await client.post("/api/v1/admin/stations", json={"name": "Sacramento", "zip": "95814"}, headers=STAFF)
    assert (twice.status_code, twice.json()["code"]) == (409, "station_exists")
    new = {"station_id": station.json()["id"], "name": "Kenji"}
    chef = await client.post("/api/v1/admin/chefs", json=new, headers=STAFF)
    assert chef.status_code == 201 and chef.json()["active"] is True
    place = f"/api/v1/admin/chefs/{chef.json()['id']}"
    renamed = await client.patch(place, json={"name": " Kenji S. ", "active": False}, headers=STAFF)
    assert (renamed.json()["name"], renamed.json()["active"]) == ("Kenji S.", False)
    assert len((await client.get("/api/v1/admin/chefs", headers=STAFF)).json()) == 3
    assert len((await client.get("/api/v1/admin/stations", headers=STAFF)).json()) == 2


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("stations", {"name": "", "zip": "95814"}), ("stations", {"name": "X", "zip": "958"}),
        ("stations", {"name": "nul\x00", "zip": "95814"}), ("chefs", {"station_id": 0, "name": "K"}),
        ("chefs", {"station_id": "one", "name": "K"}), ("chefs", {"station_id": 1, "name": "  "}),
        ("chefs", {"station_id": 1, "name": "K", "wage": 1}), ("chefs", {"station_id": 2**63, "name": "K"}),
    ],
)  # fmt: skip
async def test_bad_input_is_422_and_changes_nothing(
    client: AsyncClient, shop: Shop, path: str, body: dict[str, Any]
) -> None:
    answer = await client.post(f"/api/v1/admin/{path}", json=body, headers=STAFF)
    assert answer.status_code == 422 and answer.json()["code"]
    assert await shop.number("stations") == 1 and await shop.number("chefs") == 2


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "stations"), ("POST", "stations"), ("GET", "chefs"), ("POST", "chefs"), ("PATCH", "chefs/1")],
)
@pytest.mark.parametrize(("headers", "status"), [({}, 401), ({"Authorization": "calendar:write"}, 403)])
async def test_the_crew_is_for_those_who_may(
    client: AsyncClient, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = await client.request(method, f"/api/v1/admin/{path}", json={}, headers=headers)
    assert answer.status_code == status
