"""The product as people start it: whole process trees on free ports."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import psutil
import pytest

import hibachi

START_SECONDS = 180.0
PACKAGE = Path(hibachi.__file__).parents[1]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _is_there(process: psutil.Process) -> bool:
    """Whether a process runs; it may end between two looks at it."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@dataclass
class Product:
    """One command of the command line in a process of its own."""

    command: str
    folder: Path
    port: int
    process: "subprocess.Popen[bytes]"
    tree: list[psutil.Process] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        return (self.folder / f"{self.port}.out").read_text()

    def ready(self, path: str = "/api/health") -> "Product":
        """Wait until HTTP answers with anything but an error of its own."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if httpx2.get(self.url + path, timeout=5).status_code < 500:
                    self.tree = self.everyone()
                    return self
            except httpx2.HTTPError:
                time.sleep(0.1)
        raise AssertionError(f"it did not start:\n{self.said}")

    def get(self, path: str) -> Any:
        return httpx2.get(self.url + path, timeout=60).raise_for_status().json()

    def post(self, path: str, body: dict[str, Any]) -> httpx2.Response:
        return httpx2.post(self.url + path, json=body, timeout=60)

    def everyone(self) -> list[psutil.Process]:
        """This process and everything below it, alive."""
        root = psutil.Process(self.process.pid)
        return [root, *root.children(recursive=True)]

    def survivors(self) -> list[psutil.Process]:
        """Who is still there of those who were there when it was ready."""
        return [each for each in self.tree if _is_there(each)]

    def find(self, name: str) -> list[psutil.Process]:
        """The processes of the tree with this name, "postgres" being the server and not its children."""
        found = []
        for each in self.everyone():
            with suppress(psutil.NoSuchProcess):
                parent = each.parent()
                if each.name() == name and parent is not None and parent.name() != name:
                    found.append(each)
        return found

    def end(self, number: int, seconds: float = 40) -> int:
        """Send a signal and wait for the end; its exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=seconds)


class Starter:
    """Starts commands in one folder; whatever a test does, they are over afterwards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.started: list[Product] = []

    def __call__(
        self, command: str, *, port: int | None = None, below: Sequence[str] = (), **environment: str
    ) -> Product:
        """Start a command on a free port; `below` is a program that starts it in our stead."""
        port = port or free_port()
        data = {"HIBACHI_DATA_DIR": str(self.folder / "data"), "PORT": str(port), "PYTHONPATH": str(PACKAGE)}
        with (self.folder / f"{port}.out").open("ab") as out:
            process = subprocess.Popen(
                [*below, sys.executable, "-m", "hibachi.cli", *command.split()],
                env={**os.environ, **data, **environment},
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        self.started.append(Product(command, self.folder, port, process))
        return self.started[-1]

    def end(self) -> None:
        """Kill what still runs; the kernel does the rest."""
        for product in self.started:
            if product.process.poll() is None:
                product.process.kill()
                product.process.wait()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Starter]:
    """Start commands in a folder of this test's own."""
    starter = Starter(tmp_path)
    yield starter
    starter.end()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """One product that runs for all tests of a worker that leave it running."""
    starter = Starter(tmp_path_factory.mktemp("running"))
    yield starter("run").ready()
    starter.end()


@pytest.fixture
def beside(running: Product) -> Iterator[Starter]:
    """Start commands in the folder of the running product."""
    starter = Starter(running.folder)
    yield starter
    starter.end()
