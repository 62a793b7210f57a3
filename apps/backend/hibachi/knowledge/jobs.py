"""Background work of knowledge: the sync with the policies."""

from hibachi.kit.auth import SYSTEM
from hibachi.kit.db import Database, Tx
from hibachi.kit.jobs import Jobs
from hibachi.knowledge.searching import Searcher
from hibachi.knowledge.syncing import has_begun, sync
from hibachi.policies.events import PoliciesChanged

SYNC = "knowledge.sync"
SWEEP = "knowledge.sync_hourly"


async def on_policies_changed(tx: Tx, event: PoliciesChanged) -> None:
    """Listener: the passages follow the numbers; those of a later date follow with the hourly sweep."""
    await tx.defer(SYNC)


def declare(jobs: Jobs, db: Database, searcher: Searcher) -> None:
    """Register the jobs; they open the transactions that they need themselves."""

    async def renew() -> None:
        await sync(db, searcher)

    async def sweep() -> None:
        """What a policy of a later date changes when it comes into force, and what lost its job."""
        async with db.transaction(SYSTEM) as tx:
            begun = await has_begun(tx)
        if begun:
            await sync(db, searcher)

    jobs.add(SYNC, renew)
    jobs.add(SWEEP, sweep, cron="11 * * * *")
