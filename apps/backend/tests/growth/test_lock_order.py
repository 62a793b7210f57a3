"""Everything of growth takes the person before what is theirs, as merging does: then no two of them wait for each other."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from uuid import uuid4

from sqlalchemy import text

from hibachi.bookings.events import BookingEvent
from hibachi.conversations.errors import NotConnected
from hibachi.conversations.events import CustomerStopped, MessageNotDelivered
from hibachi.growth import service as leads
from hibachi.growth.newsletters import links, subscribing
from hibachi.growth.newsletters import service as letters
from hibachi.growth.newsletters.events import SubscriptionAsked
from hibachi.growth.newsletters.schemas import NewNewsletter, Subscription
from hibachi.growth.newsletters.sending import Letters, on_not_delivered
from hibachi.growth.referrals import service as referrals
from hibachi.growth.reviews import service as reviews
from hibachi.growth.reviews.events import ReviewGiven
from hibachi.growth.schemas import FollowUp, NewLead
from hibachi.language.heads.schemas import Mood
from tests.growth.test_letter_praise import GATE, SETTINGS
from tests.growth.test_letter_praise import reader as wants_letters
from tests.growth.test_referrals import came, code_of
from tests.growth.test_reviews import give, over, the_review
from tests.parties import OLGA, Shop

TABLES = ("leads", "referrals", "reviews", "newsletters", "newsletter_subscribers", "newsletter_letters")
WAITS = """
    SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()
"""


async def waits_with_empty_hands(shop: Shop, verb: Callable[..., Awaitable[Any]], **said: Any) -> None:
    """While somebody else has everybody, a verb waits for them, and has nothing that they could wait for."""
    async with shop.db.transaction() as merging:
        await merging.session.execute(text("SELECT id FROM customers FOR UPDATE"))
        working = asyncio.create_task(shop.do(verb, actor=OLGA, **said))
        async with asyncio.timeout(30):
            while not working.done() and (await shop.rows(WAITS))[0][0] == 0:
                await asyncio.sleep(0)
        assert not working.done(), f"{verb} took nobody"
        for table in TABLES:
            free = await merging.session.execute(text(f"SELECT 1 FROM {table} FOR UPDATE SKIP LOCKED"))
            everything = await merging.session.scalar(text(f"SELECT count(*) FROM {table}"))
            assert len(free.all()) == everything, f"{verb} has rows of {table}"
    with suppress(NotConnected):  # no channel is connected here; what was to be seen is the order
        await working


async def test_leads_take_the_person_first(shop: Shop) -> None:
    customer = await shop.customer()
    lead = await shop.do(leads.create_lead, actor=OLGA, new=NewLead(customer_id=customer))
    await waits_with_empty_hands(shop, leads.create_lead, new=NewLead(customer_id=customer))
    await waits_with_empty_hands(shop, leads.follow_up, lead_id=lead.id, done=FollowUp())
    await waits_with_empty_hands(shop, leads.mark_lost, lead_id=lead.id, reason="no answer")


async def test_recommendations_take_both_people_first(shop: Shop) -> None:
    _, friend, referral = await came(shop)
    party = await shop.confirmed(friend)
    heard = BookingEvent(booking_id=party.id, customer_id=friend)
    await waits_with_empty_hands(shop, referrals.follow, event=heard)
    await waits_with_empty_hands(shop, referrals.void, referral_id=referral.id, reason="a colleague")
    third = await shop.customer()
    code = await code_of(shop, third)
    await waits_with_empty_hands(shop, referrals.claim, code=code, friend_id=await shop.customer())


class Angry:
    """A head that hears anger in everything."""

    async def hear(self, words: str) -> tuple[None, Mood, None]:
        return None, Mood("angry", 0.9, "negative"), None


async def test_reviews_take_the_person_first(shop: Shop) -> None:
    await give(shop, await over(shop), 5, "What a show!")
    review = await the_review(shop)
    read = ReviewGiven(review_id=review.id, booking_id=review.booking_id, customer_id=review.customer_id, rating=5)
    reader = reviews.Reader(Angry())  # type: ignore[arg-type]
    await waits_with_empty_hands(shop, reader.on_review, event=read)
    assert (await the_review(shop)).mood == "angry"


async def test_letters_take_the_person_first(shop: Shop) -> None:
    await shop.do(subscribing.subscribe, wanted=Subscription(email="ann@example.com"))
    [(reader, person)] = await shop.rows("SELECT id, customer_id FROM newsletter_subscribers")
    await waits_with_empty_hands(
        shop, subscribing.ask, event=SubscriptionAsked(subscriber_id=reader), settings=SETTINGS
    )
    yes = (links.confirm(SETTINGS, reader, now=shop.clock.now()) or "").split("confirm=")[1]
    await waits_with_empty_hands(shop, subscribing.confirm, settings=SETTINGS, token=yes)
    letter = await shop.do(letters.draft, actor=OLGA, wanted=NewNewsletter(), **GATE)
    await shop.do(letters.approve, actor=OLGA, newsletter_id=letter.id, digest=letter.digest, **GATE)
    outlet = Letters(shop.db, SETTINGS, GATE["check"])
    await waits_with_empty_hands(shop, outlet._one, newsletter_id=letter.id, subscriber_id=reader)
    message = uuid4()
    sent = "UPDATE newsletter_letters SET state = 'sent', reason = NULL, message_id = :message RETURNING 1"
    await shop.rows(sent, message=message)
    lost = MessageNotDelivered(
        conversation_id=uuid4(), message_id=message, channel="email", state="failed", code="4.2.2"
    )
    await waits_with_empty_hands(shop, on_not_delivered, event=lost)
    away = (links.leave(SETTINGS, reader, letter.id) or "").split("leave=")[1]
    await waits_with_empty_hands(shop, subscribing.leave, settings=SETTINGS, token=away)
    await waits_with_empty_hands(shop, subscribing.on_stop, event=CustomerStopped(customer_id=person, channel="email"))
    assert await shop.rows("SELECT state FROM newsletter_subscribers") == [("left",)]


async def test_looking_at_a_draft_takes_nobodys_lead(shop: Shop) -> None:
    """Who would get a letter is counted, not held."""
    await shop.do(leads.create_lead, actor=OLGA, new=NewLead(customer_id=await wants_letters(shop)))
    letter = await shop.do(letters.draft, actor=OLGA, wanted=NewNewsletter(), **GATE)
    async with shop.db.transaction() as tx:
        await letters.get(tx, newsletter_id=letter.id, **GATE)
        assert len(await shop.rows("SELECT 1 FROM leads FOR UPDATE SKIP LOCKED")) == 1
