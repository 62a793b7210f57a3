"""Debian's own redis-server, started by a test on a socket of its own: nothing is simulated here."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = "redis-server"
START_SECONDS = 20.0


class RedisServer:
    """One server; it can be stopped and started again at its address."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "redis.sock"
        self._process: subprocess.Popen[bytes] | None = None
        self.url = f"unix://{self._socket}"

    def start(self) -> None:
        """Start it, and wait until it listens."""
        program = shutil.which(PROGRAM)
        assert program, "redis-server is not on this machine: python3 scripts/services.py"
        options = ("--port", "0", "--unixsocket", str(self._socket), "--save", "", "--appendonly", "no")
        self._process = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL, cwd=self._socket.parent)
        deadline = time.monotonic() + START_SECONDS
        while not self._listens():
            assert self._process.poll() is None and time.monotonic() < deadline, "redis-server did not start"
            time.sleep(0.01)

    def _listens(self) -> bool:
        """Whether it takes connections; its socket's file is there a moment earlier."""
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self._socket))
            except OSError:
                return False
            return True

    def stop(self) -> None:
        """End it as a machine ends: at once."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._socket.unlink(missing_ok=True)
            self._process = None


@contextmanager
def redis_server() -> Iterator[RedisServer]:
    """A server that is gone after the test."""
    with tempfile.TemporaryDirectory(prefix="hr") as folder:
        server = RedisServer(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()
