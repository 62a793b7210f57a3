"""What a customer answers about allergies in the chat stands on the party, a none too, and says where it was said."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from hibachi.bookings.proof import service as proof
from hibachi.bookings.proof.service import Proof
from tests.concierge.world import PHONE, World, world_on

PARTY = {"date": "2026-05-09", "time": "18:00", "adults": 12, "zip": "95112", "status": "confirmed", "name": "Dana Ruiz", "phone": PHONE}  # fmt: skip


@pytest.fixture
async def world(database_url: str) -> AsyncIterator[World]:
    async with world_on(database_url) as begun:
        yield begun


async def test_a_none_from_the_chat_is_what_the_nightly_proof_asks_for(world: World) -> None:
    await world.reset(bookings=[PARTY])
    runtime = world.app.state.sandbox.runtime

    async def wanting() -> set[str]:
        await world.app.state.sandbox.settle()
        await Proof(runtime.db, runtime.cards).prove()
        async with runtime.db.transaction() as tx:
            return {one.code for one in (await proof.findings(tx)).findings}

    assert "allergies_unanswered" in await wanting()
    await world.say("Hi! For our party: no allergies and no diets")
    assert "allergies_unanswered" not in await wanting()
    async with runtime.db.transaction() as tx:
        [party] = (await tx.session.execute(text("SELECT dietary FROM bookings"))).all()
        [noted] = (await tx.session.execute(text("SELECT reason FROM audit_log WHERE action = 'booking_update'"))).all()
        [said] = (await tx.session.execute(text("SELECT id FROM messages WHERE role = 'user'"))).all()
    assert party.dietary == ["none"] and noted.reason == f"said in message {said.id}"
