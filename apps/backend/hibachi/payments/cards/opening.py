"""Opening the page where an amount is paid: one for each receivable and purpose, its amount from the ledger alone.

Three steps: the page is a row before Stripe hears of it (under the receivable's lock), Stripe is asked without a
transaction, and what it answers is written in another one. A crash between two leaves a row; the next try goes on
with its id as the idempotency key, and gets the same page.
"""

from typing import TYPE_CHECKING

from hibachi.kit.auth import Actor
from hibachi.kit.db import Database, Tx
from hibachi.kit.ids import new_id
from hibachi.payments import service as ledger
from hibachi.payments.cards import repository, rules, settling
from hibachi.payments.cards.errors import CardsDown, CardsRefused, NothingDue, PaymentUnderWay
from hibachi.payments.cards.models import StripePaymentRow
from hibachi.payments.cards.schemas import Checkout, NewSession, SessionState, Wanted
from hibachi.payments.schemas import Receivable
from hibachi.policies import service as policies

if TYPE_CHECKING:
    from hibachi.payments.gateway import Stripe

REVIEW = "cards.review"
TRIES = 4


async def open_page(db: Database, stripe: "Stripe", wanted: Wanted, actor: Actor) -> Checkout:
    """The page for what is due now: the one that stands if it still fits, else a new one, the old one closed.

    Raises UnknownReceivable, NothingDue, PaymentUnderWay, CardsDown, CardsRefused.
    """
    for _ in range(TRIES):
        standing = await _standing(db, wanted)
        if standing is not None:
            await settling.look(db, stripe, standing)
        async with db.transaction(actor) as tx:
            row, fits = await _row(tx, wanted)
            new = await _session(tx, row) if row.state == "opening" else None
        if not fits:
            await close_page(db, stripe, row)
        elif new is None:
            return _shown(row)
        else:
            return await _opened(db, stripe, row, new)
    raise CardsDown()


async def close_page(db: Database, stripe: "Stripe", row: StripePaymentRow) -> None:
    """Close a page; where somebody paid it at the same moment, the money is written down instead."""
    if row.session_id is None:
        return
    try:
        await stripe.end_session(row.session_id)
    except CardsRefused:
        pass  # it is not open any more: what it is instead is read below
    await settling.look(db, stripe, row.session_id)


async def _standing(db: Database, wanted: Wanted) -> str | None:
    async with db.transaction() as tx:
        row = await repository.live(tx, wanted.receivable_id, wanted.purpose)
        return row.session_id if row else None


async def _row(tx: Tx, wanted: Wanted) -> tuple[StripePaymentRow, bool]:
    """The row of the page, under the receivable's lock; False: it stands with another amount, and has to go first."""
    owed = await ledger.locked(tx, receivable_id=wanted.receivable_id)
    amount = rules.due(wanted.purpose, owed)
    row = await repository.live(tx, owed.id, wanted.purpose)
    if row is not None and row.state == "waiting":
        raise PaymentUnderWay()
    if row is not None and _may_go_on(tx, row, wanted, amount):
        return row, True
    if row is not None and row.state == "open":
        return row, False
    if row is not None:
        row.state = "failed"
        await repository.save(tx)
    if amount == 0:
        raise NothingDue()
    return await _new(tx, wanted, owed, amount), True


def _may_go_on(tx: Tx, row: StripePaymentRow, wanted: Wanted, amount: int) -> bool:
    """Whether a page still fits. One that was never answered is asked for again for a while, then given up."""
    same = row.amount == amount and row.deadline == wanted.deadline and row.expires_at > tx.now
    return same and (row.state == "open" or row.created_at > tx.now - rules.OPENING_FOR)


async def _new(tx: Tx, wanted: Wanted, owed: Receivable, amount: int) -> StripePaymentRow:
    currency = (await policies.current(tx)).profile.business.currency
    row = StripePaymentRow(
        id=new_id(),
        receivable_id=owed.id,
        purpose=wanted.purpose,
        amount=amount,
        currency=currency.lower(),
        title=wanted.title,
        back=wanted.back,
        customer=await repository.customer(tx, (owed.id, *wanted.siblings)),
        state="opening",
        expires_at=rules.open_until(tx.now, wanted.deadline),
        deadline=wanted.deadline,
        created_at=tx.now,
    )
    await repository.add(tx, row)
    return row


async def _session(tx: Tx, row: StripePaymentRow) -> NewSession:
    """What Stripe is asked; of the row alone, so that a second try asks the same."""
    owed = await ledger.receivable(tx, receivable_id=row.receivable_id)
    return NewSession(
        payment_id=row.id,
        receivable_id=row.receivable_id,
        reference=owed.reference,
        purpose=row.purpose,
        amount=row.amount,
        currency=row.currency,
        title=row.title,
        email=owed.email,
        customer=row.customer,
        expires_at=row.expires_at,
        success_url=f"{row.back}&paid={row.purpose}",
        cancel_url=row.back,
    )


async def _opened(db: Database, stripe: "Stripe", row: StripePaymentRow, new: NewSession) -> Checkout:
    try:
        said = await stripe.open_session(new)
    except CardsRefused:
        async with db.transaction() as tx:
            await _given_up(tx, row)
        raise
    async with db.transaction() as tx:
        return await _written(tx, row, said)


async def _given_up(tx: Tx, row: StripePaymentRow) -> None:
    """Stripe opens no such page. If it is the customer that it knows no more, the next page makes a new one."""
    if row.customer is not None:
        await repository.forget_customer(tx, row.customer)
    held = await repository.payment(tx, row.id)
    if held is not None and held.state == "opening":
        held.state = "failed"
        await repository.save(tx)


async def _written(tx: Tx, row: StripePaymentRow, said: SessionState) -> Checkout:
    """Note the page that is there now, and look again when its deadline is over."""
    held = await repository.payment(tx, row.id)
    assert held is not None, "a page is never deleted"
    if held.state == "opening":
        held.session_id, held.url, held.expires_at, held.state = said.id, said.url, said.expires_at, "open"
        await repository.save(tx)
        if held.deadline is not None and held.deadline < held.expires_at:
            later = held.deadline - tx.now
            await tx.defer(REVIEW, receivable_id=str(held.receivable_id), schedule_in=later)
    return _shown(held)


def _shown(row: StripePaymentRow) -> Checkout:
    assert row.url is not None, "an open page has its address"
    return Checkout(url=row.url, purpose=row.purpose, amount=row.amount, expires_at=row.expires_at)
