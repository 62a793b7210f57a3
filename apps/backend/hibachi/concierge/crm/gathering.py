"""What a note is written of, read in one transaction, and the facts that its words may rest on."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking
from hibachi.concierge import repository, results
from hibachi.concierge.crm.rules import Known
from hibachi.concierge.facts import Fact
from hibachi.concierge.gather import price_list
from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile
from hibachi.quotes import service as quotes

READ = 200
"""So many of the newest messages are read for a note."""


async def known_of(tx: Tx, conversation_id: UUID) -> Known:
    """A conversation as it is now, with all that it led to. Raises NoSuchConversation."""
    profile = (await policies.current(tx)).profile
    thread = await conversations.get(tx, conversation_id=conversation_id)
    stored = await repository.dialogue(tx, conversation_id)
    told = Dialogue.model_validate(stored.state) if stored else Dialogue()
    zone = told.zone or profile.business.timezone
    own = await bookings.of_customer(tx, customer_id=thread.customer_id)
    return Known(
        thread=thread,
        person=await customers.get(tx, customer_id=thread.customer_id),
        messages=await conversations.history(tx, conversation_id=conversation_id, limit=READ),
        dialogue=told,
        counts=counts_of(told.party, bands_of(profile)),
        quote=await quotes.get(tx, quote_id=stored.quote_id) if stored and stored.quote_id else None,
        made=await _made(tx, conversation_id, own),
        own=[one for one in own if one.status != "held"],
        opted_out=await conversations.is_opted_out(tx, customer_id=thread.customer_id, channel=thread.channel),
        drafted=await conversations.pending_draft(tx, conversation_id=conversation_id) is not None,
        zone=zone,
        now=tx.now,
        today=wall(tx.now, zone).date(),
        answered=told.answered,
    )


async def _made(tx: Tx, conversation_id: UUID, own: list[Booking]) -> list[Booking]:
    """The parties that this conversation made or changed, in the order of its deeds, each once."""
    by_id = {one.id: one for one in own}
    order = dict.fromkeys(deed.booking_id for deed in await repository.deeds(tx, conversation_id))
    return [by_id[booking_id] for booking_id in order if booking_id in by_id]


def with_due(known: Known, due: Any) -> Known:
    """The same, once it is known when the lead is asked again."""
    return replace(known, lead_due=due)


async def facts_of(tx: Tx, known: Known, profile: Profile) -> list[Fact]:
    """What the words may rest on: the price list, what the tools said in this conversation, its quote and parties."""
    at = tx.now.isoformat()
    calls = await repository.calls_of(tx, known.thread.id)
    facts = [Fact("house:price_list", "price_list", {}, price_list(profile), at)]
    facts += [Fact(f"{one.inbound_id}:{one.number}", one.name, one.arguments, one.result, at) for one in calls]
    if known.quote is not None:
        facts.append(Fact("gathered:quote", "calculate_party_quote", {}, results.quote(known.quote), at))
    parties = {"bookings": [results.booking(one) for one in known.own]}
    told = {"conversation": _told(known), "handed_over": known.thread.escalated_to_human}
    return [
        *facts,
        Fact("gathered:customer_bookings", "customer_bookings", {}, parties, at),
        Fact("crm:told", "told", {}, told, at),
    ]


def _told(known: Known) -> dict[str, Any]:
    """The state of the conversation, as it was understood and stored."""
    said, party = known.dialogue, known.counts
    written = {wall(one.created_at, known.zone).date().isoformat() for one in known.heard}
    waiting = sum(1 for one in known.heard if one.answered_by is None)
    return {
        "dates": [one.isoformat() for one in said.dates],
        "time": said.time.strftime("%H:%M") if said.time else None,
        "zip": said.zip,
        "party": {"adults": party.adults, "children": party.children, "toddlers": party.toddlers} if party else None,
        "written_on": sorted(written),
        "messages_waiting": waiting,
        "owed": [f"{one.balance // 100}.{one.balance % 100:02d}" for one in known.made],
    }
