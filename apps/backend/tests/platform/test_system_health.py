"""What staff see of the system: the queue, the channels, the models."""

from hibachi.kit.clock import SettableClock
from hibachi.kit.jobs import Jobs
from tests.concierge.product import product_on
from tests.web import headers_of, member

PATH = "/api/v1/admin/health"


async def test_staff_see_the_queue_the_channels_and_the_models(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (app, client):
        runtime = app.state.runtime
        await member(runtime.db, "manager")
        staff = await headers_of(client, "manager@example.com")
        assert (await client.get(PATH)).status_code == 401
        empty = (await client.get(PATH, headers=staff)).raise_for_status().json()
        assert empty["channels"] == [] and empty["jobs"]["failed"] == 0
        assert empty["models"] == {"configured": None, "resting": False, "fallback": "builtin"}
        await client.post("/api/v1/chat/messages", json={"text": "how much for 12 adults in 94539?"})
        said = (await client.get(PATH, headers=staff)).json()
        [channel] = said["channels"]
        assert (channel["channel"], channel["failed"]) == ("web_chat", 0)
        assert channel["last_in"] == channel["last_out"] == clock.now().isoformat().replace("+00:00", "Z")


async def test_the_queue_counts_what_waits_what_is_for_later_and_what_failed(
    database_url: str, clock: SettableClock
) -> None:
    async with product_on(database_url, clock) as (app, _):
        jobs: Jobs = app.state.runtime.jobs

        async def breaks() -> None:
            raise RuntimeError("broken")

        jobs.app.task(name="test.breaks")(breaks)
        jobs.add("test.waits", breaks)
        await jobs.app.configure_task("test.breaks").defer_async()
        await jobs.drain()
        before = await jobs.health()
        await jobs.app.configure_task("test.waits").defer_async()
        await jobs.app.configure_task("test.waits", schedule_in={"hours": 1}).defer_async()
        after = await jobs.health()
        assert (after.waiting - before.waiting, after.scheduled - before.scheduled) == (1, 1)
        assert (after.failed, [(one.name, one.count) for one in after.failures]) == (1, [("test.breaks", 1)])
        assert after.oldest_waiting is not None
