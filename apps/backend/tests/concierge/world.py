"""A sandbox world inside a test: the whole application over the test's database, spoken to over HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2

from hibachi.sandbox import create_sandbox
from hibachi.settings import Settings

NOW = "2026-03-04T10:00:00-08:00"
PHONE = "+15105550142"


def settings(**environment: Any) -> Settings:
    """Settings that read no file and nothing of this machine but what is given."""
    return Settings(_env_file=None, **{"AI_HEARING_SECONDS": 20, **environment})


@dataclass(slots=True)
class World:
    """A client of one world, and the conversation that it is in."""

    client: httpx2.AsyncClient
    app: Any
    conversation_id: str | None = None
    answers: list[dict[str, Any]] = field(default_factory=list)

    async def reset(self, now: str = NOW, **given: Any) -> None:
        """Begin anew."""
        self.conversation_id = None
        answer = await self.client.post("/api/v1/sandbox/reset", json={"now": now, "given": given})
        assert answer.status_code == 204, answer.text

    async def clock(self, now: str) -> None:
        """Move the clock."""
        answer = await self.client.post("/api/v1/sandbox/clock", json={"now": now})
        assert answer.status_code == 204, answer.text

    async def say(self, text: str, *, channel: str = "sms", phone: str | None = PHONE, **more: Any) -> dict[str, Any]:
        """One message of the customer; the whole answer."""
        customer = {"name": None, "phone": phone, "email": None, "handle": None, **more.pop("customer", {})}
        body = {"conversation_id": self.conversation_id, "channel": channel, "customer": customer, "text": text, **more}
        answer = await self.client.post("/api/v1/chat/messages", json=body)
        assert answer.status_code == 200, answer.text
        said: dict[str, Any] = answer.json()
        self.conversation_id = said["conversation_id"]
        self.answers.append(said)
        return said

    async def outcome(self) -> dict[str, Any]:
        """What the conversation led to."""
        answer = await self.client.get(f"/api/v1/sandbox/conversations/{self.conversation_id}/outcome")
        assert answer.status_code == 200, answer.text
        led_to: dict[str, Any] = answer.json()
        return led_to


@asynccontextmanager
async def world_on(database_url: str, **environment: Any) -> AsyncIterator[World]:
    """A world on a database, begun at NOW."""
    app = create_sandbox(database_url, settings(**environment))
    async with app.router.lifespan_context(app):
        transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url="http://sandbox", timeout=60) as client:
            world = World(client, app)
            await world.reset()
            yield world


def text_of(answer: dict[str, Any]) -> str:
    """The words of a reply; empty when nobody answered."""
    return str((answer["reply"] or {}).get("text", ""))
