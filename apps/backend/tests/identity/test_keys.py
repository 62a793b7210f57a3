"""API keys: shown once, scoped, revoked, and never a way to more than one has."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from hibachi.audit import api as audit_api
from hibachi.identity import api
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from tests.web import application, client_of, headers_of, member

Headers = dict[str, str]


@pytest.fixture
async def client(db: Database) -> Any:
    async with client_of(application(db, api.router, audit_api.router)) as client:
        yield client


@pytest.fixture
async def admin(client: httpx2.AsyncClient, db: Database) -> Headers:
    await member(db, "admin")
    return await headers_of(client, "admin@example.com")


async def made(client: httpx2.AsyncClient, who: Headers, *scopes: str, **more: Any) -> httpx2.Response:
    return await client.post(
        "/api/v1/admin/api-keys", json={"name": "till", "scopes": list(scopes), **more}, headers=who
    )


async def key_of(client: httpx2.AsyncClient, who: Headers, *scopes: str, **more: Any) -> Headers:
    return {"X-API-Key": (await made(client, who, *scopes, **more)).json()["secret"]}


async def test_the_secret_is_shown_once_and_kept_as_a_digest(
    client: httpx2.AsyncClient, admin: Headers, db: Database
) -> None:
    answer = await made(client, admin, "audit:read", "users:read")
    assert answer.status_code == 201
    assert answer.headers["Cache-Control"] == "no-store"
    secret = answer.json()["secret"]
    listed = await client.get("/api/v1/admin/api-keys", headers=admin)
    assert [(key["name"], key["prefix"], key["scopes"]) for key in listed.json()] == [
        ("till", secret[:12], ["audit:read", "users:read"])
    ]
    async with db.transaction() as tx:
        stored = str((await tx.session.execute(text("SELECT api_keys, audit_log FROM api_keys, audit_log"))).all())
    assert secret not in stored and secret not in listed.text
    assert secret[12:] not in stored


async def test_a_key_opens_its_scopes_alone(client: httpx2.AsyncClient, admin: Headers) -> None:
    key = await key_of(client, admin, "audit:read")
    assert (await client.get("/api/v1/admin/audit", headers=key)).status_code == 200
    for answer in (
        await client.get("/api/v1/admin/users", headers=key),
        await client.get("/api/v1/auth/me", headers=key),
        await made(client, key, "audit:read"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


async def test_what_a_key_does_is_done_in_its_name(client: httpx2.AsyncClient, admin: Headers, db: Database) -> None:
    key = await key_of(client, admin, "users:write", "crew:read")
    body = {"email": "ben@example.com", "name": "Ben", "roles": ["chef"]}
    assert (await client.post("/api/v1/admin/users", json=body, headers=key)).status_code == 201
    page = (await client.get("/api/v1/admin/audit?actor_kind=api_key", headers=admin)).json()
    assert [(entry["actor_name"], entry["action"]) for entry in page["entries"]] == [("till", "user_create")]


async def test_a_key_is_no_way_to_more_than_it_has(client: httpx2.AsyncClient, admin: Headers, db: Database) -> None:
    key = await key_of(client, admin, "users:write", "crew:read")
    chef = await member(db, "chef")
    async with db.transaction() as tx:
        boss = (await tx.session.execute(text("SELECT id FROM users WHERE email = 'admin@example.com'"))).scalar_one()
    body = {"email": "ben@example.com", "name": "Ben", "roles": ["admin"]}
    for answer in (
        await made(client, key, "users:read"),
        await client.post("/api/v1/admin/users", json=body, headers=key),
        await client.patch(f"/api/v1/admin/users/{chef.id}", json={"roles": ["manager"]}, headers=key),
        await client.patch(f"/api/v1/admin/users/{boss}", json={"name": "Ben"}, headers=key),
        await client.post(f"/api/v1/admin/users/{boss}/password", headers=key),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "more_than_yours")
    async with db.transaction() as tx:
        people = (await tx.session.execute(text("SELECT name FROM users ORDER BY id"))).scalars().all()
    assert people == ["admin@example.com", "chef@example.com"]


async def test_a_revoked_key_opens_nothing(client: httpx2.AsyncClient, admin: Headers, db: Database) -> None:
    answer = await made(client, admin, "audit:read")
    key = {"X-API-Key": answer.json()["secret"]}
    revoke = f"/api/v1/admin/api-keys/{answer.json()['key']['id']}"
    first, again = await client.delete(revoke, headers=admin), await client.delete(revoke, headers=admin)
    assert first.json()["revoked_at"] is not None
    assert again.json() == first.json()
    refused = await client.get("/api/v1/admin/audit", headers=key)
    assert (refused.status_code, refused.json()["code"]) == (401, "api_key_invalid")
    async with db.transaction() as tx:
        acts = (await tx.session.execute(text("SELECT action FROM audit_log WHERE resource = 'api_key'"))).scalars()
        assert sorted(acts) == ["api_key_create", "api_key_revoke"]


async def test_an_expired_key_opens_nothing(client: httpx2.AsyncClient, admin: Headers, clock: SettableClock) -> None:
    key = await key_of(client, admin, "audit:read", expires_at=(clock.now() + timedelta(days=1)).isoformat())
    assert (await client.get("/api/v1/admin/audit", headers=key)).status_code == 200
    clock.advance(timedelta(days=1))
    assert (await client.get("/api/v1/admin/audit", headers=key)).status_code == 401


async def test_what_is_no_key_is_refused(client: httpx2.AsyncClient, admin: Headers) -> None:
    secret = (await made(client, admin, "audit:read")).json()["secret"]
    for wrong in ("", "x", secret[:12], secret[:-1], secret + "x", secret.upper(), "hib_' OR 1=1 --", "hib_\x00"):
        answer = await client.get("/api/v1/admin/audit", headers={"X-API-Key": wrong})
        assert (answer.status_code, answer.json()["code"]) == (401, "api_key_invalid"), wrong


async def test_two_proofs_are_one_too_many(client: httpx2.AsyncClient, admin: Headers) -> None:
    key = await key_of(client, admin, "audit:read")
    answer = await client.get("/api/v1/admin/audit", headers=admin | key)
    assert (answer.status_code, answer.json()["code"]) == (401, "two_proofs")


@pytest.mark.parametrize(
    "body",
    [
        {"name": "till"},
        {"name": "till", "scopes": []},
        {"name": "till", "scopes": ["everything"]},
        {"name": "till", "scopes": ["account:own"]},
        {"name": "", "scopes": ["audit:read"]},
        {"name": "till", "scopes": ["audit:read"], "expires_at": "2026-03-05T10:00:00"},
    ],
)
async def test_bad_input_is_422_and_makes_no_key(
    client: httpx2.AsyncClient, admin: Headers, db: Database, body: dict[str, Any]
) -> None:
    assert (await client.post("/api/v1/admin/api-keys", json=body, headers=admin)).status_code == 422
    async with db.transaction() as tx:
        assert (await tx.session.execute(text("SELECT count(*) FROM api_keys"))).scalar_one() == 0
