"""Every write route honours Idempotency-Key: once is once, and a key stands for one request."""

from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from hibachi.kit.db import Database
from hibachi.kit.http import routes_of
from hibachi.main import create_app
from hibachi.runtime import build
from tests.api.stage import SHOWN_ONCE, TOKENS, TURNS, WRITES, Asked, Make, Stage
from tests.concierge.world import settings
from tests.web import PASSWORD

KEY = "a key of its own"
KEPT_APART = "procrastinate|idempotency_keys|api_keys"
"""Not the effect of a write: the queue, the keys themselves, and when a caller's key was last used."""


async def world(db: Database) -> dict[str, str]:
    """A digest of every table."""
    async with db.transaction() as tx:
        tables = await tx.session.execute(
            text(f"SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename !~ '{KEPT_APART}'")
        )
        digests = {}
        for table in tables.scalars().all():
            digest = text(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t")
            digests[table] = str((await tx.session.execute(digest)).scalar())
        return digests


async def send(stage: Stage, route: str, asked: Asked, body: Any, key: str | None = KEY) -> httpx2.Response:
    headers = {**stage.staff, **({"Idempotency-Key": key} if key else {})}
    return await stage.client.request(route.split(" ")[0], f"/api/v1{asked.path}", json=body, headers=headers)


def test_every_write_of_the_product_is_driven() -> None:
    app = create_app(build(settings(), "postgresql+psycopg://nobody@127.0.0.1:1/nothing"))
    declared = {f"{method} {route.path}" for route in routes_of(app) for method in route.methods or ()}
    writes = {route for route in declared if not route.startswith("GET ")}
    assert writes == set(WRITES) | set(SHOWN_ONCE) | TURNS | TOKENS


@pytest.mark.parametrize("route", WRITES)
async def test_the_same_twice_is_done_once(stage: Stage, db: Database, route: str) -> None:
    asked = await WRITES[route](stage)
    first = await send(stage, route, asked, asked.body)
    assert first.status_code < 300, first.text
    after = await world(db)
    again = await send(stage, route, asked, asked.body)
    assert (again.status_code, again.content and again.json()) == (first.status_code, first.content and first.json())
    assert await world(db) == after
    if asked.other is not None:
        other = await send(stage, route, asked, asked.other)
        assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
        assert await world(db) == after


@pytest.mark.parametrize("route", SHOWN_ONCE)
async def test_a_secret_is_shown_once_and_its_write_done_once(stage: Stage, db: Database, route: str) -> None:
    make: Make = SHOWN_ONCE[route]
    asked = await make(stage)
    first = await send(stage, route, asked, asked.body)
    assert first.status_code < 300 and first.headers["Cache-Control"] == "no-store"
    after = await world(db)
    again = await send(stage, route, asked, asked.body)
    assert (again.status_code, again.json()["code"]) == (409, "answered_once")
    if asked.other is not None:
        other = await send(stage, route, asked, asked.other)
        assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert await world(db) == after


@pytest.mark.parametrize("path", ["messages", "stream"])
async def test_a_message_is_answered_once(stage: Stage, db: Database, path: str) -> None:
    body = {"text": "how much for 20 adults in 95112?"}
    asked = Asked(f"/chat/{path}")
    route = f"POST /api/v1/chat/{path}"
    first = await send(stage, route, asked, body)
    assert first.status_code == 200
    after = await world(db)
    again = await send(stage, route, asked, body)
    done = first.text.splitlines()[-2:]
    assert again.text.splitlines()[-2:] == done
    assert await world(db) == after
    other = await send(stage, route, asked, {"text": "and for 30?"})
    assert "message_id" in other.text or "idempot" in other.text
    assert "reply" not in other.text
    assert await world(db) == after


async def test_signing_in_keeps_no_answer(stage: Stage, db: Database) -> None:
    proof = {"email": "olga@example.com", "password": PASSWORD}
    asked = Asked("/auth/token")
    first = await send(stage, "POST /api/v1/auth/token", asked, proof)
    again = await send(stage, "POST /api/v1/auth/token", asked, proof)
    assert (first.status_code, again.status_code, again.json()["code"]) == (200, 409, "answered_once")
    async with db.transaction() as tx:
        kept = await tx.session.execute(text("SELECT count(*) FROM idempotency_keys WHERE body IS NOT NULL"))
        assert kept.scalar() == 0
