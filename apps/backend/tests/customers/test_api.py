"""People over HTTP: what staff see and correct, and what nobody else does."""

from collections.abc import AsyncIterator, Mapping
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx2 import ASGITransport, AsyncClient
from sqlalchemy import text

from hibachi.customers import api, service
from hibachi.customers.schemas import Contact, Customer
from hibachi.kit.auth import Actor, Principal
from hibachi.kit.db import Database, Tx
from tests.web import application

STAFF = Actor("staff", UUID("018f0000-0000-7000-8000-0000000000aa"), "Sam")
READ = {"Authorization": "customers:read"}
WRITE = {"Authorization": "customers:read customers:write"}


async def by_header(tx: Tx, headers: Mapping[str, str]) -> Principal:
    """Permissions as the header names them: the port that identity fills, in its simplest form."""
    return Principal(STAFF, frozenset(), frozenset(headers["authorization"].split()))


@pytest.fixture
async def client(db: Database) -> AsyncIterator[AsyncClient]:
    """Speaks to the routes of customers, as nobody unless a header says otherwise."""
    app = application(db, api.router)
    app.state.authenticator = by_header
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test/api/v1/admin") as spoken:
        yield spoken


async def person(db: Database, phone: str = "+15105550142", **said: str) -> Customer:
    async with db.transaction() as tx:
        return await service.resolve(tx, contact=Contact(channel="sms", phone=phone, **said), proven=True)


async def audited(db: Database) -> list[Any]:
    async with db.transaction() as tx:
        return list((await tx.session.execute(text("SELECT actor_id, changes, reason FROM audit_log"))).all())


async def test_nobody_sees_or_changes_anybody(client: AsyncClient, db: Database) -> None:
    dana = await person(db, name="Dana Ruiz")
    for path in ("/customers", f"/customers/{dana.id}"):
        assert (await client.get(path)).status_code == 401
        assert (await client.get(path, headers={"Authorization": "bookings:read"})).status_code == 403
    change = {"name": "Eve"}
    assert (await client.patch(f"/customers/{dana.id}", json=change)).status_code == 401
    assert (await client.patch(f"/customers/{dana.id}", json=change, headers=READ)).status_code == 403
    async with db.transaction() as tx:
        assert await service.get(tx, customer_id=dana.id) == dana
    assert await audited(db) == []


async def test_people_are_found_by_name_number_and_mail(client: AsyncClient, db: Database) -> None:
    dana = await person(db, name="Dana Ruiz", email="dana@example.com")
    eve = await person(db, "+15105550143", name="Eve 100% Real")

    async def found(q: str) -> list[str]:
        shown = await client.get("/customers", params={"q": q}, headers=READ)
        assert shown.status_code == 200, shown.text
        return [one["id"] for one in shown.json()["customers"]]

    for wanted in ("dana", "RUIZ", "(510) 555-0142", "Dana@Example.com"):
        assert await found(wanted) == [str(dana.id)]
    assert await found("100%") == [str(eve.id)]
    assert await found("%") == [str(eve.id)], "a sign of the database's is a letter like any other"
    assert await found("nobody") == []
    assert await found("") == [str(eve.id), str(dana.id)]


async def test_pages_hold_each_person_once(client: AsyncClient, db: Database) -> None:
    made = [str((await person(db, f"+1510555014{n}")).id) for n in range(5)]
    seen: list[str] = []
    before: dict[str, str] = {}
    while True:
        page = (await client.get("/customers", params={"limit": 2, **before}, headers=READ)).json()
        seen += [one["id"] for one in page["customers"]]
        if page["next"] is None:
            break
        before = {"before": page["next"]}
    assert seen == made[::-1]
    for wrong in ({"limit": 0}, {"limit": 1000}, {"before": "x"}, {"sort": "name"}):
        assert (await client.get("/customers", params=wrong, headers=READ)).status_code == 422


async def test_one_person_is_shown_with_what_is_proven_and_what_is_said(client: AsyncClient, db: Database) -> None:
    dana = await person(db, name="Dana Ruiz")
    async with db.transaction() as tx:
        await service.note_contact(tx, customer_id=dana.id, email="dana@example.com")
    shown = (await client.get(f"/customers/{dana.id}", headers=READ)).json()
    assert (shown["name"], shown["first_name"], shown["phone"]) == ("Dana Ruiz", "Dana", "+15105550142")
    assert shown["identities"] == [
        {"kind": "phone", "value": "+15105550142", "proven": True},
        {"kind": "email", "value": "dana@example.com", "proven": False},
    ]
    assert (await client.get(f"/customers/{uuid4()}", headers=READ)).status_code == 404


async def test_a_correction_is_normalised_and_in_the_audit_log(client: AsyncClient, db: Database) -> None:
    dana = await person(db, name="Dana Ruiz")
    wanted = {"name": "Dana Ruiz-Lee", "email": "D@Example.com", "preferred_channel": "ig", "reason": "she called"}
    changed = (await client.patch(f"/customers/{dana.id}", json=wanted, headers=WRITE)).json()
    assert (changed["name"], changed["first_name"], changed["email"]) == ("Dana Ruiz-Lee", "Dana", "d@example.com")
    assert (changed["preferred_channel"], changed["phone"]) == ("instagram", "+15105550142")
    [entry] = await audited(db)
    assert (entry.actor_id, entry.reason) == (STAFF.id, "she called")
    assert entry.changes["name"] == {"old": "Dana Ruiz", "new": "Dana Ruiz-Lee"}
    assert set(entry.changes) == {"name", "email", "preferred_channel"}


async def test_a_correction_proves_nothing(client: AsyncClient, db: Database) -> None:
    dana = await person(db)
    await client.patch(f"/customers/{dana.id}", json={"phone": "510 555 0199"}, headers=WRITE)
    async with db.transaction() as tx:
        assert await service.known_by(tx, kind="phone", value="+15105550199") is None
        assert (await service.get(tx, customer_id=dana.id)).phone == "+15105550199"
    assert (await person(db, "+15105550199")).id != dana.id
    assert (await person(db)).id == dana.id


async def test_a_field_can_be_emptied(client: AsyncClient, db: Database) -> None:
    dana = await person(db, name="Dana Ruiz")
    changed = (await client.patch(f"/customers/{dana.id}", json={"name": None}, headers=WRITE)).json()
    assert (changed["name"], changed["first_name"]) == (None, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"phone": "call me"},
        {"email": "dana"},
        {"name": "a\0b"},
        {"name": "x" * 201},
        {"preferred_channel": "fax"},
        {"merged_into": str(uuid4())},
        {"name": 5},
    ],
)
async def test_what_is_not_valid_changes_nothing(client: AsyncClient, db: Database, wrong: dict[str, Any]) -> None:
    dana = await person(db, name="Dana Ruiz")
    refused = await client.patch(f"/customers/{dana.id}", json={"name": "Eve", **wrong}, headers=WRITE)
    assert refused.status_code == 422
    assert {"code", "message", "next_step"} <= set(refused.json())
    async with db.transaction() as tx:
        assert await service.get(tx, customer_id=dana.id) == dana
    assert await audited(db) == []
