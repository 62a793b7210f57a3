"""What happens to parties by time alone, every few minutes. Both are idempotent, and nothing depends on their hour."""

from hibachi.bookings import service
from hibachi.kit.db import Tx
from hibachi.kit.jobs import JobTable

table = JobTable()


@table.job("bookings.complete", cron="*/10 * * * *")
async def complete(tx: Tx) -> None:
    """Complete the parties that are over."""
    await service.complete(tx)


@table.job("bookings.close_lapsed", cron="*/5 * * * *")
async def close_lapsed(tx: Tx) -> None:
    """Write down the holds and unpaid requests whose time ran out."""
    await service.close_lapsed(tx)
