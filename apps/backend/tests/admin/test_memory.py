"""A customer's page: what is remembered is added, seen with its source and deleted; the person is exported and forgotten."""

import json
import re
from pathlib import Path

from playwright.sync_api import expect

from hibachi.kit.clock import SettableClock
from hibachi.runtime import build
from tests.admin.conftest import Enter, Office
from tests.concierge.world import settings
from tests.served import aside


async def make_findable(database_url: str, clock: SettableClock) -> None:
    """As the worker does it in the night."""
    runtime = build(settings(), database_url, clock=clock)
    await runtime.recall.sweep(runtime.db)
    await runtime.close()


def test_what_is_remembered_of_a_customer_and_how_they_are_forgotten(
    enter: Enter, office: Office, shared_database_url: str, now: SettableClock
) -> None:
    said = office.customer_says("Hi! I'm allergic to sesame, how much is it for 12 adults?", name="Zora Finch")
    thread = office.ask("GET", f"/api/v1/admin/conversations/{said['conversation_id']}")
    who = thread["conversation"]["user_id"]
    page = enter("admin", f"/customers/?id={who}")
    remembered = page.get_by_role("region", name="Remembered")
    expect(remembered).to_be_visible()
    remembered.get_by_role("button", name="Remember something").click()
    dialog = page.get_by_role("dialog", name="Remember something")
    dialog.get_by_label("What").select_option("important_date")
    dialog.get_by_label("Day").fill("2026-07-15")
    dialog.get_by_label("Whose").fill("Mia")
    dialog.get_by_role("button", name="Remember it").click()
    entry = remembered.get_by_role("listitem").filter(has_text="birthday of Mia, 2026-07-15")
    expect(entry).to_contain_text("noted by staff")
    entry.get_by_role("button", name="Forget this").click()
    expect(entry).to_have_count(0)
    aside(make_findable, shared_database_url, now)
    words = page.get_by_role("region", name="Their own words")
    words.get_by_label("What did they say about").fill("seeds that they must not eat")
    words.get_by_role("button", name="Look").click()
    found = words.get_by_role("listitem").filter(has_text="sesame")
    expect(found).to_be_visible()
    expect(found.get_by_role("link")).to_have_attribute("href", re.compile(f"id={said['conversation_id']}"))
    with page.expect_download() as told:
        page.get_by_role("region", name="Their data").get_by_role("button", name="Export").click()
    exported = json.loads(Path(told.value.path()).read_text())
    assert "sesame" in exported["tables"]["messages"][0]["content"]
    page.get_by_role("button", name="Forget them").click()
    sure = page.get_by_role("dialog", name="Forget this customer")
    expect(sure.get_by_role("button", name="Forget for good")).to_be_disabled()
    sure.get_by_label("Type").fill("forget")
    sure.get_by_role("button", name="Forget for good").click()
    expect(page.get_by_role("heading", level=1, name="Without a name")).to_be_visible()
    gone = office.ask("GET", f"/api/v1/admin/conversations/{said['conversation_id']}")
    assert gone["customer"]["name"] is None
    assert "sesame" not in json.dumps(gone)


def test_the_office_sees_what_is_remembered_and_may_not_erase(enter: Enter, office: Office) -> None:
    said = office.customer_says("Hi!", name="Quin Hale")
    thread = office.ask("GET", f"/api/v1/admin/conversations/{said['conversation_id']}")
    page = enter("agent", f"/customers/?id={thread['conversation']['user_id']}")
    expect(page.get_by_role("region", name="Remembered").get_by_text("Nothing is remembered")).to_be_visible()
    expect(page.get_by_role("region", name="Their data")).to_have_count(0)
