"""The built site, served by the product itself, in Debian's chromium."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hibachi.kit.clock import SettableClock
from tests.chromium import breaches, chromium
from tests.served import served

ROOT = Path(__file__).resolve().parents[4]
BUILT = ROOT / "apps" / "customer" / "out"
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module; each test has a context of its own in it."""
    assert (BUILT / "index.html").is_file(), "the site is not built: make site"
    with chromium() as browser:
        yield browser


@pytest.fixture
def site(database_url: str, clock: SettableClock) -> Iterator[str]:
    """The address of the product with its site."""
    with served(database_url, clock) as url:
        yield url


@pytest.fixture
def context(browser: Browser, clock: SettableClock) -> Iterator[BrowserContext]:
    """A visitor with a phone, who reads the same date as the product; nothing that a page does is against its policy."""
    context = browser.new_context(viewport=PHONE, has_touch=True)  # type: ignore[arg-type]
    context.clock.set_fixed_time(clock.now())
    context.set_default_timeout(15_000)
    stopped = breaches(context)
    yield context
    context.close()
    assert stopped == []


@pytest.fixture
def page(context: BrowserContext, site: str) -> Iterator[Page]:
    """A page on which no script failed when the test is over."""
    broken: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    assert broken == []


def answer(site: str, path: str, body: dict[str, object]) -> dict[str, object]:
    """What the API says to somebody else, beside the browser."""
    said: dict[str, object] = httpx2.post(f"{site}{path}", json=body).raise_for_status().json()
    return said


def say(page: Page, words: str) -> None:
    """Write into the open chat and send."""
    field = page.get_by_label("Your message")
    field.fill(words)
    field.press("Enter")
    expect(field).to_have_value("")
