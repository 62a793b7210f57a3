"""File locks: the kernel lets go of them when their last holder dies, so no stale pid is ever believed."""

import fcntl
import os
import time
from pathlib import Path


class FileLock:
    """An exclusive flock. A child that inherits `fd` holds it too, until the last of them is gone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.fd = -1

    def acquire(self, *, wait_seconds: float = 0.0) -> bool:
        """Take the lock, waiting at most so long; False when somebody else keeps it."""
        fd = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + wait_seconds
        while True:
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    os.close(fd)
                    return False
                time.sleep(0.01)
            else:
                self.fd = fd
                return True

    def close(self) -> None:
        """Let go of our own handle; a child that inherited it keeps the lock."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    def release(self) -> None:
        """Let go of the lock itself, whoever inherited a handle to it."""
        if self.fd >= 0:
            fcntl.flock(self.fd, fcntl.LOCK_UN)
            self.close()
