"""Every change of what is known makes a version: the old one stays, with its vectors, and is one step away."""

import asyncio
from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.knowledge import repository, rules, topics, unanswered
from hibachi.knowledge.models import ChunkRow
from hibachi.knowledge.schemas import Source, VersionKind
from hibachi.knowledge.searching import Searcher

LOCK = "knowledge"
COMPARE = "knowledge.compare"
CARRIED = ("times_retrieved", "times_used_in_response", "times_led_to_booking", "ratings", "avg_user_rating")
"""What a passage keeps when its words are changed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage to be written."""

    key: str
    title: str
    text: str
    category: str
    source: Source
    asks: tuple[str, ...] = ()
    audience: str = "customer"
    meta: Mapping[str, Any] = field(default_factory=dict)
    valid_from: date | None = None
    valid_until: date | None = None


Vectors = list[list[float]]
"""Of a draft: of title and text together, then of the title and of each other way to ask."""
MOST_READ = 1000
_read: OrderedDict[tuple[str, ...], Vectors] = OrderedDict()
"""Vectors by their very words: equal for every database, so that a world that begins anew reads nothing twice."""


async def vectors_of(searcher: Searcher, draft: Draft) -> Vectors | None:
    """What a draft's wordings mean, read together; None without the model. Draft by draft, so that customers go between."""
    wordings = (f"{draft.title} {draft.text}", draft.title, *draft.asks)
    known = _read.get(wordings)
    if known is None:
        found = await asyncio.gather(*(searcher.vector(said) for said in wordings))
        known = [one for one in found if one is not None]
        if len(known) < len(wordings):
            return None
        _read[wordings] = known
        if len(_read) > MOST_READ:
            _read.popitem(last=False)
    return known


async def write(
    tx: Tx, draft: Draft, vectors: Vectors, *, before: ChunkRow | None = None, state: str = "accepted"
) -> UUID:
    """Store a passage; one that succeeds another keeps its counters."""
    carried = {name: getattr(before, name) for name in CARRIED} if before else {}
    row = ChunkRow(
        id=new_id(),
        key=draft.key,
        title=draft.title,
        text=draft.text,
        asks="\n".join(draft.asks),
        vector=vectors[0],
        category=draft.category,
        source_type=draft.source,
        audience=draft.audience,
        state=state,
        meta=_noted(draft, vectors),
        valid_from=draft.valid_from,
        valid_until=draft.valid_until,
        created_at=before.created_at if before else tx.now,
        last_updated=tx.now,
        confirmed_at=tx.now,
        **carried,
    )
    await repository.add_chunk(tx, row, list(zip((draft.title, *draft.asks), vectors[1:], strict=True)))
    return row.id


def _noted(draft: Draft, vectors: Vectors) -> dict[str, Any]:
    """What is kept beside an entry: also its topics, its amounts, and which questions that nothing answered it answers."""
    if draft.source == "profile" and topics.is_known(topics.of_key(draft.key)):
        return dict(draft.meta)
    noted = {**draft.meta, "topics": topics.of_wordings(vectors)}
    if draft.source == "profile":
        return noted
    amounts = rules.amounts_in(f"{draft.title} {draft.text}")
    return {**noted, "amounts": amounts, "answers": unanswered.answered_by(vectors)}


async def go_live(
    tx: Tx, *, kind: VersionKind, note: str, add: Collection[UUID] = (), remove: Collection[UUID] = ()
) -> int:
    """Make the version that differs from the one in force by these passages, and put it in force.

    A refresh that waits takes the same change over and is compared anew, so that approving it loses nothing.
    The caller holds `LOCK`.
    """
    base = await repository.live_version(tx)
    decided = {"decided_by": repository.actor(tx), "decided_at": tx.now}
    version = await repository.add_version(tx, kind=kind, state="approved", note=note, **decided)
    await repository.copy_members(tx, source=base, target=version, without=remove)
    await repository.add_members(tx, version, add)
    await repository.point_at(tx, version)
    await carry_over(tx, add=add, remove=remove)
    return version


async def carry_over(tx: Tx, *, add: Collection[UUID], remove: Collection[UUID]) -> None:
    """Make the same change to the refresh that waits, which is then compared anew. The caller holds `LOCK`."""
    waiting = await repository.open_refresh(tx)
    if waiting is None:
        return
    await repository.drop_members(tx, waiting.id, remove)
    await repository.add_members(tx, waiting.id, add)
    waiting.state, waiting.report = "building", None
    await tx.session.flush()
    await tx.defer(COMPARE)


async def hold(tx: Tx) -> None:
    """Let one transaction at a time change what is known."""
    await tx.lock(LOCK)
