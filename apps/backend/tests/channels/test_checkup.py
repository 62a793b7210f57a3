"""What is connected, said to an owner: each provider is asked over its own wire, and nothing is sent."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from hibachi import cli
from hibachi.channels.checkup import Finding, look
from tests.channels.mail.world import DANA, HELLO, mail_settings
from tests.channels.outgoing import EVERYONE, PUBLIC, connected, held, simulator_of
from tests.concierge.world import settings
from tests.simulators.meta import MetaSimulator
from tests.simulators.post_office import post_office
from tests.simulators.provider import BROKEN, on_a_port
from tests.simulators.ringcentral import RingCentralSimulator
from tests.simulators.twilio import TwilioSimulator

pytestmark = pytest.mark.anyio


def states(findings: list[Finding]) -> dict[str, str]:
    """What is said of each."""
    return {finding.what: finding.state for finding in findings}


@pytest.fixture
def simulators() -> Iterator[list[Any]]:
    """Every provider, on a port."""
    with ExitStack() as ports:
        kinds: list[Callable[[], Any]] = [
            lambda: TwilioSimulator(PUBLIC),
            lambda: RingCentralSimulator(PUBLIC),
            MetaSimulator,
        ]
        yield [ports.enter_context(on_a_port(kind())) for kind in kinds]


def everywhere(simulators: list[Any], **other: Any) -> dict[str, Any]:
    """The environment of a product that is connected to all of them."""
    environment = {"SMS_PROVIDER": "twilio"}
    for simulator in simulators:
        environment |= simulator.settings()
    return {**environment, **other}


async def test_whoever_is_connected_and_works_is_said_to_be(simulators: list[Any]) -> None:
    found = states(await look(settings(**everywhere(simulators))))
    assert {found[name] for name in EVERYONE} == {"ok"}
    assert (found["E-mail, in"], found["E-mail, out"]) == ("off", "off")
    assert "WRONG" not in found.values()
    assert all(held(simulator) == [] for simulator in simulators), "nothing was sent"


@pytest.mark.parametrize("name", EVERYONE)
async def test_wrong_credentials_are_named(name: str, simulators: list[Any]) -> None:
    wrong = {
        "twilio": "TWILIO_AUTH_TOKEN",
        "ringcentral": "RINGCENTRAL_JWT",
        "facebook": "FACEBOOK_PAGE_TOKEN",
        "instagram": "INSTAGRAM_TOKEN",
        "whatsapp": "WHATSAPP_TOKEN",
    }[name]
    found = await look(settings(**everywhere(simulators, **{wrong: "wrong"})))
    assert [finding.what for finding in found if finding.state == "WRONG"] == [name]


async def test_a_provider_that_fails_is_wrong_and_no_crash() -> None:
    async with connected("twilio") as (simulator, _):
        simulator.faults.append(BROKEN)
        assert states(await look(settings(**simulator.settings())))["twilio"] == "WRONG"
    async with connected("whatsapp") as (simulator, _):
        environment = simulator.settings()
    gone = states(await look(settings(**environment)))
    assert (gone["whatsapp"], gone["facebook"], gone["instagram"]) == ("WRONG", "WRONG", "WRONG")


async def test_a_number_that_sends_its_messages_elsewhere_is_found() -> None:
    with on_a_port(simulator_of("twilio")) as simulator:
        assert isinstance(simulator, TwilioSimulator)
        simulator.sms_url = "https://demo.example/welcome/sms"
        [finding] = [one for one in await look(settings(**simulator.settings())) if one.what == "twilio"]
        assert finding.state == "WRONG"
        assert finding.says.endswith(
            f"its number sends messages to https://demo.example/welcome/sms, not {PUBLIC}/api/v1/webhooks/twilio/sms"
        )
        other = {**simulator.settings(), "TWILIO_PHONE_NUMBER": "+15105550999"}
        assert states(await look(settings(**other)))["twilio"] == "WRONG"


async def test_a_number_that_may_not_send_texts_is_found() -> None:
    with on_a_port(simulator_of("ringcentral")) as simulator:
        assert isinstance(simulator, RingCentralSimulator)
        simulator.features = ["CallerId"]
        [finding] = [one for one in await look(settings(**simulator.settings())) if one.what == "ringcentral"]
        assert (finding.state, "no number" in finding.says) == ("WRONG", True)


async def test_a_mailbox_and_its_server() -> None:
    async with post_office(HELLO, DANA) as office:
        found = states(await look(mail_settings(office)))
        name = f"mailbox {HELLO}@127.0.0.1/INBOX"
        assert (found["smtp"], found[name]) == ("ok", "ok")
        assert (found["MAIL_SENT_FOLDER"], found["PUBLIC_URL"]) == ("note", "note")
        wrong = await look(mail_settings(office, IMAP_PASSWORD="wrong", IMAP_FOLDERS=["INBOX"]))
        [mailbox] = [one for one in wrong if one.what == name]
        assert mailbox.state == "WRONG" and "nvalid" in mailbox.says
        assert await office.mails(DANA) == []
    closed = states(await look(mail_settings(office)))
    assert (closed["smtp"], closed[name]) == ("WRONG", "WRONG")


async def test_a_redis_that_is_not_there_is_wrong() -> None:
    assert states(await look(settings(REDIS_URL="redis://127.0.0.1:1/0")))["redis"] == "WRONG"


async def test_nothing_is_connected_and_each_says_what_it_takes() -> None:
    found = await look(settings())
    assert {finding.state for finding in found} == {"off", "note"}
    said = " ".join(finding.says for finding in found)
    for name in ("TWILIO_ACCOUNT_SID", "RINGCENTRAL_JWT", "WHATSAPP_TOKEN", "IMAP_HOST", "SMTP_HOST", "MAIL_ADDRESS"):
        assert name in said


def test_the_command_says_it_line_by_line_and_ends_with_a_status(capsys: pytest.CaptureFixture[str]) -> None:
    cli.doctor(settings(), Namespace())
    assert "off     WhatsApp: not connected" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="does not work"):
        cli.doctor(settings(REDIS_URL="redis://127.0.0.1:1/0"), Namespace())
    assert "WRONG   redis: REDIS_URL does not answer" in capsys.readouterr().out
