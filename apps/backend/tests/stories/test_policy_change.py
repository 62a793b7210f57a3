"""The owner changes a price: what is asked from now on costs it, what is booked does not."""

from hibachi.kit.db import Database
from hibachi.quotes import service as quotes
from tests.api.stage import Stage

TWENTY = {"adults": 20, "customer_zipcode": "95112"}


async def test_a_changed_price_is_for_what_comes_after(stage: Stage, db: Database) -> None:
    token = (await stage.held(adults=20))["token"]
    booked = await stage.post("/bookings", {"token": token})
    before = (await stage.client.post("/api/v1/quotes", json=TWENTY)).json()
    assert (booked["total_amount"], before["total"]) == ("1100.00", "1100.00")

    dearer = {"changes": {"prices": {"adult": {"amount": "60.00"}}}, "note": "beef is dearer"}
    changed = await stage.client.patch("/api/v1/admin/policies", json=dearer, headers=stage.staff)
    assert changed.status_code == 200, changed.text

    after = (await stage.client.post("/api/v1/quotes", json=TWENTY)).json()
    assert (after["total"], after["policy_version"]) == ("1200.00", before["policy_version"] + 1)
    said = await stage.post("/chat/messages", {"text": "how much for 20 adults in 95112?"})
    assert "$1,200" in said["reply"]["text"] and "$1,100" not in said["reply"]["text"]
    assert (await stage.held(adults=20))["booking"]["total_amount"] == "1200.00"

    link = f"/api/v1/bookings/{booked['id']}?token={token}"
    assert (await stage.client.get(link)).json()["total_amount"] == "1100.00"
    more = await stage.client.post(link.replace("?", "/change-preview?"), json={"adults": 22})
    assert more.json()["after"]["total"] == "1210.00", "a change is priced as the party was booked"
    async with db.transaction() as tx:
        assert await quotes.recompute(tx, quote_id=before["id"])
        assert await quotes.recompute(tx, quote_id=after["id"])
