"""Starting, stopping, and who may own a data folder."""

import inspect
import os
import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hibachi.kit.postgres import ClusterInUse, EmbeddedPostgres, PostgresError, StartFailed, throw_away
from hibachi.kit.processes import fork
from tests.kit.postgres.conftest import Owner, processes_in, query, until


def test_it_answers_and_leaves_no_process(server: EmbeddedPostgres) -> None:
    url = server.start()
    assert query(url, "SELECT 1") == [(1,)]
    assert processes_in(server.data_dir)
    server.stop()
    assert processes_in(server.data_dir) == []
    with pytest.raises(Exception, match="(No such file|failed)"):
        query(url, "SELECT 1")


@pytest.mark.parametrize("major", [16, 18])
def test_both_majors(tmp_path: Path, major: int) -> None:
    with EmbeddedPostgres(tmp_path / "pg", major=major, durable=False) as server:
        assert query(server.url(), "SHOW server_version_num")[0][0].__str__().startswith(str(major))
        assert query(server.url(), "SELECT 'ä' < 'b', lower('A'), 'z' < 'ä'") == [(False, "a", True)]
        assert query(server.url(), "SHOW server_encoding") == [("UTF8",)]
    server.remove()


def test_a_folder_of_another_major_is_refused_and_kept(server: EmbeddedPostgres) -> None:
    query(server.start(), "CREATE TABLE kept ()")
    server.stop()
    with pytest.raises(PostgresError, match="cluster-18, not PostgreSQL 16"):
        EmbeddedPostgres(server.data_dir, major=16, durable=False).start()
    assert query(server.start(), "SELECT count(*) FROM kept") == [(0,)]


def test_no_such_major(tmp_path: Path) -> None:
    with pytest.raises(PostgresError, match="16 and 18"):
        EmbeddedPostgres(tmp_path / "pg", major=17).start()


def test_rows_survive_a_restart(server: EmbeddedPostgres) -> None:
    query(server.start(), "CREATE TABLE kept AS SELECT 7 AS seven")
    server.stop()
    assert query(server.start(), "SELECT seven FROM kept") == [(7,)]


def test_durable_by_default(tmp_path: Path) -> None:
    with EmbeddedPostgres(tmp_path / "pg", settings={"work_mem": "7MB"}) as server:
        settings = "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'work_mem')"
        assert dict(query(server.url(), settings)) == {"fsync": "on", "synchronous_commit": "on", "work_mem": "7168"}
    server.remove()


def test_throw_away_saves_its_strength(server: EmbeddedPostgres) -> None:
    url = server.start()
    assert query(url, "SHOW fsync") == query(url, "SHOW full_page_writes") == [("off",)]


def test_no_door_but_the_socket(server: EmbeddedPostgres) -> None:
    assert query(server.start(), "SHOW listen_addresses") == [("",)]
    sockets = Path(str(query(server.url(), "SHOW unix_socket_directories")[0][0]))
    assert sockets.stat().st_mode & 0o077 == 0


def test_another_database_has_its_own_address(server: EmbeddedPostgres) -> None:
    query_url = server.start()
    with pytest.raises(Exception, match='"strange/name"'):
        query(server.url("strange/name"), "SELECT 1")
    assert query(query_url, "SELECT current_database()") == [("postgres",)]


def test_a_second_owner_in_this_process_is_refused(server: EmbeddedPostgres) -> None:
    url = server.start()
    with pytest.raises(ClusterInUse, match="stop it first"):
        EmbeddedPostgres(server.data_dir, durable=False).start()
    assert query(url, "SELECT 1") == [(1,)]


def test_a_second_owner_in_another_process_is_refused(tmp_path: Path, own_elsewhere: Callable[..., Owner]) -> None:
    owner = own_elsewhere(tmp_path / "pg")
    with pytest.raises(ClusterInUse):
        EmbeddedPostgres(tmp_path / "pg", durable=False).start()
    assert query(owner.url, "SELECT 1") == [(1,)]


def test_two_clusters_side_by_side(server: EmbeddedPostgres, tmp_path: Path) -> None:
    query(server.start(), "CREATE TABLE only_here ()")
    with EmbeddedPostgres(tmp_path / "other", durable=False) as other:
        assert query(other.url(), "SELECT to_regclass('only_here')") == [(None,)]
    assert query(server.url(), "SELECT count(*) FROM only_here") == [(0,)]


def test_a_server_outlives_the_thread_that_started_it(server: EmbeddedPostgres) -> None:
    """The kernel's promise to kill a child is tied to the thread that started it, not to its process."""
    starter = threading.Thread(target=server.start)
    starter.start()
    starter.join()
    time.sleep(0.3)
    assert query(server.url(), "SELECT 1") == [(1,)]


def test_a_forked_child_does_not_keep_the_folder(server: EmbeddedPostgres) -> None:
    """The supervisor starts the database anew beside its living children, who inherited its handles."""
    server.start()
    child = fork("child", lambda: time.sleep(600))
    try:
        server.stop()
        assert query(server.start(), "SELECT 1") == [(1,)]
        assert child.is_alive()
    finally:
        child.kill()
        child.join()


def test_stopping_twice_is_harmless(server: EmbeddedPostgres) -> None:
    server.stop()
    server.start()
    server.stop()
    server.stop()
    assert server.pid is None


def test_a_setting_that_postgres_refuses_is_reported_and_the_folder_free_again(tmp_path: Path) -> None:
    broken = EmbeddedPostgres(tmp_path / "pg", durable=False, settings={"no_such_setting": "1"})
    with pytest.raises(StartFailed, match="no_such_setting"):
        broken.start()
    with EmbeddedPostgres(tmp_path / "pg", durable=False) as server:
        assert query(server.url(), "SELECT 1") == [(1,)]


def test_no_address_before_the_start(server: EmbeddedPostgres) -> None:
    with pytest.raises(PostgresError, match="not been started"):
        server.url()


def test_remove_leaves_nothing(server: EmbeddedPostgres) -> None:
    url = server.start()
    server.remove()
    assert not server.data_dir.exists()
    assert not Path(url.partition("host=")[2]).exists()


def test_another_process_learns_where_the_running_one_is(server: EmbeddedPostgres) -> None:
    stranger = EmbeddedPostgres(server.data_dir)
    with pytest.raises(PostgresError, match="No database runs"):
        stranger.url_of_the_running()
    server.start()
    assert query(stranger.url_of_the_running(), "SELECT 1") == [(1,)]


def test_whether_it_runs(server: EmbeddedPostgres) -> None:
    assert not server.is_running()
    server.start()
    assert server.is_running()
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    assert until(lambda: not server.is_running(), seconds=5)


def test_a_throw_away_server_is_gone_afterwards() -> None:
    with throw_away("trial") as server:
        folder = server.data_dir.parent
        assert query(server.url(), "SHOW fsync") == [("off",)]
        assert folder.stat().st_mode & 0o077 == 0
    assert not folder.exists()
    assert processes_in(folder) == []


def test_it_sweeps_what_killed_runs_left_and_nothing_that_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(inspect.unwrap(throw_away).__globals__, "YOUNGEST_LEFTOVER_SECONDS", -1)
    leftover = Path(tempfile.mkdtemp(prefix="hibachi-sweep-", dir="/tmp"))
    (leftover / "pg").mkdir()
    with throw_away("sweep") as living:
        assert not leftover.exists()
        with throw_away("sweep"):
            assert query(living.url(), "SELECT 1") == [(1,)]


@pytest.mark.parametrize(
    ("limit", "used", "fits"),
    [("max", "0", True), (str(64 * 1024**3), str(1024**3), True), (str(2 * 1024**3), str(1024**2), False)],
)
def test_it_lives_in_memory_only_where_there_is_plenty(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, limit: str, used: str, fits: bool
) -> None:
    (tmp_path / "limit").write_text(limit)
    (tmp_path / "used").write_text(used)
    inside = inspect.unwrap(throw_away).__globals__
    monkeypatch.setitem(inside, "LIMITS", ((str(tmp_path / "limit"), str(tmp_path / "used")),))
    plenty = inside["_has_room"](Path("/dev/shm"))
    with throw_away("memory") as server:
        assert server.data_dir.is_relative_to("/dev/shm") == plenty
    assert not (plenty and not fits)
    assert not inside["_has_room"](tmp_path), "a folder on a disk is none in memory"


def test_it_leaves_the_young_alone() -> None:
    young = Path(tempfile.mkdtemp(prefix="hibachi-young-", dir="/tmp"))
    (young / "pg").mkdir()
    with throw_away("young"):
        assert young.exists()
    shutil.rmtree(young)
