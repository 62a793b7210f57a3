"""The quote in writing: it is written here; who asks for it by e-mail is told that none is sent from here."""

from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.kit import lazy_re as re

_DONE = re.compile(r"\b(?:did|have|has) (?:you|u|it|the quote)\b[^.?!]{0,12}\b(?:e-?mail(?:ed)?|sen[dt])\b", re.I)
_BY_MAIL = re.compile(r"\be-?mail|\bon paper\b", re.I)


def announce(known: Known) -> None:
    """The sentence before a quote that was asked for in writing."""
    has_address = known.dialogue.email or known.frame.email
    known.say(
        "in_writing",
        at=ANSWERED,
        by_mail=_DONE.search(known.frame.text) is not None
        or (not has_address and bool(_BY_MAIL.search(known.frame.text))),
    )
    if known.does("thinking"):
        known.note(expecting=known.dialogue.expecting)
