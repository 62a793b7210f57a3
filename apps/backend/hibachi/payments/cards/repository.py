"""Every query of payments by card."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, or_, select
from sqlalchemy.dialects.postgresql import insert

from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.payments.cards.models import RefundRow, StripeCustomerRow, StripeEventRow, StripePaymentRow
from hibachi.payments.cards.rules import LIVE, OVER, UNSETTLED
from hibachi.payments.cards.schemas import CardRefundState, Due, Hint, PaymentState
from hibachi.payments.models import LedgerRow

FRESH = {"populate_existing": True}


async def live(tx: Tx, receivable_id: UUID, purpose: Due) -> StripePaymentRow | None:
    """The one page by which a receivable may be paid now, locked."""
    mine = select(StripePaymentRow).where(StripePaymentRow.receivable_id == receivable_id)
    mine = mine.where(StripePaymentRow.purpose == purpose, StripePaymentRow.state.in_(LIVE)).with_for_update()
    found: StripePaymentRow | None = await tx.session.scalar(mine, execution_options=FRESH)
    return found


async def payment(tx: Tx, payment_id: UUID) -> StripePaymentRow | None:
    """One page, locked."""
    mine = select(StripePaymentRow).where(StripePaymentRow.id == payment_id).with_for_update()
    found: StripePaymentRow | None = await tx.session.scalar(mine, execution_options=FRESH)
    return found


async def payment_of_entry(tx: Tx, entry_id: UUID) -> StripePaymentRow | None:
    """The page by which an entry of the ledger came."""
    found: StripePaymentRow | None = await tx.session.scalar(
        select(StripePaymentRow).where(StripePaymentRow.entry_id == entry_id)
    )
    return found


async def payment_id_of(tx: Tx, *, session_id: str | None = None, payment_intent: str | None = None) -> UUID | None:
    """The id of the page that Stripe calls so."""
    wanted = StripePaymentRow.session_id == session_id
    if session_id is None:
        wanted = StripePaymentRow.payment_intent == payment_intent
    found: UUID | None = await tx.session.scalar(select(StripePaymentRow.id).where(wanted))
    return found


async def receivable_of(tx: Tx, payment_id: UUID) -> UUID | None:
    """For what a page was opened; not locked, since that never changes."""
    found: UUID | None = await tx.session.scalar(
        select(StripePaymentRow.receivable_id).where(StripePaymentRow.id == payment_id)
    )
    return found


async def unsettled_payments(tx: Tx, receivable_id: UUID | None = None) -> Sequence[StripePaymentRow]:
    """Pages of which more may come: open ones, and disputes that are not over; of one receivable, or of all."""
    open_ = or_(StripePaymentRow.state.in_(LIVE), StripePaymentRow.dispute.not_in(OVER))
    wanted = select(StripePaymentRow).where(open_)
    if receivable_id is not None:
        wanted = wanted.where(StripePaymentRow.receivable_id == receivable_id)
    return (await tx.session.scalars(wanted.order_by(StripePaymentRow.id), execution_options=FRESH)).all()


async def states(tx: Tx, payment_ids: Collection[UUID]) -> dict[UUID, PaymentState]:
    """The states of these pages, those that are ours."""
    wanted = select(StripePaymentRow.id, StripePaymentRow.state).where(StripePaymentRow.id.in_(payment_ids))
    return {found: state for found, state in (await tx.session.execute(wanted)).all()}


async def refund_states(tx: Tx, refund_ids: Collection[str]) -> dict[str, CardRefundState]:
    """The states of the refunds that Stripe calls so, those that are known here."""
    wanted = select(RefundRow.refund_id, RefundRow.state).where(RefundRow.refund_id.in_(refund_ids))
    return {found: state for found, state in (await tx.session.execute(wanted)).all() if found}


async def disputes(tx: Tx, payment_intents: Collection[str]) -> dict[str, str | None]:
    """What is known of the disputes of these payments, those that came by a page of ours."""
    wanted = select(StripePaymentRow.payment_intent, StripePaymentRow.dispute)
    wanted = wanted.where(StripePaymentRow.payment_intent.in_(payment_intents))
    return {found: dispute for found, dispute in (await tx.session.execute(wanted)).all() if found}


async def sessions_of(tx: Tx, payment_intents: Collection[str]) -> Sequence[str]:
    """The pages by which these payments came, and those of refunds that are not settled yet."""
    pending = select(RefundRow.payment_id).where(RefundRow.state == "pending")
    wanted = or_(StripePaymentRow.payment_intent.in_(payment_intents), StripePaymentRow.id.in_(pending))
    found = await tx.session.scalars(select(StripePaymentRow.session_id).where(wanted))
    return [session_id for session_id in found.all() if session_id]


async def known_intents(tx: Tx, payment_intents: Collection[str]) -> set[str]:
    """Those of these payments that came by a page of ours."""
    mine = select(StripePaymentRow.payment_intent).where(StripePaymentRow.payment_intent.in_(payment_intents))
    return {found for found in (await tx.session.scalars(mine)).all() if found}


async def taken_by_banks(tx: Tx, entry_ids: Collection[UUID]) -> set[UUID]:
    """Those entries of the ledger that are chargebacks: no refund of ours, of a payment whose dispute was lost."""
    ours = select(RefundRow.ledger_id).where(RefundRow.ledger_id.is_not(None))
    lost = select(StripePaymentRow.entry_id).where(StripePaymentRow.dispute == "lost")
    mine = select(LedgerRow.id).where(LedgerRow.id.in_(entry_ids), LedgerRow.id.not_in(ours))
    return set((await tx.session.scalars(mine.where(LedgerRow.refund_of.in_(lost)))).all())


async def of_receivable(tx: Tx, receivable_id: UUID) -> tuple[Sequence[StripePaymentRow], Sequence[RefundRow]]:
    """Every page and every refund of a receivable, in their order."""
    pages = select(StripePaymentRow).where(StripePaymentRow.receivable_id == receivable_id)
    backs = select(RefundRow).where(RefundRow.receivable_id == receivable_id)
    first = (await tx.session.scalars(pages.order_by(StripePaymentRow.id))).all()
    return first, (await tx.session.scalars(backs.order_by(RefundRow.id))).all()


async def add(tx: Tx, row: StripePaymentRow | RefundRow) -> None:
    """Write a new page or refund."""
    tx.session.add(row)
    await tx.session.flush()


async def customer(tx: Tx, receivable_ids: Collection[UUID]) -> str | None:
    """Whom Stripe first made of the payer of these receivables."""
    theirs = select(StripeCustomerRow.customer).where(StripeCustomerRow.receivable_id.in_(receivable_ids))
    oldest = theirs.order_by(StripeCustomerRow.created_at, StripeCustomerRow.receivable_id).limit(1)
    found: str | None = await tx.session.scalar(oldest)
    return found


async def forget_customer(tx: Tx, customer: str) -> None:
    """Stripe knows this customer no more: somebody deleted it there."""
    await tx.session.execute(delete(StripeCustomerRow).where(StripeCustomerRow.customer == customer))


async def keep_customer(tx: Tx, receivable_id: UUID, customer: str) -> None:
    """Remember whom Stripe made of a payer; the first one stays."""
    row = insert(StripeCustomerRow).values(receivable_id=receivable_id, customer=customer, created_at=tx.now)
    await tx.session.execute(row.on_conflict_do_nothing())


async def refund(tx: Tx, refund_id: UUID) -> RefundRow | None:
    """One refund, locked."""
    mine = select(RefundRow).where(RefundRow.id == refund_id).with_for_update()
    found: RefundRow | None = await tx.session.scalar(mine, execution_options=FRESH)
    return found


async def refund_at_stripe(tx: Tx, refund_id: str) -> RefundRow | None:
    """The refund that Stripe calls so, locked."""
    mine = select(RefundRow).where(RefundRow.refund_id == refund_id).with_for_update()
    found: RefundRow | None = await tx.session.scalar(mine, execution_options=FRESH)
    return found


async def unsettled_refunds(tx: Tx) -> Sequence[RefundRow]:
    """Refunds of which nobody knows yet whether they arrived."""
    wanted = select(RefundRow).where(RefundRow.state.in_(UNSETTLED)).order_by(RefundRow.id)
    return (await tx.session.scalars(wanted, execution_options=FRESH)).all()


async def under_way(tx: Tx, entry_id: UUID) -> tuple[int, bool]:
    """How many cents of a payment are on their way back, and whether one of them has no answer yet."""
    mine = select(func.coalesce(func.sum(RefundRow.amount), 0), func.bool_or(RefundRow.state == "asked"))
    mine = mine.where(RefundRow.entry_id == entry_id, RefundRow.state.in_(UNSETTLED))
    cents, asked = (await tx.session.execute(mine)).one()
    return int(cents), bool(asked)


async def add_event(tx: Tx, hint: Hint) -> UUID | None:
    """Keep an event; None when it was kept before, also by a transaction that ends while we wait for it."""
    fields: dict[str, Any] = {"event_id": hint.event_id, "kind": hint.kind, "received_at": tx.now, "id": new_id()}
    row = insert(StripeEventRow).values(**fields, session_id=hint.session_id, payment_intent=hint.payment_intent)
    found: UUID | None = await tx.session.scalar(row.on_conflict_do_nothing().returning(StripeEventRow.id))
    return found


async def event(tx: Tx, event_id: UUID) -> StripeEventRow | None:
    """An event that is still to be handled, locked."""
    wanted = select(StripeEventRow).where(StripeEventRow.id == event_id, StripeEventRow.handled_at.is_(None))
    found: StripeEventRow | None = await tx.session.scalar(wanted.with_for_update(), execution_options=FRESH)
    return found


async def waiting_events(tx: Tx, *, before: datetime) -> Sequence[UUID]:
    """Events that came before an instant and are not handled, the oldest first."""
    wanted = select(StripeEventRow.id).where(StripeEventRow.handled_at.is_(None), StripeEventRow.received_at <= before)
    return (await tx.session.scalars(wanted.order_by(StripeEventRow.id))).all()


async def save(tx: Tx) -> None:
    """Write what changed."""
    await tx.session.flush()
