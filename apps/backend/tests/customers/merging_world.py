"""A small world for merges: people with addresses, threads, opt-outs, leads, holds and parties, and what stands of them."""

from dataclasses import dataclass
from datetime import time
from typing import Any
from uuid import UUID

from sqlalchemy import text

from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound
from hibachi.customers import service as customers
from hibachi.customers.schemas import Contact
from hibachi.growth import service as growth
from hibachi.growth.schemas import NewLead
from hibachi.kit.clock import SettableClock
from hibachi.runtime import Runtime, build
from tests.concierge.world import settings
from tests.parties import OLGA, SATURDAY, Shop, open_shop

TABLES = {
    "customers": ("id", "updated_at"),
    "customer_identities": ("customer_id", "updated_at"),
    "conversations": ("user_id", "updated_at"),
    "opt_outs": ("customer_id", "updated_at"),
    "consents": ("customer_id", ""),
    "leads": ("customer_id", ""),
    "bookings": ("customer_id", "updated_at,revision,chef_id"),
}
"""Table → its customer's column, and the columns that a merge and its undo may leave changed."""


@dataclass
class People:
    """The shop of a whole process, and its people."""

    runtime: Runtime
    shop: Shop
    ids: list[UUID]

    async def merge(self, kept: UUID, gone: UUID) -> UUID:
        """Staff say that two are one."""
        return (await self.shop.do(customers.merge, actor=OLGA, kept=kept, gone=gone, reason="they said so")).id

    async def undo(self, merge_id: UUID) -> Any:
        """Staff part them again."""
        return await self.shop.do(customers.undo, actor=OLGA, merge_id=merge_id, reason="a brother")

    async def stands(self, *ids: UUID) -> dict[str, list[Any]]:
        """Everything that belongs to these people, row by row."""
        found = {table: await self._rows(table, *how, ids) for table, how in TABLES.items()}
        threads = [row["id"] for row in found["conversations"]]
        for table in ("conversation_analytics", "messages"):
            query = f"SELECT to_jsonb(t) FROM {table} t WHERE conversation_id::text = ANY(:ids) ORDER BY 1"
            found[table] = [row[0] for row in await self.shop.rows(query, ids=threads)]
        return found

    async def _rows(self, table: str, whose: str, without: str, ids: tuple[UUID, ...]) -> list[Any]:
        query = f"SELECT to_jsonb(t) - CAST(:without AS text[]) FROM {table} t WHERE {whose} = ANY(:ids) ORDER BY id"
        return [row[0] for row in await self.shop.rows(query, ids=list(ids), without=without.split(","))]


async def world_of(database_url: str, clock: SettableClock) -> People:
    """An empty shop with eight chefs, composed as the process composes it."""
    runtime = build(settings(), database_url, clock=clock)
    return People(runtime, await open_shop(runtime.db, clock, chefs=8), [])


async def populate(people: People, number: int) -> None:
    """So many people, each with other things; the first ones have most in common."""
    shop = people.shop
    for n in range(number):
        who = await shop.customer(name=f"Dana {n}" if n % 2 else None)
        people.ids.append(who)
        await shop.do(customers.note_contact, customer_id=who, phone="+15105559900", email=f"d{n // 2}@example.com")
        for channel in ("sms", "web_chat")[: 1 + n % 2]:
            said = Inbound(channel=channel, customer_id=who, text=f"hello from {n}")
            received = await shop.do(conversations.receive, inbound=said)
        if n == 1:
            await shop.do(conversations.escalate, conversation_id=received.conversation.id, reason="x", summary="y")
        if n % 3 != 2:
            await shop.do(conversations.opt_out, customer_id=who, channel="email", words=f"stop {n}")
        if n % 2 == 0:
            wanted = {"adults": 10 + n}
            await shop.do(growth.create_lead, actor=OLGA, new=NewLead(customer_id=who, notes=f"n{n}", wanted=wanted))
        await shop.held(who, at=(time(12), time(15), time(18))[n % 3])
        if n in (0, 3):
            await shop.confirmed(await _claimed_twin(people, n), day=SATURDAY.replace(day=21))
        shop.later(minutes=1)


async def _claimed_twin(people: People, n: int) -> UUID:
    contact = Contact(channel="web_chat", name=f"Dana {n}", email="d0@example.com")
    made = await people.shop.do(customers.resolve, contact=contact, proven=False)
    people.ids.append(made.id)
    return made.id


async def deadlocks(people: People) -> int:
    """How many the database counted."""
    async with people.runtime.db.transaction() as tx:
        counted = text("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int((await tx.session.execute(counted)).scalar_one())
