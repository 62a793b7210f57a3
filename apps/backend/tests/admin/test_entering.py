"""Signing in: by address and password, again after the session's end, and what a role does not open."""

import gzip
import re
from pathlib import Path

import httpx2
import pyotp
from playwright.sync_api import expect

from hibachi.kit.clock import SettableClock
from tests.admin.conftest import BUILT, Enter
from tests.chromium import violations
from tests.served import ADMIN
from tests.web import PASSWORD


def test_staff_sign_in_and_out(enter: Enter) -> None:
    page = enter(None)
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("E-mail").fill(ADMIN)
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("sign_in_failed")).to_be_visible()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_the_panel_is_served_below_admin_with_its_own_page_for_what_is_not_there(product: str) -> None:
    assert httpx2.get(f"{product}/admin", follow_redirects=True).headers["content-type"].startswith("text/html")
    script = next(BUILT.glob("_next/static/**/*.js")).relative_to(BUILT)
    assert "immutable" in httpx2.get(f"{product}/admin/{script}").headers["cache-control"]
    lost = httpx2.get(f"{product}/admin/nowhere/at/all")
    assert (lost.status_code, "There is no such page." in lost.text) == (404, True)
    assert httpx2.get(f"{product}/administration").text != httpx2.get(f"{product}/admin/").text
    assert httpx2.get(f"{product}/admin/..%2f..%2fpackage.json").status_code == 404
    assert httpx2.post(f"{product}/admin/").status_code == 404


def test_no_page_makes_one_load_more_than_350_kilobytes_of_script() -> None:
    weights = {page.parent.name: _weight(page) for page in BUILT.glob("**/index.html")}
    assert weights and max(weights.values()) <= 350_000, weights


def _weight(page: Path) -> int:
    """The scripts that a page names, compressed, in bytes."""
    scripts = set(re.findall(r'src="/admin/(_next/static/[^"]+\.js)"', page.read_text()))
    assert scripts, page
    return sum(len(gzip.compress((BUILT / script).read_bytes())) for script in scripts)


def test_a_second_factor_is_set_up_and_asked_for(enter: Enter, now: SettableClock) -> None:
    page = enter("chef", "/crew/")
    page.get_by_role("button", name="Second factor").click()
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    secret = page.get_by_role("dialog").locator("p.font-mono").inner_text()
    page.get_by_label("The six digits that the app shows").fill(pyotp.TOTP(secret).at(now.now()))
    page.get_by_role("button", name="Switch it on").click()
    first = page.get_by_role("list", name="Recovery codes").get_by_role("listitem").first.inner_text()
    page.get_by_role("button", name="I have written them down").click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("E-mail").fill("chef@example.com")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("This code is not right, or was used already.")).to_be_visible()
    page.get_by_label("Code").fill(first)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Second factor")).to_contain_text("on")
    page.get_by_role("button", name="Second factor").click()
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Switch it off").click()
    expect(page.get_by_role("button", name="Second factor")).to_contain_text("off")
