"""Pure decisions of limits: in which window an instant lies, and under which key it is counted."""

import hashlib
from datetime import UTC, datetime

from hibachi.channels.limits.schemas import Limit


def window(limit: Limit, now: datetime) -> int:
    """The number of the window that an instant lies in; windows follow one another since 1970."""
    return int(now.timestamp()) // limit.seconds


def ends_at(limit: Limit, number: int) -> datetime:
    """When a window ends, and the next begins."""
    return datetime.fromtimestamp((number + 1) * limit.seconds, UTC)


def key(limit: Limit, whom: str) -> str:
    """What is counted under: the limit's name, and a digest of whom it is about, so that no counter holds a number."""
    return f"{limit.name}:{limit.seconds}:{hashlib.sha256(whom.encode()).hexdigest()[:32]}"
