"""The carriers of this installation, and what the composition needs to let words go out."""

from hibachi.channels.carriers import Carrier
from hibachi.channels.outgoing import Post
from hibachi.channels.registry import Carriers
from hibachi.channels.rescue import Rescue
from hibachi.channels.sending import Sender
from hibachi.settings import Settings

__all__ = ["Carriers", "Post", "Rescue", "Sender", "open_carriers"]


def open_carriers(settings: Settings) -> Carriers:
    """The carriers that the settings have credentials for; a channel without one is not connected."""
    carriers: list[Carrier] = []
    return Carriers(carriers)
