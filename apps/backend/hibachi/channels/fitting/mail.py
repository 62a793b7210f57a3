"""A checked text as an e-mail: subject, thread, plain and HTML parts, and the way out of what was not asked for."""

from html import escape
from typing import Any

from pydantic import JsonValue

LONGEST_SUBJECT = 200
MOST_REFERENCES = 20


def envelope(text: str, metadata: dict[str, Any], *, business: str, subject: str | None = None) -> dict[str, JsonValue]:
    """What goes with the words: "Re:" of the customer's subject, their message's id as what it answers, and HTML.

    metadata: of the thread, as the door wrote it ("subject", "message_id", "references"). subject: for a mail that
    begins a thread.
    """
    answered = None if subject else metadata.get("message_id")
    known = () if subject else metadata.get("references") or ()
    references: list[JsonValue] = [one for one in known if isinstance(one, str)]
    chain = [*references, answered] if answered and answered not in references else references
    named = subject or reply_subject(metadata.get("subject"), business)
    return {
        "subject": named,
        "html": html(text),
        "in_reply_to": answered if isinstance(answered, str) else None,
        "references": chain[-MOST_REFERENCES:],
    }


def reply_subject(said: object, business: str) -> str:
    """The subject of an answer, on one line."""
    plain = " ".join(said.split())[:LONGEST_SUBJECT] if isinstance(said, str) else ""
    if not plain:
        return f"Your message to {business}"
    return plain if plain.lower().startswith("re:") else f"Re: {plain}"


def html(text: str) -> str:
    """The same words as HTML: paragraphs and lines; every letter is escaped, so no markup of a customer comes alive."""
    paragraphs = [part for part in text.strip().split("\n\n") if part.strip()]
    lines = "".join(f"<p>{escape(part.strip()).replace(chr(10), '<br>')}</p>" for part in paragraphs)
    return f"<!doctype html><html><body>{lines}</body></html>"


def unsubscribe_headers(link: str | None, mailbox: str) -> dict[str, JsonValue]:
    """The headers by which a reader's program ends it with one click (RFC 8058); link is https, None where we have none."""
    by_mail = f"<mailto:{mailbox}?subject=unsubscribe>"
    if link is None:
        return {"List-Unsubscribe": by_mail}
    return {"List-Unsubscribe": f"<{link}>, {by_mail}", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
