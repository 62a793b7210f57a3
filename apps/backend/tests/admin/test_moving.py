"""The calendar: a party is moved by the mouse and by the keyboard; the server decides, and what it refuses goes back."""

import re

from playwright.sync_api import Page, expect

from tests.admin.books import now_of, party
from tests.admin.conftest import Enter, Office


def cell(page: Page, where: str) -> str:
    return f'[data-cell="{where}"]'


def test_a_taken_slot_is_refused_with_the_reason_and_the_party_goes_back(enter: Enter, office: Office) -> None:
    ann, bob = party(office, "Ann Lee"), party(office, "Bob Stone")
    page = enter("manager", "/calendar/?view=day&date=2026-03-14")
    card, target = page.get_by_role("article", name="Ann Lee"), cell(page, f"2026-03-14 18:00 {bob['chef_id']}")
    home = cell(page, f"2026-03-14 18:00 {ann['chef_id']}")
    expect(page.locator(home).get_by_role("article", name="Ann Lee")).to_be_visible()
    card.drag_to(page.locator(target))
    alert = page.get_by_role("alert").filter(has_text="Ann Lee stays where it is")
    expect(alert).to_contain_text("This chef has another party or a block at that time")
    expect(alert.get_by_role("button").first).to_have_text(re.compile("Mar"))
    expect(page.locator(home).get_by_role("article", name="Ann Lee")).to_be_visible()
    expect(page.locator(target).get_by_role("article", name="Ann Lee")).to_have_count(0)
    assert now_of(office, ann) == ann
    office.ask("POST", f"/api/v1/admin/bookings/{bob['id']}/cancel", reason="ill")
    page.reload()
    page.get_by_role("article", name="Ann Lee").drag_to(page.locator(cell(page, f"2026-03-14 15:00 {bob['chef_id']}")))
    expect(page.get_by_text("Ann Lee was moved.")).to_be_visible()
    moved = now_of(office, ann)
    assert (moved["event_time"], moved["chef_id"], moved["reschedules"]) == ("15:00", bob["chef_id"], 1)


def test_the_keyboard_moves_too_and_a_fee_waits_for_a_yes(enter: Enter, office: Office) -> None:
    cara = party(office, "Cara Diaz", date="2026-03-21")
    office.ask("PATCH", f"/api/v1/admin/{cara['id']}", date="2026-03-22", revision=cara["revision"])
    page = enter("manager", "/calendar/?date=2026-03-22")
    handle = page.get_by_role("button", name="Move Cara Diaz")
    handle.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Day").fill("2026-03-20")
    page.get_by_role("button", name="Move it").press("Enter")
    dialog = page.get_by_role("dialog", name="This move costs a fee")
    expect(dialog).to_contain_text("Moving the party costs $200")
    assert now_of(office, cara)["event_date"] == "2026-03-22", "nothing is moved before the yes"
    dialog.get_by_role("button", name="Leave it").click()
    expect(page.locator('[data-cell^="2026-03-22"]').get_by_role("article", name="Cara Diaz")).to_be_visible()
    assert now_of(office, cara)["event_date"] == "2026-03-22"
    handle.click()
    page.get_by_label("Day").fill("2026-03-20")
    page.get_by_role("button", name="Move it").click()
    page.get_by_role("button", name="Move without the fee").click()
    expect(page.get_by_text("Cara Diaz was moved.")).to_be_visible()
    moved = now_of(office, cara)
    assert (moved["event_date"], moved["reschedule_fee"]) == ("2026-03-20", "0.00")


def test_a_chef_is_blocked_and_free_again(enter: Enter, office: Office) -> None:
    page = enter("manager", "/calendar/?view=day&date=2026-04-03")
    page.get_by_role("button", name="Block a chef").click()
    page.get_by_label("Why").fill("day off")
    page.get_by_role("dialog").get_by_role("button", name="Block", exact=True).click()
    block = page.get_by_role("button", name=re.compile("Blocked 10:00 to 23:00"))
    expect(block).to_be_visible()
    [made] = [one for one in office.ask("GET", "/api/v1/admin/blocks") if one["note"] == "day off"]
    assert (made["start"], made["end"]) == ("2026-04-03T17:00:00Z", "2026-04-04T06:00:00Z"), "the business's own hours"
    block.click()
    page.get_by_role("button", name="Lift the block").click()
    expect(page.get_by_text("The block is lifted.")).to_be_visible()  # a dialog hides what is behind it from roles
    expect(block).to_have_count(0)
    assert [one for one in office.ask("GET", "/api/v1/admin/blocks") if one["note"] == "day off"] == []


def test_a_failing_server_leaves_the_party_where_it_was(enter: Enter, office: Office) -> None:
    dan = party(office, "Dan Wu", date="2026-05-02")
    page = enter("manager", "/calendar/?view=day&date=2026-05-02")
    page.route("**/change-preview", lambda route: route.fulfill(status=500, json={
        "code": "internal", "message": "Something went wrong on our side.", "next_step": "Try again.", "details": {},
    }))  # fmt: skip
    page.get_by_role("article", name="Dan Wu").drag_to(page.locator(cell(page, f"2026-05-02 12:00 {dan['chef_id']}")))
    expect(page.get_by_text("Something went wrong on our side.")).to_be_visible()
    home = page.locator(cell(page, f"2026-05-02 18:00 {dan['chef_id']}"))
    expect(home.get_by_role("article", name="Dan Wu")).to_be_visible()
    assert now_of(office, dan) == dan
