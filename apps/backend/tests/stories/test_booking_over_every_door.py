"""A whole booking over each provider's own door: signed webhooks in, the provider's API out, the same party at the end."""

import re
from decimal import Decimal
from typing import Any

import pytest

from hibachi.kit.clock import SettableClock
from tests.channels.stage import DANA, PEOPLE, RINGCENTRAL_DOOR, Stage, stage_on
from tests.simulators import provider
from tests.simulators.provider import Answer, Fault
from tests.simulators.twilio import NUMBER

pytestmark = pytest.mark.anyio
ASKS = "I'd like to book Saturday March 21 at 6pm for 12 adults and two kids aged 7 and 9, no extras, ZIP 95112."
NAME = " My name is Dana Ruiz"
CONTACT = ", 510-555-0142."
YES = "yes, please book it"
TOTAL = "720.00"
OWN = ("id", "hold_token", "token")
DOORS = ("twilio", "ringcentral", "instagram", "facebook", "whatsapp")


async def books(stage: Stage, channel: str) -> dict[str, Any]:
    """A party asked for, summarised and agreed to; the rows that stand at the end."""
    knows_the_number = channel in ("sms", "whatsapp")
    held = await stage.says(channel, ASKS + NAME + ("." if knows_the_number else CONTACT))
    assert "$720" in held, held
    assert await stage.rows("SELECT 1 FROM bookings WHERE status = 'deposit_pending'") == [], "nothing before the yes"
    agreed = await stage.says(channel, YES)
    assert agreed, "the booking is confirmed to the customer"
    [booking] = await stage.rows("SELECT * FROM bookings")
    return booking


def facts_of(booking: dict[str, Any]) -> dict[str, Any]:
    """What two bookings have in common when they are the same party."""
    return {name: value for name, value in booking.items() if name not in OWN and not name.endswith("_id")}


@pytest.mark.parametrize("door", DOORS)
async def test_full_booking(database_url: str, clock: SettableClock, door: str) -> None:
    channel = "sms" if door in ("twilio", "ringcentral") else door
    async with stage_on(database_url, clock, sms=door if channel == "sms" else "twilio") as stage:
        booking = await books(stage, channel)
        outbox = await stage.rows("SELECT state, channel, provider, recipient FROM outbox")
        events = await stage.rows("SELECT outcome FROM webhook_events")
        [conversation] = await stage.rows("SELECT channel, booking_created, total_revenue FROM conversations")
    assert booking["status"] == "deposit_pending"
    assert (booking["name"], booking["phone"]) == ("Dana Ruiz", DANA)
    assert conversation == {"channel": channel, "booking_created": True, "total_revenue": Decimal(TOTAL)}
    assert {row["state"] for row in outbox} == {"sent"} and {row["channel"] for row in outbox} == {channel}
    assert {row["provider"] for row in outbox} == {door}
    assert [row["outcome"] for row in events] == ["done"] * 2


async def test_every_door_makes_the_same_party(database_url: str, clock: SettableClock) -> None:
    """CHN-13: same prices, same rows, whatever the door."""
    made = []
    async with stage_on(database_url, clock) as stage:
        for channel in PEOPLE:
            held = await stage.says(channel, ASKS + NAME + CONTACT)
            amounts = set(re.findall(r"\$[\d,]+(?:\.\d\d)?", held))
            assert await stage.says(channel, YES)
            [booking] = await stage.rows("SELECT * FROM bookings")
            [quote] = await stage.rows("SELECT * FROM quotes ORDER BY created_at DESC LIMIT 1")
            told = {"$100", "$720"} <= amounts  # a longer channel also tells what the total is made of
            made.append((told, facts_of(booking), facts_of(quote)))
            await stage.begin_anew()
    assert made[0][0] and all(one == made[0] for one in made), made


async def test_full_booking_via_sms_ringcentral(database_url: str, clock: SettableClock) -> None:
    """CHN-07, CHN-08: read back from the message store, answered over REST, delivered by the store's own events."""
    async with stage_on(database_url, clock, sms="ringcentral") as stage:
        booking = await books(stage, "sms")
        [reply, *_] = stage.ringcentral.messages
        await stage.deliver(stage.ringcentral.report(RINGCENTRAL_DOOR, reply, "Delivered"))
        await stage.work()
        rows = await stage.rows("SELECT state FROM outbox WHERE provider_message_id = :id", id=str(reply["id"]))
        read_back = [asked.path for asked in stage.ringcentral.asked if "/message-store/" in asked.path]
        tokens = len(stage.ringcentral.tokens)
    assert booking["status"] == "deposit_pending"
    assert rows == [{"state": "delivered"}]
    assert len(read_back) == 2, "each message was read back before anything was done"
    assert tokens == 2, "one token for the reader, one for the carrier, and no more"


async def test_ringcentral_webhook_verification(database_url: str, clock: SettableClock) -> None:
    """CHN-09: what is not RingCentral's is refused and has no effect; what the store does not hold is not believed."""
    async with stage_on(database_url, clock, sms="ringcentral") as stage:
        genuine = stage.written("sms", "how much for 12 adults in 94539?")
        before = await stage.digest()
        for token in ("", "guessed", None):
            headers = {**genuine.headers, **({"Verification-Token": token} if token is not None else {})}
            headers = headers if token is not None else {n: v for n, v in headers.items() if n != "Verification-Token"}
            [refused] = await stage.deliver(provider.Webhook(genuine.path, genuine.body, headers))
            assert (refused.status_code, refused.json()["code"]) == (403, "not_verified")
        await stage.work()
        assert await stage.digest() == before and stage.ringcentral.asked == []

        claims = {
            "id": "31337",
            "direction": "Inbound",
            "type": "SMS",
            "subject": "book it",
            "from": {"phoneNumber": DANA},
        }
        invented = stage.ringcentral.event(RINGCENTRAL_DOOR, stage.ringcentral.store and "" or HINT, claims)
        [accepted] = await stage.deliver(invented)
        assert accepted.status_code == 200
        await stage.work_what_is_due()
        assert await stage.rows("SELECT 1 FROM messages") == [], "an event alone is only a hint"

        await stage.deliver(genuine)
        await stage.work()
        assert len(await stage.rows("SELECT 1 FROM messages WHERE role = 'user'")) == 1


HINT = "/restapi/v1.0/account/~/extension/2/message-store/instant?type=SMS"


async def test_error_handling_sms(database_url: str, clock: SettableClock) -> None:
    """CHN-12: the provider fails in every way; what the customer wrote stays, and gets one answer or a human."""
    async with stage_on(database_url, clock) as stage:
        stage.twilio.faults += [provider.BUSY, provider.BROKEN]
        said = await stage.says("sms", "how much for 12 adults in 94539?")
        assert "$660" in said and len(stage.twilio.messages) == 1
        stage.twilio.faults += [provider.CUT_AFTER]
        said = await stage.says("sms", "and for 14 adults?")
        assert "$770" in said and len(stage.twilio.messages) == 2, "taken and not answered: found, and not sent again"
        stage.twilio.blocked.add(DANA)
        assert await stage.says("sms", "and for 16 adults?") == ""
        messages = await stage.rows("SELECT content FROM messages WHERE role = 'user' ORDER BY sequence")
        [thread] = await stage.rows("SELECT status, escalation_reason FROM conversations")
        states = await stage.rows("SELECT state, code FROM outbox ORDER BY sequence")
    assert [row["content"] for row in messages][-1] == "and for 16 adults?" and len(messages) == 3
    assert states == [{"state": "sent", "code": None}] * 2 + [{"state": "failed", "code": "21610"}]
    assert thread == {"status": "escalated", "escalation_reason": "delivery_failed"}


async def test_error_handling_sms_when_the_turn_breaks(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The AI itself fails: the message is stored, and a human is asked for."""
    async with stage_on(database_url, clock) as stage:

        async def broken(*_: object) -> None:
            raise RuntimeError("a bug in a turn")

        monkeypatch.setattr(stage.runtime.concierge._thinker, "think", broken)
        await stage.deliver(stage.written("sms", "how much for 12 adults in 94539?"))
        await stage.work()
        [thread] = await stage.rows("SELECT status FROM conversations")
        assert thread["status"] == "escalated"
        assert len(await stage.rows("SELECT 1 FROM messages WHERE role = 'user'")) == 1


async def test_what_became_of_a_message_is_told_by_its_provider(database_url: str, clock: SettableClock) -> None:
    """Twilio's callbacks, Meta's deliveries, reads and statuses: forward only, in whatever order they come."""
    async with stage_on(database_url, clock) as stage:
        for channel in PEOPLE:
            assert await stage.says(channel, "how much for 12 adults in 94539?")
        [text] = stage.twilio.messages
        by_account = {one["account"]: one for one in stage.meta.sent}
        page, instagram, whatsapp = sorted(
            by_account.values(), key=lambda one: {"f": 0, "i": 1, "w": 2}[channel_of(one)]
        )
        item = stage.meta.item
        await stage.deliver(
            stage.twilio.report(text, "delivered"),
            stage.twilio.report(text, "sent"),
            stage.meta.webhook("facebook", item("facebook", "24680", delivery={"mids": [page["id"]], "watermark": 1})),
            stage.meta.webhook("instagram", item("instagram", "13579", read={"mid": instagram["id"]})),
            stage.meta.webhook(
                "whatsapp", stage.meta.status(whatsapp, "read"), stage.meta.status(whatsapp, "delivered")
            ),
            twice=True,
        )
        states = {row["channel"]: row["state"] for row in await stage.rows("SELECT channel, state FROM outbox")}
        failed = Answer(200)
        await stage.deliver(stage.meta.webhook("whatsapp", stage.meta.status(whatsapp, "failed", 131026)))
    assert failed and states == {"sms": "delivered", "facebook": "delivered", "instagram": "read", "whatsapp": "read"}


def channel_of(sent: dict[str, Any]) -> str:
    """The first letter of the channel that a message went out by."""
    return {"117172741761305": "f", "17841400008460056": "i", "106540352242922": "w"}[sent["account"]]


async def test_a_callback_tells_of_a_sending_that_had_no_answer(database_url: str, clock: SettableClock) -> None:
    """The provider took the message over and hung up, and cannot be asked: its callback carries our own id."""
    async with stage_on(database_url, clock) as stage:
        stage.twilio.faults += [provider.CUT_AFTER, Fault("say", answer=Answer(500))]
        await stage.deliver(stage.written("sms", "how much for 12 adults in 94539?"))
        await stage.work_what_is_due()
        [row] = await stage.rows("SELECT state FROM outbox")
        assert row["state"] == "sending", "nobody knows yet"
        [message] = stage.twilio.messages
        await stage.deliver(stage.twilio.report(message, "delivered"))
        await stage.work()
        [row] = await stage.rows("SELECT state, provider_message_id, recipient FROM outbox")
        assert (row["state"], row["provider_message_id"]) == ("delivered", message["sid"])
        assert len(stage.twilio.messages) == 1 and message["from"] == NUMBER
