"""STOP is law: from the moment it is stored, whoever speaks, whatever is queued."""

import pytest

from hibachi.channels.carriers import CarrierBusy
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import CustomerOptedOut
from hibachi.kit.clock import SettableClock
from tests.channels.scripted import ScriptedCarrier, Shop, shop_on
from tests.conversations.acting import STAFF

QUESTION = "how much for 12 adults in 94539?"


async def take_over(shop: Shop) -> None:
    """A member of staff speaks now."""
    [thread] = await shop.rows("SELECT id FROM conversations WHERE status = 'ai'")
    async with shop.db.transaction(STAFF) as tx:
        await conversations.take_over(tx, conversation_id=thread["id"], reason="I know her")


@pytest.mark.parametrize(
    "words", ["STOP", "stop.", "StopAll", "UNSUBSCRIBE", "cancel", "END", "Quit", "REVOKE", "OPTOUT", '"Stop"']
)
async def test_the_carriers_words_end_it_and_are_confirmed_once(
    database_url: str, clock: SettableClock, words: str
) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.arrives(words)
        await shop.work()
        [line] = shop.carrier.texts
        assert line.startswith("You are unsubscribed from My Hibachi Chef")
        [entry] = await shop.rows("SELECT purpose, granted, basis, words, channel FROM consents")
        assert entry == {"purpose": "all", "granted": False, "basis": "keyword", "words": words, "channel": "sms"}
        await shop.arrives("how much for 12?")
        await shop.arrives("STOP")
        await shop.work()
        assert shop.carrier.texts == [line], "silence after it"


@pytest.mark.parametrize(
    "words", ["cancel my booking", "please stop by at 6", "quit smoking party", "what's the end time?"]
)
async def test_words_that_only_hold_one_are_no_stop(database_url: str, clock: SettableClock, words: str) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.arrives(words)
        await shop.work()
        assert await shop.rows("SELECT id FROM opt_outs") == []
        assert len(shop.carrier.taken) == 1


@pytest.mark.parametrize("words", ["START", "unstop", "Yes"])
async def test_start_lets_us_speak_again_and_advertising_is_another_matter(
    database_url: str, clock: SettableClock, words: str
) -> None:
    async with shop_on(database_url, clock) as shop:
        received = await shop.arrives("STOP")
        await shop.arrives(words)
        await shop.work()
        assert shop.carrier.texts[1].startswith("You are subscribed to messages from My Hibachi Chef again")
        who = received.conversation.customer_id
        async with shop.db.transaction() as tx:
            for purpose, granted in (("transactional", True), ("marketing", False)):
                found = await conversations.consent_in_force(tx, customer_id=who, channel="sms", purpose=purpose)  # type: ignore[arg-type] # a Literal
                assert (found is not None) is granted
        [*_, last] = await shop.rows("SELECT words, source_message_id FROM consents ORDER BY sequence")
        assert last["words"] == words
        assert last["source_message_id"] is not None


async def test_a_yes_of_somebody_who_never_stopped_is_an_answer(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.arrives("yes")
        await shop.work()
        assert await shop.rows("SELECT id FROM consents") == []
        assert "subscribed" not in shop.carrier.texts[0]


async def test_help_is_answered_even_after_a_stop(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.arrives("STOP")
        await shop.work()
        await shop.arrives("HELP")
        await shop.work()
        assert "For help write to hello@myhibachichef.example" in shop.carrier.texts[1]


async def test_a_stop_between_draft_and_send_withholds_what_is_queued(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        received = await shop.arrives(QUESTION)
        await shop.runtime.concierge.answer(received.conversation.id)
        [queued] = await shop.rows("SELECT state, kind FROM outbox")
        assert queued == {"state": "queued", "kind": "reply"}
        await shop.arrives("STOP")
        await shop.work()
        assert [text[:20] for text in shop.carrier.texts] == ["You are unsubscribed"]
        rows = await shop.rows("SELECT kind, state, code FROM outbox ORDER BY sequence")
        assert rows == [
            {"kind": "reply", "state": "withheld", "code": "opted_out"},
            {"kind": "system", "state": "sent", "code": None},
        ]


async def test_a_stop_while_a_provider_is_busy_is_not_overtaken_by_the_next_try(
    database_url: str, clock: SettableClock
) -> None:
    carrier = ScriptedCarrier(script=[CarrierBusy("429", retry_after=30)])
    async with shop_on(database_url, clock, carrier) as shop:
        received = await shop.arrives(QUESTION)
        await shop.runtime.concierge.answer(received.conversation.id)
        await shop.sender.send(received.conversation.id)
        assert (carrier.asked, carrier.taken) == (1, [])
        await shop.arrives("STOP")
        await shop.work()
        assert [text[:20] for text in carrier.texts] == ["You are unsubscribed"]


async def test_a_stop_that_comes_while_the_message_is_being_handed_over_leaves_the_truth(
    database_url: str, clock: SettableClock
) -> None:
    """What a provider has already is not called back; the row says that it was sent, and nothing follows."""
    async with shop_on(database_url, clock) as shop:
        await shop.arrives(QUESTION)

        async def stops(outgoing: object) -> None:
            shop.carrier.before = None
            await shop.arrives("STOP")

        shop.carrier.before = stops
        await shop.work()
        assert [row["state"] for row in await shop.rows("SELECT state FROM outbox ORDER BY sequence")] == ["sent"] * 2
        assert len(shop.carrier.taken) == 2


async def test_a_stop_is_obeyed_while_a_human_speaks_and_binds_them_too(
    database_url: str, clock: SettableClock
) -> None:
    async with shop_on(database_url, clock) as shop:
        received = await shop.arrives(QUESTION)
        await take_over(shop)
        await shop.arrives("STOP")
        await shop.work()
        assert [text[:20] for text in shop.carrier.texts] == ["You are unsubscribed"]
        with pytest.raises(CustomerOptedOut):
            async with shop.db.transaction(STAFF) as tx:
                await conversations.staff_reply(tx, conversation_id=received.conversation.id, text="Hello!")


async def test_staffs_words_that_wait_are_stopped_too(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        received = await shop.arrives(QUESTION)
        await take_over(shop)
        async with shop.db.transaction(STAFF) as tx:
            await conversations.staff_reply(tx, conversation_id=received.conversation.id, text="Sam here.")
        await shop.arrives("STOP")
        await shop.work()
        assert [text[:20] for text in shop.carrier.texts] == ["You are unsubscribed"]
