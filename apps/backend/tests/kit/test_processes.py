"""Children that live and die with their parent, and rise again when they fall."""

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from hibachi.kit import processes
from hibachi.kit.processes import Child, ProcessTree
from tests.kit.postgres.conftest import bare, until


def forever() -> None:
    time.sleep(600)


def stubborn() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


def broken() -> None:
    raise SystemExit(3)


@pytest.fixture
def tree() -> Iterator[ProcessTree]:
    made = ProcessTree()
    yield made
    made.stop(grace=0)


def child(work: Callable[[], None] = forever) -> Child:
    return Child("child", work)


def pid(of: Child) -> int:
    assert of.process is not None
    assert of.process.pid is not None
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
    fallen = child(broken)
    waits, now = [], 1000.0
    for _ in range(9):
        fallen.watch(now)
        assert fallen.process is not None
        fallen.process.join()
        fallen.watch(now)
        waits.append(fallen.wait)
        assert fallen.process is None
        fallen.watch(now + fallen.wait - 0.01)
        assert fallen.process is None
        now = fallen.due
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30, 30]


def test_a_child_that_was_steady_gets_the_short_wait_again() -> None:
    fallen = child(broken)
    fallen.wait = processes.LONGEST_WAIT
    fallen.watch(1000.0)
    assert fallen.process is not None
    fallen.process.join()
    fallen.watch(1000.0 + processes.STEADY_AFTER + 1)
    assert fallen.wait == processes.FIRST_WAIT


def test_stopping_leaves_nobody(tree: ProcessTree) -> None:
    tree.children = [child(), child()]
    tree.watch()
    pids = [pid(each) for each in tree.children]
    tree.stop()
    assert not any(map(psutil.pid_exists, pids))
    tree.stop()


def test_who_does_not_stop_is_killed_after_the_grace(tree: ProcessTree) -> None:
    deaf = child(stubborn)
    tree.children = [deaf]
    tree.watch()
    number = pid(deaf)
    assert until(lambda: psutil.Process(number).num_threads() > 0 and _ignores_sigterm(number), seconds=10)
    tree.stop(grace=0.2)
    assert not psutil.pid_exists(number)


def _ignores_sigterm(number: int) -> bool:
    status = Path(f"/proc/{number}/status").read_text()
    ignored = int(status.partition("SigIgn:")[2].split()[0], 16)
    return bool(ignored & (1 << (signal.SIGTERM - 1)))


PARENT = """
import time
from hibachi.kit.processes import Child, ProcessTree
tree = ProcessTree([Child("child", lambda: time.sleep(600))])
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


def test_a_child_has_its_name_and_the_usual_signals_whatever_its_parent_listens_to() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    one = Child("hibachi-child", forever)
    try:
        one.watch(0.0)
        assert until(lambda: psutil.Process(pid(one)).name() == "hibachi-child", seconds=5)
        assert until(lambda: not _ignores_sigterm(pid(one)), seconds=5)
    finally:
        signal.signal(signal.SIGTERM, before)
        ProcessTree([one]).stop(grace=5)


def test_work_aside_says_whether_it_ended_well() -> None:
    assert processes.done_aside("aside", lambda: None)
    assert not processes.done_aside("aside", broken)


def test_a_start_that_is_broken_off_leaves_no_work_aside() -> None:
    begun: list[int] = []
    before = {each.pid for each in psutil.Process().children()}

    def interrupted(self: object) -> None:
        begun.extend(each.pid for each in psutil.Process().children() if each.pid not in before)
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("multiprocessing.process.BaseProcess.join", interrupted)
        processes.done_aside("aside", forever)
    assert begun
    assert until(lambda: not any(_alive(each) for each in begun), seconds=5)


def test_what_stands_when_a_process_is_made_is_not_searched_again() -> None:
    with processes.nothing_is_garbage():
        assert not gc.isenabled()
        made = [[number] for number in range(1000)]
    try:
        assert gc.isenabled()
        assert gc.get_freeze_count() > len(made)
    finally:
        gc.unfreeze()


def test_a_child_is_out_of_reach_of_the_terminal() -> None:
    one = child()
    one.watch(0.0)
    try:
        assert until(lambda: os.getsid(pid(one)) == pid(one), seconds=5)
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
