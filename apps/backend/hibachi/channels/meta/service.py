"""Use cases of Meta: what a signed request brings, and what an event says happened."""

from uuid import UUID

from hibachi.channels.carriers import Carrier
from hibachi.channels.meta import reading, rules
from hibachi.channels.meta.gateway import Messenger, WhatsApp
from hibachi.channels.meta.schemas import Accounts, Delivery, Echo, Messaging, Read, WhatsAppStatus
from hibachi.channels.schemas import Arrived
from hibachi.channels.webhooks.rules import instant
from hibachi.channels.webhooks.schemas import DeliveryState, Echoed, Happening, Reported, ReportedUntil, StoredEvent
from hibachi.conversations.schemas import Received
from hibachi.customers import service as customers
from hibachi.customers.schemas import ChannelName, Contact
from hibachi.kit.db import Database, Tx
from hibachi.settings import Settings

NOTE_NAME = "meta.note_name"

__all__ = ["NOTE_NAME", "Names", "accounts_of", "carriers_of", "happened"]


def accounts_of(settings: Settings) -> Accounts:
    """Which of Meta's accounts are ours."""
    return Accounts(settings.facebook_page_id, settings.instagram_account_id, settings.whatsapp_number_id)


def carriers_of(settings: Settings) -> list[Carrier]:
    """The carriers of Facebook, Instagram and WhatsApp that the settings have credentials for."""
    found: list[Carrier] = [*messengers_of(settings)]
    if settings.whatsapp_number_id and settings.whatsapp_token:
        number, language = settings.whatsapp_number_id, settings.whatsapp_template_language
        found.append(WhatsApp(settings.meta_base_url, number, settings.whatsapp_token, language=language))
    return found


def messengers_of(settings: Settings) -> list[Messenger]:
    """Facebook and Instagram, those that are connected."""
    url, found = settings.meta_base_url, list[Messenger]()
    if settings.facebook_page_id and settings.facebook_page_token:
        found.append(Messenger("facebook", url, settings.facebook_page_id, settings.facebook_page_token))
    if settings.instagram_account_id and settings.instagram_token:
        found.append(Messenger("instagram", url, settings.instagram_account_id, settings.instagram_token))
    return found


class Names:
    """What people of Facebook and Instagram call themselves: their messages do not say, their profile does."""

    def __init__(self, settings: Settings, db: Database) -> None:
        self._messengers = {messenger.name: messenger for messenger in messengers_of(settings)}
        self._db = db

    async def note(self, tx: Tx, received: Received, handle: str | None) -> None:
        """Have the name of somebody looked up by a job, at the beginning of a thread with somebody without one."""
        thread = received.conversation
        if thread.channel not in self._messengers or thread.created_at != tx.now or handle is None:
            return
        await tx.defer(NOTE_NAME, channel=thread.channel, handle=handle, customer_id=str(thread.customer_id))

    async def look_up(self, channel: str, handle: str, customer_id: UUID) -> None:
        """The job: ask Meta, and keep the name of a person who has told none. Raises what the exchange raises."""
        name = reading.printable(await self._messengers[channel].name_of(handle))
        if name is None:
            return
        async with self._db.transaction() as tx:
            if (await customers.get(tx, customer_id=customer_id)).name is None:
                await customers.note_contact(tx, customer_id=customer_id, name=name)

    async def close(self) -> None:
        """Close the connections."""
        for messenger in self._messengers.values():
            await messenger.close()


def happened(event: StoredEvent, accounts: Accounts) -> list[Happening]:
    """What an event says: messages that arrived, or what became of ours; nothing for what asks for no answer.

    Raises Unreadable for an item that is not what Meta's protocol says.
    """
    channel, account = reading.channel_of(event), reading.account_of(event)
    if accounts.of(channel) != account:
        return []
    match event.kind:
        case "message" | "postback":
            return [_arrived(event)]
        case "echo":
            return [_echoed(reading.echo(event))]
        case "delivery" | "read":
            return _seen(reading.item_of(event, Messaging), channel)
        case "status":
            return _status(reading.item_of(event, WhatsAppStatus))
        case _:
            return []


def _arrived(event: StoredEvent) -> Arrived:
    said = reading.said(event)
    phone = said.sender if said.channel == "whatsapp" else None
    return Arrived(
        channel=said.channel,
        contact=Contact(channel=said.channel, handle=said.sender, phone=phone, name=said.name),
        text=said.text,
        provider_message_id=said.message_id,
        received_at=event.received_at,
        metadata={**said.noted, "account_id": said.account},
        addressed_to=said.account,
    )


def _echoed(echo: Echo) -> Happening:
    """Ours, where it gives back the id that we sent along; else it is looked up."""
    mid = rules.short(echo.message_id)
    if (own := reading.own_id(echo.metadata)) is not None:
        return Reported(echo.channel, mid, "sent", outbox_id=own)
    return Echoed(echo.channel, echo.customer, mid, echo.text)


def _seen(item: Messaging, channel: ChannelName) -> list[Happening]:
    """What was delivered or read: the messages that are named, else all that the person was sent until an instant."""
    state: DeliveryState = "delivered" if item.delivery else "read"
    told = item.delivery or item.read or Read()
    named = told.mids if isinstance(told, Delivery) else [mid for mid in [told.mid] if mid]
    until = instant(told.watermark)
    if not named and until is not None:
        return [ReportedUntil(channel, item.sender.id, until, state)]
    return [Reported(channel, rules.short(mid), state) for mid in named]


def _status(status: WhatsAppStatus) -> list[Happening]:
    state = rules.STATES.get(status.status)
    code = status.errors[0].code if status.errors else None
    own = reading.own_id(status.biz_opaque_callback_data)
    return [Reported("whatsapp", rules.short(status.id), state, code, own)] if state else []
