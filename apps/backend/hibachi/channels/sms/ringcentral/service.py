"""Use cases of RingCentral: read back what an event hints at, and keep the subscription that events come by."""

import logging
from datetime import datetime, timedelta

from hibachi.channels.carriers import CarrierRefused
from hibachi.channels.schemas import Arrived
from hibachi.channels.sms import repository
from hibachi.channels.sms.ringcentral import rules
from hibachi.channels.sms.ringcentral.gateway import RingCentral
from hibachi.channels.sms.ringcentral.schemas import StoredMessage, Subscription
from hibachi.channels.webhooks.schemas import NewEvent, Reported, StoredEvent
from hibachi.customers.schemas import Contact
from hibachi.kit.db import Database

log = logging.getLogger(__name__)
LISTED = "listed"
"""An event of our own asking: what the store held. No webhook has this kind."""

LOOK_BACK = timedelta(hours=2)
"""How far back an event of changes makes us look: a carrier says within it what became of a message."""

__all__ = ["Subscriber", "happened", "missed"]


async def happened(api: RingCentral, event: StoredEvent) -> list[Arrived | Reported]:
    """What the message store holds of what an event hints at: nothing of the event itself is believed.

    Raises what the API's exchange raises.
    """
    if event.kind == "message":
        return _told(await api.message(rules.message_id(event.payload)))
    if event.kind == LISTED:
        return _told(StoredMessage.model_validate(event.payload))
    if not rules.concerns_texts(event.payload):
        return []
    found = await api.messages(since=event.received_at - LOOK_BACK)
    return [happening for message in reversed(found) for happening in _told(message)]


async def missed(api: RingCentral, since: datetime) -> list[NewEvent]:
    """What the message store holds since an instant, as events, the oldest first; one for each state of a message.

    Raises what the API's exchange raises.
    """
    return [
        NewEvent(
            "ringcentral",
            f"{LISTED}:{message.id}:{message.status}",
            LISTED,
            message.model_dump(mode="json", by_alias=True),
        )
        for message in reversed(await api.messages(since=since))
    ]


def _told(message: StoredMessage) -> list[Arrived | Reported]:
    if message.type != "SMS":
        return []
    if message.direction == "Inbound":
        return [_arrived(message)] if message.sender.phone_number else []
    state = rules.STATES.get(message.status)
    return [Reported("ringcentral", str(message.id), state, message.error_code)] if state else []


def _arrived(message: StoredMessage) -> Arrived:
    media = [one for one in message.attachments if not one.content_type.startswith("text/")]
    shown = " ".join(f"[{one.content_type.split('/')[0] or 'file'}]" for one in media)
    return Arrived(
        channel="sms",
        contact=Contact(channel="sms", phone=message.sender.phone_number),
        text=message.subject.strip() or shown,
        provider_message_id=f"ringcentral:{message.id}",
        received_at=message.created,
        metadata={"attachments": [{"type": one.content_type, "url": one.uri} for one in media]} if media else {},
        addressed_to=message.to[0].phone_number if message.to else None,
    )


class Subscriber:
    """Keeps one subscription alive: made where there is none, renewed a day before it ends."""

    def __init__(self, api: RingCentral, db: Database, *, address: str, token: str) -> None:
        self._api = api
        self._db = db
        self._address = address
        self._token = token

    async def keep(self) -> None:
        """Look after the subscription (a job); raises what the API's exchange raises."""
        async with self._db.transaction() as tx:
            known = await repository.subscription(tx, self._address)
            if known is not None and known.expires_at - tx.now > rules.RENEW_BEFORE:
                return
        subscription = await self._renewed(known.subscription_id) if known else None
        subscription = subscription or await self._api.subscribe(self._address, self._token)
        async with self._db.transaction() as tx:
            await repository.keep_subscription(
                tx, address=self._address, subscription_id=subscription.id, expires_at=subscription.expires_at
            )

    async def _renewed(self, subscription_id: str) -> Subscription | None:
        try:
            return await self._api.renew(subscription_id)
        except CarrierRefused as refusal:
            log.warning("ringcentral's subscription is gone (%s): a new one is made", refusal.code)
            return None
