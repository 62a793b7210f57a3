"""What no event told: every hour, what waits here is looked at, and what Stripe has is compared with what is here."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from hibachi.kit.db import Database
from hibachi.kit.errors import HibachiError
from hibachi.payments.cards import refunding, repository, rules, settling

if TYPE_CHECKING:
    from hibachi.payments.gateway import Stripe

log = logging.getLogger(__name__)
LOST_AFTER = timedelta(minutes=10)
LOOK_BACK = timedelta(days=30)
"""Stripe tells of an event for three days; after a longer silence of ours the sweep still finds it."""
Work = Callable[[UUID], Awaitable[object]]


async def sweep(db: Database, stripe: "Stripe", *, handle: Work, review: Work) -> None:
    """Handle lost events, settle refunds, look at open pages and at those that are further at Stripe.

    One that fails is tried again in an hour and stops no other.
    """
    async with db.transaction(settling.STRIPE) as tx:
        since, events = tx.now - LOOK_BACK, await repository.waiting_events(tx, before=tx.now - LOST_AFTER)
        pages = await repository.unsettled_payments(tx)
        asked = [row.id for row in await repository.unsettled_refunds(tx) if row.state == "asked"]
    for event_id in events:
        await _kept_going(handle(event_id))
    for refund_id in asked:
        await _kept_going(refunding.carry(db, stripe, refund_id))
    open_here = {page.session_id for page in pages if page.session_id}
    for session_id in sorted(open_here | await _further(db, stripe, since)):
        await _kept_going(settling.look(db, stripe, session_id))
    for receivable_id in {page.receivable_id for page in pages}:
        await _kept_going(review(receivable_id))


async def _further(db: Database, stripe: "Stripe", since: datetime) -> set[str]:
    """Pages that are further at Stripe than here: paid or closed, or with a refund or a dispute that is news here."""
    said, refunds = await stripe.sessions_since(since), await stripe.refunds_since(since)
    disputes = await stripe.disputes_since(since)
    async with db.transaction(settling.STRIPE) as tx:
        ours = {found: one for one in said if (found := settling.ours(one)) is not None}
        states = await repository.states(tx, ours.keys())
        further = {ours[found].id for found, state in states.items() if rules.is_news(state, ours[found])}
        settled = await repository.refund_states(tx, [one.id for one in refunds])
        known = await repository.disputes(tx, [one.payment_intent for one in disputes if one.payment_intent])
        moved = {one.payment_intent for one in refunds if rules.is_refund_news(settled.get(one.id), one.status)}
        moved |= {
            one.payment_intent
            for one in disputes
            if one.payment_intent in known and rules.dispute_follows(known[one.payment_intent], one.status)
        }
        return further | set(await repository.sessions_of(tx, [one for one in moved if one]))


async def _kept_going(work: Awaitable[object]) -> None:
    try:
        await work
    except HibachiError as refusal:
        log.warning("the sweep of card payments left something for its next round: %s", refusal.code)
