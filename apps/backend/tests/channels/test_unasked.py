"""What nobody asked for: only with consent, at a decent hour, where the channel allows it; else it cannot be queued."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from hibachi.channels.service import notify
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import NotConnected
from hibachi.conversations.schemas import ConsentEntry, Sent, Unasked, Unsent
from hibachi.kit.clock import SettableClock
from hibachi.main import create_app
from tests.channels.scripted import DANA, ScriptedCarrier, Shop, shop_on
from tests.conversations.acting import STAFF, checked
from tests.web import client_of

NOON = datetime.fromisoformat("2026-03-04T12:00:00-08:00")
EVENING = datetime.fromisoformat("2026-03-04T21:30:00-08:00")
MORNING = datetime.fromisoformat("2026-03-05T09:00:00-08:00")


async def ask(shop: Shop, customer_id: UUID, **more: Any) -> Sent | Unsent:
    """A reminder of the customer's own party."""
    wanted: dict[str, Any] = {
        "customer_id": customer_id,
        "channel": "sms",
        "purpose": "transactional",
        "key": "event_reminder:1",
        "checked": checked("Your party is on Saturday. See you there!", ()),
        **more,
    }
    async with shop.db.transaction() as tx:
        return await conversations.queue_unasked(tx, unasked=Unasked(**wanted))


async def known(shop: Shop, **who: Any) -> UUID:
    """A customer who wrote to us three hours ago, and was answered."""
    channel = who.pop("channel", "sms")
    received = await shop.arrives("how much for 12 adults in 94539?", channel=channel, **who)
    await shop.work()
    shop.carrier.taken.clear()
    shop.clock.advance(timedelta(hours=3))
    return received.conversation.customer_id


async def test_a_reminder_rests_on_what_the_customer_wrote(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop)
        sent = await ask(shop, dana)
        assert isinstance(sent, Sent)
        again = await ask(shop, dana)
        assert isinstance(again, Sent)
        assert again.message.id == sent.message.id, "the same key is the same message"
        await shop.work()
        assert shop.carrier.texts == ["Your party is on Saturday. See you there!"]
        [row] = await shop.rows("SELECT kind, zone, urgent, consent_id FROM outbox WHERE kind = 'unasked'")
        assert (row["zone"], row["urgent"]) == ("America/Los_Angeles", False)
        [entry] = await shop.rows("SELECT * FROM consents")
        assert (entry["id"], entry["basis"], entry["words"]) == (
            row["consent_id"], "wrote_to_us", "how much for 12 adults in 94539?",
        )  # fmt: skip
        assert entry["source_message_id"] is not None


async def test_advertising_needs_a_consent_of_its_own(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop)
        advert = {"purpose": "marketing", "key": "spring", "checked": checked("Spring is here! Reply STOP to end.", ())}
        assert await ask(shop, dana, **advert) == Unsent(reason="no_consent")
        entry = ConsentEntry(channel="sms", purpose="marketing", granted=True, basis="form", words="the box was ticked")
        async with shop.db.transaction() as tx:
            await conversations.note_consent(tx, customer_id=dana, entry=entry)
        assert await ask(shop, dana, **{**advert, "checked": checked("Spring is here!", ())}) == Unsent(
            reason="no_way_out"
        )
        assert isinstance(await ask(shop, dana, **advert), Sent)
        async with shop.db.transaction() as tx:
            await conversations.note_consent(tx, customer_id=dana, entry=entry.model_copy(update={"granted": False}))
        await shop.work()
        assert shop.carrier.taken == [], "withdrawn before it left"
        assert await shop.rows("SELECT state, code FROM outbox WHERE kind = 'unasked'") == [
            {"state": "withheld", "code": "no_consent"}
        ]


async def test_somebody_we_know_only_by_claim_or_not_at_all_is_not_written_to(
    database_url: str, clock: SettableClock
) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop)
        assert await ask(shop, dana, channel="email") == Unsent(reason="no_consent")
        assert await ask(shop, dana, channel="whatsapp") == Unsent(reason="no_consent")
        assert await shop.rows("SELECT id FROM outbox WHERE kind = 'unasked'") == []


async def test_after_a_stop_nothing_is_queued(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop)
        await shop.arrives("STOP")
        assert await ask(shop, dana) == Unsent(reason="opted_out")


async def test_while_a_human_speaks_the_machine_asks_nothing(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop)
        [thread] = await shop.rows("SELECT id FROM conversations")
        async with shop.db.transaction(STAFF) as tx:
            await conversations.take_over(tx, conversation_id=thread["id"], reason="I know her")
        assert await ask(shop, dana) == Unsent(reason="human_speaks")


async def test_nothing_is_queued_without_a_carrier(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock, ScriptedCarrier(channels=frozenset({"sms"}))) as shop:
        dana = await known(shop, phone=DANA, email="dana@example.com")
        entry = ConsentEntry(channel="email", purpose="transactional", granted=True, basis="form", words="a box")
        async with shop.db.transaction() as tx:
            await conversations.note_consent(tx, customer_id=dana, entry=entry)
        with pytest.raises(NotConnected):
            await ask(shop, dana, channel="email")
        assert await shop.rows("SELECT id FROM messages WHERE metadata ->> 'unasked' IS NOT NULL") == []


@pytest.mark.parametrize(
    ("phone", "zip_code", "now", "until"),
    [
        ("+15105550142", None, "2026-03-04T21:00:00-08:00", "2026-03-05T09:00:00-08:00"),
        ("+15105550142", None, "2026-03-04T20:59:00-08:00", None),
        ("+15105550142", None, "2026-03-05T08:59:00-08:00", "2026-03-05T09:00:00-08:00"),
        ("+15105550142", None, "2026-03-05T09:00:00-08:00", None),
        ("+12125550142", None, "2026-03-04T19:00:00-08:00", "2026-03-05T09:00:00-05:00"),
        ("+12125550142", "94539", "2026-03-04T19:00:00-08:00", None),
        ("+15105550142", "10001", "2026-03-04T19:00:00-08:00", "2026-03-05T09:00:00-05:00"),
        ("+15105550142", None, "2026-03-07T22:00:00-08:00", "2026-03-08T09:00:00-07:00"),
    ],
)
async def test_quiet_hours_are_those_of_the_recipient(
    database_url: str, clock: SettableClock, phone: str, zip_code: str | None, now: str, until: str | None
) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop, phone=phone)
        clock.set(datetime.fromisoformat(now))
        answer = await ask(shop, dana, zip=zip_code)
        if until is None:
            assert isinstance(answer, Sent)
        else:
            assert answer == Unsent(reason="quiet_hours", until=datetime.fromisoformat(until))
            assert await shop.rows("SELECT id FROM outbox WHERE kind = 'unasked'") == []


async def test_who_wrote_a_moment_ago_is_awake(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop)
        clock.set(EVENING - timedelta(hours=1))
        await shop.arrives("and the deposit?")
        await shop.work()
        clock.set(EVENING)
        assert isinstance(await ask(shop, dana, key="deposit_reminder:1"), Sent)
        clock.set(EVENING + timedelta(hours=2))
        late = await ask(shop, dana, key="deposit_reminder:2")
        assert isinstance(late, Unsent)
        assert late.reason == "quiet_hours"


async def test_what_was_queued_by_day_does_not_leave_by_night(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop)
        clock.set(EVENING.replace(hour=20, minute=59))
        assert isinstance(await ask(shop, dana), Sent)
        clock.set(EVENING)
        [thread] = await shop.rows("SELECT id FROM conversations")
        await shop.sender.send(thread["id"])
        assert shop.carrier.taken == []
        [row] = await shop.rows(
            "SELECT state, extract(epoch FROM next_try_at - clock_timestamp()) AS wait FROM outbox WHERE kind = 'unasked'"
        )
        assert row["state"] == "queued"
        assert abs(float(row["wait"]) - (MORNING - EVENING).total_seconds()) < 60
        clock.set(MORNING)
        await shop.work()
        assert len(shop.carrier.taken) == 1


@pytest.mark.parametrize(
    ("channel", "hours", "tag", "purpose", "reason"),
    [
        ("facebook", 23, None, "transactional", None),
        ("facebook", 25, None, "transactional", "outside_window"),
        ("facebook", 25, "CONFIRMED_EVENT_UPDATE", "transactional", None),
        ("facebook", 25, "HUMAN_AGENT", "transactional", "outside_window"),
        ("instagram", 25, "CONFIRMED_EVENT_UPDATE", "transactional", "outside_window"),
        ("whatsapp", 25, "template:event_reminder", "transactional", None),
        ("whatsapp", 25, "CONFIRMED_EVENT_UPDATE", "transactional", "outside_window"),
    ],
)
async def test_outside_metas_window_nothing_but_an_allowed_tag(
    database_url: str, clock: SettableClock, channel: str, hours: int, tag: str | None, purpose: str, reason: str | None
) -> None:
    async with shop_on(database_url, clock) as shop:
        handle = "+15105550142" if channel == "whatsapp" else "dana.r"
        dana = await known(shop, channel=channel, handle=handle)
        clock.set(NOON)
        await shop.arrives("hello?", channel=channel, handle=handle)
        await shop.work()
        clock.set(NOON + timedelta(hours=hours))
        answer = await ask(shop, dana, channel=channel, tag=tag, purpose=purpose)
        assert (answer.reason if isinstance(answer, Unsent) else None) == reason
        await shop.work()
        assert [one.tag for one in shop.carrier.taken if one.text.startswith("Your party")] == (
            [] if reason else [tag if hours > 24 else None]
        )


async def test_a_mail_that_nobody_asked_for_carries_the_way_out_and_the_way_out_works(
    database_url: str, clock: SettableClock
) -> None:
    async with shop_on(database_url, clock, PUBLIC_URL="https://book.example") as shop:
        dana = await known(shop, channel="email", email="dana@example.com")
        assert isinstance(await ask(shop, dana, channel="email"), Sent)
        await shop.work()
        [mail] = shop.carrier.taken
        assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        link = mail.headers["List-Unsubscribe"].split(">")[0].lstrip("<")
        assert link.startswith("https://book.example/api/v1/unsubscribe/")
        path = link.removeprefix("https://book.example")
        async with client_of(create_app(shop.runtime)) as client:
            assert (await client.get(path)).status_code == 200
            assert await shop.rows("SELECT id FROM opt_outs") == [], "a scanner that follows links ends nothing"
            assert (await client.get(path[:-2] + "AA")).status_code == 404
            one_click = await client.post(path, data={"List-Unsubscribe": "One-Click"})
            assert one_click.status_code == 200
        assert await shop.rows("SELECT channel FROM opt_outs") == [{"channel": "email"}]
        assert await ask(shop, dana, channel="email", key="another") == Unsent(reason="opted_out")


async def test_the_database_refuses_what_breaks_the_law(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop)
        assert isinstance(await ask(shop, dana), Sent)
        which = "WHERE kind = 'unasked'"
        for change, constraint in (
            ("consent_id = NULL", "unasked_has_consent"),
            ("zone = NULL", "unasked_has_zone"),
            ("local_time = '21:00'", "not_in_quiet_hours"),
            ("local_time = '03:00'", "not_in_quiet_hours"),
            ("channel = 'instagram', window_until = created_at - interval '1 second'", "inside_metas_window"),
            ("channel = 'facebook', window_until = NULL", "inside_metas_window"),
            ("state = 'sent', next_try_at = NULL, attempts = 1", "sent_has_provider_id"),
            ("state = 'sending', next_try_at = NULL, attempts = 1", "lease"),
            ("state = 'failed', next_try_at = NULL", "says_why"),
            ("part = 2", "part"),
            ("recipient = NULL", "recipient"),
        ):
            with pytest.raises(IntegrityError, match=constraint):
                await shop.rows(f"UPDATE outbox SET {change} {which} RETURNING id")
        for statement in ("UPDATE consents SET words = 'never said'", "DELETE FROM consents"):
            with pytest.raises(DBAPIError, match="consents refuses"):
                async with shop.db.transaction() as tx:
                    await tx.session.execute(text(statement))


async def test_a_notification_takes_the_first_channel_that_may_carry_it(
    database_url: str, clock: SettableClock
) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop, channel="email", phone=DANA, email="dana@example.com")
        await shop.arrives("STOP", phone=DANA)
        await shop.work()
        shop.carrier.taken.clear()
        wanted = Unasked(
            customer_id=dana,
            channel="sms",
            purpose="transactional",
            key="event_reminder:7",
            checked=checked("Your party is on Saturday. See you there!", ()),
        )
        for _ in range(2):
            async with shop.db.transaction() as tx:
                sent = await notify(tx, shop.runtime.carriers, unasked=wanted)
            assert isinstance(sent, Sent)
            assert sent.message.channel == "email"
            await shop.work()
        assert [one.channel for one in shop.carrier.taken] == ["email"]


async def test_a_notification_that_nothing_may_carry_says_why(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        dana = await known(shop)
        clock.set(EVENING)
        wanted = Unasked(
            customer_id=dana, channel="sms", purpose="transactional", key="k", checked=checked("See you Saturday!", ())
        )
        async with shop.db.transaction() as tx:
            answer = await notify(tx, shop.runtime.carriers, unasked=wanted)
        assert answer == Unsent(reason="quiet_hours", until=MORNING)
        assert await shop.rows("SELECT id FROM outbox WHERE kind = 'unasked'") == []
