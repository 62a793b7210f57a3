"""The inbox: a customer's chat seen live, taken over and handed back, searched, filtered, and what a failure looks like."""

import json

from playwright.sync_api import Route, expect

from tests.admin.conftest import PHONE, Enter, Office, settle

QUESTION = "how much for 14 adults in 94110 on march 14?"


def test_staff_see_a_customers_chat_live_and_what_its_amounts_rest_on(enter: Enter, office: Office) -> None:
    page = enter("agent", "/inbox/")
    expect(page.get_by_text("● Live")).to_be_visible()
    said = office.customer_says(QUESTION, name="Ann Lee")
    line = page.get_by_role("button", name="Ann Lee")
    expect(line).to_be_visible()
    line.click()
    page.get_by_role("log").get_by_role("button", name="$788").first.focus()
    expect(page.get_by_role("tooltip")).to_contain_text("788.00")
    page.keyboard.press("Escape")
    office.customer_says("and for 15?", said["conversation_id"])
    expect(page.get_by_role("log").get_by_text("and for 15?")).to_be_visible()
    page.reload()
    expect(page.get_by_role("log").get_by_text("and for 15?")).to_be_visible()


def test_who_takes_over_speaks_and_the_machine_is_silent(enter: Enter, office: Office) -> None:
    thread = office.customer_says(QUESTION, name="Bob Stone")["conversation_id"]
    page = enter("agent", f"/inbox/?id={thread}")
    expect(page.get_by_role("log").get_by_text("$788").first).to_be_visible()
    expect(page.get_by_label("Your reply")).to_have_count(0)
    page.keyboard.press("t")
    page.get_by_role("button", name="I know this customer").click()
    thread_part = page.get_by_role("region", name="Thread", exact=True)
    expect(thread_part.get_by_text("A person answers", exact=True)).to_be_visible()
    page.get_by_label("Your reply").fill("Hi, this is Agent.")
    page.get_by_label("Your reply").press("Control+Enter")
    expect(page.get_by_role("log").get_by_text("Hi, this is Agent.")).to_be_visible()
    expect(page.get_by_label("Your reply")).to_have_value("")
    assert office.customer_says("how much for 13 adults?", thread)["reply"] is None
    expect(page.get_by_role("log").get_by_text("how much for 13 adults?")).to_be_visible()
    settle()
    said = office.ask("GET", f"/api/v1/admin/conversations/{thread}")["messages"]
    assert [one["content"] for one in said if one["role"] == "assistant"][1:] == ["Hi, this is Agent."]
    page.get_by_role("button", name="Hand back").click()
    expect(thread_part.get_by_text("The concierge answers", exact=True)).to_be_visible()
    assert office.ask("GET", f"/api/v1/admin/conversations/{thread}")["conversation"]["status"] == "ai"
    acts = office.ask("GET", f"/api/v1/admin/audit?resource_id={thread}")["entries"]
    assert [(act["action"], act["actor_name"]) for act in acts] == [
        ("conversation_hand_back", "Agent"),
        ("conversation_reply", "Agent"),
        ("conversation_take_over", "Agent"),
    ]


def test_a_refused_take_over_is_taken_back_and_said(enter: Enter, office: Office) -> None:
    thread = office.customer_says(QUESTION, name="Cy Young")["conversation_id"]
    page = enter("agent", f"/inbox/?id={thread}")
    expect(page.get_by_role("log").get_by_text("$788").first).to_be_visible()
    office.ask("POST", f"/api/v1/admin/conversations/{thread}/take-over", reason="mine")

    def refuse(route: Route) -> None:
        body = {"code": "step_refused", "message": "It is closed already.", "next_step": "Read the thread again."}
        route.fulfill(status=409, content_type="application/json", body=json.dumps(body))

    page.route("**/take-over", refuse)
    page.get_by_role("button", name="Take over").click()
    page.get_by_role("button", name="The answer was wrong").click()
    expect(page.get_by_text("It is closed already.")).to_be_visible()
    expect(page.get_by_label("Your reply")).to_be_visible()


def test_a_machines_message_is_written_better_beside_what_was_sent(enter: Enter, office: Office) -> None:
    thread = office.customer_says(QUESTION, name="Di Moss")["conversation_id"]
    page = enter("agent", f"/inbox/?id={thread}")
    page.get_by_role("button", name="Write how it should have been").click()
    page.get_by_label("Better", exact=True).fill("A warmer answer.")
    page.get_by_label("Length").check()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_text("Should have been (length)")).to_be_visible()
    expect(page.get_by_role("log").get_by_text("$788").first).to_be_visible()
    [reply] = [one for one in office.ask("GET", f"/api/v1/admin/conversations/{thread}")["messages"] if one["facts"]]
    assert (reply["human_edit_content"], reply["human_edited"]) == ("A warmer answer.", True)


def test_threads_are_found_by_words_names_and_state(enter: Enter, office: Office) -> None:
    office.customer_says("do you have gluten free soy sauce, whatchamacallit?", name="Eve Park")
    office.customer_says(QUESTION, name="Flo Rida")
    page = enter("agent", "/inbox/")
    expect(page.get_by_role("button", name="Flo Rida")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("whatchamacallit")
    expect(page.get_by_role("button", name="Flo Rida")).to_have_count(0)
    expect(page.get_by_role("button", name="Eve Park")).to_be_visible()
    page.get_by_role("searchbox").fill("flo r")
    expect(page.get_by_role("button", name="Eve Park")).to_have_count(0)
    expect(page.get_by_role("button", name="Flo Rida")).to_be_visible()
    page.get_by_label("Channel").select_option("sms")
    expect(page.get_by_text("No thread fits.")).to_be_visible()


def test_j_and_k_walk_and_what_is_typed_is_no_key(enter: Enter, office: Office) -> None:
    for name in ("Gil One", "Hal Two"):
        office.customer_says(QUESTION, name=name)
    page = enter("agent", "/inbox/")
    expect(page.get_by_role("button", name="Hal Two")).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("heading", name="Hal Two")).to_be_visible()
    page.keyboard.press("j")
    expect(page.get_by_role("heading", name="Gil One")).to_be_visible()
    page.keyboard.press("k")
    expect(page.get_by_role("heading", name="Hal Two")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("Choose a thread, or press j")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("jjt?")
    expect(page.get_by_role("searchbox")).to_have_value("jjt?")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_failing_api_is_said_with_its_code_and_asked_again(enter: Enter, office: Office) -> None:
    page = enter("agent", "/knowledge-gaps/")
    fails = True

    def answer(route: Route) -> None:
        body = {"code": "error", "message": "Something went wrong.", "next_step": "Try again, or ask the business."}
        if fails:
            route.fulfill(status=500, content_type="application/json", body=json.dumps(body))
        else:
            route.continue_()

    page.route("**/conversations/inbox*", answer)
    page.get_by_role("link", name="Inbox").click()
    expect(page.get_by_text("Try again, or ask the business.")).to_be_visible()
    fails = False
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_text("Try again, or ask the business.")).to_have_count(0)


def test_on_a_phone_the_thread_takes_the_place_of_the_list(enter: Enter, office: Office) -> None:
    office.customer_says(QUESTION, name="Ida Red")
    page = enter("agent", "/inbox/", viewport=PHONE, has_touch=True)
    page.get_by_role("button", name="Ida Red").click()
    expect(page.get_by_role("log").get_by_text("$788").first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    page.get_by_role("button", name="Threads").click()
    expect(page.get_by_role("searchbox")).to_be_visible()
