"""Who is forgotten leaves no trace: no table, no column and no log line holds a string of theirs; the amounts stay."""

import json
import logging
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from hibachi.bookings import service as bookings
from hibachi.bookings.proof.service import Proof
from hibachi.bookings.schemas import BookingFilter
from hibachi.customers import service as customers
from hibachi.customers.schemas import CustomerChange
from hibachi.kit import persons
from hibachi.kit.errors import HibachiError
from hibachi.memory import service as memory
from hibachi.memory.schemas import ForgetOrder
from tests.concierge.world import World, world_on
from tests.parties import OLGA

PHONE, EMAIL = "+15105550731", "zeb.quartermain@example.com"
OTHER = "+15105550799"
STRINGS = (
    "zebulon", "quartermain", "zeb.quartermain", "510-555-0731", "5105550731", "(510) 555-0731", "xylophone",
    "peppermint", "sassafras",
)  # fmt: skip
"""Name, addresses, street, and words that they used alone."""
PARTY = {"date": "2026-02-14", "time": "18:00", "adults": 12, "zip": "95112", "status": "completed",
         "name": "Zebulon Quartermain", "phone": PHONE, "email": EMAIL}  # fmt: skip


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with world_on(database_url) as begun:
        yield begun


async def do(world: World, verb: Any, **arguments: Any) -> Any:
    async with world.app.state.sandbox.runtime.db.transaction(OLGA) as tx:
        return await verb(tx, **arguments)


async def run(world: World, statement: str, **values: Any) -> list[Any]:
    async with world.app.state.sandbox.runtime.db.transaction() as tx:
        result = await tx.session.execute(text(statement), values)
        return list(result.all()) if result.returns_rows else []


async def everywhere(world: World) -> set[str]:
    """Every table of the database that holds one of the strings in any column, whatever its type."""
    tables = await run(world, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
    found = set()
    for (table,) in tables:
        rows = await run(world, f"SELECT coalesce(string_agg(lower(x::text), chr(10)), '') FROM \"{table}\" x")
        if any(string in rows[0][0] for string in STRINGS):
            found.add(str(table))
    raw = await run(world, "SELECT coalesce(string_agg(lower(encode(raw, 'escape')), ''), '') FROM mails")
    return found | ({"mails.raw"} if any(string in raw[0][0] for string in STRINGS) else set())


async def lived(world: World) -> UUID:
    """Somebody had a party and paid, wrote on two channels, was refused, handed over, corrected, and left raw payloads."""
    await world.reset(bookings=[PARTY])
    who = {"name": "Zebulon Quartermain", "email": EMAIL}
    await world.say("Hi, this is Zebulon Quartermain. I avoid peanuts, sassafras too.", phone=PHONE, customer=who)
    await world.say("Our anniversary is on May 9, call me at (510) 555-0731 or zeb.quartermain@example.com")
    await world.say("12 adults on June 6 at 6pm at 77 Xylophone Alley, San Jose 95112. Peppermint tea please")
    await world.say("I want to talk to a person about the peppermint, this is Zebulon")
    [customer] = await run(world, "SELECT DISTINCT customer_id FROM bookings WHERE status = 'completed'")
    [booking] = (
        await do(world, bookings.page, wanted=BookingFilter(customer_id=customer[0], status="completed"))
    ).bookings
    await do(world, memory.update_from_booking, booking=booking)
    await do(
        world, bookings.record_payment, booking_id=booking.id, amount=660_00, method="zelle", kind="balance",
        note="from Zebulon Quartermain",
    )  # fmt: skip
    change = CustomerChange(name="Zebulon J Quartermain", reason="Zebulon said so")
    await do(world, customers.change, customer_id=customer[0], wanted=change)
    payload = '{"From": "+15105550731", "Body": "peppermint for Zebulon Quartermain"}'
    await run(
        world,
        "INSERT INTO webhook_events (id, provider, event_id, kind, payload, received_at, handled_at, outcome) "
        "VALUES (:id, 'twilio', 'e1', 'message', CAST(:payload AS jsonb), now(), now(), 'done')",
        id=uuid4(), payload=payload,
    )  # fmt: skip
    await run(world, "INSERT INTO mailboxes (name) VALUES ('inbox')")
    await run(
        world,
        "INSERT INTO mails (id, mailbox, uid_validity, uid, size, raw, arrived_at, outcome, sender) "
        "VALUES (:id, 'inbox', 1, 1, 9, :raw, now(), :outcome, :sender)",
        id=uuid4(), raw=b"From: zeb.quartermain@example.com\n\npeppermint", sender=EMAIL, outcome="message",
    )  # fmt: skip
    await run(
        world,
        "INSERT INTO idempotency_keys (caller, key, fingerprint, status, body, at) "
        "VALUES ('web', 'k', 'f', 200, CAST(:body AS jsonb), now())",
        body='{"name": "Zebulon Quartermain"}',
    )  # fmt: skip
    await run(
        world,
        "UPDATE bookings SET status = 'cancelled', hold_expires_at = NULL, cancelled_reason = 'released' "
        "WHERE status = 'held'",
    )
    await world.app.state.sandbox.settle()
    return UUID(str(customer[0]))


OWNER_OF = {
    "customers": "id",
    "customer_identities": "customer_id",
    "conversations": "user_id",
    "memories": "customer_id",
}


async def of_others(world: World, who: UUID) -> dict[str, list[Any]]:
    """Every row of everybody else, and their words."""
    found = {
        table: await run(world, f"SELECT * FROM {table} WHERE {column} <> :who ORDER BY id", who=who)
        for table, column in OWNER_OF.items()
    }
    words = "SELECT m.* FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE c.user_id <> :who ORDER BY m.id"
    return found | {"messages": await run(world, words, who=who)}


async def money(world: World) -> list[Any]:
    """The amounts that the law wants kept."""
    owed = await run(world, "SELECT id, total, paid, refunded, owed FROM receivables ORDER BY id")
    return [*owed, *await run(world, "SELECT id, amount, method, at FROM ledger ORDER BY id")]


async def test_no_table_and_no_log_holds_a_string_of_who_was_forgotten(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    who = await lived(world)
    world.conversation_id = None
    await world.say("Hi! I'm Maria Lopez, I'm allergic to eggs", phone=OTHER, customer={"name": "Maria Lopez"})
    before = await everywhere(world)
    assert {"customers", "customer_identities", "bookings", "messages", "audit_log", "ledger", "mails.raw"} <= before
    assert {"webhook_events", "receivables", "idempotency_keys", "escalations", "dialogues", "outbox"} <= before
    told = (await do(world, memory.export, customer_id=who)).model_dump(mode="json")["tables"]
    assert {"customers", "customer_identities", "bookings", "receivables", "ledger", "messages", "memories"} <= set(
        told
    )
    assert any("sassafras" in one["content"] for one in told["messages"])
    assert 660_00 in [one["amount"] for one in told["ledger"]]
    assert not any("token" in name for rows in told.values() for row in rows for name in row)
    kept, others = await money(world), await of_others(world, who)
    assert all(others.values()), "somebody else is there to be spared"
    with caplog.at_level(logging.DEBUG, logger="hibachi"):
        erased = await do(world, memory.forget, customer_id=who, order=ForgetOrder(why="they_asked", confirm=who))
    assert await everywhere(world) == set()
    assert [line for line in caplog.text.lower().splitlines() if any(string in line for string in STRINGS)] == []
    assert await money(world) == kept
    assert await of_others(world, who) == others
    assert erased.rows["messages"] > 0
    assert await run(world, "SELECT * FROM memories WHERE customer_id = :who", who=who) == []
    assert await run(world, "SELECT * FROM customer_memory WHERE customer_id = :who", who=who) == []
    assert await run(world, "SELECT * FROM outbox WHERE state = 'queued'") == []
    [audited] = await run(world, "SELECT actor_name FROM audit_log WHERE action = 'customer_forget'")
    assert audited.actor_name == "Olga Owner"
    [booking] = (await do(world, bookings.page, wanted=BookingFilter(customer_id=who, status="completed"))).bookings
    await do(world, memory.update_from_booking, booking=booking)
    assert await run(world, "SELECT * FROM memories WHERE customer_id = :who", who=who) == [], "and stays forgotten"
    await world.app.state.sandbox.settle()
    world.conversation_id = None
    await world.say("Hi, Zebulon again", phone=PHONE, customer={"name": "Zebulon Quartermain"})
    [newest] = await run(
        world, "SELECT id FROM customers WHERE name IS NOT NULL AND id <> :who AND phone = :p", who=who, p=PHONE
    )
    assert newest.id != who, "who comes back is somebody new"


async def test_what_the_proof_found_is_forgotten_with_its_person_also_a_name_of_one_word(world: World) -> None:
    await world.reset(bookings=[PARTY | {"name": "Zebulon"}])
    runtime = world.app.state.sandbox.runtime
    await world.app.state.sandbox.settle()
    await Proof(runtime.db, runtime.cards).prove()
    assert "proof_findings" in await everywhere(world)
    [(who,)] = await run(world, "SELECT customer_id FROM bookings")
    await do(world, memory.forget, customer_id=who, order=ForgetOrder(why="law", confirm=who))
    assert "proof_findings" not in await everywhere(world)
    await Proof(runtime.db, runtime.cards).prove()
    assert "proof_findings" not in await everywhere(world), "and the next night does not tell it again"
    assert await run(world, "SELECT code FROM proof_findings WHERE mended_at IS NULL"), "what is wrong stays a finding"


async def test_who_has_a_party_to_come_is_not_forgotten_by_mistake(world: World) -> None:
    await world.reset(bookings=[PARTY | {"date": "2026-05-09", "status": "confirmed"}])
    await world.say("Hi", phone=PHONE)
    [(who,)] = await run(world, "SELECT customer_id FROM bookings")
    for order, code in (
        (ForgetOrder(why="law", confirm=who), "forget_still_busy"),
        (ForgetOrder(why="law", confirm=uuid4()), "forget_not_confirmed"),
    ):
        with pytest.raises(HibachiError) as refused:
            await do(world, memory.forget, customer_id=who, order=order)
        assert refused.value.code == code
    assert "customers" in await everywhere(world)


QUINCY = PARTY | {"name": "Quincy Adamson", "phone": "+15105550741",
                  "email": "quincy@example.com", "of": "other"}  # fmt: skip
RHEA = PARTY | {"name": "Rhea Adamson", "phone": "+15105550742", "email": "rhea@example.com", "date": "2026-05-09",
                "status": "confirmed", "of": "other"}  # fmt: skip


async def test_what_others_share_with_the_forgotten_stays_theirs(world: World) -> None:
    await world.reset(bookings=[QUINCY, RHEA])
    await run(world, "UPDATE bookings SET location = '9 Trellis Lane' WHERE name = 'Rhea Adamson'")
    await run(world, "UPDATE bookings SET location = '9 Trellis Lane' WHERE name = 'Quincy Adamson'")
    await world.say("We'd have it in the backyard, is that fine?", phone=OTHER)
    [(who,)] = await run(world, "SELECT customer_id FROM bookings WHERE name = 'Quincy Adamson'")
    [(thread,)] = await run(world, "SELECT id FROM conversations ORDER BY id DESC LIMIT 1")
    own = await run(
        world,
        "INSERT INTO conversation_bookings (conversation_id, booking_id, deed, at) "
        "SELECT :thread, id, 'booked', now() FROM bookings WHERE name = 'Quincy Adamson' RETURNING id",
        thread=thread,
    )
    event = json.dumps({"name": "Somebody Else", "adults": own[0][0]})
    await run(
        world,
        "INSERT INTO events (id, name, payload, at) VALUES (:id, 'BookingRefused', CAST(:payload AS jsonb), now())",
        id=uuid4(), payload=event,
    )  # fmt: skip
    await run(
        world,
        "INSERT INTO audit_log (id, at, actor_kind, actor_name, action, resource, resource_id, changes) "
        "VALUES (:id, now(), 'staff', 'Quincy Adamson', 'chef_update', 'chef', 'c', '{}')",
        id=uuid4(),
    )  # fmt: skip
    await run(
        world,
        "INSERT INTO idempotency_keys (caller, key, fingerprint, status, body, at) "
        "VALUES ('web', 'k', 'f', 200, CAST(:body AS jsonb), now())",
        body='{"text": "Thanks!\\nQuincy Adamson\\nbye", "number": "call:\\n5105550741"}',
    )  # fmt: skip
    await do(world, memory.forget, customer_id=who, order=ForgetOrder(why="they_asked", confirm=who))
    assert await run(world, "SELECT location FROM bookings WHERE name = 'Rhea Adamson'") == [("9 Trellis Lane",)]
    [(said,)] = await run(world, "SELECT content FROM messages WHERE content LIKE '%backyard%'")
    assert "backyard" in said, "a word that everybody has is nobody's trace"
    [(payload,)] = await run(
        world, "SELECT payload FROM events WHERE payload ->> 'name' IS NOT NULL AND name = 'BookingRefused'"
    )
    assert payload["name"] == "Somebody Else", "a counted number is no id of a person"
    assert await run(world, "SELECT actor_name FROM audit_log WHERE action = 'chef_update'") == [("Quincy Adamson",)]
    [(body,)] = await run(world, "SELECT body::text FROM idempotency_keys")
    assert "Quincy" not in body and "5105550741" not in body, "a line's end hides nobody"


FACTS = {
    "ledger": "amount = amount + 1",
    "audit_log": "action = 'nothing'",
    "consents": "granted = NOT granted",
    "invoices": "total = total + 1",
}


async def test_where_words_are_erased_no_fact_can_change(world: World) -> None:
    who = await lived(world)
    await run(
        world,
        "INSERT INTO consents (id, customer_id, channel, purpose, granted, basis, words, at) "
        "VALUES (:id, :who, 'sms', 'all', true, 'staff', 'yes', now())",
        id=uuid4(), who=who,
    )  # fmt: skip
    booking = "SELECT id FROM receivables LIMIT 1"
    lines = """'[{"amount": 5}]'"""
    await run(
        world,
        "INSERT INTO invoices (id, year, sequence, kind, receivable_id, seller, buyer, about, lines, terms, total, paid, "
        "currency, actor_kind, actor_name, issued_at) VALUES (:id, 2026, (SELECT coalesce(max(sequence), 0) + 1 FROM "
        f"invoices WHERE year = 2026), 'invoice', ({booking}), '[]', '[]', '[]', {lines}, 't', 5, 0, 'usd', 'staff', "
        "'Olga', now())",
        id=uuid4(),
    )
    for table, change in FACTS.items():
        with pytest.raises(ProgrammingError, match="keeps its facts"):
            async with world.app.state.sandbox.runtime.db.transaction(OLGA) as tx, persons.erasing(tx):
                await tx.session.execute(text(f"UPDATE {table} SET {change}"))
    with pytest.raises(ProgrammingError, match="audit_log refuses"):
        async with world.app.state.sandbox.runtime.db.transaction(OLGA) as tx:
            async with persons.erasing(tx):
                await tx.session.execute(text("UPDATE audit_log SET reason = NULL"))
            await tx.session.execute(text("UPDATE audit_log SET reason = NULL"))
