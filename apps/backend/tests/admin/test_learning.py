"""Learning on the panel: a reply that was rated down is written better, the script out of it is released and taken back."""

import pytest
from playwright.sync_api import Page, expect

from tests.admin.conftest import Enter, Office

pytestmark = pytest.mark.xdist_group("admin")
TOO_MUCH = "that's way too expensive"
BETTER = "I hear you! For $55 a guest the chef, the grill and the show come to your garden. Shall I look for a date?"
WORDS = "For $55 a guest the chef, the grill and the show come to your garden."


def objects(office: Office) -> tuple[str, str]:
    """Somebody new finds the price too high: the reply to that, and its id."""
    thread = office.customer_says("how much for 12 adults in 94539?")["conversation_id"]
    said = office.customer_says(TOO_MUCH, thread)
    return str(said["reply"]["text"]), str(said["reply"]["id"])


def improve(page: Page) -> None:
    """Write the reply better: first with an amount that nobody told, then rightly."""
    card = page.get_by_role("listitem").filter(has_text="Rated down")
    expect(card).to_contain_text(TOO_MUCH)
    card.get_by_role("button", name="Write it better").click()
    page.get_by_label("Better", exact=True).fill("It is only $42 for you.")
    page.get_by_label("Handles an objection").check()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("dialog")).to_contain_text("no fact")
    page.get_by_label("Better", exact=True).fill(BETTER)
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("dialog", name="What was learnt")).to_contain_text("A script is proposed")
    page.get_by_role("button", name="Done").click()
    expect(card).to_have_count(0)


def test_a_better_reply_becomes_a_script_only_by_a_yes(enter: Enter, office: Office) -> None:
    _, reply = objects(office)
    office.ask("POST", "/api/v1/ai/orchestrator/feedback", log_id=reply, feedback="not_helpful")
    agent = enter("agent", "/needs-review/")
    improve(agent)
    agent.get_by_label("Show").select_option("corpus")
    expect(agent.get_by_role("row").filter(has_text="come to your garden")).to_be_visible()
    agent.goto(agent.url.split("/needs-review")[0] + "/scripts/")
    expect(agent.get_by_role("region", name="Waiting for a yes")).to_contain_text("{adult_price} a guest")
    expect(agent.get_by_role("button", name="Release")).to_have_count(0)
    assert WORDS not in objects(office)[0]

    owner = enter("admin", "/scripts/")
    owner.get_by_role("button", name="Release").click()
    owner.get_by_role("dialog").get_by_role("button", name="Release it").click()
    expect(owner.get_by_role("region", name="In force").get_by_text(WORDS)).to_be_visible()
    assert WORDS in objects(office)[0]
    owner.get_by_role("button", name="Change").click()
    owner.get_by_label("The words").fill("It is only $50 a guest.")
    owner.get_by_label("Why").fill("shorter")
    owner.get_by_role("button", name="Propose it").click()
    expect(owner.get_by_role("dialog")).to_contain_text("a number is never written")
    owner.keyboard.press("Escape")
    owner.get_by_label("Show").select_option("decided")
    owner.get_by_role("button", name="Take it back").click()
    owner.get_by_label("Why").fill("it sold worse")
    owner.get_by_role("dialog").get_by_role("button", name="Take it back").click()
    expect(owner.get_by_text("taken back", exact=True)).to_be_visible()
    assert WORDS not in objects(office)[0]
