"""The knowledge on the panel: an entry is added, answers, is taken out, goes back; a reply is kept and decided on."""

import pytest
from playwright.sync_api import expect

from hibachi.kit.clock import SettableClock
from hibachi.runtime import build
from tests.admin.conftest import Enter, Office
from tests.concierge.world import settings
from tests.served import aside

pytestmark = pytest.mark.xdist_group("admin")
DOGS = "Dogs are welcome outside as long as they are on a leash."
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
    page.get_by_label("As a customer would ask").fill("do you have high chairs?")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_test_id("verdict")).to_have_text("It answers this")
    known = office.ask("GET", "/api/v1/admin/knowledge?by_people=true")
    assert [one["text"] for one in known["entries"]] == [ANSWER]
    page.get_by_role("region", name="Entries").get_by_role("button", name="Change", exact=True).click()
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


def test_a_reply_is_kept_as_knowledge_and_its_version_looked_at_and_approved(
    enter: Enter, office: Office, shared_database_url: str, now: SettableClock
) -> None:
    office.ask("POST", "/api/v1/admin/knowledge", title="Do you bring a tent?", text="No, but you may put one up.")
    thread = office.customer_says("Hi there!")["conversation_id"]
    office.ask("POST", f"/api/v1/admin/conversations/{thread}/take-over", reason="I know them")
    office.customer_says("Our dog is friendly, may it stay outside while the chef cooks?", thread)
    office.ask("POST", f"/api/v1/admin/conversations/{thread}/reply", text=DOGS)
    page = enter("manager", f"/inbox/?id={thread}")
    ours = page.get_by_role("log").get_by_role("listitem").filter(has_text=DOGS)
    with page.expect_response("**/knowledge/candidates") as kept:
        ours.get_by_role("button", name="Keep it as knowledge").click()
    assert kept.value.ok
    page.goto(f"{office.url}/admin/knowledge/?part=learnt")
    expect(page.get_by_role("region", name="Learnt, waiting for you").get_by_text(DOGS)).to_be_visible()
    assert DOGS not in _known(office), "nothing promotes itself"
    page.get_by_label("Show").select_option("versions")
    with page.expect_response("**/knowledge/versions") as built:
        page.get_by_role("button", name="Build one with what was learnt").click()
    assert built.value.ok
    _work(shared_database_url, now)
    page.reload()
    row = page.get_by_role("row", name="1 learnt")
    row.get_by_role("button", name="Look and decide").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("region", name="New").get_by_text(DOGS)).to_be_visible()
    assert DOGS not in _known(office)
    dialog.get_by_role("button", name="Approve").click()
    expect(row.get_by_text("live", exact=True)).to_be_visible()
    assert DOGS in _known(office)


def _known(office: Office) -> list[str]:
    return [one["text"] for one in office.ask("GET", "/api/v1/admin/knowledge?by_people=true")["entries"]]


def _work(database_url: str, clock: SettableClock) -> None:
    """The worker does what waits."""

    async def work() -> None:
        runtime = build(settings(), database_url, clock=clock)
        await runtime.open()
        await runtime.jobs.drain()
        await runtime.close()

    aside(work)
