"""`make sandbox` and `make chat`: worlds that nobody has to clean up after."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.postgres.conftest import until
from tests.platform.product.conftest import PACKAGE, Product, Starter, free_port

pytestmark = pytest.mark.slow
NOON = {"now": "2026-03-04T10:00:00-08:00", "given": {}}


def folder_of(world: Product) -> Path:
    (server,) = world.find("postgres")
    return Path(server.cwd()).parents[1]


def test_worlds_side_by_side_and_how_they_end(start: Starter) -> None:
    one, two = start("sandbox"), start("sandbox")
    for world in (one, two):
        assert world.ready().post("/api/v1/sandbox/reset", NOON).status_code == 204
    folder, other = folder_of(one), folder_of(two)
    assert folder != other
    assert one.end(signal.SIGTERM) == 0
    assert one.survivors() == []
    assert not folder.exists()
    assert two.post("/api/v1/sandbox/reset", NOON).status_code == 204
    two.end(signal.SIGKILL)
    assert until(lambda: two.survivors() == [], seconds=5)


def test_a_running_product_has_no_sandbox_calls(running: Product) -> None:
    assert running.post("/api/v1/sandbox/reset", NOON).status_code == 404


def chat(port: int, words: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    environment = {
        **os.environ,
        "PYTHONPATH": str(PACKAGE),
        "PORT": str(port),
        "HIBACHI_DATA_DIR": str(folder / "data"),
    }
    command = [sys.executable, "-m", "hibachi.cli", "chat"]
    return subprocess.run(
        command, input=words, env=environment, cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


def test_a_chat_without_a_server_gets_an_answer_and_keeps_nothing(tmp_path: Path) -> None:
    done = chat(free_port(), "hello, how much is it for 20 adults?\n\n", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "nothing is kept" in done.stdout
    assert "$" in done.stdout
    assert not (tmp_path / "data").exists()


def test_a_chat_with_a_running_server_is_a_conversation_there(running: Product, tmp_path: Path) -> None:
    done = chat(running.port, "hello\nhow much is it for 20 adults?\n", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "nothing is kept" not in done.stdout
    assert "$" in done.stdout
    assert done.stderr == ""
