"""Debian's chromium for tests of built pages, and what keeps somebody out of a page."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(__file__).resolve().parents[3] / "node_modules" / "axe-core" / "axe.min.js"
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser. Its driver keeps a loop running in this thread until it is closed, so it may not outlive the module:
    no test with a loop of its own can run beside it.
    """
    program = shutil.which("chromium")
    assert program, "chromium is missing: scripts/services.py installs it or names the command"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, a line a rule."""
    page.add_script_tag(path=AXE)
    found: list[str] = page.evaluate(
        "axe.run().then(done => done.violations.map(one => `${one.id}: ${one.nodes.map(node => node.target).join(' ')}`))"
    )
    return found
