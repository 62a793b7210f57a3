"""Notes about conversations as staff see and mend them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from hibachi.customers.schemas import ChannelName

Occasion = Literal["quiet", "closed", "handed_over", "booked"]
Standing = Literal["new", "contacted", "quoted", "won", "lost"]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000, pattern=r"^[^\x00]*$")]
Step = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\x00]*$")]


class CrmNote(BaseModel):
    """A note as it counts: what staff made of it, where they did. written_*: what was written first.

    next_by: until when the next step is due (UTC); standing: where the person stands as a lead, None where nothing was
    wished. model: who worded it; refused: why a configured model's draft was not taken.
    """

    model_config = ConfigDict(frozen=True)
    id: UUID
    conversation_id: UUID
    channel: ChannelName
    version: int
    occasion: Occasion
    summary: str
    next_step: str
    next_by: datetime | None
    standing: Standing | None
    model: str
    refused: str | None
    written_summary: str | None = None
    written_next_step: str | None = None
    edited_by: UUID | None
    edited_at: datetime | None
    created_at: datetime


class NoteEdit(BaseModel):
    """How staff would say it. reason: for the audit log."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    summary: Words
    next_step: Step
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] | None = None


class Draft(BaseModel):
    """A note as it is worded, before it is checked: the summary in short lines, and the next step in one sentence."""

    model_config = ConfigDict(frozen=True)
    summary: str = Field(min_length=1, max_length=3000)
    next_step: str = Field(min_length=1, max_length=400)
