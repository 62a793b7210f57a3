"""The list of prices: whose they are, where they were told, and which party came of each."""

from typing import Any

import httpx2

from hibachi.kit.clock import SettableClock
from tests.concierge.product import product_on
from tests.web import headers_of, member

LIST = "/api/v1/admin/quotes"


async def said(client: httpx2.AsyncClient, words: str, thread: str | None = None) -> str:
    customer = {"name": "Ann Lee", "phone": "+15105550142"}
    body = {"conversation_id": thread, "channel": "web_chat", "customer": customer, "text": words}
    answer = (await client.post("/api/v1/chat/messages", json=body)).raise_for_status().json()
    return str(answer["conversation_id"])


async def calculated(client: httpx2.AsyncClient, **party: Any) -> str:
    return str((await client.post("/api/v1/quotes", json=party)).raise_for_status().json()["id"])


async def test_each_price_is_told_with_its_person_its_conversation_and_its_party(
    database_url: str, clock: SettableClock
) -> None:
    async with product_on(database_url, clock) as (app, client):
        await member(app.state.db, "agent")
        staff = await headers_of(client, "agent@example.com")

        async def listed(**wanted: Any) -> dict[str, Any]:
            answer: dict[str, Any] = (await client.get(LIST, params=wanted, headers=staff)).raise_for_status().json()
            return answer

        assert await listed() == {"quotes": [], "next": None}
        alone = await calculated(client, adults=20, customer_zipcode="94110", event_date="2026-05-01")
        thread = await said(client, "how much for 14 adults in 94110 on march 14?")
        before = await listed(in_conversation=True)
        assert [(one["conversation_id"], one["booking_id"]) for one in before["quotes"]] == [(thread, None)]
        assert before["quotes"][0]["channel"] == "web_chat" and before["quotes"][0]["quote"]["total"] == "788.00"
        await said(client, "6pm please, I'm Ann Lee, 510 555 0142", thread)
        await said(client, "yes please book it", thread)
        unserved = await calculated(client, adults=10, customer_zipcode="10001")

        everything = (await listed())["quotes"]
        ids = [one["quote"]["id"] for one in everything]
        assert ids == sorted(ids, reverse=True) and {alone, unserved} < set(ids)
        of_thread = [one for one in everything if one["conversation_id"] == thread]
        assert {(one["customer_name"], one["booking_status"]) for one in of_thread} == {("Ann Lee", "deposit_pending")}
        assert len({one["booking_id"] for one in of_thread}) == 1
        nobody = next(one for one in everything if one["quote"]["id"] == alone)
        assert (nobody["customer_id"], nobody["conversation_id"], nobody["booking_id"]) == (None, None, None)

        assert [one["quote"]["id"] for one in (await listed(first="2026-04-01", last="2026-05-01"))["quotes"]] == [
            alone
        ]
        assert [one["quote"]["id"] for one in (await listed(priced=False))["quotes"]] == [unserved]
        told = await listed(in_conversation=True, zip="94110")
        assert [one["quote"]["id"] for one in told["quotes"]] == [one["quote"]["id"] for one in of_thread]

        for wanted in ({}, {"in_conversation": True}):
            walked, cursor = [], None
            for _ in range(20):
                page = await listed(limit=1, **wanted, **({"before": cursor} if cursor else {}))
                walked += [one["quote"]["id"] for one in page["quotes"]]
                cursor = page["next"]
                if cursor is None:
                    break
            whole = await listed(**wanted)
            assert walked == [one["quote"]["id"] for one in whole["quotes"]]
        assert (await client.get(LIST, params={"zip": "abc"}, headers=staff)).status_code == 422
        assert (await client.get(LIST)).status_code == 401
