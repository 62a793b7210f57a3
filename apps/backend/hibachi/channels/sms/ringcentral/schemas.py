"""RingCentral's answers, as far as we read them."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Answer(BaseModel):
    """Base of what the API answers."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Token(Answer):
    """An access token, and for how many seconds it is one."""

    access_token: str
    expires_in: int = Field(ge=1)


class Party(Answer):
    """One end of a message; a number of several digits without + is a short code."""

    phone_number: str | None = Field(None, alias="phoneNumber")
    name: str | None = None


class Number(Answer):
    """A number of the extension, and what it may do."""

    phone_number: str | None = Field(None, alias="phoneNumber")
    features: list[str] = Field(default_factory=list)


class NumberList(Answer):
    """The extension's numbers."""

    records: list[Number]


class Attachment(Answer):
    """A part of a message: its text, or a picture."""

    id: int | str
    type: str = ""
    content_type: str = Field("", alias="contentType")
    uri: str = ""


class StoredMessage(Answer):
    """A message of the message store. `subject` is the text."""

    id: int
    type: str
    direction: Literal["Inbound", "Outbound"]
    sender: Party = Field(alias="from")
    to: list[Party] = Field(default_factory=list)
    subject: str = ""
    created: datetime = Field(alias="creationTime")
    status: str = Field("", alias="messageStatus")
    error_code: str | None = Field(None, alias="deliveryErrorCode")
    attachments: list[Attachment] = Field(default_factory=list)


class Following(Answer):
    """Where the next page is."""

    uri: str


class Navigation(Answer):
    """The pages around one."""

    next_page: Following | None = Field(None, alias="nextPage")


class MessageList(Answer):
    """A page of the message store, the newest first."""

    records: list[StoredMessage]
    navigation: Navigation = Navigation()


class SentMessage(Answer):
    """What the API answers to a sending."""

    id: int


class Subscription(Answer):
    """A subscription: until when its events come, and where to."""

    id: str
    expires_at: datetime = Field(alias="expirationTime")
    status: str = "Active"


class Problem(Answer):
    """Why the API refused."""

    code: str = Field(default="", alias="errorCode")
    message: str = ""
