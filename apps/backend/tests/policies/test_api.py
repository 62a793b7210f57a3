"""Policies over HTTP: what a customer sees, and what an owner may do."""

from typing import Any

import pytest
from httpx2 import AsyncClient

READ = {"Authorization": "policies:read"}
WRITE = {"Authorization": "policies:read policies:write"}
DEARER = {"changes": {"prices": {"adult": {"amount": "60.00"}}}, "note": "dearer beef"}


def keys_of(document: Any) -> set[str]:
    if isinstance(document, dict):
        return set(document) | {key for value in document.values() for key in keys_of(value)}
    return {key for item in document for key in keys_of(item)} if isinstance(document, list) else set()


async def test_a_customer_sees_prices_menu_slots_and_policies(client: AsyncClient) -> None:
    shown = (await client.get("/api/v1/policies/public")).json()
    assert shown["version"] == 1
    assert shown["prices"]["adult"] == {"amount": "55.00", "ages": "13 and over", "note": None}
    assert shown["booking"]["slots"] == ["12:00", "15:00", "18:00", "21:00"]
    assert shown["policies"]["deposit_refundable_days"] == 4
    assert shown["menu"]["upgrades_per_person"]["lobster_tail"] == "15.00"


async def test_a_customer_never_sees_costs_or_how_we_sell(client: AsyncClient) -> None:
    shown = keys_of((await client.get("/api/v1/policies/public")).json())
    assert not shown & {"costs", "chef_base", "overhead_share", "chefs_initial", "sales", "follow_ups", "brand_voice"}
    assert not shown & {"escalate_to_human", "growth", "low_margin_below"}


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("PATCH", ""), ("GET", "/versions"), ("GET", "/versions/1")],
)
async def test_nobody_comes_to_the_owners_numbers(client: AsyncClient, method: str, path: str) -> None:
    answer = await client.request(method, f"/api/v1/admin/policies{path}", json=DEARER if method == "PATCH" else None)
    assert answer.status_code == 401


async def test_a_reader_cannot_write(client: AsyncClient) -> None:
    assert (await client.patch("/api/v1/admin/policies", json=DEARER, headers=READ)).status_code == 403
    assert (await client.get("/api/v1/admin/policies", headers=READ)).json()["version"] == 1


async def test_a_change_is_a_version_with_its_author(client: AsyncClient) -> None:
    changed = await client.patch("/api/v1/admin/policies", json=DEARER, headers=WRITE)
    assert changed.status_code == 200
    assert changed.json()["profile"]["prices"]["adult"]["amount"] == "60.00"
    versions = (await client.get("/api/v1/admin/policies/versions", headers=READ)).json()
    assert [row["version"] for row in versions] == [2, 1]
    assert versions[0]["note"] == "dearer beef"
    assert versions[0]["created_by"] == "staff:00000000-0000-7000-8000-000000000001"
    assert "profile" not in versions[0]
    first = (await client.get("/api/v1/admin/policies/versions/1", headers=READ)).json()
    assert first["profile"]["prices"]["adult"]["amount"] == "55.00"
    assert (await client.get("/api/v1/policies/public")).json()["prices"]["adult"]["amount"] == "60.00"


async def test_the_same_change_sent_twice_with_a_key_is_one_version(client: AsyncClient) -> None:
    headers = {**WRITE, "Idempotency-Key": "dearer-1"}
    first = await client.patch("/api/v1/admin/policies", json=DEARER, headers=headers)
    again = await client.patch("/api/v1/admin/policies", json=DEARER, headers=headers)
    assert first.json() == again.json()
    assert len((await client.get("/api/v1/admin/policies/versions", headers=READ)).json()) == 2


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"changes": {"prices": {"adult": {"amount": "-5.00"}}}, "note": "x"}, "invalid_policy"),
        ({"changes": {"prices": "free"}, "note": "x"}, "invalid_policy"),
        ({"changes": {"unheard": 1}, "note": "x"}, "invalid_policy"),
        ({"changes": {}, "note": "x"}, "nothing_changed"),
        ({"changes": {"tax": {"sales_tax_rate": "0.08"}}, "note": " "}, "invalid_input"),
        ({"changes": {"tax": {"sales_tax_rate": "0.08"}}}, "invalid_input"),
        ({"changes": [], "note": "x"}, "invalid_input"),
        ({**DEARER, "effective_from": "2020-01-01T00:00:00Z"}, "policy_dated_in_the_past"),
        ({**DEARER, "effective_from": "2027-01-01T00:00:00"}, "invalid_input"),
        ({**DEARER, "version": 7}, "invalid_input"),
    ],
)
async def test_a_bad_change_is_refused_and_changes_nothing(client: AsyncClient, body: Any, code: str) -> None:
    answer = await client.patch("/api/v1/admin/policies", json=body, headers=WRITE)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["next_step"]
    assert len((await client.get("/api/v1/admin/policies/versions", headers=READ)).json()) == 1


@pytest.mark.parametrize(("version", "status"), [("2", 404), ("0", 422), ("x", 422), ("99999999999999999999", 422)])
async def test_a_version_that_is_not_there(client: AsyncClient, version: str, status: int) -> None:
    answer = await client.get(f"/api/v1/admin/policies/versions/{version}", headers=READ)
    assert answer.status_code == status
