"""One PostgreSQL server of our own: it starts, it stops, and it dies with the process that started it."""

import logging
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from hibachi.kit.postgres import account as accounts
from hibachi.kit.postgres import binaries
from hibachi.kit.postgres.errors import ClusterInUse, PostgresError, StartFailed
from hibachi.kit.postgres.layout import Layout, create_cluster, environment, lay_out
from hibachi.kit.postgres.locks import FileLock
from hibachi.kit.processes import dying_with

log = logging.getLogger(__name__)
ADDRESS = "url"
LARGEST_LOG = 10_000_000
POLL_SECONDS = 0.004
FORMER_SERVER_SECONDS = 120.0
THROW_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
DEFAULTS = {"listen_addresses": "", "port": "5432", "timezone": "UTC", "log_timezone": "UTC", "max_connections": "200"}


class EmbeddedPostgres:
    """A PostgreSQL cluster in a folder of ours, reached by a unix socket alone.

    Two locks keep it honest. `owner.lock` is ours: a second owner is refused. `server.lock` is inherited by every
    process of PostgreSQL: while one of them lives nobody starts another, and once it is free, postmaster.pid is
    stale, whatever process has its number by now.
    """

    def __init__(
        self, data_dir: Path, *, major: int = 18, durable: bool = True, settings: Mapping[str, str] | None = None
    ) -> None:
        self.data_dir = data_dir.absolute()
        self.major = major
        self.durable = durable
        self.settings = {**DEFAULTS, **({} if durable else THROW_AWAY), **(settings or {})}
        self._owner = FileLock(self.data_dir / "owner.lock")
        self._process: subprocess.Popen[bytes] | None = None
        self._layout: Layout | None = None

    def start(self) -> str:
        """Start the server, making the cluster at the first time; its SQLAlchemy URL.

        Returns when connections are taken, however long a recovery takes. Raises ClusterInUse, StartFailed or
        PostgresError.
        """
        self._own_the_folder()
        try:
            self._layout = self._start()
        except BaseException:
            self._owner.release()
            raise
        (self.data_dir / ADDRESS).write_text(self.url())
        return self.url()

    def url_of_the_running(self) -> str:
        """The URL that the present owner of this folder serves, for a process that only wants to connect."""
        try:
            return (self.data_dir / ADDRESS).read_text()
        except OSError as error:
            raise PostgresError(f"No database runs in {self.data_dir}.") from error

    def _own_the_folder(self) -> None:
        try:
            self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
            owned = self._owner.acquire()
        except PermissionError as error:
            raise PostgresError(f"{error.filename} belongs to another user: start as that user.") from error
        if not owned:
            raise ClusterInUse(f"Another process already runs the database in {self.data_dir}: stop it first.")

    def _start(self) -> Layout:
        server_lock = FileLock(self.data_dir / "server.lock")
        if not server_lock.acquire(wait_seconds=FORMER_SERVER_SECONDS):
            raise ClusterInUse(f"The former PostgreSQL of {self.data_dir} is still stopping: try again later.")
        try:
            account = accounts.choose()
            layout = lay_out(self.data_dir, binaries.find(self.major), account, durable=self.durable)
            if not layout.cluster.exists():
                create_cluster(layout, account, durable=self.durable, lock_fd=server_lock.fd)
            _clear_stale_files(layout)
            self._process = self._spawn(layout, account, server_lock.fd)
        finally:
            server_lock.close()
        self._wait_until_ready(layout, self._process)
        return layout

    def _spawn(self, layout: Layout, account: accounts.Account, lock_fd: int) -> subprocess.Popen[bytes]:
        """Start postgres from a thread of its own, because the kernel's promise hangs on the starting thread's life."""
        options = [part for name, value in self.settings.items() for part in ("-c", f"{name}={value}")]
        command = account.command(
            layout.binaries.postgres, "-D", str(layout.cluster), "-k", str(layout.sockets), *options
        )
        outcome: list[subprocess.Popen[bytes] | OSError | subprocess.SubprocessError] = []
        spawned = threading.Event()

        def run() -> None:
            try:
                process = _popen(command, layout.log, account, lock_fd)
            except (OSError, subprocess.SubprocessError) as error:
                outcome.append(error)
                spawned.set()
                return
            outcome.append(process)
            spawned.set()
            process.wait()

        threading.Thread(target=run, name="postgres", daemon=True).start()
        spawned.wait()
        if isinstance(outcome[0], Exception):
            raise StartFailed(f"PostgreSQL could not be started: {outcome[0]}")
        return outcome[0]

    def _wait_until_ready(self, layout: Layout, process: subprocess.Popen[bytes]) -> None:
        started = told = time.monotonic()
        while not _says_ready(layout.cluster / "postmaster.pid", process.pid):
            if process.poll() is not None:
                raise StartFailed(f"PostgreSQL ended with {process.returncode}:\n{_tail(layout.log)}")
            if time.monotonic() - told > 10:
                told = time.monotonic()
                log.warning("PostgreSQL is still recovering after %.0f s", told - started)
            time.sleep(POLL_SECONDS)

    def stop(self) -> None:
        """Stop the server in good order (fast shutdown) and give the folder back; harmless when it does not run."""
        process, self._process = self._process, None
        if process is not None:
            _end(process)
        self._owner.release()

    def remove(self) -> None:
        """Stop the server and delete everything it kept."""
        self.stop()
        if self._layout is not None:
            shutil.rmtree(self._layout.sockets, ignore_errors=True)
            if self._layout.elsewhere is not None:
                shutil.rmtree(self._layout.elsewhere, ignore_errors=True)
        shutil.rmtree(self.data_dir, ignore_errors=True)

    def url(self, database: str = "postgres") -> str:
        """The SQLAlchemy URL of a database of this server."""
        if self._layout is None:
            raise PostgresError("PostgreSQL has not been started.")
        return f"postgresql+psycopg://postgres@/{quote(database)}?host={quote(str(self._layout.sockets), safe='/')}"

    def is_running(self) -> bool:
        """Whether the server that was started still lives."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        """The process id of the running server, or None."""
        return None if self._process is None else self._process.pid

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _popen(command: list[str], log_file: Path, account: accounts.Account, lock_fd: int) -> subprocess.Popen[bytes]:
    if log_file.exists() and log_file.stat().st_size > LARGEST_LOG:
        log_file.replace(log_file.with_suffix(".log.1"))
    with log_file.open("ab") as output:
        return subprocess.Popen(
            command,
            env=environment(),
            cwd="/",
            user=account.uid,
            group=account.gid,
            extra_groups=[] if account.uid is not None else None,
            pass_fds=(lock_fd,),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C in the terminal must reach us, and us alone
            preexec_fn=dying_with(os.getpid(), signal.SIGINT),  # noqa: PLW1509 - one system call, prepared before the fork
        )


def _says_ready(pid_file: Path, pid: int) -> bool:
    """Whether postmaster.pid is this server's and says ready; a half-written file says nothing."""
    try:
        lines = pid_file.read_text().splitlines()
    except OSError:
        return False
    return len(lines) >= 8 and lines[0].strip() == str(pid) and lines[7].strip() == "ready"


def _clear_stale_files(layout: Layout) -> None:
    """Remove what a crashed server left. We hold server.lock, so none of ours runs; a stranger's is refused."""
    pid_file = layout.cluster / "postmaster.pid"
    owner = _serving(pid_file, layout.cluster)
    if owner is not None:
        raise ClusterInUse(f"PostgreSQL (process {owner}), not started by us, runs in {layout.cluster}: stop it first.")
    pid_file.unlink(missing_ok=True)
    for leftover in layout.sockets.glob(".s.PGSQL.*"):
        leftover.unlink()


def _serving(pid_file: Path, cluster: Path) -> int | None:
    """The pid in postmaster.pid, when that process really works in this cluster (a server sits in its folder)."""
    try:
        pid = int(pid_file.read_text().split(maxsplit=1)[0])
        working = os.readlink(f"/proc/{pid}/cwd")
    except (OSError, ValueError, IndexError):
        return None
    return pid if working == str(cluster.resolve()) else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """Fast shutdown; immediate shutdown when that takes a minute (the next start then recovers)."""
    for number, seconds in ((signal.SIGINT, 60.0), (signal.SIGQUIT, 20.0), (signal.SIGKILL, None)):
        process.send_signal(number)
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            continue
        return


def _tail(log_file: Path) -> str:
    return log_file.read_text(errors="replace")[-2000:]
