"""What staff see: what will go out and when, what became of what was due, and the words of one that is planned."""

from datetime import timedelta
from typing import Any

from hibachi.customers import service as customers
from hibachi.journeys import repository, rules
from hibachi.journeys.errors import UnknownJourney
from hibachi.journeys.rules import Occasion
from hibachi.journeys.saying import Pages, Said, first_channel, judged
from hibachi.journeys.schemas import (
    Journey,
    JourneyFilter,
    JourneyPage,
    JourneyWords,
    KindOfJourney,
    Plan,
    PlanFilter,
    Planned,
    WordsFilter,
)
from hibachi.journeys.sources.registry import content, open_until
from hibachi.kit.db import Tx
from hibachi.policies import service as policies

COUNTED = timedelta(days=30)
FARTHEST = timedelta(days=60)


async def plan(tx: Tx, *, wanted: PlanFilter) -> Plan:
    """The kinds with their switches, and what will go out in the days to come, earliest first."""
    profile = (await policies.current(tx)).profile
    found = await open_until(tx, until=tx.now + timedelta(days=wanted.days))
    shown = [one for one in found if one.until > tx.now and _is_of(one, wanted)]
    names = await customers.names(tx, customer_ids={one.customer_id for one in shown})
    planned = [
        Planned(**_fields(one), customer_name=names.get(one.customer_id), on=rules.is_on(one.kind, profile))
        for one in shown
    ]
    return Plan(kinds=await _kinds(tx), planned=planned)


async def _kinds(tx: Tx) -> list[KindOfJourney]:
    profile = (await policies.current(tx)).profile
    counted = await repository.counts(tx, tx.now - COUNTED)
    return [
        KindOfJourney(
            kind=kind,
            on=rules.is_on(kind, profile),
            marketing=kind in rules.MARKETING,
            counts={state: number for (of, state), number in counted.items() if of == kind},
        )
        for kind in rules.KINDS
    ]


async def page(tx: Tx, *, wanted: JourneyFilter) -> JourneyPage:
    """What was due and what became of it, newest first, a page at a time."""
    rows = await repository.page(tx, wanted)
    kept = rows[: wanted.limit]
    names = await customers.names(tx, customer_ids={row.customer_id for row in kept})
    journeys = [
        Journey.model_validate(row).model_copy(update={"customer_name": names.get(row.customer_id)}) for row in kept
    ]
    return JourneyPage(journeys=journeys, next=kept[-1].id if len(rows) > wanted.limit else None)


async def words(tx: Tx, *, wanted: WordsFilter, pages: Pages) -> JourneyWords:
    """What a planned message would say now; nothing is written. Raises UnknownJourney."""
    found = await open_until(tx, until=tx.now + FARTHEST)
    is_wanted = (wanted.kind, wanted.subject_id, wanted.step)
    occasion = next((one for one in found if (one.kind, one.subject, one.step) == is_wanted), None)
    said = await content(tx, occasion, pages) if occasion else None
    if occasion is None or not isinstance(said, Said):
        raise UnknownJourney()
    channel = first_channel(await customers.get(tx, customer_id=occasion.customer_id))
    verdict = await judged(tx, said, zone=occasion.zone, channel=channel)
    return JourneyWords(
        text=said.words, subject=said.subject, channel=channel, refused=[problem.why for problem in verdict.errors]
    )


def _is_of(one: Occasion, wanted: PlanFilter) -> bool:
    return wanted.customer_id in (None, one.customer_id) and wanted.booking_id in (None, one.booking_id)


def _fields(one: Occasion) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "step": one.step,
        "subject_id": one.subject,
        "day": one.day,
        "customer_id": one.customer_id,
        "booking_id": one.booking_id,
        "zone": one.zone,
        "due_at": one.due,
        "until_at": one.until,
    }
