"""A report reads all of its rows or says that they are too many: no sum of a part is ever told."""

import pytest
from pydantic import BaseModel

from hibachi.concierge.assistant.errors import ReportTooLarge
from hibachi.concierge.assistant.reports.reading import MOST, everything

pytestmark = pytest.mark.anyio


class Asked(BaseModel):
    before: int | None = None
    limit: int = 200


def pages(number: int) -> list[int]:
    return list(range(number, 0, -1))


@pytest.mark.parametrize("number", [0, 1, 199, 200, 201, 1000, MOST])
async def test_every_row_once_in_its_order(number: int) -> None:
    async def read(asked: Asked) -> tuple[list[int], int | None]:
        rows = [one for one in pages(number) if asked.before is None or one < asked.before]
        return rows[: asked.limit], rows[asked.limit - 1] if len(rows) > asked.limit else None

    assert await everything(read, Asked()) == pages(number)


async def test_too_many_are_refused_and_nothing_is_told() -> None:
    read = 0

    async def endless(asked: Asked) -> tuple[list[int], int]:
        nonlocal read
        read += asked.limit
        return [1] * asked.limit, read

    with pytest.raises(ReportTooLarge):
        await everything(endless, Asked())
    assert read == MOST
