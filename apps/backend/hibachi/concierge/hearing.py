"""The trained second opinion on a message, ready when the rules read it: within a moment, or not at all.

The embedding begins when the message comes in and runs in its own thread beside the database's work. It serves the intent
and the mood; the reply waits for the intent alone, at most AI_HEARING_SECONDS, and never for a mood by itself.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hibachi.concierge.understanding import leaning as leaning_on
from hibachi.concierge.understanding.clauses import questions_of
from hibachi.concierge.understanding.only_mentioned import sentences_of
from hibachi.language.embedding.errors import ModelMissing
from hibachi.language.heads.listener import Listener
from hibachi.language.heads.schemas import Alarm, Chances, Hunch, Mood
from hibachi.language.tidy import tidy

log = logging.getLogger(__name__)

MOST_WORDS_OF_A_QUESTION = 45
"""The head learnt questions with their reason, not letters."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the heads say of the new messages of a turn, read as one text.

    asked: of each question, what it is about; whole: what the text is about, where it is no letter;
    mentions: of each sentence, how likely it only mentions its numbers, people and days.
    """

    hunch: Hunch
    mood: Mood
    alarm: Alarm | None = None
    asked: tuple[tuple[str, Chances], ...] = ()
    whole: Chances = ()
    mentions: tuple[tuple[str, float], ...] = ()


class Hearing:
    """Asks the heads; a missing or slow model costs the opinion, nothing else."""

    def __init__(self, listener: Listener, *, within: float) -> None:
        """within: seconds; a reply without the second opinion is better than a late one."""
        self._listener = listener
        self._within = within

    def expect(self, text: str, channel: str) -> None:
        """Begin to read a message that came in."""
        whole = text_of([text], channel)
        for part in (whole, *questions_of(whole), *sentences_of(whole)):
            self._listener.expect(part)

    async def of(self, new: Sequence[str], channel: str, *, noun: str | None = None) -> Heard | None:
        """What the messages seem to be after and how they feel; None when that is not known in time.

        noun: what was answered last, on which a short question may lean.
        """
        text, heard = text_of(new, channel), None
        try:
            async with asyncio.timeout(self._within):
                heard = Heard(*await self._listener.hear(text))
                asked, mentions = await self._asked(questions_of(text), noun), await self._mentions(text)
                heard = replace(heard, asked=asked, whole=await self._whole(text), mentions=mentions)
        except TimeoutError:
            log.warning("no second opinion within %s s", self._within)
        except ModelMissing as problem:
            log.error("no second opinion: %s", problem)
        return heard

    async def _asked(self, parts: Sequence[str], noun: str | None) -> tuple[tuple[str, Chances], ...]:
        """What each question is about, by itself or with what it leans on: whichever the head is surer of."""
        leaning = [leaning_on.whole(part, noun) or part for part in parts]
        told = await self._listener.asked([*parts, *leaning])
        surest = [max(pair, key=_surest) for pair in zip(told[: len(parts)], told[len(parts) :], strict=True)]
        return tuple(zip(parts, surest, strict=True))

    async def _mentions(self, text: str) -> tuple[tuple[str, float], ...]:
        sentences = sentences_of(text)
        return tuple(zip(sentences, await self._listener.mentions(sentences), strict=True))

    async def _whole(self, text: str) -> Chances:
        """Of the text as the other heads hear it, so that it is embedded once."""
        return (await self._listener.asked([text]))[0] if 0 < len(text.split()) <= MOST_WORDS_OF_A_QUESTION else ()

    async def patiently(self, text: str, channel: str) -> Heard:
        """The same for a job, which may wait. Raises ModelMissing."""
        return Heard(*await self._listener.hear(text_of([text], channel)))


def _surest(chances: Chances) -> float:
    return chances[0][1] if chances else 0.0


def text_of(new: Sequence[str], channel: str) -> str:
    """The new messages as the rules and the heads read them."""
    texts = [tidy(text, email=channel == "email") for text in new]
    return "\n".join(part for part in texts if part)
