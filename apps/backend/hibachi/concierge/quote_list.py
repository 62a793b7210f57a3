"""The prices that were told: to whom, in which conversation, and the party that came of it."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking, Status
from hibachi.concierge import repository
from hibachi.concierge.models import ConversationBooking
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Conversation
from hibachi.customers import service as customers
from hibachi.customers.schemas import ChannelName
from hibachi.kit.db import Tx
from hibachi.quotes import service as quotes
from hibachi.quotes.schemas import QuoteFilter, QuoteHead

READ_AT_ONCE, MOST_READ = 200, 1000
"""Prices that were told in conversations: so many are read at once, and so many are looked through for one page."""


class QuoteSearch(QuoteFilter):
    """Which quotes: those of the calculator too, or only those that were told in a conversation."""

    in_conversation: bool = False


class ToldQuote(BaseModel):
    """A price with what came of it; one of the calculator has no person until a party has it."""

    model_config = ConfigDict(frozen=True)

    quote: QuoteHead
    customer_id: UUID | None
    customer_name: str | None
    conversation_id: UUID | None
    channel: ChannelName | None
    booking_id: UUID | None
    booking_status: Status | None


class QuotePage(BaseModel):
    """Prices, the newest first; `next` is the `before` of the following page, None on the last one."""

    quotes: list[ToldQuote]
    next: UUID | None


async def page(tx: Tx, *, wanted: QuoteSearch) -> QuotePage:
    """Quotes that fit, the newest first, a page at a time."""
    heads, following = await (_told(tx, wanted) if wanted.in_conversation else quotes.page(tx, wanted=wanted))
    return QuotePage(quotes=await _with_people(tx, heads), next=following)


async def _told(tx: Tx, wanted: QuoteSearch) -> tuple[list[QuoteHead], UUID | None]:
    """A page may hold fewer than its limit where the filters fit few: the next one goes on from what was read."""
    found: list[QuoteHead] = []
    before = wanted.before
    for _ in range(MOST_READ // READ_AT_ONCE):
        ids = await repository.told(tx, before, READ_AT_ONCE)
        found += await quotes.among(tx, wanted=wanted, ids=ids)
        if len(found) > wanted.limit:
            return found[: wanted.limit], found[wanted.limit - 1].id
        if len(ids) < READ_AT_ONCE:
            return found, None
        before = ids[-1]
    return found, before


async def _with_people(tx: Tx, heads: Sequence[QuoteHead]) -> list[ToldQuote]:
    ids = [head.id for head in heads]
    thread_of = await repository.threads_of(tx, ids)
    threads = await conversations.some(tx, conversation_ids=set(thread_of.values()))
    deeds = await repository.deeds_of(tx, threads)
    parties = await bookings.quoted(tx, quote_ids=ids, booking_ids={deed.booking_id for deed in deeds})
    by_id = {party.id: party for party in parties}
    own = {party.quote_id: party for party in parties}
    came = {head.id: own.get(head.id) or _made_after(head, deeds, thread_of.get(head.id), by_id) for head in heads}
    names = await customers.names(tx, customer_ids=_people([*threads.values()], [*came.values()]))
    return [_line(head, threads.get(thread_of.get(head.id, head.id)), came[head.id], names) for head in heads]


def _made_after(
    head: QuoteHead,
    deeds: Sequence[ConversationBooking],
    thread_id: UUID | None,
    parties: dict[UUID, Booking],
) -> Booking | None:
    """The newest party that a price's conversation made or changed from then on."""
    made = [one.booking_id for one in deeds if one.conversation_id == thread_id and one.at >= head.created_at]
    return next((parties[one] for one in reversed(made) if one in parties), None)


def _people(threads: Collection[Conversation], parties: Collection[Booking | None]) -> set[UUID]:
    return {thread.customer_id for thread in threads} | {party.customer_id for party in parties if party}


def _line(
    head: QuoteHead, thread: Conversation | None, party: Booking | None, names: Mapping[UUID, str | None]
) -> ToldQuote:
    person = party.customer_id if party else thread.customer_id if thread else None
    return ToldQuote(
        quote=head,
        customer_id=person,
        customer_name=(party.name if party else None) or (names.get(person) if person else None),
        conversation_id=thread.id if thread else None,
        channel=thread.channel if thread else None,
        booking_id=party.id if party else None,
        booking_status=party.status if party else None,
    )
