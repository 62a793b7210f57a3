"""Text messages that came while nobody was there to take the webhook: each is found, stored once and answered once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from hibachi.channels.sms.ringcentral import gateway as ringcentral_gateway
from hibachi.channels.sms.twilio import gateway as twilio_gateway
from hibachi.kit.clock import SettableClock
from tests.channels.stage import DANA, RINGCENTRAL_DOOR, Stage, stage_on
from tests.simulators import provider
from tests.simulators.provider import Webhook

pytestmark = pytest.mark.anyio
PRICE = "how much for 12 adults in 94539?"
LEE = "+15105550143"
WRITTEN = "SELECT content FROM messages WHERE role = 'user' ORDER BY sequence"


@pytest.fixture(params=["twilio", "ringcentral"])
async def stage(request: pytest.FixtureRequest, database_url: str, clock: SettableClock) -> AsyncIterator[Stage]:
    """A product that is connected, and has looked once."""
    async with stage_on(database_url, clock, sms=request.param) as opened:
        await look(opened)
        yield opened


async def look(stage: Stage) -> None:
    """The job of every five minutes, and what follows from it."""
    await stage.runtime.doors.missed.look()
    await stage.work()


def unheard(stage: Stage, words: str, *, sender: str = DANA, ago: timedelta = timedelta(0), **more: Any) -> Webhook:
    """Somebody texts, and the webhook reaches nobody; the webhook."""
    at = stage.clock.now() - ago
    if stage.sms == "twilio":
        webhook = stage.twilio.text(sender, words, **more)
        stage.twilio.received[0]["date_sent"] = f"{at:%a, %d %b %Y %H:%M:%S +0000}"
        return webhook
    return stage.ringcentral.text(RINGCENTRAL_DOOR, sender, words, creationTime=at.isoformat(), **more)


async def written(stage: Stage) -> list[str]:
    """What stands in the database of what people wrote."""
    return [row["content"] for row in await stage.rows(WRITTEN)]


async def test_what_came_while_the_server_was_down_is_answered_once(stage: Stage, clock: SettableClock) -> None:
    """Each message once, also where its webhook comes after all, and where one looks again and again."""
    await stage.says("sms", "hello there")
    clock.advance(timedelta(hours=5))
    late = [unheard(stage, "we are 12 adults in 94539"), unheard(stage, "how much is that?")]
    clock.advance(timedelta(minutes=2))
    before = len(stage.sent("sms"))
    await look(stage)
    assert await written(stage) == ["hello there", "we are 12 adults in 94539", "how much is that?"]
    [reply] = stage.sent("sms")[before:]
    assert "$660" in reply
    assert {answer.status_code for answer in await stage.deliver(*late)} == {200}
    await stage.work()
    for _ in range(3):
        clock.advance(timedelta(minutes=5))
        await look(stage)
    assert len(await written(stage)) == 3
    assert len(stage.sent("sms")) == before + 1
    assert await stage.rows("SELECT 1 FROM messages WHERE role = 'user' AND answered_by IS NULL") == []


async def test_the_look_and_the_webhook_at_the_same_instant(stage: Stage) -> None:
    webhook = unheard(stage, PRICE)
    await asyncio.gather(*(stage.runtime.doors.missed.look() for _ in range(3)), stage.deliver(webhook, twice=True))
    await stage.work()
    assert await written(stage) == [PRICE]
    assert len(stage.sent("sms")) == 1


async def test_more_than_a_page_was_missed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (twilio_gateway, ringcentral_gateway):
        monkeypatch.setattr(module, "PAGE", 2)
    for number in range(5):
        unheard(stage, f"{PRICE} ({number})", sender=f"+1510555020{number}")
    await look(stage)
    assert await written(stage) == [f"{PRICE} ({number})" for number in range(5)], "in the order in which they came"
    assert len(stage.sent("sms")) == 5


async def test_a_stop_that_was_missed_is_obeyed(stage: Stage) -> None:
    await stage.says("sms", PRICE)
    unheard(stage, "STOP")
    await look(stage)
    assert len(await stage.rows("SELECT 1 FROM opt_outs WHERE ended_at IS NULL")) == 1
    assert len(stage.sent("sms")) == 2, "its one confirmation"


async def test_what_is_older_than_a_webhook_may_be_is_for_a_human(stage: Stage, clock: SettableClock) -> None:
    """Three days late, a machine's answer would be odd: it is stored, a human is asked, and the machine is silent."""
    clock.advance(timedelta(days=4))
    unheard(stage, PRICE, ago=timedelta(days=3))
    await look(stage)
    assert await written(stage) == [PRICE]
    assert await stage.rows("SELECT status, escalation_reason FROM conversations") == [
        {"status": "escalated", "escalation_reason": "message_came_late"}
    ]
    assert PRICE not in "".join(stage.sent("sms")) and "$660" not in "".join(stage.sent("sms"))


async def test_a_provider_that_does_not_answer_is_asked_from_the_same_instant_again(
    stage: Stage, clock: SettableClock
) -> None:
    simulator = stage.twilio if stage.sms == "twilio" else stage.ringcentral
    unheard(stage, PRICE)
    stage.twilio.looks_fail = True
    for fault in (provider.BROKEN, provider.BUSY, provider.CUT_BEFORE, provider.GARBAGE):
        clock.advance(timedelta(hours=1))
        simulator.faults.append(fault)
        await stage.runtime.doors.missed.look()
        assert not simulator.faults
        assert await written(stage) == []
    await look(stage)
    assert await written(stage) == [PRICE]
    assert len(stage.sent("sms")) == 1


async def test_a_failure_that_was_not_reported_reaches_a_human(stage: Stage) -> None:
    """The callback was lost with the server; what the provider lists says that the reply never arrived."""
    await stage.says("sms", PRICE)
    if stage.sms == "twilio":
        stage.twilio.messages[0] |= {"status": "undelivered", "error_code": 30003}
    else:
        stage.ringcentral.messages[0] |= {"messageStatus": "DeliveryFailed", "deliveryErrorCode": "SMS-UP-430"}
    await look(stage)
    [row] = await stage.rows("SELECT state, code FROM outbox")
    assert row["state"] == "failed" and row["code"] in ("30003", "SMS-UP-430")
    assert await stage.rows("SELECT status FROM conversations") == [{"status": "escalated"}]


async def test_who_is_no_number_costs_nobody_else_their_message(stage: Stage) -> None:
    unheard(stage, "Your code is 123456", sender="22395")
    unheard(stage, PRICE)
    await look(stage)
    await look(stage)
    assert await written(stage) == [PRICE]


async def test_a_first_connection_answers_nothing_of_before(database_url: str, clock: SettableClock) -> None:
    async with stage_on(database_url, clock) as stage:
        unheard(stage, "an old question", ago=timedelta(days=1))
        await stage.runtime.jobs.run_periodic()
        await stage.work()
        assert await written(stage) == []
        clock.advance(timedelta(hours=1))
        unheard(stage, PRICE)
        await stage.runtime.jobs.run_periodic()
        await stage.work()
        assert await written(stage) == [PRICE]


async def test_pictures_that_were_missed_are_noted(database_url: str, clock: SettableClock) -> None:
    async with stage_on(database_url, clock) as stage:
        await look(stage)
        unheard(stage, "", media=["image/jpeg"])
        await look(stage)
        [message] = await stage.rows("SELECT content, metadata FROM messages WHERE role = 'user'")
        assert message["content"] == "[image]"
        [file] = message["metadata"]["attachments"]
        assert file["type"] == "image/jpeg" and file["url"].endswith("/Media/ME0")


async def test_other_numbers_of_the_account_are_not_ours(database_url: str, clock: SettableClock) -> None:
    async with stage_on(database_url, clock) as stage:
        await look(stage)
        unheard(stage, "for somebody else", sender=LEE)
        stage.twilio.received[0]["to"] = "+15105550999"
        unheard(stage, PRICE)
        await look(stage)
        assert await written(stage) == [PRICE]


async def test_credentials_go_to_no_other_server(database_url: str, clock: SettableClock) -> None:
    """An answer that names a next page elsewhere: its path alone is followed, at Twilio's own address."""
    async with stage_on(database_url, clock) as stage:
        listed = stage.twilio._list

        def elsewhere(asked: provider.Asked) -> provider.Answer:
            answer = listed(asked)
            assert isinstance(answer.body, dict)
            if "Page" not in asked.query:
                answer.body["next_page_uri"] = f"https://evil.example{asked.path}?Page=1"
            return answer

        await look(stage)
        stage.twilio._list = elsewhere  # type: ignore[method-assign] # the one answer that this test is about
        unheard(stage, PRICE)
        await look(stage)
        assert await written(stage) == [PRICE]
        assert {asked.query.get("Page") for asked in stage.twilio.asked if asked.method == "GET"} == {None, "1"}
