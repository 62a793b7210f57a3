"""What happened to what is known."""

from uuid import UUID

from hibachi.kit.events import Event


class QuestionUnanswered(Event):
    """A customer asked what no passage answers; the question is without personal data."""

    conversation_id: UUID
    question: str
