"""Single replies are improved: what needs review, what may be taught, one truth a reply, and nothing learnt by itself."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import httpx2
from sqlalchemy import text

from hibachi.channels.feedback.links import Link
from hibachi.customers import service as customers
from hibachi.kit.clock import SettableClock
from hibachi.kit.persons import erase, erasing, export, rows_of
from tests.channels.office import QUESTION, Office, office_on
from tests.channels.reviews.desk import Desk, desk_on

FEEDBACK = "/api/v1/admin/human-feedback"
TOO_MUCH = "Hi, I'm Dana Ruiz. $55 a person? that's way too expensive"
BETTER = (
    "I hear you, Dana! For $55 a guest the chef, the grill and the show come to your home. Shall I look for a date?"
)


async def listed(office: Office, **wanted: str) -> list[dict[str, Any]]:
    """What needs review."""
    answer = await office.client.get(f"{FEEDBACK}/needing-review", params=wanted, headers=office.agent)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["looks"]
    return found


async def improve(office: Office, look: dict[str, Any], better: str | None = BETTER, **more: Any) -> httpx2.Response:
    body = {"conversation_id": look["conversation_id"], "ai_message_id": look["id"], "improved_response": better}
    return await office.client.post(FEEDBACK, json=body | more, headers=office.agent)


async def rated_down(office: Office) -> dict[str, Any]:
    """A reply to an objection that its customer calls unhelpful."""
    await office.ask(QUESTION)
    await office.ask(TOO_MUCH)
    reply = await office.reply()
    token = office.shop.runtime.feedback_links.token(Link("vote", reply["id"]), now=office.shop.clock.now())
    said = {"log_id": token, "feedback": "not_helpful", "suggestion": "tell me what I get"}
    answer = await office.client.post("/api/v1/ai/orchestrator/feedback", json=said)
    assert answer.status_code == 200, answer.text
    [look] = await listed(office, reason="rated_down")
    return look


async def test_a_reply_is_improved_once_learnt_from_and_said_only_after_a_yes(
    database_url: str, clock: SettableClock
) -> None:
    async with office_on(database_url, clock) as office:
        look = await rated_down(office)
        assert look["question"] == [TOO_MUCH] and look["comment"] == "tell me what I get"
        assert look["said"] == (await office.reply())["content"] and look["reasons"][-1] == "rated_down"

        for false, word in (
            (BETTER + " It is $42 for you.", "$42"),
            (BETTER + " We are free on March 21.", "March 21"),
            (BETTER + " Our kitchen is nut-free.", "nut-free"),
        ):
            refused = await improve(office, look, false)
            assert (refused.status_code, refused.json()["code"]) == (422, "improvement_unsupported"), refused.text
            assert word in refused.text
        assert (await improve(office, look, look["said"])).json()["code"] == "nothing_improved"
        assert (await improve(office, look | {"id": str(uuid4())})).status_code == 404
        assert (await improve(office, look, None)).status_code == 422
        for who, status in (({}, 401), (office.chef, 403)):
            body = {"conversation_id": look["conversation_id"], "ai_message_id": look["id"], "improved_response": "x"}
            assert (await office.client.post(FEEDBACK, json=body, headers=who)).status_code == status
        assert await office.rows("SELECT 1 FROM improved_responses UNION SELECT 1 FROM training_corpus") == []

        tags = ["objection_handling", "tone"]
        both = await asyncio.gather(*(improve(office, look, tags=tags) for _ in range(2)))
        assert sorted(one.status_code for one in both) == [201, 409], "one truth, whoever is first"
        done = next(one.json() for one in both if one.status_code == 201)
        assert done["pattern"]["objection"] == "objection_price" and done["pattern"]["question"] == "added"
        assert done["in_corpus"] and done["improvement"]["revision"] == 1
        assert done["proposal"]["state"] == "waiting" and done["proposal"]["key"] == "objection_price"
        assert done["proposal"]["after"]["text"] == (
            "For {adult_price} a guest the chef, the grill and the show come to your home. Shall I look for a date?"
        )
        pair = await office.one("SELECT * FROM training_corpus")
        assert "Dana" not in str(pair) and "[NAME]" in pair["question"] and pair["tags"] == tags
        assert pair["bad_output"] and "the chef, the grill and the show" in pair["good_output"]
        assert await listed(office) == [], "what is done leaves the list"
        reply = await office.one("SELECT * FROM messages WHERE id = :id", id=look["id"])
        assert (reply["content"], reply["human_edit_content"]) == (look["said"], BETTER), "what was read stays"
        assert await office.rows("SELECT 1 FROM policy_versions WHERE version > 1") == [], "nothing promotes itself"
        acts = [row["action"] for row in await office.rows("SELECT action FROM audit_log ORDER BY id")]
        assert [one for one in acts if "response" in one or "script" in one] == ["script_propose", "response_improve"]

        assert (await improve(office, look)).json()["code"] == "improved_meanwhile"
        again = await improve(office, look, BETTER.replace("home", "garden"), tags=tags, revision=1)
        assert again.status_code == 201 and again.json()["improvement"]["revision"] == 2, again.text
        states = await office.rows("SELECT state FROM script_proposals ORDER BY id")
        assert [row["state"] for row in states] == ["superseded", "waiting"]
        pair = await office.one("SELECT * FROM training_corpus")
        assert "garden" in pair["good_output"], "the newest revision is the pair"
        old = f"/api/v1/admin/conversations/{look['conversation_id']}/messages/{look['id']}"
        assert (
            await office.client.patch(old, json={"content": "It is $42.", "reason": "x"}, headers=office.agent)
        ).status_code == 422
        revisions = await office.client.get(f"{FEEDBACK}/messages/{look['id']}", headers=office.agent)
        assert [one["revision"] for one in revisions.json()] == [2, 1]

        release = f"/api/v1/admin/scripts/proposals/{again.json()['proposal']['id']}/release"
        assert (await office.client.post(release, json={}, headers=office.admin)).status_code == 200
        for words in (QUESTION, "that's way too expensive"):
            await office.ask(words, phone="+15105550177")
        assert "the show come to your garden" in office.shop.carrier.texts[-1]
        await forgotten(office, look)


async def erased(office: Office, look: dict[str, Any]) -> None:
    """Its customer is forgotten."""
    row = await office.one("SELECT user_id FROM conversations WHERE id = :id", id=look["conversation_id"])
    async with office.shop.db.transaction() as tx, erasing(tx):
        await erase(tx, await rows_of(tx, UUID(str(row["user_id"]))))


async def forgotten(office: Office, look: dict[str, Any]) -> None:
    """Who is forgotten is gone from what was learnt too."""
    row = await office.one("SELECT user_id FROM conversations WHERE id = :id", id=look["conversation_id"])
    async with office.shop.db.transaction() as tx:
        person = await customers.get(tx, customer_id=UUID(str(row["user_id"])))
        found = await rows_of(tx, person.id)
        told = await export(tx, found)
        assert [one["revision"] for one in told["improved_responses"]] == [1, 2] and told["training_corpus"]
        async with erasing(tx):
            await erase(tx, found)
    assert await office.rows("SELECT 1 FROM training_corpus") == []
    kept = await office.rows("SELECT original, improved_response, pattern FROM improved_responses")
    assert kept == [{"original": "[erased]", "improved_response": "[erased]", "pattern": {}}] * 2


async def edited_and_rejected(desk: Desk) -> None:
    """A draft that a person rewrote before it left, and one that never left."""
    first = await desk.drafted()
    await desk.do(first, "edit", content="Hello Dana, for 12 adults it is $660. Which date?", reason="shorter")
    assert (await desk.do(first, "approve", confirm_amounts=True)).status_code == 200
    second = await desk.drafted("and how much for 14 adults in 94539?")
    assert (await desk.do(second, "reject", reason="too stiff")).status_code == 200


async def test_drafts_that_people_rewrote_or_rejected_need_review_too(database_url: str, clock: SettableClock) -> None:
    async with desk_on(database_url, clock) as desk:
        await edited_and_rejected(desk)
        office = desk.office
        rejected, edited = await listed(office)
        assert (rejected["kind"], rejected["reasons"], rejected["comment"]) == (
            "draft",
            ["draft_rejected"],
            "too stiff",
        )
        assert (edited["kind"], edited["reasons"]) == ("message", ["draft_edited"])
        assert (
            edited["sent"] == "Hello Dana, for 12 adults it is $660. Which date?" and edited["said"] != edited["sent"]
        )
        assert [one["id"] for one in await listed(office, reason="draft_edited", channel="email")] == [edited["id"]]
        assert await listed(office, channel="sms") == []
        sent = list(await desk.sent())
        corpus = f"{FEEDBACK}/corpus?limit=1"
        assert (await improve(office, edited, edited["sent"], tags=["length"])).status_code == 201
        better = await improve(office, rejected, "Hi! For 14 adults it comes to $770. Which date do you like?")
        assert better.status_code == 201, better.text
        assert better.json()["proposal"] is None and better.json()["in_corpus"]
        pairs = (await office.client.get(corpus, headers=office.agent)).json()
        assert (pairs["total"], pairs["next"]) == (2, 1) and "$770" in pairs["pairs"][0]["good_output"]
        fine = await improve(office, rejected, None, feedback_type="nothing_to_improve", revision=1)
        assert fine.status_code == 201 and fine.json()["in_corpus"] is False, fine.text
        assert (await office.client.get(corpus, headers=office.agent)).json()["total"] == 1, "the newest word counts"
        assert await listed(office) == [] and await desk.sent() == sent, "nothing more reaches the customer"
        async with office.shop.db.transaction() as tx:
            await tx.session.execute(text("UPDATE drafts SET reviewed_at = NULL"))
        [left] = await listed(office)
        await erased(office, left)
        assert await listed(office) == [], "what was erased is nobody's to improve"
        assert (await improve(office, left, "Hi! Which date do you like?", revision=2)).status_code == 404


async def test_what_needs_nothing_leaves_the_list_and_comes_back_when_it_is_rated_down(
    database_url: str, clock: SettableClock
) -> None:
    async with office_on(database_url, clock) as office:
        await office.ask("blorp the wug, zindle?")
        reply = await office.reply()
        [look] = await listed(office, reason="low_confidence")
        assert look["id"] == str(reply["id"]) and look["confidence"] < 0.55
        passed = await improve(office, look, None, feedback_type="nothing_to_improve")
        assert passed.status_code == 201 and passed.json()["in_corpus"] is False, passed.text
        assert await listed(office) == []
        token = office.shop.runtime.feedback_links.token(Link("vote", reply["id"]), now=office.shop.clock.now())
        await office.client.post("/api/v1/ai/orchestrator/feedback", json={"log_id": token, "feedback": "not_helpful"})
        [again] = await listed(office)
        assert again["reasons"] == ["low_confidence", "rated_down"]
        person = await office.one("SELECT id FROM messages WHERE role = 'user'")
        refused = await improve(office, look | {"id": str(person["id"])}, revision=1)
        assert refused.status_code == 409, "a customer's words are not ours to improve"
