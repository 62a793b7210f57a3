"""What an e-mail asks at its end: whether the reply helped, or how the assistant was when it booked a party."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from hibachi.channels.feedback.links import Link, Links
from hibachi.conversations.schemas import Message

VOTE = "Was this response helpful?"
SURVEY = "How was our AI assistant?"


@dataclass(frozen=True, slots=True)
class Footer:
    """The question with its links, as plain text and as HTML."""

    text: str
    html: str


def footer(message: Message, *, links: Links, public_url: str | None, now: datetime) -> Footer | None:
    """The footer of a reply that goes out by e-mail; None for what no machine wrote, and where no page can be reached."""
    if public_url is None or message.role != "assistant" or message.staff_id is not None:
        return None
    if booked(message):
        token = links.token(Link("survey", message.conversation_id), now=now)
        return _asked(SURVEY, {f"{n}": f"{public_url}/feedback/{token}?score={n}" for n in range(1, 6)})
    token = links.token(Link("vote", message.id), now=now)
    return _asked(
        VOTE, {"Yes": f"{public_url}/feedback/{token}?vote=up", "No": f"{public_url}/feedback/{token}?vote=down"}
    )


def booked(message: Message) -> bool:
    """Whether a reply tells of a party that was booked in its turn."""
    tools = message.meta.get("tools", [])
    return any(tool["name"] == "book_party" and tool["result"].get("booked") is True for tool in tools)


def _asked(question: str, answers: dict[str, str]) -> Footer:
    lines = [f"{name}: {address}" for name, address in answers.items()]
    buttons = " &nbsp; ".join(f'<a href="{escape(address)}">{escape(name)}</a>' for name, address in answers.items())
    return Footer("\n".join([question, *lines]), f"<p>{escape(question)}<br>{buttons}</p>")
