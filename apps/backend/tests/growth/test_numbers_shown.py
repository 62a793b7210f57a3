"""Every number that /leads, /referrals, /reviews and /newsletters show, against one small business counted by hand."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from httpx2 import AsyncClient

from hibachi.bookings import service as bookings
from hibachi.concierge.letters import checked_letter
from hibachi.growth import api as leads_api
from hibachi.growth import service as growth
from hibachi.growth.newsletters import api as letters_api
from hibachi.growth.newsletters import links, subscribing
from hibachi.growth.newsletters import service as letters
from hibachi.growth.newsletters.schemas import NewNewsletter, Subscription
from hibachi.growth.referrals import api as referrals_api
from hibachi.growth.referrals import service as referrals
from hibachi.growth.referrals.schemas import Settlement
from hibachi.growth.reviews import api as reviews_api
from hibachi.growth.reviews import service as reviews
from hibachi.growth.reviews.events import ReviewGiven
from hibachi.growth.reviews.schemas import ReviewFilter
from hibachi.growth.schemas import Inquiry, NewLead
from tests.business import client_of
from tests.growth.test_letter_praise import GATE, SETTINGS
from tests.growth.test_lock_order import Angry
from tests.growth.test_referrals import booked, code_of, hear
from tests.growth.test_reviews import give
from tests.parties import OLGA, Shop

OFFICE = {"Authorization": "leads:read referrals:read reviews:read newsletters:read"}
MAY = date(2026, 5, 23)


async def seen(client: AsyncClient, path: str, **query: str) -> dict[str, Any]:
    answer = await client.get(f"/api/v1/admin/{path}", params=query, headers=OFFICE)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def four_leads(shop: Shop) -> None:
    """A form with everything (25 + e-mail 5 + date 15 + soon 15 + place 10 + guests 5 + large 15 = 90); staff's note of a
    number, twice (15 + 10 + again 5 = 30); one that became a party; one that was given up."""
    form = Inquiry(name="Ann Lee", email="ann@example.com", date=date(2026, 3, 20), zip="95112", adults=20)
    await shop.do(growth.capture_form, inquiry=form)
    caller = await shop.customer()
    for _ in range(2):
        await shop.do(growth.create_lead, actor=OLGA, new=NewLead(customer_id=caller, phone="+15105550777"))
    buyer, other = await shop.customer(), await shop.customer()
    await shop.do(growth.create_lead, actor=OLGA, new=NewLead(customer_id=buyer))
    await shop.confirmed(buyer, day=date(2026, 3, 28))
    lost = await shop.do(growth.create_lead, actor=OLGA, new=NewLead(customer_id=other))
    await shop.do(growth.mark_lost, actor=OLGA, lead_id=lost.id, reason="too far")


async def four_friends(shop: Shop) -> tuple[UUID, list[UUID]]:
    """One came; one has a party to come; one's is over: $50 are owed; of one $50 were given. The referrer, the parties over."""
    referrer = await shop.customer(name="Dana Ruiz")
    code = await code_of(shop, referrer)
    came = [await shop.do(referrals.claim, code=code, friend_id=await shop.customer()) for _ in range(4)]
    shop.later(hours=1)
    over = [
        await booked(shop, came[0].friend_id, day=date(2026, 3, 14)),
        await booked(shop, came[1].friend_id, day=date(2026, 3, 21)),
    ]
    shop.later(days=30)
    await shop.do(bookings.complete)
    for party in over:
        await hear(shop, party)
    await booked(shop, came[2].friend_id, day=MAY)
    given = Settlement(how="applied", note="their next party")
    await shop.do(referrals.settle, actor=OLGA, referral_id=came[1].id, done=given)
    return referrer, [party.id for party in over]


async def three_reviews(shop: Shop, parties: list[UUID]) -> None:
    """5, 4 and 2 stars: 11 of three are 3.7; the two good ones are published: 4.5. The low one's words are angry."""
    for party, stars, words in zip(parties, (5, 4, 2), ("", "", "You came late!"), strict=True):
        await give(shop, await shop.get(party), stars, words)
    found = {one.rating: one for one in (await shop.do(reviews.page, wanted=ReviewFilter())).reviews}
    for stars in (5, 4):
        await shop.do(reviews.publish, actor=OLGA, review_id=found[stars].id)
    low = found[2]
    read = ReviewGiven(review_id=low.id, booking_id=low.booking_id, customer_id=low.customer_id, rating=2)
    await shop.do(reviews.Reader(Angry()).on_review, event=read)  # type: ignore[arg-type]


async def one_letter(shop: Shop) -> UUID:
    """To four readers: one waits, one got it and left by it, one's came back, one had said STOP. A fifth never said yes."""
    for name in ("one", "two", "three", "four", "five"):
        await shop.do(subscribing.subscribe, wanted=Subscription(email=f"{name}@example.com"))
    readers = [row[0] for row in await shop.rows("SELECT id FROM newsletter_subscribers ORDER BY id")]
    for reader in readers[:4]:
        yes = (links.confirm(SETTINGS, reader, now=shop.clock.now()) or "").split("confirm=")[1]
        await shop.do(subscribing.confirm, settings=SETTINGS, token=yes)
    letter = await shop.do(letters.draft, actor=OLGA, wanted=NewNewsletter(), **GATE)
    assert letter.reaches == 4
    await shop.do(letters.approve, actor=OLGA, newsletter_id=letter.id, digest=letter.digest, **GATE)
    became = "UPDATE newsletter_letters SET {} WHERE subscriber_id = :reader RETURNING 1"
    await shop.rows(became.format("state = 'sent', message_id = gen_random_uuid()"), reader=readers[1])
    await shop.rows(became.format("state = 'bounced', message_id = gen_random_uuid()"), reader=readers[2])
    await shop.rows(became.format("state = 'skipped', reason = 'opted_out'"), reader=readers[3])
    away = (links.leave(SETTINGS, readers[1], letter.id) or "").split("leave=")[1]
    await shop.do(subscribing.leave, settings=SETTINGS, token=away)
    return letter.id


async def test_every_number_is_the_one_counted_by_hand(shop: Shop) -> None:
    for event, listener in growth.listeners():
        shop.db.bus.listen_inside(event, listener)
    start = shop.clock.now() - timedelta(days=1)
    await four_leads(shop)
    referrer, parties = await four_friends(shop)
    bought = await shop.rows("SELECT booking_id FROM leads WHERE status = 'converted'")
    await three_reviews(shop, [*parties, bought[0][0]])
    letter = await one_letter(shop)
    routers = (leads_api.router, referrals_api.staff, reviews_api.staff, reviews_api.router, letters_api.staff)
    async with client_of(shop.db, *routers, settings=SETTINGS, check_letter=checked_letter) as client:
        shown = await seen(client, "leads")
        scores = {one["name"] or one["phone"] or one["status"]: one["score"] for one in shown["leads"]}
        assert scores == {"Ann Lee": 90, "+15105550777": 30, "converted": 15, "lost": 15}
        hot = [one["score"] for one in shown["leads"] if one["score"] >= shown["hot_from"]]
        assert hot == [one["score"] for one in (await seen(client, "leads", hot="true"))["leads"]] == [90]
        span = {"start": start.isoformat(), "end": shop.clock.now().isoformat()}
        assert await seen(client, "leads/conversion", **span) == {
            "leads": 4, "by_status": {"new": 2, "converted": 1, "lost": 1}, "converted": 1, "rate": 0.25,
        }  # fmt: skip
        assert await seen(client, "referrals/sums") == {
            "by_state": {"pending": 1, "converted": 1, "earned": 1, "applied": 1}, "owed": "50.00", "given": "50.00",
        }  # fmt: skip
        lines = (await seen(client, "referrals"))["referrals"]
        assert sorted(str(one["credit"]) for one in lines) == ["50.00", "50.00", "50.00", "None"]
        own = await shop.do(referrals.own_code, customer_id=referrer, site=None)
        assert (own.friends, own.earned) == (3, 100_00)
        assert await seen(client, "reviews/sums") == {
            "by_status": {"pending": 1, "published": 2}, "by_rating": {"2": 1, "4": 1, "5": 1},
            "by_sentiment": {"negative": 1}, "average": "3.7",
        }  # fmt: skip
        public = (await client.get("/api/v1/reviews")).json()
        assert (public["number"], public["average"], len(public["reviews"])) == (2, "4.5", 2)
        assert (await seen(client, "newsletters"))["subscribers"] == {"confirmed": 3, "left": 1, "pending": 1}
        assert (await seen(client, f"newsletters/{letter}"))["figures"] == {
            "audience": 4, "waiting": 1, "sent": 2, "bounced": 1, "skipped": {"opted_out": 1}, "left": 1, "clicks": None,
        }  # fmt: skip
