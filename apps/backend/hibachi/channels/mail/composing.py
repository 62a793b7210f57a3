"""An outgoing mail as bytes: threaded, marked as a machine's, and with nothing in its headers that was not meant."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime

from hibachi.channels.carriers import CarrierRefused, Outgoing
from hibachi.channels.mail.reading.kinds import LOOP_HEADER
from hibachi.kit import lazy_re as re

LONGEST_SUBJECT = 250
MOST_REFERENCES = 20
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}")
_ID = re.compile(r"<?([^<>\s@]{1,120}@[^<>\s@]{1,120})>?")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
_OWN = frozenset({"from", "to", "cc", "bcc", "subject", "date", "message-id", "in-reply-to", "references", "sender"})
"""Headers that this file writes itself; nobody else's word for them counts."""


class Unfolded(EmailPolicy):
    """The policy of SMTP, but for ids: some mail programs lose a thread when its id stands on a line of its own."""

    def fold_binary(self, name: str, value: str) -> bytes:
        """A header as it travels."""
        if name.lower() in ("message-id", "in-reply-to"):
            return f"{name}: {value}{self.linesep}".encode("ascii", "replace")
        folded: bytes = super().fold_binary(name, value)
        return folded


POLICY = Unfolded(linesep="\r\n")


def message_id(outgoing: Outgoing, id_domain: str) -> str:
    """The Message-ID of an outbox row, without brackets: the same row is the same mail, however often it is sent."""
    return f"{outgoing.id}@{id_domain}"


def composed(outgoing: Outgoing, *, sender: str, sender_name: str, id_domain: str, now: datetime) -> EmailMessage:
    """The mail of an outbox row. Raises CarrierRefused for an address that no mail can be sent to."""
    mail = EmailMessage(policy=POLICY)
    mail["From"] = _address(outgoing.sender or sender, sender_name)
    mail["To"] = _address(outgoing.to, "")
    mail["Subject"] = one_line(outgoing.subject or "")[:LONGEST_SUBJECT] or one_line(sender_name)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{message_id(outgoing, id_domain)}>"
    _thread(mail, outgoing)
    mail["Auto-Submitted"] = one_line(_given(outgoing, "auto-submitted")) or (
        "auto-replied" if outgoing.in_reply_to else "auto-generated"
    )
    mail["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    mail[LOOP_HEADER] = outgoing.sender or sender
    for name, value in outgoing.headers.items():
        if _NAME.fullmatch(name) and name.lower() not in _OWN and name not in mail:
            mail[name] = one_line(value)
    mail.set_content(outgoing.text, cte="quoted-printable")
    if outgoing.html is not None:
        mail.add_alternative(outgoing.html, subtype="html", cte="quoted-printable")
    return mail


def one_line(text: str) -> str:
    """A text without line breaks and control characters, as a header may hold it."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def ascii_address(address: str) -> str:
    """An address as every server takes it; raises CarrierRefused where there is no such spelling."""
    local, _, domain = address.strip().rpartition("@")
    try:
        plain = f"{local}@{domain.encode('idna').decode()}"
    except UnicodeError:
        plain = ""
    if not _ADDRESS.fullmatch(plain):
        raise CarrierRefused("invalid_address", "No mail can be sent to this address.")
    return plain


def _address(address: str, name: str) -> Address:
    return Address(one_line(name), addr_spec=ascii_address(address))


def _thread(mail: EmailMessage, outgoing: Outgoing) -> None:
    known = [found[1] for one in outgoing.references if (found := _ID.fullmatch(one.strip()))]
    answered = _ID.fullmatch((outgoing.in_reply_to or "").strip())
    if answered:
        mail["In-Reply-To"] = f"<{answered[1]}>"
        known = [*(one for one in known if one != answered[1]), answered[1]]
    if known:
        kept = known if len(known) <= MOST_REFERENCES else [known[0], *known[1 - MOST_REFERENCES :]]
        mail["References"] = " ".join(f"<{one}>" for one in dict.fromkeys(kept))


def _given(outgoing: Outgoing, name: str) -> str:
    return next((value for known, value in outgoing.headers.items() if known.lower() == name), "")
