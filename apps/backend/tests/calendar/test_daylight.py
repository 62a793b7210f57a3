"""The change nights, in four American zones, on a server in any zone: one wall time everywhere."""

import os
import time as machine
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from hibachi.bookings import service as bookings
from hibachi.bookings.api import router
from hibachi.bookings.schemas import Booking, Held, Refused
from hibachi.calendar import rules
from hibachi.calendar.rules import Facts, Wanted
from hibachi.kit.clock import wall
from hibachi.policies.service import DEFAULT_PATH, read_profile
from tests.business import client_of
from tests.parties import Shop

LA, PHOENIX = "America/Los_Angeles", "America/Phoenix"
INDIANAPOLIS, HONOLULU = "America/Indiana/Indianapolis", "Pacific/Honolulu"
ZIPS = {LA: "95112", PHOENIX: "85004", INDIANAPOLIS: "46204", HONOLULU: "96813"}
SPRING, AUTUMN = date(2027, 3, 14), date(2026, 11, 1)
NIGHTS = [SPRING, AUTUMN]
QUARTERS = [time(quarter // 4, quarter % 4 * 15) for quarter in range(96)]
CHANGING = {LA, INDIANAPOLIS}
POLICY = read_profile(DEFAULT_PATH).booking.model_copy(update={"slots": tuple(QUARTERS)})


@pytest.fixture(params=["UTC", "Pacific/Kiritimati", "America/St_Johns"])
def server_zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The zone that the machine itself is in."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    machine.tzset()
    yield request.param
    del os.environ["TZ"]
    if before is not None:
        os.environ["TZ"] = before
    machine.tzset()


def expected(zone: str, night: date, at: time) -> str | None:
    """What the clocks of that night do to a wall time: from two to three it is missing, from one to two double."""
    if zone in CHANGING and night == SPRING and at.hour == 2:
        return "time_does_not_exist"
    if zone in CHANGING and night == AUTUMN and at.hour == 1:
        return "time_happens_twice"
    return None


@pytest.mark.parametrize("zone", ZIPS)
@pytest.mark.parametrize("night", NIGHTS)
def test_every_quarter_of_an_hour_is_itself_or_is_refused(server_zone: str, zone: str, night: date) -> None:
    facts = Facts(datetime(2026, 9, 20, tzinfo=UTC), POLICY, (1,))
    for at in QUARTERS:
        reason = rules.why_not(Wanted(night, at, zone), facts)
        assert (reason.code if reason else None) == expected(zone, night, at)
    listed = rules.openings(night, night, zone, facts)
    assert [it.time for it in listed] == [at for at in QUARTERS if expected(zone, night, at) is None]
    for it in listed:
        shown = wall(it.start, zone)
        assert (shown.date(), shown.time()) == (it.date, it.time)


@pytest.mark.parametrize("zone", ZIPS)
@pytest.mark.parametrize("night", NIGHTS)
def test_a_party_over_the_change_lasts_its_elapsed_hours(zone: str, night: date) -> None:
    start, end = rules.span(Wanted(night, time(0, 30), zone), POLICY)
    assert end - start == timedelta(hours=3)


class UndoError(Exception):
    """Rolls a trial back."""


async def trial(shop: Shop, zone: str, night: date, at: time) -> tuple[Held | Refused, list[tuple[Any, ...]]]:
    """Hold a wall time, look at the row with the database's own idea of zones, and undo it."""
    wish = await shop.wish(zip=ZIPS[zone], day=night, at=at)
    try:
        async with shop.db.transaction() as tx:
            held = await bookings.hold(tx, request=wish)
            rows = (await tx.session.connection()).exec_driver_sql(
                "SELECT zone, event_date + event_time, event_start AT TIME ZONE zone, event_end - event_start FROM bookings"
            )
            found = [tuple(row) for row in (await rows).all()]
            raise UndoError
    except UndoError:
        return held, found


@pytest.fixture
async def wide_shop(shop: Shop) -> Shop:
    """A business that goes everywhere and starts at every quarter of the night."""
    nights = [at.strftime("%H:%M") for at in QUARTERS if at.hour < 5 or at.hour == 18]
    await shop.change_policy(booking={"slots": nights}, travel={"human_review_over_miles": 9000, "max_miles": 9000})
    return shop


@pytest.mark.parametrize("night", NIGHTS)
async def test_what_is_stored_is_one_wall_time_also_for_the_database(
    wide_shop: Shop, server_zone: str, night: date
) -> None:
    for zone in ZIPS:
        for at in (time(0), time(0, 45), time(1), time(1, 30), time(2), time(2, 45), time(3), time(18)):
            held, rows = await trial(wide_shop, zone, night, at)
            reason = expected(zone, night, at)
            if reason:
                assert isinstance(held, Refused) and held.reason.code == reason and not rows
                assert all(expected(zone, night, other.time) is None for other in held.alternatives)
                continue
            assert isinstance(held, Held)
            there = datetime.combine(night, at)
            assert rows == [(zone, there, there, timedelta(hours=2))]
            assert (held.booking.event_date, held.booking.event_time, held.booking.zone) == (night, at, zone)


async def test_customer_staff_and_change_see_one_wall_time(wide_shop: Shop, server_zone: str) -> None:
    """A party in Honolulu on the night when California changes its clocks."""
    held = await wide_shop.held(zip=ZIPS[HONOLULU], day=AUTUMN, at=time(1, 30))
    party = await wide_shop.do(bookings.accept, token=held.token)
    assert isinstance(party, Booking)
    wide_shop.later(minutes=5)
    await wide_shop.pay(party.id)
    staff = {"Authorization": "bookings:read calendar:read bookings:write"}
    async with client_of(wide_shop.db, router) as client:
        own = (await client.get(f"/api/v1/bookings/{party.id}", params={"token": held.token})).json()
        listed = (await client.get("/api/v1/admin/bookings", headers=staff)).json()["bookings"][0]
        week = (await client.get("/api/v1/admin/weekly", params={"week": "2026-10-29"}, headers=staff)).json()
        moved = await client.patch(f"/api/v1/admin/{party.id}", json={"time": "02:30"}, headers=staff)
    for seen in (own, listed, week["bookings"][0]):
        assert (seen["event_date"], seen["event_time"], seen["zone"]) == ("2026-11-01", "01:30", HONOLULU)
        assert seen["event_start"] == "2026-11-01T11:30:00Z"
    assert moved.status_code == 200, moved.text
    assert moved.json()["event_start"] == "2026-11-01T12:30:00Z"
    assert await wide_shop.problems() == []


async def test_the_refund_window_is_one_of_dates_where_the_party_is(wide_shop: Shop, server_zone: str) -> None:
    """At 21:00 in Honolulu it is the next day already in California: the date of the party's zone counts."""
    party = await wide_shop.confirmed(zip=ZIPS[HONOLULU], day=AUTUMN, at=time(18))
    wide_shop.clock.set(datetime.fromisoformat("2026-10-28T21:00:00-10:00"))
    preview = await wide_shop.do(bookings.preview_cancel, booking_id=party.id)
    assert (preview.days_before, preview.refundable) == (4, True)
    wide_shop.clock.set(datetime.fromisoformat("2026-10-29T00:00:00-10:00"))
    preview = await wide_shop.do(bookings.preview_cancel, booking_id=party.id)
    assert (preview.days_before, preview.refundable, preview.refund) == (3, False, 0)
