"""Conversations over HTTP: what staff see and do, and what nobody else does."""

from typing import Any
from uuid import uuid4

import pytest
from httpx2 import AsyncClient

from hibachi.conversations import service
from hibachi.conversations.schemas import Sent, Withheld
from hibachi.kit.db import Database
from tests.conversations.acting import FACT, STAFF, ai_messages, answer, rows, somebody, write

READ = {"Authorization": "conversations:read"}
WRITE = {"Authorization": "conversations:read conversations:write"}
ROUTES = [
    ("GET", "/conversations", None),
    ("GET", "/conversations/{id}", None),
    ("POST", "/conversations/{id}/take-over", {"reason": "I know her"}),
    ("POST", "/conversations/{id}/reply", {"text": "Sam here."}),
    ("POST", "/conversations/{id}/hand-back", None),
    ("POST", "/conversations/{id}/close", {"successful": True}),
    ("POST", "/conversations/{id}/satisfaction", {"score": 5}),
]


async def talked(db: Database) -> dict[str, str]:
    """A conversation with one question and one reply, by its ids."""
    received = await write(db, await somebody(db), "how much for 20?")
    sent = await answer(db, received.conversation.id)
    assert isinstance(sent, Sent)
    return {"id": str(received.conversation.id), "message": str(sent.message.id)}


async def state(db: Database) -> list[Any]:
    return [await rows(db, f"SELECT * FROM {table}") for table in ("conversations", "messages", "audit_log")]


@pytest.mark.parametrize(("method", "path", "body"), ROUTES)
async def test_nobody_sees_or_does_anything(
    client: AsyncClient, db: Database, method: str, path: str, body: dict[str, Any] | None
) -> None:
    before = await talked(db), await state(db)
    path = path.format(**before[0])
    assert (await client.request(method, path, json=body)).status_code == 401
    stranger = {"Authorization": "bookings:write"}
    assert (await client.request(method, path, json=body, headers=stranger)).status_code == 403
    if method != "GET":
        assert (await client.request(method, path, json=body, headers=READ)).status_code == 403
    assert await state(db) == before[1]


@pytest.mark.parametrize(("method", "path", "body"), ROUTES[1:])
async def test_what_is_not_there_is_not_found(
    client: AsyncClient, method: str, path: str, body: dict[str, Any] | None
) -> None:
    there = path.format(id=uuid4(), message=uuid4())
    refused = await client.request(method, there, json=body, headers=WRITE)
    assert refused.status_code == 404
    assert set(refused.json()) == {"code", "message", "next_step"}


async def test_staff_read_the_messages_with_what_they_rest_on(client: AsyncClient, db: Database) -> None:
    ids = await talked(db)
    shown = (await client.get(f"/conversations/{ids['id']}", headers=READ)).json()
    assert shown["conversation"]["id"] == ids["id"]
    assert shown["conversation"]["user_id"] == shown["customer"]["id"]
    assert (shown["conversation"]["status"], shown["speaker"], shown["opted_out"]) == ("ai", "ai", False)
    assert [(one["role"], one["content"]) for one in shown["messages"]] == [
        ("user", "how much for 20?"),
        ("assistant", "20 adults are $1,100."),
    ]
    reply = shown["messages"][1]
    assert (reply["facts"], reply["model_used"], reply["metadata"]) == ([FACT], "built-in", {})
    assert shown["analytics"]["total_messages"] == 2
    assert shown["analytics"]["total_cost_usd"] == "0.000000"


async def test_a_human_takes_over_writes_and_hands_back(client: AsyncClient, db: Database) -> None:
    ids = await talked(db)
    received = await write(db, await somebody(db), "are you a robot?")
    taken = await client.post(f"/conversations/{ids['id']}/take-over", json={"reason": "I know her"}, headers=WRITE)
    assert taken.status_code == 200
    assert (taken.json()["status"], taken.json()["assigned_agent_id"]) == ("escalated", str(STAFF.id))
    assert await answer(db, received.conversation.id) == Withheld(reason="human_speaks")
    written = await client.post(f"/conversations/{ids['id']}/reply", json={"text": "Sam here."}, headers=WRITE)
    assert written.status_code == 201
    assert (written.json()["role"], written.json()["staff_id"]) == ("assistant", str(STAFF.id))
    back = await client.post(f"/conversations/{ids['id']}/hand-back", headers=WRITE)
    assert (back.json()["status"], back.json()["intervention_reason"]) == ("ai", "I know her")
    assert len(await ai_messages(db, received.conversation.id)) == 1
    entries = await rows(db, "SELECT action, actor_id FROM audit_log ORDER BY id")
    assert [one["action"] for one in entries] == [
        "conversation_take_over",
        "conversation_reply",
        "conversation_hand_back",
    ]
    assert {one["actor_id"] for one in entries} == {STAFF.id}


async def test_writing_without_taking_over_is_refused(client: AsyncClient, db: Database) -> None:
    ids = await talked(db)
    refused = await client.post(f"/conversations/{ids['id']}/reply", json={"text": "Sam here."}, headers=WRITE)
    assert (refused.status_code, refused.json()["code"]) == (409, "conversation_state")
    assert len(await rows(db, "SELECT id FROM messages")) == 2


async def test_a_reply_sent_twice_under_one_key_is_one(client: AsyncClient, db: Database) -> None:
    ids = await talked(db)
    await client.post(f"/conversations/{ids['id']}/take-over", json={"reason": "I know her"}, headers=WRITE)
    keyed = {**WRITE, "Idempotency-Key": "k1"}
    first = await client.post(f"/conversations/{ids['id']}/reply", json={"text": "Sam here."}, headers=keyed)
    again = await client.post(f"/conversations/{ids['id']}/reply", json={"text": "Sam here."}, headers=keyed)
    assert first.json() == again.json()
    other = await client.post(f"/conversations/{ids['id']}/reply", json={"text": "Sam there."}, headers=keyed)
    assert other.status_code == 422
    assert len(await rows(db, "SELECT id FROM messages WHERE staff_id IS NOT NULL")) == 1


async def test_closing_and_rating(client: AsyncClient, db: Database) -> None:
    ids = await talked(db)
    rated = await client.post(f"/conversations/{ids['id']}/satisfaction", json={"score": 4}, headers=WRITE)
    assert rated.json()["customer_satisfaction"] == 4
    closed = await client.post(
        f"/conversations/{ids['id']}/close", json={"successful": True, "reason": "done"}, headers=WRITE
    )
    assert closed.json()["status"] == "closed"
    again = await client.post(f"/conversations/{ids['id']}/close", json={"successful": True}, headers=WRITE)
    assert again.status_code == 409
    [numbers] = await rows(db, "SELECT resolution_status, customer_satisfaction FROM conversation_analytics")
    assert numbers == {"resolution_status": "resolved", "customer_satisfaction": 4}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/conversations/{id}/take-over", {}),
        ("/conversations/{id}/take-over", {"reason": ""}),
        ("/conversations/{id}/take-over", {"reason": "x" * 501}),
        ("/conversations/{id}/take-over", {"reason": "a\0b"}),
        ("/conversations/{id}/take-over", {"reason": "r", "status": "closed"}),
        ("/conversations/{id}/reply", {"text": ""}),
        ("/conversations/{id}/reply", {"text": "x" * 4001}),
        ("/conversations/{id}/reply", {"text": "a\0b"}),
        ("/conversations/{id}/reply", {"text": 5}),
        ("/conversations/{id}/close", {"successful": "perhaps"}),
        ("/conversations/{id}/satisfaction", {"score": 0}),
        ("/conversations/{id}/satisfaction", {"score": 6}),
        ("/conversations/{id}/satisfaction", {"score": 4.5}),
        ("/conversations/not-an-id/take-over", {"reason": "r"}),
    ],
)
async def test_what_is_not_valid_changes_nothing(
    client: AsyncClient, db: Database, path: str, body: dict[str, Any]
) -> None:
    ids = await talked(db)
    before = await state(db)
    refused = await client.post(path.format(**ids), json=body, headers=WRITE)
    assert refused.status_code == 422, refused.text
    assert {"code", "message", "next_step"} <= set(refused.json())
    assert await state(db) == before


async def test_the_list_narrows_and_pages(client: AsyncClient, db: Database) -> None:
    dana, eve = await somebody(db), await somebody(db, "+15105550143")
    sms, mail = await write(db, dana), await write(db, dana, channel="email")
    hers = await write(db, eve)
    async with db.transaction(STAFF) as tx:
        await service.take_over(tx, conversation_id=hers.conversation.id, reason="I know her")

    async def listed(**wanted: Any) -> list[str]:
        shown = await client.get("/conversations", params=wanted, headers=READ)
        assert shown.status_code == 200, shown.text
        return [one["id"] for one in shown.json()["conversations"]]

    everything = [str(one.conversation.id) for one in (hers, mail, sms)]
    assert await listed() == everything
    assert await listed(status="escalated") == everything[:1]
    assert await listed(channel="email") == [str(mail.conversation.id)]
    assert await listed(channel="mail") == [str(mail.conversation.id)]
    assert await listed(customer_id=str(dana.id)) == everything[1:]
    assert await listed(assigned_agent_id=str(STAFF.id)) == everything[:1]
    assert await listed(limit=2) == everything[:2]
    assert await listed(limit=2, before=everything[1]) == everything[2:]
    for wrong in ({"limit": 0}, {"status": "lost"}, {"channel": "fax"}, {"color": "red"}):
        assert (await client.get("/conversations", params=wrong, headers=READ)).status_code == 422
