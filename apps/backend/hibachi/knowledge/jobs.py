"""Background work of knowledge: the sync with the policies."""

from hibachi.kit.auth import SYSTEM
from hibachi.kit.clock import wall
from hibachi.kit.db import Database, Tx
from hibachi.kit.jobs import Jobs
from hibachi.knowledge.changing import COMPARE
from hibachi.knowledge.searching import Searcher
from hibachi.knowledge.syncing import has_begun, note_topics, sync
from hibachi.knowledge.versions import compare, refresh
from hibachi.policies import service as policies
from hibachi.policies.events import PoliciesChanged

SYNC = "knowledge.sync"
SWEEP = "knowledge.sync_hourly"
REFRESH = "knowledge.refresh"
SUNDAY, AT_HOUR = 6, 2


async def is_due(tx: Tx) -> bool:
    """Whether it is Sunday between two and three where the business is (the cron runs in UTC, around that day)."""
    here = wall(tx.now, (await policies.current(tx)).profile.business.timezone)
    return here.weekday() == SUNDAY and here.hour == AT_HOUR


async def on_policies_changed(tx: Tx, event: PoliciesChanged) -> None:
    """Listener: the passages follow the numbers, once the founding made the first; those of a later date follow hourly."""
    if await has_begun(tx):
        await tx.defer(SYNC)


def declare(jobs: Jobs, db: Database, searcher: Searcher) -> None:
    """Register the jobs; they open the transactions that they need themselves."""

    async def renew() -> None:
        await sync(db, searcher)

    async def sweep() -> None:
        """What a policy of a later date changes when it comes into force, and what lost its job: a version that is being built."""
        async with db.transaction(SYSTEM) as tx:
            begun = await has_begun(tx)
            await note_topics(tx)
        if begun:
            await sync(db, searcher)
            await compare(db, searcher)

    async def compare_again() -> None:
        await compare(db, searcher)

    async def weekly() -> None:
        async with db.transaction(SYSTEM) as tx:
            due = await is_due(tx)
        if due:
            await refresh(db, searcher)

    jobs.add(COMPARE, compare_again)
    jobs.add(REFRESH, weekly, cron="5 * * * 6,0,1")
    jobs.add(SYNC, renew)
    jobs.add(SWEEP, sweep, cron="11 * * * *")
