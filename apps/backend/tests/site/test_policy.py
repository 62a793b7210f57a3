"""What a page may run, what a browser keeps of it, and how it looks: privacy and theme, on the built site."""

import re

import httpx2
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.chromium import breaches
from tests.site.conftest import ROOT, say

PAPER = {"light": "rgb(250, 246, 239)", "dark": "rgb(22, 19, 16)"}
STORED = ROOT / "apps" / "customer" / "src" / "facts" / "stored.ts"
FIRST_WORN = """
  new MutationObserver(() => {
    if (document.body && !window.firstWorn) window.firstWorn = document.documentElement.dataset.theme ?? "none";
  }).observe(document, { childList: true, subtree: true });
"""
INJECT = """
  () => new Promise(done => {
    const stopped = [];
    addEventListener("securitypolicyviolation", event => {
      stopped.push(event.violatedDirective);
      if (stopped.length === 2) done(stopped.sort());
    });
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", '<p onclick="window.ran = true">');
    document.body.lastChild.click();
  })
"""


def test_a_script_that_somebody_brought_in_does_not_run(browser: Browser, site: str) -> None:
    for path in ("/", "/admin/"):
        context = browser.new_context()
        stopped = breaches(context)
        page = context.new_page()
        page.goto(site + path, wait_until="networkidle")
        assert stopped == []
        assert page.evaluate(INJECT) == ["script-src-attr", "script-src-elem"]
        assert page.evaluate("window.ran") is None
        context.close()


def test_the_api_answers_nothing_that_a_browser_could_run(site: str) -> None:
    for path in ("/api/v1/menu", "/api/v1/nothing", "/api/v1/admin/bookings"):
        headers = httpx2.get(site + path).headers
        assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert headers["x-content-type-options"] == "nosniff"


def test_a_theme_is_worn_from_the_first_moment_on_this_device(context: BrowserContext, site: str) -> None:
    context.add_init_script(FIRST_WORN)
    page = context.new_page()
    page.emulate_media(color_scheme="light")
    page.goto(site)
    expect(page.locator("body")).to_have_css("background-color", PAPER["light"])
    expect(page.get_by_role("radio", name="As my device")).to_be_enabled()
    page.get_by_role("radio", name="As my device").press("ArrowLeft")  # the last one, by the keyboard alone
    expect(page.get_by_role("radio", name="Dark")).to_be_checked()
    for path in ("/", "/menu/", "/admin/"):
        page.goto(site + path)
        assert page.evaluate("window.firstWorn") == "dark"
        expect(page.locator("body")).to_have_css("background-color", PAPER["dark"])
    page.goto(site)
    expect(page.get_by_role("radio", name="Dark")).to_be_checked()
    page.get_by_role("radio", name="As my device").check()
    expect(page.locator("body")).to_have_css("background-color", PAPER["light"])
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", PAPER["dark"])
    assert page.evaluate("localStorage.getItem('theme')") is None


def test_privacy_is_told_where_data_are_given_and_lists_what_the_browser_keeps(page: Page, site: str) -> None:
    page.goto(f"{site}/?ref=ANN-1")
    page.get_by_role("radio", name="Dark").check()
    page.get_by_role("contentinfo").get_by_role("link", name="Privacy").click()
    expect(page.get_by_role("heading", level=1, name="Privacy")).to_be_visible()
    facts = httpx2.get(f"{site}/api/v1/policies/public").json()
    for section in facts["privacy"]["sections"]:
        expect(page.get_by_role("heading", name=section["title"], exact=True)).to_be_visible()
    expect(page.get_by_text(facts["business"]["email"]).first).to_be_visible()
    page.get_by_role("button", name="Chat with us").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="privacy")).to_be_visible()
    say(page, "how much for 20 adults?")
    expect(page.get_by_role("log")).to_contain_text("$1,100")
    page.goto(f"{site}/ask/")
    expect(page.get_by_role("main").get_by_role("link", name="privacy")).to_be_visible()
    listed = set(re.findall(r'^  "?([\w-]+)"?: \{ what', STORED.read_text(), re.MULTILINE))
    kept = set(page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"))
    assert {"theme", "friend_code", "conversation"} <= kept <= listed
    assert page.context.cookies() == []


def test_what_was_typed_is_not_lost_by_reading_the_small_print(page: Page, site: str) -> None:
    page.goto(f"{site}/newsletter/")
    page.get_by_label("E-mail").fill("ann@example.com")
    with page.context.expect_page() as opened:
        page.get_by_role("main").get_by_role("link", name="privacy").click()
    expect(opened.value.get_by_role("heading", level=1, name="Privacy")).to_be_visible()
    expect(page.get_by_label("E-mail")).to_have_value("ann@example.com")
