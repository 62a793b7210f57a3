"""A returning customer talks with the built-in model: recognised by proof alone, asked and not told."""

from collections.abc import AsyncIterator
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from hibachi.customers import service as customers
from hibachi.customers.schemas import Contact
from hibachi.memory import service as memory
from hibachi.memory.rules.prompting import enhance_prompt_with_memory
from hibachi.memory.schemas import CustomerMemory, History, KnownDate, Location, PartyFacts, Preferences, Said
from tests.concierge.world import PHONE, World, text_of, world_on

BIRTHDAY = Said(
    kind="important_date",
    key="birthday:mia",
    value=KnownDate(type="birthday", date=date(2025, 3, 20), name="Mia").model_dump(mode="json"),
)


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with world_on(database_url) as begun:
        yield begun


async def remember(world: World, *more: Said, phone: str = PHONE, name: str = "Dana Ruiz") -> UUID:
    """Somebody whom a telephone proves had a party of fourteen in October, and said more of themselves."""
    runtime = world.app.state.sandbox.runtime
    party = PartyFacts(
        day=date(2025, 10, 11), at=time(18), adults=12, children=2, zip="95112", proteins={"chicken": 16, "steak": 12}
    )
    async with runtime.db.transaction() as tx:
        who = (await customers.resolve(tx, contact=Contact(channel="sms", phone=phone, name=name), proven=True)).id
        facts = Said(kind="party", key="", value=party.model_dump(mode="json"))
        await memory.keep(tx, customer_id=who, said=[facts], source="booking", source_id=uuid4(), told_at=tx.now)
        if more:
            await memory.keep(tx, customer_id=who, said=more, source="message", source_id=uuid4(), told_at=tx.now)
    return who


async def booked(world: World) -> None:
    """Whoever writes has a party in May that is paid for: nothing is left to ask."""
    party = {
        "date": "2026-05-09",
        "time": "18:00",
        "adults": 12,
        "zip": "95112",
        "status": "confirmed",
        "name": "Dana Ruiz",
    }
    await world.reset(bookings=[party])


async def rows(world: World, query: str) -> list[Any]:
    async with world.app.state.sandbox.runtime.db.transaction() as tx:
        return [dict(row._mapping) for row in await tx.session.execute(text(query))]


async def test_who_returns_is_welcomed_and_the_usual_number_is_a_question(world: World) -> None:
    await remember(world, BIRTHDAY)
    hello = text_of(await world.say("Hi!", channel="whatsapp"))
    assert "Welcome back, Dana!" in hello
    assert "October 11" in hello
    assert "chicken and steak" in hello
    assert "birthday on Friday, March 20" in hello, "a day within 30 days is mentioned"
    asked = text_of(await world.say("How much would a party be in 95112?", channel="whatsapp"))
    assert "12 adults and 2 children" in asked
    priced = text_of(await world.say("Yes please", channel="whatsapp"))
    assert "$720" in priced, "12 adults at 55 and 2 children at 30"


async def test_a_number_that_is_said_stands_above_the_usual_one(world: World) -> None:
    await remember(world)
    await world.say("Hi, how much would a party be in 95112?")
    priced = text_of(await world.say("No, this time 20 adults"))
    assert "$1,100" in priced


async def test_what_one_person_had_is_told_to_nobody_else(world: World) -> None:
    await remember(world, BIRTHDAY)
    other = await world.say("Hi! It's Dana Ruiz, 510-555-0142, how much is a party in 95112?", phone="+15105550777")
    for words in ("Welcome back", "October", "usual", "Mia", "12 adults", "steak"):
        assert words not in text_of(other)


async def test_a_birthday_is_asked_about_and_kept_once_the_customer_agrees(world: World) -> None:
    await booked(world)
    await world.say("Hi there")
    asked = text_of(await world.say("My daughter Mia's birthday is July 15 by the way"))
    assert "Mia" in asked
    assert "July 15" in asked
    assert "?" in asked
    [before] = await rows(world, "SELECT kind, confirmed_at FROM memories WHERE kind = 'important_date'")
    assert before["confirmed_at"] is None
    assert await rows(world, "SELECT * FROM customer_memory WHERE important_dates <> '[]'") == []
    kept = text_of(await world.say("Yes, please"))
    assert "July 15" in kept
    [row] = await rows(world, "SELECT important_dates FROM customer_memory")
    assert row["important_dates"] == [{"type": "birthday", "date": "2026-07-15", "name": "Mia", "basis": "said"}]


async def test_a_no_keeps_nothing(world: World) -> None:
    await booked(world)
    await world.say("Hi there, our anniversary is June 3")
    await world.say("no thanks")
    assert await rows(world, "SELECT * FROM memories WHERE confirmed_at IS NOT NULL") == []


async def test_what_somebody_says_of_themselves_is_remembered_with_its_message(world: World) -> None:
    await world.say("Hi! I'm allergic to peanuts. Please call me Dan, and I'd prefer email.")
    [row] = await rows(
        world, "SELECT preferred_name, dietary_restrictions, preferred_contact_method FROM customer_memory"
    )
    assert (row["preferred_name"], row["preferred_contact_method"]) == ("Dan", "email")
    assert "peanuts" in row["dietary_restrictions"]
    sources = await rows(world, "SELECT m.content FROM memories e JOIN messages m ON m.id = e.source_id")
    assert {one["content"] for one in sources} == {
        "Hi! I'm allergic to peanuts. Please call me Dan, and I'd prefer email."
    }


def test_the_prompt_of_any_model_says_who_returns() -> None:
    assert enhance_prompt_with_memory("You are.", None, today=date(2026, 3, 4)) == "You are."
    known = CustomerMemory(
        name="Dana",
        history=History(total_bookings=2, last_booking=date(2025, 10, 11), typical_party_size=14),
        preferences=Preferences(proteins=["chicken", "steak"], dietary=["peanuts"]),
        location=Location(usual=None, zip="95112"),
        important_dates=[KnownDate(type="birthday", date=date(2025, 3, 20), name="Mia")],
    )
    told = enhance_prompt_with_memory("You are.", known, today=date(2026, 3, 4))
    assert told.startswith("You are.\n\nRETURNING CUSTOMER DETECTED\n- Name: Dana\n- Bookings so far: 2\n")
    for words in ("October 11, 2025", "14 guests", "chicken, steak", "peanuts", "birthday of Mia on March 20"):
        assert words in told
    assert "coming up" not in enhance_prompt_with_memory("", known, today=date(2026, 2, 1)).lower()
