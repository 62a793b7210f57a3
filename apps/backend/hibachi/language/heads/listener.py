"""What the heads say of a text, for the whole product: one embedding serves all of them. Plain values come out."""

import asyncio
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from hibachi.language.embedding.embedder import Embedder
from hibachi.language.heads.schemas import Alarm, Chances, Hunch, Mood

if TYPE_CHECKING:
    from hibachi.language.heads.asked import AskedHead
    from hibachi.language.heads.emotions import EmotionHead
    from hibachi.language.heads.intents import IntentHead
    from hibachi.language.heads.matters import MatterHead
    from hibachi.language.heads.mentions import MentionHead


class Listener:
    """Thread-safe; loads in the embedder's thread when it is warmed or first asked."""

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._embedder = embedder or Embedder()

    def warm(self) -> None:
        """Begin to load the encoder and the heads, without waiting for them."""
        self._embedder.warm(also=lambda: (self._heads, self._asked, self._mentions))

    def close(self) -> None:
        """Let the embedder's thread end."""
        self._embedder.close()

    def expect(self, text: str) -> None:
        """Begin to read a text that will be asked about soon."""
        self._embedder.expect(text)

    async def hear(self, text: str) -> tuple[Hunch, Mood, Alarm]:
        """What a text is after, how it feels, and whether a person should see it. Raises ModelMissing."""
        features = await self._embedder.features(text)
        intents, emotions, matters = self._heads
        return intents.of(features), emotions.of(text, features), matters.of(features)

    async def asked(self, texts: Sequence[str]) -> tuple[Chances, ...]:
        """What each of some questions is about: its likeliest topics, the likeliest first. Raises ModelMissing."""
        if not texts:
            return ()
        vectors = await asyncio.gather(*(self._embedder.vector(text) for text in texts))
        return self._asked.likeliest(vectors)

    async def mentions(self, texts: Sequence[str]) -> tuple[float, ...]:
        """How likely each sentence only mentions its numbers, people and days, 0..1. Raises ModelMissing."""
        if not texts:
            return ()
        features = await asyncio.gather(*(self._embedder.features(text) for text in texts))
        return self._mentions.of(texts, features)

    @cached_property
    def _mentions(self) -> "MentionHead":
        from hibachi.language.heads.mentions import MentionHead

        return MentionHead.read()

    @cached_property
    def _asked(self) -> "AskedHead":
        from hibachi.language.heads.asked import AskedHead

        return AskedHead.read()

    @cached_property
    def _heads(self) -> "tuple[IntentHead, EmotionHead, MatterHead]":
        from hibachi.language.heads.emotions import EmotionHead
        from hibachi.language.heads.intents import IntentHead
        from hibachi.language.heads.matters import MatterHead

        return IntentHead.read(), EmotionHead.read(), MatterHead.read()
