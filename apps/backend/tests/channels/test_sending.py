"""Words go out: once, in order, and what a provider does to them is kept."""

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from hibachi.channels.carriers import CarrierBusy, CarrierRefused, CarrierUncertain
from hibachi.channels.delivery import report
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import WordsChanged
from hibachi.conversations.events import MessageWritten
from hibachi.conversations.rules import MOST_ATTEMPTS
from hibachi.conversations.schemas import Part, Sent
from hibachi.kit.clock import SettableClock
from tests.channels.scripted import DANA, ScriptedCarrier, shop_on
from tests.conversations.acting import answer

QUESTION = "how much for 12 adults in 94539?"


async def test_a_message_that_arrives_is_answered_over_its_carrier(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.arrives(QUESTION)
        await shop.work()
        [reply] = shop.carrier.taken
        assert (reply.to, reply.channel) == (DANA, "sms")
        assert "660" in reply.text
        [row] = await shop.rows("SELECT * FROM outbox")
        assert (row["state"], row["provider"], row["provider_message_id"]) == ("sent", "scripted", f"SM-{row['id']}")
        assert (row["id"], row["attempts"]) == (reply.id, 1)


async def test_several_quick_messages_get_one_reply(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        for words in ("hi there", "we are 12 adults", "in 94539", "how much?"):
            await shop.arrives(words)
        await shop.work()
        assert len(shop.carrier.taken) == 1
        assert await shop.rows("SELECT count(*) AS n FROM messages WHERE answered_by IS NULL AND role = 'user'") == [
            {"n": 0}
        ]


async def test_a_busy_provider_is_asked_again(database_url: str, clock: SettableClock) -> None:
    carrier = ScriptedCarrier(script=[CarrierBusy("429", retry_after=7), CarrierBusy("503")])
    async with shop_on(database_url, clock, carrier) as shop:
        await shop.arrives(QUESTION)
        await shop.work()
        assert (carrier.asked, len(carrier.taken)) == (3, 1)
        [row] = await shop.rows("SELECT state, attempts FROM outbox")
        assert row == {"state": "sent", "attempts": 3}


async def test_a_refused_message_becomes_a_humans_matter(database_url: str, clock: SettableClock) -> None:
    carrier = ScriptedCarrier(script=[CarrierRefused("21610", "The number is blocked.")])
    async with shop_on(database_url, clock, carrier) as shop:
        received = await shop.arrives(QUESTION)
        await shop.work()
        assert (carrier.asked, carrier.taken) == (1, [])
        [row] = await shop.rows("SELECT state, code, error FROM outbox")
        assert row == {"state": "failed", "code": "21610", "error": "The number is blocked."}
        [thread] = await shop.rows("SELECT status, escalation_reason, id FROM conversations")
        assert thread == {"status": "escalated", "escalation_reason": "delivery_failed", "id": received.conversation.id}


@pytest.mark.parametrize("safe", [True, False])
async def test_what_was_taken_and_not_answered_is_not_sent_twice(
    database_url: str, clock: SettableClock, *, safe: bool
) -> None:
    carrier = ScriptedCarrier(cut=1, safe_to_repeat=safe)
    async with shop_on(database_url, clock, carrier) as shop:
        await shop.arrives(QUESTION)
        await shop.work()
        assert len(carrier.taken) == 1
        assert carrier.looked == (0 if safe else 1)
        assert await shop.rows("SELECT state FROM outbox") == [{"state": "sent"}]


async def test_what_shows_up_late_is_not_sent_again(database_url: str, clock: SettableClock) -> None:
    carrier = ScriptedCarrier(cut=1, safe_to_repeat=False, hides=2)
    async with shop_on(database_url, clock, carrier) as shop:
        await shop.arrives(QUESTION)
        await shop.work()
        assert (len(carrier.taken), carrier.asked, carrier.looked) == (1, 1, 3)
        assert await shop.rows("SELECT state FROM outbox") == [{"state": "sent"}]


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("not held, not held", "sent"),
        ("no answer, no answer, not held", "sent"),
        ("no answer, not held, no answer, not held", "sent"),
        ("no answer, no answer, no answer", "uncertain"),
        ("not held, no answer, no answer, not held, no answer", "uncertain"),
    ],
)
async def test_a_look_without_an_answer_is_no_denial(
    database_url: str, clock: SettableClock, words: str, end: str
) -> None:
    """It was taken: whatever the provider says of it, and however seldom, it is not sent again."""
    carrier = ScriptedCarrier(cut=1, safe_to_repeat=False, words=words.split(", "))
    async with shop_on(database_url, clock, carrier) as shop:
        await shop.arrives(QUESTION)
        await shop.work()
        assert (len(carrier.taken), carrier.asked, carrier.words) == (1, 1, [])
        assert await shop.rows("SELECT state FROM outbox") == [{"state": end}]
        told = "ai" if end == "sent" else "escalated"
        assert await shop.rows("SELECT status FROM conversations") == [{"status": told}]


@pytest.mark.parametrize("unheard", [0, 1, 2])
async def test_what_was_denied_three_times_is_sent_again(database_url: str, clock: SettableClock, unheard: int) -> None:
    """It was never taken: three denials say so, whatever looks had no answer beside them."""
    words = [*["no answer"] * unheard, *["not held"] * 3]
    carrier = ScriptedCarrier(script=[CarrierUncertain("time-out")], safe_to_repeat=False, words=words)
    async with shop_on(database_url, clock, carrier) as shop:
        await shop.arrives(QUESTION)
        await shop.work()
        assert (len(carrier.taken), carrier.asked, carrier.words) == (1, 2, [])
        assert await shop.rows("SELECT state, looks, denials FROM outbox") == [
            {"state": "sent", "looks": 0, "denials": 0}
        ]


@pytest.mark.parametrize("trouble", [CarrierUncertain("time-out"), KeyError("sid")])
async def test_what_a_provider_never_got_is_sent_again(
    database_url: str, clock: SettableClock, trouble: Exception
) -> None:
    carrier = ScriptedCarrier(script=[trouble], safe_to_repeat=False)
    async with shop_on(database_url, clock, carrier) as shop:
        await shop.arrives(QUESTION)
        await shop.work()
        assert (len(carrier.taken), carrier.asked, carrier.looked) == (1, 2, 3)
        assert await shop.rows("SELECT state FROM outbox") == [{"state": "sent"}]


@pytest.mark.parametrize("taken", [True, False])
async def test_where_nobody_can_say_a_human_is_told_and_nothing_is_sent_again(
    database_url: str, clock: SettableClock, *, taken: bool
) -> None:
    trouble: dict[str, Any] = {"cut": 1} if taken else {"script": [CarrierUncertain("time-out")]}
    carrier = ScriptedCarrier(safe_to_repeat=False, mute=True, **trouble)
    async with shop_on(database_url, clock, carrier) as shop:
        await shop.arrives(QUESTION)
        await shop.work()
        assert (len(carrier.taken), carrier.asked, carrier.looked) == (int(taken), 1, 3)
        assert await shop.rows("SELECT state, code FROM outbox") == [{"state": "uncertain", "code": "outcome_unknown"}]
        [thread] = await shop.rows("SELECT status, escalation_summary FROM conversations")
        assert thread["status"] == "escalated"
        assert "660" in thread["escalation_summary"]
        told = await shop.rows("SELECT payload ->> 'state' AS state FROM events WHERE name = 'MessageNotDelivered'")
        assert told == [{"state": "uncertain"}]


async def test_a_provider_that_stays_busy_is_given_up_and_a_human_told(database_url: str, clock: SettableClock) -> None:
    carrier = ScriptedCarrier(script=[CarrierBusy("503")] * 20)
    async with shop_on(database_url, clock, carrier) as shop:
        await shop.arrives(QUESTION)
        await shop.work()
        assert carrier.asked == MOST_ATTEMPTS
        assert await shop.rows("SELECT state, code FROM outbox") == [{"state": "failed", "code": "provider_busy"}]
        assert await shop.rows("SELECT status FROM conversations") == [{"status": "escalated"}]


async def test_a_provider_is_not_asked_sooner_than_it_said(database_url: str, clock: SettableClock) -> None:
    carrier = ScriptedCarrier(script=[CarrierBusy("429", retry_after=120)])
    async with shop_on(database_url, clock, carrier) as shop:
        received = await shop.arrives(QUESTION)
        await shop.runtime.concierge.answer(received.conversation.id)
        await shop.sender.send(received.conversation.id)
        wait = "SELECT extract(epoch FROM next_try_at - clock_timestamp()) AS wait FROM outbox"
        [row] = await shop.rows(wait)
        assert 100 < float(row["wait"]) <= 120
        await shop.sender.send(received.conversation.id)
        assert carrier.asked == 1
        jobs = await shop.rows(
            "SELECT extract(epoch FROM scheduled_at - clock_timestamp()) AS wait FROM procrastinate_jobs "
            "WHERE task_name = 'channels.send' AND scheduled_at IS NOT NULL"
        )
        assert all(100 < float(job["wait"]) <= 121 for job in jobs)
        assert jobs


async def test_a_failed_answer_goes_once_by_another_channel_that_the_customer_used(
    database_url: str, clock: SettableClock
) -> None:
    carrier = ScriptedCarrier()
    async with shop_on(database_url, clock, carrier) as shop:
        await shop.arrives("hello, planning a party", channel="email", phone=DANA, email="dana@example.com")
        await shop.work()
        carrier.taken.clear()
        await shop.arrives(QUESTION)
        carrier.script = [CarrierRefused("30005", "unknown number")]
        await shop.work()
        [rescued] = carrier.taken
        assert (rescued.channel, rescued.to) == ("email", "dana@example.com")
        assert "660" in rescued.text
        states = await shop.rows("SELECT channel, state FROM outbox ORDER BY sequence")
        assert [(row["channel"], row["state"]) for row in states][1:] == [("sms", "failed"), ("email", "sent")]


@pytest.mark.parametrize("why", ["never wrote there", "stopped there", "failed there too"])
async def test_a_failed_answer_goes_nowhere_where_it_is_not_welcome(
    database_url: str, clock: SettableClock, why: str
) -> None:
    carrier = ScriptedCarrier()
    async with shop_on(database_url, clock, carrier) as shop:
        if why != "never wrote there":
            await shop.arrives("hello, a party", channel="email", phone=DANA, email="dana@example.com")
        if why == "stopped there":
            await shop.arrives("unsubscribe", channel="email", phone=DANA, email="dana@example.com")
        await shop.work()
        carrier.taken.clear()
        await shop.arrives(QUESTION, phone=DANA, email="dana@example.com")
        carrier.script = [CarrierRefused("30005", "unknown number"), CarrierRefused("550", "no such mailbox")]
        await shop.work()
        assert carrier.taken == []
        assert carrier.asked >= 1


async def test_long_replies_leave_in_order_and_a_part_waits_for_the_one_ahead(
    database_url: str, clock: SettableClock
) -> None:
    carrier = ScriptedCarrier(script=[CarrierBusy("429")])
    async with shop_on(database_url, clock, carrier) as shop:
        received = await shop.arrives(QUESTION)
        await answer(shop.db, received.conversation.id, "12 adults are $660.00. " * 100)
        await shop.sender.send(received.conversation.id)
        assert (carrier.asked, carrier.taken) == (1, []), "the second part waits"
        await shop.work()
        rows = await shop.rows("SELECT id, part, parts FROM outbox ORDER BY part")
        assert [row["id"] for row in rows] == [one.id for one in carrier.taken]
        assert {row["parts"] for row in rows} == {len(rows)} == {3}
        assert "".join("".join(carrier.texts).split()) == "".join(("12adultsare$660.00." * 100).split())


async def test_parts_that_are_not_the_checked_words_cannot_be_queued(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        received = await shop.arrives(QUESTION)
        sent = await answer(shop.db, received.conversation.id)
        assert isinstance(sent, Sent)
        written = MessageWritten(conversation_id=received.conversation.id, message_id=sent.message.id, kind="reply")
        for body in ("20 adults are $1,000.", "20 adults are", "20 adults are $1,100. Deal!"):
            with pytest.raises(WordsChanged):
                async with shop.db.transaction() as tx:
                    await conversations.post(tx, written=written, parts=[Part(body=body)], recipient=DANA)
        with pytest.raises(IntegrityError, match="uq_outbox_live_part"):
            async with shop.db.transaction() as tx:
                parts = [Part(body="20 adults are $1,100.")]
                await conversations.post(tx, written=written, parts=parts, recipient=DANA)


async def test_reports_move_forward_only_and_early_ones_are_kept(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.arrives(QUESTION)

        async def early(outgoing: object) -> None:
            sent_as = f"SM-{outgoing.id}"  # type: ignore[attr-defined] # an Outgoing
            async with shop.db.transaction() as tx:
                await report(tx, provider="scripted", provider_message_id=sent_as, state="delivered")

        shop.carrier.before = early
        await shop.work()
        [row] = await shop.rows("SELECT state, provider_message_id AS id FROM outbox")
        assert row["state"] == "delivered"
        for state, expected in (("sent", "delivered"), ("read", "read"), ("delivered", "read"), ("failed", "read")):
            async with shop.db.transaction() as tx:
                await report(tx, provider="scripted", provider_message_id=row["id"], state=state)  # type: ignore[arg-type] # a Literal
            assert (await shop.rows("SELECT state FROM outbox"))[0]["state"] == expected
