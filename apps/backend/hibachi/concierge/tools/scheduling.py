"""Tools for dates: what is free, holding a date with its price, booking what was held."""

from datetime import date, time, timedelta
from typing import Any

from pydantic_ai import RunContext

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import HoldRequest, Refused
from hibachi.calendar import service as calendar
from hibachi.calendar.schemas import Refusal
from hibachi.concierge import repository, results
from hibachi.concierge.tools.arguments import HoldArguments
from hibachi.concierge.tools.consent import check_agreed
from hibachi.concierge.tools.fields import Count, Day, Line, WallTime
from hibachi.concierge.tools.pricing import extras_of
from hibachi.concierge.tools.revenue import note_revenue
from hibachi.concierge.tools.toolbox import Toolbox, Way
from hibachi.concierge.understanding import contacts_told
from hibachi.kit.db import Tx
from hibachi.kit.errors import NotFound
from hibachi.quotes.schemas import Party
from hibachi.travel.schemas import TravelFee

MOST_DAYS = 60


async def check_availability(
    context: RunContext[Toolbox], date: Day, time: WallTime | None = None, days: Count = 0
) -> dict[str, Any]:
    """Whether a date (and time) is free, which times of that day are, and the nearest ones when it is not.

    Args:
        date: The wanted day, YYYY-MM-DD.
        time: The wanted start, HH:MM on a 24-hour clock; leave out to list the day.
        days: How many further days to list after the wanted one.
    """
    toolbox, arguments = context.deps, {"date": date, "time": time, "days": days}

    async def work(tx: Tx) -> dict[str, Any]:
        return await _availability(tx, toolbox, arguments)

    return await toolbox.run("check_availability", arguments, work)


async def _availability(tx: Tx, toolbox: Toolbox, arguments: dict[str, Any]) -> dict[str, Any]:
    turn, day = toolbox.turn, date.fromisoformat(arguments["date"])
    last = day + timedelta(days=min(arguments["days"], MOST_DAYS))
    listed = await calendar.openings(tx, first=day, last=last, zone=turn.zone, book=turn.book)
    said = {
        "date": arguments["date"],
        "time": arguments["time"],
        "weekday": day.strftime("%A"),
        "openings": results.openings(listed),
        "available": True,
        "reason": None,
        "alternatives": [],
    }
    if arguments["time"] is None and listed:
        return said
    at = time.fromisoformat(arguments["time"]) if arguments["time"] else turn.profile.booking.slots[0]
    answer = await calendar.check(tx, day=day, at=at, zone=turn.zone, book=turn.book)
    if not isinstance(answer, Refusal):
        return said
    alternatives = results.openings(answer.alternatives)
    return {**said, "available": False, "reason": results.reason(answer.reason), "alternatives": alternatives}


async def hold_date(context: RunContext[Toolbox], wanted: HoldArguments) -> dict[str, Any]:
    """Hold a date for a party with its exact price, so that the customer can say yes to the summary."""
    toolbox = context.deps

    async def work(tx: Tx, travel: Way) -> dict[str, Any]:
        if not isinstance(travel, TravelFee):
            sentence = travel.message if travel else "The place is missing."
            return {"held": False, "reason": {"code": "unknown_place", "sentence": sentence}, "alternatives": []}
        return await _hold(tx, toolbox, wanted, travel)

    return await toolbox.run_with_way("hold_date", wanted.model_dump(mode="json"), wanted.customer_zipcode, work)


async def _hold(tx: Tx, toolbox: Toolbox, wanted: HoldArguments, travel: TravelFee) -> dict[str, Any]:
    turn, day = toolbox.turn, date.fromisoformat(wanted.date)
    request = HoldRequest(
        customer_id=turn.customer_id,
        party=Party(
            adults=wanted.adults,
            children=wanted.children,
            toddlers=wanted.toddlers,
            **extras_of(wanted),
        ),
        day=day,
        at=time.fromisoformat(wanted.time),
        zip=travel.zip,
        name=wanted.name,
        phone=wanted.phone or turn.contact.phone,
        email=wanted.email or turn.contact.email,
        dietary=wanted.dietary,
        event_type=wanted.event_type,
        travel=travel,
    )
    held = await bookings.hold(tx, request=request)
    if isinstance(held, Refused):
        return {"held": False, **results.refusal(held)}
    return {
        "held": True,
        "booking_id": str(held.booking.id),
        "token": held.token,
        "hold_expires_at": held.expires_at.isoformat(),
        "date": wanted.date,
        "time": wanted.time,
        "weekday": day.strftime("%A"),
        "name": held.booking.name,
        "quote": results.quote(held.quote),
    }


async def book_party(context: RunContext[Toolbox], token: Line) -> dict[str, Any]:
    """Book what was held, after the customer's explicit yes to its summary.

    Args:
        token: The token that hold_date returned.
    """
    toolbox = context.deps

    async def work(tx: Tx) -> dict[str, Any]:
        return await _book(tx, toolbox, token)

    return await toolbox.run("book_party", {"token": token}, work)


async def _book(tx: Tx, toolbox: Toolbox, token: str) -> dict[str, Any]:
    turn = toolbox.turn
    if await bookings.holder(tx, token=token) != turn.customer_id:
        raise NotFound("This customer has no such hold.")
    await check_agreed(tx, turn, "book", {"token": token})
    told = contacts_told.with_the_yes(turn.reading)
    booked = await bookings.accept(tx, token=token, name=told["name"], phone=told["phone"], email=told["email"])
    if isinstance(booked, Refused):
        return {"booked": False, **results.refusal(booked)}
    await repository.note_deed(tx, turn.conversation_id, booked.id, "booked")
    await note_revenue(tx, turn)
    minutes = turn.profile.booking.hold_minutes
    return {"booked": True, "booking": results.booking(booked), "hold_minutes": minutes}
