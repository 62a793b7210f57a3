"""Drafts: read beside the question, edited, approved, rejected; the list refreshes and the selection clears."""

import pytest
from playwright.sync_api import expect

from tests.admin.conftest import Enter, Office, settle

QUESTION = "how much for 14 adults in 94110 on march 14?"


@pytest.fixture(scope="module")
def drafting(product: str) -> Office:
    """Every reply on the web chat waits for a yes."""
    office = Office(product)
    order = {"channel": "web_chat", "topic": "*", "drafting": True, "hours": 4, "reason": "the first fifty"}
    office.ask("PUT", "/api/v1/admin/drafts/modes", **order)
    return office


def said_to(office: Office, thread: str) -> list[str]:
    messages = office.ask("GET", f"/api/v1/admin/conversations/{thread}")["messages"]
    return [one["content"] for one in messages if one["role"] == "assistant"]


def test_an_edited_draft_is_approved_and_reaches_the_customer_once(enter: Enter, drafting: Office) -> None:
    page = enter("manager", "/drafts/")
    expect(page.get_by_text("No reply waits here.")).to_be_visible()
    thread = drafting.customer_says(QUESTION, name="Ann Lee")["conversation_id"]
    drafts = page.get_by_role("region", name="Drafts")
    drafts.get_by_role("listitem").get_by_role("button").click()
    expect(page.get_by_text(QUESTION)).to_be_visible()
    original = page.get_by_role("region", name="The concierge’s words")
    expect(original.get_by_role("button", name="$788").first).to_be_visible()
    page.get_by_label("Yours").fill("Dear Ann, that is $799 in all.")
    page.get_by_label("Why").fill("warmer")
    page.get_by_role("button", name="Keep the edit").click()
    expect(page.get_by_role("button", name="Approve and send")).to_be_disabled()
    assert said_to(drafting, thread) == []
    page.get_by_label("No fact of this turn holds").check()
    page.get_by_role("button", name="Approve and send").click()
    expect(page.get_by_text("Did AI do a good job?")).to_be_visible()
    expect(drafts.get_by_role("listitem")).to_have_count(0)
    assert "id=" not in page.url
    assert said_to(drafting, thread) == ["Dear Ann, that is $799 in all."]
    page.get_by_role("button", name="No", exact=True).click()
    expect(page.get_by_text("Did AI do a good job?")).to_have_count(0)
    [vote] = drafting.ask("GET", "/api/v1/admin/feedback?kind=approval")["feedback"]
    assert (vote["helpful"], vote["conversation_id"]) == (False, thread)


def test_a_draft_that_is_right_leaves_by_a_key(enter: Enter, drafting: Office) -> None:
    thread = drafting.customer_says(QUESTION, name="Bea Sol")["conversation_id"]
    page = enter("manager", "/drafts/")
    expect(page.get_by_role("region", name="Drafts").get_by_role("listitem")).to_have_count(1)
    page.keyboard.press("j")
    expect(page.get_by_role("button", name="Approve and send")).to_be_enabled()
    page.keyboard.press("a")
    expect(page.get_by_text("Did AI do a good job?")).to_be_visible()
    [words] = said_to(drafting, thread)
    assert "$788" in words


def test_a_rejected_draft_is_never_sent_and_the_thread_is_the_reviewers(enter: Enter, drafting: Office) -> None:
    thread = drafting.customer_says(QUESTION, name="Cal Orr")["conversation_id"]
    page = enter("manager", f"/inbox/?id={thread}")
    page.get_by_role("link", name="Review it").click()
    page.get_by_role("button", name="Reject").click()
    page.get_by_label("Why").fill("I answer her myself")
    page.get_by_role("button", name="Reject it").click()
    expect(page.get_by_text("No reply waits here.")).to_be_visible()
    settle(0.5)
    assert said_to(drafting, thread) == []
    detail = drafting.ask("GET", f"/api/v1/admin/conversations/{thread}")
    assert (detail["speaker"], detail["draft"]) == ("human", None)
    page.get_by_label("State").select_option("rejected")
    expect(page.get_by_role("region", name="Drafts").get_by_role("listitem")).to_have_count(1)


def test_who_decides_second_is_told_who_was_first(enter: Enter, drafting: Office) -> None:
    thread = drafting.customer_says(QUESTION, name="Dot Kay")["conversation_id"]
    page = enter("manager", "/drafts/")
    page.get_by_role("region", name="Drafts").get_by_role("listitem").get_by_role("button").click()
    expect(page.get_by_role("button", name="Approve and send")).to_be_enabled()
    draft = drafting.ask("GET", f"/api/v1/admin/conversations/{thread}")["draft"]
    page.context.set_offline(True)
    drafting.ask("POST", f"/api/admin/emails/{draft['id']}/reject", reason="mine")
    page.context.set_offline(False)
    if page.get_by_role("button", name="Approve and send").is_visible():
        page.get_by_role("button", name="Approve and send").click()
    expect(page.get_by_text("does not wait any more")).to_be_visible()
    assert said_to(drafting, thread) == []


def test_the_record_of_a_topic_stands_beside_its_switch(enter: Enter, drafting: Office) -> None:
    page = enter("admin", "/draft-modes/")
    expect(page.get_by_role("table", name="Switches")).to_contain_text("wait for a yes")
    page.get_by_role("button", name="Turn a switch").click()
    page.get_by_label("From now on").select_option("leave")
    page.get_by_label("Topic").fill("Greeting")
    page.get_by_label("Why").fill("143 of 150 were right")
    page.get_by_role("button", name="Turn it").click()
    expect(page.get_by_role("table", name="Switches")).to_contain_text("greeting")
    modes = drafting.ask("GET", "/api/v1/admin/drafts/modes")["modes"]
    assert {"channel": "*", "topic": "greeting", "drafting": False, "hours": 4} in modes
