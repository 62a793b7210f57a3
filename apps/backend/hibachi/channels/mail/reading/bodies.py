"""Which parts of a mail are its words, and which are files that came along."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage

from hibachi.channels.mail.reading import headers
from hibachi.channels.mail.reading.charsets import decoded
from hibachi.channels.mail.reading.hypertext import as_text
from hibachi.channels.mail.schemas import Attachment
from hibachi.language.tidy import without_control_characters

LONGEST_TEXT = 200_000
MOST_PARTS = 200
STUBS = ("view this email in", "view this message in", "html", "does not support", "no soporta")
"""What the plain part says of programs that write none: with one of these and little else, the HTML part counts."""
SHORT = 160


@dataclass(slots=True)
class Body:
    """The words of a mail as text, and what came along. plain says whether its writer's program wrote plain text."""

    texts: list[str] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    seen: int = 0

    @property
    def text(self) -> str:
        """All words, in the order of the parts."""
        return "\n\n".join(text for text in self.texts if text.strip())[:LONGEST_TEXT]


def body_of(message: EmailMessage) -> Body:
    """The words and the attachments of a mail, whatever its structure."""
    body = Body()
    _read(message, body, alternative=False)
    return body


def _read(part: EmailMessage, body: Body, *, alternative: bool) -> None:
    body.seen += 1
    if body.seen > MOST_PARTS:
        return
    kind = headers.content_type(part)
    children = _children(part)
    if children and kind.startswith("multipart/"):
        if kind == "multipart/alternative":
            _read_alternatives(children, body)
        else:
            for child in children:
                _read(child, body, alternative=False)
    elif _is_words(part, kind):
        body.texts.append(_words(part, kind))
    elif kind != "multipart/alternative":
        body.attachments.append(_attachment(part, kind))


def _read_alternatives(children: list[EmailMessage], body: Body) -> None:
    """One of the alternatives says it all: the plain one, unless it says that it says nothing."""
    read = []
    for child in children[:MOST_PARTS]:
        one = Body(seen=body.seen)
        _read(child, one, alternative=True)
        body.seen = one.seen
        read.append((headers.content_type(child), one))
    plain = next((one for kind, one in read if kind == "text/plain" and not _is_stub(one.text)), None)
    others = [one for kind, one in read if kind != "text/plain"] or [one for _, one in read]
    chosen = plain or max(others, key=lambda one: len(one.text), default=None)
    body.texts += chosen.texts if chosen else []
    body.attachments += [file for kind, one in read for file in one.attachments if file.type != "text/plain"]


def _is_stub(text: str) -> bool:
    words = text.strip().lower()
    return not words or (len(words) < SHORT and any(stub in words for stub in STUBS))


def _is_words(part: EmailMessage, kind: str) -> bool:
    disposition = headers.first(part, "content-disposition").lower()
    return kind in ("text/plain", "text/html") and not disposition.startswith("attachment") and not _name(part)


def _words(part: EmailMessage, kind: str) -> str:
    raw = _payload(part)
    text = decoded(raw, headers.parameter(part, "content-type", "charset") or "utf-8")[:LONGEST_TEXT]
    if kind == "text/html":
        return as_text(text)
    clean = without_control_characters(text)
    if headers.parameter(part, "content-type", "format").lower() == "flowed":
        clean = _unfolded(clean, joined=headers.parameter(part, "content-type", "delsp").lower() == "yes")
    return clean


def _unfolded(text: str, *, joined: bool) -> str:
    """format=flowed (RFC 3676): a line that ends with a space goes on in the next one of the same depth."""
    lines: list[str] = []
    flows = False
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        rest = line[depth:].removeprefix(" ")
        before = len(lines[-1]) - len(lines[-1].lstrip(">")) if lines else 0
        if flows and depth == before and rest.rstrip() != "--":
            lines[-1] = (lines[-1][:-1] if joined else lines[-1]) + rest
        else:
            lines.append(f"{'>' * depth} {rest}" if depth else rest)
        flows = rest.endswith(" ") and rest != "-- "
    return "\n".join(lines)


def _payload(part: EmailMessage) -> bytes:
    raw = None
    with suppress(*headers.UNREADABLE):
        raw = part.get_payload(decode=True)
    if raw is None and not part.is_multipart():
        del part["content-type"]  # of a charset that cannot even be named
        with suppress(*headers.UNREADABLE):
            raw = part.get_payload(decode=True)
    return raw if isinstance(raw, bytes) else b""


def _children(part: EmailMessage) -> list[EmailMessage]:
    held = part.get_payload() if part.is_multipart() else None
    return [child for child in held if isinstance(child, EmailMessage)] if isinstance(held, list) else []


def _attachment(part: EmailMessage, kind: str) -> Attachment:
    return Attachment(_name(part) or "unnamed", kind[:100], _size(part))


def _size(part: EmailMessage) -> int:
    """Bytes of a part and of the parts in it; counted without recursion, for mails may lie in mails a thousand deep."""
    size, waiting = 0, [part]
    for _ in range(MOST_PARTS):
        if not waiting:
            break
        one = waiting.pop()
        children = _children(one)
        waiting += children[:MOST_PARTS]
        size += 0 if children else len(_payload(one))
    return size


def _name(part: EmailMessage) -> str:
    named = headers.parameter(part, "content-disposition", "filename") or headers.parameter(
        part, "content-type", "name"
    )
    return named.replace("/", "_").replace("\\", "_")[:200]


def leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """Every part that holds no others, and every mail inside a mail, in their order; at most MOST_PARTS of them."""
    waiting, seen = [message], 0
    while waiting and seen < MOST_PARTS:
        part, seen = waiting.pop(), seen + 1
        yield part
        waiting += reversed(_children(part))


def content(part: EmailMessage) -> str:
    """A part's content as text."""
    return decoded(_payload(part), headers.parameter(part, "content-type", "charset") or "utf-8")[:LONGEST_TEXT]
