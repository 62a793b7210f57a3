"""What a conversation led to, read back from the tables (the sandbox's answers and staff's view)."""

from typing import Any
from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking
from hibachi.concierge import repository, results
from hibachi.concierge.doors import Decided
from hibachi.concierge.schemas import Amount, TracedAnswer, TracedReply
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Conversation, Message
from hibachi.kit import lazy_re as re
from hibachi.kit.db import Tx
from hibachi.quotes import service as quotes

MONEY = re.compile(r"\d+\.\d{2}")


async def customer_of(tx: Tx, conversation_id: UUID) -> UUID:
    """Whose conversation it is."""
    return (await conversations.get(tx, conversation_id=conversation_id)).customer_id


async def outcome(tx: Tx, conversation_id: UUID) -> dict[str, Any]:
    """The newest quote, the newest party made or changed, every party of the customer, hand-over and opt-out."""
    conversation = await conversations.get(tx, conversation_id=conversation_id)
    own = [row for row in await bookings.of_customer(tx, customer_id=conversation.customer_id) if row.status != "held"]
    deeds = await repository.deeds(tx, conversation_id)
    newest = next((row for row in own if deeds and row.id == deeds[-1].booking_id), None)
    opted_out = await conversations.is_opted_out(tx, customer_id=conversation.customer_id, channel=conversation.channel)
    return {
        "quote": await _quote(tx, conversation_id),
        "booking": _party(newest) if newest else None,
        "bookings": [_party(row) for row in own],
        "escalation": _escalation(conversation),
        "opted_out": opted_out,
    }


async def _quote(tx: Tx, conversation_id: UUID) -> dict[str, Any] | None:
    stored = await repository.dialogue(tx, conversation_id)
    if stored is None or stored.quote_id is None:
        return None
    shown = results.quote(await quotes.get(tx, quote_id=stored.quote_id))
    party, travel = shown["party"], shown.get("travel") or {}
    extra = party.get("extra_proteins") or {}
    return {**shown, **party, "extra_proteins": sum(extra.values()), "travel_miles": travel.get("miles")}


def _party(row: Booking) -> dict[str, Any]:
    return results.booking(row)


def _escalation(conversation: Conversation) -> dict[str, str] | None:
    if not conversation.escalated_to_human or conversation.escalation_reason is None:
        return None
    return {"reason": conversation.escalation_reason, "summary": conversation.escalation_summary or ""}


async def traced(tx: Tx, decided: Decided) -> TracedAnswer:
    """A decided message with all that its reply rests on."""
    reply = decided.reply
    interaction = await repository.interaction_of(tx, reply.id) if reply else None
    return TracedAnswer(
        conversation_id=decided.conversation.id,
        message_id=decided.message_id,
        speaker="human" if decided.conversation.status == "escalated" else "ai",
        reply=TracedReply(text=reply.content, amounts=_amounts(reply)) if reply else None,
        intent=interaction.intent if interaction else None,
        agent=interaction.agent if interaction else None,
        emotion=interaction.emotion if interaction else None,
        tools=reply.meta.get("tools", []) if reply else [],
        escalation=_escalation(decided.conversation),
    )


def _amounts(reply: Message) -> list[Amount]:
    """The amounts that the reply says, each with the tool and the field that it traces to."""
    tools = {tool["id"]: tool for tool in reply.meta.get("tools", [])}
    found = []
    for trace in reply.facts or []:
        tool = tools.get(trace["fact_id"])
        value = _field(tool["result"], trace["path"]) if tool else None
        if tool and isinstance(value, str) and MONEY.fullmatch(value):
            found.append(Amount(value=value, source=f"{tool['name']}:{trace['path']}"))
    return found


def _field(result: Any, path: str) -> Any:
    """The value at a dotted path; a key may hold dots itself, as those of business_facts do."""
    if not path:
        return result
    if isinstance(result, list):
        at, _, rest = path.partition(".")
        return _field(result[int(at)], rest) if at.isdigit() and int(at) < len(result) else None
    if not isinstance(result, dict):
        return None
    keys = (key for key in result if path == key or path.startswith(f"{key}."))
    found = (_field(result[key], path[len(key) + 1 :]) for key in keys)
    return next((value for value in found if value is not None), None)
