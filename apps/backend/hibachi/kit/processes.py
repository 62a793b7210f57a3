"""A tree of processes that lives and dies as one: children end with their parent, and a crashed one is started again.

Children are forked: what the parent has imported before is there at once, and in memory once.
"""

import ctypes
import gc
import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.context import ForkProcess

log = logging.getLogger(__name__)
PR_SET_PDEATHSIG = 1
PR_SET_NAME = 15
FIRST_WAIT = 0.5
LONGEST_WAIT = 30.0
STEADY_AFTER = 60.0
GRACE_SECONDS = 15.0


def dying_with(parent: int, number: signal.Signals) -> Callable[[], None]:
    """For a child, between fork and exec: ask the kernel for this signal when the parent dies, also by kill -9.

    The kernel means the parent's thread: start children from a thread that lives as long as they should.
    """
    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def ask() -> None:
        if prctl(PR_SET_PDEATHSIG, number, 0, 0, 0) != 0 or os.getppid() != parent:
            os._exit(1)

    return ask


def die_with_parent() -> None:
    """Ask the kernel to end this process (SIGTERM, so in good order) when the one that started it dies."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


@contextmanager
def nothing_is_garbage() -> Iterator[None]:
    """While a process imports and composes itself: no collection searches what is going to stay, neither now nor later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def fork(name: str, work: Callable[[], None]) -> ForkProcess:
    """Start a piece of work in a process of its own: a session of its own, so that Ctrl-C reaches its parent alone.

    It is killed when its parent dies, has the default signal handlers, and is called `name` (15 letters) in lists.
    """
    parent, prctl = os.getpid(), ctypes.CDLL(None, use_errno=True).prctl
    die = dying_with(parent, signal.SIGKILL)

    def begin() -> None:
        die()
        os.setsid()
        prctl(PR_SET_NAME, name.encode()[:15], 0, 0, 0)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        work()

    process = multiprocessing.get_context("fork").Process(target=begin, name=name)
    process.start()
    return process


def done_aside(name: str, work: Callable[[], None]) -> bool:
    """Do a piece of work in a process of its own and wait for it; whether it ended well."""
    process = fork(name, work)
    try:
        process.join()
    finally:
        process.kill()
    return process.exitcode == 0


@dataclass(slots=True)
class Child:
    """A piece of work that should always run."""

    name: str
    work: Callable[[], None]
    process: ForkProcess | None = None
    wait: float = FIRST_WAIT
    started: float = 0.0
    due: float = 0.0

    def watch(self, now: float) -> None:
        """Start it when it should run and does not; after each early death wait twice as long."""
        if self.process is not None and self.process.is_alive():
            return
        if self.process is not None:
            steady = now - self.started > STEADY_AFTER
            self.wait = FIRST_WAIT if steady else min(self.wait * 2, LONGEST_WAIT)
            self.due = now + self.wait
            log.error("%s ended with %s; again in %.0f s", self.name, self.process.exitcode, self.wait)
            self.process = None
        if now >= self.due:
            self.start(now)

    def start(self, now: float) -> None:
        self.started = now
        self.process = fork(self.name, self.work)

    def stop(self) -> None:
        """Ask a living child to stop in good order."""
        if self.process is not None:
            self.process.terminate()


@dataclass(slots=True)
class ProcessTree:
    """The children of one supervising process, and what it watches beside them."""

    children: list[Child] = field(default_factory=list)

    def watch(self) -> None:
        """Look once after every child."""
        now = time.monotonic()
        for child in self.children:
            child.watch(now)

    def stop(self, grace: float = GRACE_SECONDS) -> None:
        """Stop all at once in good order; after the grace, at any price."""
        for child in self.children:
            child.stop()
        deadline = time.monotonic() + grace
        for child in self.children:
            if child.process is None:
                continue
            child.process.join(max(0.0, deadline - time.monotonic()))
            if child.process.is_alive():
                log.error("%s does not stop: killed", child.name)
                child.process.kill()
                child.process.join()
            child.process = None
