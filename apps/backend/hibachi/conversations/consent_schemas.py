"""What a customer wants to hear, as staff see it."""

from datetime import datetime

from hibachi.conversations.schemas import Consent, Frozen
from hibachi.customers.schemas import ChannelName


class OptOut(Frozen):
    """A channel on which a customer wants nothing, since when and in which words."""

    channel: ChannelName
    words: str
    at: datetime


class ConsentOverview(Frozen):
    """What counts now (opted_out), and everything that a customer ever agreed to or withdrew, newest first."""

    opted_out: list[OptOut]
    ledger: list[Consent]
