"""Children that live and die with their parent, and rise again when they fall."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from hibachi.kit import processes
from hibachi.kit.processes import Child, ProcessTree
from tests.kit.postgres.conftest import bare, until

FOREVER = [sys.executable, "-c", "import time; time.sleep(600)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(600)",
]
BROKEN = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.fixture
def tree() -> Iterator[ProcessTree]:
    made = ProcessTree()
    yield made
    made.stop(grace=0)


def child(command: list[str] = FOREVER) -> Child:
    return Child("child", command, dict(os.environ))


def pid(of: Child) -> int:
    assert of.process is not None
    return of.process.pid


def test_it_starts_each_child_once(tree: ProcessTree) -> None:
    tree.children = [child(), child()]
    tree.watch()
    first = [pid(each) for each in tree.children]
    tree.watch()
    assert [pid(each) for each in tree.children] == first
    assert all(psutil.pid_exists(each) for each in first)


def test_a_dead_child_is_started_again_after_a_wait(tree: ProcessTree) -> None:
    tree.children = [child()]
    tree.watch()
    first = pid(tree.children[0])
    os.kill(first, signal.SIGKILL)
    started = time.monotonic()

    def risen() -> bool:
        tree.watch()
        return tree.children[0].process is not None and pid(tree.children[0]) != first

    assert until(risen, seconds=10)
    assert time.monotonic() - started >= processes.FIRST_WAIT


def test_a_child_that_keeps_dying_is_given_ever_longer_waits() -> None:
    broken = child(BROKEN)
    waits, now = [], 1000.0
    for _ in range(9):
        broken.watch(now)
        assert broken.process is not None
        broken.process.wait()
        broken.watch(now)
        waits.append(broken.wait)
        assert broken.process is None
        broken.watch(now + broken.wait - 0.01)
        assert broken.process is None
        now = broken.due
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30, 30]


def test_a_child_that_was_steady_gets_the_short_wait_again() -> None:
    broken = child(BROKEN)
    broken.wait = processes.LONGEST_WAIT
    broken.watch(1000.0)
    assert broken.process is not None
    broken.process.wait()
    broken.watch(1000.0 + processes.STEADY_AFTER + 1)
    assert broken.wait == processes.FIRST_WAIT


def test_stopping_leaves_nobody(tree: ProcessTree) -> None:
    tree.children = [child(), child()]
    tree.watch()
    pids = [pid(each) for each in tree.children]
    tree.stop()
    assert not any(map(psutil.pid_exists, pids))
    tree.stop()


def test_who_does_not_stop_is_killed_after_the_grace(tree: ProcessTree) -> None:
    stubborn = child(STUBBORN)
    tree.children = [stubborn]
    tree.watch()
    number = pid(stubborn)
    assert until(lambda: psutil.Process(number).num_threads() > 0 and _ignores_sigterm(number), seconds=10)
    tree.stop(grace=0.2)
    assert not psutil.pid_exists(number)


def _ignores_sigterm(number: int) -> bool:
    status = Path(f"/proc/{number}/status").read_text()
    ignored = int(status.partition("SigIgn:")[2].split()[0], 16)
    return bool(ignored & (1 << (signal.SIGTERM - 1)))


PARENT = """
import os, sys, time
from hibachi.kit.processes import Child, ProcessTree
tree = ProcessTree([Child("child", [sys.executable, "-c", "import time; time.sleep(600)"], dict(os.environ))])
tree.watch()
print(tree.children[0].process.pid, flush=True)
time.sleep(600)
"""


def test_a_child_dies_with_its_killed_parent() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], env=bare(), stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    number = int(parent.stdout.readline())
    assert psutil.pid_exists(number)
    parent.kill()
    parent.communicate()
    assert until(lambda: not _alive(number), seconds=2)


def test_a_child_is_out_of_reach_of_the_terminal() -> None:
    one = child()
    one.watch(0.0)
    try:
        assert os.getsid(pid(one)) == pid(one)
    finally:
        ProcessTree([one]).stop()


GRANDPARENT = """
import subprocess, sys
code = (
    "from hibachi.kit.processes import die_with_parent; die_with_parent()\\n"
    "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
)
subprocess.run([sys.executable, "-c", code])
"""


def test_a_process_may_ask_to_die_with_the_one_that_started_it() -> None:
    parent = subprocess.Popen([sys.executable, "-c", GRANDPARENT], env=bare(), stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    number = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    assert until(lambda: not _alive(number), seconds=2)


def _alive(number: int) -> bool:
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
