"""Every page: reachable by everybody (axe), in both schemes, with its facts before and after the API answers."""

import json
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.chromium import breaches, violations
from tests.served import admin_token
from tests.site.conftest import BUILT, PHONE

PATIENCE_MS = 2000  # of scripts/seen-first.mjs
WHEN = """() => [
  performance.getEntriesByName("first-contentful-paint")[0].startTime,
  performance.getEntriesByType("resource").filter(one => one.initiatorType === "script").map(one => one.startTime),
]"""
PAGES = ("/", "/menu/", "/quote/", "/book/", "/questions/", "/terms/", "/privacy/", "/party/", "/choose/", "/nowhere/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_keeps_anybody_out(browser: Browser, site: str, scheme: Any) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    stopped = breaches(context)
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto(site + path, wait_until="networkidle")
        found[path] = violations(page)
    page.get_by_role("button", name="Chat with us").click()
    expect(page.get_by_label("Your message")).to_be_visible()
    found["the chat"] = violations(page)
    context.close()
    assert stopped == []
    assert {path: one for path, one in found.items() if one} == {}


def test_a_page_is_seen_before_its_scripts_are_read(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site}/quote/")
    expect(page.get_by_role("button", name="Chat with us")).to_be_enabled()
    seen, read = page.evaluate(WHEN)
    context.close()
    assert read
    assert min(read) >= min(seen, PATIENCE_MS)


def test_a_changed_price_is_on_the_pages_at_once(page: Page, site: str) -> None:
    staff = {"Authorization": f"Bearer {admin_token(site)}"}
    change = {"changes": {"prices": {"adult": {"amount": "61.00"}}}, "note": "dearer"}
    httpx2.patch(f"{site}/api/v1/admin/policies", headers=staff, json=change).raise_for_status()
    page.goto(site)
    expect(page.get_by_text("13 and over · $61 each")).to_be_visible()
    page.goto(f"{site}/questions/")
    page.get_by_text("What does it cost?").click()
    expect(page.get_by_text("$61 an adult")).to_be_visible()


def test_the_menu_reads_when_the_api_is_away(context: BrowserContext, site: str) -> None:
    def away(route: Route) -> None:
        route.abort()

    context.route("**/api/**", away)
    page = context.new_page()
    page.goto(f"{site}/menu/")
    expect(page.get_by_text("Filet mignon")).to_be_visible()
    expect(page.get_by_text("+$15 a guest")).to_be_visible()


def test_an_api_that_fails_is_said_in_words(context: BrowserContext, site: str) -> None:
    def fail(route: Route) -> None:
        body = {"code": "internal", "message": "Something went wrong here.", "next_step": "Try again in a minute."}
        route.fulfill(status=500, content_type="application/json", body=json.dumps(body))

    context.route("**/api/v1/quotes", fail)
    page = context.new_page()
    page.goto(f"{site}/quote/")
    expect(page.get_by_role("alert").first).to_contain_text("Try again in a minute.")


def test_a_shared_price_is_the_price_that_was_told(page: Page, site: str) -> None:
    body = {"adults": 14, "children": 3, "customer_zipcode": "94110", "protein_selections": {"lobster_tail": 2}}
    quote = httpx2.post(f"{site}/api/v1/quotes", json=body).raise_for_status().json()
    page.goto(f"{site}/quote/?id={quote['id']}")
    expect(page.get_by_test_id("total")).to_have_text(f"${quote['total'].removesuffix('.00')}")
    for line in ("14 adults", "3 children", "2 lobster tail", "9 miles of travel"):
        expect(page.get_by_label("Your price")).to_contain_text(line)


def test_files_keep_and_pages_do_not(site: str) -> None:
    home = httpx2.get(site)
    script = next(BUILT.glob("_next/static/**/*.js")).relative_to(BUILT)
    assert home.headers["cache-control"] == "no-cache" and home.headers["x-content-type-options"] == "nosniff"
    assert "immutable" in httpx2.get(f"{site}/{script}").headers["cache-control"]
    lost, unknown = httpx2.get(f"{site}/nowhere/at/all"), httpx2.get(f"{site}/api/v1/nothing")
    assert (lost.status_code, lost.headers["content-type"].partition(";")[0]) == (404, "text/html")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "not_found")
    assert httpx2.get(f"{site}/..%2f..%2fpackage.json").status_code == 404
