"""A host shares the link, a guest with another phone chooses by it, and the host takes the choice over after a yes."""

import re

import httpx2
from playwright.sync_api import Browser, Page, expect

from hibachi.kit.clock import SettableClock
from tests.chromium import violations
from tests.site.conftest import PHONE, answer

WISH: dict[str, object] = {"date": "2026-03-14", "time": "18:00", "zip": "95112", "adults": 12, "name": "Dana Ruiz", "phone": "(510) 555-0142"}  # fmt: skip


def test_a_guest_chooses_and_the_host_takes_it_over(
    browser: Browser, page: Page, site: str, clock: SettableClock
) -> None:
    token = str(answer(site, "/api/v1/holds", WISH)["token"])
    party = answer(site, "/api/v1/bookings", {"token": token})["id"]
    page.goto(f"{site}/party/?id={party}&token={token}")
    page.get_by_text("Let your guests choose").click()
    page.get_by_role("button", name="Make the link").click()
    link = page.get_by_label("Link for your guests").input_value()
    assert link.startswith(f"{site}/choose/?link=") and token not in link

    context = browser.new_context(viewport=PHONE, has_touch=True, color_scheme="dark", reduced_motion="reduce")  # type: ignore[arg-type]
    context.clock.set_fixed_time(clock.now())
    guest = context.new_page()
    guest.goto(link)
    expect(guest.get_by_role("heading", name="Dana's hibachi party")).to_be_visible()
    expect(guest.get_by_text("Saturday, March 14, 2026", exact=True)).to_be_visible()
    guest.get_by_label("Your name").fill("Ann Lee")
    guest.get_by_role("button", name="One more: Chicken").click()
    guest.get_by_role("button", name="One more: Lobster tail").click()
    expect(guest.get_by_role("button", name="One more: Tofu")).to_be_disabled()
    guest.get_by_label("Allergies", exact=True).fill("sesame")
    assert violations(guest) == []
    guest.get_by_role("button", name="Send my choice").click()
    expect(guest.get_by_text("Thank you, Ann Lee.")).to_be_visible()
    guest.reload()
    guest.get_by_role("button", name="Correct Ann Lee").click()
    guest.get_by_label("Diet or wishes").fill("no spice")
    guest.get_by_role("button", name="Save the correction").click()
    expect(guest.get_by_role("region", name="Ann Lee")).to_contain_text("Chicken and lobster tail")
    expect(guest.get_by_role("region", name="Ann Lee")).to_contain_text("no spice")
    context.close()

    page.reload()
    page.get_by_text("Let your guests choose").click()
    expect(page.get_by_text("1 of 12 chose")).to_be_visible()
    expect(page.get_by_text("Allergic to sesame")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="What would these choices come to?").click()
    expect(page.get_by_text("New total: $675")).to_be_visible()
    at = f"{site}/api/v1/bookings/{party}"
    assert httpx2.get(at, params={"token": token}).json()["total_amount"] == "660.00", "nothing before the yes"
    page.get_by_role("button", name="Yes, change it").click()
    expect(page.get_by_text("Your guests' choices are in your party.")).to_be_visible()
    taken = httpx2.get(at, params={"token": token}).json()
    assert taken["total_amount"] == "675.00"
    assert taken["dietary"] == ["Ann Lee: allergic to sesame", "Ann Lee: no spice"]
    page.get_by_role("button", name="Make a new link").click()
    page.get_by_role("button", name="Yes, end the old link").click()
    expect(page.get_by_label("Link for your guests")).not_to_have_value(link)
    page.goto(link)
    expect(page.get_by_text(re.compile("does not open anything any more"))).to_be_visible()
