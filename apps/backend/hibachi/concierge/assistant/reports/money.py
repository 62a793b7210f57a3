"""Money: what is still to come, whose deposit is missing, and what came in some days."""

from collections import defaultdict

from hibachi.bookings import service as bookings
from hibachi.concierge.assistant.reports.reading import PAGE, everything
from hibachi.concierge.assistant.rules import money, span
from hibachi.concierge.assistant.schemas import Column, Report, ReportFilter
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.kit.money import text
from hibachi.language.written import plural
from hibachi.payments import service as payments
from hibachi.payments.schemas import AccountFilter, LedgerFilter, LedgerLine, Receivable


async def money_owed(tx: Tx, asked: ReportFilter, zone: str) -> Report:
    """What is still to come of every party, the largest amount first."""
    found = sorted(await _owing(tx), key=lambda one: (-one.owed, one.reference))
    total = sum(one.owed for one in found)
    return Report(
        tool="money_owed",
        title="Still to come",
        asked=asked,
        zone=zone,
        said=f"{money(total)} is still to come, of {plural(len(found), 'party', 'parties')}."
        if found
        else "Nothing is owed.",
        figures={"parties": len(found), "owed": text(total)},
        columns=[
            Column(name="Customer", personal=True),
            Column(name="Reference"),
            Column(name="Total", kind="money"),
            Column(name="Paid", kind="money"),
            Column(name="Owed", kind="money"),
        ],
        rows=[[one.payer or "", one.reference, text(one.total), text(one.net), text(one.owed)] for one in found],
        link="/payments?view=owing",
    )


async def deposits_unpaid(tx: Tx, asked: ReportFilter, zone: str) -> Report:
    """The parties that are held for their deposit now, the soonest to lapse first."""
    parties = [one for one, _ in await bookings.awaiting_deposit(tx) if one.status == "deposit_pending"]
    found = sorted(parties, key=lambda one: (one.hold_expires_at or one.event_start, one.id))
    total = sum(one.deposit - one.deposit_paid for one in found)
    return Report(
        tool="deposits_unpaid",
        title="Deposits that are missing",
        asked=asked,
        zone=zone,
        said=f"{plural(len(found), 'party waits', 'parties wait')} for the deposit, {money(total)} together."
        if found
        else "No deposit is missing.",
        figures={"parties": len(found), "missing": text(total)},
        columns=[
            Column(name="Party", kind="day"),
            Column(name="Customer", personal=True),
            Column(name="Deposit", kind="money"),
            Column(name="Held until"),
        ],
        rows=[
            [
                one.event_date.isoformat(),
                one.name or "",
                text(one.deposit - one.deposit_paid),
                f"{wall(one.hold_expires_at, zone):%Y-%m-%d %H:%M}" if one.hold_expires_at else "",
            ]
            for one in found
        ],
        link="/bookings?status=deposit_pending&sort=soonest",
    )


async def money_received(tx: Tx, asked: ReportFilter, zone: str) -> Report:
    """What came in some days by how it was paid, what went back, and what stayed; tips are told apart."""
    entries = await _entries(tx, asked)
    rows = [[method, text(came), text(back), text(came - back)] for method, (came, back) in _by_method(entries).items()]
    came = sum(one.amount for one in entries if one.kind in ("deposit", "balance"))
    back = sum(one.amount for one in entries if one.kind == "refund")
    tips = sum(one.amount for one in entries if one.kind == "tip")
    when = span(asked.first, asked.last) or "altogether"
    tipped = f" Tips, which are not in it: {money(tips)}." if tips else ""
    return Report(
        tool="money_received",
        title="Money received",
        asked=asked,
        zone=zone,
        said=f"{money(came)} came in {when}, {money(back)} went back: {money(came - back)} stayed.{tipped}",
        figures={"came": text(came), "back": text(back), "stayed": text(came - back), "tips": text(tips)},
        columns=[
            Column(name="How"),
            Column(name="Came", kind="money"),
            Column(name="Went back", kind="money"),
            Column(name="Stayed", kind="money"),
        ],
        rows=[[*row] for row in rows],
        link="/payments" + (f"?first={asked.first}&last={asked.last}" if asked.first and asked.last else ""),
    )


async def _owing(tx: Tx) -> list[Receivable]:
    async def read(wanted: AccountFilter) -> tuple[list[Receivable], object]:
        page = await payments.accounts(tx, wanted=wanted)
        return page.accounts, page.next

    return await everything(read, AccountFilter(limit=PAGE))


async def _entries(tx: Tx, asked: ReportFilter) -> list[LedgerLine]:
    async def read(wanted: LedgerFilter) -> tuple[list[LedgerLine], object]:
        page = await payments.ledger_page(tx, wanted=wanted)
        return page.entries, page.next

    return await everything(read, LedgerFilter(first=asked.first, last=asked.last, limit=PAGE))


def _by_method(entries: list[LedgerLine]) -> dict[str, tuple[int, int]]:
    """Method → what came and what went back, in cents; tips left out."""
    came, back = defaultdict[str, int](int), defaultdict[str, int](int)
    for one in entries:
        if one.kind == "refund":
            back[one.method] += one.amount
        elif one.kind != "tip":
            came[one.method] += one.amount
    return {method: (came[method], back[method]) for method in sorted({*came, *back})}
