"""Reviewing a draft: what a person wrote is held against the facts of its turn, and they are told what nothing supports."""

from uuid import UUID

from hibachi.channels.reviews.schemas import QUESTION, Reviewed
from hibachi.concierge import rules as evidence
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Approval, DraftEdit
from hibachi.kit.db import Tx
from hibachi.policies import service as policies


async def edit(tx: Tx, *, draft_id: UUID, wanted: DraftEdit) -> Reviewed:
    """Keep a person's wording, with the amounts in it that no fact holds: they have to be confirmed when approving.

    Raises NoSuchDraft, DraftEnded, CustomerOptedOut, MessageEmpty, MessageTooLong, MessageUnreadable.
    """
    tools = await conversations.draft_facts(tx, draft_id=draft_id)
    zone = (await policies.current(tx)).profile.business.timezone
    unsupported = evidence.unsupported_amounts(wanted.content, tools, zone=zone)
    return Reviewed(draft=await conversations.edit(tx, draft_id=draft_id, wanted=wanted, unsupported=unsupported))


async def approve(tx: Tx, *, draft_id: UUID, approval: Approval) -> Reviewed:
    """Send a draft; a second time gives the first answer. Raises what conversations.approve raises."""
    sent = await conversations.approve(tx, draft_id=draft_id, approval=approval)
    return Reviewed(draft=sent, question=QUESTION)


async def reject(tx: Tx, *, draft_id: UUID, reason: str) -> Reviewed:
    """Never send a draft; whoever rejects it has the conversation. Raises NoSuchDraft, DraftEnded."""
    return Reviewed(draft=await conversations.reject(tx, draft_id=draft_id, reason=reason))
