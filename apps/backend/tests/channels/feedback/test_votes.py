"""Votes: from the widget and from the links of e-mails, once a person and reply, and what they lead to."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from hibachi.channels.feedback.links import Link
from hibachi.kit.clock import SettableClock
from tests.channels.office import QUESTION, Office, office_on

VOTES = "SELECT * FROM feedback_events ORDER BY id"


@pytest.fixture
async def office(database_url: str, clock: SettableClock) -> AsyncIterator[Office]:
    async with office_on(database_url, clock) as opened:
        yield opened


async def chat(office: Office, text: str = QUESTION, **more: Any) -> dict[str, Any]:
    """One message of the web chat; the whole answer."""
    answer = await office.client.post("/api/v1/chat/messages", json={"text": text, **more})
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json()
    return said


async def link_of(office: Office, asked: str = "vote") -> str:
    """The token of the newest reply (or of its conversation), as an e-mail would carry it."""
    reply = await office.reply()
    subject = reply["id"] if asked == "vote" else reply["conversation_id"]
    return office.shop.runtime.feedback_links.token(Link(asked, subject), now=office.shop.clock.now())


@pytest.mark.parametrize(("vote", "rating", "helpful"), [("up", 5, True), ("down", 1, False)])
async def test_a_thumb_in_the_web_chat_is_stored_with_what_it_means(
    office: Office, vote: str, rating: int, helpful: bool
) -> None:
    said = await chat(office)
    answer = await office.client.post(
        "/api/v1/ai/feedback", params={"id": said["reply"]["id"], "vote": vote, "comment": "so so"}
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/thank-you-for-feedback")
    row = await office.one(VOTES)
    assert (row["rating"], row["helpful"], row["accurate"], row["action_taken"]) == (rating, helpful, True, "none")
    assert (row["comment"], row["source"], row["channel"], row["agent"]) == (
        "so so",
        "widget",
        "web_chat",
        "lead_nurturing",
    )
    kept = (await office.reply())["metadata"]["feedback"]
    assert (kept["rating"], kept["helpful"], kept["comment"]) == (rating, helpful, "so so")
    thanks = await office.client.get(answer.headers["location"])
    assert thanks.status_code == 200 and "Thank you for your feedback!" in thanks.text


async def test_the_widgets_form_says_the_same(office: Office) -> None:
    said = await chat(office)
    body = {"log_id": said["reply"]["id"], "feedback": "not_helpful", "suggestion": "Say the deposit."}
    answer = await office.client.post("/api/v1/ai/orchestrator/feedback", json=body)
    assert answer.json() == {"recorded": True, "message": "Thank you for your feedback!"}
    row = await office.one(VOTES)
    assert (row["rating"], row["suggestion"], row["kind"]) == (1, "Say the deposit.", "vote")
    gap = await office.one("SELECT * FROM knowledge_gaps")
    assert "Say the deposit" in gap["suggestion"] and "pricing" in gap["suggestion"]
    assert gap["question"] == QUESTION and "$660" in gap["answer"]


async def test_a_reply_is_voted_on_once(office: Office) -> None:
    said = await chat(office)
    vote = {"id": said["reply"]["id"], "vote": "up"}
    for _ in range(2):
        assert (await office.client.post("/api/v1/ai/feedback", params=vote)).status_code == 303
    other = await office.client.post("/api/v1/ai/feedback", params=vote | {"vote": "down"})
    assert (other.status_code, other.json()["code"]) == (409, "judged_already")
    body = {"log_id": said["reply"]["id"], "feedback": "helpful"}
    assert (await office.client.post("/api/v1/ai/orchestrator/feedback", json=body)).json()["recorded"] is False
    assert [row["vote"] for row in await office.rows("SELECT helpful AS vote FROM feedback_events")] == [True]
    assert await office.rows("SELECT * FROM knowledge_gaps") == []


@pytest.mark.parametrize("vote", ["sideways", "", "UP"])
async def test_a_vote_is_up_or_down(office: Office, vote: str) -> None:
    said = await chat(office)
    answer = await office.client.post("/api/v1/ai/feedback", params={"id": said["reply"]["id"], "vote": vote})
    assert answer.status_code == 422
    assert await office.rows(VOTES) == []


async def test_what_is_not_a_reply_is_not_voted_on(office: Office) -> None:
    await office.ask()
    by_sms = await office.reply()
    inbound = await office.one("SELECT id FROM messages WHERE role = 'user'")
    for said_id in (str(uuid4()), "x", str(by_sms["id"]), str(inbound["id"])):
        answer = await office.client.post("/api/v1/ai/feedback", params={"id": said_id, "vote": "up"})
        assert (answer.status_code, answer.json()["code"]) == (404, "nothing_to_judge"), said_id
    assert await office.rows(VOTES) == []


async def test_looking_at_a_link_changes_nothing_and_sending_its_page_votes(office: Office) -> None:
    await office.ask(channel="email", email="dana@example.com")
    token = await link_of(office)
    for _ in range(2):
        page = await office.client.get(f"/feedback/{token}", params={"vote": "down"})
        assert page.status_code == 200 and 'value="down" required checked' in page.text
        assert "no-referrer" in page.headers["referrer-policy"] and "script" not in page.text
    assert await office.rows(VOTES) == []
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    sent = await office.client.post(f"/feedback/{token}", content="vote=down&comment=too+long", headers=form)
    assert (sent.status_code, sent.headers["location"]) == (303, "/thank-you-for-feedback")
    row = await office.one(VOTES)
    assert (row["source"], row["channel"], row["rating"], row["comment"]) == ("link", "email", 1, "too long")


async def test_the_signed_id_works_at_the_endpoint_too(office: Office) -> None:
    await office.ask()
    answer = await office.client.post("/api/v1/ai/feedback", params={"id": await link_of(office), "vote": "up"})
    assert answer.status_code == 303
    assert (await office.one(VOTES))["source"] == "link"


@pytest.mark.parametrize(
    "body", [b"", b"vote=maybe", b"\xff\xfe=%00", b"vote=up&comment=%00", b"&".join([b"a=1"] * 50)]
)
async def test_a_form_that_was_not_filled_in_is_refused(office: Office, body: bytes) -> None:
    await office.ask()
    answer = await office.client.post(f"/feedback/{await link_of(office)}", content=body)
    assert answer.status_code == 422
    assert await office.rows(VOTES) == []


async def test_a_link_ends_after_thirty_days(office: Office) -> None:
    await office.ask()
    token = await link_of(office)
    office.shop.clock.advance(timedelta(days=30))
    assert (await office.client.get(f"/feedback/{token}")).status_code == 404
    assert (await office.client.post(f"/feedback/{token}", content="vote=up")).status_code == 404
    assert await office.rows(VOTES) == []


async def test_the_survey_after_a_booking_is_the_conversations_satisfaction(office: Office) -> None:
    said = await chat(office)
    early = await office.client.post("/api/v1/ai/feedback/survey", json={"id": said["conversation_id"], "score": 5})
    assert (early.status_code, early.json()["code"]) == (409, "no_booking_here")
    first = "I'd like to book Saturday March 21 at 6pm, 12 adults, no extras, ZIP 94539. I'm Dana Ruiz, 510 555 0142."
    await chat(office, first, conversation_id=said["conversation_id"])
    await chat(office, "yes please book it", conversation_id=said["conversation_id"])
    body = {"id": said["conversation_id"], "score": 2, "comment": "slow"}
    assert (await office.client.post("/api/v1/ai/feedback/survey", json=body)).json()["recorded"] is True
    assert (await office.client.post("/api/v1/ai/feedback/survey", json=body)).json()["recorded"] is False
    assert (await office.client.post("/api/v1/ai/feedback/survey", json=body | {"score": 4})).status_code == 409
    thread = await office.one("SELECT customer_satisfaction AS score FROM conversations")
    numbers = await office.one("SELECT customer_satisfaction AS score FROM conversation_analytics")
    assert (thread["score"], numbers["score"]) == (2, 2)
    gap = await office.one("SELECT * FROM knowledge_gaps")
    assert "slow" in gap["suggestion"]
    page = await office.client.get(f"/feedback/{await link_of(office, 'survey')}?score=4")
    assert "How was our AI assistant?" in page.text and 'value="4" required checked' in page.text


async def test_a_mail_asks_at_its_end_what_fits_it(database_url: str, clock: SettableClock) -> None:
    async with office_on(database_url, clock, PUBLIC_URL="https://chat.example.com") as office:
        dana = {"channel": "email", "email": "dana@example.com"}
        await office.ask(**dana)
        await office.ask("Saturday March 21 at 6pm, no extras. I'm Dana Ruiz, 510 555 0142. Please book it.", **dana)
        await office.ask("yes please book it", **dana)
        first, *_, last = office.shop.carrier.taken
        words = (await office.rows("SELECT content FROM messages WHERE role = 'assistant' ORDER BY sequence"))[0]
        assert first.text.startswith(words["content"]) and first.html is not None
        question, yes, no = first.text.removeprefix(words["content"]).strip().splitlines()
        assert question == "Was this response helpful?" and question in first.html
        assert yes.startswith("Yes: https://chat.example.com/feedback/") and yes.endswith("?vote=up")
        address = no.removeprefix("No: https://chat.example.com")
        assert 'value="down" required checked' in (await office.client.get(address)).text
        assert "How was our AI assistant?\n1: https://chat.example.com/feedback/" in last.text
        await office.ask("let me talk to a human being please", **dana)
        assert "/feedback/" not in office.shop.carrier.taken[-1].text, "who asks for a person is asked nothing"


async def test_without_an_address_of_ours_a_mail_asks_nothing(office: Office) -> None:
    await office.ask(channel="email", email="dana@example.com")
    assert "feedback" not in office.shop.carrier.taken[-1].text
