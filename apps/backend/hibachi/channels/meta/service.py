"""Use cases of Meta: what a signed request brings, and what an event says happened."""

from hibachi.channels.carriers import Carrier
from hibachi.channels.meta import reading, rules
from hibachi.channels.meta.gateway import Messenger, WhatsApp
from hibachi.channels.meta.schemas import Accounts, Echo, Messaging, WhatsAppStatus
from hibachi.channels.schemas import Arrived
from hibachi.channels.webhooks.schemas import Echoed, Happening, Reported, StoredEvent
from hibachi.customers.schemas import Contact
from hibachi.settings import Settings

__all__ = ["accounts_of", "carriers_of", "happened"]


def accounts_of(settings: Settings) -> Accounts:
    """Which of Meta's accounts are ours."""
    return Accounts(settings.facebook_page_id, settings.instagram_account_id, settings.whatsapp_number_id)


def carriers_of(settings: Settings) -> list[Carrier]:
    """The carriers of Facebook, Instagram and WhatsApp that the settings have credentials for."""
    url, found = settings.meta_base_url, list[Carrier]()
    if settings.facebook_page_id and settings.facebook_page_token:
        found.append(Messenger("facebook", url, settings.facebook_page_id, settings.facebook_page_token))
    if settings.instagram_account_id and settings.instagram_token:
        found.append(Messenger("instagram", url, settings.instagram_account_id, settings.instagram_token))
    if settings.whatsapp_number_id and settings.whatsapp_token:
        found.append(WhatsApp(url, settings.whatsapp_number_id, settings.whatsapp_token))
    return found


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
        case "delivery":
            delivery = reading.item_of(event, Messaging).delivery
            return [Reported(channel, rules.short(mid), "delivered") for mid in (delivery.mids if delivery else [])]
        case "read":
            read = reading.item_of(event, Messaging).read
            return [Reported(channel, rules.short(read.mid), "read")] if read and read.mid else []
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


def _status(status: WhatsAppStatus) -> list[Happening]:
    state = rules.STATES.get(status.status)
    code = status.errors[0].code if status.errors else None
    own = reading.own_id(status.biz_opaque_callback_data)
    return [Reported("whatsapp", rules.short(status.id), state, code, own)] if state else []
