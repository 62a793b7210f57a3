"""What keeps a message back, what lets it go late, and what lets it never go: consent, hours, people, downtime."""

import asyncio
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from hibachi.bookings.schemas import Booking
from hibachi.channels.carriers import CarrierBusy
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Parcel
from hibachi.customers.schemas import ChannelName
from hibachi.journeys import repository
from hibachi.journeys.models import JourneyRow
from hibachi.journeys.rules import Occasion
from hibachi.journeys.saying import Content
from hibachi.journeys.sources import parties as source
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Tx
from hibachi.language.heads.schemas import Mood
from tests.journeys.lives import Life, known, life_on
from tests.parties import OLGA

SEVEN_DAYS_BEFORE = "2026-03-07T19:00:00-08:00"


async def switch(life: Life, **says: bool) -> None:
    await life.parties.change_policy(follow_ups={"says": says})


async def test_a_switch_quiet_hours_a_human_and_stop_hold_a_message_back(
    database_url: str, clock: SettableClock
) -> None:
    async with life_on(database_url, clock) as life:
        await life.shop.arrives("hello")
        await life.shop.work()
        await life.confirmed()
        await switch(life, event_reminder=False, balance_reminder=False)
        life.at(SEVEN_DAYS_BEFORE)
        assert await life.run() == []
        assert await life.rows() == []
        await switch(life, event_reminder=True)
        life.at("2026-03-07T22:00:00-08:00")
        assert await life.run() == []
        assert await life.states() == [("event_reminder", "7d", "waiting", "quiet_hours")]
        (thread,) = await life.parties.do(conversations.threads, customer_id=life.customer_id)
        await life.parties.do(
            conversations.take_over, actor=OLGA, conversation_id=thread.id, reason="asked for a person"
        )
        life.at("2026-03-08T10:00:00-07:00")
        assert await life.run() == []
        assert await life.states() == [("event_reminder", "7d", "waiting", "human_speaks")]
        await life.parties.do(conversations.hand_back, actor=OLGA, conversation_id=thread.id)
        assert len(await life.run()) == 1
        await life.shop.arrives("STOP")
        await life.shop.work()
        life.at("2026-03-13T10:00:00-07:00")
        silent = len(life.said)
        await life.run()
        life.at("2026-03-14T10:00:00-07:00")
        await life.run()
        assert len(life.said) == silent
        assert await life.states() == [
            ("event_reminder", "7d", "sent", None),
            ("event_reminder", "48h", "expired", "opted_out"),
        ]


async def test_one_that_raises_stops_no_other_and_staff_are_told(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with life_on(database_url, clock) as life:
        await life.parties.chefs(3)
        broken = await life.confirmed()
        fine = await life.parties.confirmed(await known(life.shop, "+15105550777", "Ken Ito"))
        kept = source.content

        async def content(tx: object, occasion: object, pages: object) -> Content:
            if occasion.booking_id == broken.id:  # type: ignore[attr-defined]
                await tx.session.execute(text("SELECT 1 / 0"))  # type: ignore[attr-defined]
            return await kept(tx, occasion, pages)  # type: ignore[arg-type]

        monkeypatch.setattr(source, "content", content)
        life.at(SEVEN_DAYS_BEFORE)
        (said,) = await life.run()
        assert said.startswith("Hi Ken,")
        for _ in range(3):
            await life.run()
        rows = {row.booking_id: (row.state, row.reason, row.failures) for row in await life.rows()}
        assert rows == {fine.id: ("sent", None, 0), broken.id: ("failed", "error", 3)}
        told = await life.shop.rows("SELECT reason, summary FROM escalations")
        assert [one["reason"] for one in told] == ["unasked_failed"]
        assert "event reminder" in told[0]["summary"]


async def test_whatever_fails_stops_no_other(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a failure cannot be noted, and where what left cannot be looked up."""
    async with life_on(database_url, clock) as life:
        await life.parties.chefs(3)
        broken = await life.confirmed()
        await life.parties.confirmed(await known(life.shop, "+15105550777", "Ken Ito"))
        decide, find = repository.claim, conversations.parcels

        async def claim(tx: Tx, occasion: Occasion) -> JourneyRow:
            if occasion.booking_id == broken.id:
                await tx.session.execute(text("SELECT 1 / 0"))
            return await decide(tx, occasion)

        async def parcels(tx: Tx, *, message_ids: list[UUID]) -> list[Parcel]:
            if not lost:
                lost.extend(message_ids)
            if message_ids == lost:
                await tx.session.execute(text("SELECT 1 / 0"))
            return await find(tx, message_ids=message_ids)

        lost: list[UUID] = []
        monkeypatch.setattr(repository, "claim", claim)
        life.at(SEVEN_DAYS_BEFORE)
        (said,) = await life.run()
        assert said.startswith("Hi Ken,")
        monkeypatch.setattr(repository, "claim", decide)
        monkeypatch.setattr(conversations, "parcels", parcels)
        await life.shop.rows("UPDATE journeys SET state = 'queued', sent_at = NULL RETURNING id")
        assert [one.split(",")[0] for one in await life.run()] == ["Hi Dana"]
        assert {row.state for row in await life.rows()} == {"queued", "sent"}, "one cannot be looked up, the other was"


async def test_a_party_of_the_day_before_breaks_nothing(database_url: str, clock: SettableClock) -> None:
    """Its balance would be brought to mind after it began: it is not, and nobody else waits for that."""
    async with life_on(database_url, clock) as life:
        await life.parties.chefs(3)
        life.at("2026-03-13T20:00:00-07:00")
        assert isinstance(await life.parties.imported(customer_id=life.customer_id), Booking)
        life.at("2026-03-14T20:30:00-07:00")
        await life.run()
        assert [row for row in await life.rows(kind="balance_reminder")] == []
        assert await life.shop.rows("SELECT reason FROM escalations") == []


async def test_after_two_days_without_a_worker_what_is_late_is_said_or_expires(
    database_url: str, clock: SettableClock
) -> None:
    """The week's reminder is caught up, with the time of now; thanks for a party three days ago are not."""
    async with life_on(database_url, clock) as life:
        await life.parties.chefs(3)
        past = await life.confirmed(day=date(2026, 3, 6), at=time(12))
        coming = await life.confirmed()
        await life.over(past)
        life.at("2026-03-07T12:00:00-08:00")
        await life.run()
        life.shop.carrier.taken.clear()
        await life.move(coming, at="15:00")
        life.at("2026-03-09T15:00:00-07:00")
        (said,) = await life.run()
        assert "your hibachi party is on Saturday, March 14 at 3 PM" in said
        assert min(await life.states()) == ("after_event", "", "expired", "late")


async def test_two_workers_at_once_say_nothing_twice(database_url: str, clock: SettableClock) -> None:
    async with life_on(database_url, clock) as life:
        await life.parties.chefs(4)
        for number in range(3):
            await life.parties.confirmed(await known(life.shop, f"+1510555080{number}", f"Guest {number}"))
        life.shop.carrier.taken.clear()
        life.at(SEVEN_DAYS_BEFORE)
        await asyncio.gather(*(life.journeys().run() for _ in range(3)))
        await life.shop.work()
        assert sorted(one.to for one in life.taken) == [f"+1510555080{n}" for n in range(3)]


MOODS = {
    "Ann": (Mood("happy", 0.9, "positive"), "Would you write us a short review?"),
    "Ben": (Mood("sad", 0.7, "negative"), "what we could have done better"),
    "Cleo": (Mood("angry", 0.9, "negative"), None),
}


async def test_how_they_felt_decides_what_is_said_after_the_party(database_url: str, clock: SettableClock) -> None:
    """FUP-02: thanks and the review, care without any offer, or a person and not a word."""
    async with life_on(database_url, clock) as life:
        await life.parties.chefs(3)
        for number, (name, (mood, _)) in enumerate(MOODS.items()):
            guest = await known(life.shop, f"+1510555070{number}", name)
            booking = await life.parties.confirmed(guest)
            await life.feels(guest, mood)
        await life.over(booking)
        life.at(booking.event_end + timedelta(hours=40))
        said = {one.split()[1].rstrip(","): one for one in await life.run()}
        for name, (_, words) in MOODS.items():
            assert (words in said[name]) if words else (name not in said)
        assert "review" not in said["Ben"]
        assert [one["reason"] for one in await life.shop.rows("SELECT reason FROM escalations")] == [
            "angry_after_party"
        ]
        assert ("after_event", "", "handed_over", "angry_after_party") in await life.states()


async def test_what_a_busy_provider_held_up_is_said_anew_as_the_party_is_by_then(
    database_url: str, clock: SettableClock
) -> None:
    """Marked as sent only when it was; an hour that moved while the message waited is never told wrong."""
    async with life_on(database_url, clock) as life:
        booking = await life.confirmed()
        life.at(SEVEN_DAYS_BEFORE)
        life.shop.carrier.script = [CarrierBusy("full", retry_after=600)]
        await life.journeys().run()
        await life.shop.runtime.jobs.drain()
        await life.journeys().run()
        assert [row.state for row in await life.rows()] == ["queued"] and life.said == []
        await life.move(booking, at="15:00")
        (said,) = await life.run() or await life.run()
        assert "Saturday, March 14 at 3 PM" in said
        assert [row.state for row in await life.rows()] == ["sent"]
        withheld = await life.shop.rows("SELECT code FROM outbox WHERE kind = 'unasked' AND state = 'withheld'")
        assert [one["code"] for one in withheld] == ["stale"]
        life.shop.carrier.script = [CarrierBusy("full", retry_after=600)]
        life.at("2026-03-12T19:00:00-07:00")
        await switch(life, balance_reminder=False)
        await life.journeys().run()
        await life.shop.runtime.jobs.drain()
        clock.advance(timedelta(minutes=20))
        (again,) = await life.run() or await life.run()
        assert "at 3 PM" in again
        assert [(row.state, row.step) for row in await life.rows()] == [("sent", "7d"), ("sent", "48h")]


WAYS: dict[ChannelName, str] = {"sms": "+15105550601", "email": "dana@example.com", "whatsapp": "+15105550602"}


async def test_it_goes_the_way_that_they_prefer(database_url: str, clock: SettableClock) -> None:
    """FUP-03: SMS, e-mail, WhatsApp; there within a day of their words, or by the owner's approved template."""
    async with life_on(database_url, clock) as life:
        await life.parties.chefs(3)
        people = {way: await known(life.shop, address, f"By {way}", way) for way, address in WAYS.items()}
        for guest in people.values():
            await life.parties.confirmed(guest)
        life.at(SEVEN_DAYS_BEFORE)
        assert len(await life.run()) == 2
        assert ("event_reminder", "7d", "waiting", "outside_window") in await life.states()
        await life.parties.change_policy(follow_ups={"whatsapp_template": "news_of_your_party"})
        await life.run()
        sent = {one.channel: (one.to, one.tag) for one in life.taken}
        assert sent == {way: (WAYS[way], "template:news_of_your_party" if way == "whatsapp" else None) for way in WAYS}
