"""Make sure that the servers which the tests start are on this machine: `python3 scripts/services.py`.

Standard library only. Today that is redis-server: the limits are counted in PostgreSQL, or in Redis where there is one,
and both are tested for real. Root on a Debian machine gets it installed; anybody else is told the command, and the tests
do not begin: a test that is left out in silence is no test.
"""

import os
import shutil
import subprocess
import sys

PROGRAM, PACKAGE = "redis-server", "redis-server"
INSTALL = ("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", PACKAGE)
UPDATE = ("apt-get", "update", "--quiet")
MISSING = f"""The tests need {PROGRAM}, which is not on this machine. Install it, for instance on Debian or Ubuntu with:

    sudo {" ".join(UPDATE)} && sudo {" ".join(INSTALL)}
"""


def main() -> None:
    """Install what is missing, where that may be done; else name the command and fail."""
    if shutil.which(PROGRAM):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(MISSING)
    print(f"Installing {PACKAGE} (once) ...", file=sys.stderr, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = any(
        all(
            subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0
            for command in way
        )
        for way in ((INSTALL,), (UPDATE, INSTALL))
    )
    if not done or not shutil.which(PROGRAM):
        sys.exit(MISSING)


if __name__ == "__main__":
    main()
