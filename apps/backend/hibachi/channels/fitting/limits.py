"""What one message of a channel may hold at most."""

from hibachi.channels.fitting.segments import segments
from hibachi.customers.schemas import ChannelName

SMS_SEGMENTS = 6
"""Fewer than every provider takes: RingCentral 1,000 letters, Twilio 1,600."""
MESSENGER_LETTERS = 2000
INSTAGRAM_BYTES = 1000
WHATSAPP_LETTERS = 4096
"""developers.facebook.com: Send API of Messenger, of Instagram (bytes of UTF-8), Cloud API of WhatsApp."""


def fits(text: str, channel: ChannelName) -> bool:
    """Whether a text is one message on a channel."""
    match channel:
        case "sms":
            return segments(text) <= SMS_SEGMENTS
        case "facebook":
            return len(text) <= MESSENGER_LETTERS
        case "instagram":
            return len(text.encode()) <= INSTAGRAM_BYTES
        case "whatsapp":
            return len(text) <= WHATSAPP_LETTERS
        case _:
            return True
