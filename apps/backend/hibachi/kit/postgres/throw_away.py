"""A server for one run (a test session, a sandbox): in a short temporary folder, gone when the run is over."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hibachi.kit.postgres.locks import FileLock
from hibachi.kit.postgres.server import EmbeddedPostgres

YOUNGEST_LEFTOVER_SECONDS = 300


@contextmanager
def throw_away(purpose: str, *, major: int = 18) -> Iterator[EmbeddedPostgres]:
    """A started server without durability; any number run side by side. Sweeps what killed runs left behind."""
    base = Path("/tmp") if os.access("/tmp", os.W_OK) else Path(tempfile.gettempdir())
    prefix = f"hibachi-{purpose}-"
    for leftover in base.glob(f"{prefix}*"):
        _sweep(leftover)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=base))
    server = EmbeddedPostgres(folder / "pg", major=major, durable=False)
    try:
        server.start()
        yield server
    finally:
        server.remove()
        shutil.rmtree(folder, ignore_errors=True)


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
