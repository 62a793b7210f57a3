"""Parties by their day, parties by when they were made, and the chefs' parties."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from hibachi.bookings import service as bookings
from hibachi.bookings.rules import NEVER_SAID_YES
from hibachi.bookings.schemas import Booking, BookingFilter
from hibachi.concierge.assistant.reports.reading import PAGE, everything
from hibachi.concierge.assistant.rules import money, span
from hibachi.concierge.assistant.schemas import Column, Report, ReportFilter
from hibachi.crew import service as crew
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.kit.money import text
from hibachi.language.written import plural

STANDS = ("deposit_pending", "confirmed", "completed")
WORDS = {"deposit_pending": "without their deposit", "confirmed": "confirmed", "completed": "completed", "cancelled": "cancelled", "no_show": "with nobody there"}  # fmt: skip
COLUMNS = [
    Column(name="Day", kind="day"),
    Column(name="Time"),
    Column(name="Customer", personal=True),
    Column(name="Guests", kind="count"),
    Column(name="State"),
    Column(name="Chef"),
    Column(name="Total", kind="money"),
]


async def parties(tx: Tx, asked: ReportFilter, zone: str) -> Report:
    """The parties of some days, by the day of the party where it is; cancelled ones only where they are asked for."""
    found = [one for one in await _of_days(tx, asked) if _fits(one, asked)]
    names = await chef_names(tx)
    state = WORDS[asked.status] if asked.status else ""
    chef = (
        f"with {names.get(asked.chef_id, 'that chef')}"
        if asked.chef_id
        else "without a chef"
        if asked.without_chef
        else ""
    )
    guests = sum(one.party.guests for one in found)
    total = sum(one.total_amount for one in found)
    what = " ".join(
        part for part in (plural(len(found), "party", "parties"), state, chef, span(asked.first, asked.last)) if part
    )
    return Report(
        tool="parties",
        title="Parties",
        asked=asked,
        zone=zone,
        said=f"{what}: {plural(guests, 'guest')}, {money(total)} in all." if found else f"{what}.",
        figures={"parties": len(found), "guests": guests, "total": text(total)},
        columns=COLUMNS,
        rows=[_row(one, names) for one in found],
        link=_link(asked),
    )


async def parties_made(tx: Tx, asked: ReportFilter, zone: str) -> Report:
    """The parties that were booked in some days, by the business's clock, whatever became of them."""
    start, end = bounds(asked, zone)
    found = [
        one
        for one in await booked(tx, BookingFilter(sort="made", limit=PAGE), since=start)
        if (end is None or one.created_at < end) and _said_yes(one)
    ]
    names = await chef_names(tx)
    total = sum(one.total_amount for one in found)
    gone = sum(1 for one in found if one.status == "cancelled")
    lost = f", {gone} of them cancelled since" if gone else ""
    when = span(asked.first, asked.last)
    return Report(
        tool="parties_made",
        title="Parties by when they were booked",
        asked=asked,
        zone=zone,
        said=f"{plural(len(found), 'party was', 'parties were')} booked {when}{lost}: {money(total)} in all.".replace(
            "  ", " "
        ),
        figures={"parties": len(found), "cancelled": gone, "total": text(total)},
        columns=[Column(name="Booked", kind="day"), *COLUMNS],
        rows=[[wall(one.created_at, zone).date().isoformat(), *_row(one, names)] for one in found],
        link="/bookings?sort=made",
    )


async def chefs(tx: Tx, asked: ReportFilter, zone: str) -> Report:
    """How many parties and guests each chef has in some days."""
    found = [one for one in await _of_days(tx, asked) if one.status in STANDS]
    names = await chef_names(tx)
    number, guests = Counter(one.chef_id for one in found), Counter[int | None]()
    for one in found:
        guests[one.chef_id] += one.party.guests
    everybody = [key for key in names if asked.chef_id in (None, key)]
    without = [None] if number[None] and asked.chef_id is None else []
    rows: list[list[str | int]] = [
        [names[key] if key is not None else "no chef", number[key], guests[key]] for key in [*everybody, *without]
    ]
    each = ", ".join(f"{name} {count}" for name, count, _ in rows)
    return Report(
        tool="chefs",
        title="Parties by chef",
        asked=asked,
        zone=zone,
        said=(
            f"{plural(sum(row[1] for row in rows if isinstance(row[1], int)), 'party', 'parties')} "
            f"{span(asked.first, asked.last)}: {each}."
        ).replace(" :", ":"),
        figures={"parties": sum(int(row[1]) for row in rows), "without_chef": number[None]},
        columns=[Column(name="Chef"), Column(name="Parties", kind="count"), Column(name="Guests", kind="count")],
        rows=rows,
        link=f"/calendar?date={asked.first}" if asked.first else "/calendar",
    )


async def chef_names(tx: Tx) -> dict[int, str]:
    """Every chef's name, also of those who take no new parties."""
    return {one.id: one.name for one in await crew.everyone(tx)}


def bounds(asked: ReportFilter, zone: str) -> tuple[datetime | None, datetime | None]:
    """The days as instants of the business's zone: [start, end); a night with 23 or 25 hours is as long as it is."""
    start = _midnight(asked.first, zone) if asked.first else None
    return start, _midnight(asked.last + timedelta(days=1), zone) if asked.last else None


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


async def booked(tx: Tx, wanted: BookingFilter, *, since: datetime | None = None) -> list[Booking]:
    """Every party that fits. since: of a list by when they were made, what was made before it is not read."""

    async def read(wanted: BookingFilter) -> tuple[list[Booking], object]:
        page = await bookings.page(tx, wanted=wanted)
        is_past = since is not None and bool(page.bookings) and page.bookings[-1].created_at < since
        return [
            one for one in page.bookings if since is None or one.created_at >= since
        ], None if is_past else page.next

    return await everything(read, wanted)


async def _of_days(tx: Tx, asked: ReportFilter) -> list[Booking]:
    days = BookingFilter(sort="soonest", first=asked.first, last=asked.last, chef_id=asked.chef_id, limit=PAGE)
    return await booked(tx, days)


def _fits(one: Booking, asked: ReportFilter) -> bool:
    if asked.without_chef and one.chef_id is not None:
        return False
    return one.status == asked.status and _said_yes(one) if asked.status else one.status in STANDS


def _said_yes(one: Booking) -> bool:
    """Whether it ever was a party: a time that was only held is none."""
    return one.status != "held" and one.cancelled_reason not in NEVER_SAID_YES


def _row(one: Booking, names: dict[int, str]) -> list[str | int]:
    chef = names.get(one.chef_id, "") if one.chef_id is not None else ""
    at = one.event_time.strftime("%H:%M")
    state = one.status.replace("_", " ")
    return [one.event_date.isoformat(), at, one.name or "", one.party.guests, state, chef, text(one.total_amount)]


def _link(asked: ReportFilter) -> str:
    said = {"first": asked.first, "last": asked.last, "status": asked.status, "chef": asked.chef_id, "sort": "soonest"}
    return f"/bookings?{urlencode({name: str(value) for name, value in said.items() if value})}"
