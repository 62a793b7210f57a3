"""The trained second opinion on a message, ready when the rules read it: within a moment, or not at all.

The embedding begins when the message comes in and runs in its own thread beside the database's work. It serves the intent
and the mood; the reply waits for the intent alone, at most AI_HEARING_SECONDS, and never for a mood by itself.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hibachi.concierge.understanding.clauses import questions_of
from hibachi.language.embedding.errors import ModelMissing
from hibachi.language.heads.listener import Listener
from hibachi.language.heads.schemas import Alarm, Chances, Hunch, Mood
from hibachi.language.tidy import tidy

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the heads say of the new messages of a turn, read as one text; asked: of each question, what it is about."""

    hunch: Hunch
    mood: Mood
    alarm: Alarm | None = None
    asked: tuple[tuple[str, Chances], ...] = ()


class Hearing:
    """Asks the heads; a missing or slow model costs the opinion, nothing else."""

    def __init__(self, listener: Listener, *, within: float) -> None:
        """within: seconds; a reply without the second opinion is better than a late one."""
        self._listener = listener
        self._within = within

    def expect(self, text: str, channel: str) -> None:
        """Begin to read a message that came in."""
        whole = text_of([text], channel)
        for part in (whole, *questions_of(whole)):
            self._listener.expect(part)

    async def of(self, new: Sequence[str], channel: str) -> Heard | None:
        """What the messages seem to be after and how they feel; None when that is not known in time."""
        text, heard = text_of(new, channel), None
        try:
            async with asyncio.timeout(self._within):
                heard = Heard(*await self._listener.hear(text))
                parts = questions_of(text)
                heard = replace(heard, asked=tuple(zip(parts, await self._listener.asked(parts), strict=True)))
        except TimeoutError:
            log.warning("no second opinion within %s s", self._within)
        except ModelMissing as problem:
            log.error("no second opinion: %s", problem)
        return heard

    async def patiently(self, text: str, channel: str) -> Heard:
        """The same for a job, which may wait. Raises ModelMissing."""
        return Heard(*await self._listener.hear(text_of([text], channel)))


def text_of(new: Sequence[str], channel: str) -> str:
    """The new messages as the rules and the heads read them."""
    texts = [tidy(text, email=channel == "email") for text in new]
    return "\n".join(part for part in texts if part)
