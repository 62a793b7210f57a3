"""Nobody knows whether a provider took a message over: over each provider's wire it arrives once, or a human is told."""

from collections.abc import AsyncIterator

import pytest

from hibachi.kit.clock import SettableClock
from tests.channels.stage import PEOPLE, Stage, stage_on
from tests.simulators import provider
from tests.simulators.provider import Fault, Provider

pytestmark = pytest.mark.anyio
PRICE = "how much for 12 adults in 94539?"
LISTING = ("twilio", "ringcentral", "facebook", "instagram")
TELLING = ("twilio", "facebook", "whatsapp")
"""Those that give our own id back with what became of a message."""


@pytest.fixture
async def stage(database_url: str, clock: SettableClock) -> AsyncIterator[Stage]:
    """A product whose answers are not sent by themselves: a test lets them go."""
    async with stage_on(database_url, clock) as opened:
        yield opened


def on(stage: Stage, name: str) -> tuple[str, Provider]:
    """The channel that a provider carries, and the provider."""
    if name in PEOPLE:
        return name, stage.meta
    stage.sms = name
    stage.runtime.carriers._carriers.sort(key=lambda carrier: carrier.name != name)
    return "sms", stage.twilio if name == "twilio" else stage.ringcentral




async def state(stage: Stage) -> tuple[list[str], list[str]]:
    """The states of what goes out, and of the threads."""
    rows = await stage.rows("SELECT state FROM outbox ORDER BY sequence")
    threads = await stage.rows("SELECT status FROM conversations")
    return [row["state"] for row in rows], [row["status"] for row in threads]


@pytest.mark.parametrize("name", LISTING)
@pytest.mark.parametrize(
    ("fault", "late"), [(provider.CUT_AFTER, 0), (provider.CUT_AFTER, 2), (provider.GATEWAY, 1), (provider.CUT_BEFORE, 0)]
)
async def test_who_lists_what_it_holds_gets_it_once(stage: Stage, name: str, fault: Fault, late: int) -> None:
    """Taken and not answered, listed late, or never taken: the customer has the answer once, and no human is called."""
    channel, simulator = on(stage, name)
    await stage.says(channel, "hello there")
    simulator.late = late
    before = len(stage.sent(channel))
    await stage.deliver(stage.written(channel, PRICE))
    simulator.faults.append(fault)
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
    simulator.faults.append(provider.CUT_AFTER)
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
    stage.meta.faults.append(fault)
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
async def test_the_same_answer_twice_is_two_messages(stage: Stage, name: str, fault: Fault) -> None:
    """The second is not taken for the first that the provider lists, and its row can be settled."""
    channel, simulator = on(stage, name)
    await stage.says(channel, "hello there")
    first = await stage.says(channel, PRICE)
    await stage.deliver(stage.written(channel, PRICE))
    simulator.faults.append(fault)
    await stage.work()
    sent = stage.sent(channel)
    assert len(sent) == 3 and sent[-1] == sent[-2] == first, "this test is about the same words"
    assert await state(stage) == (["sent"] * 3, ["ai"])
