"""Stripe on a port of this machine: form-encoded in, JSON out, idempotency keys, sessions, refunds, disputes, webhooks.

What it refuses, it refuses as Stripe does (docs.stripe.com/api): an expiry under half an hour, a refund above what is
left, an idempotency key with other parameters, a page that is not open any more.
"""

import hashlib
import hmac
import json
import re
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

from tests.simulators.provider import Answer, Asked, Provider, Webhook

KEY, SECRET = "sk_test_simulated", "whsec_simulated"
PATH = "/api/v1/stripe/webhook"
HALF_AN_HOUR, A_DAY = 30 * 60, 24 * 3600
Object = dict[str, Any]


class StripeSimulator(Provider):
    """An account. Everything that happens leaves an event in `events`, oldest first; a test delivers them as it likes."""

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        super().__init__(clock)
        self.sessions: dict[str, Object] = {}
        self.intents: dict[str, Object] = {}
        self.refunds: dict[str, Object] = {}
        self.disputes: dict[str, Object] = {}
        self.events: list[Object] = []
        self.deleted: set[str] = set()
        self._keys: dict[str, tuple[bytes, Answer]] = {}
        self._count = 0
        self.refund_status = "succeeded"

    # what customers, banks and the owner do

    def pay(self, session_id: str) -> bool:
        """The customer pays a page; False when it is not open any more."""
        with self.lock:
            session = self._fresh(self.sessions[session_id])
            if session["status"] != "open":
                return False
            self._received(session, self._intent(session))
            return True

    def paid_by_link(self, amount: int) -> str:
        """Somebody pays by a payment link of the owner's dashboard; the id of the payment."""
        form = {"line_items[0][price_data][unit_amount]": str(amount), "line_items[0][price_data][currency]": "usd"}
        form |= {"customer_creation": "always", "client_reference_id": "", "success_url": "", "cancel_url": ""}
        answer = self._open(form | {"expires_at": str(int(self.now().timestamp()) + HALF_AN_HOUR)})
        assert isinstance(answer.body, dict), answer
        self.pay(answer.body["id"])
        return str(self.sessions[answer.body["id"]]["payment_intent"])

    def send_off(self, session_id: str) -> None:
        """The customer is done, and the bank takes its time."""
        session = self.sessions[session_id]
        intent = self._intent(session) | {"status": "processing"}
        self.intents[intent["id"]] = intent
        session.update(status="complete", payment_status="unpaid", payment_intent=intent["id"])
        self._tell("checkout.session.completed", session)

    def money_arrives(self, session_id: str) -> None:
        """What was sent off is there."""
        session = self.sessions[session_id]
        self._received(session, self.intents[session["payment_intent"]], told="async_payment_succeeded")

    def give_back(self, payment_intent: str, amount: int) -> Object:
        """The owner refunds in Stripe's dashboard."""
        answer = self._refund({"payment_intent": payment_intent, "amount": str(amount)})
        assert answer.status == 200 and isinstance(answer.body, dict), answer
        return answer.body

    def refund_ends(self, refund_id: str, status: str) -> None:
        """A refund that was on its way arrived, or came back."""
        refund = self.refunds[refund_id]
        refund.update(status=status, failure_reason="expired_or_canceled_card" if status == "failed" else None)
        self._tell(f"refund.{'failed' if status == 'failed' else 'updated'}", refund)

    def dispute(self, payment_intent: str, status: str = "needs_response") -> None:
        """The customer's bank asks for the money back, or decides."""
        known = next((one for one in self.disputes.values() if one["payment_intent"] == payment_intent), None)
        found = known or self._made("dispute", "dp", payment_intent=payment_intent, reason="fraudulent")
        found.update(status=status, amount=self.intents[payment_intent]["amount_received"])
        self.disputes[found["id"]] = found
        self._tell(f"charge.dispute.{'updated' if known else 'created'}", found)

    # webhooks

    def webhooks(self, *, at: float | None = None) -> list[Webhook]:
        """Every event so far, signed now."""
        return [self.signed(event, at=at) for event in self.events]

    def signed(self, event: Object, *, at: float | None = None, secret: str = SECRET) -> Webhook:
        """One event as Stripe sends it."""
        body, moment = json.dumps(event).encode(), int(at or time.time())
        digest = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
        return Webhook(PATH, body, {"stripe-signature": f"t={moment},v1={digest}", "content-type": "application/json"})

    # the protocol

    def respond(self, asked: Asked) -> Answer:
        if asked.path.startswith("/pay/"):
            return self._paying(asked, asked.path.rpartition("/")[2])
        if asked.headers.get("authorization") != f"Bearer {KEY}":
            return _no(401, "api_key_invalid")
        if asked.method == "POST":
            return self._once(asked)
        return self._found(asked)

    def _paying(self, asked: Asked, session_id: str) -> Answer:
        """The page that a browser sees: the amount, a button to pay, and the way back."""
        session = self._fresh(self.sessions[session_id])
        if asked.method == "POST" and self.pay(session_id):
            return Answer(303, b"", {"location": session["success_url"]})
        body = (
            f"<title>Pay</title><p>${session['amount_total'] / 100:.2f}</p><a href='{session['cancel_url']}'>Back</a>"
        )
        form = "<form method=post><button>Pay</button></form>" if session["status"] == "open" else "It is closed."
        return Answer(200, (body + form).encode(), {"content-type": "text/html"})

    def _once(self, asked: Asked) -> Answer:
        key = asked.headers.get("idempotency-key", "")
        known = self._keys.get(key) if key else None
        if known is not None:
            return known[1] if known[0] == asked.body else _no(400, "idempotency_key_reused", kind="idempotency_error")
        answer = self._done(asked)
        if key and answer.status < 500:
            self._keys[key] = (asked.body, answer)
        return answer

    def _done(self, asked: Asked) -> Answer:
        form = dict(parse_qsl(asked.body.decode(), keep_blank_values=True))
        if asked.path == "/v1/checkout/sessions":
            return self._open(form)
        if asked.path == "/v1/refunds":
            return self._refund(form)
        closing = re.fullmatch(r"/v1/checkout/sessions/(\w+)/expire", asked.path)
        assert closing, f"no such call: {asked.path}"
        session = self._fresh(self.sessions[closing[1]])
        if session["status"] != "open":
            return _no(400, "resource_not_open")
        session.update(status="expired", url=None)
        self._tell("checkout.session.expired", session)
        return Answer(200, _copy(session))

    def _found(self, asked: Asked) -> Answer:
        one = re.fullmatch(r"/v1/checkout/sessions/(\w+)", asked.path)
        if one:
            session = self.sessions.get(one[1])
            if session is None:
                return _no(404, "resource_missing")
            shown = _copy(self._fresh(session))
            if shown["payment_intent"]:
                shown["payment_intent"] = self.intents[shown["payment_intent"]]
            return Answer(200, _copy(shown))
        kinds = {"/v1/checkout/sessions": self.sessions, "/v1/refunds": self.refunds, "/v1/disputes": self.disputes}
        return self._listed(asked, list(kinds[asked.path].values())[::-1])

    def _listed(self, asked: Asked, newest_first: list[Object]) -> Answer:
        since, intent = int(asked.query.get("created[gte]", 0)), asked.query.get("payment_intent")
        fitting = [one for one in newest_first if one["created"] >= since]
        fitting = [one for one in fitting if intent is None or one["payment_intent"] == intent]
        after = asked.query.get("starting_after")
        if after:
            fitting = fitting[[one["id"] for one in fitting].index(after) + 1 :]
        shown = fitting[: int(asked.query.get("limit", 10))]
        body = {"object": "list", "url": asked.path, "data": shown, "has_more": len(shown) < len(fitting)}
        return Answer(200, _copy(body))

    def _open(self, form: dict[str, str]) -> Answer:
        until, now = int(form["expires_at"]), self.now().timestamp()
        if not HALF_AN_HOUR <= until - now <= A_DAY:
            return _no(400, "parameter_invalid_integer")
        amount = int(form["line_items[0][price_data][unit_amount]"])
        if form.get("customer") is None and form.get("customer_creation") != "always":
            return _no(400, "parameter_missing")
        if form.get("customer") in self.deleted:
            return _no(400, "resource_missing")
        session = self._made(
            "checkout.session",
            "cs_test",
            amount_total=amount,
            currency=form["line_items[0][price_data][currency]"],
            status="open",
            payment_status="unpaid",
            payment_intent=None,
            customer=form.get("customer"),
            customer_email=form.get("customer_email"),
            client_reference_id=form["client_reference_id"],
            expires_at=until,
            success_url=form["success_url"],
            cancel_url=form["cancel_url"],
            metadata=_metadata(form, "metadata"),
            intent_metadata=_metadata(form, "payment_intent_data[metadata]"),
        )
        session["url"] = f"{self.url}/pay/{session['id']}"
        self.sessions[session["id"]] = session
        return Answer(200, _copy(session))

    def _refund(self, form: dict[str, str]) -> Answer:
        intent, amount = self.intents.get(form["payment_intent"]), int(form["amount"])
        if intent is None:
            return _no(404, "resource_missing")
        gone = [one["amount"] for one in self.refunds.values() if one["payment_intent"] == intent["id"]]
        if amount > intent["amount_received"] - sum(gone):
            return _no(400, "charge_already_refunded" if sum(gone) else "amount_too_large")
        refund = self._made(
            "refund",
            "re",
            payment_intent=intent["id"],
            amount=amount,
            status=self.refund_status,
            failure_reason=None,
            metadata=_metadata(form, "metadata"),
        )
        self.refunds[refund["id"]] = refund
        self._tell("charge.refunded", {"object": "charge", "id": self._id("ch"), "payment_intent": intent["id"]})
        self._tell("refund.created", refund)
        return Answer(200, _copy(refund))

    def _intent(self, session: Object) -> Object:
        return self._made(
            "payment_intent",
            "pi",
            amount=session["amount_total"],
            amount_received=0,
            currency=session["currency"],
            metadata=session["intent_metadata"],
        )

    def _received(self, session: Object, intent: Object, told: str = "completed") -> None:
        intent.update(status="succeeded", amount_received=intent["amount"])
        self.intents[intent["id"]] = intent
        session.update(status="complete", payment_status="paid", payment_intent=intent["id"], url=None)
        session["customer"] = session["customer"] or self._id("cus")
        self._tell("payment_intent.succeeded", intent)
        self._tell(f"checkout.session.{told}", session)

    def _fresh(self, session: Object) -> Object:
        if session["status"] == "open" and session["expires_at"] <= self.now().timestamp():
            session.update(status="expired", url=None)
            self._tell("checkout.session.expired", session)
        return session

    def _tell(self, kind: str, about: Object) -> None:
        event = self._made("event", "evt", type=kind, livemode=False, data={"object": _copy(about)})
        self.events.append(event)

    def _made(self, kind: str, prefix: str, **fields: Any) -> Object:
        return {"id": self._id(prefix), "object": kind, "created": int(self.now().timestamp()), **fields}

    def _id(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}_{self._count:08d}"


def _no(status: int, code: str, *, kind: str = "invalid_request_error") -> Answer:
    return Answer(status, {"error": {"type": kind, "code": code, "message": code.replace("_", " ")}})


def _metadata(form: dict[str, str], under: str) -> dict[str, str]:
    return {name[len(under) + 1 : -1]: value for name, value in form.items() if name.startswith(f"{under}[")}


def _copy(one: Object) -> Object:
    copied: Object = json.loads(json.dumps(one))
    return copied
