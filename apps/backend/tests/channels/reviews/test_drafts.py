"""Replies that wait: read, approved, edited, rejected, and never sent twice, stale, or after a STOP."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from hibachi.conversations import service as conversations
from hibachi.kit.auth import Actor
from hibachi.kit.clock import SettableClock
from tests.channels.office import QUESTION
from tests.channels.reviews.desk import EMAILS, MAIL, Desk, desk_on
from tests.web import headers_of, member

SAM = Actor("staff", UUID("018f0000-0000-7000-8000-0000000000aa"), "Sam")


@pytest.fixture
async def desk(database_url: str, clock: SettableClock) -> AsyncIterator[Desk]:
    async with desk_on(database_url, clock) as opened:
        yield opened


async def test_a_draft_waits_and_nothing_reaches_the_customer(desk: Desk) -> None:
    draft = await desk.drafted()
    assert "$660" in draft["text"] and (draft["channel"], draft["topic"], draft["status"]) == (
        "email",
        "pricing",
        "pending",
    )
    assert await desk.sent() == []
    assert await desk.office.rows("SELECT * FROM messages WHERE role = 'assistant'") == []
    desk.office.shop.clock.advance(timedelta(minutes=30))
    await desk.office.shop.runtime.concierge.answer_waiting()
    assert await desk.status() == ["pending"], "the sweep does not draft again what waits for a person"
    # Another channel is not waiting.
    await desk.office.ask(QUESTION)
    assert len(await desk.sent()) == 1


async def test_approving_sends_once_and_is_the_turns_reply(desk: Desk) -> None:
    draft = await desk.drafted()
    first = await desk.do(draft, "approve", digest=draft["digest"])
    assert first.status_code == 200, first.text
    assert first.json()["question"] == "Did AI do a good job?"
    again = await desk.do(draft, "approve")
    assert again.json()["draft"]["message_id"] == first.json()["draft"]["message_id"]
    assert len(await desk.sent()) == 1 and "$660" in (await desk.sent())[0]
    reply = await desk.office.reply()
    assert (reply["content"], reply["staff_id"], reply["human_edited"]) == (draft["text"], None, False)
    assert reply["facts"] and reply["metadata"]["draft_id"] == draft["id"]
    turn = await desk.office.one("SELECT reply_id FROM ai_interactions")
    assert turn["reply_id"] == reply["id"]
    assert await desk.office.rows("SELECT 1 FROM dialogues") != []
    approval = await desk.office.one("SELECT * FROM draft_approvals")
    assert (approval["digest"], approval["message_id"]) == (draft["digest"], reply["id"])
    assert approval["used_at"] and approval["approved_by_name"] == "admin@staff.example.com"
    audit = await desk.office.one("SELECT actor_name FROM audit_log WHERE action = 'draft_approve'")
    assert audit["actor_name"] == "admin@staff.example.com"


async def test_the_database_takes_one_approval_and_one_use(desk: Desk, database_url: str) -> None:
    draft = await desk.drafted()
    await desk.do(draft, "approve")
    columns = "draft_id, digest, false, NULL, 'x', approved_at, expires_at, NULL, NULL"
    for statement in (
        f"INSERT INTO draft_approvals SELECT gen_random_uuid(), {columns} FROM draft_approvals",
        "UPDATE draft_approvals SET used_at = expires_at + interval '1 second'",
        "UPDATE drafts SET status = 'pending'",
    ):
        with (
            psycopg.connect(database_url.replace("+psycopg", ""), autocommit=True) as connection,
            pytest.raises(psycopg.errors.IntegrityError),
        ):
            connection.execute(statement)


async def test_an_edit_is_gold_and_says_what_no_fact_supports(desk: Desk) -> None:
    draft = await desk.drafted()
    desk.office.shop.clock.advance(timedelta(seconds=5))
    await desk.do(draft, "open")
    desk.office.shop.clock.advance(timedelta(seconds=40))
    better = draft["text"] + " For you we make it $600."
    edited = (await desk.do(draft, "edit", content=better, reason="a regular")).json()["draft"]
    assert (edited["unsupported"], edited["edit_distance"]) == (["$600"], 6)
    assert edited["digest"] != draft["digest"]
    unread = await desk.do(draft, "approve", digest=draft["digest"])
    assert (unread.status_code, unread.json()["code"]) == (409, "draft_changed")
    unsure = await desk.do(draft, "approve", digest=edited["digest"])
    assert (unsure.status_code, unsure.json()["code"]) == (409, "amounts_unconfirmed")
    assert unsure.json()["details"] == {"amounts": ["$600"]}
    assert await desk.sent() == []
    sure = await desk.do(draft, "approve", digest=edited["digest"], confirm_amounts=True)
    assert sure.status_code == 200 and "$600" in (await desk.sent())[0]
    row = await desk.office.one("SELECT * FROM messages WHERE role = 'assistant'")
    assert row["human_edited"] and row["human_edit_content"] == better and row["content"] == better
    assert row["edit_reason"] == "a regular" and row["edited_by"] and row["edited_at"] and row["staff_id"]
    assert row["metadata"]["ai_text"] == draft["text"]
    [track] = (await desk.office.client.get("/api/v1/admin/drafts/modes", headers=desk.office.admin)).json()["tracks"]
    assert (track["edited"], track["mean_edit_distance"], track["edit_rate"]) == (1, 6.0, 1.0)
    assert track["median_seconds_spent"] == 40.0


async def test_supported_amounts_need_no_confirmation_and_the_machines_words_again_are_no_edit(desk: Desk) -> None:
    draft = await desk.drafted()
    shorter = "It would be $660 all together, with a deposit of $100."
    edited = (await desk.do(draft, "edit", content=shorter)).json()["draft"]
    assert edited["unsupported"] == []
    back = (await desk.do(draft, "edit", content=draft["text"])).json()["draft"]
    assert (back["edited_text"], back["edit_distance"], back["digest"]) == (None, None, draft["digest"])
    await desk.do(draft, "approve")
    assert not (await desk.office.reply())["human_edited"]


@pytest.mark.parametrize("content", ["", " ", "x" * 4001, "a\0b", "\ud800"])
async def test_an_edit_that_no_message_can_hold_changes_nothing(desk: Desk, content: str) -> None:
    draft = await desk.drafted()
    body = b'{"content": "' + content.encode("unicode_escape").replace(b"\\x00", b"\\u0000") + b'"}'
    answer = await desk.office.client.put(
        f"{EMAILS}/{draft['id']}/edit", content=body, headers=desk.office.admin | {"Content-Type": "application/json"}
    )
    assert answer.status_code == 422, answer.text
    assert (await desk.pending())["drafts"] == [draft]


async def test_somebody_elses_edit_is_not_approved_unread(desk: Desk) -> None:
    draft = await desk.drafted()
    await member(desk.office.shop.db, "manager", email="mia@staff.example.com")
    mia = await headers_of(desk.office.client, "mia@staff.example.com")
    edit = {"content": "Dear Dana, it is $660."}
    answer = await desk.office.client.put(f"{EMAILS}/{draft['id']}/edit", json=edit, headers=mia)
    assert answer.status_code == 200
    unread = await desk.do(draft, "approve")
    assert (unread.status_code, unread.json()["code"]) == (409, "draft_changed")
    own = await desk.office.client.post(f"{EMAILS}/{draft['id']}/approve", headers=mia)
    assert own.status_code == 200 and await desk.sent() == ["Dear Dana, it is $660."]


async def test_rejecting_never_sends_and_gives_the_conversation_to_whoever_rejects(desk: Desk) -> None:
    draft = await desk.drafted()
    assert (await desk.do(draft, "reject")).status_code == 422
    for _ in range(2):
        rejected = await desk.do(draft, "reject", reason="wrong tone")
        assert rejected.status_code == 200 and rejected.json()["draft"]["decision_reason"] == "wrong tone"
    for verb, body in (("approve", {}), ("edit", {"content": "x"})):
        refused = await desk.do(draft, verb, **body)
        assert (refused.status_code, refused.json()["code"]) == (409, "draft_ended")
        assert refused.json()["details"] == {"status": "rejected"}
    thread = await desk.office.one("SELECT status, assigned_agent_id, intervention_reason FROM conversations")
    assert (
        thread["status"] == "escalated"
        and thread["assigned_agent_id"]
        and "wrong tone" in thread["intervention_reason"]
    )
    await desk.office.shop.runtime.concierge.answer_waiting()
    assert await desk.sent() == []


async def test_a_newer_message_makes_the_draft_stale_and_a_new_one_comes(desk: Desk) -> None:
    draft = await desk.drafted()
    await desk.office.shop.arrives("sorry, 20 adults", **MAIL)
    assert (await desk.pending())["drafts"] == [], "it is not offered any more"
    stale = await desk.do(draft, "approve", digest=draft["digest"])
    assert (stale.status_code, stale.json()["details"]) == (409, {"status": "stale"})
    await desk.office.shop.work()
    [new] = (await desk.pending())["drafts"]
    assert new["id"] != draft["id"] and "$1,100" in new["text"] and len(new["answers"]) == 2
    assert await desk.status() == ["stale", "pending"]
    await desk.do(new, "approve")
    assert len(await desk.sent()) == 1


async def test_nothing_is_sent_after_a_stop(desk: Desk) -> None:
    draft = await desk.drafted()
    await desk.office.ask("STOP", **MAIL)
    refused = await desk.do(draft, "approve")
    assert refused.status_code == 409
    assert await desk.status() == ["withdrawn"]
    assert not any("$660" in text for text in await desk.sent())


async def test_a_human_who_takes_over_withdraws_the_draft_and_it_can_be_read(desk: Desk) -> None:
    draft = await desk.drafted()
    thread = draft["conversation_id"]
    shown = await desk.office.client.get(f"/api/v1/admin/conversations/{thread}", headers=desk.office.agent)
    assert shown.json()["draft"]["id"] == draft["id"]
    take = f"/api/v1/admin/conversations/{thread}/take-over"
    await desk.office.client.post(take, json={"reason": "I know her"}, headers=desk.office.agent)
    refused = await desk.do(draft, "approve")
    assert (refused.status_code, refused.json()["details"]) == (409, {"status": "withdrawn"})
    back = f"/api/v1/admin/conversations/{thread}/hand-back"
    await desk.office.client.post(back, headers=desk.office.agent)
    await desk.office.shop.runtime.concierge.answer(UUID(thread))
    assert await desk.status() == ["withdrawn", "pending"], "what was open is drafted anew"
    assert await desk.sent() == []


async def test_a_draft_that_waited_too_long_is_drafted_anew(desk: Desk) -> None:
    draft = await desk.drafted()
    desk.office.shop.clock.advance(timedelta(hours=4))
    desk.office.admin = await headers_of(desk.office.client, "admin@staff.example.com")
    assert (await desk.pending())["drafts"] == []
    late = await desk.do(draft, "approve")
    assert (late.status_code, late.json()["details"]) == (409, {"status": "expired"})
    await desk.office.shop.runtime.concierge.answer_waiting()
    assert await desk.status() == ["expired", "pending"]


async def test_a_hand_over_happens_at_once_and_its_words_wait_with_the_colleague(desk: Desk) -> None:
    await desk.office.ask("let me talk to a human being please", **MAIL)
    assert await desk.sent() == []
    assert await desk.status() == ["withdrawn"]
    packet = await desk.office.one("SELECT * FROM escalations")
    text = await desk.office.one("SELECT text FROM drafts")
    assert packet["unsent_draft"] == text["text"]
    assert (await desk.office.one("SELECT status FROM conversations"))["status"] == "escalated"


async def test_the_list_is_filtered(desk: Desk) -> None:
    draft = await desk.drafted()
    for wanted, number in (
        ({}, 1),
        ({"channel": "email", "priority": draft["priority"], "status": "pending"}, 1),
        ({"channel": "all", "priority": "all", "status": "all"}, 1),
        ({"channel": "sms"}, 0),
        ({"priority": "high"}, 0),
        ({"status": "sent"}, 0),
    ):
        assert len((await desk.pending(**wanted))["drafts"]) == number, wanted
    for wrong in ({"channel": "fax"}, {"priority": "soon"}, {"status": "lost"}, {"page": "2"}):
        answer = await desk.office.client.get(f"{EMAILS}/pending", params=wrong, headers=desk.office.admin)
        assert answer.status_code == 422, wrong


async def test_only_reviewers_see_and_decide(desk: Desk) -> None:
    draft = await desk.drafted()
    for headers, status in ((desk.office.agent, 403), (desk.office.chef, 403), ({}, 401)):
        for method, verb in (("GET", "pending"), ("POST", f"{draft['id']}/approve"), ("POST", f"{draft['id']}/open")):
            answer = await desk.office.client.request(method, f"{EMAILS}/{verb}", headers=headers)
            assert answer.status_code == status
    assert await desk.sent() == [] and await desk.status() == ["pending"]
    assert (await desk.do({"id": str(uuid4())}, "approve")).status_code == 404


async def test_an_idempotency_key_gives_the_first_answer(desk: Desk) -> None:
    draft = await desk.drafted()
    headers = desk.office.admin | {"Idempotency-Key": "approve-once"}
    answers = [
        await desk.office.client.post(f"{EMAILS}/{draft['id']}/approve", json={}, headers=headers) for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json() and answers[0].status_code == 200
    assert len(await desk.sent()) == 1


async def test_staff_are_asked_once_how_the_ai_did(desk: Desk) -> None:
    draft = await desk.drafted()
    ask = f"/api/v1/admin/feedback/approvals/{draft['id']}"
    early = await desk.office.client.post(ask, json={"good": True}, headers=desk.office.admin)
    assert (early.status_code, early.json()["code"]) == (404, "nothing_to_judge")
    await desk.do(draft, "approve")
    for recorded in (True, False):
        said = await desk.office.client.post(ask, json={"good": False, "comment": "dry"}, headers=desk.office.admin)
        assert said.json()["recorded"] is recorded
    row = await desk.office.one("SELECT kind, voter, rating FROM feedback_events")
    assert (row["kind"], row["rating"]) == ("approval", 1) and row["voter"].startswith("staff:")
    assert "dry" in (await desk.office.one("SELECT suggestion FROM knowledge_gaps"))["suggestion"]
    stats = (await desk.office.client.get("/api/v1/ai/feedback/stats", headers=desk.office.admin)).json()
    assert (stats["approvals"], stats["approvals_good_rate"], stats["votes"]) == (1, 0.0, 0)


async def test_a_topic_leaves_by_the_owners_switch_alone_shown_with_its_numbers(desk: Desk) -> None:
    for number in range(3):
        await desk.office.ask(QUESTION, channel="email", email=f"d{number}@example.com")
        [draft] = (await desk.pending())["drafts"]
        await desk.do(draft, "approve")
    shown = (await desk.office.client.get("/api/v1/admin/drafts/modes", headers=desk.office.admin)).json()
    [track] = shown["tracks"]
    assert (track["in_words"], track["unchanged_rate"], track["drafting"]) == ("3 of 3 sent unchanged", 1.0, True)
    await desk.office.ask(QUESTION, channel="email", email="d9@example.com")
    assert len((await desk.pending())["drafts"]) == 1, "no number turns the switch"
    order = {"channel": "email", "topic": "pricing", "drafting": False, "reason": "earned"}
    for headers, status in ((desk.office.agent, 403), (desk.office.admin, 200)):
        answer = await desk.office.client.put("/api/v1/admin/drafts/modes", json=order, headers=headers)
        assert answer.status_code == status
    before = len(await desk.sent())
    await desk.office.ask(QUESTION, channel="email", email="d10@example.com")
    assert len(await desk.sent()) == before + 1
    audits: list[dict[str, Any]] = await desk.office.rows("SELECT * FROM audit_log WHERE action = 'draft_mode'")
    assert [row["reason"] for row in audits] == ["the first fifty", "earned"]


async def test_the_web_chat_says_that_nobody_answers_yet(desk: Desk) -> None:
    await desk.switch(channel="web_chat")
    said = await desk.office.client.post("/api/v1/chat/messages", json={"text": QUESTION})
    assert said.status_code == 200 and said.json()["reply"] is None
    [draft] = (await desk.pending(channel="web_chat"))["drafts"]
    assert (await desk.do(draft, "approve")).status_code == 200
    async with desk.office.shop.db.transaction(SAM) as tx:
        thread = await conversations.history(tx, conversation_id=UUID(draft["conversation_id"]), limit=5)
    assert [one.role for one in thread] == ["user", "assistant"] and "$660" in thread[1].content
