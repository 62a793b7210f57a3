"""A mail of a payment service: its words as they stand in both alternatives, and whether it may move money."""

from dataclasses import dataclass

from hibachi.channels.mail.reading import headers, proof
from hibachi.channels.mail.reading.bodies import content, leaves
from hibachi.channels.mail.reading.parsing import parsed
from hibachi.channels.mail.schemas import OurSide


@dataclass(frozen=True, slots=True)
class MoneyMail:
    """What is read of it. proven: the receiving server vouches for its sender. ours: its one To is an address of ours."""

    subject: str
    text: str
    html: str
    proven: bool
    ours: bool


def read(raw: bytes, ours: OurSide) -> MoneyMail:
    """A mail's own words, none of a mail inside it. Never raises, whatever the bytes are."""
    message = parsed(raw)
    senders = headers.addresses(message, "from")
    sender = senders[0] if len(senders) == 1 else None
    recipients = {one.address for one in headers.addresses(message, "to")}
    bodies: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    for part in leaves(message):
        kind = headers.content_type(part)
        if kind == "message/rfc822":
            break
        if kind in bodies and not headers.first(part, "content-disposition").lower().startswith("attachment"):
            bodies[kind].append(content(part))
    return MoneyMail(
        subject=headers.text(message, "subject"),
        text="\n".join(bodies["text/plain"]),
        html="\n".join(bodies["text/html"]),
        proven=proof.vouched(message, sender, ours.authserv_ids),
        ours=len(recipients) == 1 and recipients <= ours.paid_at,
    )
