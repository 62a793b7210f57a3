"""Today: what needs somebody; the pages of the day's work for every role, and for everybody who reads otherwise."""

import json
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Page, Route, expect

from tests.admin.conftest import DESKTOP, PHONE, Enter, Office
from tests.admin.world import WORK, address, populate
from tests.chromium import violations
from tests.served import ADMIN, tokens
from tests.web import PASSWORD


@pytest.fixture(scope="module")
def world(product: str) -> Office:
    """The product with something on every page."""
    office = Office(product)
    populate(office)
    return office


def test_today_names_who_waits_and_leads_there(enter: Enter, world: Office) -> None:
    page = enter("manager")
    waiting = page.get_by_role("region", name="People who wait for a person")
    expect(waiting.get_by_text("Lou Grant")).to_be_visible()
    expect(page.get_by_role("region", name="Deposits that have not come").get_by_text("Ann Lee")).to_be_visible()
    expect(page.get_by_role("link", name="Inbox")).to_contain_text("1")
    waiting.get_by_text("Lou Grant").click()
    expect(page.get_by_role("log").get_by_text("I want to talk to a real person")).to_be_visible()
    expect(page.get_by_role("region", name="Hand-over")).to_be_visible()


@pytest.mark.parametrize("role", ["admin", "manager", "agent", "chef"])
def test_every_page_opens_or_is_refused_in_words(enter: Enter, world: Office, role: str) -> None:
    """The role's permissions decide, and a page that is not one's own is said to be so, never blank."""
    page = enter(role)
    held = _permissions(world.url, role)
    for path, name, needs in WORK:
        page.goto(f"{world.url}/admin{address(path)}")
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
        expect(page.get_by_text("Your role does not open this page.")).to_have_count(0 if needs in held else 1)
        way = page.get_by_role("navigation").locator(f'a[href="/admin{address(path)}"]')
        expect(way).to_have_count(1 if needs in held else 0)


def _permissions(url: str, role: str) -> set[str]:
    token = tokens(url, ADMIN if role == "admin" else f"{role}@example.com")["access_token"]
    me = httpx2.get(f"{url}/api/v1/auth/me", headers={"Authorization": f"Bearer {token}"}).raise_for_status()
    return set(me.json()["permissions"])


def test_a_session_that_ended_leads_to_the_sign_in_and_back(enter: Enter, world: Office) -> None:
    page = enter("admin", "/inbox/")
    page.get_by_role("button", name="Lou Grant").click()
    expect(page.get_by_role("log")).to_be_visible()
    was = page.url
    _end_session(page)
    page.reload()
    expect(page.get_by_text("Your session has ended.")).to_be_visible()
    page.get_by_label("E-mail").fill(ADMIN)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("log").get_by_text("I want to talk to a real person")).to_be_visible()
    assert page.url == was


def _end_session(page: Page) -> None:
    """Somewhere else: the session is over, and this browser does not know."""
    page.evaluate(
        """() => fetch('/api/v1/auth/logout', {
            method: 'POST', headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({refresh_token: JSON.parse(localStorage.getItem('hibachi-staff-session')).refresh}),
        })"""
    )


def test_a_token_that_ran_out_is_renewed_and_nobody_notices(enter: Enter, world: Office) -> None:
    page = enter("agent", "/inbox/")
    expect(page.get_by_role("button", name="Lou Grant")).to_be_visible()
    page.evaluate(
        """() => { const kept = JSON.parse(localStorage.getItem('hibachi-staff-session'));
            localStorage.setItem('hibachi-staff-session', JSON.stringify({...kept, ends: 0})) }"""
    )
    page.reload()
    expect(page.get_by_role("button", name="Lou Grant")).to_be_visible()


def test_votes_stand_with_their_message_and_words(enter: Enter, world: Office) -> None:
    page = enter("agent", "/feedback/")
    table = page.get_by_role("table", name="Feedback")
    expect(table).to_contain_text("Say it sooner")
    expect(table.get_by_role("row")).to_have_count(2)
    page.get_by_label("Verdict").select_option("yes")
    expect(page.get_by_text("Nothing fits.")).to_be_visible()


def test_a_gap_is_closed_with_what_was_done(enter: Enter, world: Office) -> None:
    page = enter("agent", "/knowledge-gaps/")
    page.get_by_role("button", name="Close the gap").click()
    page.get_by_label("What was done about it").fill("The answer names the time now.")
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_text("No gap is open.")).to_be_visible()
    [gap] = world.ask("GET", "/api/v1/admin/knowledge-gaps?status=closed")
    assert gap["resolution"] == "The answer names the time now."


def test_an_account_that_cannot_be_read_says_so(enter: Enter) -> None:
    page = enter(None)

    def fail(route: Route) -> None:
        body = {"code": "error", "message": "Something went wrong.", "next_step": "Try again, or ask the business."}
        route.fulfill(status=500, content_type="application/json", body=json.dumps(body))

    page.route("**/api/v1/auth/me", fail)
    page.get_by_label("E-mail").fill(ADMIN)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("Try again, or ask the business.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_page_keeps_anybody_out(enter: Enter, world: Office, scheme: Any, viewport: Any) -> None:
    page = enter("admin", color_scheme=scheme, viewport=viewport, reduced_motion="reduce")
    found = {}
    for path, name, _ in WORK:
        page.goto(f"{world.url}/admin{address(path)}")
        expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
        page.wait_for_load_state("networkidle")
        found[path] = violations(page)
    page.goto(f"{world.url}/admin/inbox/")
    page.get_by_role("button", name="Lou Grant").click()
    expect(page.get_by_role("log")).to_be_visible()
    found["a thread"] = violations(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    found["the keys"] = violations(page)
    assert {path: one for path, one in found.items() if one} == {}
