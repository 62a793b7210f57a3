"""Staff hear of a hand-over: by mail, SMS and Slack, each once, retried while a provider is busy, and without a customer in it."""

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from hibachi.channels.carriers import CarrierBusy, CarrierRefused, CarrierUncertain
from hibachi.channels.notices import rules, service
from hibachi.channels.notices.schemas import Alarm
from hibachi.conversations import service as conversations
from hibachi.conversations.events import ConversationEscalated
from hibachi.kit.clock import SettableClock
from tests.channels.office import Office, office_on
from tests.channels.scripted import ScriptedCarrier
from tests.simulators.slack import Workspace, slack

STAFF_MAIL, STAFF_PHONE = "olga@staff.example.com", "+15105559999"
ASKS = "I'm Dana Ruiz, 510 555 0142. This is a complaint, let me talk to a human being please!"
NOTICES = "SELECT n.*, r.kind FROM staff_notices n JOIN notice_recipients r ON r.id = n.recipient_id ORDER BY r.kind"


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with slack() as opened:
        yield opened


@pytest.fixture
async def office(database_url: str, clock: SettableClock, workspace: Workspace) -> AsyncIterator[Office]:
    environment = {"SLACK_WEBHOOK_URL": workspace.url, "PUBLIC_URL": "https://chat.example.com"}
    async with office_on(database_url, clock, ScriptedCarrier(safe_to_repeat=False), **environment) as opened:
        yield opened


async def told(office: Office, kind: str, address: str, from_urgency: str = "low") -> dict[str, Any]:
    """Add a recipient."""
    body = {"kind": kind, "address": address, "from_urgency": from_urgency}
    answer = await office.client.post("/api/v1/admin/notices/recipients", json=body, headers=office.admin)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def everybody(office: Office) -> None:
    await told(office, "email", STAFF_MAIL)
    await told(office, "sms", STAFF_PHONE)
    await told(office, "slack", "default")


def to_staff(office: Office) -> list[Any]:
    return [one for one in office.shop.carrier.taken if one.to in (STAFF_MAIL, STAFF_PHONE)]


async def test_everybody_who_is_told_hears_once_and_no_customer_is_named(office: Office, workspace: Workspace) -> None:
    await everybody(office)
    thread = await office.ask(ASKS)
    mail, sms = sorted(to_staff(office), key=lambda one: one.channel)
    [post] = workspace.posted
    assert (mail.channel, sms.channel) == ("email", "sms") and "A customer needs you on sms" in mail.subject
    for words in (mail.text, mail.subject, sms.text, post["text"]):
        assert not re.search(r"Dana|Ruiz|555|0142|complaint", words), words
    assert f"https://chat.example.com/admin/conversations/?id={thread}" in post["text"]
    assert len(sms.text) <= 160
    assert [row["state"] for row in await office.rows(NOTICES)] == ["sent"] * 3
    # Delivered twice, the event tells nobody twice.
    event = await office.one("SELECT payload FROM events WHERE name = 'ConversationEscalated'")
    async with office.shop.db.transaction() as tx:
        await service.on_escalated(tx, ConversationEscalated.model_validate(event["payload"]))
    await office.shop.work()
    assert len(to_staff(office)) == 2 and len(workspace.posted) == 1


async def test_who_is_told_depends_on_the_urgency(office: Office) -> None:
    await told(office, "email", STAFF_MAIL, "urgent")
    await told(office, "sms", STAFF_PHONE, "normal")
    await office.ask("let me talk to a human being please")
    assert [one.to for one in to_staff(office)] == [STAFF_PHONE]


async def test_a_busy_slack_is_asked_again(office: Office, workspace: Workspace) -> None:
    await told(office, "slack", "#kitchen")
    workspace.answers = [(429, "rate_limited", {"Retry-After": "3"}), (503, "", {})]
    await office.ask("let me talk to a human being please")
    assert [post["channel"] for post in workspace.posted] == ["#kitchen"]
    notice = await office.one(NOTICES)
    assert (notice["state"], notice["attempts"], workspace.asked) == ("sent", 3, 3)


async def test_a_slack_that_refuses_is_not_asked_again(office: Office, workspace: Workspace) -> None:
    await told(office, "slack", "default")
    workspace.answers = [(403, "action_prohibited", {})]
    await office.ask("let me talk to a human being please")
    notice = await office.one(NOTICES)
    assert (notice["state"], workspace.asked, workspace.posted) == ("failed", 1, [])
    assert "action_prohibited" in notice["error"]
    shown = (await office.client.get("/api/v1/admin/notices", headers=office.agent)).json()
    assert [one["state"] for one in shown] == ["failed"]


async def test_a_cut_connection_is_not_a_second_post(office: Office, workspace: Workspace) -> None:
    await told(office, "slack", "default")
    workspace.cut = 1
    await office.ask("let me talk to a human being please")
    assert len(workspace.posted) == 1
    assert (await office.one(NOTICES))["state"] == "uncertain"


@pytest.mark.parametrize(
    ("script", "state", "reached"),
    [
        ([CarrierBusy("503")], "sent", 1),
        ([CarrierBusy("503")] * 8, "failed", 0),
        ([CarrierRefused("21211", "no such number")], "failed", 0),
        ([CarrierUncertain("cut before it was taken")], "uncertain", 0),
    ],
)
async def test_what_a_carrier_does_is_kept(
    database_url: str, clock: SettableClock, script: list[Exception], state: str, reached: int
) -> None:
    carrier = ScriptedCarrier(safe_to_repeat=False)
    async with office_on(database_url, clock, carrier) as office:
        await told(office, "sms", STAFF_PHONE)
        await office.ask("hello")
        carrier.script = list(script)
        thread = await office.one("SELECT id FROM conversations")
        async with office.shop.db.transaction() as tx:
            await conversations.escalate(tx, conversation_id=thread["id"], reason="x", summary="y")
        await office.shop.work()
        assert (await office.one(NOTICES))["state"] == state
        assert len(to_staff(office)) == reached


async def test_a_notice_whose_answer_was_lost_is_looked_up(database_url: str, clock: SettableClock) -> None:
    carrier = ScriptedCarrier(safe_to_repeat=False)
    async with office_on(database_url, clock, carrier) as office:
        await told(office, "sms", STAFF_PHONE)
        await office.ask("hello")
        carrier.cut = 1
        thread = await office.one("SELECT id FROM conversations")
        async with office.shop.db.transaction() as tx:
            await conversations.escalate(tx, conversation_id=thread["id"], reason="x", summary="y")
        await office.shop.work()
        assert (await office.one(NOTICES))["state"] == "sent"
        assert len(to_staff(office)) == 1 and carrier.looked == 1


async def test_a_notice_that_was_begun_and_lost_is_not_sent_twice(office: Office, workspace: Workspace) -> None:
    await told(office, "slack", "default")
    await office.shop.arrives("let me talk to a human being please")
    async with office.shop.db.transaction() as tx:
        thread = (await tx.session.execute(text("SELECT id FROM conversations"))).scalar_one()
        await conversations.escalate(tx, conversation_id=thread, reason="x", summary="y")
    async with office.shop.db.transaction() as tx:
        event = (
            await tx.session.execute(text("SELECT payload FROM events WHERE name = 'ConversationEscalated'"))
        ).scalar_one()
        await service.on_escalated(tx, ConversationEscalated.model_validate(event))
    notice = await office.one("SELECT id FROM staff_notices")
    async with office.shop.db.transaction() as tx:
        assert await service.start(tx, notice_id=notice["id"], public_url=None) is not None
    await office.shop.work()
    assert workspace.posted == [] and (await office.one(NOTICES))["state"] == "uncertain"


async def test_a_recipient_is_data_that_the_owner_changes(office: Office) -> None:
    address = "/api/v1/admin/notices/recipients"
    body = {"kind": "sms", "address": "(510) 555-9999"}
    for headers, status in (({}, 401), (office.agent, 403)):
        assert (await office.client.post(address, json=body, headers=headers)).status_code == status
    one = await told(office, "sms", "(510) 555-9999", "high")
    assert one["address"] == STAFF_PHONE
    again = await office.client.post(address, json=body, headers=office.admin)
    assert (again.status_code, again.json()["code"]) == (409, "recipient_exists")
    for wrong in (
        {"kind": "sms", "address": "nobody"},
        {"kind": "fax", "address": "x"},
        {"kind": "email", "address": "@"},
    ):
        assert (await office.client.post(address, json=wrong, headers=office.admin)).status_code == 422
    assert (await office.client.get(address, headers=office.agent)).json() == [one]
    gone = [await office.client.delete(f"{address}/{one['id']}", headers=office.admin) for _ in range(2)]
    assert [answer.status_code for answer in gone] == [204, 404]
    await office.ask("let me talk to a human being please")
    assert to_staff(office) == []
    actions = await office.rows("SELECT action FROM audit_log WHERE resource = 'notice_recipient' ORDER BY id")
    assert [row["action"] for row in actions] == ["notice_add", "notice_remove"]


async def test_what_nothing_carries_cannot_be_promised(database_url: str, clock: SettableClock) -> None:
    carrier = ScriptedCarrier(channels=frozenset({"sms"}))
    async with office_on(database_url, clock, carrier) as office:
        for kind, address in (("slack", "default"), ("email", STAFF_MAIL)):
            body = {"kind": kind, "address": address}
            answer = await office.client.post("/api/v1/admin/notices/recipients", json=body, headers=office.admin)
            assert (answer.status_code, answer.json()["code"]) == (422, "notice_not_connected")


async def test_the_packet_says_what_was_tried_and_how_urgent_it_is(office: Office) -> None:
    await office.ask("how much for 12 adults in 94539?")
    thread = await office.ask("This is unacceptable!! You ruined my party, I am furious, get me a manager")
    shown = await office.client.get(f"/api/v1/admin/conversations/{thread}", headers=office.agent)
    packet = shown.json()["escalation"]
    assert packet["urgency"] == "high" and packet["reason"] and packet["summary"]
    assert {"kind": "tool", "name": "hand_over_to_human", "outcome": "handed_over"} in packet["tried"]
    assert shown.json()["draft"] is None and packet["unsent_draft"] is None


ALARM = {"conversation_id": UUID(int=1), "channel": "web_chat", "at": "2026-03-04T18:00:00Z", "urgency": "high"}


def test_the_wording_names_a_matter_and_no_word_of_the_reason() -> None:
    alarm = Alarm.model_validate(ALARM | {"reason": "Dana Ruiz wants her money back"})
    for kind in ("email", "sms", "slack"):
        words = rules.wording(alarm, kind, link=None)
        assert "Dana" not in words and "web chat" in words and str(UUID(int=1)) in words
    known = Alarm.model_validate(ALARM | {"reason": "delivery_failed"})
    assert "did not reach the customer" in rules.wording(known, "slack", link=None)
    assert rules.is_told("low", "urgent") and rules.is_told("high", "high") and not rules.is_told("urgent", "high")
