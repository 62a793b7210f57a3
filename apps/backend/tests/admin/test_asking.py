"""Asking about the business: by keys, in words, with the table and the way to the page; what is not understood is said."""

import re

from playwright.sync_api import expect

from tests.admin.conftest import Enter


def test_a_question_is_asked_by_keyboard_and_answered_from_the_database(enter: Enter) -> None:
    page = enter("manager")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("y")
    page.wait_for_url(re.compile("/assistant"))
    page.get_by_label("Your question").fill("bookings next week")
    page.keyboard.press("Enter")
    answer = page.get_by_role("region", name="bookings next week")
    expect(answer.get_by_text("0 parties from Mon, Mar 9, 2026 to Sun, Mar 15, 2026.")).to_be_visible()
    expect(answer.get_by_text("by the clock of America/Los_Angeles")).to_be_visible()
    expect(answer.get_by_role("link", name="Open the page")).to_have_attribute(
        "href", re.compile(r"/bookings/?\?first=2026-03-09&last=2026-03-15")
    )
    page.get_by_label("Your question").fill("write a poem")
    page.keyboard.press("Enter")
    page.get_by_role("region", name="write a poem").get_by_role("button", name="how much is owed").click()
    expect(page.get_by_role("region", name="how much is owed").get_by_text("Nothing is owed.")).to_be_visible()
