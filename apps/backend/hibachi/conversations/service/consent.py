"""Consent: STOP and START, and the ledger of who agreed to what, when, in which words."""

from uuid import UUID

from hibachi.audit import service as audit
from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import repository
from hibachi.conversations.consent_schemas import ConsentOverview, OptOut
from hibachi.conversations.drafts import repository as drafts
from hibachi.conversations.events import CustomerRestarted, CustomerStopped
from hibachi.conversations.rules import STOPPED_BY_STOP
from hibachi.conversations.schemas import Basis, Consent, ConsentEntry, Purpose
from hibachi.customers import service as customers
from hibachi.customers.schemas import ChannelName
from hibachi.kit.db import Tx


async def opt_out(
    tx: Tx,
    *,
    customer_id: UUID,
    channel: ChannelName,
    words: str,
    basis: Basis = "keyword",
    message_id: UUID | None = None,
) -> bool:
    """Note that a customer wants no more messages on a channel, with their words; False when it stood already.

    What is queued for them there is withheld in the same transaction. message_id: the message that said so.
    """
    noted = await repository.add_opt_out(tx, customer_id, channel, words)
    if noted:
        await drafts.withdraw_of(tx, customer_id, channel)
        entry = ConsentEntry(channel=channel, purpose="all", granted=False, basis=basis, words=words, source=message_id)
        await outbox.add_consent(tx, customer_id, entry)
        await outbox.withhold(tx, outbox.of_customer(customer_id, channel), STOPPED_BY_STOP, "opted_out")
        await tx.publish(CustomerStopped(customer_id=customer_id, channel=channel))
    return noted


async def opt_in(
    tx: Tx,
    *,
    customer_id: UUID,
    channel: ChannelName,
    words: str,
    basis: Basis = "keyword",
    message_id: UUID | None = None,
) -> bool:
    """End a customer's opt-out of a channel by their own words; False when there is none.

    It lets us speak of their own party again; advertising needs a consent of its own, given anew.
    """
    ended = await repository.end_opt_out(tx, customer_id, channel, words)
    if ended:
        entry = ConsentEntry(
            channel=channel, purpose="transactional", granted=True, basis=basis, words=words, source=message_id
        )
        await outbox.add_consent(tx, customer_id, entry)
        await tx.publish(CustomerRestarted(customer_id=customer_id, channel=channel))
    return ended


async def is_opted_out(tx: Tx, *, customer_id: UUID, channel: ChannelName) -> bool:
    """Whether we may not write to a customer on a channel."""
    return await repository.opted_out(tx, customer_id, channel)


async def note_consent(tx: Tx, *, customer_id: UUID, entry: ConsentEntry) -> Consent:
    """Add an entry to the ledger: a box that was ticked, a form, a withdrawal. The newest one of a purpose counts."""
    return Consent.model_validate(await outbox.add_consent(tx, customer_id, entry))


async def consents(tx: Tx, *, customer_id: UUID) -> list[Consent]:
    """Everything that a customer ever agreed to or withdrew, oldest first."""
    return [Consent.model_validate(row) for row in await outbox.consents(tx, customer_id)]


async def consent_overview(tx: Tx, *, customer_id: UUID) -> ConsentOverview:
    """What a person wants and ever said of it; raises NotFound."""
    person = await customers.get(tx, customer_id=customer_id)
    refused = [OptOut.model_validate(row) for row in await repository.opt_outs(tx, person.id)]
    return ConsentOverview(opted_out=refused, ledger=(await consents(tx, customer_id=person.id))[::-1])


async def stop_for(tx: Tx, *, customer_id: UUID, channel: ChannelName, words: str) -> ConsentOverview:
    """Staff note that a customer wants nothing more on a channel, in their words. Audited; raises NotFound.

    There is no way back by hand: only the customer's own START ends it.
    """
    person = await customers.hold_still(tx, customer_id=customer_id)
    if await opt_out(tx, customer_id=person, channel=channel, words=words, basis="staff"):
        changes = {"channel": (None, channel)}
        await audit.record(tx, action="customer_opt_out", resource="customer", resource_id=person, changes=changes)
    return await consent_overview(tx, customer_id=person)


async def consent_in_force(tx: Tx, *, customer_id: UUID, channel: ChannelName, purpose: Purpose) -> Consent | None:
    """The entry on which an unasked message of a purpose may rest; None when there is none, or it was withdrawn.

    To speak of their own party it is enough that they wrote to us there: their message becomes the entry.
    """
    if await repository.opted_out(tx, customer_id, channel):
        return None
    newest = await outbox.newest_consent(tx, customer_id, channel, purpose)
    if newest is not None:
        return Consent.model_validate(newest) if newest.granted else None
    return await _implied(tx, customer_id, channel) if purpose == "transactional" else None


async def _implied(tx: Tx, customer_id: UUID, channel: ChannelName) -> Consent | None:
    said = await outbox.newest_words(tx, customer_id, channel)
    if said is None:
        return None
    entry = ConsentEntry(
        channel=channel,
        purpose="transactional",
        granted=True,
        basis="wrote_to_us",
        words=said.content,
        source=said.id,
        at=said.created_at,
    )
    return Consent.model_validate(await outbox.add_consent(tx, customer_id, entry))
