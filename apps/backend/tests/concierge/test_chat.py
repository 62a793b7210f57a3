"""The web chat's public door: what a visitor says opens nothing personal, and bad input changes nothing."""

import asyncio
import json
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from sqlalchemy import text

from hibachi.kit.clock import SettableClock
from tests.concierge.product import product_on

pytestmark = pytest.mark.anyio
SAY = "/api/v1/chat/messages"
QUESTION = "how much for 12 adults in 94539?"
TABLES = ("messages", "conversations", "customers", "bookings", "quotes")


async def counts(app: Any) -> dict[str, int]:
    async with app.state.db.transaction() as tx:
        return {table: await tx.session.scalar(text(f"SELECT count(*) FROM {table}")) for table in TABLES}


async def say(client: httpx2.AsyncClient, **body: Any) -> dict[str, Any]:
    answer = await client.post(SAY, json=body)
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json()
    return said


async def test_a_visitor_gets_the_exact_price_and_nothing_else(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (_, client):
        answer = await say(client, text=QUESTION)
    assert set(answer) == {"conversation_id", "message_id", "speaker", "reply"}
    assert set(answer["reply"]) == {"id", "text"}
    assert "$660" in answer["reply"]["text"]
    assert answer["speaker"] == "ai"


async def test_the_conversation_goes_on_by_its_id(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (app, client):
        first = await say(client, text=QUESTION)
        second = await say(client, text="and with 2 kids, 7 and 9?", conversation_id=first["conversation_id"])
        written = await counts(app)
    assert second["conversation_id"] == first["conversation_id"]
    assert "$720" in second["reply"]["text"]
    assert written["conversations"] == written["customers"] == 1
    assert written["messages"] == 4


@pytest.mark.parametrize("channel", ["sms", "phone", "email", "instagram", "facebook", "whatsapp"])
async def test_other_channels_are_not_spoken_here(database_url: str, clock: SettableClock, channel: str) -> None:
    async with product_on(database_url, clock) as (app, client):
        answer = await client.post(SAY, json={"text": "hi", "channel": channel})
        assert answer.status_code == 422
        assert answer.json()["code"] == "channel_not_public"
        assert set(answer.json()) >= {"code", "message", "next_step"}
        assert sum((await counts(app)).values()) == 0


async def test_a_claimed_phone_number_opens_nothing(database_url: str, clock: SettableClock) -> None:
    claim = {"name": "Dana Ruiz", "phone": "+15105550142", "email": "dana@example.com"}
    async with product_on(database_url, clock) as (app, client):
        first = await say(client, text="hi", customer=claim)
        second = await say(client, text="when is my party? I am Dana Ruiz", customer=claim)
        async with app.state.db.transaction() as tx:
            proven = await tx.session.scalar(text("SELECT count(*) FROM customer_identities WHERE proven"))
            people = await tx.session.scalar(text("SELECT count(*) FROM customers"))
    assert first["conversation_id"] != second["conversation_id"]
    assert proven == 0
    assert people == 2, "the same claim twice is not the same person"


async def test_a_message_sent_twice_is_answered_once(database_url: str, clock: SettableClock) -> None:
    message_id = str(uuid4())
    async with product_on(database_url, clock) as (app, client):
        answers = await asyncio.gather(*(say(client, text=QUESTION, message_id=message_id) for _ in range(4)))
        later = await say(client, text=QUESTION, message_id=message_id)
        written = await counts(app)
    assert {json.dumps(answer, sort_keys=True) for answer in [*answers, later]} == {json.dumps(later, sort_keys=True)}
    assert later["message_id"] == message_id
    assert written["messages"] == 2
    assert written["conversations"] == 1


async def test_the_idempotency_key_is_a_message_id(database_url: str, clock: SettableClock) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    async with product_on(database_url, clock) as (app, client):
        first = await client.post(SAY, json={"text": QUESTION}, headers=headers)
        second = await client.post(SAY, json={"text": QUESTION}, headers=headers)
        other = await client.post(SAY, json={"text": "something else"}, headers=headers)
        written = await counts(app)
    assert first.json() == second.json()
    assert other.status_code == 422 and other.json()["code"] == "message_id_reused"
    assert written["messages"] == 2


async def test_the_first_message_needs_an_id_that_nobody_guesses(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (app, client):
        answer = await client.post(SAY, json={"text": "hi", "message_id": "1"})
        assert answer.status_code == 422 and answer.json()["code"] == "message_id_too_short"
        assert sum((await counts(app)).values()) == 0


BAD: list[tuple[str, bytes]] = [
    ("too long", json.dumps({"text": "a" * 8000}).encode()),
    ("empty", json.dumps({"text": ""}).encode()),
    ("blank", json.dumps({"text": "   "}).encode()),
    ("null byte", json.dumps({"text": "hi\0there"}).encode()),
    ("broken json", b'{"text": "hi'),
    ("no json", b"\xff\xfe"),
    ("a list", b"[]"),
    ("wrong type", json.dumps({"text": 5}).encode()),
    ("unknown field", json.dumps({"text": "hi", "admin": True}).encode()),
    ("bad id", json.dumps({"text": "hi", "conversation_id": "1; DROP TABLE messages"}).encode()),
    ("bad phone", json.dumps({"text": "hi", "customer": {"phone": "not a number"}}).encode()),
    ("bad e-mail", json.dumps({"text": "hi", "customer": {"email": "nobody"}}).encode()),
    ("null byte in a name", json.dumps({"text": "hi", "customer": {"name": "a\0b"}}).encode()),
    ("lone surrogate", b'{"text": "hi \\ud800"}'),
]


@pytest.mark.parametrize("body", [body for _, body in BAD], ids=[name for name, _ in BAD])
async def test_bad_input_gets_a_code_and_changes_nothing(database_url: str, clock: SettableClock, body: bytes) -> None:
    async with product_on(database_url, clock) as (app, client):
        answer = await client.post(SAY, content=body, headers={"content-type": "application/json"})
        assert 400 <= answer.status_code < 500, answer.text
        assert set(answer.json()) >= {"code", "message", "next_step"}
        assert sum((await counts(app)).values()) == 0


async def test_somebody_elses_conversation_is_nobodys(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (app, client):
        answer = await client.post(SAY, json={"text": "hi", "conversation_id": str(uuid4())})
        assert answer.status_code == 404
        assert sum((await counts(app)).values()) == 0


async def test_the_sandbox_is_not_there(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (_, client):
        for method, path in (
            ("POST", "/api/v1/sandbox/reset"),
            ("POST", "/api/v1/sandbox/clock"),
            ("GET", f"/api/v1/sandbox/conversations/{uuid4()}/outcome"),
        ):
            assert (await client.request(method, path, json={})).status_code == 404


def events_of(body: str) -> list[tuple[str, dict[str, Any]]]:
    blocks = [block.splitlines() for block in body.strip().split("\n\n")]
    return [(lines[0].removeprefix("event: "), json.loads(lines[1].removeprefix("data: "))) for lines in blocks]


async def test_the_stream_tells_what_is_done_then_the_checked_reply(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (_, client):
        answer = await client.post("/api/v1/chat/stream", json={"text": QUESTION})
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = events_of(answer.text)
    names = [name for name, _ in events]
    assert names[0] == "status" and names[-1] == "done"
    assert {"status": "checking the price"} in [data for name, data in events if name == "status"]
    pieces = "".join(data["text"] for name, data in events if name == "piece")
    done = events[-1][1]
    assert pieces == done["reply"]["text"] and "$660" in pieces
    assert names.index("piece") > max(at for at, name in enumerate(names) if name == "status")


async def test_a_refusal_inside_the_stream_is_an_event(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (_, client):
        answer = await client.post("/api/v1/chat/stream", json={"text": "hi", "conversation_id": str(uuid4())})
    assert events_of(answer.text)[-1][0] == "error"
    assert events_of(answer.text)[-1][1]["code"] == "conversation_not_found" or answer.status_code == 200


async def test_stop_silences_the_machine_and_start_lets_it_speak(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (app, client):
        first = await say(client, text=QUESTION)
        same = {"conversation_id": first["conversation_id"]}
        stopped = await say(client, text="STOP", **same)
        silent = await say(client, text="hello?", **same)
        started = await say(client, text="START", **same)
        again = await say(client, text="how much for 10 adults in 94539?", **same)
        async with app.state.db.transaction() as tx:
            outs = (await tx.session.execute(text("SELECT words, ended_words FROM opt_outs"))).all()
    assert stopped["reply"] and "$" not in stopped["reply"]["text"] and "?" not in stopped["reply"]["text"]
    assert silent["reply"] is None
    assert started["reply"]
    assert again["reply"] and "$550" in again["reply"]["text"]
    assert [tuple(row) for row in outs] == [("STOP", "START")]
