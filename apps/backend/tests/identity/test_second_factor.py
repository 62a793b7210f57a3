"""The second factor: off until it is confirmed, asked for from then on, used once, and never a way round the password."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2
import pyotp
import pytest
from sqlalchemy import text

from hibachi.identity import api
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from tests.web import PASSWORD, application, client_of, headers_of, member, signed_in

ANNA = "anna@example.com"
Headers = dict[str, str]


@pytest.fixture
async def client(db: Database) -> Any:
    async with client_of(application(db, api.router)) as client:
        await member(db, "agent", email=ANNA)
        yield client


@pytest.fixture
async def anna(client: httpx2.AsyncClient) -> Headers:
    return await headers_of(client, ANNA)


class Device:
    """The authenticator app of somebody, whose clock is the test's."""

    def __init__(self, secret: str, clock: SettableClock) -> None:
        self.secret, self.clock = secret, clock

    def digits(self, seconds: int = 0) -> str:
        return pyotp.TOTP(self.secret).at(int(self.clock.now().timestamp()) + seconds)


async def sign_in(client: httpx2.AsyncClient, code: str | None = None, password: str = PASSWORD) -> tuple[int, str]:
    """The status, and the code of the refusal."""
    body = {"email": ANNA, "password": password} | ({"code": code} if code is not None else {})
    answer = await client.post("/api/v1/auth/token", json=body)
    return answer.status_code, answer.json().get("code", "")


async def begun(client: httpx2.AsyncClient, headers: Headers, clock: SettableClock) -> Device:
    answer = await client.post("/api/v1/auth/second-factor", json={"password": PASSWORD}, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    secret = answer.json()["secret"]
    assert pyotp.parse_uri(answer.json()["uri"]).secret == secret
    return Device(secret, clock)


@pytest.fixture
async def device(client: httpx2.AsyncClient, anna: Headers, clock: SettableClock) -> Device:
    """Anna's, confirmed a minute ago."""
    device = await begun(client, anna, clock)
    body = {"code": device.digits()}
    confirmed = await client.post("/api/v1/auth/second-factor/confirm", json=body, headers=anna)
    assert confirmed.status_code == 200, confirmed.text
    clock.advance(timedelta(minutes=1))
    return device


async def test_until_it_is_confirmed_nothing_is_asked_for(
    client: httpx2.AsyncClient, anna: Headers, clock: SettableClock, db: Database
) -> None:
    first, second = await begun(client, anna, clock), await begun(client, anna, clock)
    assert first.secret != second.secret
    path = "/api/v1/auth/second-factor/confirm"
    for code in ("000000", first.digits(), ""):
        refused = await client.post(path, json={"code": code}, headers=anna)
        assert (refused.status_code, refused.json()["code"]) == (422, "second_factor_not_confirmed")
    assert await sign_in(client) == (200, "")
    codes = (await client.post(path, json={"code": second.digits()}, headers=anna)).json()["codes"]
    assert len(set(codes)) == 10
    async with db.transaction() as tx:
        stored = str((await tx.session.execute(text("SELECT * FROM recovery_codes"))).all())
        acts = (await tx.session.execute(text("SELECT action FROM audit_log ORDER BY id"))).scalars().all()
    assert not any(code in stored for code in codes), "a reader of the database has no code to enter"
    assert acts[-1] == "second_factor_on"
    again = await client.post("/api/v1/auth/second-factor", json={"password": PASSWORD}, headers=anna)
    assert (again.status_code, again.json()["code"]) == (409, "second_factor_on")


async def test_the_code_of_now_opens_once(client: httpx2.AsyncClient, device: Device, clock: SettableClock) -> None:
    assert await sign_in(client) == (401, "second_factor_needed")
    assert await sign_in(client, "123456", "a wrong password") == (401, "sign_in_failed")
    digits = device.digits()
    assert await sign_in(client, f" {digits[:3]} {digits[3:]} ") == (200, "")
    assert await sign_in(client, digits) == (401, "second_factor_wrong"), "who looked over the shoulder has nothing"
    clock.advance(timedelta(seconds=30))
    assert await sign_in(client, device.digits()) == (200, "")
    me = await client.get("/api/v1/auth/me", headers=await _headers(client, device, clock))
    assert me.json()["staff"]["second_factor"] is True


async def _headers(client: httpx2.AsyncClient, device: Device, clock: SettableClock) -> Headers:
    clock.advance(timedelta(seconds=30))
    body = {"email": ANNA, "password": PASSWORD, "code": device.digits()}
    tokens = (await client.post("/api/v1/auth/token", json=body)).json()
    return {"Authorization": f"Bearer {tokens['access_token']}"}


@pytest.mark.parametrize(("wrong_by", "status"), [(-30, 200), (30, 200), (-90, 401), (90, 401)])
async def test_a_clock_may_be_half_a_minute_wrong(
    client: httpx2.AsyncClient, device: Device, wrong_by: int, status: int
) -> None:
    assert (await sign_in(client, device.digits(wrong_by)))[0] == status


async def test_of_two_at_once_with_one_code_one_comes_in(client: httpx2.AsyncClient, device: Device) -> None:
    answers = await asyncio.gather(*(sign_in(client, device.digits()) for _ in range(4)))
    assert sorted(status for status, _ in answers) == [200, 401, 401, 401]


@pytest.mark.parametrize("code", ["", "12345", "1234567", "½½½½½½", "١٢٣٤٥٦", "0" * 100])
async def test_what_is_no_code_opens_nothing(client: httpx2.AsyncClient, device: Device, code: str) -> None:
    status, refusal = await sign_in(client, code)
    assert (status, refusal) in {(401, "second_factor_wrong"), (401, "second_factor_needed")}


async def test_codes_cannot_be_guessed(client: httpx2.AsyncClient, device: Device, clock: SettableClock) -> None:
    answers = [await sign_in(client, f"{number:06}") for number in range(12)]
    assert [status for status, _ in answers[-2:]] == [429, 429]
    assert await sign_in(client, device.digits()) == (429, "too_many_attempts")
    clock.advance(timedelta(minutes=16))
    assert await sign_in(client, device.digits()) == (200, "")


async def test_a_recovery_code_opens_once(client: httpx2.AsyncClient, anna: Headers, clock: SettableClock) -> None:
    device = await begun(client, anna, clock)
    body = {"code": device.digits()}
    first, *others = (await client.post("/api/v1/auth/second-factor/confirm", json=body, headers=anna)).json()["codes"]
    assert await sign_in(client, first.upper()) == (200, "")
    assert await sign_in(client, first) == (401, "second_factor_wrong")
    assert await sign_in(client, others[0]) == (200, "")


async def test_switching_it_off_asks_for_the_password_and_ends_the_other_sessions(
    client: httpx2.AsyncClient, device: Device, clock: SettableClock
) -> None:
    other, mine = await _headers(client, device, clock), await _headers(client, device, clock)
    off = "/api/v1/auth/second-factor/off"
    refused = await client.post(off, json={"password": "not mine at all"}, headers=mine)
    assert (refused.status_code, refused.json()["code"]) == (401, "sign_in_failed")
    assert await sign_in(client) == (401, "second_factor_needed")
    fresh = await client.post(off, json={"password": PASSWORD}, headers=mine)
    now = {"Authorization": f"Bearer {fresh.json()['access_token']}"}
    statuses = [(await client.get("/api/v1/auth/me", headers=one)).status_code for one in (other, mine, now)]
    assert statuses == [401, 401, 200]
    assert await sign_in(client) == (200, "")
    again = await client.post(off, json={"password": PASSWORD}, headers=await headers_of(client, ANNA))
    assert (again.status_code, again.json()["code"]) == (409, "second_factor_off")


async def test_an_administrator_lifts_it_from_who_lost_the_device(
    client: httpx2.AsyncClient, device: Device, db: Database, clock: SettableClock
) -> None:
    mine = await _headers(client, device, clock)
    await member(db, "admin", email="olga@example.com")
    admin = await headers_of(client, "olga@example.com")
    [anna] = [one for one in (await client.get("/api/v1/admin/users", headers=admin)).json() if one["email"] == ANNA]
    path = f"/api/v1/admin/users/{anna['id']}/second-factor"
    assert (await client.delete(path, headers=mine)).status_code == 403
    lifted = await client.delete(path, headers=admin)
    assert lifted.json()["second_factor"] is False
    assert (await client.get("/api/v1/auth/me", headers=mine)).status_code == 401
    assert (await signed_in(client, ANNA))["token_type"] == "bearer"
    assert (await client.delete(path, headers=admin)).status_code == 409
    async with db.transaction() as tx:
        acts = (await tx.session.execute(text("SELECT action FROM audit_log ORDER BY id"))).scalars().all()
    assert acts[-1] == "user_second_factor_lift"
