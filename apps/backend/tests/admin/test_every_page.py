"""Every page of parties, business and system: open to whom it is for, closed to others, and to nobody's eyes or keyboard."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.admin.books import party
from tests.admin.conftest import DESKTOP, PHONE, Enter, Office
from tests.chromium import violations

OFFICE = {"admin", "manager", "agent"}
LEADERS = {"admin", "manager"}
PAGES = {
    "/knowledge/": OFFICE,
    "/calendar/": LEADERS,
    "/run-sheet/": LEADERS,
    "/bookings/": OFFICE,
    "/quotes/": OFFICE,
    "/customers/": OFFICE,
    "/payments/": OFFICE,
    "/leads/": OFFICE,
    "/referrals/": OFFICE,
    "/reviews/": OFFICE,
    "/newsletters/": OFFICE,
    "/journeys/": OFFICE,
    "/policies/": OFFICE,
    "/menu/": OFFICE,
    "/crew/": {"admin", "manager", "chef"},
    "/users/": {"admin"},
    "/keys/": {"admin"},
    "/audit/": {"admin"},
    "/health/": LEADERS,
}
DETAILS = (
    "/calendar/?view=day&date=2026-03-14",
    "/run-sheet/?date=2026-03-14",
    "/bookings/?new=1",
    "/payments/?view=mails",
    "/payments/?view=untold",
    "/customers/?duplicates=1",
)


@pytest.mark.parametrize("role", ["manager", "agent", "chef"])
def test_a_page_is_refused_to_a_role_that_may_not_see_it(enter: Enter, role: str) -> None:
    page = enter(role)
    home = page.url.rstrip("/")
    forbidden: list[str] = []
    page.on("response", lambda answer: forbidden.append(answer.url) if answer.status == 403 else None)
    for path, who in PAGES.items():
        page.goto(home + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        refused = page.get_by_text("Your role does not open this page.")
        expect(refused).to_have_count(0 if role in who else 1)
        expect(page.get_by_role("navigation").locator(f'a[href="/admin{path}"]')).to_have_count(1 if role in who else 0)
    assert forbidden == [], "nothing is asked that would be refused"


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light-desktop", "dark-phone"]
)
def test_no_page_keeps_anybody_out(enter: Enter, office: Office, scheme: Any, viewport: Any) -> None:
    made = party(office, f"Ann {scheme}", dietary=["shellfish allergy"], time="12:00" if scheme == "light" else "15:00")
    page = enter("admin", color_scheme=scheme, viewport=viewport, reduced_motion="reduce")
    home, found = page.url.rstrip("/"), {}
    one_each = (f"/bookings/?id={made['id']}", f"/customers/?id={made['customer_id']}")
    for path in (*PAGES, *DETAILS, *one_each):
        page.goto(home + path, wait_until="networkidle")
        found[path] = violations(page)
    assert {path: one for path, one in found.items() if one} == {}
