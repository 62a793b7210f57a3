"""Words go out: once, in order, and what a provider does to them is kept."""

import pytest

from hibachi.channels.carriers import CarrierBusy, CarrierRefused
from hibachi.channels.delivery import report
from hibachi.kit.clock import SettableClock
from tests.channels.scripted import DANA, ScriptedCarrier, shop_on

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
