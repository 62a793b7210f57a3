"""What staff send about a conversation."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from hibachi.customers.schemas import Channel


class Reason(BaseModel):
    """Why staff step in."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reason: str = Field(min_length=1, max_length=500)


class Stop(BaseModel):
    """On which channel a customer wants nothing more, and how they said so."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    channel: Channel
    words: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\x00]*$")]


class StaffReply(BaseModel):
    """What staff write to the customer."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str


class Closing(BaseModel):
    """How a conversation ended."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    successful: bool
    reason: str | None = Field(None, max_length=500)


class Rating(BaseModel):
    """How satisfied the customer was: 1 (not at all) to 5."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    score: int = Field(ge=1, le=5)
