"""Something happens before every transaction of a turn and of its sending: staff step in, STOP, the same message again, a
newer one. One reply at most, none after the take-over or the STOP, and nobody is left without an answer."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Self
from uuid import UUID

import pytest

from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Received
from hibachi.kit.auth import SYSTEM, Actor
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Tx
from tests.channels.scripted import Shop, shop_on
from tests.conversations.acting import STAFF

EVERY = 1 if os.environ.get("HIBACHI_PROOF") == "1" else 3
FIRST = "Hi, I'd like to book Saturday March 21 at 6pm, 12 adults, no extras, ZIP 94539. Dana Ruiz."
MOST_STEPS = 40


@dataclass
class Interruption:
    """Does something once, before the n-th transaction from now."""

    shop: Shop
    at: int
    happens: Callable[[], Awaitable[Any]]
    begun: int = 0
    happened: bool = False
    taken_before: int = 0
    real: Callable[..., AbstractAsyncContextManager[Tx]] = field(init=False)

    def __enter__(self) -> Self:
        self.real = self.shop.db.transaction
        self.shop.db.transaction = self.transaction  # type: ignore[method-assign] # the seam of this test
        return self

    def __exit__(self, *_: object) -> None:
        self.shop.db.transaction = self.real  # type: ignore[method-assign] # as it was

    @asynccontextmanager
    async def transaction(self, actor: Actor = SYSTEM) -> AsyncIterator[Tx]:
        """The database's own transaction, after what happens before it."""
        self.begun += 1
        if self.begun == self.at and not self.happened:
            self.happened, self.shop.db.transaction = True, self.real  # type: ignore[method-assign] # once
            await self.happens()
            self.taken_before = len(self.shop.carrier.taken)
            self.shop.db.transaction = self.transaction  # type: ignore[method-assign] # goes on counting
        async with self.real(actor) as tx:
            yield tx


async def steps_with(shop: Shop, at: int, happens: Callable[[Received], Awaitable[Any]]) -> Interruption | None:
    """A new customer's message is answered and sent, interrupted before a step; None when the turn has fewer."""
    shop.carrier.taken.clear()
    received = await shop.arrives(FIRST, phone=f"+1510555{1000 + at:04}", message_id=f"FIRST-{at}")
    with Interruption(shop, at, lambda: happens(received)) as interruption:
        await shop.work()
    return interruption if interruption.happened else None


def says(shop: Shop, words: str, **more: Any) -> Callable[[Received], Awaitable[Any]]:
    """The customer writes."""

    async def arrives(_: Received) -> Any:
        return await shop.arrives(words, **more)

    return arrives


async def take_over(shop: Shop, conversation_id: UUID) -> None:
    """A member of staff speaks now."""
    async with shop.db.transaction(STAFF) as tx:
        await conversations.take_over(tx, conversation_id=conversation_id, reason="I know her")


async def test_a_take_over_before_any_step_is_followed_by_no_word_of_the_machine(
    database_url: str, clock: SettableClock
) -> None:
    async with shop_on(database_url, clock) as shop:
        for at in range(1, MOST_STEPS, EVERY):
            done = await steps_with(shop, at, lambda received: take_over(shop, received.conversation.id))
            if done is None:
                break
            assert len(shop.carrier.taken) == done.taken_before <= 1, f"step {at}"
        assert at > 5
        states = await shop.rows("SELECT DISTINCT state FROM outbox")
        assert {row["state"] for row in states} <= {"sent", "withheld"}


async def test_a_stop_before_any_step_is_followed_by_its_confirmation_alone(
    database_url: str, clock: SettableClock
) -> None:
    async with shop_on(database_url, clock) as shop:
        for at in range(1, MOST_STEPS, EVERY):
            phone = f"+1510555{1000 + at:04}"
            done = await steps_with(shop, at, says(shop, "STOP", phone=phone))
            if done is None:
                break
            after = [one.text for one in shop.carrier.taken[done.taken_before :]]
            assert [text[:20] for text in after] == ["You are unsubscribed"], f"step {at}"


async def test_the_same_message_again_before_any_step_is_answered_once(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        for at in range(1, MOST_STEPS, EVERY):
            phone = f"+1510555{1000 + at:04}"
            again = {"phone": phone, "message_id": f"FIRST-{at}"}
            done = await steps_with(shop, at, says(shop, FIRST, **again))
            if done is None:
                break
            assert len(shop.carrier.taken) == 1, f"step {at}"
            assert await shop.rows("SELECT count(*) AS n FROM bookings GROUP BY customer_id HAVING count(*) > 1") == []


async def test_a_newer_message_before_any_step_is_answered_and_none_is_answered_twice(
    database_url: str, clock: SettableClock
) -> None:
    async with shop_on(database_url, clock) as shop:
        for at in range(1, MOST_STEPS, EVERY):
            phone = f"+1510555{1000 + at:04}"
            done = await steps_with(shop, at, says(shop, "what is the deposit?", phone=phone))
            if done is None:
                break
            assert 1 <= len(shop.carrier.taken) <= 2, f"step {at}"
        open_ones = await shop.rows("SELECT id FROM messages WHERE role = 'user' AND answered_by IS NULL")
        assert open_ones == []
        twice = "SELECT message_id FROM outbox GROUP BY message_id, part HAVING count(*) > 1"
        assert await shop.rows(twice) == []


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
async def test_messages_out_of_order_and_twice_get_one_reply(
    database_url: str, clock: SettableClock, order: tuple[int, ...]
) -> None:
    words = ("we are 12 adults", "in 94539", "how much?")
    async with shop_on(database_url, clock) as shop:
        for number in (*order, *order):
            await shop.arrives(words[number], message_id=f"M-{number}")
        await shop.work()
        assert len(shop.carrier.taken) == 1
        assert await shop.rows("SELECT count(*) AS n FROM messages WHERE role = 'user'") == [{"n": 3}]
