"""Nobody knows whether a provider took a message over: over each provider's wire it arrives once, or a human is told."""

from collections.abc import AsyncIterator

import pytest

from hibachi.conversations import service as conversations
from hibachi.kit.clock import SettableClock
from tests.channels.stage import PEOPLE, Stage, stage_on
from tests.conversations.acting import STAFF
from tests.simulators import provider
from tests.simulators.provider import Fault, Provider

pytestmark = pytest.mark.anyio
PRICE = "how much for 12 adults in 94539?"
LISTING = ("twilio", "ringcentral", "facebook", "instagram")
TELLING = ("twilio", "facebook", "whatsapp")
"""Those that give our own id back with what became of a message."""


@pytest.fixture
async def stage(database_url: str, clock: SettableClock) -> AsyncIterator[Stage]:
    """A product that is connected to every provider."""
    async with stage_on(database_url, clock) as opened:
        yield opened


def on(stage: Stage, name: str) -> tuple[str, Provider]:
    """The channel that a provider carries, and the provider."""
    if name in PEOPLE:
        return name, stage.meta
    stage.sms = name
    stage.runtime.carriers._carriers.sort(key=lambda carrier: carrier.name != name)
    return "sms", stage.twilio if name == "twilio" else stage.ringcentral


def fail(simulator: Provider, fault: Fault) -> None:
    """The next sending meets a fault; what else is asked meanwhile does not."""
    simulator.may_fail = lambda asked: asked.method == "POST" and "oauth" not in asked.path  # type: ignore[method-assign]
    simulator.faults.append(fault)


async def state(stage: Stage) -> tuple[list[str], list[str]]:
    """The states of what goes out, and of the threads."""
    rows = await stage.rows("SELECT state FROM outbox ORDER BY sequence")
    threads = await stage.rows("SELECT status FROM conversations")
    return [row["state"] for row in rows], [row["status"] for row in threads]


@pytest.mark.parametrize("name", LISTING)
@pytest.mark.parametrize(
    ("fault", "late"),
    [(provider.CUT_AFTER, 0), (provider.CUT_AFTER, 2), (provider.GATEWAY, 1), (provider.CUT_BEFORE, 0)],
)
async def test_who_lists_what_it_holds_gets_it_once(stage: Stage, name: str, fault: Fault, late: int) -> None:
    """Taken and not answered, listed late, or never taken: the customer has the answer once, and no human is called."""
    channel, simulator = on(stage, name)
    await stage.says(channel, "hello there")
    simulator.late = late
    before = len(stage.sent(channel))
    await stage.deliver(stage.written(channel, PRICE))
    fail(simulator, fault)
    await stage.work()
    [reply] = stage.sent(channel)[before:]
    assert "$660" in reply
    assert await state(stage) == (["sent", "sent"], ["ai"])
    assert (simulator.late, list(simulator.faults)) == (0, [])


@pytest.mark.parametrize("name", TELLING)
async def test_a_report_with_our_own_id_settles_it_before_anybody_asks(stage: Stage, name: str) -> None:
    """Also where the list is later than our patience: what is known to be taken is not sent again."""
    channel, simulator = on(stage, name)
    await stage.says(channel, "hello there")
    await stage.deliver(stage.written(channel, PRICE))
    fail(simulator, provider.CUT_AFTER)
    simulator.late = 1
    await stage.runtime.jobs.drain()
    assert (await state(stage))[0] == ["sent", "sending"]
    if name == "twilio":
        report = stage.twilio.report(stage.twilio.messages[0], "sent")
    elif name == "whatsapp":
        report = stage.meta.webhook(channel, stage.meta.status(stage.meta.sent[-1], "sent"))
    else:
        taken = stage.meta.sent[-1]
        report = stage.meta.webhook(channel, stage.meta.echo(taken, app_id=1, metadata=taken["metadata"]))
    simulator.late = 99
    await stage.deliver(report)
    await stage.work()
    assert len(stage.sent(channel)) == 2
    assert await state(stage) == (["sent", "sent"], ["ai"])


@pytest.mark.parametrize("fault", [provider.CUT_AFTER, provider.CUT_BEFORE])
async def test_where_nobody_can_say_it_is_a_humans_matter(stage: Stage, fault: Fault) -> None:
    """WhatsApp lists nothing. Without its status the message is never sent again, and a human sees it."""
    await stage.says("whatsapp", "hello there")
    await stage.deliver(stage.written("whatsapp", PRICE))
    fail(stage.meta, fault)
    await stage.work()
    assert len(stage.sent("whatsapp")) == (2 if fault.accepts else 1)
    assert await state(stage) == (["sent", "uncertain"], ["escalated"])
    if fault.accepts:
        await stage.deliver(stage.meta.webhook("whatsapp", stage.meta.status(stage.meta.sent[-1], "delivered")))
        await stage.work()
        assert await state(stage) == (["sent", "delivered"], ["escalated"])
    assert len(stage.sent("whatsapp")) == (2 if fault.accepts else 1)


@pytest.mark.parametrize("name", LISTING)
@pytest.mark.parametrize("fault", [provider.CUT_AFTER, provider.CUT_BEFORE])
async def test_the_same_words_twice_are_two_messages(stage: Stage, name: str, fault: Fault) -> None:
    """The second is not taken for the first that the provider lists, and its row can be settled."""
    channel, simulator = on(stage, name)
    await stage.says(channel, "hello there")
    [thread] = await stage.rows("SELECT id FROM conversations")
    for number in range(2):
        async with stage.runtime.db.transaction(STAFF) as tx:
            if not number:
                await conversations.take_over(tx, conversation_id=thread["id"], reason="I know her")
            await conversations.staff_reply(tx, conversation_id=thread["id"], text="Of course!")
        if number:
            fail(simulator, fault)
        await stage.work()
    assert stage.sent(channel)[1:] == ["Of course!", "Of course!"]
    assert (await state(stage))[0] == ["sent"] * 3
    ids = await stage.rows("SELECT DISTINCT provider_message_id FROM outbox")
    assert len(ids) == 3
