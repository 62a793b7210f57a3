"""The weeks in which clocks change, in four zones of America, on servers anywhere: a party has one wall time."""

import os
import time
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from hibachi.kit.db import Database
from tests.api.stage import Stage

PLACES = {
    "94536": "America/Los_Angeles",
    "85001": "America/Phoenix",
    "46201": "America/Indiana/Indianapolis",
    "96801": "Pacific/Honolulu",
}
NIGHTS = ["2026-03-08", "2026-11-01", "2027-03-14", "2027-11-07"]
NOW = {night: f"{date.fromisoformat(night).replace(day=1).isoformat()}T20:00:00+00:00" for night in NIGHTS}
NOW["2026-11-01"], NOW["2027-11-07"] = "2026-10-20T20:00:00+00:00", "2027-10-20T20:00:00+00:00"


@pytest.fixture(params=["UTC", "Pacific/Kiritimati"])
def server_zone(request: pytest.FixtureRequest) -> Iterator[str]:
    """The zone of the machine, for this whole process."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield request.param
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.parametrize("night", NIGHTS)
@pytest.mark.parametrize("place", PLACES)
async def test_one_wall_time_everywhere(stage: Stage, db: Database, server_zone: str, place: str, night: str) -> None:
    stage.clock.set(datetime.fromisoformat(NOW[night]))
    zone = PLACES[place]
    base = {"changes": {"business": {"timezone": zone}, "travel": {"base": {"zip": place}}}, "note": "a shop elsewhere"}
    moved = await stage.client.patch("/api/v1/admin/policies", json=base, headers=stage.staff)
    assert moved.status_code == 200, moved.text
    asked = {"from": night, "to": night, "zip": place}
    listed = (await stage.client.get("/api/v1/openings", params=asked)).json()["openings"]
    evening = next(one for one in listed if one["time"].startswith("18:00"))
    assert (evening["date"], evening["zone"]) == (night, zone)

    held = await stage.held(date=night, zip=place)
    assert (held["booking"]["event_date"], held["booking"]["event_time"][:5]) == (night, "18:00")
    instant = datetime.fromisoformat(f"{night}T18:00:00").replace(tzinfo=ZoneInfo(zone))
    assert datetime.fromisoformat(held["booking"]["event_start"]) == instant
    assert datetime.fromisoformat(evening["start"]) == instant

    booked = await stage.post("/bookings", {"token": held["token"]})
    week = (await stage.client.get(f"/api/v1/admin/weekly?week={night}", headers=stage.staff)).json()
    (party,) = week["bookings"]
    assert (party["event_date"], party["event_time"][:5], party["zone"]) == (night, "18:00", zone)
    async with db.transaction() as tx:
        wall = text("SELECT event_start AT TIME ZONE zone, event_time, zone FROM bookings WHERE id = :id")
        stored = (await tx.session.execute(wall, {"id": booked["id"]})).one()
    assert (stored[0].isoformat(), stored[1].isoformat(), stored[2]) == (f"{night}T18:00:00", "18:00:00", zone)

    day = date.fromisoformat(night)
    words = f"is {day:%B} {day.day} {day.year} at 3pm free for 12 adults in {place}?"
    answer = await stage.client.post("/api/v1/chat/messages", json={"text": words})
    said = answer.json()["reply"]["text"]
    assert "3:00" in said or "3 PM" in said.upper() or "3PM" in said.upper(), said
    assert f"{day:%B} {day.day}" in said, said
