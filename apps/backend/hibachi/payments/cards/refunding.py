"""Giving money back to the card by which it came: a row first, then Stripe, then the ledger."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from hibachi.audit import service as audit
from hibachi.kit.auth import Actor
from hibachi.kit.db import Database, Tx
from hibachi.kit.idempotency import KeyReused
from hibachi.kit.ids import new_id
from hibachi.kit.money import text
from hibachi.payments import service as ledger
from hibachi.payments.cards import repository, settling
from hibachi.payments.cards.errors import CardsDown, CardsRefused, NotByCard, RefundUnderWay
from hibachi.payments.cards.models import RefundRow
from hibachi.payments.cards.schemas import CardRefund, NewCardRefund
from hibachi.payments.errors import NoRefundOfRefund, RefundTooLarge, UnknownPayment

if TYPE_CHECKING:
    from hibachi.payments.gateway import Stripe


async def refund(db: Database, stripe: "Stripe", new: NewCardRefund, actor: Actor, key: str | None) -> CardRefund:
    """Give money back. Where nobody knows what Stripe did, it stays "asked", and the sweep settles it.

    The same key again is the same refund. Raises UnknownReceivable, UnknownPayment, NotByCard, RefundTooLarge,
    RefundUnderWay, CardsRefused, KeyReused.
    """
    async with db.transaction(actor) as tx:
        asked = await _ask(tx, new, key)
    if asked.state != "asked":
        return CardRefund.model_validate(asked)
    try:
        return await carry(db, stripe, asked.id)
    except CardsDown:
        return CardRefund.model_validate(asked)


async def carry(db: Database, stripe: "Stripe", refund_id: UUID) -> CardRefund:
    """Bring a refund that was asked for to Stripe, and its answer into the ledger; again is the same refund."""
    async with db.transaction(settling.STRIPE) as tx:
        mine = await repository.refund(tx, refund_id)
        assert mine is not None, "a refund is never deleted"
        page = await repository.payment(tx, mine.payment_id)
    assert page is not None and page.payment_intent is not None, "money goes back after it came"
    try:
        said = await stripe.refund(refund_id=str(mine.id), payment_intent=page.payment_intent, amount=mine.amount)
    except CardsRefused as no:
        async with db.transaction(settling.STRIPE) as tx:
            await settling.give_up(tx, refund_id, str(no.details.get("reason", no.code)))
        raise
    async with db.transaction(settling.STRIPE) as tx:
        await ledger.locked(tx, receivable_id=mine.receivable_id)
        held = await repository.payment(tx, mine.payment_id)
        assert held is not None, "a page is never deleted"
        return CardRefund.model_validate(await settling.take_refund(tx, held, said))


async def _ask(tx: Tx, new: NewCardRefund, key: str | None) -> RefundRow:
    """Write that money is to go back, at most what is left of the payment, under the receivable's lock."""
    await ledger.locked(tx, receivable_id=new.receivable_id)
    row_id = uuid5(new.receivable_id, f"{tx.actor.name} {key}") if key else new_id()
    known = await repository.refund(tx, row_id) if key else None
    if known is not None:
        return _same(known, new)
    entry = await ledger.entry(tx, entry_id=new.entry_id)
    if entry.receivable_id != new.receivable_id:
        raise UnknownPayment()
    if entry.kind == "refund":
        raise NoRefundOfRefund()
    page = await repository.payment_of_entry(tx, entry.id)
    if page is None:
        raise NotByCard()
    going, is_asked = await repository.under_way(tx, entry.id)
    if is_asked:
        raise RefundUnderWay()
    left = await ledger.left(tx, entry_id=entry.id) - going
    if new.amount > left:
        raise RefundTooLarge(left=text(left))
    row = RefundRow(
        id=row_id,
        payment_id=page.id,
        receivable_id=new.receivable_id,
        entry_id=entry.id,
        amount=new.amount,
        reason=new.reason,
        state="asked",
        actor_kind=tx.actor.kind,
        actor_name=tx.actor.name,
        created_at=tx.now,
    )
    await repository.add(tx, row)
    changes = {"amount": (None, text(new.amount)), "payment": (None, entry.id), "party": (None, new.receivable_id)}
    await audit.record(
        tx, action="card_refund_ask", resource="card_refund", resource_id=row.id, changes=changes, reason=new.reason
    )
    return row


def _same(known: RefundRow, new: NewCardRefund) -> RefundRow:
    """The refund of a key, if it is the one that is asked for now. Raises KeyReused."""
    if (known.entry_id, known.amount, known.reason) != (new.entry_id, new.amount, new.reason):
        raise KeyReused()
    return known
