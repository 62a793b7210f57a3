"""The chat widget: a whole booking, a reload, another device by link, a lost connection, and a human who takes over."""

import httpx2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.served import admin_token
from tests.site.conftest import PHONE, say


def opened(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("button", name="Chat with us").click()


def test_a_whole_booking_by_chat(page: Page, site: str) -> None:
    opened(page, site)
    say(page, "how much for 14 adults in 94110 on march 14?")
    expect(page.get_by_text("$788").first).to_be_visible()
    say(page, "6pm please, I'm Ann Lee, 510 555 0177")
    expect(page.get_by_text("Total $788")).to_be_visible()
    say(page, "yes please book it")
    expect(page.get_by_text("we hold the date")).to_be_visible()
    [party] = _bookings(site)
    assert (party["status"], party["total_amount"], party["event_date"]) == ("deposit_pending", "788.00", "2026-03-14")


def test_the_thread_is_there_after_a_reload_and_on_another_device(page: Page, site: str, browser: Browser) -> None:
    opened(page, site)
    say(page, "how much for 20 adults in 95112?")
    expect(page.get_by_role("log").get_by_text("$1,100")).to_have_count(1)
    page.reload()
    page.get_by_role("button", name="Go on chatting").click()
    expect(page.get_by_role("log").get_by_text("how much for 20 adults")).to_have_count(1)
    expect(page.get_by_role("log").get_by_text("$1,100")).to_have_count(1)
    link = page.evaluate("`${location.origin}/#chat=${localStorage.getItem('conversation')}`")
    other = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    elsewhere = other.new_page()
    elsewhere.goto(link)
    expect(elsewhere.get_by_role("log").get_by_text("$1,100")).to_have_count(1)
    say(elsewhere, "and for 21?")
    expect(page.get_by_role("log").get_by_text("and for 21?")).to_have_count(1)
    expect(page.get_by_role("log").get_by_text("$1,155")).to_have_count(1)
    other.close()


def test_what_was_written_while_the_line_was_down_is_said_once(page: Page, site: str) -> None:
    opened(page, site)
    say(page, "how much for 12 adults in 95112?")
    expect(page.get_by_role("log").get_by_text("$660")).to_have_count(1)
    page.context.set_offline(True)
    page.evaluate("dispatchEvent(new Event('offline'))")
    say(page, "and for 13?")
    page.context.set_offline(False)
    expect(page.get_by_role("log").get_by_text("$715")).to_have_count(1, timeout=30_000)
    expect(page.get_by_role("log").get_by_text("and for 13?")).to_have_count(1)


def test_a_reply_is_opened_line_by_line_answered_by_a_tap_and_judged(page: Page, site: str) -> None:
    page.add_init_script("delete Crypto.prototype.randomUUID; delete Navigator.prototype.clipboard")  # as on plain HTTP
    opened(page, site)
    say(page, "how much for 14 adults in 94110 on march 14?")
    page.get_by_role("button", name="Show every line of this price").click()
    expect(page.get_by_role("log").get_by_test_id("total")).to_have_text("$788")
    expect(page.get_by_role("button", name="Show every line of this price")).to_have_count(0)
    say(page, "6pm please, I'm Ann Lee, 510 555 0177")
    page.get_by_role("group", name="Answers").get_by_role("button", name="Yes").click()
    expect(page.get_by_text("we hold the date")).to_be_visible()
    expect(page.get_by_role("group", name="Answers")).to_have_count(0)
    page.get_by_role("button", name="This did not help").first.click()
    page.get_by_label("What was missing or wrong?").fill("how long it takes")
    page.get_by_label("What was missing or wrong?").press("Enter")
    expect(page.get_by_text("Thank you for your feedback!")).to_be_visible()
    page.get_by_role("button", name="This helped").first.click()
    expect(page.get_by_text("Thank you for your feedback!")).to_have_count(2)
    gaps = httpx2.get(f"{site}/api/v1/admin/knowledge-gaps", headers={"Authorization": f"Bearer {admin_token(site)}"})
    assert [gap["question"] for gap in gaps.json()] == ["how much for 14 adults in 94110 on march 14?"]


@pytest.mark.parametrize("remembered", ["01a220b8-765e-763e-92c0-e428a4d17282", "nonsense"])
def test_a_conversation_that_is_gone_is_begun_anew(page: Page, site: str, remembered: str) -> None:
    page.goto(site)
    page.evaluate("id => localStorage.setItem('conversation', id)", remembered)
    page.reload()
    page.get_by_role("button", name="Go on chatting").click()
    say(page, "how much for 12 adults in 95112?")
    expect(page.get_by_role("log").get_by_text("$660")).to_have_count(1)
    expect(page.get_by_role("log").get_by_text("how much for 12 adults")).to_have_count(1)
    expect(page.get_by_role("dialog").get_by_role("alert")).to_have_count(0)


def test_a_human_takes_over_and_the_machine_is_silent(page: Page, site: str) -> None:
    opened(page, site)
    say(page, "how much for 12 adults in 95112?")
    expect(page.get_by_role("log").get_by_text("$660")).to_have_count(1)
    thread = page.evaluate("localStorage.getItem('conversation')")
    staff = {"Authorization": f"Bearer {admin_token(site)}"}
    httpx2.post(
        f"{site}/api/v1/admin/conversations/{thread}/take-over", headers=staff, json={"reason": "I know them"}
    ).raise_for_status()
    expect(page.get_by_text("A person from our team answers you here.")).to_be_visible()
    words = {"text": "Hi, this is Olga."}
    httpx2.post(f"{site}/api/v1/admin/conversations/{thread}/reply", headers=staff, json=words).raise_for_status()
    expect(page.get_by_role("log").get_by_text("Hi, this is Olga.")).to_be_visible()
    say(page, "how much for 13 adults?")
    expect(page.get_by_role("log").get_by_text("how much for 13 adults?")).to_have_count(1)
    page.wait_for_timeout(1500)
    expect(page.get_by_role("log").get_by_text("$715")).to_have_count(0)


def _bookings(site: str) -> list[dict[str, str]]:
    staff = {"Authorization": f"Bearer {admin_token(site)}"}
    found: list[dict[str, str]] = (
        httpx2.get(f"{site}/api/v1/admin/bookings", headers=staff).raise_for_status().json()["bookings"]
    )
    return found
