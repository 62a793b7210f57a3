"""The knowledge on the panel: an entry is added, answers a question, is taken out, and one goes back."""

import pytest
from playwright.sync_api import expect

from tests.admin.conftest import Enter, Office

pytestmark = pytest.mark.xdist_group("admin")
ANSWER = "Yes, high chairs come along if you tell us two days before."
CHANGED = "Yes, we bring high chairs; just tell us how many."


def test_an_entry_answers_and_a_version_is_taken_back(enter: Enter, office: Office) -> None:
    page = enter("manager", "/knowledge/")
    page.get_by_role("button", name="Add an entry").click()
    page.get_by_label("What customers ask").fill("Do you bring high chairs?")
    page.get_by_label("The answer, in the words that a customer reads").fill("Yes, for $77 each.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert").first).to_contain_text("policies do not know")
    page.get_by_label("The answer, in the words that a customer reads").fill(ANSWER)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("region", name="Entries").get_by_text(ANSWER)).to_be_visible()
    page.get_by_label("As a customer would ask").fill("are there high chairs for a baby")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_test_id("verdict")).to_have_text("It answers this")
    known = office.ask("GET", "/api/v1/admin/knowledge?by_people=true")
    assert [one["text"] for one in known["entries"]] == [ANSWER]
    page.get_by_role("button", name="Change").click()
    page.get_by_label("The answer, in the words that a customer reads").fill(CHANGED)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("region", name="Entries").get_by_text(CHANGED)).to_be_visible()
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_text(CHANGED).nth(1)).to_be_visible()
    page.get_by_role("button", name="Take out").click()
    expect(page.get_by_text("There is no entry of yours yet.", exact=False)).to_be_visible()
    assert office.ask("GET", "/api/v1/admin/knowledge?by_people=true")["total"] == 0
    page.get_by_label("Show").select_option("versions")
    page.get_by_role("row", name="added: Do you bring high chairs?").get_by_role("button", name="Go back to it").click()
    expect(
        page.get_by_role("row", name="added: Do you bring high chairs?").get_by_text("live", exact=True)
    ).to_be_visible()
    assert office.ask("GET", "/api/v1/admin/knowledge?by_people=true")["total"] == 1
