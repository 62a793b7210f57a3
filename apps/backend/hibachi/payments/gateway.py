"""The only file that speaks to Stripe, by its official library. https://docs.stripe.com/api

The library's calls wait; each runs in a thread, so that the loop never does. It repeats what a broken connection left
open with the same idempotency key, and so does a caller of ours: a second try is the same object.
"""

import asyncio
import json
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

import stripe

from hibachi.payments.cards.errors import CardsDown, CardsRefused, WebhookUnverified
from hibachi.payments.cards.schemas import DisputeState, Hint, NewSession, RefundState, SessionState
from hibachi.settings import Settings

TIMEOUT_SECONDS: Final = 20.0
RETRIES: Final = 2
STALE_SECONDS: Final = 300
Result = TypeVar("Result")


class Stripe:
    """One account. Raises CardsDown where nobody knows what happened, CardsRefused where Stripe said no."""

    def __init__(self, secret_key: str, webhook_secret: str, *, api_base: str) -> None:
        self._webhook_secret = webhook_secret
        self._client = stripe.StripeClient(
            secret_key,
            base_addresses={"api": api_base},
            max_network_retries=RETRIES,
            http_client=stripe.RequestsClient(timeout=TIMEOUT_SECONDS),
        )

    async def open_session(self, new: NewSession) -> SessionState:
        """A page where one amount is paid by card; the same `new.payment_id` again is the same page."""
        who: dict[str, Any] = {"customer_creation": "always"}
        if new.email:
            who["customer_email"] = new.email
        if new.customer:
            who = {"customer": new.customer}
        line = {"currency": new.currency, "unit_amount": new.amount, "product_data": {"name": new.title}}
        about = {"receivable_id": str(new.receivable_id), "payment_id": str(new.payment_id), "purpose": new.purpose}
        params: Any = {
            "mode": "payment",
            "payment_method_types": ["card"],
            "line_items": [{"quantity": 1, "price_data": line}],
            "client_reference_id": new.reference,
            "metadata": about,
            "payment_intent_data": {"metadata": about, "description": f"{new.title} ({new.reference})"},
            "expires_at": int(new.expires_at.timestamp()),
            "success_url": new.success_url,
            "cancel_url": new.cancel_url,
            **who,
        }
        sessions, key = self._client.v1.checkout.sessions, f"session-{new.payment_id}"
        return _session(await _asked(lambda: sessions.create(params, {"idempotency_key": key})))

    async def session(self, session_id: str) -> SessionState:
        """A page as it is now, with the money that came by it, went back, and is disputed."""
        sessions = self._client.v1.checkout.sessions
        found = await _asked(lambda: sessions.retrieve(session_id, {"expand": ["payment_intent"]}))
        intent = found.payment_intent.id if isinstance(found.payment_intent, stripe.PaymentIntent) else None
        if intent is None:
            return _session(found)
        v1 = self._client.v1
        refunds = await _asked(lambda: list(v1.refunds.list({"payment_intent": intent}).auto_paging_iter()))
        disputes = await _asked(lambda: list(v1.disputes.list({"payment_intent": intent}).auto_paging_iter()))
        return _session(found, refunds, disputes)

    async def end_session(self, session_id: str) -> None:
        """Close a page that nobody paid; CardsRefused where it is not open any more."""
        await _asked(lambda: self._client.v1.checkout.sessions.expire(session_id))

    async def session_of(self, payment_intent: str) -> SessionState | None:
        """The page by which a payment came; None for one that came another way."""
        sessions = self._client.v1.checkout.sessions
        found = await _asked(lambda: sessions.list({"payment_intent": payment_intent, "limit": 1}).data)
        return _session(found[0]) if found else None

    async def refund(self, *, refund_id: str, payment_intent: str, amount: int) -> RefundState:
        """Give money of a payment back; the same `refund_id` again is the same refund, also a day later."""
        refunds = self._client.v1.refunds
        for known in await _asked(lambda: list(refunds.list({"payment_intent": payment_intent}).auto_paging_iter())):
            if _named(known.metadata, "refund_id") == refund_id:
                return _refund(known)
        params: Any = {"payment_intent": payment_intent, "amount": amount, "metadata": {"refund_id": refund_id}}
        return _refund(await _asked(lambda: refunds.create(params, {"idempotency_key": f"refund-{refund_id}"})))

    async def sessions_since(self, instant: datetime) -> list[SessionState]:
        """Every page that was opened since an instant, without what came of its money."""
        sessions, since = (
            self._client.v1.checkout.sessions,
            {"created": {"gte": int(instant.timestamp())}, "limit": 100},
        )
        found = await _asked(lambda: list(sessions.list(since).auto_paging_iter()))  # type: ignore[arg-type]  # the library wants a TypedDict
        return [_session(one) for one in found]

    async def refunds_since(self, instant: datetime) -> list[RefundState]:
        """Every refund that was made since an instant."""
        v1, since = self._client.v1, {"created": {"gte": int(instant.timestamp())}, "limit": 100}
        found = await _asked(lambda: list(v1.refunds.list(since).auto_paging_iter()))  # type: ignore[arg-type]  # the library wants a TypedDict
        return [_refund(one) for one in found]

    async def disputes_since(self, instant: datetime) -> list[DisputeState]:
        """Every dispute that was begun since an instant."""
        v1, since = self._client.v1, {"created": {"gte": int(instant.timestamp())}, "limit": 100}
        found = await _asked(lambda: list(v1.disputes.list(since).auto_paging_iter()))  # type: ignore[arg-type]  # the library wants a TypedDict
        return [_dispute(one) for one in found]

    def hint(self, body: bytes, signature: str | None) -> Hint:
        """What an event is about, once its signature holds; raises WebhookUnverified for everything else."""
        try:
            stripe.WebhookSignature.verify_header(body, signature, self._webhook_secret, STALE_SECONDS)
            said = json.loads(body)
            about = said["data"]["object"]
            kind, of = str(said["type"]), str(about["object"])
            found = Hint(
                event_id=str(said["id"]),
                kind=kind,
                session_id=str(about["id"]) if of == "checkout.session" else None,
                payment_intent=str(about["id"]) if of == "payment_intent" else _id(about.get("payment_intent")),
            )
        except (stripe.SignatureVerificationError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise WebhookUnverified() from None
        return found


def open_stripe(settings: Settings) -> Stripe | None:
    """The account of an installation; None where it has no keys."""
    key, secret = settings.stripe_secret_key, settings.stripe_webhook_secret
    if key is None or secret is None:
        return None
    return Stripe(key.get_secret_value(), secret.get_secret_value(), api_base=settings.stripe_base_url)


async def _asked(call: Callable[[], Result]) -> Result:
    """One call in a thread. What Stripe refused did not happen; of anything else nobody knows."""
    try:
        return await asyncio.to_thread(call)
    except (stripe.InvalidRequestError, stripe.CardError, stripe.AuthenticationError, stripe.PermissionError) as no:
        raise CardsRefused(reason=no.code or type(no).__name__) from no
    except stripe.StripeError as unknown:
        raise CardsDown() from unknown


def _session(
    found: stripe.checkout.Session,
    refunds: Iterable[stripe.Refund] = (),
    disputes: Iterable[stripe.Dispute] = (),
) -> SessionState:
    intent = found.payment_intent
    received = intent.amount_received if isinstance(intent, stripe.PaymentIntent) else found.amount_total
    return SessionState(
        id=found.id,
        status=found.status or "open",
        paid=found.payment_status == "paid",
        url=found.url,
        expires_at=datetime.fromtimestamp(found.expires_at, UTC),
        amount=received or 0,
        currency=found.currency or "",
        payment_intent=_id(intent),
        customer=_id(found.customer),
        payment_id=_named(found.metadata, "payment_id"),
        refunds=tuple(_refund(one) for one in refunds),
        disputes=tuple(_dispute(one) for one in disputes),
    )


def _refund(found: stripe.Refund) -> RefundState:
    ours = _named(found.metadata, "refund_id")
    status, intent = found.status or "pending", _id(found.payment_intent)
    return RefundState(found.id, status, found.amount, ours, found.failure_reason, intent)


def _dispute(found: stripe.Dispute) -> DisputeState:
    return DisputeState(found.id, found.status, found.amount, found.reason, _id(found.payment_intent))


def _id(found: Any) -> str | None:
    """The id of an object that stands there whole or by its id."""
    whole = found.get("id") if isinstance(found, dict) else getattr(found, "id", found)
    return str(whole) if whole else None


def _named(metadata: Any, key: str) -> str | None:
    """What we wrote beside an object."""
    found = metadata[key] if metadata and key in metadata else None
    return str(found) if found else None
