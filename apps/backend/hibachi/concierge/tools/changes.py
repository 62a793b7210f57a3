"""Tools for existing parties: what a change or a cancellation would mean, and doing it after the yes."""

from collections.abc import Awaitable, Callable
from datetime import date, time
from typing import Any

from pydantic_ai import RunContext

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking, Change, Refused
from hibachi.concierge import repository, results
from hibachi.concierge.tools.arguments import ChangeArguments
from hibachi.concierge.tools.consent import check_agreed, only_notes
from hibachi.concierge.tools.fields import BookingId, Line
from hibachi.concierge.tools.pricing import extras_of
from hibachi.concierge.tools.revenue import note_revenue
from hibachi.concierge.tools.toolbox import Toolbox, Way
from hibachi.kit.db import Tx
from hibachi.kit.errors import NotFound
from hibachi.travel.schemas import TravelFee

ChangeWork = Callable[[Tx, Toolbox, Booking, Change], Awaitable[dict[str, Any]]]


async def customer_bookings(context: RunContext[Toolbox]) -> dict[str, Any]:
    """The parties of the customer who writes, as far as the channel proves who that is."""
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        own = await bookings.of_customer(tx, customer_id=toolbox.turn.customer_id)
        return {"bookings": [results.booking(row) for row in own]}

    return await toolbox.run("customer_bookings", {}, work)


async def preview_change(context: RunContext[Toolbox], change: ChangeArguments) -> dict[str, Any]:
    """What a change of a party would cost and mean; nothing is changed yet."""
    return await _with_change(context.deps, "preview_change", change, _preview)


async def change_booking(context: RunContext[Toolbox], change: ChangeArguments) -> dict[str, Any]:
    """Change a party, after its preview and the customer's explicit yes. Takes what preview_change takes."""
    return await _with_change(context.deps, "change_booking", change, _change)


async def _with_change(toolbox: Toolbox, name: str, wanted: ChangeArguments, act: ChangeWork) -> dict[str, Any]:
    arguments = wanted.model_dump(mode="json", exclude_none=True)

    async def work(tx: Tx, travel: Way) -> dict[str, Any]:
        if travel is not None and not isinstance(travel, TravelFee):
            return {"allowed": False, "changed": False, "refusal": travel.message}
        own = await own_party(tx, toolbox, wanted.booking_id)
        if act is _change and not only_notes(arguments):
            await check_agreed(tx, toolbox.turn, "change", arguments)
        return await act(tx, toolbox, own, _change_of(wanted, travel, own.notes))

    return await toolbox.run_with_way(name, arguments, wanted.customer_zipcode, work)


def _change_of(wanted: ChangeArguments, travel: TravelFee | None, noted: str | None) -> Change:
    return Change(
        day=date.fromisoformat(wanted.date) if wanted.date else None,
        at=time.fromisoformat(wanted.time) if wanted.time else None,
        adults=wanted.adults,
        children=wanted.children,
        toddlers=wanted.toddlers,
        zip=wanted.customer_zipcode,
        travel=travel,
        dietary=wanted.dietary,
        location=wanted.location,
        notes=_added(noted, wanted.notes),
        **extras_of(wanted),
    )


def _added(noted: str | None, told: str | None) -> str | None:
    """What is told beside what stands in the notes already, which staff write too; None where nothing is new."""
    if not told or told in (noted or ""):
        return None
    return f"{noted}\n{told}" if noted else told


async def _preview(tx: Tx, toolbox: Toolbox, own: Booking, change: Change) -> dict[str, Any]:
    shown = results.change_preview(await bookings.preview_change(tx, booking_id=own.id, change=change))
    day, at = change.day or own.event_date, change.at or own.event_time
    return {**shown, "date": day.isoformat(), "time": at.strftime("%H:%M"), "weekday": day.strftime("%A")}


async def _change(tx: Tx, toolbox: Toolbox, own: Booking, change: Change) -> dict[str, Any]:
    said_in = f"said in message {toolbox.turn.inbound_id}"
    changed = await bookings.change(tx, booking_id=own.id, change=change, reason=said_in)
    if isinstance(changed, Refused):
        return {"changed": False, **results.refusal(changed)}
    await repository.note_deed(tx, toolbox.turn.conversation_id, own.id, "changed")
    await note_revenue(tx, toolbox.turn)
    return {"changed": True, "booking": results.booking(changed)}


async def preview_cancel(context: RunContext[Toolbox], booking_id: BookingId) -> dict[str, Any]:
    """What cancelling a party would mean for its deposit; nothing is cancelled yet.

    Args:
        booking_id: The party, from customer_bookings.
    """
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        own = await own_party(tx, toolbox, booking_id)
        return results.cancel_preview(await bookings.preview_cancel(tx, booking_id=own.id), own)

    return await toolbox.run("preview_cancel", {"booking_id": booking_id}, work)


async def cancel_booking(context: RunContext[Toolbox], booking_id: BookingId, reason: Line) -> dict[str, Any]:
    """Cancel a party, after its preview and the customer's explicit yes.

    Args:
        booking_id: The party, from customer_bookings.
        reason: Why, in the customer's words.
    """
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        return await _cancel(tx, toolbox, booking_id, reason)

    return await toolbox.run("cancel_booking", {"booking_id": booking_id, "reason": reason}, work)


async def _cancel(tx: Tx, toolbox: Toolbox, booking_id: str, reason: str) -> dict[str, Any]:
    own = await own_party(tx, toolbox, booking_id)
    await check_agreed(tx, toolbox.turn, "cancel", {"booking_id": booking_id})
    preview = await bookings.preview_cancel(tx, booking_id=own.id)
    cancelled = await bookings.cancel(tx, booking_id=own.id, reason=reason)
    if isinstance(cancelled, Refused):
        return {"cancelled": False, **results.refusal(cancelled)}
    await repository.note_deed(tx, toolbox.turn.conversation_id, own.id, "cancelled")
    await note_revenue(tx, toolbox.turn)
    return {"cancelled": True, **results.cancel_preview(preview, cancelled)}


async def own_party(tx: Tx, toolbox: Toolbox, booking_id: str) -> Booking:
    """The party, if it is this customer's; anybody else's is as good as none."""
    own = await bookings.of_customer(tx, customer_id=toolbox.turn.customer_id)
    found = next((row for row in own if str(row.id) == booking_id), None)
    if found is None:
        raise NotFound("This customer has no such party.")
    return found
