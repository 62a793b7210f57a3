"""Every write route honours Idempotency-Key: once is once, and a key stands for one request."""

from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from hibachi.kit.db import Database
from hibachi.kit.http import routes_of
from hibachi.main import create_app
from hibachi.runtime import build
from tests.api.stage import Asked, Stage, address
from tests.api.writes import CARDS, LETTERS, PAGES, QUESTIONS, SHOWN_ONCE, TOKENS, TURNS, WEBHOOKS, WRITES, Make
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
    return await stage.client.request(route.split(" ")[0], address(asked.path), json=body, headers=headers)


def test_every_write_of_the_product_is_driven() -> None:
    app = create_app(build(settings(), "postgresql+psycopg://nobody@127.0.0.1:1/nothing"))
    declared = {f"{method} {route.path}" for route in routes_of(app) for method in route.methods or ()}
    writes = {route for route in declared if not route.startswith("GET ")}
    assert (
        writes == set(WRITES) | set(SHOWN_ONCE) | set(PAGES) | WEBHOOKS | CARDS | LETTERS | QUESTIONS | TURNS | TOKENS
    )


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


@pytest.mark.parametrize("key", [KEY, None])
@pytest.mark.parametrize("route", PAGES)
async def test_a_page_is_done_once_with_a_key_and_without(
    stage: Stage, db: Database, route: str, key: str | None
) -> None:
    asked = await PAGES[route](stage)
    headers = {**stage.staff, **({"Idempotency-Key": key} if key else {})}
    first = await stage.client.post(address(asked.path), data=asked.body, headers=headers)
    assert first.status_code in (200, 303), first.text
    after = await world(db)
    again = await stage.client.post(address(asked.path), data=asked.body, headers=headers)
    assert (again.status_code, again.text, again.headers.get("location"), again.headers.get("content-type")) == (
        first.status_code, first.text, first.headers.get("location"), first.headers.get("content-type"),
    )  # fmt: skip
    assert await world(db) == after


async def test_a_key_stands_for_one_query_too(stage: Stage, db: Database) -> None:
    asked = await PAGES["POST /api/v1/ai/feedback"](stage)
    await send(stage, "POST /api/v1/ai/feedback", asked, None)
    after = await world(db)
    down = Asked(asked.path.replace("vote=up", "vote=down"))
    answer = await send(stage, "POST /api/v1/ai/feedback", down, None)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
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
