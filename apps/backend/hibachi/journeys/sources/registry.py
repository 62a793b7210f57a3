"""Which source answers for which kind: what is due, whether it still is, and what it says."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from hibachi.bookings import service as bookings
from hibachi.customers import service as customers
from hibachi.journeys import repository, rules
from hibachi.journeys.rules import Occasion
from hibachi.journeys.saying import Content, Pages
from hibachi.journeys.sources import inquiries, parties
from hibachi.kit.db import Tx

Plan = Callable[..., Awaitable[list[Occasion]]]
PLANS: tuple[Plan, ...] = (parties.planned, inquiries.quotes_planned, inquiries.leads_planned)


async def planned(tx: Tx, *, until: datetime) -> list[Occasion]:
    """Every occasion whose time comes until an instant, of kinds that are off too, earliest first; expired ones too."""
    found = [one for plan in PLANS for one in await plan(tx, until=until)]
    kept = [one for one in found if one.due <= until and one.until > tx.now - rules.LOOKED_BACK]
    return sorted(kept, key=lambda one: (one.due, one.kind, str(one.subject)))


async def open_until(tx: Tx, *, until: datetime) -> list[Occasion]:
    """Those of them that are not decided for good yet, nor on their way."""
    found = await planned(tx, until=until)
    done = await repository.finished(tx, [one.key for one in found])
    return [one for one in found if one.key not in done]


async def hold_still(tx: Tx, occasion: Occasion) -> None:
    """Let what an occasion is about stay as it is until the transaction ends: the person first, then their party."""
    await customers.hold_still(tx, customer_id=occasion.customer_id)
    if occasion.booking_id is not None:
        await bookings.hold_still(tx, booking_id=occasion.booking_id)


async def again(tx: Tx, occasion: Occasion) -> Occasion | None:
    """The same occasion as things are now; None when there is none any more. It takes no locks."""
    if occasion.kind == "quote_follow_up":
        return await inquiries.quote_again(tx, occasion)
    if occasion.kind == "lead_follow_up":
        return await inquiries.lead_again(tx, occasion)
    return await parties.again(tx, occasion)


async def content(tx: Tx, occasion: Occasion, pages: Pages) -> Content:
    """What is said, from what is true now."""
    if occasion.kind == "quote_follow_up":
        return await inquiries.quote_content(tx, occasion)
    if occasion.kind == "lead_follow_up":
        return await inquiries.lead_content(tx, occasion)
    return await parties.content(tx, occasion, pages)
