"""Payments by card: open a page, give money back, hear Stripe's events, and look for what no event told."""

from typing import TYPE_CHECKING
from uuid import UUID

from hibachi.kit.auth import Actor
from hibachi.kit.db import Database, Tx
from hibachi.payments import service as ledger
from hibachi.payments.cards import comparing, opening, refunding, repository, rules, settling, sweeping
from hibachi.payments.cards.errors import CardsOff, CardsRefused
from hibachi.payments.cards.models import StripePaymentRow
from hibachi.payments.cards.opening import REVIEW
from hibachi.payments.cards.schemas import (
    CardAccount,
    CardPayment,
    CardRefund,
    Checkout,
    Difference,
    NewCardRefund,
    Wanted,
)
from hibachi.payments.events import MoneyEvent
from hibachi.settings import Settings

if TYPE_CHECKING:
    from hibachi.payments.gateway import Stripe

__all__ = ["REVIEW", "Cards", "account", "on_entry", "on_price", "open_cards"]
HANDLE = "cards.handle"


class Cards:
    """The card payments of an installation; without keys they are off, and say so."""

    def __init__(self, db: Database, stripe: "Stripe | None") -> None:
        self._db, self._stripe = db, stripe

    @property
    def enabled(self) -> bool:
        """Whether payment by card is on."""
        return self._stripe is not None

    async def checkout(self, wanted: Wanted, actor: Actor) -> Checkout:
        """The page where what is due now is paid. Raises CardsOff and what `open_page` raises."""
        return await opening.open_page(self._db, self._on(), wanted, actor)

    async def refund(self, new: NewCardRefund, actor: Actor, key: str | None = None) -> CardRefund:
        """Give money back to the card by which it came. Raises CardsOff and what `refunding.refund` raises."""
        return await refunding.refund(self._db, self._on(), new, actor, key)

    async def hear(self, body: bytes, signature: str | None) -> None:
        """Keep a verified event once, with the job that looks. Raises CardsOff, WebhookUnverified."""
        hint = self._on().hint(body, signature)
        async with self._db.transaction(settling.STRIPE) as tx:
            event_id = await repository.add_event(tx, hint)
            if event_id is not None:
                await tx.defer(HANDLE, event_id=str(event_id))

    async def handle(self, event_id: UUID) -> None:
        """Look at what an event is about (a job). Raises CardsDown, and is then tried again."""
        async with self._db.transaction(settling.STRIPE) as tx:
            event = await repository.event(tx, event_id)
            session_id = event.session_id if event else None
            intent = event.payment_intent if event else None
            known = await repository.payment_id_of(tx, payment_intent=intent) if intent and not session_id else None
            page = await repository.payment(tx, known) if known else None
        if event is None:
            return
        outcome = settling.FOREIGN
        try:
            session_id = session_id or (page.session_id if page else None) or await self._session_of(intent)
            if session_id is not None:
                await settling.look(self._db, self._on(), session_id, event_id=event_id)
                return
        except CardsRefused as no:
            outcome = str(no.details.get("reason", no.code))
        async with self._db.transaction(settling.STRIPE) as tx:
            open_event = await repository.event(tx, event_id)
            if open_event is not None:
                open_event.handled_at, open_event.outcome = tx.now, outcome

    async def review(self, receivable_id: UUID) -> None:
        """Close the pages of a receivable that fit no more (a job): another amount is due, or the time is over."""
        if self._stripe is None:
            return
        async with self._db.transaction(settling.STRIPE) as tx:
            late = await _late(tx, receivable_id)
        for page in late:
            await opening.close_page(self._db, self._stripe, page)

    async def sweep(self) -> None:
        """Every hour: find what no event told."""
        if self._stripe is not None:
            await sweeping.sweep(self._db, self._stripe, handle=self.handle, review=self.review)

    async def differences(self) -> list[Difference]:
        """Where Stripe and the ledger do not say the same, of the last month. Raises CardsOff, CardsDown, CardsRefused."""
        return await comparing.differences(self._db, self._on())

    async def _session_of(self, payment_intent: str | None) -> str | None:
        found = await self._on().session_of(payment_intent) if payment_intent else None
        return found.id if found else None

    def _on(self) -> "Stripe":
        if self._stripe is None:
            raise CardsOff()
        return self._stripe


def open_cards(settings: Settings, db: Database) -> Cards:
    """The card payments of an installation, by its settings; Stripe's library is imported where there are keys."""
    if settings.stripe_secret_key is None or settings.stripe_webhook_secret is None:
        return Cards(db, None)
    from hibachi.payments.gateway import open_stripe

    return Cards(db, open_stripe(settings))


async def account(tx: Tx, *, receivable_id: UUID) -> CardAccount:
    """Every page and refund of a receivable, and how far each is."""
    pages, refunds = await repository.of_receivable(tx, receivable_id)
    return CardAccount(
        payments=[CardPayment.model_validate(row) for row in pages],
        refunds=[CardRefund.model_validate(row) for row in refunds],
    )


async def on_entry(tx: Tx, event: MoneyEvent) -> None:
    """Money came or went another way: a page with the amount of before is to be closed."""
    await on_price(tx, receivable_id=event.receivable_id)


async def on_price(tx: Tx, *, receivable_id: UUID) -> None:
    """What is owed may have changed: have the pages that no longer fit closed."""
    if await _late(tx, receivable_id):
        await tx.defer(REVIEW, receivable_id=str(receivable_id))


async def _late(tx: Tx, receivable_id: UUID) -> list[StripePaymentRow]:
    """Open pages with an amount that is not due any more, or after their deadline."""
    standing = await repository.unsettled_payments(tx, receivable_id)
    if not standing:
        return []
    owed = await ledger.receivable(tx, receivable_id=receivable_id)
    is_over = [row.deadline is not None and row.deadline <= tx.now for row in standing]
    return [
        row
        for row, over in zip(standing, is_over, strict=True)
        if row.state == "open" and (over or row.amount != rules.due(row.purpose, owed))
    ]
