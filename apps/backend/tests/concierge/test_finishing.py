"""The last touch: that a machine answers is said once, again after a lapse and after a human; long replies are shortened."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from hibachi.channels.fitting.segments import alphabet
from hibachi.concierge.finishing import _opened, opening
from hibachi.conversations import service as conversations
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile
from tests.concierge.world import World, text_of, world_on
from tests.conversations.acting import STAFF
from tests.simulators.model_server import Answer, Request, Say, model_server

SHIPPED = policies.read_profile(policies.DEFAULT_PATH)
TOLD = "I'm My Hibachi Chef's automated assistant."
RECORDED = "Calls may be recorded and transcribed."


@pytest.mark.parametrize(
    ("disclosed", "hours", "says"),
    [(False, None, True), (False, 1, True), (True, 1, False), (True, 23, False), (True, 24, True), (True, None, True)],
)
def test_when_it_is_said(disclosed: bool, hours: int | None, says: bool) -> None:
    silent_for = None if hours is None else timedelta(hours=hours)
    assert bool(opening(SHIPPED, disclosed=disclosed, silent_for=silent_for)) is says


@pytest.mark.parametrize(
    ("reply", "begins"),
    [
        ("$660 is the total.", f"Hi! {TOLD} $660"),
        ("Hi Ann! $660 is the total.", f"Hi Ann! {TOLD} $660"),
        ("Hello! 😊 $660 is the total.", f"Hello! 😊 {TOLD} $660"),
        ("Oh no, I'm sorry. I wish a quick recovery!", f"Hello. {TOLD} Oh no, I'm sorry. I wish a quick"),
        ("I'm so sorry for your loss.", f"Hello. {TOLD} I'm so sorry for your loss."),
        ("¡Hola! Gracias por escribirnos.", f"¡Hola! {TOLD} Gracias"),
        ("Hello Ann,\n\n$660 is the total.", f"Hello Ann,\n\n{TOLD} $660"),
    ],
)
def test_a_greeting_comes_first_and_sympathy_is_not_cut(reply: str, begins: str) -> None:
    assert _opened(reply, TOLD).startswith(begins)


def test_an_owners_own_greeting_is_not_doubled() -> None:
    assert _opened("$660 is the total.", "Hello! A machine writes here.").startswith("Hello! A machine")


async def take_over_and_back(world: World) -> None:
    """Staff speak and hand back."""
    async with world.app.state.db.transaction(STAFF) as tx:
        await conversations.take_over(tx, conversation_id=world.conversation_id, reason="I know her")  # type: ignore[arg-type] # a UUID as text
        await conversations.hand_back(tx, conversation_id=world.conversation_id)  # type: ignore[arg-type] # the same


@pytest.mark.parametrize("channel", ["sms", "web_chat", "instagram", "whatsapp", "phone"])
async def test_it_is_said_at_the_start_after_a_lapse_and_after_a_human(database_url: str, channel: str) -> None:
    async with world_on(database_url) as world:
        who: dict[str, Any] = {"channel": channel, "customer": {"handle": None}}
        assert text_of(await world.say("how much for 12 adults in 94539?", **who)).startswith(f"Hi! {TOLD}")
        assert TOLD not in text_of(await world.say("and for 14?", **who))
        await world.clock("2026-03-05T11:00:00-08:00")
        assert text_of(await world.say("and for 16?", **who)).startswith(f"Hi! {TOLD}")
        assert TOLD not in text_of(await world.say("and for 18?", **who))
        await take_over_and_back(world)
        begins = text_of(await world.say("and for 20?", **who))
        assert begins.startswith(f"Hi! {TOLD}")
        assert (RECORDED in begins) is (channel == "phone")


async def test_in_a_letter_it_stands_behind_the_greeting(database_url: str) -> None:
    async with world_on(database_url) as world:
        letter = text_of(
            await world.say("how much for 12 adults in 94539?", channel="email", customer={"email": "d@x.example"})
        )
        assert letter.startswith(f"Hello,\n\n{TOLD} ")
        assert letter.endswith("Warm regards,\nMy Hibachi Chef")


async def test_by_text_message_it_takes_room_that_the_reply_leaves(database_url: str) -> None:
    async with world_on(database_url) as world:
        for words in ("hi, what do you offer and what does it cost?", "how much for 12 adults and 3 kids in 94539?"):
            reply = text_of(await world.say(words))
            assert len(reply) <= 320
        assert alphabet(reply) == "gsm" or any(letter in reply for letter in "🎉🔥😊🙌✨🍤🥳")


RAMBLING = (
    "Great question! “Hibachi” is such fun – everybody loves it. It is a joy to watch and a joy to eat. "
    "We would love to make it a lovely evening for everybody. Good company makes it better still, as always. "
    "Tell me a little about the people and the place, and I will take it from there. "
    "I am happy to help with every question that comes up on the way. What date do you have in mind?"
)


async def test_a_model_that_rambles_by_text_message_is_cut_to_sentences_of_its_own(database_url: str) -> None:
    def rambles(request: Request) -> Answer:
        return Say(RAMBLING)

    with model_server(rambles) as server:
        async with world_on(database_url, OPENAI_BASE_URL=server.url) as world:
            reply = text_of(await world.say("tell me about it"))
            assert len(reply) <= 320
            assert reply.startswith(f"Hi! {TOLD}")
            assert reply.endswith("What date do you have in mind?")
            assert alphabet(reply) == "gsm"
            [row] = await _rows(world, "SELECT body, state FROM outbox")
            assert row == (reply, "delivered")


async def test_the_same_words_elsewhere_stay_whole(database_url: str) -> None:
    def rambles(request: Request) -> Answer:
        return Say(RAMBLING)

    with model_server(rambles) as server:
        async with world_on(database_url, OPENAI_BASE_URL=server.url) as world:
            assert text_of(await world.say("tell me about it", channel="web_chat")) == f"Hi! {TOLD} {RAMBLING}"


async def test_a_letter_of_another_model_gets_its_frame(database_url: str) -> None:
    def answers(request: Request) -> Answer:
        return Say("We would love to cook for you. What date do you have in mind?")

    with model_server(answers) as server:
        async with world_on(database_url, OPENAI_BASE_URL=server.url) as world:
            who = {"email": "d@x.example", "name": "Dana Ruiz"}
            letter = text_of(await world.say("hello", channel="email", customer=who))
            assert letter.startswith(f"Hello Dana,\n\n{TOLD} We would love to cook for you.")
            assert letter.endswith("\n\nWarm regards,\nMy Hibachi Chef")


async def _rows(world: World, query: str) -> list[tuple[Any, ...]]:
    async with world.app.state.db.transaction() as tx:
        return [tuple(row) for row in (await tx.session.execute(text(query))).all()]


def test_the_owner_words_it() -> None:
    words = SHIPPED.model_copy(
        update={"concierge": SHIPPED.concierge.model_copy(update={"disclosure": "An AI of {business} writes here."})}
    )
    assert isinstance(words, Profile)
    assert opening(words, disclosed=False, silent_for=None) == "An AI of My Hibachi Chef writes here."
