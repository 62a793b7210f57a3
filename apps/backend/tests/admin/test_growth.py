"""Growth in the panel: a lead that staff note and what became of the leads; a customer's link for friends."""

from playwright.sync_api import expect

from tests.admin.books import party
from tests.admin.conftest import Enter, Office


def test_a_lead_is_noted_and_counted_and_a_customer_has_a_link(enter: Enter, office: Office) -> None:
    page = enter("manager", "/leads/")
    page.get_by_role("button", name="New lead").click()
    asked = page.get_by_role("dialog")
    asked.get_by_label("Name").fill("Ann Lee")
    asked.get_by_role("button", name="Note it").click()
    expect(asked).to_contain_text("A lead needs a customer, a phone number or an e-mail address.")
    asked.get_by_label("Telephone").fill("(510) 555-0123")
    asked.get_by_label("ZIP").fill("95112")
    asked.get_by_label("Adults").fill("20")
    asked.get_by_role("button", name="Note it").click()
    expect(page.get_by_role("region", name="Ann Lee")).to_contain_text("20 adults · ZIP 95112")
    expect(page.get_by_text("0 of 1 lead of the last 90 days became a party")).to_be_visible()
    [lead] = office.ask("GET", "/api/v1/admin/leads")["leads"]
    assert (lead["phone"], lead["source"], lead["wanted"]) == ("+15105550123", "staff", {"zip": "95112", "adults": 20})
    host = party(office, "Dana Ruiz")
    page.goto(f"{page.url.split('/leads')[0]}/customers/?id={host['customer_id']}")
    page.get_by_role("button", name="Show their link").click()
    own = page.get_by_role("region", name="Recommending us")
    expect(own).to_contain_text("?ref=")
    expect(own).to_contain_text("earns $50. Friends so far: 0; earned: $0.")
