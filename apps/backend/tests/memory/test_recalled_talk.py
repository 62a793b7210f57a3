"""A customer asks what they said or had before: told from the record, in their own words; never another's, never an amount."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from hibachi.concierge import recalled
from hibachi.concierge.facts import Evidence, Fact
from hibachi.concierge.understanding import recalling
from hibachi.concierge.validator import check
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound
from hibachi.kit.clock import SettableClock
from tests.concierge.bench import bench_on
from tests.concierge.validator.corpus import profile
from tests.concierge.world import World, text_of, world_on
from tests.memory.test_talking import remember
from tests.simulators.model_server import Answer, Request, Say, model_server

ASKED = [
    "what did I say about the peanut allergy?",
    "What have we told you about our dog",
    "did I ever mention anything about the gate?",
    "do you remember where we live",
    "Do you still remember my son's allergy?",
    "remind me what I said",
    "what do you know about our yard?",
    "what did we have last time?",
    "how many were we last time",
    "At our last party how many were we",
    "where was our last party?",
]
NOT_ASKED = [
    "what date did I say?",
    "What did I say about the date?",
    "do you remember my ZIP?",
    "did I mention that my son is allergic to nuts?",
    "what did you say about the deposit?",
    "same as last time please",
    "last time the rice was salty",
    "what do you have last minute?",
    "tell me about the menu",
]


@pytest.mark.parametrize("text", ASKED)
def test_who_asks_for_earlier_words_is_understood_and_nothing_else_is_read_in_it(text: str) -> None:
    assert recalling.parted(f"Hi! {text}")[0] != ()
    assert recalling.parted(f"Hi! {text}")[1].strip() == "Hi!"


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_only_sounds_like_it_is_read_as_ever(text: str) -> None:
    assert recalling.parted(text) == ((), text)


def test_another_question_beside_it_keeps_its_clause() -> None:
    asked, rest = recalling.parted("What did I tell you about the gate? And how much is it for 12 adults?")
    assert asked == ("What did I tell you about the gate?",)
    assert rest.strip() == "And how much is it for 12 adults?"


def test_amounts_numbers_and_addresses_are_left_out_of_what_is_repeated() -> None:
    said = "We paid $450, call me at (510) 555-0142 or ana@example.com, the gate sticks"
    told = recalled.quotable(said)
    assert "gate sticks" in told
    assert [one for one in ("450", "555", "ana@") if one in told] == []
    assert len(recalled.quotable("our dog " * 200)) <= recalled.LONGEST + 4


def test_a_quotation_is_no_claim_of_ours_but_an_amount_in_it_is() -> None:
    said = "No dairy and no nuts, it is all safe for us, we are free on June 6 at 5pm"

    def verdict(reply: str, words: str = said) -> bool:
        told = Fact("f", recalled.TOOL, {}, {"known": True, "words": [{"said": words, "date": "2026-01-09"}]}, at="")
        return check(
            reply,
            facts=[told],
            said=["hello"],
            today=date(2026, 3, 4),
            zone="America/Los_Angeles",
            channel="sms",
            profile=profile(),
        ).ok

    assert verdict(f"On Friday, January 9 you wrote: \u201c{said}\u201d")
    assert not verdict("We are free on June 6 at 5pm"), "what was quoted is a fact of nothing"
    assert not verdict(f"On Friday, January 9 you wrote: \u201c{said} and it is $99\u201d")
    assert not verdict("You wrote: \u201cIt costs $99 for all\u201d", "It costs $99 for all")
    assert Evidence.of([], "UTC").quotes == []


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with world_on(database_url) as begun:
        yield begun


async def later(world: World, now: str) -> None:
    """The worker has done its work, weeks have gone by, and a new talk begins."""
    await world.app.state.sandbox.settle()
    await world.clock(now)
    world.conversation_id = None


async def test_what_was_said_weeks_ago_is_told_back_in_their_words_and_to_nobody_else(world: World) -> None:
    await world.say("Hi! Our side gate sticks, push hard at the bottom. My son breaks out in hives from cashews.")
    await later(world, "2026-05-20T10:00:00-07:00")
    gate = text_of(await world.say("What did I tell you about the gate?"))
    assert "March 4" in gate
    assert '"Our side gate sticks, push hard at the bottom."' in gate
    nuts = text_of(await world.say("what did I say about the nut allergy?"))
    assert "cashews" in nuts
    unknown = text_of(await world.say("what did I say about the mariachi band?"))
    assert "nothing noted" in unknown
    both = text_of(await world.say("What did I tell you about the gate? And how much is it for 12 adults in 95112?"))
    assert "gate sticks" in both
    assert "$660" in both
    world.conversation_id = None
    other = text_of(await world.say("What did I tell you about the gate?", phone="+15105550777"))
    assert "nothing noted" in other
    assert "sticks" not in other


async def test_whom_no_channel_proves_is_told_only_what_they_said_in_this_very_conversation(
    database_url: str, clock: SettableClock
) -> None:
    async with bench_on(database_url, clock) as bench:
        runtime, who = bench.runtime, bench.turn.customer_id
        async with runtime.db.transaction() as tx:
            inbound = Inbound(channel="whatsapp", customer_id=who, text="Our side gate sticks, push hard at the bottom")
            elsewhere = (await conversations.receive(tx, inbound=inbound)).message.id
        await runtime.recall.embed_message(runtime.db, message_id=elsewhere)
        bench.toolbox.recall = runtime.recall
        asked = {"question": "what did I tell you about the gate?"}
        [told] = (await bench.call("recall_words", asked))["words"]
        assert "gate sticks" in told["said"]
        bench.turn.contact = replace(bench.turn.contact, proven=False)
        bench.toolbox.made.clear()
        nothing = await bench.call("recall_words", {"question": "what did I tell you about that gate?"})
        assert nothing == {"known": False, "words": [], "last_party": None}


async def test_the_last_party_is_told_from_the_record_and_its_place_taken_where_it_is_the_same(world: World) -> None:
    nobody = text_of(await world.say("What did we have last time?", phone="+15105550778"))
    assert "nothing noted" in nobody
    world.conversation_id = None
    await remember(world)
    last = text_of(await world.say("Hi, what did we have last time?"))
    for told in ("October 11, 2025", "12 adults and 2 children", "95112", "chicken", "steak"):
        assert told in last
    world.conversation_id = None
    priced = text_of(await world.say("How much for 12 adults, same place as last time?"))
    assert "$660" in priced
    assert "ZIP" not in priced, "it is known"


async def test_a_matter_for_a_person_is_heard_also_where_it_asks_for_earlier_times(world: World) -> None:
    answer = await world.say("What did we have last time that made my kid throw up?")
    assert answer["escalation"] is not None


async def test_a_configured_model_is_shown_what_matters_of_earlier_talks_as_the_customers_words(
    database_url: str,
) -> None:
    seen: list[str] = []

    def listens(request: Request) -> Answer:
        seen.append(str(request["messages"]))
        return Say("Thank you, noted!")

    with model_server(listens) as server:
        async with world_on(database_url, OPENAI_BASE_URL=server.url) as world:
            await world.say("Our side gate sticks, push hard. We paid the gate man $75 and his number is 510-555-0188.")
            assert "EARLIER CONVERSATIONS" not in seen[0]
            await later(world, "2026-05-20T10:00:00-07:00")
            await world.say("How does the chef get through the gate?", channel="whatsapp")
            block = seen[-1].partition("EARLIER CONVERSATIONS")[2].partition("They are what the customer wrote")[0]
            assert "Wednesday, March 4, 2026" in block
            assert "gate sticks" in block
            assert "$75" not in block
            assert "0188" not in block
            world.conversation_id = None
            await world.say("How does the chef get through the gate?", phone="+15105550777")
            assert "EARLIER CONVERSATIONS" not in seen[-1]
