"""A list of a noun read whole, page by page: a report tells all of its days or says that they are too many."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from pydantic import BaseModel

from hibachi.concierge.assistant.errors import ReportTooLarge

MOST = 5000
"""So many rows are read for one report; a business that has more asks for fewer days."""
PAGE = 200
Row = TypeVar("Row")
Wanted = TypeVar("Wanted", bound=BaseModel)


async def everything(
    read: Callable[[Wanted], Awaitable[tuple[Sequence[Row], object | None]]], wanted: Wanted
) -> list[Row]:
    """Every row that fits. read: a page, and the `before` of the following one. Raises ReportTooLarge: half a sum is none."""
    found: list[Row] = []
    following = wanted
    while True:
        rows, after = await read(following)
        found += rows
        if after is None:
            return found
        if len(found) >= MOST:
            raise ReportTooLarge()
        following = wanted.model_copy(update={"before": after})
