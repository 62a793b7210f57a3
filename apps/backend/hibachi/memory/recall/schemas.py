"""What is found again of a customer's words."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Recalled(BaseModel):
    """A passage of what a customer told us: their message (message_id, conversation_id) or a memory in words.

    cosine: of its meaning with the question, 0 where it has no vector; share: of the question's words in it; certainty:
    how likely it answers, 0..1; is_certain: it would be told to the customer.
    """

    model_config = ConfigDict(frozen=True)
    text: str
    told_at: datetime
    message_id: UUID | None
    conversation_id: UUID | None
    memory_id: UUID | None
    cosine: float
    share: float
    certainty: float
    is_certain: bool


class RecallAnswer(BaseModel):
    """What staff get for "What did they say about …?": the best passages first. known: whether the first is certain."""

    model_config = ConfigDict(frozen=True)
    question: str
    known: bool
    passages: list[Recalled]
