"""The shop with its carriers, its HTTP, and staff who signed in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx2

from hibachi.kit.clock import SettableClock
from hibachi.main import create_app
from tests.channels.scripted import ScriptedCarrier, Shop, shop_on
from tests.web import client_of, headers_of, member

QUESTION = "how much for 12 adults in 94539?"


@dataclass
class Office:
    """A shop, a client of its HTTP, and the headers of an administrator, an agent of the office, and a chef."""

    shop: Shop
    client: httpx2.AsyncClient
    admin: dict[str, str] = field(default_factory=dict)
    agent: dict[str, str] = field(default_factory=dict)
    chef: dict[str, str] = field(default_factory=dict)

    async def ask(self, words: str = QUESTION, **how: Any) -> UUID:
        """A customer writes and is answered, as far as a machine may; the conversation."""
        received = await self.shop.arrives(words, **how)
        await self.shop.work()
        return received.conversation.id

    async def rows(self, query: str, **values: Any) -> list[dict[str, Any]]:
        """What another system reads."""
        return await self.shop.rows(query, **values)

    async def one(self, query: str, **values: Any) -> dict[str, Any]:
        """The only row of a query."""
        [row] = await self.rows(query, **values)
        return row

    async def reply(self) -> dict[str, Any]:
        """The newest reply of the AI."""
        query = "SELECT * FROM messages WHERE role = 'assistant' AND staff_id IS NULL ORDER BY sequence DESC LIMIT 1"
        return await self.one(query)


@asynccontextmanager
async def office_on(
    database_url: str, clock: SettableClock, carrier: ScriptedCarrier | None = None, **environment: Any
) -> AsyncIterator[Office]:
    """An office on a database."""
    async with (
        shop_on(database_url, clock, carrier, **environment) as shop,
        client_of(create_app(shop.runtime)) as client,
    ):
        office = Office(shop, client)
        for role in ("admin", "agent", "chef"):
            await member(shop.db, role, email=f"{role}@staff.example.com")
            setattr(office, role, await headers_of(client, f"{role}@staff.example.com"))
        yield office
