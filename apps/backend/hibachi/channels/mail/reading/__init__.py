"""What a mail says: bytes in, a Letter out. Pure, linear in time, and never raising whatever the bytes are."""

from hibachi.channels.mail.reading.letter import read

__all__ = ["read"]
