"""Prove everything once, keep what is wrong, and close what was mended; the same night twice changes nothing."""

from collections.abc import Collection
from datetime import timedelta
from typing import get_args
from uuid import UUID

from hibachi.bookings.models import BookingRow
from hibachi.bookings.proof import repository, rules
from hibachi.bookings.proof.schemas import Code, Finding, Findings, Seen, Wrong
from hibachi.bookings.service import writing
from hibachi.calendar import service as calendar
from hibachi.kit.db import Database, Tx
from hibachi.payments import service as payments
from hibachi.payments.cards.errors import CardsDown, CardsRefused
from hibachi.payments.cards.service import Cards
from hibachi.payments.schemas import Proven
from hibachi.policies import service as policies
from hibachi.travel import service as travel
from hibachi.travel.schemas import TravelFee

AT_STRIPE: tuple[Code, ...] = ("not_in_ledger", "not_at_stripe", "amount_differs")
AT_HOME = tuple(code for code in get_args(Code) if code not in AT_STRIPE)


class Proof:
    """Proves an installation. What Stripe cannot be asked about tonight keeps its findings until it can."""

    def __init__(self, db: Database, cards: Cards) -> None:
        self._db, self._cards = db, cards

    async def prove(self) -> None:
        """The nightly job: Stripe first, so that what the sweep still finds is written down before it is compared.

        What the sweep, or anybody else, has just said of a party and not everybody has heard is looked at next night.
        """
        at_stripe = await self._at_stripe()
        async with self._db.transaction(still=True) as tx:
            moving = await tx.bus.unheard(tx)
            found = await wrongs(tx, but=moving)
        async with self._db.transaction() as tx:
            await _keep(tx, found, AT_HOME, moving)
            if at_stripe is not None:
                await _keep(tx, at_stripe, AT_STRIPE)
            await repository.note_proof(tx)

    async def _at_stripe(self) -> list[Wrong] | None:
        """What differs there; None where nobody answers. Without cards nothing does."""
        if not self._cards.enabled:
            return []
        try:
            await self._cards.sweep()
            return [rules.difference(one) for one in await self._cards.differences()]
        except (CardsDown, CardsRefused):
            return None


async def findings(tx: Tx) -> Findings:
    """All that is open, the urgent first."""
    found = [Finding.model_validate(row, from_attributes=True) for row in await repository.open_findings(tx)]
    return Findings(findings=found, proved_at=await repository.proved_at(tx))


async def wrongs(tx: Tx, *, but: Collection[str] = ()) -> list[Wrong]:
    """Everything that is wrong here at this instant. but: the ids of parties that are left out."""
    final = timedelta(hours=(await policies.current(tx)).profile.policies.guest_count_final_hours)
    accounts = await payments.proven(tx)
    rows = [row for row in await repository.parties(tx) if str(row.id) not in but]
    coming = [row for row in rows if row.event_end > tx.now]
    firm: dict[UUID, tuple[int, object]] = {}
    if coming:
        spans = await calendar.spans(tx, start=coming[0].event_start, end=max(row.event_end for row in coming))
        firm = {one.reference: (one.chef_id, one.start) for one in spans if one.reference and one.state == "firm"}
    seen = [_seen(tx, row, accounts.get(row.id), firm.get(row.id)) for row in rows]
    return [wrong for party in seen for wrong in rules.wrongs(party, now=tx.now, final=final)]


def _seen(tx: Tx, row: BookingRow, account: Proven | None, claim: tuple[int, object] | None) -> Seen:
    owed, way = account.receivable if account else None, TravelFee.model_validate(row.travel)
    return Seen(
        id=row.id,
        status=writing.shown(tx, row).status,
        name=row.name,
        start=row.event_start,
        end=row.event_end,
        zone=row.zone,
        zip_zone=travel.zone_of(row.zip_code),
        served=way.served,
        has_chef=claim == (row.chef_id, row.event_start),
        location=row.location,
        dietary=tuple(row.dietary),
        total=row.total_amount,
        deposit=row.deposit,
        deposit_paid=row.deposit_paid,
        paid=row.paid,
        billed=owed.total if owed else None,
        net=owed.net if owed else 0,
        owed=owed.owed if owed else 0,
        ledger_deposit=owed.deposit_paid if owed else 0,
        adds_up=account.adds_up if account else True,
        invoiced=account.invoiced if account else None,
        bookkept=row.created_at >= row.event_start,
    )


async def _keep(tx: Tx, found: list[Wrong], codes: tuple[Code, ...], but: Collection[str] = ()) -> None:
    for wrong in found:
        await repository.keep(tx, wrong)
    await repository.mend(tx, found, codes=codes, but=but)
