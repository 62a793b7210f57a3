"""kill -9 between any two steps from a payment mail to its confirmed party: the money is there once, and never lost."""

import asyncio
import signal
from uuid import uuid4

from hibachi.channels.mail import service as mail
from hibachi.crew import service as crew
from hibachi.kit.clock import SettableClock
from hibachi.kit.postgres import EmbeddedPostgres
from hibachi.payments.rules import reference
from hibachi.policies import service as policies
from tests.channels.mail.money.layouts import LAYOUTS, Paid
from tests.faults import paying_child
from tests.faults.test_kill import PROCESSES, copy_of, each_step, query
from tests.parties import Shop

PROCESSES.set_forkserver_preload(["tests.faults.child", "tests.faults.sending_child", "tests.faults.paying_child"])
DEAD = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 day'"
AT_ONCE = "UPDATE procrastinate_jobs SET scheduled_at = NULL WHERE status = 'todo'"


def work(url: str, kill_before: int = 0) -> tuple[int | None, int]:
    """How the worker ended, and how many statements and commits it began."""
    seen = PROCESSES.Value("i", 0)
    process = PROCESSES.Process(target=paying_child.work, args=(url, kill_before, seen))
    process.start()
    process.join(60)
    return process.exitcode, seen.value


def mails_lie_there(url: str) -> None:
    """A party awaits its deposit; the mail of its payment is stored, and the same payment's mail once more."""

    async def prepare() -> None:
        runtime = paying_child.runtime_on(url)
        await runtime.open()
        async with runtime.db.transaction() as tx:
            book = await policies.load_default(tx)
            await crew.ensure_station(tx, book=book)
        clock = runtime.clock
        assert isinstance(clock, SettableClock)
        booking = await Shop(runtime.db, clock, book).pending()
        told = LAYOUTS["venmo"](Paid(memo=reference(booking.id))).raw()
        owner, again = uuid4(), told.replace(b"Message-ID: <", b"Message-ID: <again.")
        async with runtime.db.transaction() as tx:
            await mail.take_reading(tx, "INBOX", owner=owner, seconds=60)
            for uid, raw in enumerate((told, again), start=1):
                assert await mail.store(tx, mailbox="INBOX", owner=owner, uid_validity=1, uid=uid, raw=raw)
        await runtime.close()

    asyncio.run(prepare())


@each_step
def test_killed_between_the_mail_and_the_party(cluster: EmbeddedPostgres, database_url: str, every: int) -> None:
    mails_lie_there(database_url)
    with copy_of(cluster, database_url) as whole:
        code, steps = work(whole)
        assert code == 0
        check(whole)
    assert steps > 40
    for step in range(1, steps + 1, every):
        with copy_of(cluster, database_url) as world:
            code, _ = work(world, kill_before=step)
            assert code == -signal.SIGKILL, f"step {step} of {steps}"
            query(world, DEAD)
            assert work(world)[0] == 0
            query(world, AT_ONCE)
            assert work(world)[0] == 0
            check(world)


def check(url: str) -> None:
    """One payment, one party confirmed by it, one notice that says so, and the other mail is known as the same."""
    assert query(url, "SELECT amount, kind, provider FROM ledger") == [(100_00, "deposit", "venmo")]
    assert query(url, "SELECT paid, owed = total - 10000 FROM receivables") == [(100_00, True)]
    assert query(url, "SELECT status, paid FROM bookings") == [("confirmed", 100_00)]
    states = query(url, "SELECT state, reason FROM payment_notices ORDER BY arrived_at, id")
    assert sorted(states, key=str) == [("ignored", "duplicate"), ("recorded", None)]
    assert query(url, "SELECT count(*) FROM audit_log WHERE action = 'payment_record'") == [(1,)]
    assert query(url, "SELECT outcome FROM mails") == [("payment",), ("payment",)]
