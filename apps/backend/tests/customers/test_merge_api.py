"""Merging by hand over HTTP: who may, what is told, and the trace that it leaves."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from httpx2 import ASGITransport, AsyncClient

from hibachi.customers import api, service
from hibachi.customers.schemas import Contact, Customer
from hibachi.kit.db import Database
from tests.business import by_header
from tests.web import application

READ = {"Authorization": "customers:read customers:write"}
MERGE = {"Authorization": "customers:read customers:merge"}


@pytest.fixture
async def client(db: Database) -> AsyncIterator[AsyncClient]:
    app = application(db, api.router)
    app.state.authenticator = by_header
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test/api/v1/admin/customers") as spoken:
        yield spoken


async def person(db: Database, phone: str, name: str | None = None) -> Customer:
    async with db.transaction() as tx:
        return await service.resolve(tx, contact=Contact(channel="sms", phone=phone, name=name), proven=True)


async def test_only_who_may_merges_and_parts(client: AsyncClient, db: Database) -> None:
    dana, twin = await person(db, "+15105550142", "Dana"), await person(db, "+15105550143")
    order = {"gone": str(twin.id), "reason": "told me so"}
    for headers, status in (({}, 401), (READ, 403)):
        assert (await client.post(f"/{dana.id}/merge", json=order, headers=headers)).status_code == status
        undo = await client.post(f"/merges/{uuid4()}/undo", json={"reason": "x"}, headers=headers)
        assert undo.status_code == status
    async with db.transaction() as tx:
        assert (await service.get(tx, customer_id=twin.id)).id == twin.id


async def test_merge_read_and_part(client: AsyncClient, db: Database) -> None:
    dana, twin = await person(db, "+15105550142", "Dana"), await person(db, "+15105550143")
    order = {"gone": str(twin.id), "reason": "told me so"}
    key = {"Idempotency-Key": "once"}
    made = await client.post(f"/{dana.id}/merge", json=order, headers=MERGE | key)
    again = await client.post(f"/{dana.id}/merge", json=order, headers=MERGE | key)
    assert (made.status_code, again.json()) == (201, made.json())
    refused = await client.post(f"/{dana.id}/merge", json=order, headers=MERGE)
    assert (refused.status_code, refused.json()["code"]) == (409, "same_person")
    shown = (await client.get(f"/{dana.id}", headers=MERGE)).json()
    assert [one["value"] for one in shown["identities"]] == ["+15105550142", "+15105550143"]
    [trace] = (await client.get(f"/{twin.id}/merges", headers=MERGE)).json()
    assert (trace["how"], trace["reason"], trace["by_name"], trace["undone_at"]) == (
        "staff", "told me so", "Olga Owner", None,
    )  # fmt: skip
    parted = await client.post(f"/merges/{trace['id']}/undo", json={"reason": "brothers"}, headers=MERGE)
    assert (parted.status_code, parted.json()["undone_reason"], parted.json()["not_restored"]) == (200, "brothers", [])
    twice = await client.post(f"/merges/{trace['id']}/undo", json={"reason": "brothers"}, headers=MERGE)
    assert (twice.status_code, twice.json()["code"]) == (409, "merge_undone")
    shown = (await client.get(f"/{twin.id}", headers=MERGE)).json()
    assert (shown["id"], [one["value"] for one in shown["identities"]]) == (str(twin.id), ["+15105550143"])


async def test_the_newest_merge_is_undone_first(client: AsyncClient, db: Database) -> None:
    dana, one, two = [await person(db, f"+1510555014{n}") for n in range(3)]
    ids = []
    for gone in (one, two):
        order = {"gone": str(gone.id), "reason": "same"}
        ids.append((await client.post(f"/{dana.id}/merge", json=order, headers=MERGE)).json()["id"])
    refused = await client.post(f"/merges/{ids[0]}/undo", json={"reason": "no"}, headers=MERGE)
    assert (refused.status_code, refused.json()["code"]) == (409, "merge_covered")
    assert refused.json()["details"] == {"first": ids[1]}
    for merge_id in reversed(ids):
        assert (await client.post(f"/merges/{merge_id}/undo", json={"reason": "no"}, headers=MERGE)).status_code == 200


@pytest.mark.parametrize("body", [{}, {"gone": "nobody", "reason": "x"}, {"gone": str(uuid4()), "reason": ""}])
async def test_what_is_not_valid_is_told(client: AsyncClient, db: Database, body: dict[str, str]) -> None:
    dana = await person(db, "+15105550142")
    assert (await client.post(f"/{dana.id}/merge", json=body, headers=MERGE)).status_code == 422
    stranger = await client.post(f"/{dana.id}/merge", json={"gone": str(uuid4()), "reason": "x"}, headers=MERGE)
    assert stranger.status_code == 404


async def test_suggestions_are_read_by_staff(client: AsyncClient, db: Database) -> None:
    dana = await person(db, "+15105550142", "Dana Ruiz")
    async with db.transaction() as tx:
        claimed = Contact(channel="web_chat", name="Dana Ruiz", phone="510 555 0142")
        twin = await service.resolve(tx, contact=claimed, proven=False)
    [pair] = (await client.get("/duplicates", headers=READ)).json()
    assert {one["id"] for one in pair["customers"]} == {str(dana.id), str(twin.id)}
    assert pair["shared"] == ["phone"]
    assert (await client.get("/duplicates")).status_code == 401
