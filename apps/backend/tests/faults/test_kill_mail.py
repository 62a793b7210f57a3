"""kill -9 of the worker before any step of reading, answering and sending mails: each is stored and answered once."""

import asyncio
import signal
from collections.abc import Sequence

import pytest

from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from hibachi.kit.events import EventBus
from hibachi.kit.jobs import Jobs
from hibachi.kit.postgres import EmbeddedPostgres
from tests.channels.mail.world import DANA, HELLO, LEE, found, read_back
from tests.faults import mail_child
from tests.faults.mail_child import Ports, pass_time
from tests.faults.test_kill import PROCESSES, copy_of, query
from tests.simulators.post_office import PostOffice, letter, post_office, write

PEOPLE = (DANA, LEE)
QUESTION = "how much is it for 12 adults in 94539?"
DEAD = (
    "UPDATE conversations SET turn_lease_until = clock_timestamp() WHERE turn_owner IS NOT NULL",
    "UPDATE mailboxes SET reader_until = clock_timestamp() WHERE reader IS NOT NULL",
    "UPDATE procrastinate_jobs SET status = 'todo' WHERE status = 'doing'",
)
"""What time does after a worker died: its leases run out, and its jobs are put back."""


async def work(url: str, office: PostOffice, *, kill_before: int = 0) -> tuple[int | None, int]:
    """How the worker ended, and how many steps it began. The post office goes on meanwhile."""
    seen = PROCESSES.Value("i", 0)
    ports = Ports(office.imap_port, office.smtp_port)
    process = PROCESSES.Process(target=mail_child.work, args=(url, ports, kill_before, seen))
    await asyncio.to_thread(process.start)
    await asyncio.to_thread(process.join, 120)
    return process.exitcode, seen.value


async def killed(url: str, people: Sequence[str], kill_before: int) -> int:
    """They write, the worker is killed, and another goes on; how many steps a worker has that is not."""
    async with post_office(HELLO, *people) as office:
        for person in people:
            mail = letter(QUESTION, sender=person, to=HELLO, subject="A party", Message_ID=f"<1.{person}>")
            await write(office, mail.as_bytes(), sender=person, to=HELLO)
        code, steps = await work(url, office, kill_before=kill_before)
        assert code == (-signal.SIGKILL if kill_before else 0), f"step {kill_before} of {steps}"
        stored = query(url, "SELECT count(*) FROM mails")[0][0]
        assert sum(await office.seen(HELLO)) <= stored, "seen, and lost"
        if kill_before:
            pass_time(url, *DEAD)
            await mail_child.be_worker(url, office)
        await check(url, office, people)
    return steps


async def check(url: str, office: PostOffice, people: Sequence[str]) -> None:
    """Nothing lost, nothing answered twice, nothing sent twice; what nobody can know is a human's."""
    assert query(url, "SELECT outcome FROM mails") == [("message",)] * len(people)
    assert query(url, "SELECT count(*) FROM messages WHERE role = 'user'") == [(len(people),)]
    assert query(url, "SELECT count(*) FROM messages WHERE role = 'user' AND answered_by IS NULL") == [(0,)]
    rows = {f"<{row[0]}@concierge.myhibachichef.example>": row[1] for row in query(url, "SELECT id, state FROM outbox")}
    replies = [read_back(raw)["Message-ID"] for person in people for raw in await office.mails(person)]
    assert len(rows) == len(people), "answered once"
    assert len(replies) == len(set(replies)) and set(replies) <= set(rows), "sent twice"
    assert set(rows.values()) <= {"sent", "uncertain"}
    assert {one for one, state in rows.items() if state == "sent"} <= set(replies), "noted, and never sent"
    escalated = query(url, "SELECT count(*) FROM conversations WHERE status = 'escalated'")[0][0]
    assert escalated == list(rows.values()).count("uncertain"), "what nobody knows is a human's, and nothing else"


@pytest.mark.parametrize(("people", "every"), [(PEOPLE, 90), pytest.param(PEOPLE[:1], 1, marks=pytest.mark.proof)])
async def test_killed_while_mails_are_read_and_answered(
    cluster: EmbeddedPostgres, database_url: str, clock: SettableClock, people: Sequence[str], every: int
) -> None:
    db = Database(database_url, clock=clock, bus=EventBus(), jobs=Jobs(database_url))
    await found(db)
    await db.close()
    with copy_of(cluster, database_url) as whole:
        steps = await killed(whole, people, 0)
    assert steps > 100
    for step in range(1, steps + 1, every):
        with copy_of(cluster, database_url) as world:
            await killed(world, people, step)
