"""The gate over the conversation scenarios: what turns it red, and what does not."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[4]


def load_gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gate", ROOT / "evals" / "gate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gate = load_gate()


def result(group: str, *wrong: str, name: str = "one") -> dict[str, Any]:
    return {"id": name, "group": group, "wrong": list(wrong)}


def test_all_good_is_green() -> None:
    assert gate.judge([result("coach"), result("noisy")], ["coach"]) == []


def test_a_failure_of_a_judged_group_is_red_and_named() -> None:
    reasons = gate.judge([result("coach", "turn 1: no reply", name="coach-7"), result("coach")], ["coach"])
    assert reasons == ["coach-7 (coach) fails: turn 1: no reply"]


def test_a_failure_of_another_group_is_not() -> None:
    assert gate.judge([result("coach"), result("noisy", "turn 1: no reply")], ["coach"]) == []


@pytest.mark.parametrize("group", ["coach", "noisy"])
def test_an_amount_that_nothing_supports_is_red_everywhere(group: str) -> None:
    told = result(group, "turn 1: not said: deposit", "turn 2: untraceable amount 999")
    assert "one (" + group + "): turn 2: untraceable amount 999" in gate.judge([told, result("coach")], ["coach"])


def test_a_judged_group_that_was_not_played_is_red() -> None:
    assert gate.judge([result("noisy")], ["coach"]) == ["no scenario of the group coach was played"]
    assert gate.judge([], ["coach"]) == ["no scenario of the group coach was played"]


def test_rates_name_every_group() -> None:
    lines = gate.rates([result("coach"), result("coach", "x"), result("noisy")], ["coach"])
    assert [line.split() for line in lines] == [["judged", "coach:", "1/2"], ["noisy:", "1/1"]]


def test_the_gate_file_names_groups_and_may_say_why(tmp_path: Path) -> None:
    (tmp_path / "gate.txt").write_text("coach  # first\n\n# later: noisy\nquotes\n")
    assert gate.gated_groups(tmp_path / "gate.txt") == ["coach", "quotes"]


def test_our_gate_judges_what_was_promised() -> None:
    assert {"coach", "quotes", "bookings"} <= set(gate.gated_groups(ROOT / "evals" / "gate.txt"))


PLAYER = """
import json, sys
json.dump({results}, open(sys.argv[sys.argv.index("--out") + 1], "w"))
"""


@pytest.mark.parametrize(("wrong", "status"), [([], 0), (["turn 1: untraceable amount 5"], 1)])
def test_the_exit_status_tells(tmp_path: Path, wrong: list[str], status: int) -> None:
    groups = gate.gated_groups(ROOT / "evals" / "gate.txt")
    results = [result(group) for group in groups] + [result("attacks", *wrong)]
    (tmp_path / "run.py").write_text(PLAYER.format(results=json.dumps(results)))
    command = [sys.executable, str(ROOT / "evals" / "gate.py"), str(tmp_path), "--url", "http://127.0.0.1:1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    assert ("RED" in done.stdout) == bool(status)


def test_a_player_that_breaks_is_red(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text("raise SystemExit(2)")
    command = [sys.executable, str(ROOT / "evals" / "gate.py"), str(tmp_path), "--url", "http://127.0.0.1:1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "wrote no results" in done.stderr
