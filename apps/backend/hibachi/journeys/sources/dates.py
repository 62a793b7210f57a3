"""Occasions that days of every year give: birthdays and anniversaries that customers named, or celebrated with us."""

from datetime import datetime
from urllib.parse import urlencode

from hibachi.bookings import service as bookings
from hibachi.customers import service as customers
from hibachi.journeys import rules, wording
from hibachi.journeys.rules import Occasion
from hibachi.journeys.saying import Content, Pages, Said, Stopped, fact
from hibachi.journeys.wording import YearlyDay
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.memory import service as memory
from hibachi.memory.schemas import ImportantDate
from hibachi.policies import service as policies

MOST_PROTEINS = 2
WITH_US = ("deposit_pending", "confirmed")


async def planned(tx: Tx, *, until: datetime) -> list[Occasion]:
    """The reminders of every day of the year that comes up until an instant, in the business's zone."""
    profile = (await policies.current(tx)).profile
    zone = profile.business.timezone
    ahead = profile.follow_ups.important_dates.look_ahead_days * rules.DAY
    first = wall(tx.now - rules.LOOKED_BACK, zone).date()
    found = await memory.dates_between(tx, first, wall(until + ahead, zone).date())
    each = [
        rules.of_date(profile.follow_ups, customer_id=one.customer_id, type=one.type, day=one.date, zone=zone)
        for one in found
    ]
    return list({one.key: one for one in each}.values())


async def again(tx: Tx, occasion: Occasion) -> Occasion | None:
    """The same reminder, while the day is still remembered."""
    if await _remembered(tx, occasion) is None:
        return None
    follow_ups = (await policies.current(tx)).profile.follow_ups
    return rules.of_date(
        follow_ups, customer_id=occasion.subject, type=occasion.step, day=occasion.day, zone=occasion.zone
    )


async def content(tx: Tx, occasion: Occasion, pages: Pages) -> Content:
    """The letter, from what is remembered now; none for whom a party near that day is planned already."""
    remembered = await _remembered(tx, occasion)
    assert remembered is not None, "it is remembered still"
    parties = await bookings.of_customer(tx, customer_id=occasion.customer_id)
    near = rules.LOOKED_BACK
    if any(one.status in WITH_US and abs(one.event_date - occasion.day) <= near for one in parties):
        return Stopped("booked")
    person = await customers.get(tx, customer_id=occasion.customer_id)
    known = await memory.get_memory(tx, customer_id=occasion.customer_id)
    liked = known.preferences.proteins[:MOST_PROTEINS] if known else []
    link = f"{pages.site}/book/?{urlencode({'date': occasion.day.isoformat()})}" if pages.site else None
    day = YearlyDay(
        type=remembered.type,
        day=remembered.date,
        name=(known.name if known else None) or person.first_name,
        whose=remembered.name,
        is_told=remembered.basis == "said",
        last_year=any(one.status == "completed" and one.event_date.year == occasion.day.year - 1 for one in parties),
        link=link,
        proteins=tuple(protein.replace("_", " ") for protein in liked),
    )
    read = {
        "date": day.day.isoformat(),
        "link": link,
        "type": day.type,
        "name": day.whose,
        "proteins": list(day.proteins),
    }
    return Said(wording.date_reminder(day), (fact(tx, "date", "read_memory", read),), wording.date_subject(day))


async def _remembered(tx: Tx, occasion: Occasion) -> ImportantDate | None:
    found = await memory.dates_between(tx, occasion.day, occasion.day, customer_id=occasion.customer_id)
    mine = [one for one in found if one.type == occasion.step]
    return next(iter(sorted(mine, key=lambda one: one.basis != "said")), None)
