"""Use cases of reviews: asked by a link, given once, read by staff, shown when they publish it, answered after a yes."""

from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.audit.schemas import Changes
from hibachi.bookings import service as bookings
from hibachi.bookings.errors import UnknownBooking
from hibachi.bookings.schemas import Booking
from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.growth.reviews import links, repository, rules
from hibachi.growth.reviews.errors import LostLink, NoReply, NotOver, ReplyChanged, ReviewedAlready, UnknownReview
from hibachi.growth.reviews.events import ReviewGiven
from hibachi.growth.reviews.models import ReviewRow
from hibachi.growth.reviews.schemas import (
    Asked,
    NewReview,
    PublicPage,
    PublicReview,
    PublicReviews,
    Review,
    ReviewFilter,
    ReviewPage,
    ReviewSums,
    Thanked,
)
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.language.heads.listener import Listener
from hibachi.policies import service as policies
from hibachi.settings import Settings

LOW, ANGRY = "complaint_in_review", "angry_review"
NOUN = "review"


async def review_link(tx: Tx, *, settings: Settings, booking_id: UUID) -> str | None:
    """The link by which a customer reviews their party, to be sent to them alone.

    None when the owner asks for no reviews, the product does not know its own address, the party is not over, or it was
    reviewed. Raises UnknownBooking.
    """
    growth = (await policies.current(tx)).profile.growth
    party = await bookings.get(tx, booking_id=booking_id)
    if not growth.review_request_link or party.status != "completed":
        return None
    if await repository.of_booking(tx, booking_id) is not None:
        return None
    return links.link(settings, booking_id, until=tx.now + links.lasts(growth.reviews.link_days))


async def asked(tx: Tx, *, settings: Settings, token: str) -> Asked:
    """What the page behind a link shows; looking changes nothing. Raises LostLink, NotOver."""
    party = await _party(tx, settings, token)
    given = await repository.of_booking(tx, party.id) is not None
    return Asked(name=rules.shown_name(party.name), event_date=party.event_date, given=given)


async def give(tx: Tx, *, settings: Settings, said: NewReview) -> Thanked:
    """Keep a review; the same again is the same answer. A low one is a person's matter at once.

    Raises LostLink, NotOver, ReviewedAlready.
    """
    party = await _party(tx, settings, said.token)
    customer_id = await customers.hold_still(tx, customer_id=party.customer_id)
    review = {"id": new_id(), "booking_id": party.id, "customer_id": customer_id, "event_date": party.event_date}
    words = {"rating": said.rating, "words": said.words, "name": said.name or party.name, "status": "pending"}
    if not await repository.add(tx, **review, **words):
        known = await repository.of_booking(tx, party.id)
        if known is None or (known.rating, known.words) != (said.rating, said.words):
            raise ReviewedAlready()
        return Thanked(taken=True)
    if rules.calls_a_person(said.rating, (await policies.current(tx)).profile.growth.reviews.low):
        await _alert(tx, customer_id, LOW, said.rating, party.event_date.isoformat(), said.words)
    given = ReviewGiven(review_id=review["id"], booking_id=party.id, customer_id=customer_id, rating=said.rating)
    await tx.publish(given)
    return Thanked(taken=True)


class Reader:
    """Reads how the words of a review feel, as a job."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    async def on_review(self, tx: Tx, event: ReviewGiven) -> None:
        """Store the mood of a review once; angry words are a person's matter whatever the stars. Raises ModelMissing."""
        seen = await repository.get(tx, event.review_id)
        if seen is None or seen.sentiment is not None or not seen.words.strip():
            return
        _, mood, _ = await self._listener.hear(seen.words)
        await customers.hold_still(tx, customer_id=seen.customer_id)
        row = await repository.locked(tx, event.review_id)
        if row is None or row.sentiment is not None:
            return
        felt = {"mood": mood.label, "intensity": mood.intensity, "sentiment": mood.sentiment}
        await repository.write(tx, row.id, **felt)
        profile = (await policies.current(tx)).profile
        low = rules.calls_a_person(row.rating, profile.growth.reviews.low)
        if not low and rules.is_angry(mood, profile.concierge.anger_intensity):
            await _alert(tx, row.customer_id, ANGRY, row.rating, row.event_date.isoformat(), row.words)


async def shown(tx: Tx, *, wanted: PublicPage) -> PublicReviews:
    """What anybody may read."""
    rows = await repository.published(tx, wanted)
    page = rows[: wanted.limit]
    by_rating = await _by_rating(tx, "published")
    return PublicReviews(
        reviews=[_public(row) for row in page],
        number=sum(by_rating.values()),
        average=rules.average(by_rating),
        next=page[-1].id if len(rows) > wanted.limit else None,
    )


async def published_words(tx: Tx, *, review_id: UUID) -> str | None:
    """What anybody may read of one review; None for one that is not published, or is gone."""
    row = await repository.get(tx, review_id)
    return row.shown_words if row is not None and row.status == "published" else None


async def page(tx: Tx, *, wanted: ReviewFilter) -> ReviewPage:
    """Reviews that fit, newest first, a page at a time."""
    low = (await policies.current(tx)).profile.growth.reviews.low
    rows = await repository.page(tx, wanted, low)
    shown_rows = [_seen(row) for row in rows[: wanted.limit]]
    return ReviewPage(reviews=shown_rows, next=shown_rows[-1].id if len(rows) > wanted.limit else None)


async def sums(tx: Tx) -> ReviewSums:
    """Every review counted: states, stars, sentiments."""
    by_status: dict[str, int] = {}
    by_sentiment: dict[str, int] = {}
    for status, _, sentiment, number in await repository.counts(tx):
        by_status[status] = by_status.get(status, 0) + number
        if sentiment is not None:
            by_sentiment[sentiment] = by_sentiment.get(sentiment, 0) + number
    by_rating = await _by_rating(tx)
    return ReviewSums.model_validate(
        {
            "by_status": by_status,
            "by_rating": by_rating,
            "by_sentiment": by_sentiment,
            "average": rules.average(by_rating),
        }
    )


async def publish(tx: Tx, *, review_id: UUID) -> Review:
    """Show a review: first name and initial, the words without anybody's data. Audited. Raises UnknownReview."""
    row = await _locked(tx, review_id)
    public = {"shown_name": rules.shown_name(row.name), "shown_words": rules.shown_words(row.words)}
    return await _moderated(tx, row, "published", None, **public)


async def decline(tx: Tx, *, review_id: UUID, reason: str) -> Review:
    """Do not show a review, or no longer. Audited. Raises UnknownReview."""
    return await _moderated(tx, await _locked(tx, review_id), "declined", reason, declined_reason=reason)


async def draft_reply(tx: Tx, *, review_id: UUID, text: str) -> Review:
    """Write what we would answer; nobody outside reads it before a yes. Audited. Raises UnknownReview."""
    row = await _locked(tx, review_id)
    was = row.reply
    await repository.write(tx, row.id, reply=text, reply_by=tx.actor.name, reply_approved_at=None)
    await _record(tx, "review_reply_draft", row.id, {"reply": (was, text)})
    return _seen(await _locked(tx, review_id))


async def approve_reply(tx: Tx, *, review_id: UUID, text: str) -> Review:
    """Let a reply stand below its review. Audited. text: as it was read.

    Raises UnknownReview, NoReply, ReplyChanged.
    """
    row = await _locked(tx, review_id)
    if row.reply is None or row.reply_approved_at is not None:
        raise NoReply()
    if row.reply != text:
        raise ReplyChanged()
    await repository.write(tx, row.id, reply_approved_at=tx.now)
    await _record(tx, "review_reply_approve", row.id, {"reply_approved": (False, True)})
    return _seen(await _locked(tx, review_id))


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Listener inside the merging transaction: reviews go with their writer."""
    theirs = await repository.of_customer(tx, event.gone)
    await customers.note_moved(tx, merge_id=event.merge_id, noun=NOUN, rows=dict.fromkeys(theirs))
    await repository.hand(tx, theirs, event.kept)


async def on_customers_parted(tx: Tx, event: CustomersParted) -> None:
    """Listener inside the undoing transaction: reviews go back."""
    back = [one.row_id for one in await customers.moved(tx, merge_id=event.merge_id, noun=NOUN)]
    await repository.hand(tx, back, event.gone)


async def _party(tx: Tx, settings: Settings, token: str) -> Booking:
    booking_id = links.read(settings, token, now=tx.now)
    if booking_id is None:
        raise LostLink()
    try:
        party = await bookings.get(tx, booking_id=booking_id)
    except UnknownBooking:
        raise LostLink() from None
    if party.status != "completed":
        raise NotOver()
    return party


async def _alert(tx: Tx, customer_id: UUID, reason: str, rating: int, day: str, words: str) -> None:
    summary = f"{rating} of 5 stars for the party of {day}: “{words[:300]}”"
    await conversations.alert(tx, customer_id=customer_id, reason=reason, summary=summary)


async def _by_rating(tx: Tx, only: str | None = None) -> dict[int, int]:
    found: dict[int, int] = {}
    for status, rating, _, number in await repository.counts(tx):
        if only in (None, status):
            found[rating] = found.get(rating, 0) + number
    return found


async def _moderated(tx: Tx, row: ReviewRow, status: str, reason: str | None, **columns: object) -> Review:
    was = row.status
    mine: dict[str, Any] = {"status": status, "moderated_by": tx.actor.name, "moderated_at": tx.now}
    await repository.write(tx, row.id, **mine, **columns)
    action = "review_publish" if status == "published" else "review_decline"
    await _record(tx, action, row.id, {"status": (was, status)}, reason)
    return _seen(await _locked(tx, row.id))


async def _locked(tx: Tx, review_id: UUID) -> ReviewRow:
    row = await repository.locked(tx, review_id)
    if row is None:
        raise UnknownReview()
    return row


async def _record(tx: Tx, action: str, row_id: UUID, changes: Changes, reason: str | None = None) -> None:
    await audit.record(tx, action=action, resource="review", resource_id=row_id, changes=changes, reason=reason)


def _seen(row: ReviewRow) -> Review:
    seen = Review.model_validate(row)
    return seen.model_copy(update={"disagrees": rules.disagrees(row.rating, row.sentiment)})


def _public(row: ReviewRow) -> PublicReview:
    return PublicReview(
        id=row.id,
        name=row.shown_name or rules.NOBODY,
        rating=row.rating,
        words=row.shown_words or "",
        month=f"{row.event_date:%Y-%m}",
        reply=(row.reply or None) if row.reply_approved_at is not None else None,
    )
