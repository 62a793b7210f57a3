"""The cursor of the inbox: where a page ended, as text that a caller gives back as it is."""

from datetime import datetime
from uuid import UUID


def cursor(at: datetime, conversation_id: UUID) -> str:
    """ "2026-03-04T18:00:00+00:00_01a2…": the last line of a page."""
    return f"{at.isoformat()}_{conversation_id}"


def read_cursor(text: str) -> tuple[datetime, UUID]:
    """What `cursor` wrote; raises ValueError for anything else."""
    at, _, conversation_id = text.partition("_")
    when = datetime.fromisoformat(at)
    if when.tzinfo is None:
        raise ValueError("a cursor names its zone")
    return when, UUID(conversation_id)
