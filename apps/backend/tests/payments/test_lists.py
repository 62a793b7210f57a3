"""The ledger and the accounts as lists: filtered, paged, in the days of the business."""

from collections.abc import AsyncIterator
from datetime import time
from typing import Any

import pytest
from httpx2 import AsyncClient

from hibachi.bookings import service as bookings
from hibachi.payments.api import router
from hibachi.payments.rules import as_reference, reference
from tests.business import client_of
from tests.parties import OLGA, Shop

READER = {"authorization": "payments:read"}


@pytest.fixture
async def client(shop: Shop) -> AsyncIterator[AsyncClient]:
    async with client_of(shop.db, router) as spoken:
        yield spoken


async def asked(client: AsyncClient, path: str = "", **params: Any) -> dict[str, Any]:
    answer = await client.get(f"/api/v1/admin/payments{path}", params=params, headers=READER)
    said: dict[str, Any] = answer.raise_for_status().json()
    return said


async def test_the_ledger_is_filtered_and_paged(shop: Shop, client: AsyncClient) -> None:
    party = await shop.confirmed()
    shop.later(days=1)
    paid = await shop.do(bookings.record_payment, actor=OLGA, booking_id=party.id, amount=200_00, method="cash")
    back = {"booking_id": party.id, "entry_id": paid.entry.id, "amount": 50_00, "reason": "late"}
    await shop.do(bookings.record_refund, actor=OLGA, **back)
    everything = await asked(client)
    assert [(one["kind"], one["amount"]) for one in everything["entries"]] == [
        ("refund", "50.00"), ("balance", "200.00"), ("deposit", "100.00"),
    ]  # fmt: skip
    assert everything["entries"][0]["reference"] == reference(party.id) and everything["next"] is None
    assert len((await asked(client, kind="refund"))["entries"]) == 1
    assert len((await asked(client, method="zelle"))["entries"]) == 1
    assert len((await asked(client, last="2026-03-04"))["entries"]) == 1
    assert len((await asked(client, first="2026-03-05", last="2026-03-05"))["entries"]) == 2
    first = await asked(client, limit=2)
    rest = await asked(client, limit=2, before=first["next"])
    assert [one["id"] for one in first["entries"] + rest["entries"]] == [one["id"] for one in everything["entries"]]


async def test_accounts_are_those_that_are_not_even(shop: Shop, client: AsyncClient) -> None:
    owing, even = await shop.confirmed(), await shop.confirmed(at=time(12))
    gone = await shop.confirmed(at=time(21))
    await shop.do(bookings.record_payment, actor=OLGA, booking_id=even.id, amount=even.balance, method="cash")
    await shop.do(bookings.cancel, actor=OLGA, booking_id=gone.id, reason="ill")
    owed = await asked(client, "/accounts")
    assert [(one["id"], one["owed"]) for one in owed["accounts"]] == [(str(owing.id), "560.00")]
    credit = await asked(client, "/accounts", state="credit")
    assert [(one["id"], one["owed"]) for one in credit["accounts"]] == [(str(gone.id), "-100.00")]


@pytest.mark.parametrize("said", ["pb 3f9a2c7180e4", "PB-3F9A-2C71-80E4", "pb3f9a-2c7180e4"])
def test_a_reference_is_known_however_it_is_typed(said: str) -> None:
    assert as_reference(said) == "PB-3F9A-2C71-80E4"


@pytest.mark.parametrize("said", ["", "3F9A2C7180E4", "PB-3F9A", "Pat Brown", "PB-3F9A-2C71-80E4-1"])
def test_what_is_no_reference_is_none(said: str) -> None:
    assert as_reference(said) is None
