"""kill -9, stale pid files, half-made clusters: a crash loses nothing and harms nobody."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from hibachi.kit.postgres import ClusterInUse, EmbeddedPostgres
from tests.kit.postgres.conftest import Owner, bare, processes_in, query, until

STALE = "{pid}\n{cluster}\n1700000000\n5432\n{sockets}\n\n  1234567  3\nready   \n"
root_only = pytest.mark.skipif(os.geteuid() != 0, reason="needs root")


@pytest.fixture
def bystander() -> Iterator[subprocess.Popen[bytes]]:
    """A process that has nothing to do with us."""
    process = subprocess.Popen(["sleep", "600"])
    yield process
    process.kill()
    process.wait()


def test_no_server_outlives_its_owner(tmp_path: Path, own_elsewhere: Callable[..., Owner]) -> None:
    owner = own_elsewhere(tmp_path / "pg")
    assert len(processes_in(tmp_path)) > 3
    owner.kill()
    assert until(lambda: not processes_in(tmp_path), seconds=2)


@root_only
def test_nor_as_another_user(tmp_path: Path, own_elsewhere: Callable[..., Owner]) -> None:
    owner = own_elsewhere(tmp_path / "pg", how="other user")
    home = Path(owner.url.partition("host=")[2]).parent
    assert {process.username() for process in processes_in(home)} == {"nobody"}
    owner.kill()
    assert until(lambda: not processes_in(home), seconds=2)
    shutil.rmtree(home)


def test_what_was_committed_survives_the_owner(tmp_path: Path, own_elsewhere: Callable[..., Owner]) -> None:
    owner = own_elsewhere(tmp_path / "pg")
    query(owner.url, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n")
    owner.kill()
    with EmbeddedPostgres(tmp_path / "pg", durable=False) as server:
        assert query(server.url(), "SELECT count(*), sum(n) FROM kept") == [(1000, 500500)]


def test_what_was_committed_survives_the_server(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path / "pg")
    query(server.start(), "CREATE TABLE kept AS SELECT 7 AS seven")
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    server.stop()
    assert query(server.start(), "SELECT seven FROM kept") == [(7,)]
    server.remove()


UNREAPED = """
import os, sys, time
from pathlib import Path
from hibachi.kit.postgres import EmbeddedPostgres, server

class Unreaped:
    def __init__(self, process):
        self.process, self.pid = process, process.pid
    def poll(self):
        return None
    def wait(self, timeout=None):
        time.sleep(600)

popen = server._popen
server._popen = lambda *arguments: Unreaped(popen(*arguments))
first = EmbeddedPostgres(Path(sys.argv[1]))
first.start()
os.kill(first.pid, 9)
first._owner.close()
server._popen = popen
second = EmbeddedPostgres(Path(sys.argv[1]))
second.start()
print(Path(f"/proc/{first.pid}/stat").read_text().rsplit(")")[1].split()[0], flush=True)
second.stop()
os._exit(0)
"""


def test_a_dead_server_that_nobody_reaped_does_not_stop_the_next(tmp_path: Path) -> None:
    """Its number still answers `kill -0`; the lock says that it is gone."""
    command = [sys.executable, "-c", UNREAPED, str(tmp_path / "pg")]
    done = subprocess.run(command, env=bare(), capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("Z\n", "")


def test_a_stale_pid_file_of_a_living_stranger(server: EmbeddedPostgres, bystander: subprocess.Popen[bytes]) -> None:
    query(server.start(), "CREATE TABLE kept ()")
    server.stop()
    cluster = server.data_dir / "cluster-18"
    stale = STALE.format(pid=bystander.pid, cluster=cluster, sockets=server.data_dir / "socket")
    (cluster / "postmaster.pid").write_text(stale)
    (server.data_dir / "socket" / ".s.PGSQL.5432.lock").write_text(stale)
    assert query(server.start(), "SELECT count(*) FROM kept") == [(0,)]
    server.stop()
    assert psutil.Process(bystander.pid).status() != psutil.STATUS_ZOMBIE


@pytest.mark.parametrize("content", ["", "garbage", "-1\n", "99999999\n/nowhere"])
def test_a_broken_pid_file(server: EmbeddedPostgres, content: str) -> None:
    server.start()
    server.stop()
    (server.data_dir / "cluster-18" / "postmaster.pid").write_text(content)
    assert query(server.start(), "SELECT 1") == [(1,)]


def test_a_server_that_somebody_else_started_is_left_alone(server: EmbeddedPostgres) -> None:
    server.start()
    server.stop()
    cluster = server.data_dir / "cluster-18"
    stranger = subprocess.Popen(["sleep", "600"], cwd=cluster)
    (cluster / "postmaster.pid").write_text(f"{stranger.pid}\n{cluster}\n")
    try:
        with pytest.raises(ClusterInUse, match=f"process {stranger.pid}"):
            server.start()
        assert stranger.poll() is None
        assert (cluster / "postmaster.pid").exists()
    finally:
        stranger.kill()
        stranger.wait()
    assert query(server.start(), "SELECT 1") == [(1,)]


def test_a_half_made_cluster_is_made_again(server: EmbeddedPostgres) -> None:
    half = server.data_dir / "cluster-18.new" / "base"
    half.mkdir(parents=True)
    (half.parent / "PG_VERSION").write_text("18\n")
    assert query(server.start(), "SELECT 1") == [(1,)]
    assert not half.parent.exists()


def test_death_in_the_middle_of_making_it(tmp_path: Path, own_elsewhere: Callable[..., Owner]) -> None:
    half = tmp_path / "pg" / "cluster-18.new"
    starting = threading.Thread(target=own_elsewhere, args=(tmp_path / "pg",))
    starting.start()
    assert until(lambda: (half / "base").exists(), seconds=20)
    for process in psutil.Process().children():
        if str(tmp_path / "pg") in process.cmdline():
            process.kill()
    starting.join()
    assert not (tmp_path / "pg" / "cluster-18").exists()
    with EmbeddedPostgres(tmp_path / "pg", durable=False) as server:
        assert query(server.url(), "SELECT 1") == [(1,)]
        assert not half.exists()
