"""The page of what is said unasked: what will go out and its words, a switch with its audit row, what became of what was due."""

import re

from playwright.sync_api import expect

from tests.admin.books import party
from tests.admin.conftest import Enter, Office


def test_what_goes_out_is_read_switched_off_and_found_again(enter: Enter, office: Office) -> None:
    made = party(office, "Ann Lee", adults=12)
    page = enter("admin", "/journeys/")
    coming = page.get_by_role("region", name="What will go out", exact=True).first
    expect(coming.get_by_text("Event reminder, 7 days")).to_be_visible()
    page.get_by_role("button", name="Read it: Event reminder, Ann Lee").first.click()
    words = page.get_by_role("dialog")
    expect(words).to_contain_text("your hibachi party is on Saturday, March 14 at 6 PM, for 12 guests")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Switch off: Event reminder").click()
    page.get_by_role("dialog").get_by_role("button", name="Switch it off").click()
    expect(page.get_by_role("button", name="Switch on: Event reminder")).to_be_visible()
    expect(coming.get_by_text("switched off").first).to_be_visible()
    profile = office.ask("GET", "/api/v1/admin/policies")["profile"]
    assert profile["follow_ups"]["says"]["event_reminder"] is False
    trail = office.ask("GET", "/api/v1/admin/audit?action=policies.change")
    assert "follow_ups.says.event_reminder" in str(trail)
    expect(page.get_by_text("Nothing was due yet.")).to_be_visible()
    coming.get_by_role("link", name=re.compile("Mar 14")).first.click()
    expect(page.get_by_role("heading", level=1, name="Ann Lee")).to_be_visible()
    own = page.get_by_role("region", name="What will go out")
    expect(own).to_contain_text("Balance reminder")
    assert made["id"] in page.url
