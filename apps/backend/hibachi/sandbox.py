"""The test world of scenarios: a clock that stands, channels that are taken as proven, and a reset that empties all.

Only a process that was started as a sandbox has these routes; elsewhere they are 404. Its database is thrown away.
"""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any, Literal
from uuid import UUID

import uvicorn
from fastapi import APIRouter, Depends, FastAPI, Request, Response
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking, ImportedParty
from hibachi.calendar import service as calendar
from hibachi.calendar.errors import ChefTaken
from hibachi.calendar.schemas import WallTime
from hibachi.concierge import outcomes
from hibachi.concierge.doors import Decided
from hibachi.concierge.schemas import ChatCustomer, ChatMessage, TracedAnswer
from hibachi.crew import service as crew
from hibachi.customers import service as customers
from hibachi.customers.schemas import Contact
from hibachi.growth import service as growth
from hibachi.identity import service as identity
from hibachi.kit.auth import SYSTEM, public
from hibachi.kit.clock import SettableClock, SystemClock, instant_of
from hibachi.kit.db import Tx
from hibachi.kit.errors import InvalidInput
from hibachi.kit.http import API
from hibachi.kit.processes import nothing_is_garbage
from hibachi.knowledge.jobs import SYNC
from hibachi.main import create_app
from hibachi.policies import service as policies
from hibachi.quotes.schemas import Party
from hibachi.runtime import Runtime, build
from hibachi.settings import Settings
from hibachi.travel import service as travel
from hibachi.travel.schemas import TravelFee

HEARING_SECONDS = 20.0
"""Scenarios are the same on a slow machine: the second opinion is waited for."""

router = APIRouter(prefix=f"{API}/sandbox", tags=["sandbox"], dependencies=[Depends(public)])
chat = APIRouter(prefix=f"{API}/chat", tags=["chat"])


class Given(BaseModel):
    """Base of what a scenario says of its world."""

    model_config = ConfigDict(extra="forbid")


class FullSlot(Given):
    """A start without a free chef."""

    date: date
    time: WallTime


class GivenBooking(Given):
    """A party that is there when the scenario begins; of its customer, or of somebody else."""

    date: date
    time: WallTime
    adults: int
    children: int = 0
    toddlers: int = 0
    zip: str
    status: Literal["held", "deposit_pending", "confirmed", "completed", "cancelled", "no_show"]
    name: str | None = None
    phone: str | None = None
    email: str | None = None
    of: Literal["customer", "other"] = "customer"


class World(Given):
    """What is so when the scenario begins."""

    full_slots: list[FullSlot] = Field(default_factory=list)
    bookings: list[GivenBooking] = Field(default_factory=list)


class Reset(Given):
    """The instant at which the scenario begins, and its world."""

    now: AwareDatetime
    given: World = Field(default_factory=World)


class ClockSetting(Given):
    """The instant to move the clock to."""

    now: AwareDatetime


class ClockBackwards(InvalidInput):
    """The clock of a world only goes forward; a reset may put it anywhere."""

    code = "clock_backwards"
    message = "The clock only goes forward."
    next_step = "Reset the world to begin at an earlier instant."


class Sandbox:
    """The world: its runtime, its clock, and the customer to whom the given parties belong until somebody writes."""

    def __init__(self, runtime: Runtime, clock: SettableClock, *, knows: bool) -> None:
        """knows: whether each world begins with the passages of its profile; they take some seconds the first time."""
        self.runtime = runtime
        self.clock = clock
        self._knows = knows
        self._owner: UUID | None = None

    async def reset(self, wanted: Reset) -> None:
        """Empty everything, set the clock, load the profile and the given world."""
        self.clock.set(wanted.now)
        self._owner = None
        await self.runtime.db.empty()
        async with self.runtime.db.transaction(SYSTEM) as tx:
            book = await policies.load_default(tx, self.runtime.settings.profile_path)
            await crew.ensure_station(tx, book=book)
            await identity.ensure_roles(tx)
            if self._knows:
                await tx.defer(SYNC)
            for party in wanted.given.bookings:
                await self._import(tx, party)
            for slot in wanted.given.full_slots:
                await self._fill(tx, slot)
        await self.settle()

    async def move(self, wanted: ClockSetting) -> None:
        """Move the clock forward and run what became due."""
        if wanted.now < self.clock.now():
            raise ClockBackwards()
        self.clock.set(wanted.now)
        await self.runtime.jobs.run_periodic()
        await self.settle()

    async def settle(self) -> None:
        """Run the jobs that are due."""
        if await self.runtime.jobs.any_due():
            await self.runtime.jobs.drain()

    async def say(self, message: ChatMessage) -> Decided:
        """One message of a customer whom the channel proves."""
        async with self.runtime.db.transaction(SYSTEM) as tx:
            customer_id = await self._sender(tx, message)
        decided = await self.runtime.door.proven_turn(message, customer_id)
        await self.settle()
        return decided

    async def _sender(self, tx: Tx, message: ChatMessage) -> UUID:
        if message.conversation_id is not None:
            return await outcomes.customer_of(tx, message.conversation_id)
        if self._owner is None:
            contact = Contact(channel=message.channel, **message.customer.model_dump())
            return (await customers.resolve(tx, contact=contact, proven=True)).id
        return await self._adopt(tx, self._owner, message)

    async def adopt(self, message: ChatMessage) -> None:
        """Whoever writes first is the customer of the given parties, also where they write through a channel's door."""
        if self._owner is not None:
            async with self.runtime.db.transaction(SYSTEM) as tx:
                await self._adopt(tx, self._owner, message)

    async def _adopt(self, tx: Tx, owner: UUID, message: ChatMessage) -> UUID:
        """The first who writes is the customer of the given parties."""
        self._owner = None
        for kind, value in customers.identities_of(Contact(channel=message.channel, **message.customer.model_dump())):
            await customers.attach_identity(tx, customer_id=owner, kind=kind, value=value, proven=True)
        return owner

    async def _import(self, tx: Tx, given: GivenBooking) -> Booking:
        book = await policies.current(tx)
        fee = await travel.fee_to(given.zip, profile=book.profile, maps=None)
        if not isinstance(fee, TravelFee):
            raise InvalidInput(f"No travel fee is known for {given.zip}.")
        party = ImportedParty(
            customer_id=await self._customer_of(tx, given),
            party=Party(adults=given.adults, children=given.children, toddlers=given.toddlers),
            day=given.date,
            at=given.time,
            zip=given.zip,
            travel=fee,
            name=given.name,
            phone=given.phone,
            email=given.email,
            status=given.status,
        )
        imported = await bookings.import_party(tx, party=party)
        if not isinstance(imported, Booking):
            raise InvalidInput(imported.reason.sentence)
        return imported

    async def _customer_of(self, tx: Tx, given: GivenBooking) -> UUID:
        if given.of == "customer" and self._owner is not None:
            return self._owner
        contact = Contact(channel="web_chat", name=given.name, phone=given.phone, email=given.email)
        made = await customers.resolve(tx, contact=contact, proven=given.of == "other")
        if given.of == "customer":
            self._owner = made.id
        return made.id

    async def _fill(self, tx: Tx, slot: FullSlot) -> None:
        """Block every chef who is still free then."""
        book = await policies.current(tx)
        rules = book.profile.booking
        start = instant_of(slot.date, slot.time, book.profile.business.timezone)
        end = start + timedelta(minutes=rules.duration_minutes + rules.travel_buffer_minutes)
        for chef in await crew.chefs(tx):
            with suppress(ChefTaken):
                await calendar.block(tx, chef_id=chef.id, start=start, end=end, note="full")


@router.post("/reset", status_code=204)
async def reset(request: Request, wanted: Reset) -> Response:
    """Begin a scenario: empty the world, set the clock, load the profile and what is given."""
    await _world(request).reset(wanted)
    return Response(status_code=204)


@router.post("/clock", status_code=204)
async def move_clock(request: Request, wanted: ClockSetting) -> Response:
    """Move the clock forward; what became due has run when this answers."""
    await _world(request).move(wanted)
    return Response(status_code=204)


@router.get("/conversations/{conversation_id}/outcome")
async def outcome(request: Request, conversation_id: UUID) -> dict[str, Any]:
    """What a conversation led to: quote, booking, all bookings of the customer, hand-over, opt-out, lead."""
    async with _world(request).runtime.db.transaction(SYSTEM) as tx:
        found_outcome = await outcomes.outcome(tx, conversation_id)
        lead = await growth.of_customer(tx, customer_id=await outcomes.customer_of(tx, conversation_id))
    return {**found_outcome, "lead": {"status": lead[-1].status} if lead else None}


@chat.post("/messages", dependencies=[Depends(public)])
async def say(request: Request, message: ChatMessage) -> TracedAnswer:
    """One customer message through the whole pipeline of its channel, with all that the reply rests on."""
    world = _world(request)
    decided = await world.say(message)
    async with world.runtime.db.transaction(SYSTEM) as tx:
        return await outcomes.traced(tx, decided)


def _world(request: Request) -> Sandbox:
    world: Sandbox = request.app.state.sandbox
    return world


def create_sandbox(url: str, settings: Settings | None = None, *, knows: bool = False) -> FastAPI:
    """The application of a world of its own on a throw-away database. knows: with the passages of the profile."""
    clock = SettableClock(SystemClock().now())
    patient = (settings or Settings()).model_copy(update={"ai_hearing_seconds": HEARING_SECONDS})
    runtime = build(patient, url, clock=clock)
    app = create_app(runtime, extra=router, chat_router=chat)
    app.state.sandbox = Sandbox(runtime, clock, knows=knows)
    return app


def serve(url: str, port: int) -> None:
    """Serve a world until it is stopped."""
    with nothing_is_garbage():
        app = create_sandbox(url, knows=True)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False)


__all__ = ["ChatCustomer", "Sandbox", "create_sandbox", "serve"]
