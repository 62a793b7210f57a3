"""The shop with memory listening, as the process composes it."""

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingCompleted, BookingNoShow
from hibachi.bookings.schemas import Booking
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.kit.events import StoredEvent
from hibachi.memory import service as memory
from tests.parties import Shop, shop

__all__ = ["shop"]
ENDED = {"BookingCompleted": BookingCompleted, "BookingNoShow": BookingNoShow}


class Remembering:
    """The shop; parties are held and end, and what hears of it is run as the worker would."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self._heard: set[UUID] = set()

    async def party(self, customer_id: UUID, day: date, at: time = time(18), **said: Any) -> Booking:
        """A party that takes place: booked, paid, over, and heard of."""
        booked = await self.shop.confirmed(customer_id, day=day, at=at, **said)
        self.shop.clock.set(booked.event_end)
        self.shop.later(hours=1)
        await self.shop.do(bookings.complete)
        await self.hear()
        return booked

    async def hear(self, *, again: bool = False) -> None:
        """Run the listeners of every end of a party that has not been heard of yet (again: of all of them)."""
        async with self.shop.db.transaction() as tx:
            happened = select(StoredEvent).where(StoredEvent.name.in_(ENDED)).order_by(StoredEvent.id)
            stored = [(one.id, one.name, one.payload) for one in (await tx.session.scalars(happened)).all()]
        for event_id, name, payload in stored:
            if again or event_id not in self._heard:
                async with self.shop.db.transaction() as tx:
                    await memory.on_booking(tx, ENDED[name].model_validate(payload))
                self._heard.add(event_id)

    async def row(self, customer_id: UUID) -> dict[str, Any] | None:
        """The row of a customer, as the table has it."""
        found = await self.shop.rows(
            "SELECT to_jsonb(m) FROM customer_memory m WHERE customer_id = :who", who=customer_id
        )
        return found[0][0] if found else None


@pytest.fixture
def world(shop: Shop) -> Remembering:
    shop.db.bus.listen_inside(CustomersMerged, bookings.on_customers_merged)
    shop.db.bus.listen_inside(CustomersParted, bookings.on_customers_parted)
    shop.db.bus.listen_inside(CustomersMerged, memory.on_customers_merged)
    shop.db.bus.listen_inside(CustomersParted, memory.on_customers_parted)
    return Remembering(shop)
