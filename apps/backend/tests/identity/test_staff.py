"""Staff as administrators make and change them."""

import asyncio
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from sqlalchemy import text

from hibachi.identity import api, rules, service
from hibachi.identity.errors import EmailTaken, UnknownRole, WeakPassword
from hibachi.kit.db import Database
from tests.web import PASSWORD, application, client_of, headers_of, member, signed_in

Headers = dict[str, str]


@pytest.fixture
async def client(db: Database) -> Any:
    async with client_of(application(db, api.router)) as client:
        yield client


@pytest.fixture
async def admin(client: httpx2.AsyncClient, db: Database) -> Headers:
    await member(db, "admin")
    return await headers_of(client, "admin@example.com")


async def rows(db: Database, query: str) -> list[Any]:
    async with db.transaction() as tx:
        return list((await tx.session.execute(text(query))).all())


async def acts(db: Database) -> list[str]:
    return [row.action for row in await rows(db, "SELECT action FROM audit_log ORDER BY id")]


class TestFirstStart:
    async def test_one_administrator_with_a_password_for_one_use(
        self, client: httpx2.AsyncClient, db: Database
    ) -> None:
        async with db.transaction() as tx:
            first = await service.ensure_first_admin(tx)
        assert first is not None
        tokens = await signed_in(client, first.email, first.password)
        assert tokens["must_change_password"] is True
        headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        refused = await client.get("/api/v1/admin/users", headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (403, "password_must_change")
        assert "/api/v1/auth/password" in refused.json()["next_step"]
        change = {"old_password": first.password, "new_password": "a password of my own"}
        fresh = (await client.post("/api/v1/auth/password", json=change, headers=headers)).json()
        assert fresh["must_change_password"] is False
        headers = {"Authorization": f"Bearer {fresh['access_token']}"}
        assert (await client.get("/api/v1/admin/users", headers=headers)).status_code == 200

    async def test_there_is_one_first_administrator_only(self, db: Database) -> None:
        async def start() -> object:
            async with db.transaction() as tx:
                return await service.ensure_first_admin(tx)

        async with db.transaction() as tx:
            await service.ensure_roles(tx)
        made = [first for first in await asyncio.gather(*(start() for _ in range(3))) if first is not None]
        assert len(made) == 1
        assert await start() is None
        assert len(await rows(db, "SELECT * FROM users")) == 1

    async def test_roles_in_the_database_are_those_of_the_table(self, db: Database) -> None:
        async with db.transaction() as tx:
            await service.ensure_roles(tx)
            await tx.session.execute(text("INSERT INTO permissions VALUES ('old:thing', 'gone from the code')"))
            await tx.session.execute(text("INSERT INTO role_permissions VALUES ('chef', 'users:write')"))
            await tx.session.execute(text("DELETE FROM role_permissions WHERE role = 'agent'"))
        for _ in range(2):
            async with db.transaction() as tx:
                await service.ensure_roles(tx)
            held: dict[str, set[str]] = {}
            for row in await rows(db, "SELECT role, permission FROM role_permissions"):
                held.setdefault(row.role, set()).add(row.permission)
            assert held == {role: set(permissions) for role, permissions in rules.ROLES.items()}
            named = {row.name: row.description for row in await rows(db, "SELECT * FROM permissions")}
            assert named == rules.PERMISSIONS


class TestMaking:
    async def test_a_new_member_chooses_a_password_first(
        self, client: httpx2.AsyncClient, admin: Headers, db: Database
    ) -> None:
        body = {"email": "ben@example.com", "name": " Ben ", "roles": ["manager"]}
        answer = await client.post("/api/v1/admin/users", json=body, headers=admin)
        assert answer.status_code == 201
        assert answer.headers["Cache-Control"] == "no-store"
        made = answer.json()
        assert made["staff"] | {"id": 0, "created_at": 0} == {
            "id": 0,
            "email": "ben@example.com",
            "name": "Ben",
            "roles": ["manager"],
            "active": True,
            "must_change_password": True,
            "second_factor": False,
            "created_at": 0,
            "last_sign_in_at": None,
        }
        tokens = await signed_in(client, "ben@example.com", made["temporary_password"])
        assert tokens["must_change_password"] is True
        [row] = await rows(db, "SELECT * FROM audit_log WHERE actor_kind = 'staff'")
        assert (row.actor_name, row.action, row.resource_id) == (
            "admin@example.com",
            "user_create",
            made["staff"]["id"],
        )
        assert row.changes["roles"] == {"old": None, "new": ["manager"]}
        assert made["temporary_password"] not in str(row)

    async def test_a_given_password_is_not_shown_again(self, client: httpx2.AsyncClient, admin: Headers) -> None:
        body = {"email": "ben@example.com", "name": "Ben", "roles": ["chef"], "password": PASSWORD}
        made = (await client.post("/api/v1/admin/users", json=body, headers=admin)).json()
        assert made["temporary_password"] is None
        assert (await signed_in(client, "ben@example.com"))["must_change_password"] is True

    async def test_an_address_is_taken_in_any_case(
        self, client: httpx2.AsyncClient, admin: Headers, db: Database
    ) -> None:
        body = {"email": "ADMIN@example.com", "name": "Ben", "roles": ["chef"]}
        answer = await client.post("/api/v1/admin/users", json=body, headers=admin)
        assert (answer.status_code, answer.json()["code"]) == (409, "email_taken")
        assert await acts(db) == ["user_create"]

    async def test_two_at_once_with_one_address_make_one(self, db: Database) -> None:
        async with db.transaction() as tx:
            await service.ensure_roles(tx)

        async def make(email: str) -> None:
            async with db.transaction() as tx:
                await service.create_user(tx, email=email, name="Ben", password=PASSWORD, roles=["chef"])

        made = await asyncio.gather(make("ben@example.com"), make("BEN@example.com"), return_exceptions=True)
        assert [type(outcome) for outcome in made if outcome] == [EmailTaken]
        assert len(await rows(db, "SELECT * FROM users")) == 1

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"email": "ben@example.com", "name": "Ben", "roles": []},
            {"email": "ben@example.com", "name": "Ben", "roles": ["owner"]},
            {"email": "ben@example.com", "name": " ", "roles": ["chef"]},
            {"email": "ben@example.com", "name": "B" * 101, "roles": ["chef"]},
            {"email": "ben@example.com", "name": "B\x00n", "roles": ["chef"]},
            {"email": "ben", "name": "Ben", "roles": ["chef"]},
            {"email": "ben@example.com", "name": "Ben", "roles": ["chef"], "password": "short"},
            {"email": "ben@example.com", "name": "Ben", "roles": ["chef"], "active": True},
        ],
    )
    async def test_bad_input_is_422_and_makes_nobody(
        self, client: httpx2.AsyncClient, admin: Headers, db: Database, body: dict[str, Any]
    ) -> None:
        answer = await client.post("/api/v1/admin/users", json=body, headers=admin)
        assert answer.status_code == 422
        assert set(answer.json()) >= {"code", "message", "next_step"}
        assert len(await rows(db, "SELECT * FROM users")) == 1
        assert await acts(db) == ["user_create"]

    async def test_the_service_refuses_what_the_door_refuses(self, db: Database) -> None:
        async with db.transaction() as tx:
            await service.ensure_roles(tx)
            with pytest.raises(WeakPassword):
                await service.create_user(tx, email="b@example.com", name="Ben", password="short", roles=["chef"])
            with pytest.raises(UnknownRole):
                await service.create_user(tx, email="b@example.com", name="Ben", password=PASSWORD, roles=["owner"])


class TestChanging:
    async def change(self, client: httpx2.AsyncClient, who: Headers, user: object, **change: Any) -> httpx2.Response:
        return await client.patch(f"/api/v1/admin/users/{user}", json=change, headers=who)

    async def test_roles_change_and_sessions_end(
        self, client: httpx2.AsyncClient, admin: Headers, db: Database
    ) -> None:
        ben = await member(db, "agent", email="ben@example.com")
        before = await headers_of(client, "ben@example.com")
        answer = await self.change(client, admin, ben.id, roles=["manager", "chef"])
        assert (answer.status_code, answer.json()["roles"]) == (200, ["chef", "manager"])
        assert (await client.get("/api/v1/auth/me", headers=before)).status_code == 401
        after = await client.get("/api/v1/auth/me", headers=await headers_of(client, "ben@example.com"))
        assert after.json()["permissions"] == sorted(rules.ROLES["manager"] | rules.ROLES["chef"])
        [row] = await rows(db, "SELECT * FROM audit_log WHERE action = 'user_update'")
        assert row.changes == {"roles": {"old": ["agent"], "new": ["chef", "manager"]}}

    async def test_deactivating_ends_everything_and_can_be_undone(
        self, client: httpx2.AsyncClient, admin: Headers, db: Database
    ) -> None:
        ben = await member(db, "agent", email="ben@example.com")
        before = await headers_of(client, "ben@example.com")
        assert (await self.change(client, admin, ben.id, active=False)).json()["active"] is False
        assert (await client.get("/api/v1/auth/me", headers=before)).status_code == 401
        proof = {"email": "ben@example.com", "password": PASSWORD}
        assert (await client.post("/api/v1/auth/token", json=proof)).status_code == 401
        assert (await self.change(client, admin, ben.id, active=True)).json()["active"] is True
        assert (await client.get("/api/v1/auth/me", headers=before)).status_code == 401
        assert (await client.post("/api/v1/auth/token", json=proof)).status_code == 200

    async def test_a_new_name_keeps_sessions(self, client: httpx2.AsyncClient, admin: Headers, db: Database) -> None:
        ben = await member(db, "agent", email="ben@example.com")
        before = await headers_of(client, "ben@example.com")
        assert (await self.change(client, admin, ben.id, name="Benjamin")).json()["name"] == "Benjamin"
        assert (await client.get("/api/v1/auth/me", headers=before)).json()["staff"]["name"] == "Benjamin"

    @pytest.mark.parametrize("change", [{"active": False}, {"roles": ["manager"]}])
    async def test_the_last_administrator_stays(
        self, client: httpx2.AsyncClient, admin: Headers, db: Database, change: dict[str, Any]
    ) -> None:
        idle = await member(db, "admin", email="idle@example.com")
        assert (await self.change(client, admin, idle.id, active=False)).status_code == 200
        [oneself] = await rows(db, "SELECT id FROM users WHERE email = 'admin@example.com'")
        answer = await self.change(client, admin, oneself.id, **change)
        assert (answer.status_code, answer.json()["code"]) == (409, "last_admin")
        assert (await client.get("/api/v1/admin/users", headers=admin)).status_code == 200
        assert await acts(db) == ["user_create", "user_create", "user_update"]

    async def test_two_administrators_cannot_remove_each_other_at_once(
        self, client: httpx2.AsyncClient, admin: Headers, db: Database
    ) -> None:
        for _ in range(5):
            ben = await member(db, "admin", email=f"{uuid4()}@example.com")
            bens = await headers_of(client, ben.email)
            [oneself] = await rows(db, "SELECT id FROM users WHERE email = 'admin@example.com'")
            answers = await asyncio.gather(
                self.change(client, admin, ben.id, active=False), self.change(client, bens, oneself.id, active=False)
            )
            assert sorted(answer.status_code for answer in answers) in ([200, 401], [200, 409])
            admins = "SELECT email FROM users JOIN user_roles ON user_id = id WHERE role = 'admin' AND active"
            assert len(await rows(db, admins)) == 1
            async with db.transaction() as tx:
                await tx.session.execute(text("UPDATE users SET active = email = 'admin@example.com'"))
            admin = await headers_of(client, "admin@example.com")

    async def test_a_lost_password_is_replaced_by_one_for_one_use(
        self, client: httpx2.AsyncClient, admin: Headers, db: Database
    ) -> None:
        ben = await member(db, "agent", email="ben@example.com")
        before = await headers_of(client, "ben@example.com")
        for _ in range(rules.ATTEMPTS + 1):
            await client.post("/api/v1/auth/token", json={"email": "ben@example.com", "password": "forgotten"})
        answer = await client.post(f"/api/v1/admin/users/{ben.id}/password", headers=admin)
        assert answer.status_code == 200
        assert (await client.get("/api/v1/auth/me", headers=before)).status_code == 401
        tokens = await signed_in(client, "ben@example.com", answer.json()["temporary_password"])
        assert tokens["must_change_password"] is True
        assert (await acts(db))[-1] == "user_password_reset"

    async def test_who_is_not_there_is_404(self, client: httpx2.AsyncClient, admin: Headers) -> None:
        for answer in (
            await self.change(client, admin, uuid4(), name="Ben"),
            await client.post(f"/api/v1/admin/users/{uuid4()}/password", headers=admin),
            await client.delete(f"/api/v1/admin/api-keys/{uuid4()}", headers=admin),
        ):
            assert answer.status_code == 404
        assert (await self.change(client, admin, "ben", name="Ben")).status_code == 422

    async def test_everybody_is_listed(self, client: httpx2.AsyncClient, admin: Headers, db: Database) -> None:
        await member(db, "chef", "agent", email="ben@example.com")
        listed = (await client.get("/api/v1/admin/users", headers=admin)).json()
        assert [(row["email"], row["roles"]) for row in listed] == [
            ("admin@example.com", ["admin"]),
            ("ben@example.com", ["agent", "chef"]),
        ]


async def test_roles_are_told_as_they_are_and_a_key_is_offered_what_it_can_have() -> None:
    told = service.roles()
    assert {role.name: frozenset(role.permissions) for role in told.roles} == rules.ROLES
    assert {one.name for one in told.permissions} == set(rules.PERMISSIONS) - {rules.OWN_ACCOUNT}
