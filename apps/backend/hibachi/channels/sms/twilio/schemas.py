"""Twilio's answers, as far as we read them."""

from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _instant(written: Any) -> Any:
    """RFC 2822, as this API writes times; what is none is refused by the model."""
    return parsedate_to_datetime(written) if isinstance(written, str) else written


Instant = Annotated[datetime, BeforeValidator(_instant)]


class Answer(BaseModel):
    """Base of what the API answers."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Message(Answer):
    """A message of the account, of either direction. num_media: how many files came along."""

    sid: str
    body: str | None = None
    sender: str | None = Field(None, alias="from")
    to: str | None = None
    status: str = ""
    direction: str = ""
    date_created: Instant | None = None
    date_sent: Instant | None = None
    num_media: int = 0
    error_code: int | None = None
    messaging_service_sid: str | None = None

    @property
    def at(self) -> datetime | None:
        """When it was sent, or else made."""
        return self.date_sent or self.date_created


class Page(Answer):
    """A page of messages, the newest first."""

    messages: list[Message]
    next_page_uri: str | None = None


class Media(Answer):
    """A file that came along."""

    content_type: str = ""
    uri: str = ""


class MediaPage(Answer):
    """The files of one message."""

    media_list: list[Media]


class Number(Answer):
    """A number of the account, and where it sends the messages that come to it."""

    sms_url: str | None = None


class NumberPage(Answer):
    """The account's numbers that were asked for."""

    incoming_phone_numbers: list[Number]


class Problem(Answer):
    """Why the API refused."""

    code: int | None = None
    message: str = ""
