"""Every carrier over its provider's wire: what is sent, what each failure means, and what is found again."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from hibachi.channels import gateway
from hibachi.channels.carriers import Accepted, Carrier, CarrierBusy, CarrierRefused, CarrierUncertain
from hibachi.channels.sms.ringcentral import gateway as ringcentral_gateway
from hibachi.channels.sms.service import carriers_of
from hibachi.channels.sms.twilio import gateway as twilio_gateway
from tests.channels.outgoing import EVERYONE, PHONE, TO, carrying, connected, held, outgoing, simulator_of
from tests.concierge.world import settings
from tests.simulators import provider
from tests.simulators.meta import problem as meta_problem
from tests.simulators.provider import Answer, Fault
from tests.simulators.twilio import problem as twilio_problem

pytestmark = pytest.mark.anyio
each = pytest.mark.parametrize("name", EVERYONE)
LISTING = [name for name in EVERYONE if name != "whatsapp"]


def hurry(carrier: Carrier) -> Carrier:
    """The carrier with a short time-out, so that a provider that hangs is given up soon."""
    client = getattr(getattr(carrier, "_graph", carrier), "_client")  # noqa: B009 - the seam of these tests alone
    client.timeout = 0.3
    return carrier


@each
async def test_a_message_is_handed_over_as_it_is(name: str) -> None:
    async with connected(name) as (simulator, carrier):
        text = "Your total is $660.00 — see you Saturday 🔥 at 6 PM"
        accepted = await carrier.send(outgoing(name, text))
        [message] = held(simulator)
    own = {"twilio": "sid", "ringcentral": "id"}.get(name, "id")
    assert accepted == Accepted(name, str(message[own]))
    assert text in (message.get("body"), message.get("subject"), message.get("text"))


@each
async def test_now_is_not_the_time(name: str) -> None:
    """429 with its wait, 500 and 503: nothing was accepted, and the same message goes out later."""
    async with connected(name) as (simulator, carrier):
        for fault in (provider.BUSY, provider.BROKEN, Fault("say", answer=Answer(503))):
            simulator.faults.append(fault)
            with pytest.raises(CarrierBusy) as busy:
                await carrier.send(outgoing(name))
            assert busy.value.retry_after == (7.0 if fault is provider.BUSY else None)
            assert held(simulator) == []
        await carrier.send(outgoing(name))
        assert len(held(simulator)) == 1


@each
async def test_nobody_listens(name: str) -> None:
    """A refused connection carried nothing."""
    async with connected(name) as (simulator, _):
        environment = simulator.settings()
    async with carrying(name, environment) as carrier:
        with pytest.raises(CarrierBusy):
            await carrier.send(outgoing(name))


@each
@pytest.mark.parametrize("fault", [provider.HANGS, provider.CUT_AFTER, provider.CUT_BEFORE, provider.GATEWAY, provider.GARBAGE])  # fmt: skip
async def test_an_unknown_outcome_is_said_to_be_unknown(name: str, fault: Fault) -> None:
    async with connected(name) as (simulator, carrier):
        if name == "ringcentral":
            await carrier.send(outgoing(name, "the token is there"))
        simulator.faults.append(fault)
        with pytest.raises(CarrierUncertain):
            await hurry(carrier).send(outgoing(name))


@pytest.mark.parametrize("name", LISTING)
@pytest.mark.parametrize("fault", [provider.CUT_AFTER, provider.CUT_BEFORE])
async def test_what_became_of_it_is_found(name: str, fault: Fault) -> None:
    """After a cut connection the provider's own list says whether it took the message over, this one and no other."""
    async with connected(name) as (simulator, carrier):
        await carrier.send(outgoing(name, "an earlier message"))
        mine = outgoing(name, "the one in question")
        simulator.faults.append(fault)
        with pytest.raises(CarrierUncertain):
            await carrier.send(mine)
        found = await carrier.find(mine)
        other = await carrier.find(outgoing(name, "the one in question", to=TO[name] + "9"))
        count = len(held(simulator))
    assert other is None
    assert (found is not None, count) == (fault.accepts, 2 if fault.accepts else 1)


@pytest.mark.parametrize("name", LISTING)
async def test_the_same_words_twice_are_two_messages(name: str) -> None:
    """What is known to be another message of ours is not the one in question, however alike they are."""
    async with connected(name) as (simulator, carrier):
        first = await carrier.send(outgoing(name, "the same words"))
        mine = outgoing(name, "the same words")
        simulator.faults.append(provider.CUT_BEFORE)
        with pytest.raises(CarrierUncertain):
            await carrier.send(mine)
        assert await carrier.find(mine, others={first.provider_message_id}) is None
        second = await carrier.send(mine)
        assert await carrier.find(mine, others={first.provider_message_id}) == second


@pytest.mark.parametrize("name", LISTING)
async def test_asking_for_it_fails_as_sending_does(name: str) -> None:
    async with connected(name) as (simulator, carrier):
        if name == "ringcentral":
            await carrier.send(outgoing(name, "the token is there"))
        for fault, expected in ((provider.BUSY, CarrierBusy), (provider.CUT_BEFORE, CarrierUncertain)):
            simulator.faults.append(fault)
            with pytest.raises(expected):
                await carrier.find(outgoing(name))


async def test_a_provider_may_change_quotes_and_blanks() -> None:
    """Twilio's smart encoding, a line break that became a blank: it is our message all the same, and not another one."""
    async with connected("twilio") as (simulator, carrier):
        mine = outgoing("twilio", "We’ll be there at 6 PM –\nsee you, “Dana”!")
        await carrier.send(mine)
        simulator.messages[0]["body"] = 'We\'ll be there at 6 PM - see you, "Dana"!'
        assert await carrier.find(mine) == Accepted("twilio", simulator.messages[0]["sid"])
        simulator.messages[0]["body"] = 'We\'ll be there at 9 PM - see you, "Dana"!'
        assert await carrier.find(mine) is None


@pytest.mark.parametrize("name", ["twilio", "ringcentral"])
async def test_however_much_is_listed_nothing_is_left_out(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """More pages than anybody would count; and one who names pages without end is not asked without end."""
    for module in (twilio_gateway, ringcentral_gateway):
        monkeypatch.setattr(module, "PAGE", 1)
    async with connected(name) as (simulator, carrier):
        for number in range(120):
            await carrier.send(outgoing(name, f"message {number}"))
        listed = carrier.sent_since if name == "twilio" else lambda since: carrier.messages(since=since)
        since = datetime.now(UTC) - timedelta(minutes=5)
        assert len(await listed(since)) == 120
        simulator.endless = True
        assert len(await listed(since)) == 120


async def test_whatsapp_can_not_say_and_does_not_pretend() -> None:
    async with connected("whatsapp") as (_, carrier):
        with pytest.raises(CarrierUncertain):
            await carrier.find(outgoing("whatsapp"))


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("twilio", twilio_problem(400, 20429, "Too many requests")),
        ("facebook", meta_problem(613, "Calls to this api have exceeded the rate limit.")),
        ("instagram", meta_problem(4, "Application request limit reached")),
        ("facebook", Answer(400, {"error": {"message": "try later", "code": 1200, "is_transient": True}})),
        ("whatsapp", meta_problem(131056, "(Business Account, Consumer Account) pair rate limit hit")),
        ("whatsapp", meta_problem(130429, "Rate limit hit")),
    ],
)
async def test_a_rate_limit_by_another_name(name: str, answer: Answer) -> None:
    async with connected(name) as (simulator, carrier):
        simulator.faults.append(Fault("say", answer=answer))
        with pytest.raises(CarrierBusy):
            await carrier.send(outgoing(name))


@each
async def test_never_is_said_with_the_providers_code(name: str) -> None:
    codes = {"twilio": "21610", "ringcentral": "MSG-304", "facebook": "10", "instagram": "10", "whatsapp": "131047"}
    async with connected(name) as (simulator, carrier):
        if name in ("twilio", "ringcentral"):
            (simulator.blocked if name == "twilio" else simulator.refused).add(PHONE)
        else:
            simulator.closed |= {TO[name], TO[name].removeprefix("+")}
        with pytest.raises(CarrierRefused) as refused:
            await carrier.send(outgoing(name))
    assert refused.value.code == codes[name]
    assert str(refused.value)


@each
async def test_wrong_credentials_are_a_refusal(name: str) -> None:
    """Trying again would not help: a human has to look."""
    wrong: dict[str, dict[str, Any]] = {
        "twilio": {"TWILIO_AUTH_TOKEN": "wrong"},
        "ringcentral": {"RINGCENTRAL_JWT": "wrong"},
        "facebook": {"FACEBOOK_PAGE_TOKEN": "wrong"},
        "instagram": {"INSTAGRAM_TOKEN": "wrong"},
        "whatsapp": {"WHATSAPP_TOKEN": "wrong"},
    }
    with provider.on_a_port(simulator_of(name)) as simulator:
        async with carrying(name, {**simulator.settings(), **wrong[name]}) as carrier:
            with pytest.raises(CarrierRefused):
                await carrier.send(outgoing(name))
        assert held(simulator) == []


def test_the_wait_that_a_provider_asks_for() -> None:
    waits = {"7": 7.0, "0.5": 0.5, "Wed, 21 Oct 2026 07:28:00 GMT": None, "": None, "soon": None}
    for said, seconds in waits.items():
        assert gateway.retry_after(httpx2.Response(429, headers={"retry-after": said})) == seconds


def test_who_sends_texts_is_a_setting() -> None:
    """CHN-16: one provider or the other, by configuration; both connected without a choice is refused at the start."""
    twilio, ringcentral = simulator_of("twilio").settings(), simulator_of("ringcentral").settings()
    for simulated in (twilio, ringcentral):
        for name in ("TWILIO_BASE_URL", "RINGCENTRAL_BASE_URL"):
            simulated.pop(name, None)
    assert [carrier.name for carrier in carriers_of(settings(**twilio))] == ["twilio"]
    assert [carrier.name for carrier in carriers_of(settings(**ringcentral))] == ["ringcentral"]
    assert carriers_of(settings()) == []
    for chosen in ("twilio", "ringcentral"):
        assert carriers_of(settings(**{**twilio, **ringcentral, "SMS_PROVIDER": chosen}))[0].name == chosen
    with pytest.raises(ValueError, match="SMS_PROVIDER says which"):
        settings(**{**twilio, **ringcentral})
    with pytest.raises(ValueError, match="not connected"):
        settings(**twilio, SMS_PROVIDER="ringcentral")
