"""What an e-mail asks at its end: whether the reply helped, or how the assistant was when it booked a party."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any
from uuid import UUID

from hibachi.channels.feedback.links import Link, Links
from hibachi.conversations.schemas import Part

VOTE = "Was this response helpful?"
SURVEY = "How was our AI assistant?"


@dataclass(frozen=True, slots=True)
class Footer:
    """The question with its links, as plain text and as HTML."""

    text: str
    html: str


def footer(
    *,
    message_id: UUID,
    conversation_id: UUID,
    metadata: Mapping[str, Any],
    links: Links,
    public_url: str | None,
    now: datetime,
) -> Footer | None:
    """The footer of a reply of the concierge that goes out by e-mail; None where no page can be reached.

    metadata: of the reply, as the concierge wrote it.
    """
    if public_url is None:
        return None
    if booked(metadata):
        token = links.token(Link("survey", conversation_id), now=now)
        return _asked(SURVEY, {f"{n}": f"{public_url}/feedback/{token}?score={n}" for n in range(1, 6)})
    token = links.token(Link("vote", message_id), now=now)
    answers = {"Yes": "up", "No": "down"}
    return _asked(VOTE, {name: f"{public_url}/feedback/{token}?vote={vote}" for name, vote in answers.items()})


def booked(metadata: Mapping[str, Any]) -> bool:
    """Whether a reply tells of a party that was booked in its turn."""
    tools = metadata.get("tools", [])
    return any(tool["name"] == "book_party" and tool["result"].get("booked") is True for tool in tools)


def signed_off(parts: Sequence[Part], added: Footer | None) -> list[Part]:
    """The parts of a mail, the last one with the footer below its words, as text and in its HTML."""
    if added is None:
        return list(parts)
    *others, last = parts
    html = str(last.envelope.get("html", "")).replace("</body>", f"{added.html}</body>")
    return [*others, last.model_copy(update={"envelope": {**last.envelope, "html": html, "footer": added.text}})]


def _asked(question: str, answers: dict[str, str]) -> Footer:
    lines = [f"{name}: {address}" for name, address in answers.items()]
    buttons = " &nbsp; ".join(f'<a href="{escape(address)}">{escape(name)}</a>' for name, address in answers.items())
    return Footer("\n".join([question, *lines]), f"<p>{escape(question)}<br>{buttons}</p>")
