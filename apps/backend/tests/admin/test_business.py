"""Money, changes and policies on the panel: what it means is said first, and then it is so in the database."""

from uuid import uuid4

from playwright.sync_api import expect

from hibachi.kit.clock import SettableClock
from hibachi.payments.notices.schemas import Notice
from hibachi.payments.schemas import Origin
from hibachi.payments.service import notices
from hibachi.runtime import build
from tests.admin.books import now_of, party
from tests.admin.conftest import Enter, Office
from tests.chromium import violations
from tests.concierge.world import settings
from tests.served import aside


def test_a_payment_and_its_refund_are_recorded(enter: Enter, office: Office) -> None:
    ann = party(office, "Ann Lee", status="deposit_pending")
    page = enter("manager", f"/bookings/?id={ann['id']}")
    expect(page.get_by_test_id("owed")).to_have_text("$660 to pay")
    page.get_by_role("button", name="Record a payment").click()
    page.get_by_label("Amount in dollars").fill("150")
    page.get_by_label("How it came").select_option("zelle")
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_test_id("owed")).to_have_text("$510 to pay")
    expect(page.get_by_text("confirmed", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="PDF of Receipt PB-")).to_have_count(1)
    page.get_by_role("button", name="Issue the invoice").click()
    page.get_by_role("button", name="Void Invoice 20").click()
    page.get_by_label("Reason").fill("another name")
    page.get_by_role("button", name="Void it").click()
    expect(page.get_by_role("button", name="PDF of Credit note 20")).to_be_visible()
    with page.expect_download() as opened:
        page.get_by_role("button", name="PDF of Invoice 20").click()
    assert opened.value.path().read_bytes().startswith(b"%PDF")
    page.get_by_role("button", name="Refund the deposit of $150").click()
    page.get_by_label("Amount in dollars").fill("200")
    page.get_by_label("Reason").fill("paid twice")
    page.get_by_role("button", name="Record the refund").click()
    expect(page.get_by_role("dialog").get_by_role("alert")).to_be_visible()
    page.get_by_label("Amount in dollars").fill("50")
    page.get_by_role("button", name="Record the refund").click()
    expect(page.get_by_test_id("owed")).to_have_text("$560 to pay")
    account = office.ask("GET", f"/api/v1/admin/bookings/{ann['id']}/payments")
    entries = [(one["kind"], one["amount"], one["method"], one["reason"]) for one in account["entries"]]
    assert entries == [("deposit", "150.00", "zelle", None), ("refund", "50.00", "zelle", "paid twice")]
    assert [one["actor_name"] for one in account["entries"]] == ["Manager", "Manager"]
    page.goto(page.url.split("/admin")[0] + "/admin/payments/")
    expect(page.get_by_role("link", name="Ann Lee")).to_have_count(2)


async def _mail(database_url: str, clock: SettableClock, payer: str, cents: int) -> None:
    """Venmo writes that somebody paid, with nothing that tells for what."""
    whence = Origin(
        source=uuid4().hex, issuer="venmo.com", service="venmo", proven=True, ours=True, arrived_at=clock.now()
    )  # fmt: skip
    said = Notice(
        kind="received", amount=cents, currency="USD", payer=payer, memo="dinner!", transaction_id=uuid4().hex
    )
    runtime = build(settings(), database_url, clock=clock)
    async with runtime.db.transaction() as tx:
        await notices.propose(tx, origin=whence, notice=said)
    await runtime.close()


def test_a_payment_mail_is_recorded_for_a_party_that_is_looked_up_and_another_dismissed(
    enter: Enter, office: Office, shared_database_url: str, now: SettableClock
) -> None:
    fay = party(office, "Fay Moore", status="deposit_pending", date="2026-03-27")
    for payer, cents in (("F. M. Trust", 150_00), ("Nobody Known", 77_00)):
        aside(_mail, shared_database_url, now, payer, cents)
    page = enter("manager", "/payments/?view=mails")
    page.get_by_role("listitem").filter(has_text="F. M. Trust").get_by_role("button", name="Record it").click()
    page.get_by_label("Another party").fill("fay moore")
    page.get_by_role("radio", name="Fay Moore").check()
    page.get_by_role("dialog").get_by_role("button", name="Record it").click()
    expect(page.get_by_text("F. M. Trust")).to_have_count(0)
    page.get_by_role("button", name="Dismiss").click()
    page.get_by_label("Reason").fill("a friend")
    page.get_by_role("button", name="Dismiss it").click()
    expect(page.get_by_text("No e-mail waits.")).to_be_visible()
    entries = office.ask("GET", f"/api/v1/admin/bookings/{fay['id']}/payments")["entries"]
    assert [(one["kind"], one["amount"], one["method"]) for one in entries] == [("deposit", "150.00", "venmo")]
    page.get_by_label("State").select_option("dismissed")
    expect(page.get_by_text("Nobody Known")).to_be_visible()


def test_who_waits_to_be_told_how_to_pay_is_told_by_the_office_once(enter: Enter, office: Office) -> None:
    wish = "I'd like to book Saturday March 21 at 6pm, 12 adults, no extras, ZIP 94539. I'm Gus Webb, 510 555 0177."
    thread = office.customer_says(wish)["conversation_id"]
    office.customer_says("yes please book it", thread)
    page = enter("agent", "/payments/?view=untold")
    page.get_by_role("button", name="Gus Webb was told").click()
    expect(page.get_by_text("Nobody waits.")).to_be_visible()
    assert office.ask("GET", "/api/v1/admin/payments/instructions") == []
    [act] = office.ask("GET", "/api/v1/admin/audit?action=instructions_sent")["entries"]
    assert act["actor_name"] == "Agent"


def test_a_change_and_a_cancellation_are_shown_before_they_are_done(enter: Enter, office: Office) -> None:
    bob = party(office, "Bob Stone", date="2026-03-20")
    page = enter("manager", "/bookings/?q=bob")
    page.get_by_role("link", name="Bob Stone").click()
    page.get_by_role("button", name="Change", exact=True).click()
    page.get_by_role("button", name="One more: Adults").click()
    page.get_by_role("button", name="What would that be?").click()
    expect(page.get_by_text("The total changes from $660 to $715.")).to_be_visible()
    assert now_of(office, bob) == bob
    page.get_by_role("button", name="Yes, change it").click()
    expect(page.get_by_text("13 adults").first).to_be_visible()
    assert now_of(office, bob)["total_amount"] == "715.00"
    page.get_by_role("button", name="Cancel the party").click()
    expect(page.get_by_text("The deposit of $100 comes back in full")).to_be_visible()
    assert now_of(office, bob)["status"] == "confirmed"
    page.get_by_label("Reason").fill("rain")
    page.get_by_role("button", name="Yes, cancel it").click()
    expect(page.get_by_text("cancelled", exact=True).first).to_be_visible()
    assert now_of(office, bob)["status"] == "cancelled"
    expect(page.get_by_test_id("owed")).to_have_text("$100 to go back")


def test_a_party_for_a_caller_is_refused_with_the_nearest_and_then_made(enter: Enter, office: Office) -> None:
    for name in ("One", "Two"):
        party(office, name, date="2026-03-28")
    page = enter("manager", "/bookings/?new=1")
    page.get_by_label("Day").fill("2026-03-28")
    page.get_by_label("ZIP").fill("95112")
    page.get_by_label("Name").fill("Cara Diaz")
    page.get_by_role("button", name="What does it cost?").click()
    expect(page.get_by_role("region", name="Price")).to_contain_text("$550")
    page.get_by_role("button", name="Make the party").click()
    page.get_by_role("button", name="Sat, Mar 28").first.click()
    page.get_by_role("button", name="Make the party").click()
    expect(page.get_by_role("heading", name="Cara Diaz")).to_be_visible()
    [made] = office.ask("GET", "/api/v1/admin/bookings?q=Cara%20Diaz")["bookings"]
    assert (made["status"], made["event_date"], made["adults"]) == ("deposit_pending", "2026-03-28", 10)
    assert made["event_time"] != "18:00"


def test_a_policy_is_tried_on_a_party_and_then_holds(enter: Enter, office: Office) -> None:
    page = enter("admin", "/policies/")
    page.get_by_label("Adult, Amount").fill("60.00")
    page.get_by_role("button", name="Preview and save").click()
    page.get_by_label("Day", exact=True).fill("2026-03-14")
    page.get_by_role("button", name="What would this party cost?").click()
    expect(page.get_by_text("$1,452 before, $1,582 after")).to_be_visible()
    assert office.ask("GET", "/api/v1/admin/policies")["version"] == 1, "nothing is written by looking"
    page.get_by_label("Why").fill("dearer beef")
    page.get_by_role("button", name="Save as a new version").click()
    expect(page.get_by_text("Version 2 is in force.")).to_be_visible()
    assert office.ask("GET", "/api/v1/admin/policies")["profile"]["prices"]["adult"]["amount"] == "60.00"
    page.get_by_role("button", name="What version 2 changed").click()
    expect(page.get_by_role("dialog")).to_contain_text("55.00 → 60.00")


def test_a_surcharge_is_added_in_a_row(enter: Enter, office: Office) -> None:
    page = enter("admin", "/policies/")
    page.get_by_label("Part", exact=True).select_option("pricing_rules")
    page.get_by_role("button", name="Add: surcharge").click()
    row = page.get_by_role("group", name="Surcharge 1")
    said = {"Key": "eve", "As guests read it": "New Year", "First day": "2026-12-31", "Last day": "2026-12-31"}
    for label, words in said.items():
        row.get_by_label(label, exact=True).fill(words)
    row.get_by_label("Percent of the food").fill("20")
    page.get_by_role("button", name="Preview and save").click()
    page.get_by_label("Day", exact=True).fill("2026-12-31")
    page.get_by_role("button", name="What would this party cost?").click()
    expect(page.get_by_role("dialog")).to_contain_text("New Year")
    page.get_by_label("Why").fill("everybody works")
    page.get_by_role("button", name="Save as a new version").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    [rule] = office.ask("GET", "/api/v1/admin/policies")["profile"]["pricing_rules"]
    assert (rule["key"], rule["percent"], rule["per_adult"]) == ("eve", 20, None)


def test_a_dish_comes_from_a_day_on(enter: Enter, office: Office) -> None:
    page = enter("admin", "/menu/")
    page.get_by_label("New dish", exact=True).last.fill("Miso soup")
    page.get_by_label("Price of the new dish").last.fill("4")
    page.get_by_role("button", name="Add").last.click()
    page.get_by_role("button", name="Preview and save").click()
    page.get_by_label("From which day").fill("2026-04-01")
    page.get_by_label("Why").fill("asked for often")
    page.get_by_role("button", name="Save as a new version").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    dishes = {one["key"] for one in office.ask("GET", "/api/v1/menu")["items"]}
    assert "miso_soup" not in dishes, "not before its day"
    newest = office.ask("GET", "/api/v1/admin/policies/versions")[0]
    assert newest["effective_from"] == "2026-04-01T07:00:00Z", "the business's own midnight"
    there = office.ask("GET", f"/api/v1/admin/policies/versions/{newest['version']}")
    assert there["profile"]["menu"]["addons_each"]["miso_soup"] == "4.00"


def test_two_records_become_one_person_and_two_again(enter: Enter, office: Office) -> None:
    who = {"name": "Dana Ruiz", "email": "dana@example.com"}
    for words in ("hello", "hello again"):
        office.customer_says(words, **who)
    people = office.ask("GET", "/api/v1/admin/customers?q=dana@example.com")["customers"]
    first, twin = sorted(one["id"] for one in people)
    page = enter("manager", "/customers/?duplicates=1")
    page.get_by_role("button", name="Make them one").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("Dana Ruiz remains.")
    assert office.ask("GET", f"/api/v1/admin/customers/{twin}")["id"] == twin, "nothing is merged by looking"
    page.get_by_label("How do you know?").fill("she said so")
    page.get_by_role("button", name="Yes, they are one").click()
    expect(page.get_by_text("They are one person now.")).to_be_visible()
    assert office.ask("GET", f"/api/v1/admin/customers/{twin}")["id"] == first
    page.goto(page.url.split("/admin")[0] + f"/admin/customers/?id={first}")
    page.get_by_role("button", name="Undo").click()
    page.get_by_label("Why was it wrong?").fill("a sister")
    page.get_by_role("button", name="Yes, part them").click()
    expect(page.get_by_text("They are two people again.")).to_be_visible()
    assert office.ask("GET", f"/api/v1/admin/customers/{twin}")["id"] == twin


def test_what_guests_chose_stands_on_the_party_and_on_the_run_sheet(enter: Enter, office: Office) -> None:
    wish = {
        "date": "2026-05-09",
        "time": "18:00",
        "zip": "95112",
        "adults": 12,
        "name": "Gia Roe",
        "phone": "4085550166",
    }
    token = office.ask("POST", "/api/v1/holds", **wish)["token"]
    made = office.ask("POST", "/api/v1/bookings", token=token)["id"]
    link = office.ask("POST", f"/api/v1/bookings/{made}/guests/link?token={token}")["link"]
    chosen = {"name": "Ann", "dishes": ["chicken", "lobster_tail"], "allergies": "sesame"}
    office.ask("PUT", f"/api/v1/choices/{link}", key="ann-" * 9, **chosen)
    page = enter("manager", f"/bookings/?id={made}")
    choices = page.get_by_role("region", name="Guests' choices")
    expect(choices).to_contain_text("1 of 12 chose: 1 chicken, 1 lobster tail.")
    expect(choices).to_contain_text("The host has not taken them over yet.")
    expect(choices).to_contain_text("chicken, lobster tail (upgrade) · allergic to sesame")
    assert violations(page) == []
    page = enter("manager", "/run-sheet/?date=2026-05-09")
    sheet = page.get_by_role("region", name="Gia Roe").get_by_role("list", name="Guests' choices")
    expect(sheet).to_have_text("Ann: chicken, lobster tail · allergic to sesame")
    assert violations(page) == []
