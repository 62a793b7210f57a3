"""The customer site by Lighthouse: every page of the built site, served by the product, on a simulated slow phone.

Lighthouse 12.8 is the last for Node 20; its lock lies in evals/lighthouse and is installed when this first runs.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent / "lighthouse"
PAGES = ("/", "/menu/", "/quote/", "/book/", "/questions/", "/terms/", "/privacy/")
LEAST, LCP_MS = 95, 1500.0
RUNS, LOST = 3, 3
"""Runs of a page; and how many more may be lost, since chromium now and then records no beginning of a page."""
FLAGS = "--headless=new --no-sandbox --disable-gpu"


def bench_site(url: str, say: Callable[..., None]) -> None:
    """The four scores (of 100) and the largest contentful paint of each page, by the median of three runs."""
    _install()
    for page in PAGES:
        runs = _runs(f"{url}{page}")
        told = sorted(runs, key=lambda run: run["categories"]["performance"]["score"])[len(runs) // 2]
        scores = {name: round(kind["score"] * 100) for name, kind in told["categories"].items()}
        worst = min(scores.values())
        words = ", ".join(f"{name} {score}" for name, score in scores.items())
        say(f"Lighthouse, {page}: the least of four", f"{worst}", f"at least {LEAST}: {words}", good=worst >= LEAST)
        paint = told["audits"]["largest-contentful-paint"]["numericValue"]
        say(f"  {page}: largest contentful paint", f"{paint:.0f} ms", f"at most {LCP_MS:.0f} ms", good=paint <= LCP_MS)


def _install() -> None:
    if not (HERE / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=HERE, check=True)


def _runs(address: str) -> list[dict[str, Any]]:
    """Raises CalledProcessError when more runs were lost than LOST."""
    runs: list[dict[str, Any]] = []
    lost = 0
    while len(runs) < RUNS:
        try:
            runs.append(_run(address))
        except subprocess.CalledProcessError:
            lost += 1
            if lost > LOST:
                raise
    return runs


def _run(address: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="hibachi-lighthouse-") as folder:
        report = Path(folder) / "report.json"
        command = ["node", "node_modules/lighthouse/cli/index.js", address, "--quiet", "--no-enable-error-reporting"]
        output = ["--output=json", f"--output-path={report}", f"--chrome-flags={FLAGS}"]
        environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
        subprocess.run([*command, *output], cwd=HERE, env=environment, check=True)
        found: dict[str, Any] = json.loads(report.read_text())
        return found
