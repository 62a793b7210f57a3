"""What staff plan with: the list, the calendar, the run sheet, and a party that is given another chef."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from httpx2 import AsyncClient

from hibachi.bookings import service
from hibachi.bookings.api import router
from hibachi.bookings.schemas import Booking, BookingFilter, Change, Refused
from hibachi.calendar import service as calendar
from hibachi.payments.rules import reference
from hibachi.quotes.schemas import Party
from tests.business import client_of
from tests.parties import OLGA, SATURDAY, SIX, Shop

STAFF = {"authorization": "bookings:read bookings:write calendar:read"}
SUNDAY = SATURDAY + timedelta(days=1)


@pytest.fixture
async def client(shop: Shop) -> AsyncIterator[AsyncClient]:
    async with client_of(shop.db, router) as spoken:
        yield spoken


async def found(shop: Shop, **wanted: Any) -> list[Any]:
    page = await shop.do(service.page, wanted=BookingFilter(**wanted))
    return [party.id for party in page.bookings]


async def test_a_search_finds_by_name_place_number_and_reference(shop: Shop) -> None:
    ann = await shop.pending(name="Ann Lee", location="12 Elm St", phone="(510) 555-0177", email="ann@example.com")
    bob = await shop.pending(name="Bob 100% Stone", at=time(12))
    for q in ("ann", "ELM st", "555-0177", "ann@exam", reference(ann.id), reference(ann.id).lower().replace("-", " ")):
        assert await found(shop, q=q) == [ann.id], q
    assert await found(shop, q="95112") == [bob.id, ann.id]
    assert await found(shop, q="100%") == [bob.id], "a percent sign is a letter"
    assert await found(shop, q="_") == [] and await found(shop, q="PB-0000-0000-0000") == []


async def test_the_state_of_a_filter_is_the_one_that_is_shown(shop: Shop) -> None:
    held, pending = (await shop.held(at=time(12))).booking, await shop.pending()
    assert await found(shop, status="held") == [held.id] and await found(shop, status="cancelled") == []
    shop.later(hours=3)
    assert await found(shop, status="held") == await found(shop, status="deposit_pending") == []
    assert await found(shop, status="cancelled") == [pending.id, held.id]


@pytest.mark.parametrize(("sort", "order"), [("made", [2, 1, 0]), ("soonest", [1, 2, 0]), ("latest", [0, 2, 1])])
async def test_pages_hold_every_party_once_in_the_order_asked_for(shop: Shop, sort: str, order: list[int]) -> None:
    days = (SUNDAY, SATURDAY, SATURDAY)
    made = [await shop.pending(day=day, at=at) for day, at in zip(days, (SIX, time(12), SIX), strict=True)]
    seen, before = [], None
    for _ in made:
        wanted = BookingFilter(sort=sort, before=before, limit=1)  # type: ignore[arg-type]
        page = await shop.do(service.page, wanted=wanted)
        seen += [party.id for party in page.bookings]
        before = page.next
    assert seen == [made[place].id for place in order] and before is None
    chef = made[0].chef_id
    assert await found(shop, chef_id=chef) == [one.id for one in reversed(made) if one.chef_id == chef]


async def test_the_calendar_shows_claims_with_the_way_home_blocks_and_no_lapsed_hold(
    shop: Shop, client: AsyncClient
) -> None:
    party, hold = await shop.confirmed(), (await shop.held(at=time(12))).booking
    start = datetime(2026, 3, 15, 20, tzinfo=UTC)
    block = await shop.do(
        calendar.block, actor=OLGA, chef_id=2, start=start, end=start + timedelta(hours=4), note="grill"
    )
    days = {"first": "2026-03-14", "last": "2026-03-15"}
    shown = (await client.get("/api/v1/admin/calendar", params=days, headers=STAFF)).raise_for_status().json()
    assert (shown["zone"], shown["slots"]) == ("America/Los_Angeles", ["12:00", "15:00", "18:00", "21:00"])
    assert [chef["name"] for chef in shown["chefs"]] == ["Chef 1", "Chef 2"]
    assert [one["id"] for one in shown["bookings"]] == [str(hold.id), str(party.id)]
    spans = {one["reference"] or one["id"]: one for one in shown["spans"]}
    assert set(spans) == {str(party.id), str(hold.id), str(block.id)}
    assert spans[str(party.id)]["end"] == "2026-03-15T04:00:00Z", "two hours of party and one of way home"
    assert spans[str(block.id)]["note"] == "grill"
    shop.later(hours=3)
    later = (await client.get("/api/v1/admin/calendar", params=days, headers=STAFF)).json()
    assert [one["id"] for one in later["bookings"]] == [str(party.id)]
    assert str(hold.id) not in {one["reference"] for one in later["spans"]}


@pytest.mark.parametrize("last", ["2026-03-13", "2026-04-25"])
async def test_a_calendar_of_no_days_or_too_many_is_refused(client: AsyncClient, last: str) -> None:
    answer = await client.get("/api/v1/admin/calendar", params={"first": "2026-03-14", "last": last}, headers=STAFF)
    assert (answer.status_code, answer.json()["code"]) == (422, "range_invalid")


async def test_the_run_sheet_is_what_a_chef_needs(shop: Shop, client: AsyncClient) -> None:
    dishes = Party(
        adults=10, children=2, upgrades={"lobster_tail": 2}, extra_proteins={"chicken": 1}, addons={"gyoza": 3}
    )
    party = await shop.confirmed(party=dishes, location="12 Elm St", dietary=["one shellfish allergy"], notes="gate 4")
    await shop.held(at=time(12))
    await shop.confirmed(day=SUNDAY)
    answer = await client.get("/api/v1/admin/run-sheet", params={"day": "2026-03-14"}, headers=STAFF)
    sheet = answer.raise_for_status().json()
    [shown] = sheet["parties"]
    assert (shown["id"], shown["event_time"], shown["chef"]) == (str(party.id), "18:00", "Chef 1")
    assert (shown["location"], shown["dietary"], shown["notes"]) == ("12 Elm St", ["one shellfish allergy"], "gate 4")
    assert {one["label"]: one["portions"] for one in shown["dishes"]} == {
        "lobster tail": 2, "chicken (extra)": 1, "gyoza": 3,
    }  # fmt: skip
    assert (shown["paid"], shown["balance"], shown["total_amount"]) == ("100.00", "580.00", "680.00")


async def test_the_days_of_staff_are_those_of_the_business(shop: Shop, client: AsyncClient) -> None:
    late = await shop.confirmed(at=time(21))
    assert late.event_start == datetime(2026, 3, 15, 4, tzinfo=UTC)
    for day, expected in (("2026-03-14", 1), ("2026-03-15", 0)):
        sheet = (await client.get("/api/v1/admin/run-sheet", params={"day": day}, headers=STAFF)).json()
        assert len(sheet["parties"]) == expected


async def moved(shop: Shop, party: Booking, **change: Any) -> Booking | Refused:
    return await shop.do(
        service.change, actor=OLGA, booking_id=party.id, change=Change(**change), revision=party.revision, by_staff=True
    )


async def test_another_chef_is_no_move(shop: Shop) -> None:
    party = await shop.confirmed()
    given = await moved(shop, party, chef_id=2)
    assert isinstance(given, Booking)
    assert (given.chef_id, given.reschedules, given.total_amount) == (2, 0, party.total_amount)
    assert [entry["chef_id"] for entry in await shop.audits("booking_update")] == [{"old": 1, "new": 2}]
    assert await shop.problems() == []


@pytest.mark.parametrize("busy", ["party", "block", "inactive"])
async def test_a_chef_who_is_not_free_is_refused_with_the_reason_and_nothing_changes(shop: Shop, busy: str) -> None:
    party, other = await shop.confirmed(), await shop.confirmed(at=SIX)
    if busy != "party":
        await moved(shop, other, day=SUNDAY)
    if busy == "block":
        start = party.event_start
        await shop.do(calendar.block, actor=OLGA, chef_id=2, start=start, end=start + timedelta(hours=1))
    if busy == "inactive":
        await shop.chefs(1)
    preview = await shop.do(service.preview_change, booking_id=party.id, change=Change(chef_id=2), by_staff=True)
    refused = await moved(shop, party, chef_id=2)
    assert isinstance(refused, Refused) and preview.reason is not None
    assert (refused.reason.code, preview.reason.code, preview.allowed) == ("chef_not_free", "chef_not_free", False)
    assert await shop.get(party.id) == party
    assert await shop.problems() == []


async def test_another_time_with_another_chef_is_one_move(shop: Shop) -> None:
    party = await shop.confirmed()
    await shop.confirmed(day=SUNDAY)
    there = await moved(shop, party, day=SUNDAY, chef_id=2)
    assert isinstance(there, Booking)
    assert (there.event_date, there.chef_id, there.reschedules) == (SUNDAY, 2, 1)
    again = await moved(shop, there, day=SUNDAY, at=SIX, chef_id=1)
    assert isinstance(again, Refused) and again.reason.code == "chef_not_free"
    assert await shop.problems() == []


async def test_only_staff_choose_a_chef(shop: Shop, client: AsyncClient) -> None:
    held = await shop.held()
    path = f"/api/v1/bookings/{held.booking.id}/change"
    answer = await client.post(path, params={"token": held.token}, json={"chef_id": 2})
    assert answer.status_code == 422
    assert (await shop.get(held.booking.id)).chef_id == 1
