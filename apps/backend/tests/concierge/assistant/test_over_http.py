"""The assistant over HTTP: asked, exported, and a deed confirmed by the request that it proposes."""

from datetime import date

from sqlalchemy import text

from hibachi.bookings.schemas import Booking
from hibachi.kit.clock import SettableClock
from hibachi.policies import service as policies
from hibachi.runtime import Runtime
from tests.concierge.product import product_on
from tests.parties import Shop
from tests.web import headers_of, member

ASK = "/api/v1/admin/assistant/ask"


async def test_a_proposed_deed_is_done_by_its_own_route_and_audited(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (app, client):
        runtime: Runtime = app.state.runtime
        async with runtime.db.transaction() as tx:
            book = await policies.current(tx)
        shop = Shop(runtime.db, clock, book)
        party = await shop.confirmed(day=date(2026, 3, 21), name="Bob Lee")
        assert isinstance(party, Booking)
        for role in ("manager", "chef"):
            await member(runtime.db, role)
        manager = await headers_of(client, "manager@example.com")
        chef = await headers_of(client, "chef@example.com")

        answer = (await client.post(ASK, json={"question": "parties on march 21"}, headers=manager)).json()
        assert answer["report"]["figures"] == {"parties": 1, "guests": 12, "total": answer["report"]["rows"][0][-1]}
        written = await client.get(answer["export"], headers=manager)
        assert written.headers["content-type"].startswith("text/csv") and "Bob Lee" in written.text
        refused = await client.get(answer["export"], headers=chef)
        assert (refused.status_code, refused.json()["code"]) == (403, "report_forbidden")
        assert (await client.post(ASK, json={"question": "parties on march 21"})).status_code == 401
        assert (await client.post(ASK, json={"question": ""}, headers=manager)).status_code == 422

        deed = (
            await client.post(ASK, json={"question": "cancel the Lee party because they moved"}, headers=manager)
        ).json()["proposal"]
        assert await statuses(runtime) == ["confirmed"], "asking did nothing"
        assert (await client.request(deed["method"], deed["path"], json=deed["body"], headers=chef)).status_code == 403
        done = await client.request(deed["method"], deed["path"], json=deed["body"], headers=manager)
        assert done.status_code == 200 and await statuses(runtime) == ["cancelled"]
        async with runtime.db.transaction() as tx:
            cancelled = text("SELECT actor_name, reason FROM audit_log WHERE action = 'booking_cancel'")
            [entry] = (await tx.session.execute(cancelled)).all()
        assert tuple(entry) == ("manager@example.com", "they moved")


async def test_each_deed_is_taken_by_the_route_that_it_names_and_once(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (app, client):
        runtime: Runtime = app.state.runtime
        async with runtime.db.transaction() as tx:
            book = await policies.current(tx)
            chefs = await tx.session.execute(text("SELECT id, name FROM chefs"))
            names = {key: name for key, name in chefs}
        party = await Shop(runtime.db, clock, book).pending(day=date(2026, 3, 21), name="Ana Ruiz")
        other = next(key for key in names if key != party.chef_id)
        await member(runtime.db, "manager")
        manager = await headers_of(client, "manager@example.com")
        for question in ("record $40 of the Ruiz deposit by zelle", f"assign {names[other]} to the Ruiz party"):
            deed = (await client.post(ASK, json={"question": question}, headers=manager)).json()["proposal"]
            once = manager | {"Idempotency-Key": deed["kind"]}
            for _ in range(2):  # a click whose answer was lost, and the next one
                done = await client.request(deed["method"], deed["path"], json=deed["body"], headers=once)
                assert done.status_code == 200, done.text
        async with runtime.db.transaction() as tx:
            assert list((await tx.session.scalars(text("SELECT amount FROM ledger"))).all()) == [40_00]
            assert list((await tx.session.scalars(text("SELECT chef_id FROM bookings"))).all()) == [other]


async def statuses(runtime: Runtime) -> list[str]:
    async with runtime.db.transaction() as tx:
        return list((await tx.session.scalars(text("SELECT status FROM bookings"))).all())
