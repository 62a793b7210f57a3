"""The staff's socket: who may listen, what is heard, and that it ends with the session."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import httpx2
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from hibachi.channels.live import socket as live
from hibachi.identity import service as identity
from hibachi.kit.clock import SettableClock
from hibachi.runtime import build
from tests.concierge.world import settings
from tests.served import ADMIN, admin_token, aside, served, tokens
from tests.web import PASSWORD

PATIENCE = 20.0


@pytest.fixture(scope="module")
def now() -> SettableClock:
    return SettableClock(datetime.fromisoformat("2026-03-04T10:00:00-08:00"))


@pytest.fixture(scope="module")
def url(shared_database_url: str, now: SettableClock) -> Iterator[str]:
    """The product over TCP, with a chef beside its admin."""
    with served(shared_database_url, now) as address:
        aside(_hire, shared_database_url, now)
        yield address


async def _hire(database_url: str, clock: SettableClock) -> None:
    runtime = build(settings(), database_url, clock=clock)
    async with runtime.db.transaction() as tx:
        for role in ("chef", "agent"):
            address = f"{role}@example.com"
            await identity.create_user(tx, email=address, name=role, password=PASSWORD, roles=[role])
    await runtime.close()


@contextmanager
def listening(url: str, token: str | None = None, **options: Any) -> Iterator[ClientConnection]:
    with connect(f"{url.replace('http', 'ws')}/api/v1/admin/live", **options) as socket:
        if token is not None:
            socket.send(json.dumps({"type": "hello", "token": token}))
        yield socket


def heard(socket: ClientConnection) -> dict[str, Any]:
    frame: dict[str, Any] = json.loads(socket.recv(timeout=PATIENCE))
    return frame


def closed_with(socket: ClientConnection) -> int | None:
    try:
        while True:
            socket.recv(timeout=PATIENCE)
    except ConnectionClosed as end:
        return end.rcvd.code if end.rcvd else None


def say(url: str, text: str) -> str:
    body = {"channel": "web_chat", "customer": {}, "text": text}
    answer = httpx2.post(f"{url}/api/v1/chat/messages", json=body, timeout=30).raise_for_status()
    return str(answer.json()["conversation_id"])


def test_staff_hear_which_thread_changed_and_never_its_words(url: str) -> None:
    with listening(url, admin_token(url)) as socket:
        assert heard(socket) == {"type": "ready"}
        thread = say(url, "how much for 20 adults in 95112?")
        told = heard(socket)
        assert told["type"] == "changed" and told["conversations"] == [thread]
        assert "message" in told["nouns"]
        assert set(told) == {"type", "nouns", "conversations"}
        while "conversation" not in told["nouns"]:
            _take_over(url, thread)
            told = heard(socket)
        assert told["conversations"] == [thread]


def _take_over(url: str, thread: str) -> None:
    staff = {"Authorization": f"Bearer {admin_token(url)}"}
    path = f"{url}/api/v1/admin/conversations/{thread}/take-over"
    httpx2.post(path, headers=staff, json={"reason": "mine"}).raise_for_status()


def test_who_may_not_read_conversations_hears_nothing(url: str) -> None:
    with listening(url, tokens(url, "chef@example.com")["access_token"]) as socket:
        assert heard(socket)["code"] == "forbidden"
        assert closed_with(socket) == live.POLICY


@pytest.mark.parametrize(
    "first", ['{"type":"hello","token":"forged"}', "nonsense", '{"type":"spy"}', "[]", '{"type":"hello"}']
)
def test_a_forged_or_unreadable_hello_is_the_end(url: str, first: str) -> None:
    with listening(url) as socket:
        socket.send(first)
        assert closed_with(socket) == live.POLICY


def test_too_much_at_once_is_the_end(url: str) -> None:
    with listening(url) as socket:
        socket.send("x" * 10_000)
        assert closed_with(socket) == live.TOO_BIG


def test_who_does_not_say_who_they_are_is_shown_out(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HELLO_WITHIN", 0.2)
    with listening(url) as socket:
        assert heard(socket)["code"] == "unauthenticated"
        assert closed_with(socket) == live.POLICY


def test_it_ends_with_the_session(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "HELLO_WITHIN", 0.2)
    monkeypatch.setattr(live, "PROVE_EVERY", 0.2)
    given = tokens(url, "agent@example.com")
    with listening(url, given["access_token"]) as socket:
        assert heard(socket) == {"type": "ready"}
        httpx2.post(f"{url}/api/v1/auth/logout", json={"refresh_token": given["refresh_token"]}).raise_for_status()
        assert heard(socket)["code"] == "token_invalid"
        assert closed_with(socket) == live.POLICY


def test_a_page_of_another_origin_gets_no_socket(url: str) -> None:
    with pytest.raises(InvalidStatus), listening(url, origin="https://evil.example"):
        pass


def test_a_ping_is_answered_and_a_second_hello_takes_the_new_token(url: str) -> None:
    with listening(url, admin_token(url)) as socket:
        assert heard(socket) == {"type": "ready"}
        socket.send('{"type":"ping"}')
        assert heard(socket) == {"type": "pong"}
        socket.send(json.dumps({"type": "hello", "token": tokens(url, ADMIN)["access_token"]}))
        assert heard(socket) == {"type": "ready"}
