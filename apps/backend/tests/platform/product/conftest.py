"""The product as people start it: whole process trees on free ports."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import psutil
import pytest

import hibachi

START_SECONDS = 90.0
PACKAGE = Path(hibachi.__file__).parents[1]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


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
        return httpx2.get(self.url + path, timeout=10).raise_for_status().json()

    def post(self, path: str, body: dict[str, Any]) -> httpx2.Response:
        return httpx2.post(self.url + path, json=body, timeout=60)

    def everyone(self) -> list[psutil.Process]:
        """This process and everything below it, alive."""
        root = psutil.Process(self.process.pid)
        return [root, *root.children(recursive=True)]

    def survivors(self) -> list[psutil.Process]:
        """Who is still there of those who were there when it was ready."""
        return [each for each in self.tree if each.is_running() and each.status() != psutil.STATUS_ZOMBIE]

    def one(self, words: str) -> psutil.Process:
        """The one process of the tree whose command line holds these words."""
        (found,) = [each for each in self.everyone() if words in " ".join(each.cmdline())]
        return found

    def end(self, number: int, seconds: float = 40) -> int:
        """Send a signal and wait for the end; its exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=seconds)


Start = Callable[..., Product]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start a command; whatever the test does, it is over afterwards."""
    started: list[Product] = []

    def begin(command: str, *, port: int | None = None, **environment: str) -> Product:
        port = port or free_port()
        data = {"HIBACHI_DATA_DIR": str(tmp_path / "data"), "PORT": str(port), "PYTHONPATH": str(PACKAGE)}
        with (tmp_path / f"{port}.out").open("ab") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "hibachi.cli", *command.split()],
                env={**os.environ, **data, **environment},
                cwd=tmp_path,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        started.append(Product(command, tmp_path, port, process))
        return started[-1]

    yield begin
    for product in started:
        if product.process.poll() is None:
            product.tree = product.everyone()
            product.process.kill()
            product.process.wait()
