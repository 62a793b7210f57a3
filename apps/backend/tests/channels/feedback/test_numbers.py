"""The numbers of feedback are counted from rows, and the days that were asked for are honoured (D-13)."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from hibachi.channels.feedback import rules
from hibachi.channels.feedback.rules import Counted
from hibachi.kit.clock import SettableClock
from tests.channels.feedback.test_votes import chat
from tests.channels.office import Office, office_on
from tests.web import headers_of


@pytest.fixture
async def office(database_url: str, clock: SettableClock) -> AsyncIterator[Office]:
    async with office_on(database_url, clock) as opened:
        yield opened


async def voted(office: Office, vote: str) -> None:
    said = await chat(office)
    answer = await office.client.post("/api/v1/ai/feedback", params={"id": said["reply"]["id"], "vote": vote})
    assert answer.status_code == 303


async def test_statistics_honour_their_days(office: Office) -> None:
    await voted(office, "down")
    office.shop.clock.advance(timedelta(days=8))
    office.admin = await headers_of(office.client, "admin@staff.example.com")
    for vote in ("up", "up", "down"):
        await voted(office, vote)
    await chat(office)
    week = (await office.client.get("/api/v1/ai/feedback/stats", headers=office.admin)).json()
    assert (week["days"], week["votes"], week["up"], week["down"]) == (7, 3, 2, 1)
    assert (week["helpful_rate"], week["average_rating"]) == (0.6667, 3.67)
    assert (week["conversations"], week["conversations_with_feedback"], week["feedback_rate"]) == (4, 3, 0.75)
    assert week["by_day"] == [{"day": "2026-03-12", "up": 2, "down": 1}]
    assert week["by_channel"] == [{"name": "web_chat", "votes": 3, "helpful_rate": 0.6667}]
    assert week["by_agent"][0]["name"] == "lead_nurturing" and week["by_topic"][0]["name"] == "pricing"
    assert (week["escalations"], week["escalations_by_urgency"]) == (0, {})
    fortnight = (await office.client.get("/api/v1/ai/feedback/stats?days=14", headers=office.admin)).json()
    assert (fortnight["votes"], fortnight["down"], len(fortnight["by_day"])) == (4, 2, 2)
    for days in ("0", "-1", "367", "x"):
        wrong = await office.client.get(f"/api/v1/ai/feedback/stats?days={days}", headers=office.admin)
        assert wrong.status_code == 422


async def test_hand_overs_are_counted_with_the_feedback(office: Office) -> None:
    """ESC-08."""
    await chat(office, "let me talk to a human being please")
    stats = (await office.client.get("/api/v1/ai/feedback/stats", headers=office.admin)).json()
    assert (stats["escalations"], stats["escalations_by_urgency"]) == (1, {"normal": 1})


async def test_learning_is_counted(office: Office) -> None:
    empty = (await office.client.get("/api/v1/ai/feedback/learning", headers=office.admin)).json()
    assert (empty["total_interactions"], empty["learning_health"]) == (0, "unknown")
    await voted(office, "down")
    await voted(office, "up")
    now = (await office.client.get("/api/v1/ai/feedback/learning", headers=office.admin)).json()
    assert (now["total_interactions"], now["feedback_received"], now["knowledge_gaps_detected"]) == (2, 2, 1)
    assert now["database_metrics"] == {
        "conversations": 2, "messages": 4, "edited_messages": 0,
        "feedback_events": 2, "knowledge_gaps": 1, "knowledge_gaps_open": 1,
    }  # fmt: skip


async def test_staff_read_what_was_said_and_close_what_was_looked_at(office: Office) -> None:
    await voted(office, "up")
    await voted(office, "down")
    shown = (await office.client.get("/api/v1/admin/feedback?limit=1", headers=office.agent)).json()
    assert [one["rating"] for one in shown["feedback"]] == [1]
    rest = (await office.client.get(f"/api/v1/admin/feedback?before={shown['next']}", headers=office.agent)).json()
    assert ([one["rating"] for one in rest["feedback"]], rest["next"]) == ([5], None)
    [gap] = (await office.client.get("/api/v1/admin/knowledge-gaps", headers=office.agent)).json()
    close = f"/api/v1/admin/knowledge-gaps/{gap['id']}/close"
    assert (await office.client.post(close, json={"resolution": "x"}, headers=office.chef)).status_code == 403
    assert (await office.client.post(close, json={"resolution": "FAQ"}, headers=office.agent)).status_code == 200
    assert (await office.client.post(close, json={"resolution": "FAQ"}, headers=office.agent)).status_code == 404
    assert (await office.client.get("/api/v1/admin/knowledge-gaps", headers=office.agent)).json() == []
    assert len((await office.client.get("/api/v1/admin/knowledge-gaps?status=all", headers=office.agent)).json()) == 1
    audit = await office.one("SELECT actor_name, changes FROM audit_log WHERE action = 'gap_close'")
    assert audit["actor_name"] == "agent@staff.example.com"


async def test_how_many_write_on_several_channels(office: Office) -> None:
    both = {"phone": "+15105550142", "email": "dana@example.com"}
    await office.ask(channel="sms", **both)
    await office.ask(channel="email", **both)
    await office.ask(channel="sms", phone="+15105550143")
    shown = await office.client.get("/api/v1/admin/conversations/multi-channel", headers=office.agent)
    assert shown.json() == {"customers": 2, "by_channels": {"1": 1, "2": 1}, "multi_channel": 1, "rate": 0.5}


def counted(rating: int, number: int = 1, **more: object) -> Counted:
    about = {"kind": "vote", "channel": "sms", "agent": None, "topic": None, "day": date(2026, 3, 4)}
    return Counted(rating=rating, number=number, **about | more)


def test_health_needs_enough_votes() -> None:
    told = [rules.health(up, votes) for up, votes in ((9, 9), (8, 10), (7, 10), (6, 10), (5, 10), (0, 10))]
    assert told == ["unknown", "good", "fair", "fair", "poor", "poor"]


def test_of_nothing_there_is_no_share() -> None:
    assert (rules.rate(0, 0), rules.average([])) == (None, None)
    assert rules.average([counted(5, 3), counted(1)]) == 4.0
    [group] = rules.groups([counted(5, 3), counted(1)], "agent")
    assert (group.name, group.votes, group.helpful_rate) == ("unknown", 4, 0.75)


def test_what_to_look_at_says_what_the_reply_was_made_of() -> None:
    bare = rules.what_to_look_at(topic=None, agent=None, tools=[], suggestion=None)
    assert (
        bare
        == "Look at how a question of an unknown kind is answered: the concierge answered without looking anything up."
    )
    full = rules.what_to_look_at(
        topic="travel_fee", agent="distance", tools=["price_list", "price_list"], suggestion="x."
    )
    assert full.startswith("The customer suggests: “x”. Look at how a question about travel fee is answered: the agent")
    assert full.count("price_list") == 1
