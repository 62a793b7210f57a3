"""A server for one run (a test session, a sandbox): in a short temporary folder, gone when the run is over.

The folder is in memory where there is plenty: a database of ours is 1,100 files, cloned in 0.05 s there and in 1 s on a
disk that others use too.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from hibachi.kit.postgres.locks import FileLock
from hibachi.kit.postgres.server import EmbeddedPostgres

YOUNGEST_LEFTOVER_SECONDS = 300
IN_MEMORY = Path("/dev/shm")
ROOM = 6 * 1024**3
"""Bytes that must be free in memory, and in the folder there: several servers of 1 GB at most each, and all else."""
LIMITS = (
    ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
    ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes"),
)
"""What a container may use and what it uses, in the two forms of the kernel."""


@contextmanager
def throw_away(purpose: str, *, major: int = 18) -> Iterator[EmbeddedPostgres]:
    """A started server without durability; any number run side by side. Sweeps what killed runs left behind."""
    prefix = f"hibachi-{purpose}-"
    for base in (IN_MEMORY, _on_disk()):
        for leftover in base.glob(f"{prefix}*"):
            _sweep(leftover)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=IN_MEMORY if _has_room(IN_MEMORY) else _on_disk()))
    server = EmbeddedPostgres(folder / "pg", major=major, durable=False)
    try:
        server.start()
        yield server
    finally:
        server.remove()
        shutil.rmtree(folder, ignore_errors=True)


def _on_disk() -> Path:
    return Path("/tmp") if os.access("/tmp", os.W_OK) else Path(tempfile.gettempdir())


def _has_room(memory: Path) -> bool:
    """Whether a folder is in memory, ours to write to, and there is enough of it left also for everything else."""
    kinds = {part.mountpoint: part.fstype for part in psutil.disk_partitions(all=True)}
    if kinds.get(str(memory)) != "tmpfs" or not os.access(memory, os.W_OK):
        return False
    free = [psutil.disk_usage(str(memory)).free, psutil.virtual_memory().available]
    return min(free + [_left(Path(limit), Path(used)) for limit, used in LIMITS if Path(limit).exists()]) >= ROOM


def _left(limit: Path, used: Path) -> int:
    allowed = limit.read_text().strip()
    return ROOM if allowed == "max" else int(allowed) - int(used.read_text())


def _sweep(folder: Path) -> None:
    """Remove an old folder of ours whose server is gone for certain: nobody holds its locks."""
    try:
        found = folder.lstat()
        ours = found.st_uid == os.geteuid() and not folder.is_symlink()
        if not ours or time.time() - found.st_mtime < YOUNGEST_LEFTOVER_SECONDS:
            return
        locks = [FileLock(folder / "pg" / name) for name in ("owner.lock", "server.lock")]
        if all(lock.acquire() for lock in locks):
            EmbeddedPostgres(folder / "pg", durable=False).remove()
            shutil.rmtree(folder, ignore_errors=True)
        for lock in locks:
            lock.close()
    except OSError:  # somebody else swept it at the same moment
        return
