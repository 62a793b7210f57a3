"""Make .venv hold exactly what a lock names: `python3 scripts/prepare.py runtime|dev|lock`.

Standard library only, because it runs before anything is installed. A second run takes some milliseconds: what was
synced is written into a stamp, and a synced dev environment satisfies `runtime` too.
"""

import compileall
import fcntl
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
TOOLS_LOCK = ROOT / "requirements-tools.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "synced"
SOURCES = (ROOT / "apps/backend/hibachi", ROOT / "apps/backend/migrations")
LOCKS = {"runtime": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
COMPILE = (
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--python-version",
    "3.11",
)
NO_VENV = "This Python can make no virtual environment: install its venv module (on Debian: python3-venv)."


def main() -> None:
    """Prepare the environment that the first argument names, or compile both locks."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the check is for those who come with an older one
        sys.exit("Python 3.11 or newer is needed, this is {}.{}: install python3.11.".format(*sys.version_info))
    wanted = sys.argv[1]
    if wanted == "lock":
        compile_locks()
    elif not is_synced(wanted):
        with (ROOT / ".prepare.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not is_synced(wanted):
                sync("dev" if is_for_development() else wanted)


def digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def is_synced(wanted: str) -> bool:
    """Whether .venv holds this lock; the dev lock holds the runtime's packages at the same versions."""
    if not STAMP.exists() or not (VENV / "bin" / "python").exists():
        return False
    stamps = {f"dev {digest(LOCKS['dev'])}", f"{wanted} {digest(LOCKS[wanted])}"}
    return STAMP.read_text() in stamps


def is_for_development() -> bool:
    """Whether .venv was made for development: then it stays so, also when the locks change."""
    return STAMP.exists() and STAMP.read_text().startswith("dev ")


def sync(wanted: str) -> None:
    """Install the lock's packages, and nothing else, each checked against its hash; compiled, so that no start does it.

    A .venv without its stamp is one whose installation was interrupted: half a package may lie in it, so it is made anew.
    """
    uv = installed_uv()
    print(f"Installing what {LOCKS[wanted].name} names (only when it changed) ...", file=sys.stderr, flush=True)
    was_interrupted = not STAMP.exists()
    STAMP.unlink(missing_ok=True)
    if was_interrupted or not (VENV / "bin" / "python").exists():
        run(uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(VENV))
    python = str(VENV / "bin" / "python")
    options = ("--quiet", "--require-hashes", "--compile-bytecode", "--python", python)
    run(uv, "pip", "sync", *options, str(LOCKS[wanted]))
    for folder in SOURCES:
        compileall.compile_dir(str(folder), quiet=2)
    STAMP.write_text(f"{wanted} {digest(LOCKS[wanted])}")


def compile_locks() -> None:
    """Resolve pyproject.toml anew, keeping what still fits; hashes of every file, no registry's address."""
    uv = installed_uv()
    run(uv, "pip", "compile", *COMPILE, "--quiet", "pyproject.toml", "-o", "requirements.lock")
    dev = ("--group", "dev", "--constraint", "requirements.lock", "-o", "requirements-dev.lock")
    run(uv, "pip", "compile", *COMPILE, "--quiet", "pyproject.toml", *dev)


def installed_uv() -> str:
    """The project's own uv, at the locked version."""
    stamp = TOOLS / "synced"
    if not stamp.exists() or stamp.read_text() != digest(TOOLS_LOCK):
        print("Installing uv into .tools (once) ...", file=sys.stderr, flush=True)
        install = ("install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(TOOLS_LOCK))
        run(*pip(install))
        stamp.write_text(digest(TOOLS_LOCK))
    return str(TOOLS / "bin" / "uv")


def pip(install: tuple[str, ...]) -> tuple[str, ...]:
    """The command that installs into .tools: the pip of a virtual environment, or this Python's where that is refused."""
    try:
        run(sys.executable, "-m", "venv", "--clear", str(TOOLS))
    except subprocess.CalledProcessError:
        try:
            run(sys.executable, "-m", "pip", "--version")
        except subprocess.CalledProcessError:
            sys.exit(NO_VENV)
        return (sys.executable, "-m", "pip", *install, "--upgrade", "--target", str(TOOLS))
    return (str(TOOLS / "bin" / "python"), "-m", "pip", *install)


def run(*command: str) -> None:
    subprocess.run(command, cwd=ROOT, env={**os.environ, "UV_PYTHON_DOWNLOADS": "never"}, check=True)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"{Path(error.cmd[0]).name} failed; see the lines above.")
