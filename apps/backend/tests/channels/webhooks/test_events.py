"""What came in is kept once and acted upon once: twice, out of order, while things break, and by many at a time."""

import asyncio
import random
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from hibachi.channels import doors as doors_module
from hibachi.conversations import service as conversations
from hibachi.conversations.rules import LONGEST_MESSAGE
from hibachi.kit.clock import SettableClock
from tests.channels.stage import DANA, PEOPLE, RINGCENTRAL_DOOR, Stage, stage_on
from tests.simulators import provider
from tests.simulators.meta import signed

pytestmark = pytest.mark.anyio
PRICE = "how much for 12 adults in 94539?"
CHANNELS = (*PEOPLE, "ringcentral")


@pytest.fixture
async def stage(database_url: str, clock: SettableClock) -> AsyncIterator[Stage]:
    async with stage_on(database_url, clock) as opened:
        yield opened


@pytest.fixture
async def ring(database_url: str, clock: SettableClock) -> AsyncIterator[Stage]:
    """The same, with RingCentral carrying the text messages."""
    async with stage_on(database_url, clock, sms="ringcentral") as opened:
        yield opened


def on(stage: Stage, name: str) -> str:
    """The channel of a name, and the provider that carries its texts."""
    stage.sms = "ringcentral" if name == "ringcentral" else "twilio"
    return "sms" if name == "ringcentral" else name


@pytest.mark.parametrize("name", CHANNELS)
async def test_delivered_twice_is_answered_once(stage: Stage, name: str) -> None:
    channel = on(stage, name)
    webhook = stage.written(channel, PRICE)
    answers = await stage.deliver(webhook, twice=True)
    await stage.work()
    answers += await stage.deliver(webhook)
    await stage.work()
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert len(await stage.rows("SELECT 1 FROM messages WHERE role = 'user'")) == 1
    assert len(await stage.rows("SELECT 1 FROM outbox")) == 1
    assert [row["outcome"] for row in await stage.rows("SELECT outcome FROM webhook_events")] == ["done"]


@pytest.mark.parametrize("name", CHANNELS)
async def test_at_the_same_instant_one_wins(stage: Stage, name: str) -> None:
    channel = on(stage, name)
    webhook = stage.written(channel, PRICE)
    answers = await asyncio.gather(*(stage.deliver(webhook) for _ in range(5)))
    assert {one.status_code for answer in answers for one in answer} == {200}
    await stage.work()
    assert len(await stage.rows("SELECT 1 FROM messages WHERE role = 'user'")) == 1
    assert len(await stage.rows("SELECT 1 FROM outbox")) == 1


@pytest.mark.parametrize("seed", range(3))
async def test_out_of_order_and_twice_each_message_has_its_one_answer(stage: Stage, seed: int) -> None:
    webhooks = [stage.written(channel, f"{PRICE} ({number})") for number in range(3) for channel in PEOPLE]
    answers = await stage.deliver(*webhooks, twice=True, order=random.Random(seed))
    assert {answer.status_code for answer in answers} == {200}
    await stage.work()
    assert len(await stage.rows("SELECT 1 FROM messages WHERE role = 'user'")) == 12
    assert await stage.rows("SELECT 1 FROM messages WHERE role = 'user' AND answered_by IS NULL") == []
    assert len(await stage.rows("SELECT 1 FROM outbox")) == len(PEOPLE), "one reply to what came together"


async def test_a_batch_of_people_is_as_many_customers(stage: Stage) -> None:
    items = [stage.meta.said("facebook", str(number), PRICE) for number in range(1, 6)]
    [answer] = await stage.deliver(stage.meta.webhook("facebook", *items))
    await stage.work()
    assert answer.status_code == 200
    assert len(await stage.rows("SELECT 1 FROM customers")) == 5
    assert sorted(message["to"] for message in stage.meta.sent) == ["1", "2", "3", "4", "5"]


async def test_whatsapp_proves_the_number_and_instagram_does_not(stage: Stage) -> None:
    """The same person by text message and WhatsApp is one customer; an account that names a number proves nothing."""
    await stage.says("sms", PRICE)
    await stage.says("whatsapp", "hello again")
    await stage.says("instagram", f"hi, my number is {DANA}")
    people = await stage.rows("SELECT c.id, i.kind, i.value, i.proven FROM customers c JOIN customer_identities i ON i.customer_id = c.id")  # fmt: skip
    proven = {(row["kind"], row["value"]): row["id"] for row in people if row["proven"]}
    assert proven["phone", DANA] == proven["whatsapp", DANA] != proven["instagram", "13579"]


async def test_pictures_are_noted_and_answered(stage: Stage) -> None:
    [answer] = await stage.deliver(stage.twilio.text(DANA, "", media=["image/jpeg", "video/mp4"]))
    assert answer.status_code == 200
    await stage.work()
    [message] = await stage.rows("SELECT content, metadata FROM messages WHERE role = 'user'")
    assert message["content"] == "[image] [video]"
    assert [one["type"] for one in message["metadata"]["attachments"]] == ["image/jpeg", "video/mp4"]
    assert len(stage.sent("sms")) == 1


async def test_more_than_one_message_may_hold_is_stored_in_several(stage: Stage) -> None:
    """WhatsApp takes a few letters more than one message here may have: none is lost, and the answer is one."""
    long = PRICE + " x" * ((LONGEST_MESSAGE - len(PRICE)) // 2 + 40)
    await stage.says("whatsapp", long)
    stored = await stage.rows("SELECT content FROM messages WHERE role = 'user' ORDER BY sequence")
    assert len(stored) == 2 and "".join(row["content"] for row in stored).replace(" ", "") == long.replace(" ", "")
    assert len(await stage.rows("SELECT DISTINCT message_id FROM outbox")) == 1


@pytest.mark.parametrize("sender", ["22395", "+1", "anonymous"])
async def test_who_is_no_number_is_acknowledged_and_kept(stage: Stage, sender: str) -> None:
    """A short code or a withheld number: no customer, no turn, no endless delivery; what it said is with the event."""
    [answer] = await stage.deliver(stage.twilio.text(sender, "Your code is 123456"))
    await stage.work()
    assert answer.status_code == 200
    [event] = await stage.rows("SELECT outcome, payload FROM webhook_events")
    assert event["outcome"] == "invalid_phone" and event["payload"]["Body"] == "Your code is 123456"
    assert await stage.rows("SELECT 1 FROM customers") == [] and stage.twilio.messages == []


async def test_a_bug_in_one_message_costs_neither_it_nor_the_others(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive = doors_module.arrive

    async def broken(tx: Any, concierge: Any, arrived: Any, **more: Any) -> Any:
        if "adults" in arrived.text:
            raise RuntimeError("a bug in reading this one")
        return await arrive(tx, concierge, arrived, **more)

    monkeypatch.setattr(doors_module, "arrive", broken)
    items = [stage.meta.said("facebook", sender, words) for sender, words in (("1", PRICE), ("2", "hello"))]
    [answer] = await stage.deliver(stage.meta.webhook("facebook", *items))
    assert answer.status_code == 200
    assert [row["content"] for row in await stage.rows("SELECT content FROM messages WHERE role = 'user'")] == ["hello"]
    assert len(await stage.rows("SELECT 1 FROM webhook_events WHERE handled_at IS NULL")) == 1
    monkeypatch.setattr(doors_module, "arrive", arrive)
    await stage.work()
    assert len(await stage.rows("SELECT content FROM messages WHERE role = 'user'")) == 2
    assert sorted(message["to"] for message in stage.meta.sent) == ["1", "2"]


async def test_an_event_that_lost_its_job_is_found(ring: Stage, clock: SettableClock) -> None:
    await ring.deliver(ring.written("sms", PRICE))
    await ring.rows("DELETE FROM procrastinate_jobs RETURNING 1")
    clock.advance(timedelta(minutes=11))
    await ring.runtime.doors.inbox.try_again()
    await ring.work()
    assert len(ring.sent("sms")) == 1


async def test_raw_events_are_forgotten_and_replays_are_not_let_in(stage: Stage, clock: SettableClock) -> None:
    caught = stage.written("instagram", PRICE)
    await stage.deliver(caught)
    clock.advance(timedelta(days=31))
    await stage.runtime.doors.inbox.try_again()
    assert await stage.rows("SELECT 1 FROM webhook_events") == []
    [answer] = await stage.deliver(caught)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_verified")


async def test_a_late_delivery_still_arrives(stage: Stage, clock: SettableClock) -> None:
    """Meta tries for a day and a half."""
    late = stage.written("facebook", PRICE)
    clock.advance(timedelta(hours=36))
    [answer] = await stage.deliver(late)
    await stage.work()
    assert answer.status_code == 200 and len(stage.sent("facebook")) == 1


async def test_ringcentrals_api_away_for_a_while(ring: Stage) -> None:
    """The event is kept; what it hints at is read once the API answers."""
    ring.ringcentral.faults += [provider.BUSY, provider.CUT_BEFORE, provider.BROKEN]
    [answer] = await ring.deliver(ring.written("sms", PRICE))
    assert answer.status_code == 200
    await ring.work()
    assert len(await ring.rows("SELECT 1 FROM messages WHERE role = 'user'")) == 1
    assert len(ring.sent("sms")) == 1


async def test_a_change_in_the_store_brings_what_its_event_did_not(ring: Stage) -> None:
    """The event of a message was lost; the next one of any change finds it, once, and nobody else's is lost by a bad one."""
    ring.ringcentral.add("Inbound", "22395", "a short code", "Received")
    ring.ringcentral.add("Inbound", DANA, PRICE, "Received")
    own = ring.ringcentral.add("Outbound", DANA, "an older one", "Sent")
    for _ in range(2):
        await ring.deliver(ring.ringcentral.report(RINGCENTRAL_DOOR, own, "Delivered"))
    await ring.work()
    assert [row["content"] for row in await ring.rows("SELECT content FROM messages WHERE role = 'user'")] == [PRICE]
    assert len(await ring.rows("SELECT 1 FROM outbox")) == 1


async def test_a_person_in_metas_own_inbox_silences_the_machine(stage: Stage) -> None:
    await stage.says("instagram", PRICE)
    [own] = stage.meta.sent
    await stage.deliver(stage.meta.webhook("instagram", stage.meta.echo(own)))
    await stage.work()
    assert await stage.rows("SELECT status FROM conversations") == [{"status": "ai"}], "our own echo is nobody"
    theirs = {"account": own["account"], "to": own["to"], "id": "m_by_hand", "text": "Hi, Olga here. I'll help you."}
    await stage.deliver(stage.meta.webhook("instagram", stage.meta.echo(theirs)))
    await stage.work()
    [thread] = await stage.rows("SELECT status, escalation_reason, escalation_summary FROM conversations")
    assert (thread["status"], thread["escalation_reason"]) == ("escalated", "answered_elsewhere")
    assert "Olga here" in thread["escalation_summary"]
    assert await stage.says("instagram", "thanks! and for 14 adults?") == ""
    assert len(await stage.rows("SELECT 1 FROM messages WHERE role = 'user'")) == 2


@pytest.mark.parametrize("channel", ["facebook", "instagram"])
async def test_whoever_writes_first_has_the_name_of_their_profile(stage: Stage, channel: str) -> None:
    stage.meta.names[PEOPLE[channel]] = "Dana Ruiz"
    await stage.says(channel, PRICE)
    assert await stage.rows("SELECT name, first_name FROM customers") == [{"name": "Dana Ruiz", "first_name": "Dana"}]
    asked = [one for one in stage.meta.asked if one.path.endswith(f"/{PEOPLE[channel]}")]
    await stage.says(channel, "and for 14 adults?")
    assert len(asked) == 1
    await stage.says(channel, PRICE, sender="999")
    assert len(await stage.rows("SELECT 1 FROM customers WHERE name IS NULL")) == 1, (
        "a profile that is hidden is no error"
    )


async def test_messenger_reads_all_until_an_instant(stage: Stage, clock: SettableClock) -> None:
    """Not what was written later, and not what somebody else was sent."""
    await stage.says("facebook", PRICE)
    await stage.says("facebook", PRICE, sender="999")
    until = int(clock.now().timestamp() * 1000)
    clock.advance(timedelta(minutes=1))
    await stage.says("facebook", "and for 14 adults?")
    read = stage.meta.item("facebook", PEOPLE["facebook"], read={"watermark": until})
    await stage.deliver(stage.meta.webhook("facebook", read))
    states = await stage.rows("SELECT recipient, state FROM outbox ORDER BY sequence")
    assert [(row["recipient"], row["state"]) for row in states] == [
        (PEOPLE["facebook"], "read"), ("999", "sent"), (PEOPLE["facebook"], "sent"),
    ]  # fmt: skip


async def test_facebook_gives_our_own_id_back(stage: Stage) -> None:
    await stage.says("facebook", PRICE)
    [own] = stage.meta.sent
    assert own["metadata"] == str((await stage.rows("SELECT id FROM outbox"))[0]["id"])
    await stage.deliver(stage.meta.webhook("facebook", stage.meta.echo(own, app_id=1, metadata=own["metadata"])))
    await stage.work()
    assert await stage.rows("SELECT status FROM conversations") == [{"status": "ai"}]


async def test_nothing_that_a_signed_request_may_hold_breaks_the_door(stage: Stage) -> None:
    """Shapes that no sample has: each is kept or refused, and none is an error of ours."""
    shapes: list[Any] = [
        {}, {"object": "page"}, {"object": "page", "entry": []}, {"object": "instagram", "entry": [{}]},
        {"object": "page", "entry": [{"id": "1", "messaging": [{}]}]},
        {"object": "page", "entry": [{"id": stage.meta.settings()["FACEBOOK_PAGE_ID"], "messaging": [{"message": {"text": 1}}]}]},
        {"object": "page", "entry": [{"id": "1", "messaging": [{"sender": 1, "message": "x"}]}]},
        {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"value": {"messages": [{"type": "text"}]}}]}]},
        {"object": "whatsapp_business_account", "entry": [{"changes": [{"field": "messages", "value": {"metadata": []}}]}]},
        {"object": "page", "entry": [{"id": "1", "changes": [{"field": "feed", "value": {"a": [1, {"b": None}]}}]}]},
        {"object": ["page"], "entry": {"a": 1}},
    ]  # fmt: skip
    answers = await stage.deliver(*(signed(shape) for shape in shapes))
    await stage.work()
    assert {answer.status_code for answer in answers} <= {200, 422}
    assert await stage.rows("SELECT payload FROM webhook_events WHERE handled_at IS NULL") == []
    assert await stage.rows("SELECT 1 FROM messages") == []


async def test_conversations_know_where_they_are_answered(stage: Stage) -> None:
    await stage.says("facebook", PRICE)
    [thread] = await stage.rows("SELECT id, channel_metadata FROM conversations")
    async with stage.runtime.db.transaction() as tx:
        assert (await conversations.get(tx, conversation_id=thread["id"])).channel == "facebook"
    assert thread["channel_metadata"]["address"] == "24680"
    assert thread["channel_metadata"]["addressed_to"] == stage.meta.settings()["FACEBOOK_PAGE_ID"]
