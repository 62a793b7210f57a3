"""Where leads come from beside refusals: a form of the site, and prices that nobody answered."""

from datetime import date, timedelta
from typing import Any, Literal
from uuid import UUID

import pytest

from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingConfirmed
from hibachi.concierge import repository as dialogues
from hibachi.concierge.wanting import capture_unanswered_quotes
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound
from hibachi.growth import service
from hibachi.growth.api import visitors
from hibachi.growth.errors import Unreachable
from hibachi.growth.schemas import Inquiry, Lead, LeadFilter
from hibachi.kit.db import Tx
from hibachi.quotes import service as quotes
from hibachi.quotes.schemas import Party
from tests.business import client_of
from tests.parties import Shop

FORM = {"name": "Dana Ruiz", "email": "Dana@Example.com", "date": "2026-03-20", "zip": "95112", "adults": 20}


async def ask(shop: Shop, **said: Any) -> None:
    await shop.do(service.capture_form, inquiry=Inquiry(**FORM | said))


async def all_leads(shop: Shop, **wanted: Any) -> list[Lead]:
    return (await shop.do(service.page, wanted=LeadFilter(**wanted))).leads


async def told_a_price(shop: Shop, customer_id: UUID, channel: Literal["sms", "web_chat"] = "sms") -> UUID:
    """Somebody wrote, and the concierge told them a price: the id of the quote."""

    async def tell(tx: Tx) -> UUID:
        said = Inbound(channel=channel, customer_id=customer_id, text="How much for 20?")
        thread = (await conversations.receive(tx, inbound=said)).conversation
        quote = await quotes.quote(
            tx, party=Party(adults=20), book=shop.book, event_date=date(2026, 3, 20), zip="95112"
        )
        await dialogues.save_dialogue(tx, thread.id, {}, quote.id)
        return quote.id

    return await shop.do(tell)


async def test_a_form_is_a_lead_with_its_wish_and_no_customer(shop: Shop) -> None:
    await ask(shop, words="On the patio.")
    (lead,) = await all_leads(shop)
    assert (lead.source, lead.customer_id, lead.email, lead.notes) == (
        "form",
        None,
        "dana@example.com",
        "On the patio.",
    )
    assert lead.wanted == {"event_date": "2026-03-20", "zip": "95112", "adults": 20}
    assert lead.score == 25 + 5 + 15 + 15 + 10 + 5 + 15
    assert lead.follow_up_at == shop.clock.now() + timedelta(hours=24)


async def test_the_same_address_is_the_same_lead_with_the_newest_wish(shop: Shop) -> None:
    await ask(shop)
    await ask(shop, email="dana@example.com", adults=30, phone="(510) 555-0199")
    (lead,) = await all_leads(shop)
    assert (lead.attempts, lead.wanted["adults"], lead.phone) == (2, 30, "+15105550199")
    await ask(shop, email="lee@example.com")
    assert len(await all_leads(shop)) == 2


async def test_a_form_that_nobody_could_answer_is_refused(shop: Shop) -> None:
    with pytest.raises(Unreachable):
        await ask(shop, email=None)
    assert await shop.number("leads") == 0


async def test_a_deposit_under_the_same_address_converts_the_form(shop: Shop) -> None:
    await ask(shop, phone="(510) 555-0199", email=None)
    await ask(shop, email="lee@example.com")
    party = await shop.confirmed(phone="+15105550199")
    [event] = await shop.events("BookingConfirmed")
    heard = BookingConfirmed.model_validate(event)
    for _ in range(2):
        await shop.do(service.convert_visitor, event=heard)
    by_phone = {lead.phone: lead for lead in await all_leads(shop)}
    assert (by_phone["+15105550199"].status, by_phone["+15105550199"].booking_id) == ("converted", party.id)
    assert by_phone[None].status == "new"
    assert len(await shop.events("LeadConverted")) == 1


async def test_a_price_that_nobody_answers_is_a_lead_once(shop: Shop) -> None:
    customer = await shop.customer(name="Dana Ruiz")
    quote_id = await told_a_price(shop, customer)
    shop.later(hours=23)
    await capture_unanswered_quotes(shop.db)
    assert await all_leads(shop) == [], "the owner's first follow-up is after 24 hours"
    shop.later(hours=2)
    for _ in range(2):
        await capture_unanswered_quotes(shop.db)
    (lead,) = await all_leads(shop)
    assert (lead.source, lead.customer_id, lead.quote_id, lead.attempts) == ("quote", customer, quote_id, 1)
    assert lead.wanted == {"event_date": "2026-03-20", "zip": "95112", "adults": 20, "children": 0, "toddlers": 0}
    await shop.do(service.mark_lost, lead_id=lead.id, reason="no answer")
    await capture_unanswered_quotes(shop.db)
    assert len(await all_leads(shop)) == 1, "a lead that was given up is not made again by its old price"


async def test_each_of_two_open_prices_is_a_wish_once(shop: Shop) -> None:
    """On two channels, and once more on one of them: however often the clock looks, nobody wished more than they did."""
    customer = await shop.customer(name="Dana Ruiz")
    earlier, later = await told_a_price(shop, customer), await told_a_price(shop, customer, "web_chat")
    shop.later(hours=25)
    for _ in range(4):
        await capture_unanswered_quotes(shop.db)
        shop.later(hours=1)
    (lead,) = await all_leads(shop)
    assert lead.attempts == 2 and lead.quote_id in (earlier, later)
    await shop.do(service.mark_lost, lead_id=lead.id, reason="no answer")
    await capture_unanswered_quotes(shop.db)
    assert [one.id for one in await all_leads(shop)] == [lead.id], "neither price makes a given-up lead again"


async def test_who_booked_is_no_lead_of_a_quote(shop: Shop) -> None:
    customer = await shop.customer()
    await told_a_price(shop, customer)
    await shop.pending(customer, day=date(2026, 3, 20))
    shop.later(hours=25)
    await shop.pay((await shop.do(bookings.of_customer, customer_id=customer))[0].id)
    await capture_unanswered_quotes(shop.db)
    assert await all_leads(shop) == []


async def test_leads_are_found_by_state_heat_and_words(shop: Shop) -> None:
    await ask(shop)
    await ask(shop, name="Lee 100%", email="lee@example.com", date=None, adults=None, zip=None)
    assert [lead.name for lead in await all_leads(shop, hot=True)] == ["Dana Ruiz"]
    assert [lead.name for lead in await all_leads(shop, q="100%")] == ["Lee 100%"]
    assert [lead.name for lead in await all_leads(shop, q="DANA@")] == ["Dana Ruiz"]
    await shop.do(service.mark_lost, lead_id=(await all_leads(shop, q="lee"))[0].id, reason="moved away")
    assert [lead.name for lead in await all_leads(shop, open=True)] == ["Dana Ruiz"]


async def test_the_form_over_http_is_limited_by_network_and_person(shop: Shop) -> None:
    seen: list[tuple[str, str]] = []

    async def allowed(tx: Tx, *, name: str, most: int, seconds: int, whom: str) -> bool:
        seen.append((name, whom))
        return whom != "flood@example.com"

    async with client_of(shop.db, visitors, allowed=allowed) as client:
        taken = await client.post("/api/v1/leads", json=FORM)
        assert (taken.status_code, taken.json()) == (201, {"taken": True})
        flood = await client.post("/api/v1/leads", json=FORM | {"email": "Flood@example.com"})
        assert (flood.status_code, flood.json()["code"]) == (429, "too_many_requests")
        bad = await client.post("/api/v1/leads", json=FORM | {"adults": 0})
        assert bad.status_code == 422
    assert seen[:2] == [("lead_network", "127.0.0.1"), ("lead_person", "dana@example.com")]
    assert await shop.number("leads") == 1
