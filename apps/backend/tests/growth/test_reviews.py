"""Reviews: asked by a signed link, given once, seen by staff first, shown where they publish it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking
from hibachi.customers import service as customers
from hibachi.growth import service as growth
from hibachi.growth.reviews import links, rules, service
from hibachi.growth.reviews.api import router, staff
from hibachi.growth.reviews.errors import LostLink, NoReply, NotOver, ReplyChanged, ReviewedAlready
from hibachi.growth.reviews.events import ReviewGiven
from hibachi.growth.reviews.schemas import NewReview, PublicPage, Review, ReviewFilter
from hibachi.kit.db import Tx
from hibachi.language.heads.listener import Listener
from hibachi.language.heads.schemas import Mood
from hibachi.settings import Settings
from tests.business import client_of
from tests.parties import OLGA, Shop

SETTINGS = Settings(PUBLIC_URL="https://here.example")
OFFICE = {"Authorization": "reviews:read reviews:write drafts:review"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Maria Schmidt", "Maria S."),
        ("maria de la cruz", "maria C."),
        ("Maria", "Maria"),
        (" Maria   Ó Briain ", "Maria B."),
        ("Maria 5", "Maria"),
        ("", "A guest"),
        (None, "A guest"),
        ("---", "A guest"),
    ],
)
def test_a_name_is_a_first_name_and_an_initial(name: str | None, shown: str) -> None:
    assert rules.shown_name(name) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("What a show!", "What a show!"),
        ("Call me at 510-555-0142, we want it again", "Call me at […], we want it again"),
        ("Write dana@example.com", "Write […]"),
        ("Chef Kenji was wonderful", "Chef Kenji was wonderful"),
        ("", ""),
    ],
)
def test_published_words_carry_nobodys_address(words: str, shown: str) -> None:
    assert rules.shown_words(words) == shown


@pytest.mark.parametrize(("rating", "low", "called"), [(1, 3, True), (3, 3, True), (4, 3, False), (2, 1, False)])
def test_the_owner_says_which_stars_call_a_person(rating: int, low: int, called: bool) -> None:
    assert rules.calls_a_person(rating, low) is called


@pytest.mark.parametrize(
    ("rating", "sentiment", "disagrees"),
    [(5, "negative", True), (4, "negative", True), (1, "positive", True), (2, "positive", True)]
    + [
        (3, "positive", False),
        (3, "negative", False),
        (5, "positive", False),
        (1, "negative", False),
        (5, None, False),
    ],
)
def test_stars_and_words_may_disagree(rating: int, sentiment: str | None, disagrees: bool) -> None:
    assert rules.disagrees(rating, sentiment) is disagrees


@pytest.mark.parametrize(
    ("stars", "mean"),
    [({}, None), ({5: 1}, "5.0"), ({5: 2, 4: 1}, "4.7"), ({4: 1, 5: 1}, "4.5"), ({1: 3, 2: 1}, "1.3"), ({5: 19, 4: 1}, "5.0")],
)  # fmt: skip
def test_the_mean_has_one_decimal(stars: dict[int, int], mean: str | None) -> None:
    assert rules.average(stars) == (Decimal(mean) if mean else None)


@pytest.mark.parametrize(
    ("label", "intensity", "angry"), [("angry", 0.8, True), ("angry", 0.6, False), ("sad", 0.9, False)]
)
def test_anger_is_measured_by_the_owners_number(label: Any, intensity: float, angry: bool) -> None:
    assert rules.is_angry(Mood(label, intensity, "negative"), Decimal("0.7")) is angry


async def over(shop: Shop, **said: Any) -> Booking:
    party = await shop.confirmed(**said)
    shop.later(days=30)
    await shop.do(bookings.complete)
    return await shop.get(party.id)


def token(shop: Shop, booking_id: UUID, **lasts: int) -> str:
    return links.token(SETTINGS, booking_id, until=shop.clock.now() + timedelta(**lasts or {"days": 5}))


async def give(shop: Shop, party: Booking, rating: int = 5, words: str = "", **said: Any) -> None:
    new = NewReview(token=token(shop, party.id), rating=rating, words=words, **said)
    await shop.do(service.give, settings=SETTINGS, said=new)


async def the_review(shop: Shop, **wanted: Any) -> Review:
    (review,) = (await shop.do(service.page, wanted=ReviewFilter(**wanted))).reviews
    return review


async def alerts(shop: Shop) -> list[tuple[str, str]]:
    found = await shop.rows("SELECT reason, summary, urgency FROM escalations ORDER BY id")
    return [(reason, urgency) for reason, _, urgency in found]


async def test_create_review(shop: Shop) -> None:
    party = await over(shop)
    link = await shop.do(service.review_link, settings=SETTINGS, booking_id=party.id)
    assert link is not None and link.startswith("https://here.example/review/?token=")
    said = link.split("token=")[1]
    asked = await shop.do(service.asked, settings=SETTINGS, token=said)
    assert (asked.name, asked.event_date, asked.given) == ("Dana R.", party.event_date, False)
    new = NewReview(token=said, rating=5, words="What a show!")
    for _ in range(2):
        await shop.do(service.give, settings=SETTINGS, said=new)
    review = await the_review(shop)
    assert (review.rating, review.words, review.status, review.name) == (5, "What a show!", "pending", "Dana Ruiz")
    assert len(await shop.events("ReviewGiven")) == 1 and await alerts(shop) == []
    assert await shop.do(service.review_link, settings=SETTINGS, booking_id=party.id) is None
    assert (await shop.do(service.asked, settings=SETTINGS, token=said)).given
    with pytest.raises(ReviewedAlready):
        await shop.do(service.give, settings=SETTINGS, said=new.model_copy(update={"rating": 1}))


async def test_a_party_is_reviewed_when_it_is_over_and_by_its_own_link_alone(shop: Shop) -> None:
    party = await shop.confirmed()
    assert await shop.do(service.review_link, settings=SETTINGS, booking_id=party.id) is None
    with pytest.raises(NotOver):
        await give(shop, party)
    shop.later(days=30)
    await shop.do(bookings.complete)
    good = token(shop, party.id)
    other = links.token(Settings(SECRET_KEY="x" * 40), party.id, until=shop.clock.now() + timedelta(days=1))
    for said in (good[:-2], other, "nonsense", token(shop, UUID(int=7)), token(shop, party.id, days=-1)):
        with pytest.raises(LostLink):
            await shop.do(service.asked, settings=SETTINGS, token=said)
    await shop.change_policy(growth={"review_request_link": False})
    assert await shop.do(service.review_link, settings=SETTINGS, booking_id=party.id) is None
    assert await shop.do(service.review_link, settings=Settings(), booking_id=party.id) is None


async def test_few_stars_call_a_person_at_once(shop: Shop) -> None:
    party = await over(shop)
    await give(shop, party, 2, "The chef came an hour late.")
    assert await alerts(shop) == [("complaint_in_review", "high")]
    [event] = await shop.events("PersonNeeded")
    assert event["reason"] == "complaint_in_review"


async def test_moderation(shop: Shop) -> None:
    party = await over(shop)
    await give(shop, party, 5, "Call me: 510-555-0142", name="Dana Ruiz")
    review = await the_review(shop)
    shown = await shop.do(service.shown, wanted=PublicPage())
    assert (shown.reviews, shown.number, shown.average) == ([], 0, None), "nobody reads it before staff did"
    await shop.do(service.publish, actor=OLGA, review_id=review.id)
    shown = await shop.do(service.shown, wanted=PublicPage())
    assert [(one.name, one.words, one.rating) for one in shown.reviews] == [("Dana R.", "Call me: […]", 5)]
    assert (shown.number, shown.average) == (1, Decimal("5.0"))
    gone = await shop.do(service.decline, actor=OLGA, review_id=review.id, reason="she asked us to")
    assert (gone.status, gone.declined_reason, gone.moderated_by) == ("declined", "she asked us to", "Olga Owner")
    assert (await shop.do(service.shown, wanted=PublicPage())).reviews == []
    assert [one["status"] for one in await shop.audits("review_publish")] == [{"old": "pending", "new": "published"}]
    assert [one["status"] for one in await shop.audits("review_decline")] == [{"old": "published", "new": "declined"}]


async def test_a_reply_stands_below_it_after_a_yes(shop: Shop) -> None:
    party = await over(shop)
    await give(shop, party)
    review = await the_review(shop)
    await shop.do(service.publish, actor=OLGA, review_id=review.id)
    with pytest.raises(NoReply):
        await shop.do(service.approve_reply, review_id=review.id, text="Thank you, Dana!")
    await shop.do(service.draft_reply, actor=OLGA, review_id=review.id, text="Thank you, Dana!")
    assert (await shop.do(service.shown, wanted=PublicPage())).reviews[0].reply is None
    await shop.do(service.approve_reply, actor=OLGA, review_id=review.id, text="Thank you, Dana!")
    assert (await shop.do(service.shown, wanted=PublicPage())).reviews[0].reply == "Thank you, Dana!"
    await shop.do(service.draft_reply, actor=OLGA, review_id=review.id, text="Thanks!")
    assert (await shop.do(service.shown, wanted=PublicPage())).reviews[0].reply is None, "another text, another yes"


async def test_a_yes_is_for_the_reply_that_was_read(shop: Shop) -> None:
    """Whoever changes a reply between the reading and the yes does not get the yes."""
    await give(shop, await over(shop), 5, "Lovely.")
    review = await the_review(shop)
    await shop.do(service.publish, actor=OLGA, review_id=review.id)
    read = await shop.do(service.draft_reply, actor=OLGA, review_id=review.id, text="Thank you!")
    await shop.do(service.draft_reply, actor=OLGA, review_id=review.id, text="Thank you, come for half the price!")
    with pytest.raises(ReplyChanged):
        await shop.do(service.approve_reply, actor=OLGA, review_id=review.id, text=read.reply)
    assert (await shop.do(service.shown, wanted=PublicPage())).reviews[0].reply is None
    assert (await the_review(shop)).reply_approved_at is None and await shop.audits("review_reply_approve") == []


async def test_sentiment_analysis(shop: Shop) -> None:
    """The trained head reads the words; good stars with angry words are a person's matter."""
    listener = Listener()
    party = await over(shop)
    await give(shop, party, 5, "You people are liars and thieves, I am so angry!")
    [event] = await shop.events("ReviewGiven")
    reader = service.Reader(listener)
    for _ in range(2):
        await shop.do(reader.on_review, event=ReviewGiven.model_validate(event))
    listener.close()
    review = await the_review(shop)
    assert (review.sentiment, review.mood, review.disagrees) == ("negative", "angry", True)
    assert [reason for reason, _ in await alerts(shop)] == ["angry_review"]


async def test_what_is_counted_is_what_was_said(shop: Shop) -> None:
    await shop.chefs(4)
    for rating in (5, 5, 4, 1):
        await give(shop, await over(shop, day=shop.clock.now().date() + timedelta(days=10)), rating)
    rows = (await shop.do(service.page, wanted=ReviewFilter())).reviews
    await shop.do(service.publish, actor=OLGA, review_id=rows[0].id)
    await shop.do(service.publish, actor=OLGA, review_id=rows[1].id)
    sums = await shop.do(service.sums)
    assert (sums.by_status, sums.by_rating) == ({"pending": 2, "published": 2}, {1: 1, 4: 1, 5: 2})
    assert sums.average == Decimal("3.8"), "15 stars of four parties, halves up"
    shown = await shop.do(service.shown, wanted=PublicPage(limit=1))
    assert (shown.average, shown.number) == (Decimal("2.5"), 2)
    rest = await shop.do(service.shown, wanted=PublicPage(before=shown.next))
    assert [one.rating for one in (*shown.reviews, *rest.reviews)] == [1, 4] and rest.next is None
    assert [one.rating for one in (await shop.do(service.page, wanted=ReviewFilter(low=True))).reviews] == [1]


async def test_the_database_refuses_what_must_never_be(shop: Shop) -> None:
    await give(shop, await over(shop))
    for broken in (
        "UPDATE reviews SET rating = 6",
        "UPDATE reviews SET status = 'published'",
        "UPDATE reviews SET reply_approved_at = created_at",
        "UPDATE reviews SET sentiment = 'mixed'",
    ):
        with pytest.raises(IntegrityError):
            await shop.rows(broken)


async def test_reviews_go_with_their_writer_and_back(shop: Shop) -> None:
    for event, listener in growth.listeners():
        shop.db.bus.listen_inside(event, listener)
    kept, writer = await shop.customer(), await shop.customer()
    await give(shop, await over(shop, customer_id=writer))
    merge = await shop.do(customers.merge, actor=OLGA, kept=kept, gone=writer, reason="one person")
    assert (await the_review(shop)).customer_id == kept
    await shop.do(customers.undo, actor=OLGA, merge_id=merge.id, reason="two people")
    assert (await the_review(shop)).customer_id == writer


async def test_over_http(shop: Shop) -> None:
    async def allowed(tx: Tx, **_: object) -> bool:
        return True

    party = await over(shop)
    said: dict[str, Any] = {"token": token(shop, party.id), "rating": 4, "words": "Lovely."}
    async with client_of(shop.db, router, staff, settings=SETTINGS, allowed=allowed) as client:
        assert (await client.get("/api/v1/reviews/asked", params={"token": said["token"]})).json()["given"] is False
        assert (await client.get("/api/v1/reviews/asked", params={"token": "x"})).json()["code"] == "review_link_lost"
        assert (await client.post("/api/v1/reviews", json=said | {"rating": 6})).status_code == 422
        assert (await client.post("/api/v1/reviews", json=said)).status_code == 201
        again = await client.post("/api/v1/reviews", json=said | {"rating": 1})
        assert (again.status_code, again.json()["code"]) == (409, "reviewed_already")
        page = (await client.get("/api/v1/admin/reviews", headers=OFFICE)).json()["reviews"]
        assert (await client.get("/api/v1/admin/reviews")).status_code == 401
        await client.post(f"/api/v1/admin/reviews/{page[0]['id']}/publish", headers=OFFICE)
        shown = (await client.get("/api/v1/reviews")).json()
        assert (shown["average"], shown["reviews"][0]["name"]) == ("4.0", "Dana R.")
        assert "customer_id" not in shown["reviews"][0]
        sums = (await client.get("/api/v1/admin/reviews/sums", headers=OFFICE)).json()
        assert sums["by_rating"] == {"4": 1}
