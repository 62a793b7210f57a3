"""Making the ledger equal to what Stripe says: read without a transaction, written under the receivable's lock.

Every fact is written once (the ledger is unique by Stripe's ids), and states never go back: so it does not matter how
often, in which order, by whom or after what delay this is called.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast
from uuid import UUID

from hibachi.kit.auth import Actor
from hibachi.kit.db import Database, Tx
from hibachi.kit.ids import new_id
from hibachi.payments import service as ledger
from hibachi.payments.cards import repository, rules
from hibachi.payments.cards.events import CardDisputed, CardRefundFailed
from hibachi.payments.cards.models import RefundRow, StripePaymentRow
from hibachi.payments.cards.schemas import CHARGEBACK, PROVIDER, RETURNED, DisputeState, RefundState, SessionState
from hibachi.payments.rules import Purpose

if TYPE_CHECKING:
    from hibachi.payments.gateway import Stripe

METHOD = "card"
STRIPE = Actor("system", name="stripe")
FOREIGN = "foreign"
DONE = "done"
ABOVE_LEDGER = "more went back than the ledger has left of the payment"


async def look(db: Database, stripe: "Stripe", session_id: str, *, event_id: UUID | None = None) -> str:
    """Read a page at Stripe and write what it says; with the event that told of it, in one transaction. What came of it."""
    said = await stripe.session(session_id)
    async with db.transaction(STRIPE) as tx:
        event = await repository.event(tx, event_id) if event_id else None
        if event_id is not None and event is None:
            return DONE
        outcome = await _apply(tx, said)
        if event is not None:
            event.handled_at, event.outcome = tx.now, outcome
            await repository.save(tx)
        return outcome


async def _apply(tx: Tx, said: SessionState) -> str:
    payment_id = await repository.payment_id_of(tx, session_id=said.id) or ours(said)
    receivable_id = await repository.receivable_of(tx, payment_id) if payment_id else None
    if payment_id is None or receivable_id is None:
        return FOREIGN
    await ledger.locked(tx, receivable_id=receivable_id)
    row = await repository.payment(tx, payment_id)
    assert row is not None, "a page is never deleted"
    await _state(tx, row, said)
    for refund in said.refunds:
        await take_refund(tx, row, refund)
    for dispute in said.disputes:
        await _dispute(tx, row, dispute)
    await repository.save(tx)
    return DONE


def ours(said: SessionState) -> UUID | None:
    """The id of our own row that a page names; None for one that names none."""
    try:
        return UUID(said.payment_id) if said.payment_id else None
    except ValueError:
        return None


async def _state(tx: Tx, row: StripePaymentRow, said: SessionState) -> None:
    """What became of the page; money that came is in the ledger in the same moment."""
    row.session_id, row.url = said.id, said.url or row.url
    row.payment_intent = said.payment_intent or row.payment_intent
    if said.customer is not None:
        await repository.keep_customer(tx, row.receivable_id, said.customer)
    if said.paid and row.entry_id is None and said.payment_intent is not None:
        entry = await ledger.record(
            tx,
            receivable_id=row.receivable_id,
            amount=said.amount,
            method=METHOD,
            kind=row.purpose,
            provider=PROVIDER,
            provider_id=said.payment_intent,
        )
        row.entry_id = entry.id
    state = rules.later(row.state, rules.state_of(said))
    row.state = state if state != "paid" or row.entry_id else row.state


async def take_refund(tx: Tx, row: StripePaymentRow, said: RefundState) -> RefundRow:
    """Write what became of a refund: one that we asked for, or one that somebody made at Stripe."""
    mine = await repository.refund_at_stripe(tx, said.id) or await _asked_for(tx, row, said)
    if mine.state == "failed":
        return mine
    mine.refund_id = said.id
    state = rules.refund_state(said.status)
    if state == "failed":
        await _failed(tx, mine, said.failure or said.status)
    elif state == "succeeded" and mine.ledger_id is None:
        await _arrived(tx, mine, said)
    elif mine.state == "asked":
        mine.state = state
    await repository.save(tx)
    return mine


async def _asked_for(tx: Tx, row: StripePaymentRow, said: RefundState) -> RefundRow:
    mine = await repository.refund(tx, UUID(said.ours)) if said.ours else None
    if mine is not None:
        return mine
    assert row.entry_id is not None, "money goes back after it came"
    made = RefundRow(
        id=new_id(),
        payment_id=row.id,
        receivable_id=row.receivable_id,
        entry_id=row.entry_id,
        amount=said.amount,
        reason="Refunded at Stripe",
        state="pending",
        refund_id=said.id,
        actor_kind=STRIPE.kind,
        actor_name=STRIPE.name,
        created_at=tx.now,
    )
    await repository.add(tx, made)
    return made


async def _arrived(tx: Tx, mine: RefundRow, said: RefundState) -> None:
    if said.amount > await ledger.left(tx, entry_id=mine.entry_id):
        await _failed(tx, mine, ABOVE_LEDGER)
        return
    with _as(tx, mine):
        entry = await ledger.refund(
            tx,
            receivable_id=mine.receivable_id,
            entry_id=mine.entry_id,
            amount=said.amount,
            reason=mine.reason,
            method=METHOD,
            provider=PROVIDER,
            provider_id=said.id,
        )
    mine.ledger_id, mine.state = entry.id, "succeeded"


async def _failed(tx: Tx, mine: RefundRow, why: str) -> None:
    """It did not arrive. One that the ledger has already came back to the business: that is money that came."""
    if mine.ledger_id is not None:
        source = await ledger.entry(tx, entry_id=mine.entry_id)
        await ledger.record(
            tx,
            receivable_id=mine.receivable_id,
            amount=mine.amount,
            method=METHOD,
            kind=cast(Purpose, source.kind),
            provider=PROVIDER,
            provider_id=f"{mine.refund_id}{RETURNED}",
            note="A refund that did not arrive",
        )
    mine.state, mine.failure = "failed", why
    said = {"receivable_id": mine.receivable_id, "refund_id": mine.id, "amount": mine.amount}
    await tx.publish(CardRefundFailed(**said, reason=why))


async def give_up(tx: Tx, refund_id: UUID, why: str) -> RefundRow:
    """Stripe refused a refund that was asked for: nothing moved."""
    mine = await repository.refund(tx, refund_id)
    assert mine is not None, "a refund is never deleted"
    if mine.state == "asked":
        await _failed(tx, mine, why)
        await repository.save(tx)
    return mine


async def _dispute(tx: Tx, row: StripePaymentRow, said: DisputeState) -> None:
    """A person is told of each step; what is lost went back, and stands in the ledger."""
    if row.entry_id is None or not rules.dispute_follows(row.dispute, said.status):
        return
    row.dispute = said.status
    amount = min(said.amount, await ledger.left(tx, entry_id=row.entry_id))
    if said.status == "lost" and amount > 0:
        await ledger.refund(
            tx,
            receivable_id=row.receivable_id,
            entry_id=row.entry_id,
            amount=amount,
            reason=f"{CHARGEBACK}{said.reason}",
            method=METHOD,
            provider=PROVIDER,
            provider_id=said.id,
        )
    told = {"receivable_id": row.receivable_id, "dispute_id": said.id, "status": said.status}
    await tx.publish(CardDisputed(**told, amount=said.amount, reason=said.reason))


@contextmanager
def _as(tx: Tx, mine: RefundRow) -> Iterator[None]:
    """What a person asked for stands in their name, whoever brings the news."""
    before, tx.actor = tx.actor, Actor(mine.actor_kind, name=mine.actor_name)  # type: ignore[arg-type]  # written by us
    try:
        yield
    finally:
        tx.actor = before
