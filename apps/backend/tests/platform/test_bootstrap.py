"""The way from a bare machine to an environment: two locks with hashes, and a script that does nothing twice."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[4]
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-tools.lock"]
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)


def pins(lock: str) -> dict[str, str]:
    return dict(PINNED.findall((ROOT / lock).read_text()))


def load_prepare(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("prepare", root / "scripts" / "prepare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text())
    bare = [entry.splitlines()[0] for entry in entries if PINNED.match(entry) and "--hash=sha256:" not in entry]
    assert pins(lock)
    assert bare == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_where_packages_come_from(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|/home/|/root/", text)


def test_the_development_lock_holds_the_runtime_at_the_same_versions() -> None:
    runtime, development = pins("requirements.lock"), pins("requirements-dev.lock")
    assert runtime.items() <= development.items()
    assert "pytest" in development
    assert "pytest" not in runtime


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = {re.split(r"[\[<>=~!; ]", line)[0].lower() for line in project["project"]["dependencies"]}
    wanted = {re.split(r"[\[<>=~!; ]", line)[0].lower() for line in project["dependency-groups"]["dev"]}
    assert asked <= set(pins("requirements.lock"))
    assert wanted <= set(pins("requirements-dev.lock"))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose uv is a stand-in that writes down how it was called."""
    for name in ("scripts/prepare.py", *LOCKS):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    uv = tmp_path / ".tools" / "bin" / "uv"
    uv.parent.mkdir(parents=True)
    uv.write_text(
        f"#!{sys.executable}\nimport os, pathlib, shutil, sys\n"
        "open('called', 'a').write(' '.join(sys.argv[1:]) + os.environ['UV_PYTHON_DOWNLOADS'] + '\\n')\n"
        "if 'venv' in sys.argv:\n"
        "    shutil.rmtree('.venv', ignore_errors=True)\n"
        "    pathlib.Path('.venv/bin').mkdir(parents=True)\n    pathlib.Path('.venv/bin/python').touch()\n"
        "sys.exit(pathlib.Path('refuse').exists() and 'pip' in sys.argv)\n"
    )
    uv.chmod(0o755)
    (tmp_path / ".tools" / "synced").write_text(load_prepare(tmp_path).digest(tmp_path / "requirements-tools.lock"))
    return tmp_path


def prepare(checkout: Path, wanted: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(checkout / "scripts" / "prepare.py"), wanted]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")


def calls(checkout: Path) -> list[str]:
    file = checkout / "called"
    lines = file.read_text().splitlines() if file.exists() else []
    file.unlink(missing_ok=True)
    return lines


def test_the_first_time_it_makes_the_environment_and_installs(checkout: Path) -> None:
    assert prepare(checkout, "runtime").returncode == 0
    venv, install = calls(checkout)
    assert venv.startswith("venv ")
    assert "--require-hashes" in install
    assert "--compile-bytecode" in install
    assert install.endswith(f"{checkout}/requirements.locknever")


def test_its_own_sources_are_compiled_too(checkout: Path) -> None:
    source = checkout / "apps/backend/hibachi/main.py"
    source.parent.mkdir(parents=True)
    source.write_text("ready = True\n")
    prepare(checkout, "runtime")
    assert Path(importlib.util.cache_from_source(str(source))).exists()


def test_make_keeps_bytecode_whatever_the_machine_does() -> None:
    probe = f'include {ROOT}/Makefile\nprobe:\n\t@echo "[$$PYTHONDONTWRITEBYTECODE]"\n'
    command = ["make", "--silent", "-f", "-", "probe"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    said = subprocess.run(command, input=probe, env=environment, capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"


def test_the_second_time_it_does_nothing(checkout: Path) -> None:
    prepare(checkout, "runtime")
    calls(checkout)
    done = prepare(checkout, "runtime")
    assert (done.returncode, done.stdout, done.stderr, calls(checkout)) == (0, "", "", [])


def test_a_development_environment_is_not_torn_down_for_the_runtime(checkout: Path) -> None:
    prepare(checkout, "dev")
    calls(checkout)
    prepare(checkout, "runtime")
    assert calls(checkout) == []


def test_nor_when_the_locks_change(checkout: Path) -> None:
    prepare(checkout, "dev")
    calls(checkout)
    for name in LOCKS[:2]:
        with (checkout / name).open("a") as lock:
            lock.write("# newer\n")
    prepare(checkout, "runtime")
    assert [call.endswith("requirements-dev.locknever") for call in calls(checkout)] == [True]


def test_the_runtime_is_not_enough_for_development(checkout: Path) -> None:
    prepare(checkout, "runtime")
    calls(checkout)
    prepare(checkout, "dev")
    assert [call for call in calls(checkout) if "requirements-dev.lock" in call]


def test_a_changed_lock_is_installed(checkout: Path) -> None:
    prepare(checkout, "runtime")
    calls(checkout)
    with (checkout / "requirements.lock").open("a") as lock:
        lock.write("# newer\n")
    prepare(checkout, "runtime")
    assert len(calls(checkout)) == 1


def test_a_failed_installation_is_said_and_tried_again(checkout: Path) -> None:
    (checkout / "refuse").touch()
    failed = prepare(checkout, "runtime")
    assert failed.returncode == 1
    assert "uv failed" in failed.stderr
    (checkout / "refuse").unlink()
    calls(checkout)
    assert prepare(checkout, "runtime").returncode == 0
    assert [call for call in calls(checkout) if "sync" in call]


def test_what_an_interrupted_installation_left_is_made_anew(checkout: Path) -> None:
    prepare(checkout, "runtime")
    calls(checkout)
    (checkout / ".venv" / "synced").unlink()
    (checkout / ".venv" / "half-a-package").touch()
    assert prepare(checkout, "runtime").returncode == 0
    venv, install = calls(checkout)
    assert venv.startswith("venv ")
    assert "sync" in install
    assert not (checkout / ".venv" / "half-a-package").exists()


def test_an_older_python_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    script = load_prepare(ROOT)
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit, match=r"this is 3\.9: install python3\.11"):
        script.main()


def test_make_names_the_python_that_is_missing(tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("make", "sh"):
        os.symlink(subprocess.check_output(["which", name], text=True).strip(), tools / name)
    done = subprocess.run(
        ["make", "-C", str(ROOT), "runtime"], env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "install python3.11" in done.stdout


def test_a_python_that_makes_no_virtual_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script, ran = load_prepare(ROOT), []

    def run(*command: str) -> None:
        ran.append(command)
        if "venv" in command:
            raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(script, "run", run)
    assert script.pip(("install", "uv"))[-2:] == ("--target", str(ROOT / ".tools"))

    def refuse(*command: str) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(script, "run", refuse)
    with pytest.raises(SystemExit, match="python3-venv"):
        script.pip(("install", "uv"))
