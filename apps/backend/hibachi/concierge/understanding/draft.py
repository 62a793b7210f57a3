"""The dialogue while one message is worked into it."""

from collections.abc import Collection
from typing import Any

from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Dialogue, Frame


class State:
    """The dialogue while a message is worked into it; `changed` collects the slots that became new."""

    def __init__(
        self,
        dialogue: Dialogue,
        frame: Frame,
        bands: Bands,
        own: Bookings,
        earlier: Bookings,
        upgrades: Collection[str] = (),
        addons: Collection[str] = (),
    ) -> None:
        self.before = dialogue
        self.frame = frame
        self.bands = bands
        self.own = own
        self.earlier = earlier
        self.upgrades = upgrades
        self.addons = addons
        self.values: dict[str, Any] = {}
        self.changed: list[str] = []

    def get(self, name: str) -> Any:
        return self.values.get(name, getattr(self.before, name))

    def set(self, name: str, value: Any, slot: str | None = None) -> None:
        """Take a value over; note the slot when it differs from what was known."""
        if value != self.get(name):
            self.values[name] = value
            if (slot or name) not in self.changed:
                self.changed.append(slot or name)

    def done(self) -> Dialogue:
        return self.before.model_copy(update=self.values)
