"""Pure decisions: what is new between two looks."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from hibachi.channels.live.schemas import Changed

Seen = Mapping[str, tuple[str, UUID | None]]
"""What a look found: key → noun and thread."""
MOST_SOCKETS = 200
LONGEST_FRAME = 8 * 1024


def changes(before: Seen, now: Seen) -> Changed | None:
    """What the second look found that the first had not; None for nothing."""
    fresh = [now[key] for key in now.keys() - before.keys()]
    if not fresh:
        return None
    threads: Iterable[UUID] = (thread for _, thread in fresh if thread is not None)
    return Changed(nouns=frozenset(noun for noun, _ in fresh), conversations=frozenset(threads))
