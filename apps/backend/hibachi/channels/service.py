"""The carriers of this installation, and what the composition needs to let words go out."""

from hibachi.channels.carriers import Carrier
from hibachi.channels.mail import settings as mail
from hibachi.channels.meta import service as meta
from hibachi.channels.notifying import notify
from hibachi.channels.outgoing import Post
from hibachi.channels.registry import Carriers
from hibachi.channels.rescue import Rescue
from hibachi.channels.sending import Sender
from hibachi.channels.sms import service as sms
from hibachi.settings import Settings

__all__ = ["Carriers", "Post", "Rescue", "Sender", "notify", "open_carriers"]


def open_carriers(settings: Settings) -> Carriers:
    """The carriers that the settings have credentials for; a channel without one is not connected."""
    carriers: list[Carrier] = [*sms.carriers_of(settings), *meta.carriers_of(settings), *mail.carriers_of(settings)]
    return Carriers(carriers)
