"""Bytes to a tree of parts, with the standard library's parser kept within bounds."""

from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from typing import Any

from hibachi.channels.mail.reading.headers import LONGEST_HEADER, UNREADABLE

MOST_LINES = 200_000
MOST_BOUNDARIES = 30
"""Every line is compared with the boundary of each part around it: lines times boundaries bounds the work."""
MOST_PARTS = 2000
MOST_LINES_OF_A_REPORT = 5000
"""The parser makes a part of every paragraph of a delivery report."""


class Careful(EmailPolicy):
    """policy.default without its grammar: long headers are cut, and a header is read only when somebody asks for it.

    The grammar of policy.default raises on some malformed headers, and on others takes time that grows faster than they.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """One header as it stands in the mail."""
        name, value = super().header_source_parse([line[:LONGEST_HEADER] for line in sourcelines[:100]])
        return name, value[:LONGEST_HEADER]

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The value as text; headers.py reads the few that matter."""
        return " ".join(str(value).split())


CAREFUL = Careful()


def parsed(raw: bytes, *, headers_only: bool = False) -> EmailMessage:
    """The tree of a mail's parts; of a mail that no parser can read, what its headers say."""
    bounded = _bounded(raw)
    hostile = (
        headers_only or bounded.lower().count(b"boundary=") > MOST_BOUNDARIES or bounded.count(b"\n--") > MOST_PARTS
    )
    for only in (hostile, True):
        try:
            message = BytesParser(policy=CAREFUL).parsebytes(bounded, headersonly=only)
        except UNREADABLE:
            continue
        if isinstance(message, EmailMessage):
            return message
    return EmailMessage(policy=CAREFUL)


def _bounded(raw: bytes) -> bytes:
    lines = raw.replace(b"\0", b"").splitlines(keepends=True)
    return b"".join(lines[: MOST_LINES_OF_A_REPORT if b"/delivery-status" in raw else MOST_LINES])
