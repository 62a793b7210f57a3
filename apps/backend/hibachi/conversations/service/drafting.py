"""Whether a reply waits for a person: the owner's switch decides, by channel and topic. A topic leaves by it alone."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.conversations.drafts import repository, rules
from hibachi.conversations.drafts.models import DraftRow
from hibachi.conversations.drafts.schemas import Autonomy, Draft, DraftMode, ModeOrder, Prepared, Track
from hibachi.conversations.models import ConversationRow
from hibachi.conversations.schemas import CheckedText, Making
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

UNKNOWN = "unknown"


async def mode_for(tx: Tx, *, channel: str, topic: str | None) -> DraftMode | None:
    """The switch that makes replies of a channel and topic wait; None where the concierge speaks by itself."""
    wanted = topic or UNKNOWN
    modes = [DraftMode.model_validate(row) for row in await repository.modes_for(tx, channel, wanted)]
    found = rules.mode_of(modes, channel=channel, topic=wanted)
    return found if found is not None and found.drafting else None


async def keep(
    tx: Tx,
    thread: ConversationRow,
    *,
    checked: CheckedText,
    answers: Collection[UUID],
    making: Making,
    prepared: Prepared,
    discloses: bool,
    mode: DraftMode,
    waits: bool = True,
) -> Draft:
    """Keep a checked reply as a draft, in place of an older one. waits: False for one that a hand-over overtook."""
    now, ids = tx.now, [str(one) for one in answers]
    older = await repository.pending(tx, thread.id)
    if older is not None:
        await repository.end_pending(tx, thread.id, "expired" if older.expires_at <= now else "stale")
    row = DraftRow(
        id=new_id(),
        conversation_id=thread.id,
        channel=thread.channel,
        topic=making.intent or UNKNOWN,
        agent=making.agent,
        priority=prepared.priority,
        status="pending" if waits else "withdrawn",
        text=checked.text,
        facts=[dict(fact) for fact in checked.facts],
        making=making.model_dump(mode="json"),
        after=prepared.after,
        discloses=discloses,
        answers=ids,
        last_sequence=await repository.last_sequence(tx, list(answers)),
        unsupported=[],
        created_at=now,
        expires_at=now + timedelta(hours=mode.hours),
    )
    await repository.add(tx, row)
    return shown(row)


async def is_drafted(tx: Tx, *, conversation_id: UUID, sequences: Sequence[int]) -> bool:
    """Whether a draft that still may be approved answers all of these messages."""
    row = await repository.pending(tx, conversation_id)
    return row is not None and row.expires_at > tx.now and max(sequences, default=0) <= row.last_sequence


async def set_mode(tx: Tx, *, order: ModeOrder) -> DraftMode:
    """Turn the owner's switch for a channel and topic; nothing else ever turns it."""
    before = await repository.mode(tx, order.channel, order.topic)
    was = (before.drafting, before.hours) if before else (None, None)
    await repository.set_mode(tx, order)
    changes = {"drafting": (was[0], order.drafting), "hours": (was[1], order.hours)}
    place = f"{order.channel}:{order.topic}"
    await audit.record(
        tx, action="draft_mode", resource="draft_mode", resource_id=place, changes=changes, reason=order.reason
    )
    return DraftMode(**order.model_dump(exclude={"reason"}))


async def autonomy(tx: Tx) -> Autonomy:
    """Every switch, and how the drafts of each channel and topic fared."""
    modes = [DraftMode.model_validate(row) for row in await repository.modes(tx)]
    by_place: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in await repository.decided(tx):
        by_place[row[0], row[1]].append(row)
    tracks = [_track(place, rows, modes) for place, rows in sorted(by_place.items())]
    return Autonomy(modes=modes, tracks=tracks)


def shown(row: DraftRow) -> Draft:
    """A draft as others see it, with the digest of what would be sent."""
    draft = Draft.model_validate(row)
    return draft.model_copy(update={"digest": digest_of(row)})


def digest_of(row: DraftRow) -> str:
    """What an approval of a draft is bound to."""
    text = row.edited_text or row.text
    return rules.digest(text=text, conversation_id=row.conversation_id, channel=row.channel, answers=row.answers)


def _track(place: tuple[str, str], rows: list[Any], modes: list[DraftMode]) -> Track:
    done = [row for row in rows if row[2] != "pending"]
    unchanged = sum(row[2] == "sent" and not row[3] for row in done)
    edits = [row[3] for row in done if row[2] == "sent" and row[3]]
    found = rules.mode_of(modes, channel=place[0], topic=place[1])
    return Track(
        channel=place[0],
        topic=place[1],
        drafting=found is not None and found.drafting,
        decided=len(done),
        sent_unchanged=unchanged,
        edited=len(edits),
        rejected=sum(row[2] == "rejected" for row in done),
        pending=len(rows) - len(done),
        unchanged_rate=rules.rate(unchanged, len(done)),
        edit_rate=rules.rate(len(edits), len(done)),
        mean_edit_distance=round(sum(edits) / len(edits), 1) if edits else None,
        median_seconds_spent=rules.middle([float(row[4]) for row in done if row[4] is not None]),
        median_seconds_waited=rules.middle([float(row[5]) for row in done if row[5] is not None]),
        in_words=rules.in_words(unchanged, len(done)),
    )
