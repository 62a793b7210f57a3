"""Signed links: whose opt-out, of which channel. They open nothing but that, and never end."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from uuid import UUID

from hibachi.customers.schemas import CHANNELS, ChannelName
from hibachi.kit.errors import NotFound
from hibachi.settings import Settings

PATH = "/api/v1/unsubscribe/"
MARK = b"unsubscribe:"
SEAL = 16
"""Bytes of the signature that a link carries: enough against guessing, short enough for a line of a mail."""


def link(settings: Settings, customer_id: UUID, channel: ChannelName) -> str | None:
    """The https address that ends a channel for somebody; None where the product does not know its own address."""
    if settings.public_url is None or not settings.public_url.startswith("https://"):
        return None
    return settings.public_url.rstrip("/") + PATH + token(settings, customer_id, channel)


def token(settings: Settings, customer_id: UUID, channel: ChannelName) -> str:
    """Whom and what a link is about, signed."""
    about = customer_id.bytes + bytes([CHANNELS.index(channel)])
    return urlsafe_b64encode(about + _seal(settings, about)).decode().rstrip("=")


def read(settings: Settings, said: str) -> tuple[UUID, ChannelName]:
    """Whom and what a link is about; raises NotFound for one that we did not make."""
    try:
        raw = urlsafe_b64decode(said + "=" * (-len(said) % 4))
    except ValueError:
        raise NotFound() from None
    about, seal = raw[:17], raw[17:]
    if len(about) != 17 or not hmac.compare_digest(seal, _seal(settings, about)):
        raise NotFound()
    return UUID(bytes=about[:16]), CHANNELS[about[16]]


def _seal(settings: Settings, about: bytes) -> bytes:
    key = settings.secret_key.get_secret_value().encode()
    return hmac.new(key, MARK + about, sha256).digest()[:SEAL]
