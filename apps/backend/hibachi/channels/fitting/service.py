"""What the composition fills into the concierge and the post: a reply's form on its channel, and its parts."""

from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from pydantic import JsonValue

from hibachi.channels.fitting import mail
from hibachi.channels.fitting.choices import quick_replies
from hibachi.channels.fitting.limits import fits
from hibachi.channels.fitting.segments import cheaper
from hibachi.channels.fitting.shortening import Span
from hibachi.channels.fitting.shortening import shorter as shorter_choices
from hibachi.channels.fitting.splitting import split
from hibachi.concierge.service import Fitting
from hibachi.conversations.schemas import Letter, Part
from hibachi.customers.schemas import ChannelName
from hibachi.policies.schemas import Profile

__all__ = ["fitting", "parts"]
LETTERS_A_SECOND = 15
"""Of speech: about two and a half words."""


def plain(text: str, channel: ChannelName) -> str:
    """The letters that a channel carries cheaply: typewriter's quotes by text message."""
    return cheaper(text) if channel == "sms" else text


def shorter(text: str, *, channel: ChannelName, profile: Profile, keep: Collection[Span]) -> Iterator[str]:
    """Shorter choices of a text's sentences, where the brand speaks briefly."""
    voice = profile.business.brand_voice
    longest = {"sms": voice.sms_max_chars, "phone": voice.phone_max_seconds * LETTERS_A_SECOND}.get(channel)
    return shorter_choices(text, longest=longest, keep=keep) if longest else iter(())


def fitting() -> Fitting:
    """What the concierge asks of the channels."""
    return Fitting(plain=plain, shorter=shorter)


def parts(letter: Letter, *, business: str, headers: dict[str, JsonValue], subject: str | None = None) -> list[Part]:
    """A stored message in the parts that its channel takes, the last one with what can be tapped."""
    bodies = split(letter.text, partial(fits, channel=letter.channel))
    way: dict[str, Any] = {"sender": letter.channel_metadata.get("addressed_to"), "headers": headers}
    if letter.channel == "email":
        way |= mail.envelope(letter.text, letter.channel_metadata, business=business, subject=subject)
    taps = list(quick_replies(letter.text, letter.channel))
    return [
        Part(body=body, envelope=way | ({"quick_replies": taps} if taps and number == len(bodies) else {}))
        for number, body in enumerate(bodies, 1)
    ]
