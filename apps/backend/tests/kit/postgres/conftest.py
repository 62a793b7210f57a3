"""Real servers, real deaths: what the tests of the embedded PostgreSQL share."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg
import pytest

import hibachi
from hibachi.kit.postgres import EmbeddedPostgres

OWNER = """
import sys, time
from pathlib import Path
from hibachi.kit.postgres import EmbeddedPostgres, account
if sys.argv[2] == "other user":
    account.user_namespace_works = lambda: False
server = EmbeddedPostgres(Path(sys.argv[1]), durable=True)
print(server.start(), flush=True)
time.sleep(600)
"""


SOURCES = [Path(hibachi.__file__).parents[1], Path(psycopg.__file__).parents[1]]
"""What a bare interpreter needs on its path: the product and the wheels."""


def python_of(user: str) -> str | None:
    """An interpreter that another user can run the product with, or None (a private checkout, a private Python)."""
    probe = "import sys, hibachi.kit.postgres.binaries as b; b.find(18); assert sys.version_info >= (3, 11)"
    for python in (sys.executable, "/usr/bin/python3"):
        try:
            tried = subprocess.run([python, "-c", probe], user=user, extra_groups=[], env=bare(), cwd="/", check=False)
        except OSError:
            continue
        if tried.returncode == 0:
            return python
    return None


def bare() -> dict[str, str]:
    """The environment of a process that gets nothing of ours but the path."""
    return {
        "PYTHONPATH": ":".join(map(str, SOURCES)),
        "PATH": "/usr/bin:/bin:/usr/sbin",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def query(url: str, statement: str) -> list[tuple[object, ...]]:
    """Run one statement on a server and commit it; its rows."""
    with psycopg.connect(url.replace("+psycopg", ""), connect_timeout=5) as connection:
        done = connection.execute(statement.encode())
        return done.fetchall() if done.description else []


def processes_in(folder: Path) -> list[psutil.Process]:
    """Every living process that works in a folder: a server of PostgreSQL sits in its cluster."""
    found = []
    for process in psutil.process_iter():
        try:
            if Path(process.cwd()).is_relative_to(folder):
                found.append(process)
        except (psutil.Error, OSError):
            continue
    return found


def users_in(folder: Path) -> set[str]:
    """Whose processes work in a folder; one that ends between the two looks is nobody's."""
    users = set()
    for process in processes_in(folder):
        with suppress(psutil.NoSuchProcess):
            users.add(process.username())
    return users


def until(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether the condition came true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.01)
    return condition()


@dataclass
class Owner:
    """Another process that owns a server."""

    process: subprocess.Popen[str]
    url: str

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def own_elsewhere() -> Iterator[Callable[..., Owner]]:
    """Start a server owned by a process of its own; `how` is "namespace" or "other user"."""
    owners: list[subprocess.Popen[str]] = []

    def start(data_dir: Path, how: str = "namespace", user: str | None = None) -> Owner:
        python = sys.executable if user is None else python_of(user)
        process = subprocess.Popen(
            [str(python), "-c", OWNER, str(data_dir), how],
            env=bare(),
            cwd="/",
            stdout=subprocess.PIPE,
            user=user,
            group=None if user is None else "nogroup",
            extra_groups=None if user is None else [],
            text=True,
        )
        owners.append(process)
        assert process.stdout is not None
        return Owner(process, process.stdout.readline().strip())

    yield start
    for process in owners:
        process.kill()
        process.communicate()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    """A throw-away server that has not been started."""
    made = EmbeddedPostgres(tmp_path / "pg", durable=False)
    yield made
    made.remove()
