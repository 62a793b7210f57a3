"""As root in a private folder, as root where namespaces are refused, as a normal user, in a very long path."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

import hibachi
from hibachi.kit.postgres import EmbeddedPostgres, PostgresError, account, layout
from tests.kit.postgres.conftest import Owner, bare, processes_in, python_of, query, until, users_in

root_only = pytest.mark.skipif(os.geteuid() != 0, reason="needs root")


@pytest.fixture
def refused_namespace(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which root may not make a user namespace."""
    monkeypatch.setattr(account, "user_namespace_works", lambda: False)


@pytest.fixture
def modes_stay(tmp_path: Path) -> Iterator[None]:
    """The modes and owners of every folder above the data and above the binaries."""
    watched = {folder for start in (tmp_path, Path(hibachi.__file__)) for folder in start.parents} | {tmp_path}

    def seen() -> dict[Path, tuple[int, int, int]]:
        return {folder: (found.st_mode, found.st_uid, found.st_gid) for folder in watched for found in [folder.stat()]}

    before = seen()
    yield
    assert seen() == before


@pytest.mark.usefixtures("modes_stay")
def test_in_a_private_folder(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    with EmbeddedPostgres(private / "data" / "pg", durable=False) as server:
        assert query(server.url(), "SELECT 1") == [(1,)]
        assert users_in(private) == {psutil.Process().username()}
    assert private.stat().st_mode & 0o777 == 0o700
    server.remove()


@root_only
@pytest.mark.usefixtures("modes_stay", "refused_namespace")
def test_root_becomes_another_user_where_namespaces_are_refused(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    server = EmbeddedPostgres(private / "pg", durable=False)
    query(server.start(), "CREATE TABLE kept ()")
    home = Path((private / "pg" / layout.POINTER).read_text().rsplit(maxsplit=1)[-1])
    assert users_in(home) == {"nobody"}
    server.stop()
    assert query(server.start(), "SELECT count(*) FROM kept") == [(0,)]
    assert private.stat().st_mode & 0o777 == 0o700
    server.remove()
    assert not home.exists()
    assert not processes_in(home)


@root_only
@pytest.mark.usefixtures("refused_namespace")
def test_root_on_a_machine_without_any_other_user(server: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account, "OTHER_USERS", ("no-such-user",))
    with pytest.raises(PostgresError, match="start as a normal user"):
        server.start()


@root_only
@pytest.mark.usefixtures("refused_namespace")
def test_root_without_a_folder_that_others_reach(
    server: EmbeddedPostgres, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(account, "THROW_AWAY_BASES", (str(tmp_path), "/no/such/folder"))
    with pytest.raises(PostgresError, match="folder that other users can reach"):
        server.start()


@root_only
def test_a_machine_without_the_command_for_namespaces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(account, "NAMESPACE", ("no-such-command",))
    account.user_namespace_works.cache_clear()
    assert not account.user_namespace_works()
    assert account.choose().uid is not None
    account.user_namespace_works.cache_clear()


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="hibachi-nobody-", dir="/tmp"))
    shutil.chown(folder, "nobody", "nogroup")
    yield folder
    shutil.rmtree(folder)


needs_another_user = pytest.mark.skipif(
    os.geteuid() != 0 or python_of("nobody") is None, reason="needs root, and a checkout and a Python that others reach"
)


@needs_another_user
def test_as_a_normal_user(folder_of_nobody: Path, own_elsewhere: Callable[..., Owner]) -> None:
    owner = own_elsewhere(folder_of_nobody / "pg", user="nobody")
    assert query(owner.url, "SELECT 1") == [(1,)]
    assert users_in(folder_of_nobody) == {"nobody"}
    owner.kill()
    assert until(lambda: not processes_in(folder_of_nobody), seconds=20)


@needs_another_user
def test_a_folder_of_somebody_else_is_refused_in_words(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from hibachi.kit.postgres import EmbeddedPostgres, PostgresError\n"
        "try: EmbeddedPostgres(Path(sys.argv[1])).start()\n"
        "except PostgresError as error: print(error)\n"
    )
    command = [str(python_of("nobody")), "-c", code, str(tmp_path / "pg")]
    done = subprocess.run(
        command, user="nobody", extra_groups=[], env=bare(), cwd="/", capture_output=True, text=True, check=False
    )
    assert "belongs to another user" in done.stdout, done.stderr


def test_in_a_very_long_path(tmp_path: Path) -> None:
    deep = tmp_path / ("a" * 60) / ("b" * 60) / ("ü" * 30)
    with EmbeddedPostgres(deep / "pg", durable=False) as server:
        assert query(server.url(), "SELECT 1") == [(1,)]
        sockets = Path(server.url().partition("host=")[2])
        assert len(os.fsencode(sockets)) < 90
        assert sockets.stat().st_mode & 0o077 == 0
    server.remove()
    assert not sockets.exists()


def test_a_prepared_socket_folder_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "pg").mkdir()
    (tmp_path / "pg" / "socket").symlink_to("/tmp")
    with pytest.raises(PostgresError, match="belongs to somebody else"):
        EmbeddedPostgres(tmp_path / "pg", durable=False).start()
