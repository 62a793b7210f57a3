"""Leads: captured in the refusal's own transaction, followed up, converted by a party."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx2 import AsyncClient

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking, Refused
from hibachi.customers.errors import InvalidEmail, InvalidPhone
from hibachi.growth import rules, service
from hibachi.growth.api import router
from hibachi.growth.errors import LeadClosed, UnknownLead, Unreachable
from hibachi.growth.schemas import FollowUp, Lead, LeadFilter, NewLead
from hibachi.kit.errors import NotFound
from hibachi.kit.ids import new_id
from tests.business import client_of
from tests.parties import OLGA, Shop

TOO_SOON = date(2026, 3, 5)
STAFF = {"Authorization": "leads:read leads:write"}


@pytest.fixture
def listening(shop: Shop) -> Shop:
    """The shop with growth listening, as the process composes it."""
    for event, listener in service.listeners():
        shop.db.bus.listen_inside(event, listener)
    return shop


async def made(shop: Shop, **said: Any) -> Lead:
    return await shop.do(service.create_lead, actor=OLGA, new=NewLead(**{"phone": "+15105550199"} | said))


async def followed(shop: Shop, lead: Lead, **said: Any) -> Lead:
    return await shop.do(service.follow_up, actor=OLGA, lead_id=lead.id, done=FollowUp(**said))


async def leads(shop: Shop, customer_id: UUID) -> list[Lead]:
    return await shop.do(service.of_customer, customer_id=customer_id)


async def refused(shop: Shop, customer_id: UUID, **said: Any) -> Refused:
    answer = await shop.hold(customer_id, day=said.pop("day", TOO_SOON), **said)
    assert isinstance(answer, Refused)
    return answer


async def test_create_lead(shop: Shop) -> None:
    lead = await made(shop, name="Dana Ruiz", wanted={"adults": 20}, notes="called at noon")
    assert (lead.status, lead.source, lead.phone, lead.wanted) == ("new", "staff", "+15105550199", {"adults": 20})
    assert await shop.do(service.get, lead_id=lead.id) == lead
    assert (await shop.audits("lead_create"))[0]["status"] == {"old": None, "new": "new"}


@pytest.mark.parametrize(("said", "error"), [({"phone": "12"}, InvalidPhone), ({"email": "nobody"}, InvalidEmail)])
async def test_a_lead_has_contacts_that_can_be_used(shop: Shop, said: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        await made(shop, **said)
    assert await shop.number("leads") == 0


async def test_contacts_are_spelt_as_everywhere(shop: Shop) -> None:
    lead = await made(shop, phone="(510) 555-0199", email="Dana@Example.com")
    assert (lead.phone, lead.email) == ("+15105550199", "dana@example.com")


async def test_a_lead_that_nobody_could_answer_is_none(shop: Shop) -> None:
    with pytest.raises(Unreachable):
        await made(shop, phone=None, name="Dana")


async def test_a_lead_of_an_unknown_customer_is_refused(shop: Shop) -> None:
    with pytest.raises(NotFound):
        await made(shop, customer_id=new_id())


async def test_two_strangers_without_a_customer_are_two_leads(shop: Shop) -> None:
    await made(shop)
    await made(shop)
    assert await shop.number("leads") == 2


async def test_a_customer_has_one_open_lead(shop: Shop) -> None:
    customer = await shop.customer()
    first = await made(shop, customer_id=customer, name="Dana", wanted={"adults": 20, "zip": "95112"})
    second = await made(shop, customer_id=customer, phone=None, email="dana@example.com", wanted={"adults": 25})
    assert second.id == first.id and second.attempts == 2
    assert second.wanted == {"adults": 25, "zip": "95112"}
    assert (second.name, second.phone, second.email) == ("Dana", "+15105550199", "dana@example.com")


async def test_failed_booking_capture(listening: Shop) -> None:
    customer = await listening.customer()
    answer = await refused(listening, customer, event_type="birthday")
    (lead,) = await leads(listening, customer)
    assert (lead.status, lead.source, lead.reason) == ("new", "refused_booking", "too_soon")
    assert lead.wanted == {
        "event_date": "2026-03-05", "event_time": "18:00", "zip": "95112", "adults": 12,
        "children": 0, "toddlers": 0, "event_type": "birthday",
    }  # fmt: skip
    assert lead.name == "Dana Ruiz" and answer.alternatives
    assert await listening.number("bookings") == 0, "the booking failed, the lead stays"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"day": date(2026, 3, 1)}, "past"),
        ({"day": date(2029, 1, 1)}, "too_far_ahead"),
        ({"day": date(2026, 3, 14), "at": time(17)}, "not_a_slot"),
        ({"day": date(2026, 3, 14), "zip": "96101"}, "needs_human"),
    ],
)
async def test_every_refusal_is_a_lead_with_its_reason(listening: Shop, said: dict[str, Any], code: str) -> None:
    customer = await listening.customer()
    await refused(listening, customer, **said)
    assert [lead.reason for lead in await leads(listening, customer)] == [code]


async def test_a_full_evening_gives_every_loser_a_lead(listening: Shop) -> None:
    await listening.chefs(1)
    await listening.confirmed()
    for _ in range(3):
        customer = await listening.customer()
        await refused(listening, customer, day=date(2026, 3, 14))
        assert [lead.reason for lead in await leads(listening, customer)] == ["full"]


async def test_a_customer_who_is_refused_again_has_the_newest_wish_in_one_lead(listening: Shop) -> None:
    customer = await listening.customer()
    await refused(listening, customer)
    await refused(listening, customer, at=time(21))
    (lead,) = await leads(listening, customer)
    assert lead.attempts == 2 and lead.wanted["event_time"] == "21:00"
    assert len(await listening.events("LeadCaptured")) == 1


async def test_a_time_that_was_lost_while_held_is_a_lead_too(listening: Shop) -> None:
    await listening.chefs(1)
    customer = await listening.customer()
    held = await listening.held(customer)
    listening.later(hours=2)
    await listening.confirmed()
    assert isinstance(await listening.do(bookings.accept, token=held.token), Refused)
    assert [lead.reason for lead in await leads(listening, customer)] == ["full"]


async def test_a_transaction_that_fails_leaves_no_lead(listening: Shop) -> None:
    wish = await listening.wish(day=TOO_SOON)
    with pytest.raises(ZeroDivisionError):
        async with listening.db.transaction() as tx:
            await bookings.hold(tx, request=wish)
            raise ZeroDivisionError
    assert await listening.number("leads") == 0


async def test_a_booking_that_works_is_no_lead(listening: Shop) -> None:
    await listening.confirmed()
    assert await listening.number("leads") == 0


async def test_lead_followup(shop: Shop) -> None:
    lead = await made(shop)
    assert lead.follow_up_at == shop.clock.now() + timedelta(hours=24)
    shop.later(hours=24)
    once = await followed(shop, lead, notes="left a message")
    assert (once.status, once.follow_ups, once.last_contact_at) == ("contacted", 1, shop.clock.now())
    assert once.follow_up_at == shop.clock.now() + timedelta(hours=72) and once.notes == "left a message"
    twice = await followed(shop, lead)
    assert (twice.follow_ups, twice.follow_up_at, twice.notes) == (2, None, "left a message")
    assert len(await shop.audits("lead_follow_up")) == 2


async def test_the_owner_says_how_often_is_asked_again(shop: Shop) -> None:
    await shop.change_policy(follow_ups={"quote_without_booking": [{"after_hours": 5}]})
    lead = await made(shop)
    assert lead.follow_up_at == shop.clock.now() + timedelta(hours=5)
    assert (await followed(shop, lead)).follow_up_at is None


async def test_staff_may_say_when_to_ask_again(shop: Shop) -> None:
    again = datetime(2026, 5, 1, 17, tzinfo=UTC)
    lead = await followed(shop, await made(shop), again_at=again)
    assert lead.follow_up_at == again


async def test_a_qualified_lead_stays_qualified(shop: Shop) -> None:
    lead = await followed(shop, await made(shop), status="qualified")
    assert lead.status == "qualified" and (await followed(shop, lead)).status == "qualified"


async def test_leads_that_are_due_are_found(shop: Shop) -> None:
    fresh = await made(shop)
    waiting = await followed(shop, await made(shop))
    due = LeadFilter(due=True)
    assert [lead.id for lead in (await shop.do(service.page, wanted=due)).leads] == [fresh.id]
    shop.later(hours=72)
    assert {lead.id for lead in (await shop.do(service.page, wanted=due)).leads} == {fresh.id, waiting.id}


async def test_lead_conversion(listening: Shop) -> None:
    customer = await listening.customer()
    await refused(listening, customer)
    booking = await listening.pending(customer)
    (lead,) = await leads(listening, customer)
    assert (lead.status, lead.booking_id, lead.follow_up_at) == ("converted", booking.id, None)
    assert lead.converted_at == listening.clock.now()
    assert [event["booking_id"] for event in await listening.events("LeadConverted")] == [str(booking.id)]


async def test_a_hold_without_a_yes_converts_nothing(listening: Shop) -> None:
    customer = await listening.customer()
    await refused(listening, customer)
    await listening.held(customer)
    assert [lead.status for lead in await leads(listening, customer)] == ["new"]


async def test_a_lead_converts_once(listening: Shop) -> None:
    customer = await listening.customer()
    await refused(listening, customer)
    booking = await listening.confirmed(customer)
    await listening.confirmed(customer, at=time(12))
    (lead,) = await leads(listening, customer)
    assert lead.booking_id == booking.id and len(await listening.events("LeadConverted")) == 1


async def test_an_imported_party_converts_too(listening: Shop) -> None:
    customer = await listening.customer()
    await refused(listening, customer)
    booking = await listening.imported(customer_id=customer)
    assert isinstance(booking, Booking)
    assert [lead.booking_id for lead in await leads(listening, customer)] == [booking.id]


async def test_a_contacted_lead_converts(listening: Shop) -> None:
    customer = await listening.customer()
    await refused(listening, customer)
    await followed(listening, (await leads(listening, customer))[0], status="qualified")
    await listening.pending(customer)
    assert [lead.status for lead in await leads(listening, customer)] == ["converted"]


async def test_somebody_elses_booking_converts_nothing(listening: Shop) -> None:
    customer = await listening.customer()
    await refused(listening, customer)
    await listening.pending()
    assert [lead.status for lead in await leads(listening, customer)] == ["new"]


async def test_after_a_conversion_a_new_wish_is_a_new_lead(listening: Shop) -> None:
    customer = await listening.customer()
    await refused(listening, customer)
    await listening.pending(customer)
    await refused(listening, customer)
    assert [lead.status for lead in await leads(listening, customer)] == ["converted", "new"]


async def test_a_lead_can_be_given_up(shop: Shop) -> None:
    lead = await shop.do(service.mark_lost, actor=OLGA, lead_id=(await made(shop)).id, reason="booked elsewhere")
    assert (lead.status, lead.lost_reason, lead.follow_up_at) == ("lost", "booked elsewhere", None)
    assert (await shop.audits("lead_lost"))[0]["status"] == {"old": "new", "new": "lost"}


async def test_closed_leads_stay_closed(shop: Shop) -> None:
    lead = await shop.do(service.mark_lost, lead_id=(await made(shop)).id, reason="no answer")
    with pytest.raises(LeadClosed):
        await followed(shop, lead)
    with pytest.raises(LeadClosed):
        await shop.do(service.mark_lost, lead_id=lead.id, reason="again")
    assert (await shop.do(service.get, lead_id=lead.id)).follow_ups == 0


async def test_nobody_finds_a_lead_that_is_not_there(shop: Shop) -> None:
    calls: list[tuple[Any, dict[str, Any]]] = [
        (service.get, {}),
        (service.follow_up, {"done": FollowUp()}),
        (service.mark_lost, {"reason": "x"}),
    ]
    for verb, said in calls:
        with pytest.raises(UnknownLead):
            await shop.do(verb, lead_id=new_id(), **said)


async def test_the_share_of_leads_that_became_parties(listening: Shop) -> None:
    start = listening.clock.now()
    people = [await listening.customer() for _ in range(4)]
    for customer in people:
        await refused(listening, customer)
    await listening.pending(people[0])
    span: dict[str, Any] = {"start": start, "end": start + timedelta(hours=1)}
    told = await listening.do(service.conversion, **span)
    assert (told.leads, told.converted, told.rate) == (4, 1, 0.25)
    assert told.by_status == {"new": 3, "converted": 1}
    empty = await listening.do(service.conversion, start=start - timedelta(days=1), end=start)
    assert (empty.leads, empty.rate) == (0, None)


@pytest.mark.parametrize(
    ("present", "reached", "expected"),
    [
        ("new", "contacted", "contacted"),
        ("qualified", "contacted", "qualified"),
        ("contacted", "qualified", "qualified"),
    ],
)
def test_a_lead_only_goes_forward(present: str, reached: str, expected: str) -> None:
    assert rules.advanced(present, reached) == expected


async def test_leads_are_paged_newest_first(shop: Shop) -> None:
    made_ids = [(await made(shop)).id for _ in range(3)]
    first = await shop.do(service.page, wanted=LeadFilter(limit=2))
    assert [lead.id for lead in first.leads] == made_ids[:0:-1]
    rest = await shop.do(service.page, wanted=LeadFilter(limit=2, before=first.next, source="staff", status="new"))
    assert [lead.id for lead in rest.leads] == made_ids[:1] and rest.next is None


async def client_answers(client: AsyncClient) -> dict[str, int]:
    """What the routes of leads say to a member of staff, one after the other."""
    made_lead = await client.post("/api/v1/admin/leads", json={"phone": "+15105550199"}, headers=STAFF)
    place = f"/api/v1/admin/leads/{made_lead.json()['id']}"
    span: dict[str, Any] = {"start": "2026-03-04T00:00:00Z", "end": "2026-03-05T00:00:00Z"}
    answers = {
        "made": made_lead,
        "listed": await client.get("/api/v1/admin/leads", headers=STAFF),
        "read": await client.get(place, headers=STAFF),
        "followed": await client.post(f"{place}/follow-up", json={"status": "qualified"}, headers=STAFF),
        "lost": await client.post(f"{place}/lost", json={"reason": "no answer"}, headers=STAFF),
        "closed": await client.post(f"{place}/lost", json={"reason": "no answer"}, headers=STAFF),
        "unreachable": await client.post("/api/v1/admin/leads", json={"name": "Dana"}, headers=STAFF),
        "strange": await client.post("/api/v1/admin/leads", json={"why": "?"}, headers=STAFF),
        "unknown": await client.get(f"/api/v1/admin/leads/{new_id()}", headers=STAFF),
        "conversion": await client.get("/api/v1/admin/leads/conversion", params=span, headers=STAFF),
        "no range": await client.get("/api/v1/admin/leads/conversion", headers=STAFF),
        "nobody": await client.get("/api/v1/admin/leads"),
        "other": await client.get("/api/v1/admin/leads", headers={"Authorization": "bookings:read"}),
    }
    return {name: answer.status_code for name, answer in answers.items()}


async def test_staff_work_on_leads_over_http(shop: Shop) -> None:
    async with client_of(shop.db, router) as client:
        assert await client_answers(client) == {
            "made": 201, "listed": 200, "read": 200, "followed": 200, "lost": 200, "closed": 409, "unreachable": 422,
            "strange": 422, "unknown": 404, "conversion": 200, "no range": 422, "nobody": 401, "other": 403,
        }  # fmt: skip
