"""A tree of processes that lives and dies as one: children end with their parent, and a crashed one is started again."""

import ctypes
import logging
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

log = logging.getLogger(__name__)
PR_SET_PDEATHSIG = 1
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


@dataclass(slots=True)
class Child:
    """One program that should always run, in a session of its own: Ctrl-C reaches its parent alone."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    process: "subprocess.Popen[bytes] | None" = None
    wait: float = FIRST_WAIT
    started: float = 0.0
    due: float = 0.0

    def watch(self, now: float) -> None:
        """Start it when it should run and does not; after each early death wait twice as long."""
        if self.process is not None and self.process.poll() is None:
            return
        if self.process is not None:
            steady = now - self.started > STEADY_AFTER
            self.wait = FIRST_WAIT if steady else min(self.wait * 2, LONGEST_WAIT)
            self.due = now + self.wait
            log.error("%s ended with %s; again in %.0f s", self.name, self.process.returncode, self.wait)
            self.process = None
        if now >= self.due:
            self.start(now)

    def start(self, now: float) -> None:
        self.started = now
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=dying_with(os.getpid(), signal.SIGKILL),  # noqa: PLW1509 - one system call, prepared before
        )

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to a living child."""
        if self.process is not None:
            self.process.send_signal(number)


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
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + grace
        for child in self.children:
            if child.process is None:
                continue
            try:
                child.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                log.error("%s does not stop: killed", child.name)
                child.process.kill()
                child.process.wait()
            child.process = None
