"""What somebody who takes a turn needs to know to begin it."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from hibachi.conversations.schemas import Conversation, Role
from hibachi.language.heads.schemas import Mood


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message as a turn reads it: what was said, by whom. What it rests on stays where it is: a long thread's is a
    megabyte."""

    id: UUID
    sequence: int
    role: Role
    content: str
    created_at: datetime
    staff_id: UUID | None = None
    answered_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A turn that was taken: its thread, the messages that wait for a reply, and the last ones of the thread (both
    oldest first).

    drafted: a person already has a draft before them that answers all of it; moods: how the newest messages felt.
    """

    conversation: Conversation
    waiting: list[Spoken]
    history: list[Spoken]
    drafted: bool = False
    opted_out: bool = False
    moods: list[Mood] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether there is anything for the machine to answer."""
        return bool(self.waiting) and self.conversation.status == "ai" and not self.drafted
