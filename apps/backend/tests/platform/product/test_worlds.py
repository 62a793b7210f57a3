"""`make sandbox` and `make chat`: worlds that nobody has to clean up after."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.postgres.conftest import until
from tests.platform.product.conftest import PACKAGE, Product, Start, free_port

pytestmark = pytest.mark.slow
NOON = {"now": "2026-03-04T10:00:00-08:00", "given": {}}


def folder_of(product: Product) -> Path:
    (server,) = [each for each in product.everyone() if "/bin/postgres" in " ".join(each.cmdline())[:400]]
    return Path(server.cwd()).parents[1]


def test_worlds_side_by_side_know_nothing_of_each_other(start: Start) -> None:
    one, two = start("sandbox"), start("sandbox")
    for world in (one, two):
        assert world.ready().post("/api/v1/sandbox/reset", NOON).status_code == 204
    folders = {folder_of(one), folder_of(two)}
    assert len(folders) == 2
    assert [world.end(signal.SIGTERM) for world in (one, two)] == [0, 0]
    assert one.survivors() == two.survivors() == []
    assert not any(folder.exists() for folder in folders)


def test_a_killed_world_leaves_no_process(start: Start) -> None:
    world = start("sandbox").ready()
    assert len(world.tree) > 3
    world.end(signal.SIGKILL)
    assert until(lambda: world.survivors() == [], seconds=5)


def test_a_running_product_has_no_sandbox_calls(start: Start) -> None:
    product = start("run").ready()
    assert product.post("/api/v1/sandbox/reset", NOON).status_code == 404


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


def test_a_chat_with_a_running_server_is_a_conversation_there(start: Start, tmp_path: Path) -> None:
    product = start("run").ready()
    done = chat(product.port, "hello\nhow much is it for 20 adults?\n", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "nothing is kept" not in done.stdout
    assert "$" in done.stdout
