"""What a mail from a payment service says: text in, a Notice out. Pure, and never raising whatever the text is."""

from hibachi.payments.notices.reading.notice import read

__all__ = ["read"]
