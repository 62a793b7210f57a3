"""What Meta's webhooks say, as far as we read them, whatever the product that they come from."""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from hibachi.customers.schemas import ChannelName

Kind = Literal[
    "message", "postback", "echo", "delivery", "read", "reaction", "deleted", "unsupported", "mention", "referral",
    "optin", "thread_control", "standby", "comment", "status", "other",
]  # fmt: skip
Json = dict[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Accounts:
    """Which of Meta's accounts are ours: an event of another one is nobody's message to us."""

    facebook: str | None = None
    instagram: str | None = None
    whatsapp: str | None = None

    def of(self, channel: ChannelName) -> str | None:
        """Our account on a channel."""
        return {"facebook": self.facebook, "instagram": self.instagram, "whatsapp": self.whatsapp}.get(channel)


class Loose(BaseModel):
    """Base of what is read: what we do not know of is left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, coerce_numbers_to_str=True)


class Reference(Loose):
    """Somebody, or something, by its id."""

    id: str = ""


class QuickReply(Loose):
    """The payload of a quick reply that was tapped."""

    payload: str = ""


class Attachment(Loose):
    """Something that is no text."""

    type: str = "file"
    payload: Json = Field(default_factory=dict)


class Message(Loose):
    """A message of Messenger or Instagram."""

    mid: str = ""
    text: str = ""
    is_echo: bool = False
    is_deleted: bool = False
    is_unsupported: bool = False
    app_id: str | None = None
    metadata: str | None = None
    quick_reply: QuickReply | None = None
    attachments: list[Attachment] = Field(default_factory=list)
    reply_to: Json | None = None
    referral: Json | None = None


class Postback(Loose):
    """A button that was tapped."""

    mid: str = ""
    title: str = ""
    payload: str = ""
    referral: Json | None = None


class Delivery(Loose):
    """Messages that were delivered: these, or all until an instant."""

    mids: list[str] = Field(default_factory=list)
    watermark: str | float | None = None


class Read(Loose):
    """What was read: this message (Instagram), or all until an instant (Messenger)."""

    mid: str = ""
    watermark: str | float | None = None


class Messaging(Loose):
    """One item of Messenger or Instagram."""

    sender: Reference = Reference()
    recipient: Reference = Reference()
    timestamp: str | float | None = None
    message: Message | None = None
    postback: Postback | None = None
    delivery: Delivery | None = None
    read: Read | None = None


class Text(Loose):
    """The words of a WhatsApp message."""

    body: str = ""


class Reply(Loose):
    """A button or a line of a list that was chosen."""

    id: str = ""
    title: str = ""


class Interactive(Loose):
    """An answer to a message with buttons or a list."""

    button_reply: Reply | None = None
    list_reply: Reply | None = None


class Button(Loose):
    """A button of a template that was tapped."""

    text: str = ""
    payload: str = ""


class WhatsAppMessage(Loose):
    """A message of WhatsApp; what is neither text nor a choice stays in its own field, by the name of its type."""

    model_config = ConfigDict(extra="allow")
    id: str = ""
    sender: str = Field("", alias="from")
    timestamp: str | None = None
    type: str = ""
    text: Text | None = None
    interactive: Interactive | None = None
    button: Button | None = None


class Problem(Loose):
    """Why something failed."""

    code: str = ""
    error_subcode: str | None = None
    message: str = ""
    is_transient: bool = False


class WhatsAppStatus(Loose):
    """What became of a message of ours on WhatsApp."""

    id: str = ""
    status: str = ""
    timestamp: str | None = None
    errors: list[Problem] = Field(default_factory=list)
    biz_opaque_callback_data: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What a person wrote to us, in words: the text, or what stands for it. noted: what is kept beside it."""

    channel: ChannelName
    account: str
    sender: str
    message_id: str
    text: str
    noted: Json
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Echo:
    """What somebody wrote to a customer in our name: we ourselves, or a person in Meta's own inbox."""

    channel: ChannelName
    account: str
    customer: str
    message_id: str
    text: str
    app_id: str | None
    metadata: str | None
