"""Signing in, staying signed in, and every way in which it must not work."""

import asyncio
import base64
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import jwt
import pytest
from sqlalchemy import text

from hibachi.identity import api, passwords, rules, service
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from tests.web import PASSWORD, SETTINGS, application, client_of, headers_of, member, signed_in

SECRET = SETTINGS.secret_key.get_secret_value()
ANNA = "anna@example.com"


@pytest.fixture
async def client(db: Database) -> Any:
    async with client_of(application(db, api.router)) as client:
        await member(db, "agent", email=ANNA)
        yield client


async def me(client: httpx2.AsyncClient, token: str) -> httpx2.Response:
    return await client.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {token}"})


async def tried(client: httpx2.AsyncClient, email: str, password: str) -> httpx2.Response:
    return await client.post("/api/v1/auth/token", json={"email": email, "password": password})


def resigned(token: str, secret: str = SECRET, algorithm: str | None = "HS256", **changed: Any) -> str:
    """The token with claims changed (None: left out), signed with a secret."""
    claims = jwt.decode(token, options={"verify_signature": False}) | changed
    said = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode(said, secret, algorithm=algorithm)


async def test_tokens_say_who_and_for_how_long(client: httpx2.AsyncClient, clock: SettableClock) -> None:
    tokens = await signed_in(client, ANNA)
    assert tokens["token_type"] == "bearer"
    assert tokens["expires_in"] == 900
    assert tokens["must_change_password"] is False
    claims = jwt.decode(tokens["access_token"], SECRET, algorithms=["HS256"], options={"verify_exp": False})
    assert set(claims) == {"sub", "sid", "ver", "use", "jti", "iat", "exp"}
    assert (claims["iat"], claims["exp"]) == (clock.now().timestamp(), clock.now().timestamp() + 900)
    answer = await me(client, tokens["access_token"])
    assert answer.json()["staff"]["email"] == ANNA
    assert answer.json()["staff"]["roles"] == ["agent"]
    assert answer.json()["permissions"] == sorted(rules.ROLES["agent"])
    assert answer.json()["staff"]["last_sign_in_at"] == "2026-03-04T18:00:00Z"
    assert "password" not in answer.text.replace("must_change_password", "")


async def test_the_address_fits_in_any_case_and_with_spaces(client: httpx2.AsyncClient) -> None:
    assert (await tried(client, " ANNA@Example.com ", PASSWORD)).status_code == 200


@pytest.mark.parametrize("email", [ANNA, "nobody@example.com"])
async def test_a_wrong_password_and_an_unknown_address_are_refused_alike(
    client: httpx2.AsyncClient, email: str
) -> None:
    answer = await tried(client, email, "not the password at all")
    assert answer.status_code == 401
    assert answer.json() == {
        "code": "sign_in_failed",
        "message": "The e-mail address or the password is wrong.",
        "next_step": "Check both, or ask an administrator for a new password.",
    }


async def test_an_unknown_address_costs_a_hash_too(client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time that a refusal takes is the hash's: it must be computed for nobody as for somebody."""
    verified: list[str] = []
    hasher = type(passwords.HASHER)
    known = hasher.verify

    def watched(self: Any, password: str, hashed: str) -> bool:
        verified.append(hashed)
        return bool(known(self, password, hashed))

    monkeypatch.setattr(hasher, "verify", watched)
    await tried(client, "nobody@example.com", "not the password at all")
    await tried(client, ANNA, "not the password at all")
    assert len(verified) == 2
    assert all(hashed.startswith("$argon2id$") for hashed in verified)
    assert verified[0].split("$")[:4] == verified[1].split("$")[:4]


async def test_nobody_inactive_signs_in(client: httpx2.AsyncClient, db: Database) -> None:
    async with db.transaction() as tx:
        await tx.session.execute(text("UPDATE users SET active = false"))
    assert (await tried(client, ANNA, PASSWORD)).status_code == 401


async def test_the_password_is_kept_as_an_argon2_hash_alone(client: httpx2.AsyncClient, db: Database) -> None:
    async with db.transaction() as tx:
        row = (await tx.session.execute(text("SELECT * FROM users"))).one()
        audit = (await tx.session.execute(text("SELECT string_agg(changes::text, ' ') FROM audit_log"))).scalar_one()
    assert row.password_hash.startswith("$argon2id$")
    assert PASSWORD not in str(row) and PASSWORD not in audit and "argon2" not in audit


class TestTokens:
    async def test_an_expired_one_is_refused(self, client: httpx2.AsyncClient, clock: SettableClock) -> None:
        token = (await signed_in(client, ANNA))["access_token"]
        clock.advance(rules.ACCESS_LASTS - timedelta(seconds=1))
        assert (await me(client, token)).status_code == 200
        clock.advance(timedelta(seconds=1))
        answer = await me(client, token)
        assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")

    @pytest.mark.parametrize("claim", ["exp", "iat", "sub", "jti", "sid", "ver", "use"])
    async def test_one_without_a_claim_is_refused(self, client: httpx2.AsyncClient, claim: str) -> None:
        token = (await signed_in(client, ANNA))["access_token"]
        assert (await me(client, resigned(token, **{claim: None}))).status_code == 401

    @pytest.mark.parametrize(
        "changed",
        [
            {"sub": "not a uuid"},
            {"sub": str(uuid4())},
            {"sid": str(uuid4())},
            {"ver": 2},
            {"ver": "one"},
            {"use": "refresh"},
            {"exp": "tomorrow"},
            {"exp": 10**20},
            {"exp": True},
        ],
    )
    async def test_one_that_says_something_else_is_refused(
        self, client: httpx2.AsyncClient, changed: dict[str, Any]
    ) -> None:
        token = (await signed_in(client, ANNA))["access_token"]
        assert (await me(client, resigned(token))).status_code == 200
        assert (await me(client, resigned(token, **changed))).status_code == 401

    async def test_one_signed_by_somebody_else_is_refused(self, client: httpx2.AsyncClient) -> None:
        token = (await signed_in(client, ANNA))["access_token"]
        assert (await me(client, resigned(token, secret="x" * 64))).status_code == 401

    @pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
    @pytest.mark.parametrize("algorithm", ["none", "HS384", "HS512"])
    async def test_the_algorithm_is_not_the_senders_choice(self, client: httpx2.AsyncClient, algorithm: str) -> None:
        token = (await signed_in(client, ANNA))["access_token"]
        forged = resigned(token, secret="" if algorithm == "none" else SECRET, algorithm=algorithm)
        assert (await me(client, forged)).status_code == 401

    async def test_one_that_was_tampered_with_is_refused(self, client: httpx2.AsyncClient) -> None:
        head, body, signature = (await signed_in(client, ANNA))["access_token"].split(".")
        claims = json.loads(base64.urlsafe_b64decode(body + "=="))
        claims["exp"] += 9999
        longer = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
        assert (await me(client, f"{head}.{longer}.{signature}")).status_code == 401
        assert (await me(client, f"{head}.{body}.{signature[:-2]}AA")).status_code == 401

    @pytest.mark.parametrize(
        "header", ["", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic YTpi", "bearer \x00", "Token abc"]
    )
    async def test_what_is_no_token_is_refused(self, client: httpx2.AsyncClient, header: str) -> None:
        answer = await client.get("/api/v1/auth/me", headers={"Authorization": header})
        assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")

    async def test_a_bad_token_is_refused_where_none_is_needed(self, client: httpx2.AsyncClient) -> None:
        answer = await client.post(
            "/api/v1/auth/token", json={"email": ANNA, "password": PASSWORD}, headers={"Authorization": "Bearer x"}
        )
        assert answer.status_code == 401

    async def test_without_one_nobody_is_known(self, client: httpx2.AsyncClient) -> None:
        answer = await client.get("/api/v1/auth/me")
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")

    async def test_a_refresh_token_opens_nothing(self, client: httpx2.AsyncClient) -> None:
        assert (await me(client, (await signed_in(client, ANNA))["refresh_token"])).status_code == 401


class TestSessions:
    async def refreshed(self, client: httpx2.AsyncClient, token: str) -> httpx2.Response:
        return await client.post("/api/v1/auth/refresh", json={"refresh_token": token})

    async def test_refreshing_replaces_both_tokens(self, client: httpx2.AsyncClient, clock: SettableClock) -> None:
        first = await signed_in(client, ANNA)
        clock.advance(timedelta(hours=3))
        assert (await me(client, first["access_token"])).status_code == 401
        second = (await self.refreshed(client, first["refresh_token"])).json()
        assert (await me(client, second["access_token"])).status_code == 200
        assert second["refresh_token"] != first["refresh_token"]

    async def test_an_access_token_does_not_refresh(self, client: httpx2.AsyncClient) -> None:
        assert (await self.refreshed(client, (await signed_in(client, ANNA))["access_token"])).status_code == 401

    async def test_a_refresh_token_used_twice_ends_the_session(
        self, client: httpx2.AsyncClient, clock: SettableClock
    ) -> None:
        stolen = (await signed_in(client, ANNA))["refresh_token"]
        fresh = (await self.refreshed(client, stolen)).json()
        clock.advance(rules.REFRESH_GRACE + timedelta(seconds=1))
        assert (await self.refreshed(client, stolen)).status_code == 401
        assert (await self.refreshed(client, fresh["refresh_token"])).status_code == 401
        assert (await me(client, fresh["access_token"])).status_code == 401

    async def test_two_tabs_may_refresh_at_once(self, client: httpx2.AsyncClient) -> None:
        token = (await signed_in(client, ANNA))["refresh_token"]
        answers = await asyncio.gather(*(self.refreshed(client, token) for _ in range(2)))
        assert [answer.status_code for answer in answers] == [200, 200]
        for answer in answers:
            assert (await me(client, answer.json()["access_token"])).status_code == 200

    async def test_a_session_ends_after_two_weeks(self, client: httpx2.AsyncClient, clock: SettableClock) -> None:
        token = (await signed_in(client, ANNA))["refresh_token"]
        for _ in range(13):
            clock.advance(timedelta(days=1))
            token = (await self.refreshed(client, token)).json()["refresh_token"]
        clock.advance(timedelta(days=1))
        assert (await self.refreshed(client, token)).status_code == 401

    async def test_signing_out_ends_the_session_at_once(self, client: httpx2.AsyncClient) -> None:
        here, elsewhere = await signed_in(client, ANNA), await signed_in(client, ANNA)
        answer = await client.post("/api/v1/auth/logout", json={"refresh_token": here["refresh_token"]})
        assert (answer.status_code, answer.content) == (204, b"")
        assert (await me(client, here["access_token"])).status_code == 401
        assert (await self.refreshed(client, here["refresh_token"])).status_code == 401
        assert (await me(client, elsewhere["access_token"])).status_code == 200

    async def test_tidying_removes_what_has_ended_alone(
        self, client: httpx2.AsyncClient, db: Database, clock: SettableClock
    ) -> None:
        old = await signed_in(client, ANNA)
        await tried(client, ANNA, "wrong password here")
        clock.advance(timedelta(days=13))
        live = await signed_in(client, ANNA)
        await tried(client, ANNA, "wrong password here")
        clock.advance(timedelta(days=1))
        live = (await self.refreshed(client, live["refresh_token"])).json()
        async with db.transaction() as tx:
            await service.tidy(tx)
        async with db.transaction() as tx:
            assert (await tx.session.execute(text("SELECT count(*) FROM staff_sessions"))).scalar_one() == 1
            assert (await tx.session.execute(text("SELECT count(*) FROM sign_in_attempts"))).scalar_one() == 0
        assert (await me(client, live["access_token"])).status_code == 200
        assert (await self.refreshed(client, old["refresh_token"])).status_code == 401


class TestAttempts:
    async def test_after_ten_failures_the_right_password_waits_too(
        self, client: httpx2.AsyncClient, clock: SettableClock
    ) -> None:
        for _ in range(rules.ATTEMPTS):
            assert (await tried(client, ANNA, "wrong password here")).status_code == 401
        answer = await tried(client, ANNA.upper(), PASSWORD)
        assert (answer.status_code, answer.json()["code"]) == (429, "too_many_attempts")
        assert answer.headers["Retry-After"] == "900"
        clock.advance(rules.ATTEMPTS_WINDOW)
        assert (await tried(client, ANNA, PASSWORD)).status_code == 200

    async def test_somebody_else_is_not_kept_waiting(self, client: httpx2.AsyncClient, db: Database) -> None:
        await member(db, "chef", email="ben@example.com")
        for _ in range(rules.ATTEMPTS + 1):
            await tried(client, ANNA, "wrong password here")
        assert (await tried(client, "ben@example.com", PASSWORD)).status_code == 200

    async def test_an_unknown_address_is_counted_alike(self, client: httpx2.AsyncClient) -> None:
        answers = [await tried(client, "nobody@example.com", "wrong password here") for _ in range(rules.ATTEMPTS + 1)]
        assert [answer.status_code for answer in answers] == [401] * rules.ATTEMPTS + [429]

    async def test_signing_in_forgets_the_failures(self, client: httpx2.AsyncClient) -> None:
        for _ in range(2):
            for _ in range(rules.ATTEMPTS - 1):
                await tried(client, ANNA, "wrong password here")
            assert (await tried(client, ANNA, PASSWORD)).status_code == 200

    async def test_attempts_at_the_same_moment_are_all_counted(self, client: httpx2.AsyncClient) -> None:
        answers = await asyncio.gather(*(tried(client, ANNA, "wrong password here") for _ in range(15)))
        assert sorted(answer.status_code for answer in answers) == [401] * rules.ATTEMPTS + [429] * 5


class TestChangingThePassword:
    async def changed(self, client: httpx2.AsyncClient, headers: dict[str, str], old: str, new: str) -> httpx2.Response:
        body = {"old_password": old, "new_password": new}
        return await client.post("/api/v1/auth/password", json=body, headers=headers)

    async def test_other_sessions_end_and_a_new_one_begins(self, client: httpx2.AsyncClient) -> None:
        elsewhere, headers = await signed_in(client, ANNA), await headers_of(client, ANNA)
        answer = await self.changed(client, headers, PASSWORD, "another long password")
        assert answer.status_code == 200
        assert (await me(client, answer.json()["access_token"])).status_code == 200
        assert (await me(client, elsewhere["access_token"])).status_code == 401
        assert (await tried(client, ANNA, PASSWORD)).status_code == 401
        assert (await tried(client, ANNA, "another long password")).status_code == 200

    async def test_it_leaves_an_audit_entry_without_the_password(
        self, client: httpx2.AsyncClient, db: Database
    ) -> None:
        await self.changed(client, await headers_of(client, ANNA), PASSWORD, "another long password")
        async with db.transaction() as tx:
            rows = (await tx.session.execute(text("SELECT * FROM audit_log WHERE action = 'password_change'"))).all()
        assert [(row.actor_name, row.changes) for row in rows] == [(ANNA, {})]

    async def test_the_old_one_must_be_right_and_guesses_are_counted(self, client: httpx2.AsyncClient) -> None:
        headers = await headers_of(client, ANNA)
        answers = [
            await self.changed(client, headers, "wrong password here", "another long password")
            for _ in range(rules.ATTEMPTS + 1)
        ]
        assert [answer.status_code for answer in answers] == [401] * rules.ATTEMPTS + [429]

    @pytest.mark.parametrize("new", ["", "short", "aaaaaaaaaaaaaaaa", ANNA, ANNA.upper(), "x" * 201, "x" * 5000])
    async def test_a_weak_one_is_not_taken(self, client: httpx2.AsyncClient, new: str) -> None:
        answer = await self.changed(client, await headers_of(client, ANNA), PASSWORD, new)
        assert answer.status_code == 422
        assert (await tried(client, ANNA, PASSWORD)).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"email": "anna@example.com"}',
        b'{"email": "", "password": "x"}',
        b'{"email": "anna\\u0000@example.com", "password": "x"}',
        b'{"email": "\\ud800", "password": "x"}',
        b'{"email": 1, "password": ["x"]}',
        b'{"email": "anna@example.com", "password": "x", "admin": true}',
        b'{"email": "' + b"a" * 300 + b'", "password": "x"}',
        b'{"email": "x", "password": "' + b"a" * 1001 + b'"}',
        b'{"\\ud800": 1}',
    ],
)
async def test_what_is_no_sign_in_is_422(client: httpx2.AsyncClient, body: bytes) -> None:
    answer = await client.post("/api/v1/auth/token", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_input")


@pytest.mark.parametrize("email", ["' OR 1=1 --", "anna@example.com'; DROP TABLE users; --", "%", "_nna@example.com"])
async def test_injection_finds_nobody(client: httpx2.AsyncClient, db: Database, email: str) -> None:
    assert (await tried(client, email, PASSWORD)).status_code == 401
    async with db.transaction() as tx:
        assert (await tx.session.execute(text("SELECT count(*) FROM users"))).scalar_one() == 1


async def test_an_answer_with_tokens_is_kept_by_nobody(client: httpx2.AsyncClient, db: Database) -> None:
    headers, body = {"Idempotency-Key": "k1"}, {"email": ANNA, "password": PASSWORD}
    first = await client.post("/api/v1/auth/token", json=body, headers=headers)
    assert first.headers["Cache-Control"] == "no-store"
    again = await client.post("/api/v1/auth/token", json=body, headers=headers)
    assert (again.status_code, again.json()["code"]) == (409, "answered_once")
    async with db.transaction() as tx:
        kept = (await tx.session.execute(text("SELECT body FROM idempotency_keys"))).scalars().all()
        sessions = (await tx.session.execute(text("SELECT count(*) FROM staff_sessions"))).scalar_one()
    assert (kept, sessions) == ([None], 1)
