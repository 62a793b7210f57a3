"""As whom PostgreSQL runs: it refuses root, and no parent folder's mode is ever changed for it."""

import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from hibachi.kit.postgres.binaries import WHEEL, Binaries
from hibachi.kit.postgres.errors import PostgresError

NAMESPACE = ("unshare", "--user", "--map-user=1000", "--map-group=1000", "--")
OTHER_USERS = ("nobody", "postgres", "daemon")
DURABLE_BASES = ("/var/lib", "/var/tmp")
THROW_AWAY_BASES = ("/tmp", "/var/tmp")


@dataclass(frozen=True, slots=True)
class Account:
    """How to start a PostgreSQL program: a prefix for the command line, or another user to become."""

    prefix: tuple[str, ...] = ()
    uid: int | None = None
    gid: int | None = None

    def command(self, program: Path, *arguments: str) -> list[str]:
        """The command line that runs a program as this account."""
        return [*self.prefix, str(program), *arguments]

    def give(self, path: Path) -> None:
        """Make a folder of ours this account's own."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)


def choose() -> Account:
    """Ourselves as a normal user; for root a user namespace of root's own, or else another user."""
    if os.geteuid() != 0:
        return Account()
    if user_namespace_works():
        return Account(prefix=NAMESPACE)
    for name in OTHER_USERS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(uid=entry.pw_uid, gid=entry.pw_gid)
    raise PostgresError("PostgreSQL does not run as root, and this machine has no other user: start as a normal user.")


@cache
def user_namespace_works() -> bool:
    """Whether root may run a program in a user namespace, where it is nobody special but keeps its own files."""
    if shutil.which(NAMESPACE[0]) is None:
        return False
    tried = subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False)
    return tried.returncode == 0


def reachable_base(*, durable: bool) -> Path:
    """An existing folder, short and open for every user to pass through, for the files of another user."""
    for base in DURABLE_BASES if durable else THROW_AWAY_BASES:
        if all(_passable(folder) for folder in (Path(base), *Path(base).parents)):
            return Path(base)
    raise PostgresError("Root's PostgreSQL needs a folder that other users can reach: /var/lib, /var/tmp or /tmp.")


def _passable(folder: Path) -> bool:
    return folder.is_dir() and bool(folder.stat().st_mode & stat.S_IXOTH)


def copy_binaries(binaries: Binaries, base: Path) -> Binaries:
    """A copy of the binaries where another user reaches them; complete or absent, never half."""
    target = base / f"binaries-{version(WHEEL)}-{binaries.major}"
    copied = Binaries(target / WHEEL / binaries.root.name, binaries.major)
    if not target.exists():
        half = target.with_name(target.name + ".new")
        shutil.rmtree(half, ignore_errors=True)
        shutil.copytree(binaries.root, half / WHEEL / binaries.root.name, symlinks=True, ignore=_headers)
        shutil.copytree(binaries.libraries, half / binaries.libraries.name, symlinks=True)
        half.rename(target)
    return copied


def _headers(folder: str, names: Sequence[str]) -> list[str]:
    return [name for name in names if name == "include"]
