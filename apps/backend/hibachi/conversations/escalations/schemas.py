"""What is handed over with a conversation."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

Urgency = Literal["low", "normal", "high", "urgent"]


class Tried(BaseModel):
    """One thing that the machine did or wanted to say. kind: a tool that was called, or a reply that was refused."""

    model_config = ConfigDict(frozen=True)
    kind: Literal["tool", "refused_reply"]
    name: str
    outcome: str


class Escalation(BaseModel):
    """Why a human is asked for, and what they need to know."""

    model_config = ConfigDict(frozen=True)
    reason: str = Field(min_length=1)
    summary: str
    urgency: Urgency = "normal"
    tried: tuple[Tried, ...] = ()
    unsent_draft: str | None = None


class Packet(BaseModel):
    """A hand-over as it is stored and read by staff."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    reason: str
    summary: str
    urgency: Urgency
    tried: list[Tried]
    unsent_draft: str | None
    at: datetime
