"""A program books for a customer: openings, hold, yes, change, cancel, by token alone; every no says why and what else."""

from datetime import date, timedelta
from typing import Any

import httpx2
import pytest

from tests.api.stage import Stage

DAY = "2026-03-14"


async def ask(stage: Stage, path: str, body: dict[str, Any]) -> httpx2.Response:
    """As nobody: no header at all."""
    return await stage.client.post(f"/api/v1{path}", json=body)


async def openings(stage: Stage, day: str) -> list[dict[str, Any]]:
    found = await stage.client.get("/api/v1/openings", params={"from": day, "to": day, "zip": "95112"})
    listed: list[dict[str, Any]] = found.json()["openings"]
    return listed


async def test_the_whole_way_by_token(stage: Stage) -> None:
    first = (await openings(stage, DAY))[0]
    held = await ask(stage, "/holds", stage.wish(date=first["date"], time=first["time"]))
    assert (held.status_code, held.json()["quote"]["total"]) == (201, held.json()["booking"]["total_amount"])
    token = held.json()["token"]
    booked = await ask(stage, "/bookings", {"token": token})
    assert (booked.status_code, booked.json()["status"]) == (201, "deposit_pending")
    link = f"/bookings/{booked.json()['id']}"

    wish = {"adults": 20, "date": "2026-03-21"}
    preview = (await ask(stage, f"{link}/change-preview?token={token}", wish)).json()
    assert (preview["allowed"], preview["after"]["total"], preview["reschedule_fee"]) == (True, "1100.00", "0.00")
    unchanged = (await stage.client.get(f"/api/v1{link}?token={token}")).json()
    assert unchanged == booked.json(), "looking changed nothing"
    done = await ask(stage, f"{link}/change?token={token}", {**wish, "revision": preview["revision"]})
    assert (done.json()["event_date"], done.json()["total_amount"]) == ("2026-03-21", "1100.00")
    stale = await ask(stage, f"{link}/change?token={token}", {"adults": 30, "revision": preview["revision"]})
    assert (stale.status_code, stale.json()["code"]) == (409, "stale")

    end = (await ask(stage, f"{link}/cancel-preview?token={token}", {})).json()
    assert (end["allowed"], end["refund"], end["sentence"]) == (
        True, "0.00", "No deposit was paid, so nothing is owed.",
    )  # fmt: skip
    assert (await ask(stage, f"{link}/cancel?token=another", {"reason": "ill"})).status_code == 404
    over = await ask(stage, f"{link}/cancel?token={token}", {"reason": "ill"})
    assert (over.json()["status"], over.json()["cancelled_reason"]) == ("cancelled", "ill")
    assert {one["chefs_free"] for one in await openings(stage, "2026-03-21")} == {2}, "the time is free at once"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"date": "2026-03-05"}, "too_soon"),
        ({"date": "2026-03-01"}, "past"),
        ({"date": "2031-03-01"}, "too_far_ahead"),
        ({"time": "04:00"}, "not_a_slot"),
        ({"date": DAY}, "full"),
    ],
)
async def test_every_no_names_its_reason_and_a_time_that_can_be_booked(
    stage: Stage, said: dict[str, str], code: str
) -> None:
    for _ in range(2):
        await stage.held(date=DAY)
    refused = await ask(stage, "/holds", stage.wish(**said))
    answer = refused.json()
    assert (refused.status_code, answer["code"]) == (409, code)
    assert answer["message"] and answer["next_step"]
    for other in answer["details"]["alternatives"]:
        again = await ask(stage, "/holds", stage.wish(date=other["date"], time=other["time"]))
        assert again.status_code == 201, again.text
    assert answer["details"]["alternatives"]
    leads = (await stage.client.get("/api/v1/admin/leads", headers=stage.staff)).json()["leads"]
    assert [lead["reason"] for lead in leads] == [code], "who was refused is remembered"


async def test_a_change_to_a_time_that_is_gone_says_what_else(stage: Stage) -> None:
    for _ in range(2):
        await stage.held(date=DAY)
    party, token = await stage.pending(date=(date.fromisoformat(DAY) + timedelta(days=7)).isoformat())
    body = {"date": DAY}
    preview = (await ask(stage, f"/bookings/{party}/change-preview?token={token}", body)).json()
    assert (preview["allowed"], preview["reason"]["code"]) == (False, "full")
    refused = await ask(stage, f"/bookings/{party}/change?token={token}", body)
    assert (refused.status_code, refused.json()["code"]) == (409, "full")
    other = refused.json()["details"]["alternatives"][0]
    taken = await ask(stage, f"/bookings/{party}/change?token={token}", {"date": other["date"], "time": other["time"]})
    assert taken.status_code == 200, taken.text
