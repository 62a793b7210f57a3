"""Pure decisions about drafts: where they are asked for, what an approval is bound to, how far an edit went."""

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from statistics import median
from uuid import UUID

from hibachi.conversations.drafts.schemas import ANY, DraftMode, Priority

MOST_WORDS = 800
"""Beyond so many words the middle of a text counts as changed whole: no reply is as long."""


def mode_of(modes: Iterable[DraftMode], *, channel: str, topic: str) -> DraftMode | None:
    """The switch that counts for a channel and topic: the most exact one, the channel before the topic; None for none."""
    fitting = [one for one in modes if one.channel in (channel, ANY) and one.topic in (topic, ANY)]
    return max(fitting, key=lambda one: (one.channel != ANY, one.topic != ANY), default=None)


def digest(*, text: str, conversation_id: UUID, channel: str, answers: Sequence[str]) -> str:
    """What an approval is bound to: exactly this text, in this conversation, on this channel, for these messages."""
    plain = json.dumps([text, str(conversation_id), channel, list(answers)], separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def priority(*, urgency: str, topic: str) -> Priority:
    """How soon a draft should be looked at."""
    if urgency in ("high", "urgent") or topic in ("complaint", "cancel", "change"):
        return "high"
    return "low" if topic in ("greeting", "thanks") else "normal"


def edit_distance(before: str, after: str) -> int:
    """How many words were put in, taken out or replaced (Levenshtein over words)."""
    one, other = before.split(), after.split()
    while one and other and one[0] == other[0]:
        del one[0], other[0]
    while one and other and one[-1] == other[-1]:
        del one[-1], other[-1]
    if len(one) > MOST_WORDS or len(other) > MOST_WORDS:
        return max(len(one), len(other))
    row = list(range(len(other) + 1))
    for at, word in enumerate(one, 1):
        row = _next_row(row, at, word, other)
    return row[-1]


def _next_row(row: list[int], at: int, word: str, other: list[str]) -> list[int]:
    new = [at]
    for place, wanted in enumerate(other, 1):
        new.append(min(row[place] + 1, new[-1] + 1, row[place - 1] + (word != wanted)))
    return new


def rate(part: int, whole: int) -> float | None:
    """A share, 0..1; None of nothing."""
    return round(part / whole, 4) if whole else None


def middle(values: Collection[float]) -> float | None:
    """The median; None of nothing."""
    return round(median(values), 1) if values else None


def in_words(unchanged: int, decided: int) -> str:
    """ "143 of 150 sent unchanged", as the owner reads it."""
    return f"{unchanged} of {decided} sent unchanged"
