"""A change of policies tried on a party: the same price as the change itself gives, and nothing written."""

from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy import text

from hibachi.kit.db import Database
from hibachi.policies import service as policies

OWNER = {"authorization": "policies:write"}
SAMPLE = {"adults": 26, "miles": 41, "event_date": "2026-03-14"}
PATH = "/api/v1/admin/policies/preview"


async def tried(client: AsyncClient, changes: dict[str, Any], **sample: Any) -> dict[str, Any]:
    answer = await client.post(PATH, json={"changes": changes, "sample": SAMPLE | sample}, headers=OWNER)
    said: dict[str, Any] = answer.raise_for_status().json()
    return said


async def rows(db: Database) -> list[int]:
    async with db.transaction() as tx:
        tables = ("policy_versions", "quotes", "audit_log", "events")
        return [int(await tx.session.scalar(text(f"SELECT count(*) FROM {table}")) or 0) for table in tables]


async def test_twenty_six_guests_forty_one_miles_before_and_after(client: AsyncClient, loaded: Database) -> None:
    before = await rows(loaded)
    said = await tried(client, {"prices": {"adult": {"amount": "60.00"}}, "travel": {"per_mile": "3.00"}})
    assert (said["before"]["total"], said["before"]["travel_fee"]) == ("1452.00", "22.00")
    assert (said["after"]["total"], said["after"]["travel_fee"]) == ("1593.00", "33.00")
    assert said["difference"] == "141.00"
    assert said["differences"] == [
        {"path": "prices.adult.amount", "old": "55.00", "new": "60.00"},
        {"path": "travel.per_mile", "old": "2.00", "new": "3.00"},
    ]
    assert await rows(loaded) == before


async def test_a_surcharge_counts_on_its_days_only(client: AsyncClient) -> None:
    rule = {"key": "spring", "label": "Spring weekend", "first": "2026-03-14", "last": "2026-03-15", "percent": 10}
    assert (await tried(client, {"pricing_rules": [rule]}))["difference"] == "143.00"
    assert (await tried(client, {"pricing_rules": [rule]}, event_date="2026-03-16"))["difference"] == "0.00"


async def test_a_dish_that_is_gone_cannot_be_priced_and_says_so(client: AsyncClient) -> None:
    gone = {"menu": {"upgrades_per_person": {"lobster_tail": None}}}
    changes = gone | {"dietary": {"contains": {"crustacean_shellfish": ["shrimp"]}}}
    said = await tried(client, changes, upgrades={"lobster_tail": 2})
    assert said["after"] is None and said["difference"] is None and "lobster" in said["refusal"].lower()
    assert said["before"]["total"] == "1482.00"


async def test_nothing_changed_is_no_difference(client: AsyncClient) -> None:
    said = await tried(client, {"prices": {"adult": {"amount": "55.00"}}}, miles=None)
    assert (said["differences"], said["difference"]) == ([], "0.00")
    assert said["before"]["travel_included"] is False


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"changes": {"prices": {"adult": {"amount": 55}}}}, "invalid_policy"),
        ({"changes": {"prices": {"adult": {"price": "55.00"}}}}, "invalid_policy"),
        ({"changes": {}, "effective_from": "2020-01-01T00:00:00Z"}, "policy_dated_in_the_past"),
        ({"changes": {}, "sample": {"adults": 0}}, "invalid_party"),
        ({"changes": {}, "sample": {"adults": 10, "miles": -1}}, "invalid_input"),
    ],
)
async def test_what_cannot_be_is_refused(client: AsyncClient, body: dict[str, Any], code: str) -> None:
    answer = await client.post(PATH, json={"sample": SAMPLE} | body, headers=OWNER)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_the_change_itself_gives_what_the_trial_said(client: AsyncClient, loaded: Database) -> None:
    changes = {"prices": {"adult": {"amount": "61.50"}}}
    said = await tried(client, changes)
    async with loaded.transaction() as tx:
        await policies.change(tx, changes=changes, effective_from=None, note="dearer")
    assert (await tried(client, {}))["before"]["total"] == said["after"]["total"]
