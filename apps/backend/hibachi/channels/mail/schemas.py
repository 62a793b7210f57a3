"""What goes in and out of mail."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["message", "auto_reply", "bounce", "report", "list", "robot", "loop", "forged", "nobody", "empty"]
"""What a mail is. Only a `message` is answered; a `bounce` reports a delivery; the others are kept and end there."""

Outcome = Literal[
    "message",
    "auto_reply",
    "bounce",
    "report",
    "list",
    "robot",
    "loop",
    "forged",
    "nobody",
    "empty",
    "duplicate",
    "limited",
    "payment",
    "no_payment",
]
"""What became of a mail: what it is, or that it came before (in another folder, or twice), or that too many came.

payment: of a payment service, and kept as a notice. no_payment: in the mailbox for payments alone, and no notice."""

Proof = Literal["pass", "fail", "none"]
"""What the receiving server found out of the sender: vouched for, forged, or nothing."""


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address in lower case, and the name that stands before it."""

    address: str
    name: str | None = None

    @property
    def domain(self) -> str:
        """What stands after the @."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came along: noted, never opened. size: bytes as decoded."""

    name: str
    type: str
    size: int


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery status notification says of one mail of ours. code: RFC 3463, such as 5.1.1."""

    original_id: str | None
    recipient: str | None
    state: Literal["failed", "delayed", "delivered"]
    code: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail, understood. fresh: what its writer newly says; text: all that is visible in it, history too."""

    kind: Kind
    proof: Proof
    message_id: str | None
    sender: Address | None
    recipients: tuple[str, ...]
    subject: str
    sent_at: datetime | None
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    text: str
    fresh: str
    attachments: tuple[Attachment, ...] = ()
    bounce: Bounce | None = None


@dataclass(frozen=True, slots=True)
class OurSide:
    """What tells our own mails from others: our addresses, our Message-ID domain, and who checks senders for us.

    paid_at: the addresses that payment services write to, ours and perhaps the owner's own.
    """

    addresses: frozenset[str]
    id_domain: str
    authserv_ids: frozenset[str] = frozenset()
    paid_at: frozenset[str] = frozenset()
