"""What an event of Meta's says in words: a message, a button, a picture. Pure."""

from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel, JsonValue, ValidationError

from hibachi.channels.meta.rules import MEDIA, short
from hibachi.channels.meta.schemas import Echo, Json, Message, Messaging, Said, WhatsAppMessage
from hibachi.channels.webhooks.errors import Unreadable
from hibachi.channels.webhooks.schemas import StoredEvent
from hibachi.customers.schemas import CHANNELS, ChannelName

LONGEST_NAME = 200
Model = TypeVar("Model", bound=BaseModel)


def item_of(event: StoredEvent, model: type[Model]) -> Model:
    """The item of an event; raises Unreadable."""
    try:
        return model.model_validate(event.payload["item"])
    except ValidationError:
        raise Unreadable() from None


def channel_of(event: StoredEvent) -> ChannelName:
    """The channel that an event came by."""
    return next(channel for channel in CHANNELS if channel == event.payload["channel"])


def account_of(event: StoredEvent) -> str:
    """Which of our accounts it came to."""
    return str(event.payload["account"])


def said(event: StoredEvent) -> Said:
    """What a person wrote or tapped; raises Unreadable."""
    if channel_of(event) == "whatsapp":
        return _on_whatsapp(event)
    item = item_of(event, Messaging)
    message, postback = item.message, item.postback
    if message is not None:
        own, text, noted = message.mid, text_of(message), _noted(message)
    elif postback is not None:
        own, text, noted = postback.mid, postback.title or postback.payload, {"postback": postback.payload}
    else:
        raise Unreadable()
    if not item.sender.id:
        raise Unreadable()
    message_id = short(own) if own else event.event_id
    return Said(channel_of(event), account_of(event), item.sender.id, message_id, text, noted)


def text_of(message: Message) -> str:
    """The words of a message; of one without words, what it holds: "[image]"."""
    return message.text.strip() or " ".join(f"[{one.type}]" for one in message.attachments)


def echo(event: StoredEvent) -> Echo:
    """What was written in our name; raises Unreadable."""
    item = item_of(event, Messaging)
    if item.message is None:
        raise Unreadable()
    text = text_of(item.message)
    # The sender of an echo is our account; where a sample says otherwise, whoever is not us is the customer.
    customer = item.recipient.id if item.sender.id == account_of(event) else item.sender.id
    own = item.message
    return Echo(channel_of(event), account_of(event), customer, own.mid, text, own.app_id, own.metadata)


def _noted(message: Message) -> Json:
    attachments: list[JsonValue] = [
        {"type": one.type, "url": one.payload.get("url"), "title": one.payload.get("title")}
        for one in message.attachments
    ]
    noted: dict[str, JsonValue] = {
        "attachments": attachments,
        "quick_reply": message.quick_reply.payload if message.quick_reply else None,
        "reply_to": message.reply_to,
        "referral": message.referral,
    }
    return {name: value for name, value in noted.items() if value}


def _on_whatsapp(event: StoredEvent) -> Said:
    message = item_of(event, WhatsAppMessage)
    profile = getattr(message, "profile", None)
    name = profile.get("name") if isinstance(profile, dict) else None
    text, noted = _whatsapp_words(message)
    return Said(
        "whatsapp",
        account_of(event),
        f"+{message.sender.removeprefix('+')}",
        short(message.id) if message.id else event.event_id,
        text,
        noted,
        printable(name),
    )


def _whatsapp_words(message: WhatsAppMessage) -> tuple[str, Json]:
    if message.text is not None:
        return message.text.body, {}
    if message.interactive is not None:
        chosen = message.interactive.button_reply or message.interactive.list_reply
        return (chosen.title, {"quick_reply": chosen.id}) if chosen else ("", {})
    if message.button is not None:
        return message.button.text, {"quick_reply": message.button.payload}
    content = getattr(message, message.type, None) if message.type in MEDIA else None
    caption = content.get("caption") if isinstance(content, dict) else None
    return str(caption or f"[{message.type}]"), {"attachments": [{"type": message.type, "content": content}]}


def printable(name: JsonValue) -> str | None:
    """A name that somebody gave themselves, without what is not printable."""
    shown = "".join(letter for letter in str(name or "") if letter.isprintable())
    return shown.strip()[:LONGEST_NAME] or None


def own_id(written: str | None) -> UUID | None:
    """The id of a message of ours that Meta gives back as we sent it along; None where it is no such id."""
    try:
        return UUID(written) if written else None
    except ValueError:
        return None
