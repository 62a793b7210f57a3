"""STOP and START: per person and channel, with words and time."""

from datetime import timedelta

import anyio
import pytest
from sqlalchemy.exc import IntegrityError

from hibachi.conversations import service
from hibachi.conversations.models import OptOutRow
from hibachi.customers.schemas import CHANNELS
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.kit.ids import new_id
from tests.conversations.acting import rows, somebody


async def test_stop_is_kept_with_words_and_time_and_start_ends_it(db: Database, clock: SettableClock) -> None:
    dana = await somebody(db)
    stopped = clock.now()
    async with db.transaction() as tx:
        assert await service.opt_out(tx, customer_id=dana.id, channel="sms", words="Stop texting me!")
        assert await service.is_opted_out(tx, customer_id=dana.id, channel="sms")
    clock.advance(timedelta(days=2))
    async with db.transaction() as tx:
        assert await service.opt_in(tx, customer_id=dana.id, channel="sms", words="START")
        assert not await service.is_opted_out(tx, customer_id=dana.id, channel="sms")
    [row] = await rows(db, "SELECT words, at, ended_words, ended_at FROM opt_outs")
    assert row == {"words": "Stop texting me!", "at": stopped, "ended_words": "START", "ended_at": clock.now()}
    names = await rows(db, "SELECT name FROM events ORDER BY id")
    assert [one["name"] for one in names] == ["CustomerStopped", "CustomerRestarted"]


async def test_stop_twice_is_stop_once_and_keeps_the_first_words(db: Database) -> None:
    dana = await somebody(db)
    found: list[bool] = []

    async def stop(words: str) -> None:
        async with db.transaction() as tx:
            found.append(await service.opt_out(tx, customer_id=dana.id, channel="sms", words=words))

    await stop("STOP")
    async with anyio.create_task_group() as group:
        for number in range(5):
            group.start_soon(stop, f"STOP {number}")
    assert sorted(found) == [False] * 5 + [True]
    assert await rows(db, "SELECT words FROM opt_outs") == [{"words": "STOP"}]
    assert len(await rows(db, "SELECT id FROM events")) == 1


async def test_start_without_a_stop_is_nothing(db: Database) -> None:
    dana = await somebody(db)
    async with db.transaction() as tx:
        assert not await service.opt_in(tx, customer_id=dana.id, channel="sms", words="START")
    assert await rows(db, "SELECT id FROM opt_outs") == []
    assert await rows(db, "SELECT id FROM events") == []


@pytest.mark.parametrize("channel", CHANNELS)
async def test_one_channel_says_nothing_of_the_others(db: Database, channel: str) -> None:
    dana, eve = await somebody(db), await somebody(db, "+15105550143")
    async with db.transaction() as tx:
        await service.opt_out(tx, customer_id=dana.id, channel=channel, words="STOP")
        for other in CHANNELS:
            assert await service.is_opted_out(tx, customer_id=dana.id, channel=other) == (other == channel)
            assert not await service.is_opted_out(tx, customer_id=eve.id, channel=other)


async def test_every_stop_is_remembered(db: Database) -> None:
    dana = await somebody(db)
    for number in range(3):
        async with db.transaction() as tx:
            await service.opt_out(tx, customer_id=dana.id, channel="sms", words=f"STOP {number}")
            await service.opt_in(tx, customer_id=dana.id, channel="sms", words="START")
    assert len(await rows(db, "SELECT id FROM opt_outs WHERE ended_at IS NOT NULL")) == 3


async def test_the_database_refuses_two_opt_outs_in_force(db: Database) -> None:
    dana = await somebody(db)
    with pytest.raises(IntegrityError, match="uq_opt_outs_in_force"):
        async with db.transaction() as tx:
            for _ in range(2):
                tx.session.add(
                    OptOutRow(id=new_id(), customer_id=dana.id, channel="sms", words="STOP", at=tx.now, ended_at=None)
                )
