"""The staff's panel, served by the product itself, in Debian's chromium: one product and one world a module."""

import json
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hibachi.identity import service as identity
from hibachi.kit.clock import SettableClock
from hibachi.runtime import build
from tests.chromium import breaches, chromium
from tests.concierge.world import settings
from tests.served import ADMIN, admin_token, aside, served, tokens
from tests.web import PASSWORD

BUILT = Path(__file__).resolve().parents[4] / "apps" / "admin" / "out"
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
ROLES = ("manager", "agent", "chef")
expect.set_options(timeout=15_000)
NOW = "2026-03-04T10:00:00-08:00"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module; each test has a context of its own in it."""
    assert (BUILT / "index.html").is_file(), "the panel is not built: make site"
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def now() -> SettableClock:
    """The clock of the product and of every browser in this module."""
    return SettableClock(datetime.fromisoformat(NOW))


@pytest.fixture(scope="module")
def product(shared_database_url: str, now: SettableClock) -> Iterator[str]:
    """The address of the product with its panel below /admin, and a member of staff of each role."""
    with served(shared_database_url, now) as url:
        aside(_hire, shared_database_url, now)
        yield url


async def _hire(database_url: str, clock: SettableClock) -> None:
    runtime = build(settings(), database_url, clock=clock)
    async with runtime.db.transaction() as tx:
        for role in ROLES:
            address = f"{role}@example.com"
            await identity.create_user(tx, email=address, name=role.title(), password=PASSWORD, roles=[role])
    await runtime.close()


Enter = Callable[..., Page]


@pytest.fixture
def enter(browser: Browser, product: str, now: SettableClock) -> Iterator[Enter]:
    """Opens the panel as a role, signed in, at an address below /admin; no script of it may fail, nor be stopped by its policy."""
    contexts: list[BrowserContext] = []
    broken: list[str] = []
    stopped: list[list[str]] = []

    def open_as(role: str | None = "admin", path: str = "/", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": DESKTOP, **options})
        contexts.append(context)
        context.set_default_timeout(15_000)
        stopped.append(breaches(context))
        context.clock.set_fixed_time(now.now())
        if role is not None:
            context.add_init_script(remember(product, ADMIN if role == "admin" else f"{role}@example.com", now))
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.goto(f"{product}/admin{path}")
        return page

    yield open_as
    for context in contexts:
        context.close()
    assert broken == []
    assert not any(stopped), stopped


def remember(product: str, email: str, now: SettableClock) -> str:
    """A script that leaves a session in the browser, once: what is signed out stays so."""
    given = tokens(product, email)
    ends = int(now.now().timestamp() * 1000) + given["expires_in"] * 1000
    session = {"access": given["access_token"], "refresh": given["refresh_token"], "ends": ends, "mustChange": False}
    once = "if (sessionStorage.getItem('entered') === null)"
    kept = f"localStorage.setItem('hibachi-staff-session', {json.dumps(json.dumps(session))})"
    return f"{once} {{ {kept}; sessionStorage.setItem('entered', 'yes') }}"


class Office:
    """What somebody else does meanwhile: customers by the web chat, colleagues by the API."""

    def __init__(self, product: str) -> None:
        self.url = product
        self._staff = {"Authorization": f"Bearer {admin_token(product)}"}

    def customer_says(self, text: str, thread: str | None = None, **who: str) -> dict[str, Any]:
        """One message by web chat, answered."""
        body = {"conversation_id": thread, "channel": "web_chat", "customer": who, "text": text}
        answer = httpx2.post(f"{self.url}/api/v1/chat/messages", json=body, timeout=30)
        said: dict[str, Any] = answer.raise_for_status().json()
        return said

    def ask(self, method: str, path: str, /, **body: Any) -> Any:
        """A request of the owner."""
        answer = httpx2.request(method, f"{self.url}{path}", headers=self._staff, json=body or None, timeout=30)
        return answer.raise_for_status().json()


@pytest.fixture
def office(product: str) -> Office:
    return Office(product)


def settle(seconds: float = 1.5) -> None:
    """Wait for what must not happen."""
    time.sleep(seconds)
