"""What the tests of conversations do over and over: somebody writes, the AI thinks, somebody reads the database."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text

from hibachi.conversations import service
from hibachi.conversations.schemas import (
    CheckedText,
    Escalation,
    Inbound,
    Making,
    Received,
    Sent,
    Withheld,
    seal,
)
from hibachi.customers import service as customers
from hibachi.customers.schemas import ChannelName, Contact, Customer
from hibachi.kit.auth import Actor
from hibachi.kit.db import Database, Tx

DANA = "+15105550142"
STAFF = Actor("staff", UUID("018f0000-0000-7000-8000-0000000000aa"), "Sam")
OTHER_STAFF = Actor("staff", UUID("018f0000-0000-7000-8000-0000000000bb"), "Ada")
MAKING = Making(model="built-in", agent="lead_nurturing", intent="pricing", confidence=0.8, tokens=120)
FACT = {"span": "$1,100", "fact": "calculate_party_quote:total"}


async def somebody(db: Database, phone: str = DANA, channel: ChannelName = "sms") -> Customer:
    """A person whose number is proven."""
    async with db.transaction() as tx:
        return await customers.resolve(tx, contact=Contact(channel=channel, phone=phone), proven=True)


def message(customer: Customer, text: str = "how much for 20?", **more: Any) -> Inbound:
    """A message of a customer; by SMS, unless it says otherwise."""
    return Inbound(**{"channel": "sms", "customer_id": customer.id, "text": text, **more})


async def write(db: Database, customer: Customer, text: str = "how much for 20?", **more: Any) -> Received:
    """A customer writes, in a transaction of its own."""
    async with db.transaction() as tx:
        return await service.receive(tx, inbound=message(customer, text, **more))


def checked(text: str = "20 adults are $1,100.", facts: Sequence[dict[str, Any]] = (FACT,)) -> CheckedText:
    """A text as the validator hands it over."""
    return CheckedText(text=text, facts=list(facts), proof=seal(text, list(facts)))


async def take(db: Database, conversation_id: UUID, owner: UUID | None = None, seconds: float = 60) -> UUID:
    """Take the turn; the owner that holds it."""
    holder = owner or uuid4()
    async with db.transaction() as tx:
        assert await service.take_turn(tx, conversation_id=conversation_id, owner=holder, seconds=seconds)
    return holder


async def send(
    tx: Tx,
    conversation_id: UUID,
    owner: UUID,
    answers: Sequence[UUID],
    *,
    text: str = "20 adults are $1,100.",
    making: Making = MAKING,
    and_escalate: Escalation | None = None,
) -> Sent | Withheld:
    """The AI's reply, on its way out."""
    return await service.send_reply(
        tx,
        conversation_id=conversation_id,
        owner=owner,
        checked=checked(text),
        answers=answers,
        making=making,
        and_escalate=and_escalate,
        discloses=True,
    )


async def answer(db: Database, conversation_id: UUID, text: str = "20 adults are $1,100.") -> Sent | Withheld:
    """One whole turn: take it, read what is unanswered, reply, give it back."""
    owner = await take(db, conversation_id)
    async with db.transaction() as tx:
        open_ones = [one.id for one in await service.unanswered(tx, conversation_id=conversation_id)]
    async with db.transaction() as tx:
        outcome = await send(tx, conversation_id, owner, open_ones, text=text)
    async with db.transaction() as tx:
        await service.end_turn(tx, conversation_id=conversation_id, owner=owner)
    return outcome


async def rows(db: Database, query: str, **values: Any) -> list[dict[str, Any]]:
    """What stands in the database, as another system reads it."""
    async with db.transaction() as tx:
        found = await tx.session.execute(text(query), values)
        return [dict(row) for row in found.mappings()]


async def ai_messages(db: Database, conversation_id: UUID) -> list[dict[str, Any]]:
    """Every reply of the AI in a conversation."""
    query = "SELECT * FROM messages WHERE conversation_id = :id AND role = 'assistant' AND staff_id IS NULL"
    return await rows(db, query, id=conversation_id)
