"""Random sequences of hold, yes, pay, cancel, waiting and sweeping, against a model of a few lines.

One chef. After any ending the time is free again for everyone, the same customer included.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

import pytest

from hibachi.bookings import service
from hibachi.bookings.schemas import Booking, Held, Refused
from hibachi.calendar import service as calendar
from tests.parties import LA, SATURDAY, Shop

SLOTS = [time(12), time(15), time(18)]
SUNDAY = SATURDAY + timedelta(days=1)
TIMES = [(day, at) for day in (SATURDAY, SUNDAY) for at in SLOTS[:2]]
MINUTES = 120
When = tuple[date, time]


@dataclass
class Taken:
    """Who has a time, in what state, until when."""

    who: int
    status: str
    until: datetime | None


class Model:
    """The ten lines that the database has to agree with: a time has one owner, until it lapses or is given up."""

    def __init__(self) -> None:
        self.times: dict[When, Taken] = {}

    def owner(self, when: When, now: datetime) -> Taken | None:
        taken = self.times.get(when)
        return taken if taken and (taken.until is None or taken.until > now) else None

    def hold(self, who: int, when: When, now: datetime) -> bool:
        owner = self.owner(when, now)
        if owner:
            return owner.who == who and owner.status != "confirmed"
        mine = [at for at, taken in self.times.items() if taken.who == who and taken.status == "held"]
        for at in mine:
            del self.times[at]
        self.times[when] = Taken(who, "held", now + timedelta(minutes=MINUTES))
        return True


class Player:
    """Plays the same moves on the shop and on the model, and compares."""

    def __init__(self, shop: Shop, people: list[UUID], random: Random) -> None:
        self.shop, self.people, self.random, self.model = shop, people, random, Model()
        self.bookings: dict[UUID, tuple[int, When, str]] = {}

    async def step(self) -> str:
        moves = [
            self.hold,
            self.hold,
            self.hold,
            self.accept,
            self.accept,
            self.pay,
            self.cancel,
            self.wait,
            self.sweep,
        ]
        move = self.random.choice(moves)
        await move()
        await self.compare()
        return move.__name__

    async def hold(self) -> None:
        who, when, now = self.random.randrange(len(self.people)), self.random.choice(TIMES), self.shop.clock.now()
        owner = self.model.owner(when, now)
        answer = await self.shop.hold(self.people[who], day=when[0], at=when[1])
        assert isinstance(answer, Held) == self.model.hold(who, when, now), (who, when, answer)
        if isinstance(answer, Held):
            self.bookings[answer.booking.id] = (who, when, answer.token)
            if owner:
                assert answer.expires_at == owner.until, "the same hold, never past its cap"
        else:
            assert answer.reason.code == ("already_booked" if owner and owner.who == who else "full")

    async def accept(self) -> None:
        for booking_id, (who, when, token) in self.chosen():
            before = await self.shop.get(booking_id)
            answer = await self.shop.do(service.accept, token=token)
            if before.status in ("deposit_pending", "confirmed"):
                assert answer == before
            elif before.status == "cancelled" and before.cancelled_reason != "hold_expired":
                assert isinstance(answer, Refused) and answer.reason.code == "hold_ended"
            elif before.status == "held" or not self.model.owner(when, self.shop.clock.now()):
                assert isinstance(answer, Booking) and answer.status == "deposit_pending"
                self.model.times[when] = Taken(who, "deposit_pending", answer.hold_expires_at)
            else:
                assert isinstance(answer, Refused) and answer.reason.code == "full"

    async def pay(self) -> None:
        for booking_id, (who, when, _) in self.chosen():
            before = await self.shop.get(booking_id)
            owner = self.model.owner(when, self.shop.clock.now())
            answer = await self.shop.pay(booking_id)
            lapsed = before.cancelled_reason in ("hold_expired", "deposit_expired")
            if before.deposit_paid or before.status == "confirmed":
                assert isinstance(answer, Refused) and answer.reason.code == "already_paid"
            elif before.status in ("held", "deposit_pending") or (lapsed and owner is None):
                assert isinstance(answer, Booking) and answer.status == "confirmed"
                self.model.times[when] = Taken(who, "confirmed", None)
            else:
                assert isinstance(answer, Refused) and answer.reason.code == "refund_or_move"

    async def cancel(self) -> None:
        for booking_id, (_, when, _) in self.chosen():
            before = await self.shop.get(booking_id)
            answer = await self.shop.do(service.cancel, booking_id=booking_id, reason="changed my mind")
            assert isinstance(answer, Booking) and answer.status == "cancelled"
            if before.status != "cancelled":
                del self.model.times[when]

    async def wait(self) -> None:
        self.shop.later(minutes=self.random.choice([1, 30, MINUTES - 1, MINUTES, MINUTES + 1]))

    async def sweep(self) -> None:
        await self.shop.do(service.close_lapsed)

    def chosen(self) -> list[tuple[UUID, tuple[int, When, str]]]:
        """One party of those that ever were, if there is one."""
        return [self.random.choice(sorted(self.bookings.items()))] if self.bookings else []

    async def compare(self) -> None:
        """The times that are listed are those that the model knows free; and nothing impossible is stored."""
        now = self.shop.clock.now()
        listed = await self.shop.do(calendar.openings, first=SATURDAY, last=SUNDAY, zone=LA, book=self.shop.book)
        free = {(it.date, it.time) for it in listed} & set(TIMES)
        assert free == {when for when in TIMES if self.model.owner(when, now) is None}
        for when in set(TIMES) - free:
            owner = self.model.owner(when, now)
            mine = [key for key, (who, at, _) in self.bookings.items() if owner and (who, at) == (owner.who, when)]
            states = [(await self.shop.get(key)).status for key in mine]
            assert owner and owner.status in states
        assert await self.shop.problems() == []


@pytest.mark.parametrize("seed", [*range(6), *(pytest.param(seed, marks=pytest.mark.proof) for seed in range(6, 120))])
async def test_holds_hold_and_guards_let_go(shop: Shop, seed: int) -> None:
    await shop.chefs(1)
    player = Player(shop, [await shop.customer() for _ in range(3)], Random(seed))
    played = [await player.step() for _ in range(40)]
    assert {"hold", "accept"} <= set(played)


@pytest.mark.parametrize("ending", ["expire", "cancel", "pay and cancel", "accept and expire"])
async def test_after_any_ending_the_time_is_free_for_everyone_and_for_oneself(shop: Shop, ending: str) -> None:
    await shop.chefs(1)
    me = await shop.customer()
    for somebody in (me, await shop.customer(), me):
        held = await shop.held(somebody)
        if "accept" in ending or "pay" in ending:
            await shop.do(service.accept, token=held.token)
        if "pay" in ending:
            await shop.pay(held.booking.id)
        if "expire" in ending:
            shop.later(minutes=MINUTES)
        else:
            await shop.do(service.cancel, booking_id=held.booking.id, reason="no")
        assert await shop.problems() == []
    assert isinstance(await shop.hold(), Held)
