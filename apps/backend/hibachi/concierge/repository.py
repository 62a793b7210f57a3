"""Every query of the concierge's own tables."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Table, bindparam, exists, func, select, update
from sqlalchemy.dialects.postgresql import Insert, insert

from hibachi.concierge.models import ConversationBooking, DialogueRow, Interaction, ToolCallRow, ValidationFailure
from hibachi.kit.db import Base, Tx
from hibachi.kit.ids import new_id

# Made once: every turn asks it.
TOOL_CALLS = (
    select(ToolCallRow)
    .where(ToolCallRow.inbound_id.in_(bindparam("inbound_ids", expanding=True)))
    .order_by(ToolCallRow.at, ToolCallRow.inbound_id, ToolCallRow.number)
)

DIALOGUE = select(DialogueRow).where(DialogueRow.conversation_id == bindparam("thread"))


def _add(rows: type[Base]) -> Insert:
    """Writes one row, given as the values of `_given`: a parameter that is called like a column has another meaning."""
    table = _table(rows)
    return insert(table).values({one.name: bindparam(f"new_{one.name}") for one in table.c})


def _table(rows: type[Base]) -> Table:
    """Of a statement that wants no row of the ORM back."""
    return rows.metadata.tables[rows.__tablename__]


def _given(row: Mapping[str, Any]) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in row.items()}


def _save_dialogue() -> Insert:
    row: dict[str, BindParameter[Any]] = {
        "conversation_id": bindparam("talk"),
        "state": bindparam("state_then"),
        "quote_id": bindparam("quote_then"),
        "updated_at": bindparam("then"),
    }
    made = insert(_table(DialogueRow)).values(row)
    newest = func.coalesce(made.excluded.quote_id, DialogueRow.__table__.c.quote_id)
    changed = {"state": made.excluded.state, "quote_id": newest, "updated_at": made.excluded.updated_at}
    return made.on_conflict_do_update(index_elements=["conversation_id"], set_=changed)


SAVE_DIALOGUE = _save_dialogue()
ADD_INTERACTION = _add(Interaction)
ADD_TOOL_CALL = _add(ToolCallRow)
ADD_TURN = ADD_INTERACTION.add_cte(SAVE_DIALOGUE.cte("kept"))


async def dialogue(tx: Tx, conversation_id: UUID) -> DialogueRow | None:
    """The stored state of a conversation, if a turn was decided in it."""
    return (await tx.session.execute(DIALOGUE, {"thread": conversation_id})).scalar_one_or_none()


async def save_dialogue(tx: Tx, conversation_id: UUID, state: dict[str, Any], quote_id: UUID | None) -> None:
    """Store the state of a conversation; a quote is kept until a newer one comes."""
    await tx.session.execute(SAVE_DIALOGUE, _dialogue(tx, conversation_id, state, quote_id))


def _dialogue(tx: Tx, conversation_id: UUID, state: dict[str, Any], quote_id: UUID | None) -> dict[str, Any]:
    return {"talk": conversation_id, "state_then": state, "quote_then": quote_id, "then": tx.now}


async def quoted(tx: Tx, start: datetime, end: datetime) -> Sequence[tuple[UUID, UUID, datetime, bool]]:
    """Conversations with a price whose last decided turn lies in [start, end): id, quote, that instant, and any deed."""
    deed = exists().where(ConversationBooking.conversation_id == DialogueRow.conversation_id)
    wanted = select(DialogueRow.conversation_id, DialogueRow.quote_id, DialogueRow.updated_at, deed)
    within = wanted.where(
        DialogueRow.quote_id.is_not(None), DialogueRow.updated_at >= start, DialogueRow.updated_at < end
    )
    found = await tx.session.execute(within.order_by(DialogueRow.updated_at, DialogueRow.conversation_id))
    return [(one, quote_id, at, booked) for one, quote_id, at, booked in found if quote_id is not None]


async def tool_calls(tx: Tx, inbound_ids: Sequence[UUID]) -> Sequence[ToolCallRow]:
    """The calls that were made for these messages before, oldest first."""
    return (await tx.session.scalars(TOOL_CALLS, {"inbound_ids": list(inbound_ids)})).all()


async def calls_before(tx: Tx, conversation_id: UUID, name: str, inbound_ids: Sequence[UUID]) -> Sequence[ToolCallRow]:
    """The calls of a tool in a conversation's earlier turns: not those for these messages."""
    wanted = select(ToolCallRow).where(ToolCallRow.conversation_id == conversation_id, ToolCallRow.name == name)
    return (await tx.session.scalars(wanted.where(ToolCallRow.inbound_id.not_in(inbound_ids)))).all()


async def add_tool_call(tx: Tx, row: Mapping[str, Any]) -> None:
    """Store a call with its result and the price that it made, in the transaction of its effect.

    row: every field of a ToolCallRow but the price.
    """
    await tx.session.execute(ADD_TOOL_CALL, _given({**row, "quote_id": _priced(row["result"])}))


def _priced(result: Mapping[str, Any]) -> UUID | None:
    quote = result.get("quote")
    found = result.get("quote_id") or (quote.get("quote_id") if isinstance(quote, dict) else None)
    return UUID(str(found)) if found else None


async def note_deed(tx: Tx, conversation_id: UUID, booking_id: UUID, deed: str) -> None:
    """Remember that this conversation made or changed a party."""
    row = ConversationBooking(conversation_id=conversation_id, booking_id=booking_id, deed=deed, at=tx.now)
    tx.session.add(row)
    await tx.session.flush()


async def deeds(tx: Tx, conversation_id: UUID) -> Sequence[ConversationBooking]:
    """The parties that a conversation made or changed, oldest first."""
    wanted = select(ConversationBooking).where(ConversationBooking.conversation_id == conversation_id)
    return (await tx.session.scalars(wanted.order_by(ConversationBooking.id))).all()


async def conversation_of_booking(tx: Tx, booking_id: UUID) -> UUID | None:
    """The conversation that made a party."""
    wanted = select(ConversationBooking.conversation_id).where(ConversationBooking.booking_id == booking_id)
    return await tx.session.scalar(wanted.order_by(ConversationBooking.id).limit(1))


async def add_turn(tx: Tx, row: dict[str, Any], state: dict[str, Any] | None, quote_id: UUID | None) -> None:
    """Log one decided turn, and store the state of its conversation in the same statement. state: None where it is
    not kept yet; row: every field of an Interaction."""
    if state is None:
        await tx.session.execute(ADD_INTERACTION, _given(row))
        return
    await tx.session.execute(ADD_TURN, _given(row) | _dialogue(tx, row["conversation_id"], state, quote_id))


async def set_reply(tx: Tx, interaction_id: UUID, reply_id: UUID) -> None:
    """Name the reply of a turn whose draft was sent."""
    row = update(Interaction).where(Interaction.id == interaction_id).values(reply_id=reply_id)
    await tx.session.execute(row, execution_options={"synchronize_session": False})


async def interaction_of(tx: Tx, reply_id: UUID) -> Interaction | None:
    """The decided turn that a reply came from."""
    return await tx.session.scalar(select(Interaction).where(Interaction.reply_id == reply_id))


async def interactions_since(tx: Tx, since: Any) -> Sequence[Interaction]:
    """Decided turns since an instant, oldest first."""
    return (await tx.session.scalars(select(Interaction).where(Interaction.at >= since).order_by(Interaction.at))).all()


def add_failure(tx: Tx, conversation_id: UUID, kind: str, message: str, response: str, query: str) -> None:
    """Store a reply that did not leave."""
    tx.session.add(
        ValidationFailure(
            id=new_id(),
            conversation_id=conversation_id,
            error_type=kind,
            error_message=message,
            ai_response=response,
            user_query=query,
            created_at=tx.now,
        )
    )


async def unanswered_quotes(tx: Tx, start: datetime, end: datetime) -> Sequence[tuple[UUID, UUID]]:
    """Conversations that were told a price, made no party, and rest since an instant in [start, end): id and quote."""
    deed = exists().where(ConversationBooking.conversation_id == DialogueRow.conversation_id)
    resting = select(DialogueRow.conversation_id, DialogueRow.quote_id).where(
        DialogueRow.quote_id.is_not(None), DialogueRow.updated_at >= start, DialogueRow.updated_at < end, ~deed
    )
    return [(thread, quote) for thread, quote in await tx.session.execute(resting) if quote is not None]


async def calls_of(tx: Tx, conversation_id: UUID) -> Sequence[ToolCallRow]:
    """Every call that a conversation made, oldest first."""
    mine = select(ToolCallRow).where(ToolCallRow.conversation_id == conversation_id)
    return (await tx.session.scalars(mine.order_by(ToolCallRow.at, ToolCallRow.inbound_id, ToolCallRow.number))).all()


async def told(tx: Tx, before: UUID | None, limit: int) -> Sequence[UUID]:
    """The newest prices that were told in conversations, older than `before`, newest first."""
    found = select(ToolCallRow.quote_id).where(ToolCallRow.quote_id.is_not(None)).distinct()
    if before is not None:
        found = found.where(ToolCallRow.quote_id < before)
    ids = await tx.session.scalars(found.order_by(ToolCallRow.quote_id.desc()).limit(limit))
    return [one for one in ids if one is not None]


async def threads_of(tx: Tx, quote_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """The conversation in which each of these prices was told; those that were told in none are left out."""
    wanted = select(ToolCallRow.quote_id, ToolCallRow.conversation_id).where(ToolCallRow.quote_id.in_(quote_ids))
    return {quote: thread for quote, thread in await tx.session.execute(wanted) if quote is not None}


async def deeds_of(tx: Tx, conversation_ids: Collection[UUID]) -> Sequence[ConversationBooking]:
    """What these conversations made or changed, in the order in which it happened."""
    theirs = select(ConversationBooking).where(ConversationBooking.conversation_id.in_(conversation_ids))
    return (await tx.session.scalars(theirs.order_by(ConversationBooking.id))).all()
