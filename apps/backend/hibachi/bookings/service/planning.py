"""What staff plan with: the calendar of some days, and the run sheet of one."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from hibachi.bookings import repository
from hibachi.bookings.plans import CalendarRange, Dish, RunSheet, SheetParty
from hibachi.bookings.schemas import Booking
from hibachi.bookings.service import gathering, writing
from hibachi.calendar import service as calendar
from hibachi.calendar.errors import InvalidRange
from hibachi.crew import service as crew
from hibachi.kit.clock import instant_of
from hibachi.kit.db import Tx
from hibachi.menu.rules import Menu
from hibachi.policies import service as policies

LONGEST = timedelta(days=41)
ON_THE_SHEET = ("deposit_pending", "confirmed", "completed", "no_show")


async def calendar_range(tx: Tx, *, first: date, last: date) -> CalendarRange:
    """Chefs, their claimed time and the parties that start from first to last, days of the business's zone.

    Cancelled parties are left out, so are lapsed holds. Raises InvalidRange.
    """
    if not timedelta(0) <= last - first <= LONGEST:
        raise InvalidRange(f"A calendar covers 1 to {LONGEST.days + 1} days.")
    profile = (await policies.current(tx)).profile
    zone = profile.business.timezone
    start, end = _days(first, last, zone)
    shown = [writing.shown(tx, row) for row in await repository.between(tx, start, end)]
    return CalendarRange(
        zone=zone,
        first=first,
        last=last,
        slots=list(profile.booking.slots),
        chefs=await crew.everyone(tx),
        spans=await calendar.spans(tx, start=start, end=end),
        bookings=[party for party in shown if party.status != "cancelled"],
    )


async def run_sheet(tx: Tx, *, day: date) -> RunSheet:
    """The parties that start on a day of the business's zone, as their chefs need them; holds are none yet."""
    zone = (await policies.current(tx)).profile.business.timezone
    names = {chef.id: chef.name for chef in await crew.everyone(tx)}
    parties = []
    for row in await repository.between(tx, *_days(day, day, zone)):
        party = writing.shown(tx, row)
        if party.status in ON_THE_SHEET:
            menu = Menu.of((await policies.at_version(tx, version=party.policy_version)).profile)
            chef = names.get(party.chef_id) if party.chef_id is not None else None
            guests = await gathering.on_the_sheet(tx, row, menu)
            miles, dishes = row.travel["miles"], list(_dishes(party, menu))
            parties.append(_sheet(party, chef=chef, miles=miles, dishes=dishes, guests=guests))
    return RunSheet(day=day, zone=zone, parties=parties)


def _sheet(party: Booking, **beside: Any) -> SheetParty:
    known = {name: value for name, value in party if name in SheetParty.model_fields}
    return SheetParty(**known, **beside)


def _dishes(party: Booking, menu: Menu) -> Iterator[Dish]:
    """What was chosen, in the order of its kinds; a portion beyond the guests' own is said to be one."""
    for kind in ("proteins", "upgrades", "extra_proteins"):
        extra = " (extra)" if kind == "extra_proteins" else ""
        for key, portions in party.proteins.get(kind, {}).items():
            yield Dish(label=_label(menu, key) + extra, portions=portions)
    for key, portions in party.addons.items():
        yield Dish(label=_label(menu, key), portions=portions)


def _label(menu: Menu, key: str) -> str:
    return menu.label(key) if key in menu.by_key else key.replace("_", " ")


def _days(first: date, last: date, zone: str) -> tuple[datetime, datetime]:
    return instant_of(first, time(), zone), instant_of(last + timedelta(days=1), time(), zone)
