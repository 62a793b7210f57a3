"""Occasions that unanswered prices and unmet wishes give. They end when the customer answers, books or declines."""

from collections.abc import Sequence
from datetime import date, datetime

from hibachi.bookings import service as bookings
from hibachi.concierge import service as concierge
from hibachi.concierge.service import Quoted
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Message
from hibachi.customers import service as customers
from hibachi.growth import service as growth
from hibachi.growth.schemas import FollowUp, Lead, LeadFilter
from hibachi.journeys import repository, rules, wording
from hibachi.journeys.rules import Occasion
from hibachi.journeys.saying import Content, Said, Stopped, fact
from hibachi.journeys.wording import Wish
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.language.declining import declines
from hibachi.policies import service as policies
from hibachi.quotes import service as quotes
from hibachi.quotes.schemas import Quote

ENDED = ("deposit_pending", "confirmed", "completed")
OPEN = ("new", "contacted", "qualified")
OF_CUSTOMERS = ("refused_booking", "conversation")
"""Leads that a customer made themselves; what staff noted down is followed up by staff."""


async def quotes_planned(tx: Tx, *, until: datetime) -> list[Occasion]:
    """The follow-ups of every price that was told in a conversation without a party since."""
    profile = (await policies.current(tx)).profile
    hours = [step.after_hours for step in profile.follow_ups.quote_without_booking]
    if not hours:
        return []
    first = tx.now - rules.LOOKED_BACK - max(hours) * rules.HOUR
    told = await concierge.quoted(tx, start=first, end=until - min(hours) * rules.HOUR)
    return [one for quoted in told if not quoted.booked for one in await _of_quote(tx, quoted)]


async def _of_quote(tx: Tx, quoted: Quoted) -> list[Occasion]:
    profile = (await policies.current(tx)).profile
    thread = await conversations.get(tx, conversation_id=quoted.conversation_id)
    stored = await quotes.get(tx, quote_id=quoted.quote_id)
    return rules.of_quote(
        profile.follow_ups,
        quote_id=quoted.quote_id,
        conversation_id=quoted.conversation_id,
        customer_id=thread.customer_id,
        made=stored.created_at,
        silent_since=quoted.at,
        zone=profile.business.timezone,
    )


async def quote_again(tx: Tx, occasion: Occasion) -> Occasion | None:
    """The same follow-up as things are now; None when a party was made, or they went on talking."""
    assert occasion.conversation_id is not None, "a price was told somewhere"
    quoted = await concierge.quoted_in(tx, conversation_id=occasion.conversation_id)
    if quoted is None or quoted.booked or quoted.quote_id != occasion.subject:
        return None
    heard = await conversations.last_heard(tx, customer_id=occasion.customer_id)
    if heard is not None and heard.created_at > quoted.at:
        return None
    return next((one for one in await _of_quote(tx, quoted) if one.key == occasion.key), None)


async def quote_content(tx: Tx, occasion: Occasion) -> Content:
    """What is asked about a price: it is named only while a new quote would be the same."""
    stored = await quotes.get(tx, quote_id=occasion.subject)
    book = await policies.current(tx)
    if why := await _why_stopped(tx, occasion, since=stored.created_at, day=stored.event_date):
        return Stopped(why)
    holds = stored.policy_version == book.version and stored.travel_included and stored.total is not None
    person = await customers.get(tx, customer_id=occasion.customer_id)
    wish = Wish(person.first_name, stored.party.guests, stored.event_date, stored.total if holds else None)
    steps = [step.after_hours for step in book.profile.follow_ups.quote_without_booking]
    words = wording.quote_follow_up(wish, is_last=len(steps) > 1 and occasion.step == f"{max(steps)}h")
    return Said(words, (fact(tx, "quote", "calculate_party_quote", _as_read(stored)),))


def _as_read(stored: Quote) -> dict[str, object]:
    return stored.model_dump(mode="json", exclude={"id", "certificate", "sentences"})


async def leads_planned(tx: Tx, *, until: datetime) -> list[Occasion]:
    """The next follow-up of every wish that could not be met."""
    zone = (await policies.current(tx)).profile.business.timezone
    found = (await growth.page(tx, wanted=LeadFilter(due=True, limit=200))).leads
    return [one for lead in found if (one := _of_lead(lead, zone)) is not None and one.due <= until]


def _of_lead(lead: Lead, zone: str) -> Occasion | None:
    if lead.customer_id is None or lead.follow_up_at is None or lead.source not in OF_CUSTOMERS:
        return None
    if lead.status not in OPEN:
        return None
    return rules.of_lead(
        lead_id=lead.id,
        customer_id=lead.customer_id,
        due=lead.follow_up_at,
        done=lead.follow_ups,
        made=lead.created_at,
        zone=zone,
    )


async def lead_again(tx: Tx, occasion: Occasion) -> Occasion | None:
    """The same follow-up of the lead as it is now; None when it was converted, lost or followed up meanwhile."""
    zone = (await policies.current(tx)).profile.business.timezone
    found = _of_lead(await growth.get(tx, lead_id=occasion.subject), zone)
    return found if found is not None and found.key == occasion.key else None


async def lead_content(tx: Tx, occasion: Occasion) -> Content:
    """What is asked about a wish; nothing where a price of the same days is followed up already."""
    lead = await growth.get(tx, lead_id=occasion.subject)
    said = await repository.said_since(
        tx, [occasion.customer_id], ["quote_follow_up"], since=lead.created_at - rules.DAY
    )
    if said:
        return Stopped("followed_up")
    day = date.fromisoformat(str(lead.wanted["event_date"])) if lead.wanted.get("event_date") else None
    if why := await _why_stopped(tx, occasion, since=lead.created_at, day=day):
        return Stopped(why)
    person = await customers.get(tx, customer_id=occasion.customer_id)
    read = {"date": day.isoformat()} if day else {}
    return Said(wording.lead_follow_up(Wish(person.first_name, day=day)), (fact(tx, "lead", "read_lead", read),))


async def note_said(tx: Tx, occasion: Occasion) -> None:
    """Note at the lead of a wish or price that it was followed up; one that was closed meanwhile stays closed."""
    if occasion.kind not in ("lead_follow_up", "quote_follow_up"):
        return
    for lead in await growth.of_customer(tx, customer_id=occasion.customer_id):
        if occasion.subject in (lead.id, lead.quote_id) and lead.status in OPEN:
            await growth.follow_up(tx, lead_id=lead.id, done=FollowUp())


async def _why_stopped(tx: Tx, occasion: Occasion, *, since: datetime, day: date | None) -> str | None:
    """Why nobody is asked any more: they answered a follow-up, have a party, said no, or the day is over."""
    if day is not None and day <= wall(tx.now, occasion.zone).date():
        return "day_over"
    parties = await bookings.of_customer(tx, customer_id=occasion.customer_id)
    if any(party.status in ENDED and party.created_at >= since for party in parties):
        return "booked"
    heard = await conversations.last_heard(tx, customer_id=occasion.customer_id)
    said = await repository.said_about(tx, occasion.subject)
    return _answered(heard, [row.updated_at for row in said])


def _answered(heard: Message | None, said: Sequence[datetime]) -> str | None:
    if heard is None:
        return None
    if declines(heard.content):
        return "declined"
    return "answered" if said and heard.created_at > said[-1] else None
