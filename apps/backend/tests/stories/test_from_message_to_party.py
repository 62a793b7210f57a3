"""One party, from a visitor's first words to its end: chat, staff, the customer's link, the clock, and the trace of it."""

from datetime import UTC, datetime
from typing import Any

from hibachi.bookings import service as bookings
from hibachi.kit.db import Database
from hibachi.quotes import service as quotes
from tests.api.stage import Stage
from tests.web import PASSWORD

ASKED = "how much for 20 adults on saturday march 14 2026 at 6pm in 95112?"


async def say(stage: Stage, thread: str | None, text: str) -> dict[str, Any]:
    answer = await stage.client.post("/api/v1/chat/messages", json={"conversation_id": thread, "text": text})
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json()
    return said


async def test_from_the_first_words_to_the_end(stage: Stage, db: Database) -> None:
    priced = await say(stage, None, ASKED)
    thread = priced["conversation_id"]
    assert "$1,100" in priced["reply"]["text"], priced["reply"]["text"]
    held = await say(stage, thread, "Great, let's book it. I'm Dana Ruiz, 408-555-0123, dana@example.com")
    booked = await say(stage, thread, "yes, please book it")
    assert booked["speaker"] == "ai", (held, booked)

    signed_in = await stage.client.post("/api/v1/auth/token", json={"email": "olga@example.com", "password": PASSWORD})
    olga = {"Authorization": f"Bearer {signed_in.json()['access_token']}"}
    week = (await stage.client.get("/api/v1/admin/weekly?week=2026-03-12", headers=olga)).json()
    (party,) = week["bookings"]
    assert (week["monday"], party["event_date"], party["event_time"]) == ("2026-03-09", "2026-03-14", "18:00")
    assert (party["status"], party["name"], party["adults"]) == ("deposit_pending", "Dana Ruiz", 20), booked
    assert (party["total_amount"], party["deposit"]) == ("1100.00", "100.00")

    address = f"/api/v1/admin/bookings/{party['id']}"
    paid = {"amount": "100.00", "method": "zelle", "note": "seen in the bank"}
    confirmed = await stage.client.post(f"{address}/deposit", json=paid, headers=olga)
    assert (confirmed.json()["status"], confirmed.json()["balance"]) == ("confirmed", "1000.00")

    async with db.transaction() as tx:
        token = (await tx.session.connection()).exec_driver_sql
        row = (await token("SELECT hold_token FROM bookings")).one()
    link = f"/api/v1/bookings/{party['id']}"
    mine = (await stage.client.get(link, params={"token": row[0]})).json()
    assert (mine["status"], mine["event_date"], mine["deposit_paid"]) == ("confirmed", "2026-03-14", "100.00")
    assert (await stage.client.get(link, params={"token": "not mine"})).status_code == 404
    told = (await say(stage, thread, "thank you, is my party booked?"))["reply"]["text"]
    assert "March 14 at 6 PM" in told and "20 adults" in told and "confirmed" in told

    stage.clock.set(datetime(2026, 3, 15, 12, tzinfo=UTC))
    async with db.transaction() as tx:
        assert await bookings.complete(tx) == 1
        assert await bookings.complete(tx) == 0
    assert (await stage.client.get(link, params={"token": row[0]})).json()["status"] == "completed"

    trail = (await stage.client.get("/api/v1/admin/audit", headers=stage.staff)).json()["entries"]
    said = [(entry["action"], entry["actor_kind"]) for entry in reversed(trail)]
    assert ("calendar_week_view", "staff") in said and ("deposit_record", "staff") in said
    assert next(entry for entry in trail if entry["action"] == "deposit_record")["reason"] == "seen in the bank"
    async with db.transaction() as tx:
        names = (await tx.session.connection()).exec_driver_sql
        happened = [event[0] for event in await names("SELECT name FROM events ORDER BY id")]
    steps = ["BookingHeld", "BookingRequested", "DepositPaid", "BookingConfirmed", "BookingCompleted"]
    assert [name for name in happened if name in steps] == steps
    async with db.transaction() as tx:
        assert await quotes.recompute(tx, quote_id=mine["quote_id"])
