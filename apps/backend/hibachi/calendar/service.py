"""Openings and claims. Every claim on a chef's time, for whatever reason, is written here and nowhere else."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.calendar import repository, rules
from hibachi.calendar.errors import ChefTaken, InvalidRange, UnknownBlock
from hibachi.calendar.models import Claim
from hibachi.calendar.rules import Busy, Facts, Wanted
from hibachi.calendar.schemas import Block, Claimed, Free, NewBlock, Opening, Reason, Refusal, Span
from hibachi.crew import service as crew
from hibachi.crew.errors import UnknownChef
from hibachi.kit.db import Tx
from hibachi.policies.schemas import PolicyBook

log = logging.getLogger(__name__)
LONGEST_LISTING = timedelta(days=92)
LONGEST_BLOCK = timedelta(days=366)
NEAR_DAYS = (14, 92, 600)
"""How far round the wanted day alternatives are looked for: near ones first, further ones when there are none."""
FULL = Reason(code="full", sentence="Every chef is already booked at that time.")
NOT_THEM = Reason(
    code="chef_not_free", sentence="This chef has another party or a block at that time, or takes no parties."
)


async def openings(tx: Tx, *, first: date, last: date, zone: str, book: PolicyBook) -> list[Opening]:
    """Every start from first to last (days in the zone, both included) that can be booked now."""
    if not timedelta(0) <= last - first <= LONGEST_LISTING:
        raise InvalidRange(f"A listing covers 1 to {LONGEST_LISTING.days + 1} days.")
    earliest, latest = rules.bookable_days(zone, tx.now, book.profile.booking)
    first, last = max(first, earliest), min(last, latest)
    if first > last:
        return []
    facts = await _facts(tx, book, *_instants(first, last))
    return rules.openings(first, last, zone, facts)


async def check(
    tx: Tx,
    *,
    day: date,
    at: time,
    zone: str,
    book: PolicyBook,
    ignoring: UUID | None = None,
    by_staff: bool = False,
    chef_id: int | None = None,
) -> Free | Refusal:
    """May a party start then? The very answer that claiming gives. ignoring: the party that would move there.

    chef_id: who should cook it; None: any chef.
    """
    wanted = Wanted(day, at, zone, by_staff)
    facts = await _judged(tx, wanted, book, ignoring)
    if isinstance(facts, Reason):
        return await _refusal(tx, wanted, book, facts, ignoring)
    start, end = rules.span(wanted, book.profile.booking)
    free = rules.free_chefs(start, end, facts)
    if chef_id is not None and chef_id not in free:
        return await _refusal(tx, wanted, book, NOT_THEM, ignoring)
    return Free(start=start, end=_party_end(start, book), chefs_free=len(free))


async def nearest(tx: Tx, *, day: date, at: time, zone: str, book: PolicyBook) -> list[Opening]:
    """The few starts nearest to a wall time that can be booked now, that time itself first when it can."""
    return await _alternatives(tx, Wanted(day, at, zone), book, None)


async def claim(
    tx: Tx,
    *,
    day: date,
    at: time,
    zone: str,
    book: PolicyBook,
    reference: UUID,
    expires_at: datetime | None = None,
    by_staff: bool = False,
) -> Claimed | Refusal:
    """Claim a chef for a party that has no live claim: held until expires_at, or firm without one."""
    wanted = Wanted(day, at, zone, by_staff)
    facts = await _claimable(tx, wanted, book, reference)
    if isinstance(facts, Reason):
        return await _refusal(tx, wanted, book, facts)
    start, end = rules.span(wanted, book.profile.booking)
    chef_id = rules.free_chefs(start, end, facts)[0]
    state = "firm" if expires_at is None else "held"
    written = await repository.add(
        tx, chef_id=chef_id, start=start, end=end, state=state, reference=reference, expires_at=expires_at
    )
    if written is None:
        return await _lost(tx, wanted, book)
    return Claimed(chef_id=chef_id, start=start, end=_party_end(start, book))


async def move(
    tx: Tx,
    *,
    reference: UUID,
    day: date,
    at: time,
    zone: str,
    book: PolicyBook,
    expires_at: datetime | None = None,
    by_staff: bool = False,
    wanted_chef: int | None = None,
) -> Claimed | Refusal:
    """Put a party's claim elsewhere, with its own chef if possible; one whose claim is gone claims anew.

    wanted_chef: this chef and no other.

    Like claim, it leaves a hold until expires_at, or a firm claim without one.
    """
    wanted = Wanted(day, at, zone, by_staff)
    facts = await _claimable(tx, wanted, book, reference)
    if isinstance(facts, Reason):
        return await _refusal(tx, wanted, book, facts, reference)
    start, end = rules.span(wanted, book.profile.booking)
    own = await _own_chef(tx, reference)
    free = rules.free_chefs(start, end, facts)
    if wanted_chef is not None and wanted_chef not in free:
        return await _refusal(tx, wanted, book, NOT_THEM, reference)
    chef_id = wanted_chef or (own if own in free else free[0])
    state = "firm" if expires_at is None else "held"
    moved = await repository.move(
        tx, reference=reference, chef_id=chef_id, start=start, end=end, state=state, expires_at=expires_at
    )
    if moved is None:
        return await claim(
            tx, day=day, at=at, zone=zone, book=book, reference=reference, expires_at=expires_at, by_staff=by_staff
        )
    if not moved:
        return await _lost(tx, wanted, book, reference)
    return Claimed(chef_id=chef_id, start=start, end=_party_end(start, book))


async def firm(tx: Tx, *, reference: UUID) -> bool:
    """Let an unexpired claim stand for good; False when it lapsed or was let go: claim again."""
    return await repository.renew(tx, reference=reference, state="firm", expires_at=None)


async def extend(tx: Tx, *, reference: UUID, expires_at: datetime) -> bool:
    """Let an unexpired hold last until expires_at; False when it lapsed or was let go: claim again."""
    return await repository.renew(tx, reference=reference, state="held", expires_at=expires_at)


async def release(tx: Tx, *, reference: UUID) -> None:
    """Let go of a party's claim: from now on the time is free for everyone.

    Under the locks like every other write: the same transaction may claim next, and would else wait in a circle.
    """
    await _lock_everyone(tx)
    await repository.release(tx, reference=reference)


async def release_expired(tx: Tx) -> None:
    """Let go of every lapsed hold; tidiness only, since they count as free anyway."""
    await _lock_everyone(tx)
    await repository.release_all_expired(tx)


async def is_live(tx: Tx, *, reference: UUID) -> bool:
    """Does this party have a chef's time now?"""
    found = await repository.of_reference(tx, reference)
    return found is not None and (found.expires_at is None or found.expires_at > tx.now)


async def block(tx: Tx, *, chef_id: int, start: datetime, end: datetime, note: str = "") -> Block:
    """Keep a chef free of parties from start to end (UTC); raises ChefTaken when the chef has one then."""
    new = NewBlock(chef_id=chef_id, start=start, end=end, note=note)
    if not timedelta(0) < new.end - new.start <= LONGEST_BLOCK:
        raise InvalidRange()
    if chef_id not in {chef.id for chef in await crew.everyone(tx)}:
        raise UnknownChef()
    start, end = new.start.astimezone(UTC), new.end.astimezone(UTC)
    await repository.lock_chefs(tx, [chef_id])
    await repository.release_expired(tx, [chef_id], start, end)
    written = await repository.add(tx, chef_id=chef_id, start=start, end=end, state="blocked", note=new.note)
    if written is None:
        raise ChefTaken()
    made = Block(id=written, chef_id=chef_id, start=start, end=end, note=new.note)
    changes = {"chef_id": (None, chef_id), "start": (None, start), "end": (None, end), "note": (None, new.note)}
    await audit.record(tx, action="block_create", resource="block", resource_id=written, changes=changes)
    return made


async def unblock(tx: Tx, *, block_id: UUID) -> None:
    """Lift a block; raises UnknownBlock when none in force has this id."""
    lifted = await repository.lift(tx, block_id)
    if lifted is None:
        raise UnknownBlock()
    changes = {"chef_id": (lifted.chef_id, None), "start": (lifted.during.lower, None)}
    await audit.record(tx, action="block_lift", resource="block", resource_id=block_id, changes=changes)


async def blocks(tx: Tx) -> list[Block]:
    """The blocks in force that are not over, earliest first."""
    return [_block(row) for row in await repository.blocks(tx)]


async def spans(tx: Tx, *, start: datetime, end: datetime) -> list[Span]:
    """Every live claim that touches [start, end), by chef and time; holds that lapsed are left out."""
    chefs = [chef.id for chef in await crew.everyone(tx)]
    rows = await repository.live(tx, chefs, start, end) if chefs else []
    live = [_span(row) for row in rows if row.expires_at is None or row.expires_at > tx.now]
    return sorted(live, key=lambda span: (span.chef_id, span.start))


async def _lock_everyone(tx: Tx) -> None:
    await repository.lock_chefs(tx, [chef.id for chef in await crew.everyone(tx)])


async def _own_chef(tx: Tx, reference: UUID) -> int | None:
    found = await repository.of_reference(tx, reference)
    return found.chef_id if found else None


async def _claimable(tx: Tx, wanted: Wanted, book: PolicyBook, reference: UUID) -> Facts | Reason:
    """The facts under the locks of every chef, lapsed holds let go; or the reason why not."""
    return await _judged(tx, wanted, book, reference, locking=True)


async def _judged(
    tx: Tx, wanted: Wanted, book: PolicyBook, ignoring: UUID | None, *, locking: bool = False
) -> Facts | Reason:
    """The facts round a wanted time when it is free, or the reason why not.

    What no claim can change (notice, slots, clocks) is judged first, so that it takes no lock.
    """
    chefs = tuple(chef.id for chef in await crew.chefs(tx))
    facts = Facts(tx.now, book.profile.booking, chefs, ignoring=ignoring)
    reason = rules.why_not(wanted, facts)
    if reason is not None:
        return reason
    start, end = rules.span(wanted, book.profile.booking)
    if locking:
        await repository.lock_chefs(tx, chefs)
    rows = await repository.live(tx, chefs, start, end, reference=ignoring)
    if locking and any(row.expires_at is not None and row.expires_at <= tx.now for row in rows):
        # Only where there is something to free, and read anew: freeing may have waited for a renewal to end.
        await repository.release_expired(tx, chefs, start, end, reference=ignoring)
        rows = await repository.live(tx, chefs, start, end, reference=ignoring)
    facts = replace(facts, busy=tuple(map(_busy, rows)))
    return rules.why_not(wanted, facts) or facts


async def _facts(tx: Tx, book: PolicyBook, start: datetime, end: datetime) -> Facts:
    chefs = tuple(chef.id for chef in await crew.chefs(tx))
    rows = await repository.live(tx, chefs, start, end) if chefs else []
    return Facts(tx.now, book.profile.booking, chefs, tuple(map(_busy, rows)))


async def _refusal(tx: Tx, wanted: Wanted, book: PolicyBook, reason: Reason, ignoring: UUID | None = None) -> Refusal:
    return Refusal(reason=reason, alternatives=await _alternatives(tx, wanted, book, ignoring))


async def _alternatives(tx: Tx, wanted: Wanted, book: PolicyBook, ignoring: UUID | None) -> list[Opening]:
    for first, last in _neighbourhoods(wanted, book, tx.now):
        facts = replace(await _facts(tx, book, *_instants(first, last)), ignoring=ignoring)
        found = rules.nearest(wanted, facts, first=first, last=last)
        if found:
            return found
    return []


async def _lost(tx: Tx, wanted: Wanted, book: PolicyBook, ignoring: UUID | None = None) -> Refusal:
    """Under the locks only a claim written past them can do this: the constraint is the proof, so it is a no."""
    log.warning("the constraint refused a claim that the rules allowed")
    return await _refusal(tx, wanted, book, FULL, ignoring)


def _neighbourhoods(wanted: Wanted, book: PolicyBook, now: datetime) -> Iterator[tuple[date, date]]:
    """Wider and wider ranges of days round the wanted one, within notice and horizon."""
    first, last = rules.bookable_days(wanted.zone, now, book.profile.booking)
    middle = min(max(wanted.day, first), last)
    for days in NEAR_DAYS:
        reach = timedelta(days=days)
        yield max(first, middle - reach), min(last, middle + reach)


def _instants(first: date, last: date) -> tuple[datetime, datetime]:
    """A range of UTC instants that surely covers these days in any zone, and parties over midnight."""
    margin = timedelta(days=2)
    low, high = (datetime.combine(day, time(), UTC) for day in (first, last))
    return low - margin, high + margin + timedelta(days=1)


def _party_end(start: datetime, book: PolicyBook) -> datetime:
    return start + timedelta(minutes=book.profile.booking.duration_minutes)


def _busy(row: Claim) -> Busy:
    start, end = row.during.lower, row.during.upper
    assert start is not None and end is not None, "a check refuses open ranges"
    return Busy(row.chef_id, start, end, row.expires_at, row.reference, row.state == "blocked")


def _span(row: Claim) -> Span:
    plain = {name: getattr(row, name) for name in ("id", "chef_id", "state", "expires_at", "reference")}
    return Span(**plain, start=row.during.lower, end=row.during.upper, note=row.note or "")


def _block(row: Claim) -> Block:
    assert row.during.lower is not None and row.during.upper is not None, "a check refuses open ranges"
    return Block(id=row.id, chef_id=row.chef_id, start=row.during.lower, end=row.during.upper, note=row.note or "")
