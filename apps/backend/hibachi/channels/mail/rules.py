"""Pure decisions about mails: how many are too many, where a long one is cut, which of our mails an id names."""

from typing import Literal
from uuid import UUID

from hibachi.conversations.rules import LONGEST_MESSAGE
from hibachi.kit import lazy_re as re

LOOP_AFTER = 12
"""Mails of one sender within an hour: after so many a human has to look, and the machine is silent."""
FLOOD_AFTER = 60
FLOOD_OF_DOMAIN_AFTER = 300
"""Within an hour, of one sender and of one domain: further ones are kept, and nothing more."""
LOOPS = (
    "This sender wrote more mails within an hour than a person does. The concierge answers no more until you hand back."
)
MOST_PIECES = 5
MOST_FILES = 20
MOST_REFERENCES = 20
_BREAK = re.compile(r"\n\n|\n|(?<=[.!?]) | ")
Writing = Literal["person", "loop", "flood"]


def judged(*, of_sender: int, of_domain: int) -> Writing:
    """What somebody seems to be, by how many of their mails were taken for messages within the hour before."""
    if of_sender >= FLOOD_AFTER or of_domain >= FLOOD_OF_DOMAIN_AFTER:
        return "flood"
    return "loop" if of_sender >= LOOP_AFTER else "person"


def pieces(text: str) -> list[str]:
    """A text in pieces that a message may be long, cut at paragraphs, lines or words; at most MOST_PIECES of them."""
    cut: list[str] = []
    rest = text.strip()
    while len(rest) > LONGEST_MESSAGE and len(cut) < MOST_PIECES - 1:
        ends = [found.end() for found in _BREAK.finditer(rest, LONGEST_MESSAGE // 2, LONGEST_MESSAGE)]
        end = ends[-1] if ends else LONGEST_MESSAGE
        cut.append(rest[:end].strip())
        rest = rest[end:].strip()
    return [piece for piece in [*cut, rest[:LONGEST_MESSAGE]] if piece]


def outbox_id(message_id: str, id_domain: str) -> UUID | None:
    """The row of the outbox that one of our Message-IDs names; None for anybody else's."""
    local, _, domain = message_id.rpartition("@")
    try:
        return UUID(local) if domain.lower() == id_domain else None
    except ValueError:
        return None
