"""The door for what no customer asked for: queued only with consent, outside quiet hours, where a channel allows it."""

from datetime import datetime, timedelta
from uuid import UUID

from hibachi.conversations import outbox_repository as outbox
from hibachi.conversations import repository, rules
from hibachi.conversations.events import MessageWritten
from hibachi.conversations.models import ConversationRow, MessageRow
from hibachi.conversations.schemas import Consent, Message, Sent, Terms, Unasked, Unsent
from hibachi.conversations.service.consent import consent_in_force
from hibachi.customers import service as customers
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.policies import service as policies
from hibachi.policies.schemas import FollowUps
from hibachi.travel import service as travel


async def queue_unasked(tx: Tx, *, unasked: Unasked) -> Sent | Unsent:
    """Store and queue a message that the customer did not ask for; the same key again gives the first one back.

    Unsent, with nothing written, when the customer opted out, gave no consent for the purpose on this channel, has no
    proven address there, it is quiet where they are (until: when no more), Meta's window is closed, a human speaks
    with them, or an advertisement by text message does not say how to stop. Raises NotConnected (no carrier).
    """
    earlier = await repository.earlier(tx, unasked.channel, _key(unasked))
    if earlier is not None:
        return Sent(message=Message.model_validate(earlier))
    customer_id = await customers.hold_still(tx, customer_id=unasked.customer_id)
    if await repository.opted_out(tx, customer_id, unasked.channel):
        return Unsent(reason="opted_out")
    consent = await consent_in_force(tx, customer_id=customer_id, channel=unasked.channel, purpose=unasked.purpose)
    if consent is None:
        return Unsent(reason="no_consent")
    return await _within_hours(tx, unasked, customer_id, consent)


async def _within_hours(tx: Tx, unasked: Unasked, customer_id: UUID, consent: Consent) -> Sent | Unsent:
    address = await customers.reached_on(tx, customer_id=customer_id, channel=unasked.channel)
    if address is None:
        return Unsent(reason="no_address")
    if unasked.purpose == "marketing" and unasked.channel == "sms" and not rules.says_how_to_stop(unasked.checked.text):
        return Unsent(reason="no_way_out")
    last = await outbox.newest_words(tx, customer_id, unasked.channel)
    silent_for = tx.now - last.created_at if last else None
    follow_ups, zones = (await policies.current(tx)).profile.follow_ups, await _zones(tx, unasked, customer_id)
    terms = _terms(tx.now, consent, follow_ups, zones, _urgent(unasked, silent_for, follow_ups), unasked.tag)
    until = rules.quiet_until(tx.now, zones, terms.quiet_from, terms.quiet_to)
    if until is not None and not terms.urgent:
        return Unsent(reason="quiet_hours", until=until)
    if _window_closed(unasked, silent_for):
        return Unsent(reason="outside_window")
    thread = await repository.open_thread(
        tx, channel=unasked.channel, customer_id=customer_id, channel_metadata={"address": address, "proven": True}
    )
    return Unsent(reason="human_speaks") if thread.status != "ai" else await _queue(tx, unasked, thread, terms)


def _urgent(unasked: Unasked, silent_for: timedelta | None, follow_ups: FollowUps) -> bool:
    """Somebody who wrote a moment ago is awake: what is about their own party may reach them."""
    awake = timedelta(hours=follow_ups.still_awake_hours)
    return unasked.purpose == "transactional" and silent_for is not None and silent_for <= awake


def _window_closed(unasked: Unasked, silent_for: timedelta | None) -> bool:
    if unasked.channel not in rules.META_CHANNELS:
        return False
    return rules.meta_tag(unasked.channel, "unasked", unasked.purpose, silent_for, unasked.tag) is False


def _terms(
    now: datetime, consent: Consent, follow_ups: FollowUps, zones: list[str], urgent: bool, tag: str | None
) -> Terms:
    quiet = follow_ups.quiet_hours
    return Terms(
        consent_id=consent.id,
        zone=zones[0],
        local_time=wall(now, zones[0]).time(),
        quiet_from=quiet["from"],
        quiet_to=quiet["to"],
        urgent=urgent,
        tag=tag,
    )


async def _zones(tx: Tx, unasked: Unasked, customer_id: UUID) -> list[str]:
    """Where the recipient may be: at their party's address, else by its ZIP, else by their number, else with us."""
    known = unasked.event_zone or (travel.zone_of(unasked.zip) if unasked.zip else None)
    if known:
        return [known]
    number = await customers.reached_on(tx, customer_id=customer_id, channel="sms")
    by_number = customers.zones_of_number(number) if number else []
    return by_number or [(await policies.current(tx)).profile.business.timezone]


async def _queue(tx: Tx, unasked: Unasked, thread: ConversationRow, terms: Terms) -> Sent:
    row = MessageRow(
        id=new_id(),
        conversation_id=thread.id,
        channel=thread.channel,
        role="assistant",
        content=unasked.checked.text,
        facts=[dict(fact) for fact in unasked.checked.facts],
        provider_message_id=_key(unasked),
        meta={"unasked": unasked.key, "purpose": unasked.purpose}
        | ({"subject": unasked.subject} if unasked.subject else {}),
        created_at=tx.now,
    )
    await repository.add(tx, row)
    await repository.number(tx, thread.id)
    await tx.publish(MessageWritten(conversation_id=thread.id, message_id=row.id, kind="unasked", terms=terms))
    return Sent(message=Message.model_validate(row))


def _key(unasked: Unasked) -> str:
    return f"unasked:{unasked.key}"
