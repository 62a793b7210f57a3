"""What becomes of passages: found, used in a reply, led to a booking, judged (KB-09, KB-10)."""

from collections.abc import Sequence
from uuid import UUID

from hibachi.bookings.events import BookingRequested
from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.kit.db import Tx
from hibachi.knowledge import repository
from hibachi.knowledge import retrieval_repository as retrieval
from hibachi.knowledge.events import QuestionUnanswered
from hibachi.knowledge.schemas import Found
from hibachi.language.scrubbing import PIIScrubber


async def retrieved(tx: Tx, found: Found) -> None:
    """These passages were found for a customer's question."""
    if found.hits:
        await retrieval.count_retrieved(tx, sorted(hit.id for hit in found.hits))


async def used(tx: Tx, *, passages: Sequence[UUID], conversation_id: UUID, message_id: UUID) -> None:
    """A reply that rests on these passages was sent."""
    if passages:
        await repository.count_used(
            tx, ids=sorted(set(passages)), conversation_id=conversation_id, message_id=message_id
        )


async def rated(tx: Tx, *, message_id: UUID, rating: int, words: str | None) -> None:
    """A customer or a colleague judged a reply (1 to 5): so were the passages in it."""
    said = await _cleaned(tx, words, message_id) if words else None
    await repository.rate(tx, message_id=message_id, rating=rating, words=said)


async def _cleaned(tx: Tx, words: str, message_id: UUID) -> str:
    reply = await conversations.message(tx, message_id=message_id)
    thread = await conversations.get(tx, conversation_id=reply.conversation_id) if reply else None
    person = await customers.get(tx, customer_id=thread.customer_id) if thread else None
    return PIIScrubber().scrub(words, [person.name] if person and person.name else []).cleaned_text


async def on_booking(tx: Tx, event: BookingRequested) -> None:
    """Listener: what was told in the customer's conversations and led to no party yet led to this one."""
    threads = [thread.id for thread in await conversations.threads(tx, customer_id=event.customer_id)]
    if threads:
        await repository.count_booked(tx, conversation_ids=threads, booking_id=event.booking_id)


async def unanswered(tx: Tx, *, question: str, conversation_id: UUID, customer_id: UUID) -> None:
    """Say that nothing answered a question: people look at it, and their answer becomes an entry."""
    person = await customers.get(tx, customer_id=customer_id)
    cleaned = PIIScrubber().scrub(question, [person.name] if person.name else []).cleaned_text
    await tx.publish(QuestionUnanswered(conversation_id=conversation_id, question=cleaned))
