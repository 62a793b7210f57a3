"""Versions are dated, immutable, audited, and read with one query."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import DBAPIError

from hibachi.audit.models import AuditEntry
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database, Tx
from hibachi.policies import repository, rules, service
from hibachi.policies.errors import DatedInThePast, InvalidPolicy, NoPolicyInForce, NothingChanged, UnknownVersion
from hibachi.policies.models import PolicyVersion
from hibachi.policies.schemas import PolicyBook

DEARER = {"prices": {"adult": {"amount": "60.00"}}}


async def change(db: Database, changes: dict[str, Any], at: datetime | None = None) -> PolicyBook:
    async with db.transaction() as tx:
        return await service.change(tx, changes=changes, effective_from=at, note="a test")


async def current(db: Database) -> PolicyBook:
    async with db.transaction() as tx:
        return await service.current(tx)


async def versions(db: Database) -> list[int]:
    async with db.transaction() as tx:
        return [info.version for info in await service.history(tx)]


async def test_nothing_is_in_force_before_the_profile_is_loaded(tx: Tx) -> None:
    with pytest.raises(NoPolicyInForce):
        await service.current(tx)


async def test_loading_twice_leaves_one_version(loaded: Database) -> None:
    async with loaded.transaction() as tx:
        assert (await service.load_default(tx)).version == 1
    assert await versions(loaded) == [1]


async def test_loading_again_keeps_the_owners_changes(loaded: Database) -> None:
    await change(loaded, DEARER)
    async with loaded.transaction() as tx:
        book = await service.load_default(tx)
    assert (book.version, book.profile.prices.adult.amount) == (2, 6000)


async def test_a_change_is_a_new_version_and_the_old_one_stays(loaded: Database) -> None:
    changed = await change(loaded, DEARER)
    assert (changed.version, changed.profile.prices.adult.amount) == (2, 6000)
    assert await current(loaded) == changed
    async with loaded.transaction() as tx:
        assert (await service.at_version(tx, version=1)).profile.prices.adult.amount == 5500


async def test_a_change_is_seen_in_its_own_transaction(loaded: Database) -> None:
    async with loaded.transaction() as tx:
        await service.current(tx)
        await service.change(tx, changes=DEARER, effective_from=None, note="now")
        assert (await service.current(tx)).version == 2


async def test_a_change_is_audited_with_what_was_and_what_is(loaded: Database) -> None:
    await change(loaded, DEARER)
    async with loaded.transaction() as tx:
        entry = (await tx.session.scalars(select(AuditEntry))).one()
    assert (entry.resource, entry.resource_id, entry.reason) == ("policy_version", "2", "a test")
    assert entry.changes == {"prices.adult.amount": {"old": "55.00", "new": "60.00"}}


async def test_a_dated_change_waits_for_its_date(loaded: Database, clock: SettableClock) -> None:
    await change(loaded, DEARER, clock.now() + timedelta(days=30))
    assert (await current(loaded)).version == 1
    clock.advance(timedelta(days=30, seconds=-1))
    assert (await current(loaded)).version == 1
    clock.advance(timedelta(seconds=1))
    assert (await current(loaded)).version == 2


async def test_a_change_made_now_does_not_end_when_a_scheduled_one_begins(
    loaded: Database, clock: SettableClock
) -> None:
    await change(loaded, DEARER, clock.now() + timedelta(days=30))
    await change(loaded, {"prices": {"child": {"amount": "32.00"}}})
    now = await current(loaded)
    assert (now.version, now.profile.prices.adult.amount, now.profile.prices.child.amount) == (3, 5500, 3200)
    clock.advance(timedelta(days=30))
    then = await current(loaded)
    assert (then.version, then.profile.prices.adult.amount, then.profile.prices.child.amount) == (4, 6000, 3200)


async def test_a_scheduled_change_can_be_brought_forward(loaded: Database, clock: SettableClock) -> None:
    await change(loaded, DEARER, clock.now() + timedelta(days=30))
    assert (await change(loaded, DEARER)).version == 3
    assert await versions(loaded) == [3, 2, 1]


async def test_the_past_is_not_rewritten(loaded: Database, clock: SettableClock) -> None:
    for past in (clock.now() - timedelta(seconds=1), clock.now().replace(tzinfo=None) + timedelta(days=1)):
        with pytest.raises(DatedInThePast):
            await change(loaded, DEARER, past)
    assert await versions(loaded) == [1]


async def test_an_invalid_change_leaves_nothing(loaded: Database) -> None:
    with pytest.raises(InvalidPolicy) as refused:
        await change(loaded, {"prices": {"deposit": "600.00"}})
    assert "deposit" in refused.value.details["fields"][0]["problem"]
    assert await versions(loaded) == [1]
    async with loaded.transaction() as tx:
        assert (await tx.session.scalars(select(AuditEntry))).all() == []


async def test_a_change_that_breaks_a_scheduled_version_leaves_nothing(loaded: Database, clock: SettableClock) -> None:
    await change(loaded, {"prices": {"deposit": "400.00"}}, clock.now() + timedelta(days=1))
    with pytest.raises(InvalidPolicy):
        await change(loaded, {"prices": {"party_minimum": "300.00"}})
    assert await versions(loaded) == [2, 1]


async def test_a_change_of_nothing_is_refused(loaded: Database) -> None:
    for empty in ({}, {"prices": {"adult": {"amount": "55.00"}}}, {"nothing_here": None}):
        with pytest.raises(NothingChanged):
            await change(loaded, empty)
    assert await versions(loaded) == [1]


async def test_an_unknown_version_is_refused(loaded: Database) -> None:
    async with loaded.transaction() as tx:
        with pytest.raises(UnknownVersion):
            await service.at_version(tx, version=99)


@pytest.mark.parametrize("statement", ["UPDATE policy_versions SET note = 'x'", "DELETE FROM policy_versions"])
async def test_the_database_refuses_to_change_a_version(loaded: Database, statement: str) -> None:
    with pytest.raises(DBAPIError, match="immutable"):
        async with loaded.transaction() as tx:
            await tx.session.execute(text(statement))
    assert await versions(loaded) == [1]


async def test_current_takes_one_query_in_a_transaction(loaded: Database) -> None:
    statements: list[str] = []
    event.listen(loaded.engine.sync_engine, "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    async with loaded.transaction() as tx:
        for _ in range(5):
            await service.current(tx)
    assert len([one for one in statements if "policy_versions" in one]) == 1


async def test_another_world_is_not_remembered(loaded: Database) -> None:
    """The memory goes by content: version 2 of one database is not version 2 of another one."""
    await change(loaded, DEARER)
    assert (await current(loaded)).profile.prices.adult.amount == 6000
    async with loaded.transaction() as tx:
        await tx.session.execute(text("TRUNCATE policy_versions CASCADE"))
        await service.load_default(tx)
        await service.change(tx, changes={"prices": {"adult": {"amount": "70.00"}}}, effective_from=None, note="n")
    assert (await current(loaded)).profile.prices.adult.amount == 7000


async def test_versions_that_are_no_longer_remembered_are_read_again(
    loaded: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "REMEMBERED", 1)
    for amount in ("60.00", "61.00", "62.00"):
        await change(loaded, {"prices": {"adult": {"amount": amount}}})
    async with loaded.transaction() as tx:
        books = [await service.at_version(tx, version=number) for number in (1, 2, 3, 4)]
    assert [book.profile.prices.adult.amount for book in books] == [5500, 6000, 6100, 6200]


async def test_a_version_of_an_older_product_is_read_and_the_next_one_is_of_today(loaded: Database) -> None:
    """What was stored before a setting was retired is never rewritten, and never in the way."""
    old = (await current(loaded)).profile.model_dump(mode="json")
    for *way, last in rules.RETIRED:
        rules_of = old
        for key in way:
            rules_of = rules_of[key]
        rules_of[last] = {"what": "it was"}
    async with loaded.transaction() as tx:
        stored = {"version": 2, "profile": old, "fingerprint": rules.fingerprint(old), "effective_from": tx.now}
        await repository.add(tx, **stored, note="older", created_by="system:", created_at=tx.now)
    assert (await current(loaded)).version == 2
    assert (await change(loaded, DEARER)).version == 3
    async with loaded.transaction() as tx:
        profiles = {row.version: row.profile for row in await repository.history(tx)}
    assert profiles[2] == old and profiles[3] == rules.without_retired(profiles[3])


def test_a_file_may_name_what_was_retired(tmp_path: Path) -> None:
    named = service.DEFAULT_PATH.read_text(encoding="utf-8").replace(
        "referral: {", 'referral: {friend_credit: "0.00", '
    )
    (tmp_path / "own.yaml").write_text(named, encoding="utf-8")
    assert service.read_profile(tmp_path / "own.yaml") == service.read_profile(service.DEFAULT_PATH)


async def test_a_change_of_what_was_retired_is_refused(loaded: Database) -> None:
    with pytest.raises(InvalidPolicy):
        await change(loaded, {"growth": {"referral": {"friend_credit": "5.00"}}})


async def test_the_views_show_the_version_in_force(loaded: Database) -> None:
    """PRC-10: the tables' names, read from the one truth."""
    holiday = {"key": "holiday", "label": "Holiday", "first": "2026-12-24", "last": "2026-12-25", "percent": 20}
    await change(loaded, {"menu": {"upgrades_per_person": {"lobster_tail": "17.00"}}, "pricing_rules": [holiday]})
    async with loaded.transaction() as tx:
        dishes = dict((await tx.session.execute(text("SELECT key, price::text FROM proteins"))).all())
        addons = dict((await tx.session.execute(text("SELECT key, price::text FROM addons"))).all())
        rules = (await tx.session.execute(text("SELECT key, percent, first::text FROM pricing_rules"))).all()
    assert dishes["lobster_tail"] == "17.00"
    assert dishes["chicken"] == "0.00"
    assert addons["gyoza"] == "10.00"
    assert rules == [("holiday", 20, "2026-12-24")]


async def test_versions_are_rows_of_the_table_alone(loaded: Database) -> None:
    async with loaded.transaction() as tx:
        row = (await tx.session.scalars(select(PolicyVersion))).one()
    assert row.profile["prices"]["adult"]["amount"] == "55.00"
    assert row.created_by == "system:system"
