"""Where the files of one cluster lie, and its one-time making."""

import hashlib
import os
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from hibachi.kit.postgres.account import Account, copy_binaries, reachable_base
from hibachi.kit.postgres.binaries import Binaries
from hibachi.kit.postgres.errors import PostgresError, StartFailed

LONGEST_SOCKET_FOLDER = 84  # sun_path holds 107 bytes, and "/.s.PGSQL.5432.lock" is put behind the folder
POINTER = "WHERE-THE-DATABASE-IS.txt"


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of one cluster and the binaries that serve it."""

    binaries: Binaries
    cluster: Path
    sockets: Path
    log: Path
    elsewhere: Path | None


def lay_out(data_dir: Path, binaries: Binaries, account: Account, *, durable: bool) -> Layout:
    """Decide and prepare the folders. Another user's cluster lies outside root's folders, where that user reaches it."""
    home = data_dir
    elsewhere = None
    if account.uid is not None:
        elsewhere = home = _home_of_other_user(data_dir, account, durable=durable)
        binaries = copy_binaries(binaries, home)
    refuse_other_major(home, binaries.major)
    cluster = home / f"cluster-{binaries.major}"
    return Layout(binaries, cluster, _socket_folder(home, account), data_dir / "postgres.log", elsewhere)


def _home_of_other_user(data_dir: Path, account: Account, *, durable: bool) -> Path:
    home = reachable_base(durable=durable) / f"hibachi-{_digest(data_dir)}"
    _own_folder(home, 0o755)
    account.give(home)
    (data_dir / POINTER).write_text(f"Root may not run PostgreSQL itself here, so the database lies in {home}\n")
    return home


def refuse_other_major(home: Path, major: int) -> None:
    """A cluster of another major version needs a dump and a restore; it is never silently left behind."""
    others = [folder.name for folder in home.glob("cluster-??") if folder.name != f"cluster-{major}"]
    if others:
        raise PostgresError(f"{home} holds {others[0]}, not PostgreSQL {major}: dump it and restore it first.")


def _socket_folder(home: Path, account: Account) -> Path:
    sockets = home / "socket"
    if len(os.fsencode(sockets)) > LONGEST_SOCKET_FOLDER:
        sockets = Path(tempfile.gettempdir()) / f"hibachi-{os.geteuid()}-{_digest(home)}"
    if len(os.fsencode(sockets)) > LONGEST_SOCKET_FOLDER:
        sockets = Path("/tmp") / sockets.name
    _own_folder(sockets, 0o700)
    account.give(sockets)
    return sockets


def _own_folder(folder: Path, mode: int) -> None:
    """Make a folder, or accept ours; a folder that a stranger prepared is refused."""
    try:
        folder.mkdir(mode=mode)
        folder.chmod(mode)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or (os.geteuid() != 0 and found.st_uid != os.geteuid()):
            raise PostgresError(f"{folder} belongs to somebody else: remove it.") from None


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def create_cluster(layout: Layout, account: Account, *, durable: bool, lock_fd: int) -> None:
    """Run initdb beside the cluster's place and rename: it is there whole or not at all."""
    half = layout.cluster.with_name(layout.cluster.name + ".new")
    if half.exists():
        shutil.rmtree(half)
    options = ["-D", str(half), "-U", "postgres", "--auth=trust", "--encoding=UTF8", *layout.binaries.locale_options]
    command = account.command(layout.binaries.initdb, *options, *([] if durable else ["--no-sync"]))
    made = subprocess.run(
        command,
        env=environment(),
        cwd="/",
        user=account.uid,
        group=account.gid,
        extra_groups=[] if account.uid is not None else None,
        pass_fds=(lock_fd,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        shutil.rmtree(half, ignore_errors=True)
        raise StartFailed(f"initdb failed:\n{made.stdout[-2000:]}")
    half.rename(layout.cluster)
    _sync_folder(layout.cluster.parent)


def _sync_folder(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def environment() -> dict[str, str]:
    """Our environment without what would steer PostgreSQL past our own options."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C", "TZ": "UTC"}
