"""Play conversation scenarios against a sandbox of this checkout, and judge: `python evals/gate.py FOLDER`.

FOLDER holds `run.py` and the folder `dev` of scenarios. Red when an amount was said that nothing supports, wherever it
was, or when a scenario of a group that evals/gate.txt names fails. The other groups are printed and not judged.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
START_SECONDS = 120.0
UNTRACEABLE = "untraceable"
Result = dict[str, Any]


def judge(results: Sequence[Result], gated: Sequence[str]) -> list[str]:
    """Why these results are red, a line each; empty when they are green."""
    reasons = [
        f"{result['id']} ({result['group']}): {problem}"
        for result in results
        for problem in result["wrong"]
        if UNTRACEABLE in problem
    ]
    played = {result["group"] for result in results}
    reasons += [f"no scenario of the group {group} was played" for group in gated if group not in played]
    for result in results:
        if result["group"] in gated and result["wrong"]:
            reasons.append(f"{result['id']} ({result['group']}) fails: {result['wrong'][0]}")
    return reasons


def rates(results: Sequence[Result], gated: Sequence[str]) -> list[str]:
    """How many scenarios of each group pass, the judged groups marked."""
    total = Counter(result["group"] for result in results)
    good = Counter(result["group"] for result in results if not result["wrong"])
    return [
        f"{'judged' if group in gated else '      '}  {group}: {good[group]}/{total[group]}" for group in sorted(total)
    ]


def gated_groups(file: Path) -> list[str]:
    """The groups that a gate file names, one a line; # begins a comment."""
    lines = (line.partition("#")[0].strip() for line in file.read_text().splitlines())
    return [line for line in lines if line]


@contextmanager
def sandbox() -> Iterator[str]:
    """The URL of a sandbox of this checkout on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "HOST": "127.0.0.1", "PORT": str(port), "HIBACHI_DIES_WITH_PARENT": "1"}
    server = subprocess.Popen([sys.executable, "-m", "hibachi.cli", "sandbox"], env=environment)
    try:
        _wait_for(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The sandbox did not start.")


def play(folder: Path, url: str) -> list[Result]:
    """Play every scenario of the folder; run.py prints what fails."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "results.json"
        command = [sys.executable, str(folder / "run.py"), "--url", url, str(folder / "dev"), "--out", str(out)]
        done = subprocess.run(command, check=False)
        if not out.exists():
            raise SystemExit(f"run.py ended with {done.returncode} and wrote no results.")
        results: list[Result] = json.loads(out.read_text())
        return results


def main() -> None:
    """Play, print, judge: exit status 1 when the gate is red."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--url", help="a sandbox that runs already")
    options = parser.parse_args()
    gated = gated_groups(HERE / "gate.txt")
    if options.url:
        results = play(options.folder, options.url)
    else:
        with sandbox() as url:
            results = play(options.folder, url)
    print("\n".join(rates(results, gated)))
    reasons = judge(results, gated)
    print("\n".join(f"RED {reason}" for reason in reasons) or "scenarios: green")
    sys.exit(1 if reasons else 0)


if __name__ == "__main__":
    main()
