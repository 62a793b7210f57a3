"""Notes about conversations: written when one rests, once for each state, read and mended by staff."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.concierge.crm import repository
from hibachi.concierge.crm.checking import Gate
from hibachi.concierge.crm.composing import composed
from hibachi.concierge.crm.drafting import Worded, worded
from hibachi.concierge.crm.errors import UnknownNote
from hibachi.concierge.crm.gathering import facts_of, known_of, with_due
from hibachi.concierge.crm.models import CrmNoteRow
from hibachi.concierge.crm.rules import Known, due_at, occasion_of, standing_of, state_of
from hibachi.concierge.crm.schemas import CrmNote, Draft, NoteEdit, Standing
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Conversation
from hibachi.growth import service as growth
from hibachi.kit.auth import Actor
from hibachi.kit.db import Database, Tx
from hibachi.llm.service import ModelChain
from hibachi.policies import service as policies
from hibachi.settings import Settings

WRITER = Actor("ai", name="crm_writer")
LOOKED_BACK = timedelta(days=7)
"""How long after its last word a conversation is still noted: the worker may have been down."""
MOST_AT_ONCE = 100
MOST_TRIES = 3


class CrmWriter:
    """Writes the notes; a configured model may word them, what they say is the database's."""

    def __init__(self, settings: Settings, db: Database, models: ModelChain) -> None:
        self._settings = settings
        self._db = db
        self._models = models

    async def write(self, conversation_id: UUID) -> None:
        """Note a conversation as it is now; nothing where this state is noted, or its person is forgotten (a job).

        A model words it without an open transaction; what went on meanwhile is read and worded again.
        """
        words: Worded | None = None
        for _ in range(MOST_TRIES):
            async with self._db.transaction(WRITER) as tx:
                gate = await _gate(tx, conversation_id)
            if gate is None:
                return
            words = await worded(self._models, self._settings, gate, composed(gate.known, standing_of(gate.known)))
            async with self._db.transaction(WRITER) as tx:
                if await self._keep(tx, conversation_id, state_of(gate.known), words):
                    return

    async def due(self) -> list[UUID]:
        """The conversations that rest and whose note is older than what happened in them last, the longest due first."""
        async with self._db.transaction(WRITER) as tx:
            silent_for = timedelta(minutes=(await policies.current(tx)).profile.concierge.note_after_minutes)
            rest = await conversations.resting(tx, silent_for=silent_for, since=tx.now - LOOKED_BACK)
            written = await repository.written_at(tx, [one.conversation_id for one in rest])
        never = datetime.min.replace(tzinfo=self._db.clock.now().tzinfo)
        late = [one.conversation_id for one in rest if written.get(one.conversation_id, never) <= one.changed_at]
        return late[:MOST_AT_ONCE]

    async def _keep(self, tx: Tx, conversation_id: UUID, state: str, words: Worded | None) -> bool:
        """Write the note and the lead together; False when the conversation went on since it was worded."""
        await tx.lock(f"crm:{conversation_id}")
        gate = await _gate(tx, conversation_id)
        if gate is None:
            return True
        if state_of(gate.known) != state:
            return False
        standing = standing_of(gate.known)
        known = with_due(gate.known, await _bring_lead(tx, gate.known, standing))
        own = composed(known, standing)
        draft, facts = gate.traced(words.draft if words and words.draft else own)
        await repository.add(tx, await _values(tx, known, standing, draft, facts, words))
        return True


async def _gate(tx: Tx, conversation_id: UUID) -> Gate | None:
    """What a note of the conversation has to rest on; None where there is nothing to be noted anew."""
    known = await known_of(tx, conversation_id)
    newest = await repository.newest(tx, conversation_id)
    if not known.heard or known.person.forgotten_at or (newest is not None and newest.state == state_of(known)):
        return None
    profile = (await policies.current(tx)).profile
    return Gate.of(known, await facts_of(tx, known, profile), profile)


async def _bring_lead(tx: Tx, known: Known, standing: Standing | None) -> datetime | None:
    """The person's lead goes where the conversation left it; a party has converted it where it was made."""
    if standing is None or standing == "won":
        return None
    return await growth.note_standing(
        tx,
        customer_id=known.thread.customer_id,
        reached=standing,
        wanted=_wish(known),
        quote_id=known.quote.id if known.quote else None,
        heard_at=known.heard[-1].created_at,
        spoke_at=known.replies[-1].created_at if known.replies else None,
    )


def _wish(known: Known) -> dict[str, Any]:
    """The party that was wished for, as leads keep one."""
    told, party = known.dialogue, known.counts
    said = {
        "event_date": told.day.isoformat() if told.day else None,
        "zip": told.zip,
        "adults": party.adults if party else None,
        "children": party.children if party else None,
        "toddlers": party.toddlers if party else None,
        "event_type": told.event_type,
    }
    return {what: value for what, value in said.items() if value is not None}


async def _values(
    tx: Tx,
    known: Known,
    standing: Standing | None,
    draft: Draft,
    facts: list[dict[str, Any]],
    words: Worded | None,
) -> dict[str, Any]:
    newest = await repository.newest(tx, known.thread.id)
    return {
        "conversation_id": known.thread.id,
        "version": newest.version + 1 if newest else 1,
        "state": state_of(known),
        "occasion": occasion_of(known),
        "summary": draft.summary,
        "next_step": draft.next_step,
        "next_by": due_at(known, standing),
        "facts": facts,
        "standing": standing,
        "model": words.model if words and words.draft else "builtin",
        "refused": words.refused if words else None,
    }


async def of_conversation(tx: Tx, *, conversation_id: UUID) -> list[CrmNote]:
    """Every version of a conversation's note, the newest first. Raises NoSuchConversation."""
    thread = await conversations.get(tx, conversation_id=conversation_id)
    return await _shown(tx, [thread])


async def of_customer(tx: Tx, *, customer_id: UUID) -> list[CrmNote]:
    """The newest note of each of a person's conversations, the newest first."""
    notes = await _shown(tx, await conversations.threads(tx, customer_id=customer_id))
    newest: dict[UUID, CrmNote] = {}
    for note in notes:
        newest.setdefault(note.conversation_id, note)
    return list(newest.values())


async def edit(tx: Tx, *, note_id: UUID, change: NoteEdit) -> CrmNote:
    """Staff say it better: their words count from here on, what was written stays beside them. Raises UnknownNote."""
    row = await repository.locked(tx, note_id)
    if row is None:
        raise UnknownNote()
    row.edited_summary, row.edited_next_step = change.summary, change.next_step
    row.edited_by, row.edited_at = tx.actor.id or UUID(int=0), tx.now
    await tx.session.flush()
    await audit.record(
        tx, action="crm_note_edit", resource="crm_note", resource_id=row.id, changes={}, reason=change.reason
    )
    thread = await conversations.get(tx, conversation_id=row.conversation_id)
    return _note(row, thread)


async def _shown(tx: Tx, threads: Sequence[Conversation]) -> list[CrmNote]:
    by_id = {thread.id: thread for thread in threads}
    rows = await repository.of_conversations(tx, list(by_id))
    return [_note(row, by_id[row.conversation_id]) for row in rows]


def _note(row: CrmNoteRow, thread: Conversation) -> CrmNote:
    edited = row.edited_at is not None
    values = {name: getattr(row, name) for name in CrmNote.model_fields if hasattr(row, name)}
    values |= {"channel": thread.channel}
    if edited:
        values |= {"summary": row.edited_summary, "next_step": row.edited_next_step}
        values |= {"written_summary": row.summary, "written_next_step": row.next_step}
    return CrmNote.model_validate(values)
