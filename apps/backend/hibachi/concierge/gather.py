"""What is read before a model speaks: the price list, the customer's parties and hold, the newest quote, the history."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.concierge import recalled, repository, results, understanding
from hibachi.concierge.facts import Fact
from hibachi.concierge.finishing import opening
from hibachi.concierge.hearing import Hearing, text_of
from hibachi.concierge.inquiry import details_of, protein_info
from hibachi.concierge.turn import Contact, Line, Turn
from hibachi.concierge.understanding.leaning import spoken_of
from hibachi.concierge.understanding.schemas import Dialogue, Emotion
from hibachi.conversations.schemas import Conversation
from hibachi.conversations.turns.schemas import Begun, Spoken
from hibachi.customers import service as customers
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.language.names import whole_name
from hibachi.memory import service as memory
from hibachi.memory.recall.rules import RELEVANT
from hibachi.memory.recall.service import Recall, find
from hibachi.memory.rules.prompting import upcoming
from hibachi.memory.schemas import CustomerMemory
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile
from hibachi.quotes import service as quotes

HISTORY = 60


async def turn_of(
    tx: Tx,
    begun: Begun,
    hearing: Hearing | None = None,
    recall: Recall | None = None,
) -> Turn:
    """The turn that answers what waits in a conversation; without a hearing the rules read alone.

    recall: where a model is to be shown what the customer said in earlier conversations.
    """
    conversation, unanswered = begun.conversation, begun.waiting
    book = await policies.current(tx)
    stored = await repository.dialogue(tx, conversation.id)
    dialogue = Dialogue.model_validate(stored.state) if stored else Dialogue()
    contact = await _contact(tx, conversation)
    zone = dialogue.zone or book.profile.business.timezone
    lines = [_line(message) for message in begun.history]
    facts = [Fact("gathered:price_list", "price_list", {}, price_list(book.profile), at=tx.now.isoformat())]
    facts += await _parties(tx, conversation, contact)
    remembered = await memory.get_memory(tx, customer_id=conversation.customer_id) if contact.proven else None
    facts += _remembered(remembered, wall(tx.now, zone).date(), tx.now)
    facts += await _hold(tx, conversation, dialogue)
    facts += await _quote(tx, stored.quote_id if stored else None)
    new = [message.content for message in unanswered]
    heard = await hearing.of(new, conversation.channel, noun=spoken_of(dialogue)) if hearing else None
    reading = understanding.read(
        new,
        dialogue=dialogue,
        profile=book.profile,
        now=tx.now,
        zone=zone,
        channel=conversation.channel,
        facts=facts,
        heard=heard,
        moods=[Emotion(label=one.label, intensity=one.intensity) for one in begun.moods],
    )
    if recall is not None and contact.proven:
        facts += await _recalled(tx, conversation, text_of(new, conversation.channel), recall, zone)
    details = details_of(reading, book.profile)
    costs = protein_info(details, book.profile)
    if costs is not None:
        asked = {"guest_count": details.party_size, "protein_selections": details.protein_selections}
        facts.append(Fact("gathered:protein_costs", "calculate_protein_costs", asked, costs, at=tx.now.isoformat()))
    return Turn(
        conversation_id=conversation.id,
        customer_id=conversation.customer_id,
        channel=conversation.channel,
        contact=contact,
        now=tx.now,
        zone=zone,
        book=book,
        lines=lines,
        new=new,
        answers=[message.id for message in unanswered],
        dialogue=reading.dialogue,
        reading=reading,
        facts=facts,
        opening=opening(
            book.profile,
            disclosed=conversation.disclosed_at is not None,
            silent_for=_silent(lines, tx.now),
            channel=conversation.channel,
        ),
        inquiry_details=details.model_dump(),
        protein_info=costs,
        memory=remembered,
    )


def _silent(lines: list[Line], now: datetime) -> timedelta | None:
    """How long ago the machine spoke last in this conversation."""
    return next((now - line.at for line in reversed(lines) if line.role == "concierge"), None)


def price_list(profile: Profile) -> dict[str, Any]:
    """What anybody may be told: prices, menu, booking rules, policies, venue, diets. Never the owner's costs."""
    parts = {"business", "prices", "menu", "travel", "booking", "policies", "venue", "dietary"}
    return profile.model_dump(mode="json", include=parts)


async def _contact(tx: Tx, conversation: Conversation) -> Contact:
    person = await customers.get(tx, customer_id=conversation.customer_id)
    proven = bool(conversation.channel_metadata.get("proven"))
    handle = conversation.channel_metadata.get("handle")
    return Contact(whole_name(person.name), person.phone, person.email, handle, proven)


async def _parties(tx: Tx, conversation: Conversation, contact: Contact) -> list[Fact]:
    own = await bookings.of_customer(tx, customer_id=conversation.customer_id)
    if not own:
        return []
    result = {"bookings": [results.booking(row) for row in own]}
    return [Fact("gathered:customer_bookings", "customer_bookings", {}, result, at=tx.now.isoformat())]


def _remembered(known: CustomerMemory | None, today: date, now: datetime) -> list[Fact]:
    """What is remembered of the customer: its numbers and days may be said to them."""
    if known is None:
        return []
    adults, children = known.usual_party or (None, None)
    result = {
        "remembered": known.model_dump(mode="json", exclude={"important_dates"}),
        "usual_party": {"adults": adults, "children": children},
        "coming_up": [
            {"type": one.type, "name": one.name, "date": day.isoformat()} for day, one in upcoming(known, today)
        ],
    }
    return [Fact("gathered:memory", "customer_memory", {}, result, at=now.isoformat())]


async def _recalled(tx: Tx, conversation: Conversation, said: str, recall: Recall, zone: str) -> list[Fact]:
    """What the customer said in other conversations that may matter to this message: shown to a model, and quoted at most."""
    found = await find(
        tx,
        customer_id=conversation.customer_id,
        question=said,
        vector=await recall.vector(said),
        outside=conversation.id,
    )
    result = recalled.as_result(found, zone=zone, least=RELEVANT)
    return [Fact(recalled.GATHERED, recalled.TOOL, {}, result, at=tx.now.isoformat())] if result["words"] else []


async def _hold(tx: Tx, conversation: Conversation, dialogue: Dialogue) -> list[Fact]:
    """The hold that waits for the customer's yes: its day and time may be said again in every later turn."""
    if dialogue.pending is None or dialogue.pending.kind != "book":
        return []
    held = await bookings.held_of(tx, customer_id=conversation.customer_id)
    if held is None:
        return []
    return [Fact("gathered:hold", "current_hold", {}, {"hold": results.booking(held)}, at=tx.now.isoformat())]


async def _quote(tx: Tx, quote_id: UUID | None) -> list[Fact]:
    if quote_id is None:
        return []
    stored = await quotes.get(tx, quote_id=quote_id)
    return [
        Fact("gathered:quote", "calculate_party_quote", {}, results.quote(stored), at=stored.created_at.isoformat())
    ]


def _line(message: Spoken) -> Line:
    if message.role == "user":
        return Line("customer", message.content, message.created_at)
    return Line("human" if message.staff_id else "concierge", message.content, message.created_at)
