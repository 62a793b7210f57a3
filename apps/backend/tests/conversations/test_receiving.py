"""A customer's message comes in: once, in the right thread, cheaply."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import anyio
import pytest
from sqlalchemy import event

from hibachi.conversations import rules, service
from hibachi.conversations.errors import (
    MessageEmpty,
    MessageIdReused,
    MessageTooLong,
    MessageUnreadable,
    NoSuchConversation,
)
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.kit.errors import HibachiError
from tests.conversations.acting import answer, message, rows, somebody, write


@contextmanager
def statements(db: Database) -> Iterator[list[str]]:
    """Every statement that goes to the database meanwhile."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(db.engine.sync_engine, "before_cursor_execute", note)
    yield seen
    event.remove(db.engine.sync_engine, "before_cursor_execute", note)


async def test_a_first_message_makes_its_thread_with_everything_that_was_said(db: Database) -> None:
    dana = await somebody(db)
    received = await write(
        db,
        dana,
        "  how much for 20?  ",
        provider_message_id="SM1",
        meta={"segments": 1},
        channel_metadata={"from": "+15105550142"},
    )
    assert not received.duplicate
    [thread] = await rows(db, "SELECT * FROM conversations")
    assert thread["id"] == received.conversation.id
    assert (thread["channel"], thread["user_id"], thread["status"]) == ("sms", dana.id, "ai")
    assert thread["channel_metadata"] == {"from": "+15105550142"}
    [stored] = await rows(db, "SELECT * FROM messages")
    assert (stored["role"], stored["content"], stored["metadata"]) == ("user", "how much for 20?", {"segments": 1})
    assert stored["answered_by"] is None
    [counted] = await rows(db, "SELECT * FROM conversation_analytics")
    assert (counted["total_messages"], counted["resolution_status"], counted["total_cost_usd"]) == (1, "open", 0)


async def test_ids_are_hard_to_guess_and_in_order(db: Database) -> None:
    one = await write(db, await somebody(db, "+15105550142"))
    two = await write(db, await somebody(db, "+15105550143"))
    assert one.conversation.id.version == two.conversation.id.version == 7
    assert one.conversation.id < two.conversation.id
    random_bits = one.conversation.id.int ^ two.conversation.id.int
    assert random_bits & ((1 << 62) - 1) > 1 << 32


@pytest.mark.parametrize("given", ["fb", "ig", "web", "SMS", "wa", "mail", "voice"])
async def test_channels_are_known_by_their_short_names(db: Database, given: str) -> None:
    full = {"fb": "facebook", "ig": "instagram", "web": "web_chat", "wa": "whatsapp", "mail": "email", "voice": "phone"}
    received = await write(db, await somebody(db), channel=given)
    assert received.conversation.channel == full.get(given, "sms")
    assert [row["channel"] for row in await rows(db, "SELECT channel FROM messages")] == [full.get(given, "sms")]


async def test_the_next_message_continues_the_thread_and_adds_to_what_the_channel_knows(
    db: Database, clock: SettableClock
) -> None:
    dana = await somebody(db)
    first = await write(db, dana, channel_metadata={"from": "+15105550142", "carrier": "a"})
    clock.advance(timedelta(days=29, hours=23))
    second = await write(db, dana, "still there?", channel_metadata={"carrier": "b"})
    assert second.conversation.id == first.conversation.id
    assert second.conversation.channel_metadata == {"from": "+15105550142", "carrier": "b"}
    [thread] = await rows(db, "SELECT channel_metadata, last_message_at FROM conversations")
    assert thread["channel_metadata"] == {"from": "+15105550142", "carrier": "b"}
    assert thread["last_message_at"] == clock.now() == second.conversation.last_message_at


async def test_after_thirty_days_of_silence_a_new_thread_starts_and_the_old_one_is_abandoned(
    db: Database, clock: SettableClock
) -> None:
    dana = await somebody(db)
    first = await write(db, dana)
    clock.advance(rules.CONTINUES_FOR + timedelta(seconds=1))
    second = await write(db, dana, "hello again")
    assert second.conversation.id != first.conversation.id
    old = await rows(
        db,
        "SELECT status, resolution_status FROM conversations JOIN conversation_analytics ON id = conversation_id "
        "WHERE id = :id",
        id=first.conversation.id,
    )
    assert old == [{"status": "closed", "resolution_status": "abandoned"}]


async def test_an_old_thread_that_is_named_is_continued(db: Database, clock: SettableClock) -> None:
    dana = await somebody(db)
    first = await write(db, dana, channel="web_chat")
    clock.advance(timedelta(days=90))
    second = await write(db, dana, "me again", channel="web_chat", conversation_id=first.conversation.id)
    assert second.conversation.id == first.conversation.id
    assert second.conversation.status == "ai"


async def test_an_escalated_thread_is_continued_and_a_closed_one_is_not(db: Database) -> None:
    dana = await somebody(db)
    first = await write(db, dana)
    async with db.transaction() as tx:
        await service.escalate(tx, conversation_id=first.conversation.id, reason="asked for a person", summary="…")
    second = await write(db, dana, "hello?")
    assert (second.conversation.id, second.conversation.status) == (first.conversation.id, "escalated")
    async with db.transaction() as tx:
        await service.close(tx, conversation_id=first.conversation.id, successful=True)
    third = await write(db, dana, "one more thing", conversation_id=first.conversation.id)
    assert (third.conversation.id != first.conversation.id, third.conversation.status) == (True, "ai")


async def test_each_channel_of_a_person_has_its_thread(db: Database) -> None:
    dana = await somebody(db)
    sms, mail = await write(db, dana), await write(db, dana, channel="email")
    assert sms.conversation.id != mail.conversation.id


async def test_a_message_twice_is_stored_once(db: Database, clock: SettableClock) -> None:
    dana = await somebody(db)
    first = await write(db, dana, provider_message_id="SM1")
    before = await rows(db, "SELECT * FROM conversations")
    clock.advance(timedelta(minutes=5))
    again = await write(db, dana, provider_message_id="SM1")
    named = await write(db, dana, provider_message_id="SM1", conversation_id=first.conversation.id)
    assert (again.duplicate, named.duplicate) == (True, True)
    assert again.message.id == named.message.id == first.message.id
    assert await rows(db, "SELECT * FROM conversations") == before
    assert await rows(db, "SELECT total_messages FROM conversation_analytics") == [{"total_messages": 1}]


async def test_one_providers_id_on_two_channels_is_two_messages(db: Database) -> None:
    dana = await somebody(db)
    await write(db, dana, provider_message_id="1")
    other = await write(db, dana, provider_message_id="1", channel="facebook")
    assert not other.duplicate
    assert len(await rows(db, "SELECT id FROM messages")) == 2


async def test_a_known_id_with_anything_else_is_refused_and_writes_nothing(db: Database) -> None:
    dana, eve = await somebody(db), await somebody(db, "+15105550143")
    first = await write(db, dana, "hi", provider_message_id="SM1", channel="web_chat")
    before = await rows(db, "SELECT * FROM messages"), await rows(db, "SELECT * FROM conversations")
    for customer, changed in (
        (dana, {"text": "hi!"}),
        (dana, {"conversation_id": uuid4()}),
        (eve, {}),
        (eve, {"conversation_id": first.conversation.id}),
    ):
        said = {"text": "hi", "provider_message_id": "SM1", "channel": "web_chat", **changed}
        with pytest.raises(MessageIdReused) as refusal:
            await write(db, customer, **said)
        assert (refusal.value.status, refusal.value.code) == (422, "message_id_reused")
    assert (await rows(db, "SELECT * FROM messages"), await rows(db, "SELECT * FROM conversations")) == before


async def test_a_thread_of_somebody_else_is_not_there(db: Database) -> None:
    dana, eve = await somebody(db), await somebody(db, "+15105550143")
    hers = await write(db, dana)
    for customer, wanted in (
        (eve, {"conversation_id": hers.conversation.id}),
        (dana, {"conversation_id": uuid4()}),
        (dana, {"conversation_id": hers.conversation.id, "channel": "web_chat"}),
    ):
        with pytest.raises(NoSuchConversation) as refusal:
            await write(db, customer, "let me in", **wanted)
        assert refusal.value.status == 404
    assert len(await rows(db, "SELECT id FROM messages")) == 1
    assert len(await rows(db, "SELECT id FROM conversations")) == 1


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("", MessageEmpty),
        (" \n\t ", MessageEmpty),
        ("x" * 4001, MessageTooLong),
        ("x" * 8000, MessageTooLong),
        ("a\0b", MessageUnreadable),
        ("\0", MessageUnreadable),
    ],
)
async def test_what_no_message_can_be_is_refused_and_writes_nothing(
    db: Database, said: str, error: type[HibachiError]
) -> None:
    dana = await somebody(db)
    with pytest.raises(error) as refusal:
        await write(db, dana, said)
    assert refusal.value.status == 422
    assert await rows(db, "SELECT id FROM conversations") == []


async def test_the_longest_message_and_every_script_go_in_as_they_are(db: Database) -> None:
    dana = await somebody(db)
    for said in ("x" * 4000, "¿cuánto? 🍤 日本語", "'; DROP TABLE messages; --", "a%sb :id {x}"):
        await write(db, dana, said)
    stored = await rows(db, "SELECT content FROM messages ORDER BY sequence")
    assert [row["content"] for row in stored] == [
        "x" * 4000,
        "¿cuánto? 🍤 日本語",
        "'; DROP TABLE messages; --",
        "a%sb :id {x}",
    ]


async def test_messages_of_one_instant_keep_their_order(db: Database) -> None:
    dana = await somebody(db)
    first = await write(db, dana, "0")
    for number in range(1, 8):
        await write(db, dana, str(number))
    async with db.transaction() as tx:
        said = await service.history(tx, conversation_id=first.conversation.id, limit=5)
    assert [one.content for one in said] == ["3", "4", "5", "6", "7"]
    assert len({one.created_at for one in said}) == 1


async def test_receiving_takes_three_statements_in_a_new_a_living_and_a_named_thread(db: Database) -> None:
    dana = await somebody(db)
    thread = None
    for number in range(3):
        async with db.transaction() as tx:
            with statements(db) as seen:
                inbound = message(dana, f"{number}", provider_message_id=f"SM{number}", conversation_id=thread)
                received = await service.receive(tx, inbound=inbound)
        thread = received.conversation.id if number == 1 else None
        assert len(seen) == 3, seen


async def test_two_deliveries_of_one_message_at_one_time_are_one(db: Database) -> None:
    dana = await somebody(db)
    for number in range(10):
        found = []

        async def deliver(name: str = f"SM{number}", said: str = f"message {number}") -> None:
            found.append(await write(db, dana, said, provider_message_id=name))  # noqa: B023

        async with anyio.create_task_group() as group:
            for _ in range(4):
                group.start_soon(deliver)
        assert sorted(one.duplicate for one in found) == [False, True, True, True]
        assert len({one.message.id for one in found}) == 1
    assert len(await rows(db, "SELECT id FROM messages")) == 10
    assert await rows(db, "SELECT total_messages FROM conversation_analytics") == [{"total_messages": 10}]


async def test_an_id_claimed_by_two_people_at_one_time_goes_to_one(db: Database) -> None:
    people = [await somebody(db, f"+1510555014{number}") for number in range(4)]
    refused = []

    async def deliver(number: int) -> None:
        try:
            await write(db, people[number], "hi", provider_message_id="same", channel="web_chat")
        except MessageIdReused as error:
            refused.append(error)

    async with anyio.create_task_group() as group:
        for number in range(4):
            group.start_soon(deliver, number)
    assert len(refused) == 3
    assert len(await rows(db, "SELECT id FROM messages")) == 1
    assert len(await rows(db, "SELECT id FROM conversations")) == 1


async def test_twenty_first_messages_at_one_time_make_one_thread(db: Database) -> None:
    dana = await somebody(db)
    found = []

    async def deliver(number: int) -> None:
        found.append(await write(db, dana, f"message {number}", provider_message_id=f"SM{number}"))

    async with anyio.create_task_group() as group:
        for number in range(20):
            group.start_soon(deliver, number)
    assert len({one.conversation.id for one in found}) == 1
    assert len(await rows(db, "SELECT id FROM conversations")) == 1
    assert {one["content"] for one in await rows(db, "SELECT content FROM messages")} == {
        f"message {number}" for number in range(20)
    }
    assert await rows(db, "SELECT total_messages FROM conversation_analytics") == [{"total_messages": 20}]


async def test_twenty_messages_after_a_long_silence_make_one_new_thread(db: Database, clock: SettableClock) -> None:
    dana = await somebody(db)
    await write(db, dana)
    clock.advance(timedelta(days=31))

    async def deliver(number: int) -> None:
        await write(db, dana, f"message {number}")

    async with anyio.create_task_group() as group:
        for number in range(20):
            group.start_soon(deliver, number)
    states = await rows(db, "SELECT status, count(*) FROM conversations GROUP BY 1 ORDER BY 1")
    assert states == [{"status": "ai", "count": 1}, {"status": "closed", "count": 1}]


async def test_the_log_names_thread_and_person_but_not_what_was_said(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    dana = await somebody(db)
    with caplog.at_level(logging.INFO, "hibachi.conversations"):
        received = await write(db, dana, "my secret party", provider_message_id="SM1")
    [record] = caplog.records
    assert record.__dict__["conversation_id"] == str(received.conversation.id)
    assert record.__dict__["customer_id"] == str(dana.id)
    assert record.__dict__["channel"] == "sms"
    assert "secret" not in str(record.__dict__)


async def test_ten_turns_keep_their_context(db: Database) -> None:
    dana = await somebody(db)
    for number in range(10):
        received = await write(db, dana, f"question {number}")
        await answer(db, received.conversation.id, f"answer {number}")
    async with db.transaction() as tx:
        said = await service.history(tx, conversation_id=received.conversation.id)
        open_ones = await service.unanswered(tx, conversation_id=received.conversation.id)
    expected = [part for number in range(10) for part in (f"question {number}", f"answer {number}")]
    assert [one.content for one in said] == expected
    assert open_ones == []
