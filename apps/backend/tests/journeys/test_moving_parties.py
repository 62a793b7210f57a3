"""Any life of parties: moved and cancelled at any point while the clock runs through, and never a wrong or second word."""

import random
from collections import Counter
from datetime import date, time, timedelta

import pytest

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking
from hibachi.conversations import service as conversations
from hibachi.journeys import wording
from hibachi.kit.clock import SettableClock, wall
from tests.journeys.lives import Life, known, life_on

PEOPLE = 5
DAYS = [date(2026, 3, day) for day in range(9, 17)]
HOURS = [time(12), time(15), time(18), time(21)]
STEP = timedelta(hours=8)


async def live(life: Life, chance: random.Random) -> Counter[tuple[str, str]]:
    """Let the clock run through; what reached whom about which day is checked where it happens, and counted."""
    people = [await known(life.shop, f"+1510555090{number}", f"Guest{number} Ito") for number in range(PEOPLE)]
    parties = [
        (await life.parties.confirmed(one, day=chance.choice(DAYS), at=chance.choice(HOURS))).id for one in people
    ]
    stopped: set[int] = set()
    heard: Counter[tuple[str, str]] = Counter()
    while life.clock.now().date() < date(2026, 3, 19):
        number = chance.randrange(PEOPLE)
        await change(life, await life.parties.get(parties[number]), people[number], chance, stopped, number)
        await life.parties.do(bookings.complete)
        for sent in await spoken(life):
            whose = int(sent.to[-1])
            check(life, sent.text, await life.parties.get(parties[whose]))
            assert whose not in stopped, "nothing reaches who said STOP"
            heard[sent.to, sent.text.split("About")[0]] += 1
        life.clock.advance(STEP + timedelta(minutes=chance.randrange(120)))
    return heard


async def change(
    life: Life, party: Booking, customer: object, chance: random.Random, stopped: set[int], number: int
) -> None:
    """Something happens to somebody's party, or nothing."""
    happens = chance.random()
    if happens < 0.35 and party.status == "confirmed" and party.event_start > life.clock.now():
        await life.move(party, day=chance.choice(DAYS), at=f"{chance.choice(HOURS):%H:%M}")
    elif happens < 0.42 and party.status == "confirmed":
        await life.cancel(party)
    elif happens < 0.47 and number not in stopped:
        stopped.add(number)
        await life.parties.do(conversations.opt_out, customer_id=customer, channel="sms", words="STOP", message_id=None)


async def spoken(life: Life) -> list:  # type: ignore[type-arg]
    """What leaves at this instant: two workers look, then everything is sent."""
    before = len(life.shop.carrier.taken)
    await life.journeys().run()
    await life.shop.work()
    await life.journeys().run()
    return life.shop.carrier.taken[before:]


def check(life: Life, text: str, party: Booking) -> None:
    """What is told is true of the party as it is at this instant, and nobody sleeps."""
    now = life.clock.now()
    assert party.status in ("confirmed", "completed"), f"{party.status}: {text}"
    assert time(9) <= wall(now, party.zone).time() < time(21)
    if party.status == "completed":
        assert wording.day_of(party.event_date) in text
        assert timedelta(hours=24) <= now - party.event_end < timedelta(hours=72)
    else:
        assert f"{wording.day_of(party.event_date)} at {wording.clock(party.event_time)}" in text
        assert now < party.event_start


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.proof) for seed in range(2, 22))])
async def test_each_message_once_with_the_true_time_and_none_after_the_end(
    database_url: str, clock: SettableClock, seed: int
) -> None:
    async with life_on(database_url, clock) as life:
        await life.parties.chefs(PEOPLE)
        heard = await live(life, random.Random(seed))
        twice = {words: often for words, often in heard.items() if often > 2}
        assert twice == {} and heard
        rows = await life.rows()
        assert len({(row.kind, row.subject_id, row.step, row.day) for row in rows}) == len(rows)
        sent = [row for row in rows if row.state == "sent"]
        assert len(sent) == heard.total() == len({row.message_id for row in sent})
