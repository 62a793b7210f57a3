"""Stripe against the ledger: every payment by our pages and every refund of one stands in both, with one amount."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hibachi.kit.db import Database
from hibachi.kit.money import Cents
from hibachi.payments import service as ledger
from hibachi.payments.cards import repository, rules, settling
from hibachi.payments.cards.schemas import PROVIDER, RETURNED, Difference, RefundState
from hibachi.payments.schemas import LedgerEntry

if TYPE_CHECKING:
    from hibachi.payments.gateway import Stripe

LOOK_BACK = timedelta(days=30)
SETTLED_WITHIN = timedelta(days=10)
"""A refund may take so long to arrive: what is in the ledger is looked for at Stripe that much further back."""


async def differences(db: Database, stripe: "Stripe") -> list[Difference]:
    """What does not agree, of the last month; what just came is looked at once more before it counts. Raises CardsDown."""
    async with db.transaction(settling.STRIPE) as tx:
        now = tx.now
    there = await _at_stripe(db, stripe, now - LOOK_BACK)
    found = await _compared(db, there, now)
    if not found:
        return []
    async with db.transaction(settling.STRIPE) as tx:
        sessions = await repository.sessions_of(
            tx, [there[one.provider_id][1] for one in found if one.there is not None]
        )
    for session_id in sessions:
        await settling.look(db, stripe, session_id)
    return await _compared(db, there, now)


async def _at_stripe(db: Database, stripe: "Stripe", since: datetime) -> dict[str, tuple[Cents, str]]:
    """What came by our pages and what went back of it, by Stripe's id: cents, and the payment that it belongs to."""
    pages = [one for one in await stripe.sessions_since(since) if one.paid and settling.ours(one) is not None]
    refunds = await stripe.refunds_since(since)
    async with db.transaction(settling.STRIPE) as tx:
        known = await repository.known_intents(tx, [one.payment_intent for one in refunds if one.payment_intent])
        mine = await repository.states(tx, [found for one in pages if (found := settling.ours(one)) is not None])
        failed = [one.id for one in refunds if rules.refund_state(one.status) == "failed"]
        went = {one.provider_id for one in await ledger.of_provider(tx, provider=PROVIDER, ids=failed)}
    came = {one.payment_intent: one.amount for one in pages if one.payment_intent and settling.ours(one) in mine}
    told = {intent: (cents, intent) for intent, cents in came.items()}
    for one in refunds:
        if one.payment_intent is not None and one.payment_intent in known:
            told |= dict.fromkeys(_entries_of(one, went), (one.amount, one.payment_intent))
    return told


def _entries_of(refund: RefundState, went: Collection[str]) -> tuple[str, ...]:
    """What the ledger has of a refund: one that arrived; one that failed, and was there already, went and came back."""
    state = rules.refund_state(refund.status)
    if state == "succeeded":
        return (refund.id,)
    return (refund.id, f"{refund.id}{RETURNED}") if state == "failed" and refund.id in went else ()


async def _compared(db: Database, there: dict[str, tuple[Cents, str]], now: datetime) -> list[Difference]:
    async with db.transaction(settling.STRIPE) as tx:
        here = {one.provider_id: one for one in await ledger.of_provider(tx, provider=PROVIDER, ids=there.keys())}
        since = now - LOOK_BACK + SETTLED_WITHIN
        recent = await ledger.of_provider(tx, provider=PROVIDER, between=(since, now))
        lost_to = await repository.taken_by_banks(tx, [one.id for one in recent])
    wrong = [
        _differs(provider_id, cents, here.get(provider_id))
        for provider_id, (cents, _) in there.items()
        if provider_id not in here or here[provider_id].amount != cents
    ]
    gone = [one for one in recent if one.provider_id not in there and one.id not in lost_to and not _came_back(one)]
    return wrong + [Difference("not_at_stripe", one.provider_id, one.receivable_id, None, one.amount) for one in gone]


def _differs(provider_id: str, cents: Cents, entry: LedgerEntry | None) -> Difference:
    if entry is None:
        return Difference("not_in_ledger", provider_id, None, cents, None)
    return Difference("amount_differs", provider_id, entry.receivable_id, cents, entry.amount)


def _came_back(entry: LedgerEntry) -> bool:
    """Money of a refund that failed later than we look back: at Stripe it is the same object as the refund."""
    return entry.provider_id.endswith(RETURNED)
