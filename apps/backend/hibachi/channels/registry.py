"""Which carrier takes which channel's messages."""

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from hibachi.channels.carriers import Carrier
from hibachi.customers.schemas import ChannelName


@runtime_checkable
class Closable(Protocol):
    """A carrier that holds connections open."""

    async def close(self) -> None:
        """Close them."""
        ...


@runtime_checkable
class Checkable(Protocol):
    """A carrier that can look whether its provider lets us in, without sending anything."""

    name: str

    async def check(self) -> str:
        """What stands there, in a few words. Raises the carriers' three exceptions."""
        ...


class Carriers:
    """The carriers of one process; of several that name a channel the first has it."""

    def __init__(self, carriers: Iterable[Carrier]) -> None:
        self._carriers = list(carriers)

    def of(self, channel: ChannelName) -> Carrier | None:
        """The carrier of a channel; None where no credentials were given, and nothing pretends."""
        return next((carrier for carrier in self._carriers if channel in carrier.channels), None)

    @property
    def channels(self) -> frozenset[ChannelName]:
        """Every channel that something carries."""
        return frozenset[ChannelName]().union(*(carrier.channels for carrier in self._carriers))

    @property
    def checkable(self) -> list[Checkable]:
        """Those that can be looked at."""
        return [carrier for carrier in self._carriers if isinstance(carrier, Checkable)]

    async def close(self) -> None:
        """Close what carriers hold open."""
        for carrier in self._carriers:
            if isinstance(carrier, Closable):
                await carrier.close()
