"""Every way into a party refuses alike when the chef is taken: the ways are found by inspection, not by a list."""

import re
from collections.abc import Awaitable, Callable
from datetime import time
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import hibachi
from hibachi.bookings import service
from hibachi.bookings.schemas import Booking, Change, Held, Refused
from hibachi.quotes.schemas import Party
from tests.parties import DEPOSIT, OLGA, SATURDAY, SIX, Shop

Knock = Callable[[Shop], Awaitable[object]]
PACKAGE = Path(hibachi.__file__).parent
LIVE = ("held", "deposit_pending", "confirmed")


def ways_in() -> set[str]:
    """The public functions of bookings that may answer with a party or with a refusal."""
    found = set()
    for name in service.__all__:
        answers = get_args(get_type_hints(getattr(service, name))["return"])
        if Refused in answers and (Booking in answers or Held in answers):
            found.add(name)
    return found


async def taken(shop: Shop) -> None:
    """The one chef has a confirmed party on Saturday at six."""
    await shop.confirmed(name="The first")


async def lapsed_hold(shop: Shop) -> Held:
    """Somebody held that time, and let it lapse."""
    held = await shop.held()
    shop.later(minutes=shop.book.profile.booking.hold_minutes)
    return held


async def hold(shop: Shop) -> object:
    await taken(shop)
    return await shop.hold()


async def hold_instead_of_another(shop: Shop) -> object:
    await taken(shop)
    mine = await shop.held(at=time(12))
    return await shop.hold(mine.booking.customer_id)


async def accept(shop: Shop) -> object:
    held = await lapsed_hold(shop)
    await taken(shop)
    return await shop.do(service.accept, token=held.token)


async def accept_after_the_sweep(shop: Shop) -> object:
    held = await lapsed_hold(shop)
    await shop.do(service.close_lapsed)
    await taken(shop)
    return await shop.do(service.accept, token=held.token)


async def record_deposit(shop: Shop) -> object:
    late = await shop.pending()
    shop.later(minutes=shop.book.profile.booking.hold_minutes)
    await taken(shop)
    return await shop.pay(late.id)


async def place(shop: Shop) -> object:
    refused = await record_deposit(shop)
    assert isinstance(refused, Refused) and refused.booking
    return await shop.do(service.place, booking_id=refused.booking.id, day=SATURDAY, at=SIX)


async def change(shop: Shop) -> object:
    await taken(shop)
    mine = await shop.confirmed(at=time(12))
    return await shop.do(service.change, booking_id=mine.id, change=Change(at=SIX))


async def change_of_a_request(shop: Shop) -> object:
    await taken(shop)
    mine = await shop.pending(at=time(12))
    return await shop.do(service.change, booking_id=mine.id, change=Change(at=SIX, adults=20))


async def change_by_staff(shop: Shop) -> object:
    await taken(shop)
    mine = await shop.confirmed(at=time(12))
    change = Change(at=time(16, 30))
    return await shop.do(service.change, actor=OLGA, booking_id=mine.id, change=change, by_staff=True, waive_fee=True)


async def import_party(shop: Shop) -> object:
    await taken(shop)
    return await shop.imported()


async def import_request(shop: Shop) -> object:
    await taken(shop)
    return await shop.imported(status="deposit_pending", at=time(19, 15))


async def cancel(shop: Shop) -> object:
    """A cancelled party does not come back by being cancelled again."""
    mine = await shop.confirmed()
    await shop.do(service.cancel, booking_id=mine.id, reason="ill")
    await taken(shop)
    return await shop.do(service.cancel, booking_id=mine.id, reason="ill")


async def set_status(shop: Shop) -> object:
    """Nor does one that never took place."""
    mine = await shop.confirmed()
    await shop.do(service.cancel, booking_id=mine.id, reason="ill")
    await taken(shop)
    return await shop.do(service.set_status, booking_id=mine.id, status="confirmed")


KNOCKS: dict[str, list[Knock]] = {
    "hold": [hold, hold_instead_of_another],
    "accept": [accept, accept_after_the_sweep],
    "record_deposit": [record_deposit],
    "place": [place],
    "change": [change, change_of_a_request, change_by_staff],
    "import_party": [import_party, import_request],
    "cancel": [cancel],
    "set_status": [set_status],
}
NOT_ASKING_FOR_TIME = {"cancel", "set_status"}
BY_ANOTHER = {"take_over"}
"""Not knocked at: the guests' dishes go into a party through `change`, and no time is asked for."""
CASES = [(way, knock) for way, knocks in KNOCKS.items() for knock in knocks]


def test_every_way_in_is_knocked_at() -> None:
    assert ways_in() - BY_ANOTHER == set(KNOCKS), "a new way to a party needs its knock here"


def test_nothing_but_the_calendar_knows_the_table_of_claims() -> None:
    files = [file for file in PACKAGE.rglob("*.py") if "calendar" not in file.parts]
    assert files and not [file.name for file in files if re.search(r"calendar\.(models|repository)", file.read_text())]


OPEN = [(way, knock) for way, knock in CASES if way != "place"]
"""Without `place`: a deposit that finds its time has nothing to place."""


@pytest.mark.parametrize(("way", "knock"), CASES, ids=[knock.__name__ for _, knock in CASES])
async def test_every_way_in_refuses_alike_when_the_chef_is_taken(shop: Shop, way: str, knock: Knock) -> None:
    await shop.chefs(1)
    answer = await knock(shop)
    on_the_evening = await shop.rows(
        "SELECT name, status FROM bookings WHERE event_date = :day AND event_time >= '16:00' AND status = ANY(:live)"
        " AND coalesce(hold_expires_at, 'infinity') > :now",
        day=SATURDAY,
        live=list(LIVE),
        now=shop.clock.now(),
    )
    assert [tuple(row) for row in on_the_evening] == [("The first", "confirmed")]
    assert await shop.problems() == []
    if way in NOT_ASKING_FOR_TIME:
        assert isinstance(answer, Refused) or (isinstance(answer, Booking) and answer.status == "cancelled")
        return
    assert isinstance(answer, Refused), answer
    assert answer.reason.code in ("full", "refund_or_move")
    assert answer.alternatives and all(SIX != other.time or SATURDAY != other.date for other in answer.alternatives)


@pytest.mark.parametrize(("way", "knock"), OPEN, ids=[knock.__name__ for _, knock in OPEN])
async def test_with_a_second_chef_the_same_ways_stand_open(shop: Shop, way: str, knock: Knock) -> None:
    """The refusals above come from the chef alone: nothing else is in the way."""
    await shop.chefs(2)
    answer = await knock(shop)
    if way not in NOT_ASKING_FOR_TIME:
        assert isinstance(answer, Booking | Held), answer
    assert await shop.problems() == []


async def test_a_paid_party_finds_another_time_without_a_fee(shop: Shop) -> None:
    await shop.chefs(1)
    refused = await record_deposit(shop)
    assert isinstance(refused, Refused) and refused.booking and refused.reason.code == "refund_or_move"
    assert refused.booking.deposit_paid == DEPOSIT
    assert [paid["placed"] for paid in await shop.events("DepositPaid")] == [True, False]
    other = refused.alternatives[0]
    placed = await shop.do(service.place, booking_id=refused.booking.id, day=other.date, at=other.time)
    assert isinstance(placed, Booking) and placed.status == "confirmed"
    assert (placed.event_date, placed.event_time) == (other.date, other.time)
    assert placed.reschedule_fee == 0 and placed.balance == placed.total_amount - DEPOSIT
    assert await shop.problems() == []
    twice = await shop.do(service.place, booking_id=placed.id, day=other.date, at=time(21))
    assert isinstance(twice, Refused) and twice.reason.code == "nothing_to_place"


async def test_two_parties_at_one_time_have_two_chefs_and_a_third_has_none(shop: Shop) -> None:
    one, other = [await shop.confirmed(party=Party(adults=10)) for _ in range(2)]
    assert one.chef_id != other.chef_id
    third = await shop.hold()
    assert isinstance(third, Refused) and third.reason.code == "full"
