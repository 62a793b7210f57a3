"""The brand's voice on one channel: which of several phrasings, how long, with or without emoji."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from hibachi.concierge.local.steps import Act
from hibachi.concierge.local.wording import yes_no
from hibachi.concierge.local.wording.aloud import aloud
from hibachi.policies.schemas import Profile
from hibachi.policies.scripts import Situation, in_force

VITAL, MUST, RATHER, SHOULD, MAY = 5, 4, 3, 2, 1


@dataclass(frozen=True, slots=True)
class Part:
    """Some sentences and how much they matter: what only MAY be said is left out when a channel is short, VITAL never.

    RATHER goes before everything that only SHOULD be said, wherever in the message it stands.
    """

    text: str
    weight: int = MUST


Parts = list[Part]


@dataclass(slots=True)
class Voice:
    """Chooses words: the same for the same turn, another phrasing when one was used before in this conversation.

    tries: how often this reply was refused: then it is said plainly, and each time in another of the phrasings.
    reserved: letters of the channel's length that the disclosure takes.
    """

    channel: str
    profile: Profile
    seed: str
    first_name: str | None = None
    used: frozenset[str] = frozenset()
    tries: int = 0
    reserved: int = 0
    taken: set[str] = field(default_factory=set)

    @property
    def plain(self) -> bool:
        return self.tries > 0

    @property
    def formal(self) -> bool:
        return self.channel == "email"

    @property
    def spoken(self) -> bool:
        return self.channel == "phone"

    @property
    def brief(self) -> bool:
        return self.channel in ("sms", "phone")

    @property
    def emoji(self) -> bool:
        voice = self.profile.business.brand_voice
        return not self.plain and voice.emoji.get(self.channel, "none") != "none"

    def pick(self, *options: str) -> str:
        """One of several ways to say the same thing, preferably one not said before in this conversation."""
        fresh = [option for option in options if not self._said(option)] or list(options)
        start = int(hashlib.sha256(f"{self.seed}:{options[0]}".encode()).hexdigest()[:8], 16)
        chosen = fresh[(self.tries - 1 if self.plain else start) % len(fresh)]
        self.taken.update(hashes(chosen))
        return chosen

    def script(self, situation: Situation) -> "Parts":
        """The owner's own words for a situation, one not said before in this conversation; nothing where there is none.

        A reply that was refused is said in our words: a script can cost a second try, never the answer.
        """
        active = () if self.plain else tuple(in_force(self.profile))
        options = [text for of, text in active if of == situation and not self._said(text)]
        if not options:
            return []
        first, *rest = re.split(r"(?<=[.!?])\s+(?=[A-Z])", self.pick(*options))
        return [Part(first, MUST), *(Part(one, SHOULD) for one in rest)]

    def heard(self, text: str) -> bool:
        """Whether all of a text was said in this conversation, sentence by sentence."""
        return all(mark in self.used for mark in hashes(text))

    def _said(self, option: str) -> bool:
        return any(mark in self.used or mark in self.taken for mark in hashes(option))


def hashes(text: str) -> tuple[str, ...]:
    """A short mark of each sentence of a text, by which it is known again."""
    sentences = [re.sub(r"[^\w$]+", " ", part.lower()).strip() for part in re.split(r"(?<=[.!?])\s+|\n+", text)]
    return tuple(hashlib.sha256(one.encode()).hexdigest()[:12] for one in sentences if len(one) > 3)


Wording = Callable[[Voice, Any], Parts]
WORDINGS: dict[str, Wording] = {}


def says(kind: str) -> Callable[[Wording], Wording]:
    """Registers the words of one kind of act."""

    def register(wording: Wording) -> Wording:
        WORDINGS[kind] = wording
        return wording

    return register


def parts_of(act: Act, voice: Voice) -> Parts:
    said = [part for part in WORDINGS[act.kind](voice, act.data) if part.text.strip()]
    said = [Part(aloud(part.text), part.weight) for part in said] if voice.spoken else said
    first = yes_no.lead(act.kind, act.data)
    return [must(first), *said] if first and not re.match(r"(?:Yes|No)\b", said[0].text if said else "") else said


def must(text: str) -> Part:
    return Part(text, MUST)


def vital(text: str) -> Part:
    return Part(text, VITAL)


def rather(text: str) -> Part:
    return Part(text, RATHER)


def should(text: str) -> Part:
    return Part(text, SHOULD)


def may(text: str) -> Part:
    return Part(text, MAY)


def joined(options: Sequence[str]) -> str:
    return " ".join(option for option in options if option)
