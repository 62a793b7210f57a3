"""The doors of this installation: which are open, with which secrets, and what follows from what comes in."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Annotated

from fastapi import Depends, Request
from pydantic import SecretStr

from hibachi.channels import delivery
from hibachi.channels.inbound import arrive
from hibachi.channels.limits.service import Limit, Limits
from hibachi.channels.meta import service as meta
from hibachi.channels.schemas import Arrived
from hibachi.channels.sms.missed import Missed, Source
from hibachi.channels.sms.ringcentral import rules as ringcentral_rules
from hibachi.channels.sms.ringcentral import service as ringcentral
from hibachi.channels.sms.ringcentral.service import Subscriber
from hibachi.channels.sms.service import ringcentral_of, twilio_of
from hibachi.channels.sms.twilio import service as twilio
from hibachi.channels.webhooks.errors import DoorClosed
from hibachi.channels.webhooks.rules import STALE_AFTER, same
from hibachi.channels.webhooks.schemas import Echoed, Happening, Reported, ReportedUntil, StoredEvent
from hibachi.channels.webhooks.service import Inbox
from hibachi.concierge.service import Concierge
from hibachi.conversations import service as conversations
from hibachi.conversations.errors import NoSuchConversation
from hibachi.conversations.rules import LONGEST_MESSAGE
from hibachi.customers import service as customers
from hibachi.customers.rules import KIND_OF
from hibachi.kit.db import Database, Tx
from hibachi.policies import service as policies
from hibachi.policies.fields import Ceiling
from hibachi.settings import Settings

RINGCENTRAL_PATH = "/api/v1/webhooks/ringcentral"
TOO_MANY = "too_many_messages"
LATE = "message_came_late"
HUMAN_ELSEWHERE = "answered_elsewhere"


class Doors:
    """Every provider's door: open where the settings hold what verifies its messages, else as if it were not there."""

    def __init__(self, settings: Settings, db: Database, concierge: Concierge, limits: Limits) -> None:
        self.public_url = settings.public_url
        self._settings = settings
        self._concierge = concierge
        self._limits = limits
        self._accounts = meta.accounts_of(settings)
        self.twilio, self.ringcentral = twilio_of(settings), ringcentral_of(settings)
        self.subscriber = self._subscriber(db)
        self.names = meta.Names(settings, db)
        self.inbox = Inbox(
            db,
            readers={"twilio": self._read_twilio, "meta": self._read_meta, "ringcentral": self._read_ringcentral},
            asking=frozenset({"ringcentral"}),
            act=self._act,
            limits=limits,
            refusals_per_minute=settings.webhook_refusals_per_minute,
        )
        self.missed = Missed(db, self.inbox, self._sources())

    def twilio_token(self) -> SecretStr:
        """What Twilio signs with; raises DoorClosed."""
        return _of_an_open_door(self._settings.twilio_auth_token)

    def meta_secret(self) -> str:
        """What Meta signs with; raises DoorClosed."""
        return _of_an_open_door(self._settings.meta_app_secret).get_secret_value()

    def meta_verify_token(self) -> str:
        """What Meta's question at set-up must name; raises DoorClosed."""
        return _of_an_open_door(self._settings.meta_verify_token).get_secret_value()

    def ringcentral_token(self, path_secret: str) -> str:
        """What RingCentral sends with each event; raises DoorClosed, also at any address but the secret one."""
        token = _of_an_open_door(self._settings.ringcentral_webhook_token).get_secret_value()
        if not same(path_secret, ringcentral_rules.path_secret(token)):
            raise DoorClosed()
        return token

    async def close(self) -> None:
        """Close the connections to the providers and to Redis."""
        await self._limits.close()
        await self.names.close()
        for api in (self.twilio, self.ringcentral):
            if api is not None:
                await api.close()

    def _subscriber(self, db: Database) -> Subscriber | None:
        token = self._settings.ringcentral_webhook_token
        if self.ringcentral is None or token is None or self.public_url is None:
            return None
        secret = token.get_secret_value()
        address = f"{self.public_url}{RINGCENTRAL_PATH}/{ringcentral_rules.path_secret(secret)}"
        return Subscriber(self.ringcentral, db, address=address, token=secret)

    def _sources(self) -> dict[str, Source]:
        found: dict[str, Source] = {}
        if self.twilio is not None:
            found["twilio"] = partial(twilio.missed, self.twilio)
        if self.ringcentral is not None:
            found["ringcentral"] = partial(ringcentral.missed, self.ringcentral)
        return found

    async def _read_twilio(self, event: StoredEvent) -> Sequence[Happening]:
        return twilio.happened(event)

    async def _read_meta(self, event: StoredEvent) -> Sequence[Happening]:
        return meta.happened(event, self._accounts)

    async def _read_ringcentral(self, event: StoredEvent) -> Sequence[Happening]:
        return await ringcentral.happened(self.ringcentral, event) if self.ringcentral else []

    async def _act(self, tx: Tx, happening: Happening) -> None:
        match happening:
            case Reported():
                await _report(tx, happening)
            case ReportedUntil(provider, recipient, until, state):
                await conversations.report_until(tx, provider=provider, recipient=recipient, until=until, state=state)
            case Echoed():
                await _echoed(tx, happening)
            case Arrived():
                await self._arrived(tx, happening)

    async def health(self) -> dict[str, bool]:
        """Whether Redis is configured, and then whether it answers."""
        return await self._limits.health()

    async def _arrived(self, tx: Tx, arrived: Arrived) -> None:
        known = await conversations.find_message(
            tx, channel=arrived.channel, provider_message_id=arrived.provider_message_id
        )
        if known is not None:
            return
        waits, too_many = await self._counted(tx, arrived)
        for part in parts(arrived):
            received = await arrive(tx, self._concierge, part, hold_for=waits)
        await self.names.note(tx, received, arrived.contact.handle)
        if too_many:
            summary = "More messages in a day than a person writes: a robot, perhaps. The machine answers no more."
            await conversations.escalate(tx, conversation_id=received.conversation.id, reason=TOO_MANY, summary=summary)
        if tx.now - arrived.received_at > STALE_AFTER:
            summary = f"Written {arrived.received_at:%Y-%m-%d %H:%M} UTC, while this installation could not be reached."
            await conversations.escalate(tx, conversation_id=received.conversation.id, reason=LATE, summary=summary)

    async def _counted(self, tx: Tx, arrived: Arrived) -> tuple[timedelta, bool]:
        """Count a message: how long its answer waits, and whether it is more than a person writes in a day."""
        limits = (await policies.current(tx)).profile.concierge.limits
        whom = f"{arrived.channel}:{customers.address_on(arrived.channel, arrived.contact)}"
        ours = f"{arrived.channel}:{arrived.addressed_to}"
        person = await self._limits.hit(tx, limit=_limit("person", limits.person), whom=whom)
        daily = await self._limits.hit(tx, limit=_limit("person_daily", limits.person_daily), whom=whom)
        number = await self._limits.hit(tx, limit=_limit("number", limits.number), whom=ours)
        ends = [count.ends_at for count in (person, number) if count.exceeded]
        return max(ends, default=tx.now) - tx.now, daily.exceeded


async def _report(tx: Tx, told: Reported) -> None:
    """Note what became of a message of ours; one whose sending had no answer is thereby known to be sent."""
    if told.outbox_id is not None:
        with suppress(NoSuchConversation):  # not, or no longer, a message of this installation
            await conversations.accepted(
                tx,
                outbox_id=told.outbox_id,
                provider=told.provider,
                provider_message_id=told.provider_message_id,
            )
    await delivery.report(
        tx,
        provider=told.provider,
        provider_message_id=told.provider_message_id,
        state=told.state,
        code=told.code,
    )


async def _echoed(tx: Tx, echoed: Echoed) -> None:
    """A person who answers in the provider's own inbox speaks: the machine is silent from then on."""
    ours = await conversations.report(
        tx, provider=echoed.channel, provider_message_id=echoed.provider_message_id, state="sent"
    )
    kind = KIND_OF[echoed.channel]
    customer = await customers.known_by(tx, kind=kind, value=echoed.handle) if ours is None else None
    if customer is None:
        return
    for thread in await conversations.threads(tx, customer_id=customer.id):
        if thread.channel == echoed.channel and thread.status == "ai":
            summary = f"Somebody answered the customer in the inbox of {echoed.channel}: “{echoed.text[:300]}”"
            await conversations.escalate(tx, conversation_id=thread.id, reason=HUMAN_ELSEWHERE, summary=summary)


def parts(arrived: Arrived) -> list[Arrived]:
    """A message in as many as fit: what is longer than one may be is stored in several, and none of it lost."""
    text = arrived.text
    if len(text) <= LONGEST_MESSAGE:
        return [arrived]
    pieces = [text[start : start + LONGEST_MESSAGE] for start in range(0, len(text), LONGEST_MESSAGE)]
    first, *more = pieces
    numbered = enumerate(more, 2)
    rest = [{"text": piece, "provider_message_id": f"{arrived.provider_message_id}:{at}"} for at, piece in numbered]
    return [arrived.model_copy(update=change) for change in ({"text": first}, *rest)]


def _limit(name: str, ceiling: Ceiling) -> Limit:
    return Limit(name, ceiling.messages, ceiling.minutes * 60)


def _of_an_open_door(secret: SecretStr | None) -> SecretStr:
    if secret is None:
        raise DoorClosed()
    return secret


def _doors(request: Request) -> Doors:
    doors: Doors = request.app.state.runtime.doors
    return doors


CurrentDoors = Annotated[Doors, Depends(_doors)]
"""The doors of this process."""
