"""Two customers turn out to be one person: parties and leads follow, and nobody has two holds."""

from uuid import UUID

import pytest

from hibachi.bookings import service
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged
from hibachi.customers.schemas import Contact
from hibachi.growth import service as growth
from hibachi.growth.schemas import NewLead
from hibachi.kit.ids import new_id
from tests.parties import Shop


@pytest.fixture
def listening(shop: Shop) -> Shop:
    """The shop, heard by parties and leads."""
    shop.db.bus.listen_inside(CustomersMerged, service.on_customers_merged)
    for event, listener in growth.listeners():
        shop.db.bus.listen_inside(event, listener)
    return shop


async def two(shop: Shop) -> tuple[UUID, UUID, str, str]:
    """Two people, one by telephone and one by e-mail."""
    phone, email = "+15105550777", f"{new_id()}@example.com"
    one = await shop.do(customers.resolve, contact=Contact(channel="sms", phone=phone), proven=True)
    other = await shop.do(customers.resolve, contact=Contact(channel="email", email=email), proven=True)
    return one.id, other.id, phone, email


async def merge(shop: Shop, phone: str, email: str) -> UUID:
    """A contact proves both addresses."""
    both = Contact(channel="email", phone=phone, email=email)
    return (await shop.do(customers.resolve, contact=both, proven=True)).id


async def test_parties_follow_the_person(listening: Shop) -> None:
    one, other, phone, email = await two(listening)
    first, second = await listening.confirmed(one), await listening.confirmed(other)
    kept = await merge(listening, phone, email)
    mine = await listening.do(service.of_customer, customer_id=kept)
    assert {party.id for party in mine} == {first.id, second.id}
    gone = other if kept == one else one
    assert await listening.do(service.of_customer, customer_id=gone) == []
    assert await listening.problems() == []


async def test_of_two_holds_one_stays(listening: Shop) -> None:
    one, other, phone, email = await two(listening)
    first = await listening.held(one)
    listening.later(minutes=1)
    newest = await listening.held(other)
    kept = await merge(listening, phone, email)
    left = await listening.do(service.held_of, customer_id=kept)
    assert left is not None and left.id == newest.booking.id
    assert (await listening.get(first.booking.id)).cancelled_reason == "hold_replaced"
    assert await listening.do(service.of_customer, customer_id=kept) == [], "it was no booking"
    assert await listening.number("claims WHERE released_at IS NULL") == 1 and await listening.problems() == []


async def test_of_two_open_leads_one_stays_with_both_wishes(listening: Shop) -> None:
    one, other, phone, email = await two(listening)
    for customer, wish in ((one, {"adults": 20}), (other, {"zip": "95112"})):
        await listening.do(growth.create_lead, new=NewLead(customer_id=customer, wanted=wish))
    kept = await merge(listening, phone, email)
    (lead,) = await listening.do(growth.of_customer, customer_id=kept)
    assert (lead.status, lead.wanted, lead.attempts) == ("new", {"adults": 20, "zip": "95112"}, 2)


async def test_a_single_hold_and_a_single_lead_just_follow(listening: Shop) -> None:
    one, other, phone, email = await two(listening)
    held = await listening.held(other)
    await listening.do(growth.create_lead, new=NewLead(customer_id=other))
    kept = await merge(listening, phone, email)
    left = await listening.do(service.held_of, customer_id=kept)
    assert left is not None and left.id == held.booking.id and left.status == "held"
    assert [lead.status for lead in await listening.do(growth.of_customer, customer_id=kept)] == ["new"]
    assert one != other
