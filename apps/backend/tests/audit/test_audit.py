"""The audit log: what is written, that it stays, who reads it."""

from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from hibachi.audit import api, service
from hibachi.audit.schemas import Filter
from hibachi.identity import api as identity_api
from hibachi.kit.auth import AI, Actor
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database, Tx
from tests.web import application, client_of, headers_of, member

BOOKING = uuid4()
ANNA = Actor("staff", uuid4(), "Anna")


async def entries(tx: Tx, **wanted: object) -> list[tuple[str, str]]:
    page = await service.page(tx, wanted=Filter.model_validate(wanted))
    return [(entry.action, entry.resource_id) for entry in page.entries]


async def test_an_entry_says_who_what_and_from_what_to_what(db: Database, clock: SettableClock) -> None:
    changes = {"guests": (20, 25), "total": ("1100.00", "1375.00"), "zip": ("95112", "95112"), "note": (None, "vegan")}
    async with db.transaction(ANNA) as tx:
        await service.record(
            tx, action="booking_update", resource="booking", resource_id=BOOKING, changes=changes, reason="she called"
        )
    async with db.transaction() as tx:
        [entry] = (await service.page(tx, wanted=Filter())).entries
    assert (entry.actor_kind, entry.user_id, entry.actor_name) == ("staff", ANNA.id, "Anna")
    assert (entry.action, entry.resource, entry.resource_id) == ("booking_update", "booking", str(BOOKING))
    assert entry.at == clock.now()
    assert entry.reason == "she called"
    assert {change.field: change.text for change in entry.changes} == {
        "guests": "20 -> 25",
        "total": "1100.00 -> 1375.00",
        "note": "nothing -> vegan",
    }


async def test_values_of_any_type_are_written_as_json(db: Database, clock: SettableClock) -> None:
    when, whom = clock.now(), uuid4()
    async with db.transaction(AI) as tx:
        changes = {"event_start": (None, when), "customer": (whom, None), "tags": ((), ("a", "b"))}
        await service.record(tx, action="x", resource="booking", resource_id="1", changes=changes)
    async with db.transaction() as tx:
        stored = (await tx.session.execute(text("SELECT actor_kind, changes FROM audit_log"))).one()
    assert stored.actor_kind == "ai"
    assert stored.changes["customer"] == {"old": str(whom), "new": None}
    assert stored.changes["tags"] == {"old": [], "new": ["a", "b"]}
    assert stored.changes["event_start"]["new"].startswith("2026-03-04T18:00:00")


async def test_log_admin_action_names_the_user(db: Database) -> None:
    user = uuid4()
    async with db.transaction() as tx:
        await service.log_admin_action(tx, user, "weekly_view", "calendar", "2026-W10", {})
    async with db.transaction() as tx:
        [entry] = (await service.page(tx, wanted=Filter(user_id=user))).entries
    assert (entry.actor_kind, entry.action, entry.resource, entry.resource_id, entry.changes) == (
        "staff",
        "weekly_view",
        "calendar",
        "2026-W10",
        [],
    )


async def test_an_entry_falls_with_its_transaction(db: Database) -> None:
    with pytest.raises(RuntimeError, match="the change failed"):
        async with db.transaction() as tx:
            await service.record(tx, action="x", resource="booking", resource_id="1", changes={})
            await tx.session.flush()
            raise RuntimeError("the change failed")
    async with db.transaction() as tx:
        assert await entries(tx) == []


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_log SET actor_name = 'nobody'", "DELETE FROM audit_log", "TRUNCATE audit_log"]
)
async def test_nothing_is_changed_or_removed(db: Database, statement: str) -> None:
    async with db.transaction(ANNA) as tx:
        await service.record(tx, action="x", resource="booking", resource_id="1", changes={})
    with pytest.raises(ProgrammingError, match="audit_log refuses"):
        async with db.transaction() as tx:
            await tx.session.execute(text(statement))
    async with db.transaction() as tx:
        assert (await tx.session.execute(text("SELECT actor_name FROM audit_log"))).scalars().all() == ["Anna"]


async def test_a_world_to_be_thrown_away_can_be_emptied(db: Database, database_url: str) -> None:
    """What the sandbox does in its own database; see docs/audit.md."""
    async with db.transaction() as tx:
        await service.record(tx, action="x", resource="booking", resource_id="1", changes={})
    with psycopg.connect(database_url.replace("+psycopg", "")) as connection:
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute("TRUNCATE audit_log")
    with psycopg.connect(database_url.replace("+psycopg", "")) as connection:
        assert connection.execute("SELECT count(*) FROM audit_log").fetchone() == (0,)
        connection.execute("INSERT INTO audit_log SELECT gen_random_uuid(), now(), 'ai', NULL, '', 'a', 'b', '1', '{}'")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("TRUNCATE audit_log")


async def test_filters_narrow(db: Database, clock: SettableClock) -> None:
    async with db.transaction(ANNA) as tx:
        await service.record(tx, action="a", resource="booking", resource_id="1", changes={})
    clock.advance(timedelta(hours=1))
    async with db.transaction(AI) as tx:
        await service.record(tx, action="b", resource="booking", resource_id="2", changes={})
        await service.record(tx, action="b", resource="policy", resource_id="1", changes={})
    async with db.transaction() as tx:
        assert await entries(tx) == [("b", "1"), ("b", "2"), ("a", "1")]
        assert await entries(tx, user_id=ANNA.id) == [("a", "1")]
        assert await entries(tx, actor_kind="ai", resource="booking") == [("b", "2")]
        assert await entries(tx, action="b", resource_id="1") == [("b", "1")]
        assert await entries(tx, since=clock.now()) == [("b", "1"), ("b", "2")]
        assert await entries(tx, until=clock.now()) == [("a", "1")]


async def test_pages_follow_each_other_without_gap_or_repetition(db: Database) -> None:
    async with db.transaction() as tx:
        for number in range(7):
            await service.record(tx, action="a", resource="booking", resource_id=number, changes={})
    seen: list[str] = []
    before: UUID | None = None
    sizes = []
    async with db.transaction() as tx:
        while True:
            page = await service.page(tx, wanted=Filter(limit=3, before=before))
            seen += [entry.resource_id for entry in page.entries]
            sizes.append(len(page.entries))
            before = page.next
            if before is None:
                break
    assert seen == ["6", "5", "4", "3", "2", "1", "0"]
    assert sizes == [3, 3, 1]


async def test_only_who_may_reads_it_over_http(db: Database) -> None:
    async with client_of(application(db, api.router, identity_api.router)) as client:
        await member(db, "admin")
        await member(db, "manager")
        assert (await client.get("/api/v1/admin/audit")).status_code == 401
        manager = await headers_of(client, "manager@example.com")
        assert (await client.get("/api/v1/admin/audit", headers=manager)).status_code == 403
        admin = await headers_of(client, "admin@example.com")
        page = (await client.get("/api/v1/admin/audit?resource=user&limit=1", headers=admin)).json()
        assert [entry["action"] for entry in page["entries"]] == ["user_create"]
        email = {"field": "email", "old": None, "new": "manager@example.com", "text": "nothing -> manager@example.com"}
        assert email in page["entries"][0]["changes"]
        following = (await client.get(f"/api/v1/admin/audit?before={page['next']}", headers=admin)).json()
        assert len(following["entries"]) == 1 and following["next"] is None


@pytest.mark.parametrize("query", ["limit=0", "limit=1000", "since=yesterday", "before=1", "nothing_like_it=1"])
async def test_a_question_that_cannot_be_understood_is_422(db: Database, query: str) -> None:
    async with client_of(application(db, api.router, identity_api.router)) as client:
        await member(db, "admin")
        admin = await headers_of(client, "admin@example.com")
        answer = await client.get(f"/api/v1/admin/audit?{query}", headers=admin)
    assert answer.status_code == 422
    assert answer.json()["code"] == "invalid_input"
