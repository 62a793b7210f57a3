"""Two customers turn out to be one person, or two again: nobody recommends themselves, and a friend comes once."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.growth.referrals import repository, rules
from hibachi.growth.referrals.models import ReferralRow
from hibachi.kit.db import Tx

NOUN = "referral"
CAME_WITH_ANOTHER = "Since the merge an address of this friend came with another recommendation."


async def on_customers_merged(tx: Tx, event: CustomersMerged) -> None:
    """Listener inside the merging transaction: a recommendation between the two is void, and of two the further one stays."""
    rows = await repository.of_people(tx, (event.kept, event.gone))
    before = {row.id: await _as_it_is(tx, row) for row in rows}
    await customers.note_moved(tx, merge_id=event.merge_id, noun=NOUN, rows=before)
    for row in _between(rows, event):
        await _void(tx, row, rules.SAME_PERSON)
    for row in _second(rows, event):
        await _void(tx, row, rules.REFERRED_BEFORE)
    for row in rows:
        sides = {side: event.kept for side in ("referrer_id", "friend_id") if getattr(row, side) == event.gone}
        if sides:
            await repository.write(tx, row.id, **sides)


async def on_customers_parted(tx: Tx, event: CustomersParted) -> None:
    """Listener inside the undoing transaction: each side is who it was, and what the merge made void goes on."""
    moved = {one.row_id: one.before for one in await customers.moved(tx, merge_id=event.merge_id, noun=NOUN)}
    rows = [row for row in [await repository.locked(tx, row_id) for row_id in moved] if row is not None]
    for row in rows:
        before = moved[row.id] or {}
        await repository.write(tx, row.id, **{side: UUID(before[side]) for side in ("referrer_id", "friend_id")})
    for row in rows:
        before = moved[row.id] or {}
        if row.state == "void" and row.void_reason in rules.BY_MERGE and before["state"] != "void":
            await _revive(tx, event, row, before)


def _between(rows: Sequence[ReferralRow], event: CustomersMerged) -> list[ReferralRow]:
    """What one of the two recommended to the other."""
    both = {event.kept, event.gone}
    return [
        row for row in rows if {row.referrer_id, row.friend_id} <= both and row.state not in ("void", *rules.SETTLED)
    ]


def _second(rows: Sequence[ReferralRow], event: CustomersMerged) -> list[ReferralRow]:
    """Of several by which the one person came, all but the one that is furthest on; what was given stays given."""
    came = [row for row in rows if row.friend_id in (event.kept, event.gone) and row.state != "void"]
    if len(came) < 2:
        return []
    best = came[0]
    for row in came[1:]:
        best = row if rules.further(row.state, best.state) else best
    return [row for row in came if row is not best and row.state not in rules.SETTLED]


async def _as_it_is(tx: Tx, row: ReferralRow) -> dict[str, Any]:
    """What a merge may change of a recommendation."""
    addresses = list(await repository.addresses_of(tx, row.id))
    people = {"referrer_id": str(row.referrer_id), "friend_id": str(row.friend_id)}
    return {**people, "state": row.state, "addresses": addresses}


async def _void(tx: Tx, row: ReferralRow, reason: str) -> None:
    if row.state != "void":
        await repository.write(tx, row.id, state="void", void_reason=reason)
        await repository.forget_addresses(tx, row.id)


async def _revive(tx: Tx, event: CustomersParted, row: ReferralRow, before: Mapping[str, Any]) -> None:
    """Let what a merge made void go on; an address that came with another one since earns there."""
    if not await repository.note_addresses(tx, row.id, before.get("addresses", [])):
        await repository.forget_addresses(tx, row.id)
        await customers.note_lost(tx, merge_id=event.merge_id, noun=NOUN, row_id=row.id, why=CAME_WITH_ANOTHER)
        return
    await repository.write(tx, row.id, state=before["state"], void_reason=None)
