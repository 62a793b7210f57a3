"""What the heads say, as plain values: no array leaves this folder."""

from dataclasses import dataclass, field
from typing import Literal

Feeling = Literal["happy", "sad", "angry", "fearful", "surprised", "disgusted", "neutral"]
Sentiment = Literal["positive", "negative", "neutral"]
Chances = tuple[tuple[str, float], ...]
"""Names with how likely each is, 0..1, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Hunch:
    """What a message seems to be after; probabilities 0..1, the likeliest first.

    `topics` are finer than `intents`: "rain" and "parking" are both "policy". `act_at` and `topic_at` are the probabilities
    from which the head was right on texts that it had not seen as often as its recipe says.
    """

    intents: tuple[tuple[str, float], ...]
    topics: tuple[tuple[str, float], ...]
    act_at: float
    topic_at: float

    @property
    def intent(self) -> str | None:
        """The intent, when it is sure enough to act upon."""
        return self.intents[0][0] if self.intents and self.intents[0][1] >= self.act_at else None

    @property
    def topic(self) -> str | None:
        """The topic, when it is sure enough to act upon."""
        return self.topics[0][0] if self.topics and self.topics[0][1] >= self.topic_at else None


@dataclass(frozen=True, slots=True)
class Mood:
    """How a text feels: one of Ekman's six or neutral, intensity 0..1, and the probability of each."""

    label: Feeling
    intensity: float
    sentiment: Sentiment
    scores: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alarm:
    """What of a text a person should see to: the likeliest matter, and the probability 0..1 that there is any."""

    kind: str
    chance: float
    act_at: float

    @property
    def sure(self) -> bool:
        """Whether it is sure enough to call a person."""
        return self.chance >= self.act_at
