"""Pure decisions about payments by card: what is due, until when a page is open, which state may follow which."""

from datetime import datetime, timedelta

from hibachi.kit.money import Cents
from hibachi.payments.cards.schemas import CardRefundState, Due, PaymentState, SessionState
from hibachi.payments.schemas import Receivable

SHORTEST, LONGEST = timedelta(minutes=31), timedelta(hours=23, minutes=55)
"""Stripe keeps a page open for half an hour at least and a day at most; a minute of its clock is left to it."""
OPENING_FOR = timedelta(minutes=10)
"""A page that is not there so long after it was asked for was never shown to anybody."""
LIVE: tuple[PaymentState, ...] = ("opening", "open", "waiting")
UNSETTLED: tuple[CardRefundState, ...] = ("asked", "pending")
_RANK: dict[PaymentState, int] = {"opening": 0, "open": 1, "waiting": 2, "expired": 3, "failed": 3, "paid": 4}
OVER = frozenset({"lost", "won", "warning_closed"})


def due(purpose: Due, owed: Receivable) -> Cents:
    """What is to be paid of a deposit or a balance now, in cents; the balance once the deposit is whole."""
    deposit = max(owed.deposit - owed.deposit_paid, 0)
    if purpose == "deposit":
        return max(min(deposit, owed.owed), 0)
    return max(owed.owed, 0) if not deposit else 0


def open_until(now: datetime, deadline: datetime | None) -> datetime:
    """Until when a page is open: to the deadline, as far as Stripe allows."""
    wanted = deadline or now + LONGEST
    return min(max(wanted, now + SHORTEST), now + LONGEST).replace(microsecond=0)


def state_of(said: SessionState) -> PaymentState:
    """A page's state by what Stripe says of it; complete and not paid: the money is still on its way."""
    if said.paid:
        return "paid"
    states: dict[str, PaymentState] = {"open": "open", "complete": "waiting", "expired": "expired"}
    return states.get(said.status, "open")


def later(now: PaymentState, said: PaymentState) -> PaymentState:
    """The state after news that may be older than what is known: it never goes back."""
    return said if _RANK[said] > _RANK[now] else now


def is_news(now: PaymentState, said: SessionState) -> bool:
    """Whether Stripe knows more of a page than is known here."""
    return later(now, state_of(said)) != now


def refund_state(status: str) -> CardRefundState:
    """A refund's state by Stripe's word."""
    if status == "succeeded":
        return "succeeded"
    return "failed" if status in ("failed", "canceled") else "pending"


def is_refund_news(known: CardRefundState | None, status: str) -> bool:
    """Whether Stripe knows more of a refund than is known here; None: nothing is. One that failed stays so."""
    return known != "failed" and known != refund_state(status)


def dispute_follows(known: str | None, said: str) -> bool:
    """Whether a dispute's status is news: it is another one, and what is over stays over."""
    return known != said and known not in OVER
