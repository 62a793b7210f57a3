"""The staff's calendar: the week, changing a party from it with an audit entry, and who may do what."""

from collections.abc import AsyncIterator
from datetime import date, datetime, time
from typing import Any

import pytest
from httpx2 import AsyncClient

from hibachi.bookings import service
from hibachi.bookings.api import router
from hibachi.identity.api import router as identity
from hibachi.kit.ids import new_id
from tests import web
from tests.business import OWNER, client_of
from tests.parties import Shop

STAFF = {"Authorization": "calendar:read bookings:read bookings:write"}
NEW = {"date": "2026-03-14", "time": "18:00", "zip": "95112", "adults": 12, "name": "Dana", "status": "confirmed"}


@pytest.fixture
async def client(shop: Shop) -> AsyncIterator[AsyncClient]:
    """Speaks to the routes of parties."""
    async with client_of(shop.db, router) as spoken:
        yield spoken


async def week(client: AsyncClient, day: str | None = None) -> dict[str, Any]:
    answer = await client.get("/api/v1/admin/weekly", params={"week": day} if day else {}, headers=STAFF)
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


@pytest.mark.parametrize("day", ["2026-03-09", "2026-03-11", "2026-03-14", "2026-03-15"])
async def test_any_day_names_its_week(client: AsyncClient, shop: Shop, day: str) -> None:
    booking = await shop.confirmed()
    shown = await week(client, day)
    assert (shown["monday"], shown["zone"]) == ("2026-03-09", "America/Los_Angeles")
    assert [row["id"] for row in shown["bookings"]] == [str(booking.id)]


async def test_without_a_day_it_is_this_week(client: AsyncClient) -> None:
    assert (await week(client))["monday"] == "2026-03-02"


@pytest.mark.parametrize(
    ("day", "at", "monday"),
    [
        (date(2026, 3, 9), time(12), "2026-03-09"), (date(2026, 3, 15), time(21), "2026-03-09"),
        (date(2026, 3, 8), time(21), "2026-03-02"), (date(2026, 3, 16), time(12), "2026-03-16"),
        (date(2026, 11, 1), time(21), "2026-10-26"), (date(2026, 11, 2), time(12), "2026-11-02"),
        (date(2027, 3, 14), time(12), "2027-03-08"), (date(2027, 3, 14), time(21), "2027-03-08"),
    ],
)  # fmt: skip
async def test_a_party_is_in_its_own_week_and_in_no_other(
    client: AsyncClient, shop: Shop, day: date, at: time, monday: str
) -> None:
    await shop.confirmed(day=day, at=at)
    start = date.fromisoformat(monday)
    for shift, number in ((-7, 0), (0, 1), (7, 0)):
        shown = await week(client, date.fromordinal(start.toordinal() + shift).isoformat())
        assert len(shown["bookings"]) == number


async def test_the_week_is_in_order_and_without_cancelled_parties(client: AsyncClient, shop: Shop) -> None:
    late, early = await shop.confirmed(at=time(21)), await shop.confirmed(at=time(12))
    gone = await shop.confirmed(at=time(15))
    await shop.do(service.cancel, booking_id=gone.id, reason="ill")
    held = await shop.held(at=time(15))
    shown = (await week(client, "2026-03-14"))["bookings"]
    assert [row["id"] for row in shown] == [str(early.id), str(held.booking.id), str(late.id)]
    shop.later(hours=2)
    assert len((await week(client, "2026-03-14"))["bookings"]) == 2, "a lapsed hold is none"


async def test_looking_at_the_calendar_is_logged(client: AsyncClient, shop: Shop) -> None:
    await week(client, "2026-03-14")
    seen = await shop.rows("SELECT actor_id, resource_id FROM audit_log WHERE action = 'calendar_week_view'")
    assert [tuple(row) for row in seen] == [(OWNER, "2026-03-09")]


@pytest.mark.parametrize("day", ["monday", "2026-02-30", "0001-01-01", "9999-12-31", ""])
async def test_a_week_that_is_none_is_422(client: AsyncClient, day: str) -> None:
    answer = await client.get("/api/v1/admin/weekly", params={"week": day}, headers=STAFF)
    assert answer.status_code == 422 and answer.json()["code"]


async def test_a_change_from_the_calendar_is_audited_from_old_to_new(client: AsyncClient, shop: Shop) -> None:
    booking = await shop.confirmed()
    body = {"adults": 14, "time": "21:00", "notes": "gate 4", "reason": "by phone"}
    answer = await client.patch(f"/api/v1/admin/{booking.id}", json=body, headers=STAFF)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["adults"], answer.json()["event_time"], answer.json()["notes"]) == (14, "21:00", "gate 4")
    (entry,) = await shop.rows("SELECT * FROM audit_log WHERE action = 'booking_update'")
    assert (entry.actor_id, entry.resource_id, entry.reason) == (OWNER, str(booking.id), "by phone")
    assert entry.changes["adults"] == {"old": 12, "new": 14}
    assert entry.changes["event_time"] == {"old": "18:00:00", "new": "21:00:00"}
    assert entry.changes["total_amount"] == {"old": "660.00", "new": "770.00"}
    assert await shop.problems() == []


async def test_a_change_onto_a_taken_time_is_409_and_changes_nothing(client: AsyncClient, shop: Shop) -> None:
    await shop.chefs(1)
    await shop.confirmed()
    booking = await shop.confirmed(at=time(12))
    answer = await client.patch(f"/api/v1/admin/{booking.id}", json={"time": "18:00"}, headers=STAFF)
    assert (answer.status_code, answer.json()["code"]) == (409, "full")
    assert answer.json()["details"]["alternatives"] and await shop.get(booking.id) == booking
    assert await shop.audits("booking_update") == []


@pytest.mark.parametrize(
    "body",
    [
        {"adults": -1},
        {"adults": 1.5},
        {"date": "2026-02-30"},
        {"time": "noon"},
        {"status": "confirmed"},
        {"zip": "00000"},
    ],
)
async def test_a_bad_change_is_422(client: AsyncClient, shop: Shop, body: dict[str, Any]) -> None:
    booking = await shop.confirmed()
    answer = await client.patch(f"/api/v1/admin/{booking.id}", json=body, headers=STAFF)
    assert answer.status_code == 422 and await shop.get(booking.id) == booking


async def test_a_party_that_is_not_there_is_404(client: AsyncClient) -> None:
    assert (await client.patch(f"/api/v1/admin/{new_id()}", json={}, headers=STAFF)).status_code == 404
    assert (await client.get(f"/api/v1/admin/bookings/{new_id()}", headers=STAFF)).status_code == 404
    assert (await client.patch("/api/v1/admin/nonsense", json={}, headers=STAFF)).status_code in (404, 405)


async def test_staff_take_a_party_from_its_import_to_its_end(client: AsyncClient, shop: Shop) -> None:
    made = await client.post("/api/v1/admin/bookings/import", json=NEW | {"status": "deposit_pending"}, headers=STAFF)
    assert made.status_code == 201, made.text
    place = f"/api/v1/admin/bookings/{made.json()['id']}"
    part = await client.post(f"{place}/deposit", json={"amount": "40.00", "method": "venmo"}, headers=STAFF)
    assert (part.json()["status"], part.json()["deposit_paid"]) == ("deposit_pending", "40.00")
    paid = await client.post(f"{place}/deposit", json={"amount": "60.00", "method": "cash"}, headers=STAFF)
    assert paid.json()["status"] == "confirmed"
    seen = await client.post(f"{place}/change-preview", json={"adults": 20}, headers=STAFF)
    assert seen.json()["difference"] == "440.00"
    assert (await client.post(f"{place}/cancel-preview", headers=STAFF)).json()["refund"] == "100.00"
    early = await client.post(f"{place}/no-show", json={}, headers=STAFF)
    assert (early.status_code, early.json()["code"]) == (409, "not_ended")
    shop.clock.set(datetime.fromisoformat("2026-03-14T18:00:00-07:00"))
    assert (await client.post(f"{place}/no-show", json={}, headers=STAFF)).json()["status"] == "no_show"
    assert (await client.post(f"{place}/complete", json={}, headers=STAFF)).json()["status"] == "completed"
    assert (await client.get(place, headers=STAFF)).json()["status"] == "completed"


async def test_an_import_onto_a_taken_time_is_409(client: AsyncClient, shop: Shop) -> None:
    await shop.chefs(1)
    await shop.confirmed()
    refused = await client.post("/api/v1/admin/bookings/import", json=NEW, headers=STAFF)
    assert (refused.status_code, refused.json()["code"]) == (409, "full")
    assert await shop.number("bookings") == 1


async def test_an_import_for_a_known_customer_is_theirs(client: AsyncClient, shop: Shop) -> None:
    customer = await shop.customer()
    made = await client.post("/api/v1/admin/bookings/import", json=NEW | {"customer_id": str(customer)}, headers=STAFF)
    assert made.json()["customer_id"] == str(customer)
    strange = NEW | {"customer_id": str(new_id()), "time": "12:00"}
    assert (await client.post("/api/v1/admin/bookings/import", json=strange, headers=STAFF)).status_code == 404


async def test_a_late_deposit_is_placed_elsewhere(client: AsyncClient, shop: Shop) -> None:
    await shop.chefs(1)
    late = await shop.pending()
    shop.later(hours=2)
    await shop.confirmed()
    place = f"/api/v1/admin/bookings/{late.id}"
    refused = await client.post(f"{place}/deposit", json={"amount": "100.00", "method": "zelle"}, headers=STAFF)
    assert (refused.status_code, refused.json()["code"]) == (409, "refund_or_move")
    assert refused.json()["details"]["booking"]["deposit_paid"] == "100.00"
    other = refused.json()["details"]["alternatives"][0]
    moved = await client.post(f"{place}/place", json={"date": other["date"], "time": other["time"]}, headers=STAFF)
    assert (moved.status_code, moved.json()["status"]) == (200, "confirmed")
    assert len(await shop.audits("booking_place")) == 1 and await shop.problems() == []


@pytest.mark.parametrize("amount", ["0.00", "-5.00", "1.005", "ten", 10.5, None, "99999999999.00"])
async def test_a_deposit_is_a_positive_amount_with_cents(client: AsyncClient, shop: Shop, amount: object) -> None:
    booking = await shop.pending()
    answer = await client.post(
        f"/api/v1/admin/bookings/{booking.id}/deposit", json={"amount": amount, "method": "cash"}, headers=STAFF
    )
    assert answer.status_code == 422 and await shop.get(booking.id) == booking


@pytest.mark.parametrize(
    ("role", "reads", "writes"), [("admin", 200, 200), ("manager", 200, 200), ("agent", 403, 403), ("chef", 403, 403)]
)
async def test_the_week_is_for_admin_and_manager(shop: Shop, role: str, reads: int, writes: int) -> None:
    booking = await shop.confirmed()
    await web.member(shop.db, role)
    async with web.client_of(web.application(shop.db, identity, router)) as client:
        signed = await web.headers_of(client, f"{role}@example.com")
        assert (await client.get("/api/v1/admin/weekly", headers=signed)).status_code == reads
        changed = await client.patch(f"/api/v1/admin/{booking.id}", json={"adults": 13}, headers=signed)
        assert changed.status_code == writes
        assert (await client.get("/api/v1/admin/weekly")).status_code == 401
        assert (await client.patch(f"/api/v1/admin/{booking.id}", json={"adults": 13})).status_code == 401
    assert (await shop.get(booking.id)).adults == (13 if writes == 200 else 12)


@pytest.mark.parametrize(
    ("method", "path", "needs"),
    [
        ("GET", "/weekly", "calendar:read"), ("GET", "/bookings", "bookings:read"),
        ("POST", "/bookings/import", "bookings:write"), ("GET", "/bookings/{id}", "bookings:read"),
        ("PATCH", "/{id}", "bookings:write"), ("POST", "/bookings/{id}/change-preview", "bookings:write"),
        ("POST", "/bookings/{id}/deposit", "bookings:write"), ("POST", "/bookings/{id}/place", "bookings:write"),
        ("POST", "/bookings/{id}/cancel-preview", "bookings:write"), ("POST", "/bookings/{id}/cancel", "bookings:write"),
        ("POST", "/bookings/{id}/no-show", "bookings:write"), ("POST", "/bookings/{id}/complete", "bookings:write"),
    ],
)  # fmt: skip
async def test_every_staff_route_needs_its_permission(
    client: AsyncClient, shop: Shop, method: str, path: str, needs: str
) -> None:
    booking = await shop.confirmed()
    address = f"/api/v1/admin{path.format(id=booking.id)}"
    everything_else = " ".join({"calendar:read", "bookings:read", "bookings:write", "leads:write"} - {needs})
    body: dict[str, Any] = {"json": {}} if method != "GET" else {}
    assert (await client.request(method, address, **body)).status_code == 401
    for headers, allowed in [({"Authorization": everything_else}, False), ({"Authorization": needs}, True)]:
        answer = await client.request(method, address, headers=headers, **body)
        assert (answer.status_code not in (401, 403)) == allowed, answer.text
