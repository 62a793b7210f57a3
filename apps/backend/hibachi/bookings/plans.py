"""What staff plan with, as it goes out: the calendar of some days, the run sheet of one."""

from datetime import date
from uuid import UUID

from hibachi.bookings.guests.schemas import SheetGuest
from hibachi.bookings.schemas import Booking, Frozen, Status
from hibachi.calendar.schemas import Span, WallTime
from hibachi.crew.schemas import Chef
from hibachi.kit.money import Money


class CalendarRange(Frozen):
    """The days from first to last in the zone: the owner's slots, every chef, their claimed time, and the parties.

    A party's claim has its id as reference and lasts until its chef is home; a party without a chef has none.
    """

    zone: str
    first: date
    last: date
    slots: list[WallTime]
    chefs: list[Chef]
    spans: list[Span]
    bookings: list[Booking]


class Dish(Frozen):
    """So many portions of a dish, by the name that a person reads."""

    label: str
    portions: int


class SheetParty(Frozen):
    """One party as its chef needs it: where, who, what they eat, what they still owe.

    guests: what those chose who used the party's link."""

    id: UUID
    status: Status
    event_time: WallTime
    zone: str
    chef: str | None
    name: str | None
    phone: str | None
    location: str | None
    zip_code: str
    miles: float
    adults: int
    children: int
    toddlers: int
    dishes: list[Dish]
    dietary: list[str]
    guests: list[SheetGuest]
    event_type: str | None
    notes: str | None
    total_amount: Money
    paid: Money
    balance: Money


class RunSheet(Frozen):
    """The parties of a day, in the order in which they start."""

    day: date
    zone: str
    parties: list[SheetParty]
