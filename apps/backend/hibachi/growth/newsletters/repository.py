"""Every query of letters and their readers."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.growth.newsletters.models import ClickRow, LetterRow, NewsletterRow, SubscriberRow
from hibachi.growth.newsletters.schemas import SubscriberFilter
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

FETCH = {"synchronize_session": "fetch"}


async def subscriber_of(tx: Tx, email: str) -> SubscriberRow | None:
    """The subscriber of an address, locked."""
    found = select(SubscriberRow).where(SubscriberRow.email == email).with_for_update()
    return (await tx.session.scalars(found.execution_options(populate_existing=True))).one_or_none()


async def peek(tx: Tx, subscriber_id: UUID) -> SubscriberRow | None:
    """One subscriber as they are now, not locked."""
    found = select(SubscriberRow).where(SubscriberRow.id == subscriber_id)
    return (await tx.session.scalars(found.execution_options(populate_existing=True))).one_or_none()


async def subscriber(tx: Tx, subscriber_id: UUID) -> SubscriberRow | None:
    """One subscriber, locked."""
    found = select(SubscriberRow).where(SubscriberRow.id == subscriber_id).with_for_update()
    return (await tx.session.scalars(found.execution_options(populate_existing=True))).one_or_none()


async def add_subscriber(tx: Tx, **values: Any) -> UUID:
    """Write a new subscriber that waits for its yes."""
    new = insert(SubscriberRow).values(id=new_id(), state="pending", asked_at=tx.now, **values)
    return (await tx.session.execute(new.returning(SubscriberRow.id))).scalar_one()


async def change_subscriber(tx: Tx, subscriber_id: UUID, **columns: object) -> None:
    """Write some columns of a subscriber together."""
    changed = update(SubscriberRow).where(SubscriberRow.id == subscriber_id).values(**columns)
    await tx.session.execute(changed, execution_options=FETCH)


async def end_of(tx: Tx, customer_id: UUID) -> None:
    """Everything that a person subscribed to with a yes is left now."""
    theirs = update(SubscriberRow).where(SubscriberRow.customer_id == customer_id, SubscriberRow.state == "confirmed")
    await tx.session.execute(theirs.values(state="left", ended_at=tx.now), execution_options=FETCH)


async def confirmed(tx: Tx) -> Sequence[SubscriberRow]:
    """Whoever said yes, oldest first."""
    found = select(SubscriberRow).where(SubscriberRow.state == "confirmed").order_by(SubscriberRow.id)
    return (await tx.session.scalars(found)).all()


async def of_customer(tx: Tx, customer_id: UUID) -> Sequence[UUID]:
    """The subscriptions of a customer."""
    mine = select(SubscriberRow.id).where(SubscriberRow.customer_id == customer_id)
    return (await tx.session.scalars(mine)).all()


async def hand(tx: Tx, subscriber_ids: Collection[UUID], to: UUID) -> None:
    """Give these subscriptions to a customer."""
    mine = update(SubscriberRow).where(SubscriberRow.id.in_(subscriber_ids)).values(customer_id=to)
    await tx.session.execute(mine, execution_options=FETCH)


async def subscribers(tx: Tx, wanted: SubscriberFilter) -> Sequence[SubscriberRow]:
    """Subscribers that fit, newest first: one more than the limit, when there are more."""
    found = select(SubscriberRow).order_by(SubscriberRow.id.desc()).limit(wanted.limit + 1)
    if wanted.state:
        found = found.where(SubscriberRow.state == wanted.state)
    if wanted.before:
        found = found.where(SubscriberRow.id < wanted.before)
    return (await tx.session.scalars(found)).all()


async def subscriber_states(tx: Tx) -> Mapping[str, int]:
    """How many subscribers there are of each state."""
    counted = await tx.session.execute(select(SubscriberRow.state, func.count()).group_by(SubscriberRow.state))
    return {state: number for state, number in counted}


async def add(tx: Tx, row: NewsletterRow) -> None:
    """Write a draft."""
    tx.session.add(row)
    await tx.session.flush()


async def get(tx: Tx, newsletter_id: UUID) -> NewsletterRow | None:
    """One letter, locked."""
    found = select(NewsletterRow).where(NewsletterRow.id == newsletter_id).with_for_update()
    return (await tx.session.scalars(found.execution_options(populate_existing=True))).one_or_none()


async def change(tx: Tx, newsletter_id: UUID, **columns: object) -> None:
    """Write some columns of a letter together."""
    changed = update(NewsletterRow).where(NewsletterRow.id == newsletter_id).values(**columns)
    await tx.session.execute(changed, execution_options=FETCH)


async def newest(tx: Tx, limit: int = 100) -> Sequence[NewsletterRow]:
    """Letters, newest first."""
    return (await tx.session.scalars(select(NewsletterRow).order_by(NewsletterRow.id.desc()).limit(limit))).all()


async def last_version(tx: Tx) -> int | None:
    """The policy version of the newest letter that left."""
    left = select(NewsletterRow.policy_version).where(NewsletterRow.state.in_(("sending", "sent")))
    return await tx.session.scalar(left.order_by(NewsletterRow.id.desc()).limit(1))


async def sending(tx: Tx) -> Sequence[UUID]:
    """The letters that are on their way, oldest first."""
    found = select(NewsletterRow.id).where(NewsletterRow.state == "sending").order_by(NewsletterRow.id)
    return (await tx.session.scalars(found)).all()


async def address(tx: Tx, newsletter_id: UUID, subscriber_ids: Collection[UUID]) -> None:
    """Note to whom a letter goes."""
    rows = [{"newsletter_id": newsletter_id, "subscriber_id": one, "state": "waiting"} for one in subscriber_ids]
    await tx.session.execute(insert(LetterRow).on_conflict_do_nothing(), rows)


async def due(tx: Tx, newsletter_id: UUID, limit: int) -> Sequence[UUID]:
    """The readers of a letter who wait and may get it now, at most so many."""
    now = or_(LetterRow.not_before.is_(None), LetterRow.not_before <= tx.now)
    found = select(LetterRow.subscriber_id).where(
        LetterRow.newsletter_id == newsletter_id, LetterRow.state == "waiting", now
    )
    return (await tx.session.scalars(found.order_by(LetterRow.subscriber_id).limit(limit))).all()


async def claim(tx: Tx, newsletter_id: UUID, subscriber_id: UUID) -> bool:
    """Lock a reader's letter that still waits; False when it does not, or another worker has it."""
    mine = select(LetterRow.subscriber_id).where(
        LetterRow.newsletter_id == newsletter_id, LetterRow.subscriber_id == subscriber_id, LetterRow.state == "waiting"
    )
    return await tx.session.scalar(mine.with_for_update(skip_locked=True)) is not None


async def settle(tx: Tx, newsletter_id: UUID, subscriber_id: UUID, **columns: object) -> None:
    """Write what became of a letter to a reader."""
    mine = update(LetterRow).where(LetterRow.newsletter_id == newsletter_id, LetterRow.subscriber_id == subscriber_id)
    await tx.session.execute(mine.values(**columns), execution_options=FETCH)


async def reader_of(tx: Tx, message_id: UUID) -> UUID | None:
    """Whose letter a message is; None where it is no letter."""
    return await tx.session.scalar(select(LetterRow.subscriber_id).where(LetterRow.message_id == message_id))


async def bounced(tx: Tx, message_id: UUID) -> None:
    """Note that the letter of this message did not arrive."""
    mine = update(LetterRow).where(LetterRow.message_id == message_id).values(state="bounced")
    await tx.session.execute(mine, execution_options=FETCH)


async def states(tx: Tx, newsletter_id: UUID) -> Sequence[tuple[str, str | None, int, int]]:
    """State, reason, how many, and how many of them left by this letter."""
    of = LetterRow.newsletter_id == newsletter_id
    counted = select(LetterRow.state, LetterRow.reason, func.count(), func.count(LetterRow.left_at)).where(of)
    found = await tx.session.execute(counted.group_by(LetterRow.state, LetterRow.reason))
    return [(state, reason, number, left) for state, reason, number, left in found]


async def click(tx: Tx, newsletter_id: UUID) -> None:
    """Count one click."""
    new = insert(ClickRow).values(newsletter_id=newsletter_id, clicks=1)
    counted = new.on_conflict_do_update(index_elements=["newsletter_id"], set_={"clicks": ClickRow.clicks + 1})
    await tx.session.execute(counted)


async def clicks(tx: Tx, newsletter_id: UUID) -> int:
    """How often the link of a letter was followed."""
    return await tx.session.scalar(select(ClickRow.clicks).where(ClickRow.newsletter_id == newsletter_id)) or 0
