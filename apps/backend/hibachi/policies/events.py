"""What happened to the owner's numbers."""

from datetime import datetime

from hibachi.kit.events import Event


class PoliciesChanged(Event):
    """A new version stands; it is in force from its date on."""

    version: int
    effective_from: datetime
