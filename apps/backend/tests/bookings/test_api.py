"""Parties over HTTP for customers: hold, book, look, change, cancel with a token; and all that is refused."""

from collections.abc import AsyncIterator
from datetime import time
from typing import Any
from uuid import UUID

import pytest
from httpx2 import AsyncClient, Response

from hibachi.bookings.api import router
from hibachi.bookings.events import BookingRefused
from hibachi.growth import service as growth
from tests.business import client_of
from tests.parties import Shop

WISH = {
    "date": "2026-03-14", "time": "18:00", "zip": "95112", "adults": 12,
    "name": "Dana Ruiz", "phone": "(510) 555-0142",
}  # fmt: skip
TABLES = ("bookings", "claims", "events", "quotes", "customers")


@pytest.fixture
async def client(shop: Shop) -> AsyncIterator[AsyncClient]:
    """Speaks to the routes of parties, with growth listening."""
    shop.db.bus.listen_inside(BookingRefused, growth.capture)
    async with client_of(shop.db, router) as spoken:
        yield spoken


async def hold(client: AsyncClient, **changes: Any) -> Response:
    return await client.post("/api/v1/holds", json=WISH | changes)


async def booked(client: AsyncClient) -> tuple[str, dict[str, str]]:
    """The address of a booked party, and the token that opens it."""
    held = (await hold(client)).json()
    answer = await client.post("/api/v1/bookings", json={"token": held["token"]})
    assert answer.status_code == 201, answer.text
    return f"/api/v1/bookings/{answer.json()['id']}", {"token": held["token"]}


async def test_a_visitor_holds_and_books(client: AsyncClient, shop: Shop) -> None:
    held = await hold(client)
    assert held.status_code == 201
    shown = held.json()
    assert (shown["booking"]["status"], shown["booking"]["total_amount"]) == ("held", "660.00")
    assert shown["quote"]["total"] == "660.00" and shown["expires_at"] == "2026-03-04T20:00:00Z"
    answer = await client.post("/api/v1/bookings", json={"token": shown["token"]})
    party = answer.json()
    assert (party["status"], party["event_date"], party["event_time"]) == ("deposit_pending", "2026-03-14", "18:00")
    assert (party["deposit"], party["balance"], party["phone"]) == ("100.00", "660.00", "+15105550142")
    assert not {"customer_id", "chef_id", "notes", "hold_token"} & set(party)
    assert await shop.problems() == []


async def test_what_a_visitor_says_of_themselves_opens_nothing(client: AsyncClient, shop: Shop) -> None:
    await shop.confirmed(phone="+15105550142", at=time(12))
    await hold(client)
    customers = await shop.rows("SELECT DISTINCT customer_id FROM bookings")
    assert len(customers) == 2


async def test_a_visitor_with_a_hold_moves_it(client: AsyncClient, shop: Shop) -> None:
    first = (await hold(client)).json()
    second = (await hold(client, time="21:00", earlier_token=first["token"])).json()
    assert second["token"] == first["token"] and second["booking"]["event_time"] == "21:00"
    assert await shop.number("bookings") == 1 and await shop.number("claims WHERE released_at IS NULL") == 1


async def test_a_taken_time_is_409_with_alternatives_and_the_lead_stays(client: AsyncClient, shop: Shop) -> None:
    await shop.chefs(1)
    await shop.confirmed()
    refused = await hold(client)
    assert refused.status_code == 409
    body = refused.json()
    assert body["code"] == "full" and body["message"] and body["next_step"]
    other = body["details"]["alternatives"][0]
    leads = await shop.rows("SELECT name, phone, reason FROM leads")
    assert [tuple(row) for row in leads] == [("Dana Ruiz", "(510) 555-0142", "full")]
    assert (await hold(client, date=other["date"], time=other["time"])).status_code == 201


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"date": "2026-03-05"}, "too_soon"),
        ({"date": "2026-03-01"}, "past"),
        ({"date": "2028-03-01"}, "too_far_ahead"),
        ({"date": "9999-12-31"}, "too_far_ahead"),
        ({"time": "17:30"}, "not_a_slot"),
        ({"date": "2027-03-14", "time": "02:30"}, "time_does_not_exist"),
        ({"date": "2026-11-01", "time": "01:30"}, "time_happens_twice"),
        ({"zip": "96101"}, "needs_human"),
        ({"adults": 101}, "needs_human"),
    ],
)
async def test_what_cannot_be_is_409_with_its_reason(
    client: AsyncClient, shop: Shop, changes: dict[str, Any], code: str
) -> None:
    refused = await hold(client, **changes)
    assert (refused.status_code, refused.json()["code"]) == (409, code)
    assert await shop.number("claims") == 0 and await shop.number("bookings") == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"adults": -1}, {"adults": 0}, {"adults": 12.5}, {"adults": "12"}, {"adults": None}, {"adults": 10**9},
        {"children": True}, {"date": "2026-02-30"}, {"date": "soon"}, {"time": "25:00"}, {"time": "18:00Z"},
        {"time": "18:00:30"}, {"zip": "00000"}, {"zip": "1234"}, {"zip": "SW1A 1AA"}, {"name": "x" * 201},
        {"name": "nul\x00"}, {"phone": "12"}, {"email": "nobody"}, {"upgrades": {"caviar": 2}},
        {"upgrades": {"lobster_tail": -1}}, {"upgrades": {"lobster_tail": 100}}, {"addons": ["gyoza"]},
        {"dietary": "none"}, {"dietary": ["x"] * 51}, {"price": "1.00"}, {"travel": {"fee": "0.00"}},
    ],
)  # fmt: skip
async def test_bad_input_is_422_with_a_code_and_changes_nothing(
    client: AsyncClient, shop: Shop, changes: dict[str, Any]
) -> None:
    answer = await hold(client, **changes)
    assert answer.status_code == 422 and answer.json()["code"] and answer.json()["next_step"], answer.text
    assert [await shop.number(table) for table in TABLES] == [0] * len(TABLES)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"text"', b"\x00", b'{"token": 5}'])
async def test_broken_bodies_are_422(client: AsyncClient, body: bytes) -> None:
    for path in ("/api/v1/holds", "/api/v1/bookings"):
        answer = await client.post(path, content=body, headers={"content-type": "application/json"})
        assert answer.status_code == 422 and answer.json()["code"]


async def test_a_token_that_was_never_given_is_404(client: AsyncClient) -> None:
    answer = await client.post("/api/v1/bookings", json={"token": "guess", "name": "Eve", "phone": "+15105550199"})
    assert (answer.status_code, answer.json()["code"]) == (404, "hold_unknown")


async def test_a_booking_by_form_needs_name_and_contact(client: AsyncClient, shop: Shop) -> None:
    held = (await hold(client, name=None, phone=None)).json()
    said: dict[str, Any] = {"token": held["token"]}
    for more, code in [({}, "name_missing"), ({"name": "Dana"}, "contact_missing")]:
        said |= more
        answer = await client.post("/api/v1/bookings", json=said)
        assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert (await shop.rows("SELECT status FROM bookings"))[0][0] == "held"
    done = await client.post("/api/v1/bookings", json=said | {"email": "dana@example.com"})
    assert (done.status_code, done.json()["email"]) == (201, "dana@example.com")


async def test_the_same_request_twice_happens_once(client: AsyncClient, shop: Shop) -> None:
    key = {"Idempotency-Key": "once"}
    first = await client.post("/api/v1/holds", json=WISH, headers=key)
    again = await client.post("/api/v1/holds", json=WISH, headers=key)
    assert (again.status_code, again.json()) == (201, first.json())
    assert await shop.number("bookings") == 1
    other = await client.post("/api/v1/holds", json=WISH | {"adults": 13}, headers=key)
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


@pytest.mark.parametrize("token", ["wrong", "x" * 200])
async def test_without_its_token_a_party_is_not_there(client: AsyncClient, shop: Shop, token: str) -> None:
    address, _ = await booked(client)
    seen = await client.get(address, params={"token": token})
    assert (seen.status_code, seen.json()["code"]) == (404, "booking_unknown")
    for verb, body in [
        ("change-preview", {"adults": 20}), ("change", {"adults": 20}), ("cancel-preview", {}), ("cancel", {"reason": "x"}),
    ]:  # fmt: skip
        answer = await client.post(f"{address}/{verb}", params={"token": token}, json=body)
        assert answer.status_code == 404
        assert (await client.post(f"{address}/{verb}", json=body)).status_code == 422
    assert (await shop.rows("SELECT adults, status FROM bookings"))[0] == (12, "deposit_pending")


async def test_one_partys_token_does_not_open_another(client: AsyncClient) -> None:
    address, _ = await booked(client)
    _, other = await booked(client)
    assert (await client.get(address, params=other)).status_code == 404


async def test_a_change_is_seen_first_and_then_made(client: AsyncClient) -> None:
    address, token = await booked(client)
    wanted = {"adults": 14, "date": "2026-03-15", "upgrades": {"lobster_tail": 2}}
    seen = (await client.post(f"{address}/change-preview", params=token, json=wanted)).json()
    assert (seen["allowed"], seen["difference"], seen["reschedule_fee"]) == (True, "140.00", "0.00")
    assert (await client.get(address, params=token)).json()["adults"] == 12
    revision = {"revision": seen["revision"]}
    after = await client.post(f"{address}/change", params=token, json=wanted | revision)
    assert (after.json()["total_amount"], after.json()["event_date"]) == ("800.00", "2026-03-15")
    stale = await client.post(f"{address}/change", params=token, json={"adults": 30} | revision)
    assert (stale.status_code, stale.json()["code"]) == (409, "stale")
    assert stale.json()["details"]["booking"]["adults"] == 14
    assert not {"customer_id", "chef_id"} & set(stale.json()["details"]["booking"])


async def test_a_new_zip_is_measured_and_priced_by_us(client: AsyncClient, shop: Shop) -> None:
    address, token = await booked(client)
    way = await shop.way("94102")
    after = (await client.post(f"{address}/change", params=token, json={"zip": "94102"})).json()
    assert after["travel_fee"] == f"{way.fee / 100:.2f}" and after["zip_code"] == "94102"
    forged = await client.post(f"{address}/change", params=token, json={"zip": "94103", "travel": {"fee": "0.00"}})
    assert forged.status_code == 422
    for strange in ({"waive_fee": True}, {"notes": "free"}, {"deposit_paid": "100.00"}, {"status": "confirmed"}):
        assert (await client.post(f"{address}/change", params=token, json=strange)).status_code == 422


async def test_cancelling_is_seen_first_and_then_done(client: AsyncClient, shop: Shop) -> None:
    address, token = await booked(client)
    await shop.pay(UUID(address.rsplit("/", 1)[1]))
    seen = (await client.post(f"{address}/cancel-preview", params=token)).json()
    assert (seen["refundable"], seen["refund"], seen["deadline"]) == (True, "100.00", "2026-03-10")
    done = await client.post(f"{address}/cancel", params=token, json={"reason": "ill"})
    assert (done.status_code, done.json()["status"]) == (200, "cancelled")
    again = await client.post(f"{address}/cancel", params=token, json={"reason": "ill"})
    assert again.json() == done.json()
    late = await client.post(f"{address}/change", params=token, json={"adults": 20})
    assert (late.status_code, late.json()["code"]) == (409, "party_cancelled")
    assert await shop.number("claims WHERE released_at IS NULL") == 0
