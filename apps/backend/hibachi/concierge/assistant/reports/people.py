"""What was written, who wanted a party, and what was said of parties."""

from collections import defaultdict

from hibachi.concierge.assistant.reports.parties import bounds
from hibachi.concierge.assistant.reports.reading import PAGE, everything
from hibachi.concierge.assistant.rules import span
from hibachi.concierge.assistant.schemas import Column, Report, ReportFilter
from hibachi.conversations import service as conversations
from hibachi.customers.schemas import CHANNEL_NAMES
from hibachi.growth import service as growth
from hibachi.growth.reviews.schemas import Review, ReviewFilter
from hibachi.growth.schemas import Lead, LeadFilter
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.language.written import plural


async def messages(tx: Tx, asked: ReportFilter, zone: str) -> Report:
    """How many messages customers wrote in some days, by channel, and how many we wrote."""
    start, end = bounds(asked, zone)
    by_channel: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for channel, who, number in await conversations.written_in(tx, start=start, end=end, channel=asked.channel):
        by_channel[channel][who] = number
    rows: list[list[str | int]] = [
        [CHANNEL_NAMES[channel], *(count.get(who, 0) for who in ("customer", "concierge", "staff"))]
        for channel, count in sorted(by_channel.items())
    ]
    came = sum(count.get("customer", 0) for count in by_channel.values())
    answered = sum(count.get(who, 0) for count in by_channel.values() for who in ("concierge", "staff"))
    way = f"by {CHANNEL_NAMES[asked.channel]} " if asked.channel else ""
    return Report(
        tool="messages",
        title="Messages",
        asked=asked,
        zone=zone,
        said=f"{plural(came, 'message')} came {way}{span(asked.first, asked.last)}".rstrip()
        + f"; we wrote {answered}.",
        figures={"came": came, "written": answered},
        columns=[
            Column(name="Channel"),
            Column(name="From customers", kind="count"),
            Column(name="By the concierge", kind="count"),
            Column(name="By staff", kind="count"),
        ],
        rows=rows,
        link=f"/inbox?shelf=all{f'&channel={asked.channel}' if asked.channel else ''}",
    )


async def leads(tx: Tx, asked: ReportFilter, zone: str) -> Report:
    """The leads that were made in some days; without days those that are open now."""
    start, end = bounds(asked, zone)
    everybody = await _leads(tx, LeadFilter(open=asked.first is None, limit=PAGE))
    found = [
        one for one in everybody if (start is None or one.created_at >= start) and (end is None or one.created_at < end)
    ]
    won = sum(1 for one in found if one.status == "converted")
    when = f"came {span(asked.first, asked.last)}, {won} of them became parties" if asked.first else "are open now"
    return Report(
        tool="leads",
        title="Leads" if asked.first else "Open leads",
        asked=asked,
        zone=zone,
        said=f"{plural(len(found), 'lead')} {when}.".replace("1 lead are", "1 lead is"),
        figures={"leads": len(found), "won": won},
        columns=[
            Column(name="Made", kind="day"),
            Column(name="Who", personal=True),
            Column(name="From"),
            Column(name="State"),
            Column(name="Score", kind="count"),
        ],
        rows=[
            [
                wall(one.created_at, zone).date().isoformat(),
                one.name or one.phone or one.email or "",
                one.source.replace("_", " "),
                one.status,
                one.score,
            ]
            for one in found
        ],
        link="/leads?shelf=all" if asked.first else "/leads",
    )


async def reviews(tx: Tx, asked: ReportFilter, zone: str) -> Report:
    """The reviews that were given in some days, and how many stars they have in the mean."""
    start, end = bounds(asked, zone)
    found = [
        one
        for one in await _reviews(tx)
        if (start is None or one.created_at >= start) and (end is None or one.created_at < end)
    ]
    stars = round(sum(one.rating for one in found) / len(found), 1) if found else None
    waiting = sum(1 for one in found if one.status == "pending")
    mean = f", {stars} stars in the mean, {waiting} to be read" if stars is not None else ""
    return Report(
        tool="reviews",
        title="Reviews",
        asked=asked,
        zone=zone,
        said=f"{plural(len(found), 'review')} {span(asked.first, asked.last)}".rstrip() + f"{mean}.",
        figures={"reviews": len(found), "stars": str(stars) if stars is not None else "", "pending": waiting},
        columns=[
            Column(name="Given", kind="day"),
            Column(name="Party", kind="day"),
            Column(name="Stars", kind="count"),
            Column(name="State"),
        ],
        rows=[
            [wall(one.created_at, zone).date().isoformat(), one.event_date.isoformat(), one.rating, one.status]
            for one in found
        ],
        link="/reviews?shelf=all",
    )


async def _leads(tx: Tx, wanted: LeadFilter) -> list[Lead]:
    async def read(wanted: LeadFilter) -> tuple[list[Lead], object]:
        page = await growth.page(tx, wanted=wanted)
        return page.leads, page.next

    return await everything(read, wanted)


async def _reviews(tx: Tx) -> list[Review]:
    async def read(wanted: ReviewFilter) -> tuple[list[Review], object]:
        page = await growth.review_page(tx, wanted=wanted)
        return page.reviews, page.next

    return await everything(read, ReviewFilter(limit=PAGE))
