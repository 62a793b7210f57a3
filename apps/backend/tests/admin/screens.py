"""Pictures of every page of the site and the panel, light and dark, on a phone and a desktop: `make screenshots`.

The product runs on a throw-away database with a small world in it, and a browser walks through. The pictures are to be
looked at; nothing compares them.
"""

import sys
from datetime import datetime
from itertools import product as each
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from hibachi.kit.clock import SettableClock
from hibachi.kit.postgres import throw_away
from tests.admin.conftest import DESKTOP, NOW, PHONE, Office, remember
from tests.admin.world import PAGES, address, populate
from tests.chromium import chromium
from tests.schema import build_schema
from tests.served import ADMIN, served

SITE = ("/", "/menu/", "/quote/", "/book/", "/questions/", "/terms/", "/privacy/", "/party/", "/choose/")
SIZES = {"phone": PHONE, "desktop": DESKTOP}


def main(folder: Path) -> None:
    """Fill the folder: page-scheme-size.png."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = SettableClock(datetime.fromisoformat(NOW))
    with throw_away("screens") as server:
        build_schema(server.url())
        with served(server.url(), clock) as url, chromium() as browser:
            office = Office(url)
            singles = one_each(office, populate(office))
            for scheme, size in each(("light", "dark"), SIZES):
                shoot(browser, url, clock, singles, scheme, size, folder)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


def one_each(office: Office, thread: str) -> dict[str, str]:
    """The addresses of pages that show one of something, by their names."""
    party = office.ask("GET", "/api/v1/admin/bookings")["bookings"][0]
    quote = office.ask("GET", "/api/v1/admin/quotes")["quotes"][0]["quote"]
    return {
        "Thread": f"/admin/inbox/?id={thread}",
        "One party": f"/admin/bookings/?id={party['id']}",
        "One customer": f"/admin/customers/?id={party['customer_id']}",
        "New party": "/admin/bookings/?new=1",
        "The day": f"/admin/calendar/?view=day&date={party['event_date']}",
        "The run sheet": f"/admin/run-sheet/?date={party['event_date']}",
        "site told price": f"/quote/?id={quote['id']}",
        "site ask": "/ask/",
        "site newsletter": "/newsletter/",
        "site reviews": "/reviews/",
    }


def shoot(
    browser: Browser, url: str, clock: SettableClock, singles: dict[str, str], scheme: Any, size: str, folder: Path
) -> None:
    """Every page in one scheme and size, whole."""
    context = browser.new_context(color_scheme=scheme, viewport=SIZES[size], reduced_motion="reduce")  # type: ignore[arg-type]
    context.clock.set_fixed_time(clock.now())
    context.add_init_script(remember(url, ADMIN, clock))
    page = context.new_page()
    panel = {name: f"/admin{address(path)}" for path, name, _ in PAGES}
    wanted = {**singles, **panel, **{f"site {path.strip('/')}".strip(): path for path in SITE}}
    for name, path in wanted.items():
        page.goto(url + path)
        page.get_by_role("heading").first.wait_for(state="attached")
        page.wait_for_load_state("networkidle")
        page.screenshot(full_page=True, path=folder / f"{name.replace(' ', '-').lower()}-{scheme}-{size}.png")
    context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/tmp/hibachi-screenshots"))
