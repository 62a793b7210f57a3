"""Openings for everybody, blocks for staff, over HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from httpx2 import AsyncClient

from hibachi.calendar.api import router
from tests.business import client_of
from tests.parties import SIX, Shop

STAFF = {"Authorization": "calendar:read calendar:write"}
EVENING = {"chef_id": 1, "start": "2026-03-14T18:00:00-07:00", "end": "2026-03-14T20:00:00-07:00", "note": "dentist"}


@pytest.fixture
async def client(shop: Shop) -> AsyncIterator[AsyncClient]:
    """Speaks to the routes of the calendar."""
    async with client_of(shop.db, router) as spoken:
        yield spoken


async def listing(client: AsyncClient, **query: str) -> Any:
    return await client.get("/api/v1/openings", params={"from": "2026-03-14", "to": "2026-03-14"} | query)


async def test_openings_are_told_with_zone_and_instant(client: AsyncClient) -> None:
    answer = (await listing(client)).json()
    assert answer["zone"] == "America/Los_Angeles"
    assert [(row["date"], row["time"]) for row in answer["openings"]] == [
        ("2026-03-14", time) for time in ("12:00", "15:00", "18:00", "21:00")
    ]
    assert answer["openings"][2]["start"] == "2026-03-15T01:00:00Z" and answer["openings"][2]["chefs_free"] == 2


async def test_openings_are_in_the_zone_of_the_zip(client: AsyncClient) -> None:
    answer = (await listing(client, zip="96813")).json()
    assert answer["zone"] == "Pacific/Honolulu"
    assert answer["openings"][2]["start"] == "2026-03-15T04:00:00Z"


async def test_a_taken_time_is_not_listed(client: AsyncClient, shop: Shop) -> None:
    await shop.chefs(1)
    await shop.confirmed(at=SIX)
    assert [row["time"] for row in (await listing(client)).json()["openings"]] == ["12:00", "15:00", "21:00"]


@pytest.mark.parametrize(
    "query",
    [
        {"from": "2026-02-30"},
        {"from": "tomorrow"},
        {"to": "2026-03-13"},
        {"to": "2027-03-14"},
        {"zip": "9511"},
        {"zip": "ABCDE"},
        {"zip": "95112-1"},
        {"from": "-1"},
    ],
)
async def test_what_makes_no_sense_is_422_with_a_code(client: AsyncClient, query: dict[str, str]) -> None:
    answer = await listing(client, **query)
    assert answer.status_code == 422 and answer.json()["code"] and answer.json()["next_step"]


@pytest.mark.parametrize(("first", "last"), [("0001-01-01", "0001-01-02"), ("9999-12-30", "9999-12-31")])
async def test_days_at_the_ends_of_time_have_no_openings(client: AsyncClient, first: str, last: str) -> None:
    answer = await listing(client, **{"from": first, "to": last})
    assert answer.status_code == 200 and answer.json()["openings"] == []


async def test_staff_block_and_lift(client: AsyncClient) -> None:
    made = await client.post("/api/v1/admin/blocks", json=EVENING, headers=STAFF)
    assert made.status_code == 201 and made.json()["start"] == "2026-03-15T01:00:00Z"
    assert (await client.get("/api/v1/admin/blocks", headers=STAFF)).json() == [made.json()]
    assert (await listing(client)).json()["openings"][2]["chefs_free"] == 1
    lifted = await client.delete(f"/api/v1/admin/blocks/{made.json()['id']}", headers=STAFF)
    assert lifted.status_code == 204
    assert (await client.get("/api/v1/admin/blocks", headers=STAFF)).json() == []
    again = await client.delete(f"/api/v1/admin/blocks/{made.json()['id']}", headers=STAFF)
    assert again.status_code == 404 and again.json()["code"] == "block_unknown"


async def test_a_block_over_a_party_is_a_conflict(client: AsyncClient, shop: Shop) -> None:
    await shop.confirmed(at=SIX)
    refused = await client.post("/api/v1/admin/blocks", json=EVENING, headers=STAFF)
    assert refused.status_code == 409 and refused.json()["code"] == "chef_taken"
    assert await shop.number("claims") == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"start": "2026-03-14T18:00:00"},
        {"end": "2026-03-14T17:00:00-07:00"},
        {"chef_id": "one"},
        {"chef_id": 2**63},
        {"note": "nul\x00"},
        {"why": "?"},
    ],
)
async def test_a_bad_block_is_422_and_changes_nothing(
    client: AsyncClient, shop: Shop, changes: dict[str, object]
) -> None:
    answer = await client.post("/api/v1/admin/blocks", json=EVENING | changes, headers=STAFF)
    assert answer.status_code == 422 and answer.json()["code"]
    assert await shop.number("claims") == 0


@pytest.mark.parametrize(
    ("method", "path"), [("GET", ""), ("POST", ""), ("DELETE", "/01900000-0000-7000-8000-000000000000")]
)
@pytest.mark.parametrize(("headers", "status"), [({}, 401), ({"Authorization": "bookings:write"}, 403)])
async def test_blocks_are_for_those_who_may(
    client: AsyncClient, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = await client.request(method, f"/api/v1/admin/blocks{path}", json=EVENING, headers=headers)
    assert answer.status_code == status
