"""Identity's jobs."""

from hibachi.identity import service
from hibachi.kit.db import Tx
from hibachi.kit.jobs import JobTable

table = JobTable()


@table.job("identity.tidy", cron="23 * * * *")
async def tidy(tx: Tx) -> None:
    """Tidiness only: whether a session or a count has ended is decided when it is read."""
    await service.tidy(tx)
