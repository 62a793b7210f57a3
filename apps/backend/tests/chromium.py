"""Debian's chromium for tests of built pages, and what keeps somebody out of a page."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

AXE = Path(__file__).resolve().parents[3] / "node_modules" / "axe-core" / "axe.min.js"
BREACH = "breach:"
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


def breaches(context: BrowserContext) -> list[str]:
    """What the pages' policy (kit/pages.py) stopped in any page of the context, as it happens; call it before a page opens."""
    found: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.text.startswith(BREACH):
            found.append(message.text)

    context.on("console", heard)
    told = f"console.error(`{BREACH} ${{event.violatedDirective}} ${{event.blockedURI}} ${{event.sourceFile}} ${{location.href}}`)"
    context.add_init_script(f"addEventListener('securitypolicyviolation', event => {told})")
    return found


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it stands, a line a rule; and whether the page is wider than its window."""
    page.evaluate(AXE.read_text(encoding="utf-8"))  # not as a script of the page: its policy would stop it
    found: list[str] = page.evaluate(
        "axe.run().then(done => done.violations.map(one => `${one.id}: ${one.nodes.map(node => node.target).join(' ')}`))"
    )
    over: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found + ([f"wider than the window by {over} pixels"] if over > 0 else [])
