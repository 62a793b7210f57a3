"""Make sure that the programs which the tests start are on this machine: `python3 scripts/services.py`.

Standard library only. Today these are redis-server (the limits are counted in PostgreSQL, or in Redis where there is one)
and chromium (the site is tested in a real browser). Root on a Debian machine gets them installed; anybody else is told the
command, and the tests do not begin: a test that is left out in silence is no test.
"""

import os
import shutil
import subprocess
import sys

PROGRAMS = ("redis-server", "chromium")
"""Each is in Debian's package of the same name."""
INSTALL = ("apt-get", "install", "--yes", "--quiet", "--no-install-recommends")
UPDATE = ("apt-get", "update", "--quiet")
MISSING = """The tests need {names}, which this machine lacks. Install it, for instance on Debian or Ubuntu with:

    sudo {update} && sudo {install}
"""


def main() -> None:
    """Install what is missing, where that may be done; else name the command and fail."""
    missing = lacking()
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(told(missing))
    print(f"Installing {' and '.join(missing)} (once) ...", file=sys.stderr, flush=True)
    install = (*INSTALL, *missing)
    if not any(all(succeeds(command) for command in way) for way in ((install,), (UPDATE, install))) or lacking():
        sys.exit(told(missing))


def lacking() -> tuple[str, ...]:
    """What is not on this machine."""
    return tuple(name for name in PROGRAMS if not shutil.which(name))


def told(missing: tuple[str, ...]) -> str:
    """The command that helps, in words."""
    return MISSING.format(names=" and ".join(missing), update=" ".join(UPDATE), install=" ".join((*INSTALL, *missing)))


def succeeds(command: tuple[str, ...]) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0


if __name__ == "__main__":
    main()
