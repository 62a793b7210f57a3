"""Whose event it is: Stripe's published vectors where they lie beside the checkout, and every way to spoil a header."""

import hashlib
import hmac
import json
import time
from pathlib import Path
from typing import Any

import pytest

from hibachi.payments.cards.errors import WebhookUnverified
from hibachi.payments.gateway import Stripe
from tests.simulators.stripe import SECRET

VECTORS = Path(__file__).parents[5] / "shared" / "datasets" / "webhooks" / "signature_vectors.jsonl"
EVENT = {
    "id": "evt_1",
    "type": "refund.updated",
    "data": {"object": {"object": "refund", "id": "re_1", "payment_intent": "pi_1"}},
}


def published() -> list[dict[str, Any]]:
    """Stripe's rows of the data set; none where it does not lie beside the checkout."""
    lines = VECTORS.read_text().splitlines() if VECTORS.exists() else []
    return [row for row in map(json.loads, lines) if row["provider"] == "stripe"]


def signed(body: bytes, *, at: int, secret: str = SECRET) -> str:
    return f"t={at},v1={hmac.new(secret.encode(), f'{at}.'.encode() + body, hashlib.sha256).hexdigest()}"


def account(secret: str = SECRET) -> Stripe:
    return Stripe("sk_test", secret, api_base="http://127.0.0.1:1")


@pytest.mark.parametrize("row", published(), ids=lambda row: str(row["id"]))
def test_a_published_vector(row: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: float(row["now"]))
    taken = True
    try:
        assert account(row["secret"]).hint(row["body"].encode(), row["header"]).event_id
    except WebhookUnverified as refusal:
        taken = False
        assert refusal.status == 400
    assert taken is row["valid"]


def test_what_it_is_about() -> None:
    body = json.dumps(EVENT).encode()
    found = account().hint(body, signed(body, at=int(time.time())))
    assert (found.event_id, found.kind, found.session_id, found.payment_intent) == (
        "evt_1",
        "refund.updated",
        None,
        "pi_1",
    )


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "t=",
        "t=1",
        "v1=ab",
        "t=1,v1=é",
        "t=é,v1=ab",
        "t=1e9,v1=ab",
        "t=" + "9" * 5000 + ",v1=ab",
        ",",
        "=",
        "\udce9",
    ],
)
def test_no_header_breaks_it(header: str | None) -> None:
    with pytest.raises(WebhookUnverified):
        account().hint(json.dumps(EVENT).encode(), header)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe",
        b'{"id":1,"type":2,"data":[]}',
        b"[" * 100_000,
        b'{"data":{"object":[]}}',
    ],
)
def test_no_body_that_is_signed_breaks_it(body: bytes) -> None:
    with pytest.raises(WebhookUnverified):
        account().hint(body, signed(body, at=int(time.time())))
