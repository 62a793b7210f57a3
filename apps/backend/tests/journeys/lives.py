"""The business with its customers, whom nobody asked, and what reached them: for the tests of journeys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking, Change
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import ConsentEntry, Inbound
from hibachi.customers import service as customers
from hibachi.customers.schemas import ChannelName, Contact
from hibachi.journeys.saying import Pages
from hibachi.journeys.schemas import Journey, JourneyFilter
from hibachi.journeys.service import Journeys, page
from hibachi.kit.clock import SettableClock
from hibachi.language.heads.schemas import Mood
from hibachi.policies import service as policies
from tests.channels.scripted import DANA, Shop, shop_on
from tests.parties import OLGA
from tests.parties import Shop as Parties

SITE = "https://party.example"


@dataclass
class Life:
    """One business on one database, one customer who wrote to us, and the run that says what is due."""

    shop: Shop
    parties: Parties
    customer_id: UUID

    @property
    def clock(self) -> SettableClock:
        return self.shop.clock

    @property
    def said(self) -> list[str]:
        """What reached customers."""
        return self.shop.carrier.texts

    def journeys(self) -> Journeys:
        """The worker's."""
        return self.shop.runtime.journeys

    def at(self, instant: str | datetime) -> None:
        """Put the clock on an instant."""
        self.clock.set(datetime.fromisoformat(instant) if isinstance(instant, str) else instant)

    async def run(self) -> list[str]:
        """Let the worker look, everything leave, and look again; what is said that was not said before."""
        before = len(self.said)
        await self.journeys().run()
        await self.shop.work()
        await self.journeys().run()
        return self.said[before:]

    async def rows(self, **wanted: Any) -> list[Journey]:
        """What was due and what became of it, oldest first."""
        async with self.shop.db.transaction() as tx:
            found = await page(tx, wanted=JourneyFilter(limit=200, **wanted))
        return list(reversed(found.journeys))

    async def states(self) -> list[tuple[str, str, str, str | None]]:
        """Kind, step, state and reason of each."""
        return [(one.kind, one.step, one.state, one.reason) for one in await self.rows()]

    async def confirmed(self, **said: Any) -> Booking:
        """A party of this customer, with its deposit."""
        return await self.parties.confirmed(self.customer_id, **said)

    async def over(self, booking: Booking) -> None:
        """The party took place."""
        self.at(booking.event_end + timedelta(minutes=10))
        await self.parties.do(bookings.complete)

    async def feels(self, customer_id: UUID, mood: Mood) -> None:
        """The customer writes, and this is how it feels; nobody has answered yet."""
        message = await self.writes(customer_id, "sms")
        await self.parties.do(conversations.note_mood, message_id=message, mood=mood)

    async def writes(self, customer_id: UUID, channel: ChannelName) -> UUID:
        """A message of a customer, stored."""
        inbound = Inbound(channel=channel, customer_id=customer_id, text="hello")
        return (await self.parties.do(conversations.receive, inbound=inbound)).message.id

    async def consents(self, purpose: Any = "marketing") -> None:
        """The customer agreed to advertising by text message."""
        entry = ConsentEntry(channel="sms", purpose=purpose, granted=True, basis="form", words="yes, send me offers")
        await self.parties.do(conversations.note_consent, customer_id=self.customer_id, entry=entry)

    async def move(self, booking: Booking, **to: Any) -> bool:
        """Staff move the party; whether its time was free."""
        change = Change.model_validate(to)
        moved = await self.parties.do(
            bookings.change, actor=OLGA, booking_id=booking.id, change=change, by_staff=True, waive_fee=True
        )
        return isinstance(moved, Booking)

    async def cancel(self, booking: Booking) -> None:
        """Staff cancel the party."""
        await self.parties.do(bookings.cancel, actor=OLGA, booking_id=booking.id, reason="asked for")


@asynccontextmanager
async def life_on(database_url: str, clock: SettableClock) -> AsyncIterator[Life]:
    """The product founded on a database; Dana agreed to text messages."""
    async with shop_on(database_url, clock) as shop:
        async with shop.db.transaction() as tx:
            book = await policies.current(tx)
        shop.runtime.journeys.pages = Pages(SITE, cards=True)
        yield Life(shop, Parties(shop.db, clock, book), await known(shop, DANA, "Dana Ruiz"))


async def known(shop: Shop, address: str, name: str, channel: ChannelName = "sms") -> UUID:
    """Somebody whose address is proven, and who agreed to hear of their own party there, which they prefer."""
    entry = ConsentEntry(channel=channel, purpose="transactional", granted=True, basis="form", words="write to me")
    told = {"email": address} if channel == "email" else {"phone": address}
    if channel == "whatsapp":
        told["handle"] = address
    async with shop.db.transaction() as tx:
        person = await customers.resolve(tx, contact=Contact(channel=channel, name=name, **told), proven=True)
        await conversations.note_consent(tx, customer_id=person.id, entry=entry)
    return person.id
