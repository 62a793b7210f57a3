"""What is counted, and what a count says."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many in a window of so many seconds. name: what is limited, such as "person"."""

    name: str
    most: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many there were in the window that ends at `ends_at`, this one included."""

    limit: Limit
    hits: int
    ends_at: datetime

    @property
    def exceeded(self) -> bool:
        """Whether this one is more than may come."""
        return self.hits > self.limit.most
