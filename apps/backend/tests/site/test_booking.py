"""A visitor with a phone books by the form, sees and changes the party, and is refused with the reason and the nearest times."""

import re

import httpx2
import pytest
from playwright.sync_api import Page, expect

from tests.site.conftest import answer

PARTY: dict[str, object] = {"date": "2026-03-14", "time": "18:00", "zip": "94110", "adults": 14}


def to_times(page: Page, site: str) -> None:
    """Fourteen adults and a lobster in San Francisco, and the free times of March 14."""
    page.goto(f"{site}/book/?date=2026-03-14")
    page.get_by_label("Adults", exact=True).fill("14")
    page.get_by_label("ZIP code of the party").fill("94110")
    page.get_by_role("button", name="One more: Lobster tail").click()
    expect(page.get_by_test_id("total")).to_have_text("$803")
    page.get_by_role("button", name="See free times").click()


def booked(page: Page, site: str) -> httpx2.Response:
    """Book 3 PM as Ann Lee; the party as the API then tells it."""
    to_times(page, site)
    page.get_by_role("button", name="3 PM").click()
    page.get_by_label("Your name").fill("Ann Lee")
    page.get_by_label("Mobile number").fill("(510) 555-0177")
    page.get_by_label("Street address").fill("12 Elm St, San Francisco")
    page.get_by_label("Allergies and diets").fill("one vegan")
    for print_ in ("booking terms", "privacy"):
        expect(page.get_by_role("main").get_by_role("link", name=print_)).to_be_visible()
    page.get_by_role("button", name="Book for $803").click()
    expect(page.get_by_text("It is booked.")).to_be_visible()
    found = re.search(r"id=([^&]+)&token=([^&]+)", page.url)
    assert found
    return httpx2.get(f"{site}/api/v1/bookings/{found[1]}", params={"token": found[2]})


def test_a_party_is_booked_changed_and_cancelled(page: Page, site: str) -> None:
    party = booked(page, site).raise_for_status().json()
    assert (party["status"], party["total_amount"], party["event_date"], party["event_time"]) == (
        "deposit_pending", "803.00", "2026-03-14", "15:00",
    )  # fmt: skip
    assert (party["name"], party["phone"], party["location"], party["dietary"]) == (
        "Ann Lee", "+15105550177", "12 Elm St, San Francisco", ["one vegan"],
    )  # fmt: skip
    page.get_by_text("Guests", exact=True).click()
    page.get_by_role("button", name="One more: Adults").click()
    page.get_by_role("button", name="What would that be?").click()
    expect(page.get_by_text("New total: $858")).to_be_visible()
    assert httpx2.get(_api(page, site)).json()["adults"] == 14, "nothing is changed before the yes"
    page.get_by_role("button", name="Yes, change it").click()
    expect(page.get_by_text("15 adults")).to_be_visible()
    page.get_by_text("Cancel the party").click()
    page.get_by_role("button", name="What happens to the deposit?").click()
    expect(page.get_by_text("No deposit was paid, so nothing is owed.")).to_be_visible()
    page.get_by_role("button", name="Yes, cancel it").click()
    expect(page.get_by_test_id("status")).to_have_text("Cancelled")
    assert httpx2.get(_api(page, site)).json()["status"] == "cancelled"


def test_a_time_that_was_taken_meanwhile_is_refused_with_the_nearest(page: Page, site: str) -> None:
    to_times(page, site)
    expect(page.get_by_role("button", name="6 PM")).to_be_visible()
    while httpx2.post(f"{site}/api/v1/holds", json=PARTY).status_code == 201:
        continue
    page.get_by_role("button", name="6 PM").click()
    alert = page.get_by_role("alert").filter(has_text="Choose another time")
    expect(alert).to_contain_text("Saturday, March 14, 2026")
    alert.get_by_role("button").first.click()
    expect(page.get_by_label("Your name")).to_be_visible()


def test_a_reload_goes_on_with_the_hold(page: Page, site: str) -> None:
    to_times(page, site)
    page.get_by_role("button", name="3 PM").click()
    expect(page.get_by_role("timer")).to_contain_text("2:00:00")
    page.reload()
    expect(page.get_by_role("heading", name="Saturday, March 14, 2026 at 3 PM")).to_be_visible()


def test_an_impatient_hand_books_once(page: Page, site: str) -> None:
    to_times(page, site)
    page.get_by_role("button", name="3 PM").click()
    page.get_by_label("Your name").fill("Ann Lee")
    page.get_by_label("E-mail").fill("ann@example.com")
    book = page.get_by_role("button", name="Book for $803")
    book.dblclick()
    expect(page.get_by_text("It is booked.")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="See free times").or_(page.get_by_label("Your name"))).to_be_visible()
    held = answer(site, "/api/v1/holds", {**PARTY, "time": "15:00", "adults": 10})
    assert held["booking"]["status"] == "held", "one of two chefs is still free: one party was booked, not two"  # type: ignore[index]


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "9999-99-99"])
def test_a_link_with_no_day_in_it_opens_the_calendar(page: Page, site: str, day: str) -> None:
    page.goto(f"{site}/book/?date={day}")
    page.get_by_label("ZIP code of the party").fill("94110")
    page.get_by_role("button", name="See free times").click()
    expect(page.get_by_role("heading", name="March 2026")).to_be_visible()


def test_a_wrong_link_opens_nothing(page: Page, site: str) -> None:
    page.goto(f"{site}/party/?id=01a220b8-765e-763e-92c0-e428a4d17282&token=nobody-knows-this")
    expect(page.get_by_text("There is no such booking.")).to_be_visible()
    page.goto(f"{site}/party/")
    expect(page.get_by_text("This page opens with the link of your party.")).to_be_visible()


def _api(page: Page, site: str) -> str:
    found = re.search(r"id=([^&]+)&token=([^&]+)", page.url)
    assert found
    return f"{site}/api/v1/bookings/{found[1]}?token={found[2]}"
