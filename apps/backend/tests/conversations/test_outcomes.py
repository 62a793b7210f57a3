"""What a conversation led to, what was learnt from it, and what two records of one person become."""

from collections.abc import Iterator

import anyio
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from hibachi.conversations import service
from hibachi.conversations.errors import MessageEmpty, MessageTooLong, NoSuchConversation, NoSuchMessage, StepRefused
from hibachi.conversations.schemas import ConversationFilter, Sent
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged
from hibachi.customers.schemas import Contact
from hibachi.kit.db import Database
from hibachi.kit.events import EventBus
from hibachi.kit.ids import new_id
from tests.conversations.acting import DANA, STAFF, ai_messages, answer, rows, somebody, write


@pytest.fixture
def merging(bus: EventBus) -> Iterator[None]:
    """The listener as main registers it."""
    bus.listen_inside(CustomersMerged, service.on_customers_merged)
    yield


async def test_a_booking_is_noted_on_its_conversation_and_its_numbers(db: Database) -> None:
    received = await write(db, await somebody(db))
    for revenue in (110000, 118050):
        async with db.transaction() as tx:
            noted = await service.note_booking(
                tx, conversation_id=received.conversation.id, event_type="birthday", revenue=revenue
            )
    assert noted.model_dump(mode="json")["total_revenue"] == "1180.50"
    [stored] = await rows(db, "SELECT event_type, booking_created, total_revenue::text AS total FROM conversations")
    assert stored == {"event_type": "birthday", "booking_created": True, "total": "1180.50"}
    [numbers] = await rows(
        db,
        "SELECT booking_converted, booking_value_usd::text AS value, successful_outcome FROM conversation_analytics",
    )
    assert numbers == {"booking_converted": True, "value": "1180.50", "successful_outcome": True}


async def test_a_later_change_keeps_the_kind_of_event(db: Database) -> None:
    received = await write(db, await somebody(db))
    thread = received.conversation.id
    async with db.transaction() as tx:
        await service.note_booking(tx, conversation_id=thread, event_type="wedding", revenue=1)
        again = await service.note_booking(tx, conversation_id=thread, event_type=None, revenue=2)
        closed = await service.close(tx, conversation_id=thread, successful=False)
        numbers = await service.numbers(tx, conversation_id=thread)
    assert (again.event_type, again.total_revenue) == ("wedding", 2)
    assert (closed.booking_created, numbers.successful_outcome) == (True, True)
    assert numbers.model_dump(mode="json")["booking_value_usd"] == "0.02"


async def test_what_a_customer_answers_to_the_survey_is_in_both_places(db: Database) -> None:
    received = await write(db, await somebody(db))
    async with db.transaction(STAFF) as tx:
        await service.rate(tx, conversation_id=received.conversation.id, score=4)
        await service.rate(tx, conversation_id=received.conversation.id, score=5)
    for table in ("conversations", "conversation_analytics"):
        assert await rows(db, f"SELECT customer_satisfaction FROM {table}") == [{"customer_satisfaction": 5}]
    with pytest.raises(IntegrityError, match="customer_satisfaction"):
        async with db.transaction() as tx:
            await service.rate(tx, conversation_id=received.conversation.id, score=6)


async def test_an_edit_fills_all_five_and_leaves_what_was_read(db: Database) -> None:
    received = await write(db, await somebody(db))
    sent = await answer(db, received.conversation.id)
    assert isinstance(sent, Sent)
    async with db.transaction(STAFF) as tx:
        edited = await service.edit_message(
            tx,
            conversation_id=received.conversation.id,
            message_id=sent.message.id,
            content=" For 20 adults it comes to $1,100. ",
            reason="warmer",
        )
        now = tx.now
    [stored] = await ai_messages(db, received.conversation.id)
    assert stored["content"] == "20 adults are $1,100."
    assert (stored["human_edited"], stored["human_edit_content"]) == (True, "For 20 adults it comes to $1,100.")
    assert (stored["edit_reason"], stored["edited_by"], stored["edited_at"]) == ("warmer", STAFF.id, now)
    assert edited.human_edited
    [entry] = await rows(db, "SELECT * FROM audit_log WHERE action = 'message_edit'")
    assert (entry["reason"], entry["actor_id"]) == ("warmer", STAFF.id)
    assert entry["changes"]["content"]["old"] == "20 adults are $1,100."


async def test_only_a_reply_of_this_conversation_is_edited(db: Database) -> None:
    one, two = await write(db, await somebody(db)), await write(db, await somebody(db, "+15105550143"))
    sent = await answer(db, two.conversation.id)
    assert isinstance(sent, Sent)
    for message_id, error in (
        (one.message.id, StepRefused),
        (sent.message.id, NoSuchMessage),
        (new_id(), NoSuchMessage),
    ):
        with pytest.raises(error):
            async with db.transaction(STAFF) as tx:
                await service.edit_message(
                    tx, conversation_id=one.conversation.id, message_id=message_id, content="x", reason="y"
                )
    for content, refusal in ((" ", MessageEmpty), ("x" * 4001, MessageTooLong)):
        with pytest.raises(refusal):
            async with db.transaction(STAFF) as tx:
                await service.edit_message(
                    tx, conversation_id=two.conversation.id, message_id=sent.message.id, content=content, reason="y"
                )
    assert await rows(db, "SELECT id FROM messages WHERE human_edited") == []


async def test_edits_at_one_time_leave_a_chain_that_one_can_follow(db: Database) -> None:
    received = await write(db, await somebody(db))
    sent = await answer(db, received.conversation.id)
    assert isinstance(sent, Sent)
    thread, message_id = received.conversation.id, sent.message.id

    async def edit(number: int) -> None:
        async with db.transaction(STAFF) as tx:
            await service.edit_message(
                tx, conversation_id=thread, message_id=message_id, content=f"better {number}", reason="warmer"
            )

    async with anyio.create_task_group() as group:
        for number in range(6):
            group.start_soon(edit, number)
    changes = [row["changes"]["content"] for row in await rows(db, "SELECT changes FROM audit_log")]
    after = {one["old"]: one["new"] for one in changes}
    at, seen = "20 adults are $1,100.", 0
    while at in after:
        at, seen = after[at], seen + 1
    [stored] = await ai_messages(db, thread)
    assert (seen, at) == (6, stored["human_edit_content"])


async def test_two_threads_of_a_person_are_separable_and_joinable(db: Database) -> None:
    dana, eve = await somebody(db), await somebody(db, "+15105550143")
    sms = await write(db, dana, "sms 1")
    mail = await write(db, dana, "mail 1", channel="email")
    await write(db, dana, "sms 2")
    await write(db, eve, "not hers")
    async with db.transaction() as tx:
        by_sms = await service.history(tx, conversation_id=sms.conversation.id)
        by_mail = await service.history(tx, conversation_id=mail.conversation.id)
        joined = await service.customer_history(tx, customer_id=dana.id)
        last = await service.customer_history(tx, customer_id=dana.id, limit=2)
        threads = await service.threads(tx, customer_id=dana.id)
    assert [one.content for one in by_sms] == ["sms 1", "sms 2"]
    assert [one.content for one in by_mail] == ["mail 1"]
    assert [one.content for one in joined] == ["sms 1", "mail 1", "sms 2"]
    assert [one.content for one in last] == ["mail 1", "sms 2"]
    assert {one.id for one in threads} == {sms.conversation.id, mail.conversation.id}


async def test_a_message_from_a_known_number_finds_its_conversation(db: Database) -> None:
    received = await write(db, await somebody(db), "how much for 20?")
    await answer(db, received.conversation.id)
    async with db.transaction() as tx:
        context = await service.get_context(tx, phone="(510) 555-0142")
        nobody = await service.get_context(tx, phone="+15105550143")
        neither = await service.get_context(tx)
    assert context is not None
    assert context.id == received.conversation.id
    assert [one.content for one in context.history] == ["how much for 20?", "20 adults are $1,100."]
    assert context.customer.phone == DANA
    assert (nobody, neither) == (None, None)


async def test_a_number_that_is_only_claimed_opens_no_context(db: Database) -> None:
    async with db.transaction() as tx:
        visitor = await customers.resolve(tx, contact=Contact(channel="web_chat", phone=DANA), proven=False)
    await write(db, visitor, channel="web_chat")
    async with db.transaction() as tx:
        assert await service.get_context(tx, phone=DANA) is None


async def test_the_mail_address_comes_before_the_number(db: Database) -> None:
    by_number = await somebody(db)
    await write(db, by_number)
    async with db.transaction() as tx:
        by_mail = await customers.resolve(tx, contact=Contact(channel="email", email="d@example.com"), proven=True)
    mailed = await write(db, by_mail, channel="email")
    async with db.transaction() as tx:
        context = await service.get_context(tx, phone=DANA, email="D@example.com")
    assert context is not None
    assert context.id == mailed.conversation.id


async def test_a_message_is_found_by_its_providers_id(db: Database) -> None:
    received = await write(db, await somebody(db), provider_message_id="SM1")
    async with db.transaction() as tx:
        found = await service.find_message(tx, channel="sms", provider_message_id="SM1")
        elsewhere = await service.find_message(tx, channel="facebook", provider_message_id="SM1")
    assert (found, elsewhere) == (received.message, None)


async def test_pages_hold_each_conversation_once(db: Database) -> None:
    made = [(await write(db, await somebody(db, f"+1510555014{n}"))).conversation.id for n in range(5)]
    seen, before = [], None
    async with db.transaction() as tx:
        while True:
            page = await service.page(tx, wanted=ConversationFilter(limit=2, before=before))
            seen += [one.id for one in page.conversations]
            if page.next is None:
                break
            before = page.next
    assert seen == made[::-1]


@pytest.mark.usefixtures("merging")
async def test_the_threads_of_two_records_of_a_person_become_one_persons(db: Database) -> None:
    by_phone = await somebody(db)
    first = await write(db, by_phone, "by sms")
    async with db.transaction() as tx:
        by_mail = await customers.resolve(tx, contact=Contact(channel="email", email="d@example.com"), proven=True)
        await service.opt_out(tx, customer_id=by_mail.id, channel="email", words="unsubscribe")
    second = await write(db, by_mail, "by mail", channel="email")
    async with db.transaction() as tx:
        both = Contact(channel="email", phone=DANA, email="d@example.com")
        joined = await customers.resolve(tx, contact=both, proven=True)
    async with db.transaction() as tx:
        said = await service.customer_history(tx, customer_id=joined.id)
        assert await service.is_opted_out(tx, customer_id=joined.id, channel="email")
    assert joined.id == by_phone.id
    assert [one.conversation_id for one in said] == [first.conversation.id, second.conversation.id]
    assert await rows(db, "SELECT status FROM conversations") == [{"status": "ai"}] * 2


@pytest.mark.usefixtures("merging")
@pytest.mark.parametrize("escalated", [True, False])
async def test_of_two_open_threads_on_a_channel_the_humans_stays_else_the_newest(db: Database, escalated: bool) -> None:
    by_phone, by_mail = await somebody(db), None
    async with db.transaction() as tx:
        by_mail = await customers.resolve(tx, contact=Contact(channel="email", email="d@example.com"), proven=True)
        for one in (by_phone, by_mail):
            await service.opt_out(tx, customer_id=one.id, channel="sms", words="STOP")
    older = await write(db, by_phone, "older")
    newer = await write(db, by_mail, "newer")
    async with db.transaction() as tx:
        await tx.session.execute(
            text("UPDATE conversations SET last_message_at = last_message_at - interval '1 hour' WHERE id = :id"),
            {"id": older.conversation.id},
        )
        if escalated:
            await service.escalate(tx, conversation_id=older.conversation.id, reason="anger", summary="…")
    async with db.transaction() as tx:
        both = Contact(channel="email", phone=DANA, email="d@example.com")
        joined = await customers.resolve(tx, contact=both, proven=True)
        assert await service.is_opted_out(tx, customer_id=joined.id, channel="sms")
    kept, closed = (older, newer) if escalated else (newer, older)
    states = {row["id"]: row["status"] for row in await rows(db, "SELECT id, status FROM conversations")}
    assert states == {
        kept.conversation.id: "escalated" if escalated else "ai",
        closed.conversation.id: "closed",
    }
    assert len(await rows(db, "SELECT id FROM opt_outs WHERE ended_at IS NULL")) == 1
    following = await write(db, joined, "and now?", conversation_id=closed.conversation.id)
    assert following.conversation.id == kept.conversation.id


async def test_numbers_of_nothing(db: Database) -> None:
    with pytest.raises(NoSuchConversation):
        async with db.transaction() as tx:
            await service.numbers(tx, conversation_id=new_id())
