"""One mail, from its bytes to what it says."""

from dataclasses import replace

from hibachi.channels.mail.reading import bodies, headers, kinds, proof
from hibachi.channels.mail.reading.bounces import bounce_of
from hibachi.channels.mail.reading.parsing import parsed
from hibachi.channels.mail.reading.quoting import new_words
from hibachi.channels.mail.schemas import Letter, OurSide
from hibachi.kit import lazy_re as re

_PREFIX = re.compile(
    r"\s*(?:\[?(?:re|fwd?|aw|wg|sv|vs|rv|tr|antw|res|enc|odp|r)(?:\[\d{1,3}\])?\s?[:：]\]?|\[external\])\s*",
    re.IGNORECASE,
)
LONGEST_SUBJECT = 300
LONGEST_HEAD = 256 * 1024


def read(raw: bytes, ours: OurSide) -> Letter:
    """What a mail says. Never raises, whatever the bytes are; the work grows as their number does."""
    message = parsed(raw)
    senders = headers.addresses(message, "from")
    sender = senders[0] if len(senders) == 1 else None
    subject = headers.text(message, "subject")[:LONGEST_SUBJECT]
    body = bodies.body_of(message)
    letter = Letter(
        kind=kinds.kind_of(message, sender, subject, ours),
        proof=proof.of_sender(message, sender, ours.authserv_ids),
        message_id=next(iter(headers.ids(message, "message-id")), None),
        sender=sender,
        recipients=tuple(one.address for name in ("to", "cc") for one in headers.addresses(message, name)),
        subject=subject,
        sent_at=headers.sent_at(message),
        in_reply_to=headers.ids(message, "in-reply-to"),
        references=headers.ids(message, "references"),
        text=body.text,
        fresh=new_words(body.text),
        attachments=tuple(body.attachments),
    )
    if letter.kind == "bounce":
        return replace(letter, bounce=bounce_of(message, body.text))
    return _judged(letter)


def sender_of(raw: bytes) -> str | None:
    """The address that a mail says it is from; None when it names none, or several."""
    senders = headers.addresses(parsed(raw[:LONGEST_HEAD], headers_only=True), "from")
    return senders[0].address if len(senders) == 1 else None


def _judged(letter: Letter) -> Letter:
    """A person's mail whose sender is forged is one; without words, its subject speaks, unless it only answers one."""
    if letter.kind != "message":
        return letter
    if letter.proof == "fail":
        return replace(letter, kind="forged")
    if letter.fresh:
        return letter
    own_subject = letter.subject if not _PREFIX.match(letter.subject) else ""
    return replace(letter, fresh=own_subject, kind="message" if own_subject else "empty")


def bare_subject(subject: str) -> str:
    """A subject without the marks that replies and forwarding put before it."""
    bare = subject
    while found := _PREFIX.match(bare):
        bare = bare[found.end() :]
    return bare.strip()
