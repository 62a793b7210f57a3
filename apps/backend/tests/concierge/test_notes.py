"""The notes about conversations: one for each state, of what the database holds, whoever words them."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from hibachi.bookings import service as bookings
from hibachi.concierge.crm import service
from hibachi.concierge.crm.errors import UnknownNote
from hibachi.concierge.crm.schemas import NoteEdit
from hibachi.concierge.crm.service import CrmWriter
from hibachi.conversations import service as conversations
from hibachi.growth import service as growth
from hibachi.memory import service as memory
from hibachi.memory.schemas import ForgetOrder
from hibachi.quotes import service as quotes
from tests.concierge.world import World, world_on
from tests.parties import OLGA
from tests.simulators.model_server import Answer, Call, Fail, Request, model_server

pytestmark = pytest.mark.anyio
LATER = "2026-03-04T11:00:00-08:00"
STILL_LATER = "2026-03-04T12:00:00-08:00"
ANA = {"name": "Ana Diaz"}
PRICE = "how much for 12 adults and 3 kids (6, 7, 9) on march 20 at 6pm in 94539?"


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with world_on(database_url) as begun:
        yield begun


async def talk(world: World, *lines: str, **more: Any) -> None:
    for line in lines:
        await world.say(line, customer=ANA, **more)


async def do(world: World, verb: Any, **arguments: Any) -> Any:
    async with world.app.state.sandbox.runtime.db.transaction(OLGA) as tx:
        return await verb(tx, **arguments)


async def rows(world: World, query: str) -> list[dict[str, Any]]:
    async with world.app.state.sandbox.runtime.db.transaction() as tx:
        return [dict(row) for row in (await tx.session.execute(text(query))).mappings()]


async def notes(world: World) -> list[dict[str, Any]]:
    return await rows(world, "SELECT * FROM crm_notes ORDER BY created_at, version")


async def leads(world: World) -> list[tuple[str, str]]:
    return [(one["status"], one["source"]) for one in await rows(world, "SELECT * FROM leads ORDER BY id")]


async def test_a_price_that_rests_is_noted_once_with_the_quotes_own_amounts(world: World) -> None:
    await talk(world, PRICE)
    await world.clock("2026-03-04T10:29:00-08:00")
    assert await notes(world) == [], "the owner lets half an hour pass"
    await world.clock(LATER)
    [note] = await notes(world)
    [stored] = await rows(world, "SELECT quote_id FROM dialogues")
    assert (await do(world, quotes.get, quote_id=stored["quote_id"])).total == 750_00
    assert "12 adults and 3 children" in note["summary"] and "Friday, March 20, 2026 at 6 PM" in note["summary"]
    assert "the total for 12 adults and 3 children is $750; the deposit is $100" in note["summary"]
    assert "Decided: nothing is booked" in note["summary"]
    traced = {fact["words"]: fact["fact_id"] for fact in note["facts"]}
    assert {"$750", "$100"} <= set(traced) and all(fact for fact in traced.values())
    assert (note["occasion"], note["standing"], note["next_step"]) == (
        "quiet",
        "quoted",
        "Ask whether they would like the date.",
    )
    assert await leads(world) == [("qualified", "quote")]
    [lead] = await rows(world, "SELECT * FROM leads")
    assert note["next_by"] == lead["follow_up_at"]
    await world.clock(STILL_LATER)
    assert len(await notes(world)) == 1, "nothing happened since"
    await world.clock("2026-03-06T12:00:00-08:00")
    assert await leads(world) == [("qualified", "quote")], "its price makes no second lead when it goes unanswered"
    [lead] = await rows(world, "SELECT * FROM leads")
    assert lead["attempts"] == 1


async def test_a_conversation_that_goes_on_has_a_new_version(world: World) -> None:
    await talk(world, PRICE)
    await world.clock(LATER)
    await talk(world, "we went with someone else, sorry")
    await world.clock(STILL_LATER)
    first, second = await notes(world)
    assert (first["version"], second["version"], second["standing"]) == (1, 2, "lost")
    assert second["next_step"].startswith("Leave them be") and second["next_by"] is None
    assert await leads(world) == [("lost", "quote")]
    conversation_id = UUID(str(world.conversation_id))
    shown = await do(world, service.of_conversation, conversation_id=conversation_id)
    assert [one.version for one in shown] == [2, 1]


async def test_a_party_is_noted_at_once_and_again_when_it_is_paid_and_called_off(world: World) -> None:
    await talk(world, "book april 18 at 6pm, 12 adults, 94539, I'm Ana Diaz", "yes")
    [note] = await notes(world)
    assert (note["occasion"], note["standing"]) == ("booked", "won")
    assert "Saturday, April 18, 2026 at 6 PM is booked for 12 adults; the total is $660" in note["summary"]
    assert "the deposit of $100 is not paid yet" in note["summary"]
    [party] = await rows(world, "SELECT * FROM bookings")
    assert note["next_by"] == party["hold_expires_at"]
    await do(world, bookings.record_deposit, booking_id=party["id"], amount=100_00, method="zelle")
    await world.clock(LATER)
    paid = (await notes(world))[-1]
    assert "is confirmed for 12 adults; the total is $660, the balance is $560" in paid["summary"]
    await do(world, bookings.cancel, booking_id=party["id"], reason="changed plans")
    await world.clock(STILL_LATER)
    over = (await notes(world))[-1]
    assert "is cancelled" in over["summary"] and over["standing"] is None
    assert await leads(world) == [], "who had a party and called it off is no new wish"


async def test_who_asks_for_a_person_is_noted_at_once_and_no_lead(world: World) -> None:
    await talk(world, "I want to speak to a manager now")
    [note] = await notes(world)
    assert (note["occasion"], note["standing"]) == ("handed_over", None)
    assert "a person has to answer" in note["summary"] and note["next_step"].startswith("Answer them")
    assert await leads(world) == []


async def test_only_questions_make_a_note_and_no_lead(world: World) -> None:
    await talk(world, "do you cook outside?", "thanks")
    await world.clock(LATER)
    [note] = await notes(world)
    assert "no party" in note["summary"] and note["next_step"] == "Nothing to do."
    assert await leads(world) == []


async def test_two_workers_write_one_note(world: World) -> None:
    await talk(world, PRICE)
    runtime = world.app.state.sandbox.runtime
    writer = CrmWriter(runtime.settings, runtime.db, runtime.models)
    conversation_id = UUID(str(world.conversation_id))
    await asyncio.gather(*(writer.write(conversation_id) for _ in range(4)))
    assert [one["version"] for one in await notes(world)] == [1]
    assert len(await leads(world)) == 1
    [lead] = await rows(world, "SELECT * FROM leads")
    assert lead["attempts"] == 1


async def test_a_lead_that_staff_gave_up_is_not_made_again_by_its_conversation(world: World) -> None:
    await talk(world, "we're thinking of a party on june 6 for 20 adults")
    await world.clock(LATER)
    [lead] = await rows(world, "SELECT * FROM leads")
    await do(world, growth.mark_lost, lead_id=lead["id"], reason="moved away")
    await do(
        world, conversations.close, conversation_id=UUID(str(world.conversation_id)), successful=False, reason="done"
    )
    await world.clock(STILL_LATER)
    assert [one["occasion"] for one in await notes(world)] == ["quiet", "closed"]
    assert [status for status, _ in await leads(world)] == ["lost"]


async def test_staff_say_it_better_and_the_machine_leaves_that_alone(world: World) -> None:
    await talk(world, PRICE)
    await world.clock(LATER)
    [note] = await notes(world)
    better = NoteEdit(summary="They want Friday badly.", next_step="Call before noon.", reason="spoke to them")
    shown = await do(world, service.edit, note_id=note["id"], change=better)
    assert (shown.summary, shown.next_step, shown.edited_by) == (better.summary, better.next_step, OLGA.id)
    assert shown.written_summary == note["summary"]
    await world.clock(STILL_LATER)
    [kept] = await do(
        world, service.of_customer, customer_id=(await rows(world, "SELECT user_id FROM conversations"))[0]["user_id"]
    )
    assert kept.summary == better.summary
    [entry] = await rows(world, "SELECT * FROM audit_log WHERE action = 'crm_note_edit'")
    assert (entry["actor_name"], entry["reason"]) == ("Olga Owner", "spoke to them")
    with pytest.raises(UnknownNote):
        await do(world, service.edit, note_id=UUID(int=7), change=better)


async def test_who_is_forgotten_has_no_note_and_their_export_has_it(world: World) -> None:
    await talk(world, PRICE)
    await world.clock(LATER)
    [thread] = await rows(world, "SELECT user_id FROM conversations")
    told = (await do(world, memory.export, customer_id=thread["user_id"])).model_dump(mode="json")["tables"]
    assert "Ana Diaz" in told["crm_notes"][0]["summary"]
    order = ForgetOrder(why="they_asked", confirm=thread["user_id"])
    await do(world, memory.forget, customer_id=thread["user_id"], order=order)
    await world.clock(STILL_LATER)
    assert await notes(world) == []


TRUE = {
    "summary": "The customer asked for 12 adults and 3 children on Friday, March 20, 2026. We told $750 in all.",
    "next_step": "Ask whether the $100 deposit suits them.",
}
FALSE = {**TRUE, "summary": "The customer asked for 12 adults on Friday, March 20, 2026. We told $612 in all."}
BOOKED = {**TRUE, "summary": "The party on March 20, 2026 is booked and the deposit is paid."}
OTHER_DAY = {**TRUE, "summary": "The customer asked for 12 adults and 3 children on March 27, 2026."}


def note_of(given: dict[str, str] | None) -> Any:
    """A provider whose notes are these; a customer's turn it leaves to the built-in model."""

    def behave(request: Request) -> Answer:
        tools = {tool["function"]["name"] for tool in request.get("tools", [])}
        return Call("note", given) if "note" in tools and given else Fail(500)

    return behave


@pytest.mark.parametrize(
    ("given", "model", "says"),
    [
        pytest.param(TRUE, "gpt-4.1-mini", "We told $750 in all", id="true"),
        pytest.param(FALSE, "builtin", "is $750", id="another amount"),
        pytest.param(BOOKED, "builtin", "nothing is booked", id="a deed that never was"),
        pytest.param(OTHER_DAY, "builtin", "March 20", id="another day"),
        pytest.param(None, "builtin", "is $750", id="the provider fails"),
    ],
)
async def test_a_models_words_pass_the_same_gate(
    database_url: str, given: dict[str, str] | None, model: str, says: str
) -> None:
    with model_server(note_of(given)) as server:
        provider = {"OPENAI_API_KEY": "test-key", "OPENAI_BASE_URL": server.url, "AI_MODEL": "gpt-4.1-mini"}
        async with world_on(database_url, **provider) as world:
            await talk(world, PRICE + " I'm Ana Diaz, ana.diaz@example.com")
            await world.clock(LATER)
            [note] = await notes(world)
    assert (note["model"], says in note["summary"]) == (model, True), note
    assert (note["refused"] is None) is (model != "builtin")
    asked = [one for one in server.requests if any(tool["function"]["name"] == "note" for tool in one.get("tools", []))]
    assert asked and not any(word in str(asked) for word in ("Diaz", "ana.diaz", "0142"))
