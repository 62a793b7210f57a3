"""A message on its way out, and each provider's carrier over its simulator."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from hibachi.channels.carriers import Carrier, Outgoing
from hibachi.channels.meta.service import carriers_of as meta_carriers
from hibachi.channels.sms.service import carriers_of as sms_carriers
from hibachi.customers.schemas import ChannelName
from hibachi.kit.ids import new_id
from tests.concierge.world import settings
from tests.simulators.meta import MetaSimulator
from tests.simulators.provider import Provider, on_a_port
from tests.simulators.ringcentral import RingCentralSimulator
from tests.simulators.twilio import TwilioSimulator

PUBLIC = "https://concierge.example.com"
PHONE = "+15105550142"
TO: dict[str, str] = {
    "twilio": PHONE,
    "ringcentral": PHONE,
    "facebook": "24680",
    "instagram": "13579",
    "whatsapp": PHONE,
}
CHANNEL: dict[str, ChannelName] = {
    "twilio": "sms",
    "ringcentral": "sms",
    "facebook": "facebook",
    "instagram": "instagram",
    "whatsapp": "whatsapp",
}
EVERYONE = tuple(TO)


def outgoing(name: str, text: str = "See you Saturday at 6 PM!", **more: Any) -> Outgoing:
    """A message for the provider of a name."""
    return Outgoing(**{"id": new_id(), "channel": CHANNEL[name], "to": TO[name], "text": text, **more})


def simulator_of(name: str) -> TwilioSimulator | RingCentralSimulator | MetaSimulator:
    """The simulator behind a carrier's name."""
    if name == "twilio":
        return TwilioSimulator(PUBLIC)
    return RingCentralSimulator(PUBLIC) if name == "ringcentral" else MetaSimulator()


def carrier_of(name: str, environment: dict[str, Any]) -> Carrier:
    """The carrier of a name that these settings make."""
    read = settings(**environment)
    return next(carrier for carrier in [*sms_carriers(read), *meta_carriers(read)] if carrier.name == name)


@asynccontextmanager
async def carrying(name: str, environment: dict[str, Any]) -> AsyncIterator[Any]:
    """The carrier of a name that these settings make, closed after its use."""
    carrier: Any = carrier_of(name, environment)
    try:
        yield carrier
    finally:
        await carrier.close()


@asynccontextmanager
async def connected(name: str) -> AsyncIterator[tuple[Any, Any]]:
    """A provider on a port, and the carrier that speaks to it."""
    with on_a_port(simulator_of(name)) as simulator:
        async with carrying(name, simulator.settings()) as carrier:
            yield simulator, carrier


def held(simulator: Provider) -> list[dict[str, Any]]:
    """What the provider took over, whatever it calls it."""
    found: list[dict[str, Any]] = simulator.sent if isinstance(simulator, MetaSimulator) else simulator.messages  # type: ignore[attr-defined]  # all of ours have it
    return found
