"""What the heads say of a text, for the whole product: one embedding serves the intent and the mood. Plain values come out."""

from functools import cached_property
from typing import TYPE_CHECKING

from hibachi.language.embedding.embedder import Embedder
from hibachi.language.heads.schemas import Hunch, Mood

if TYPE_CHECKING:
    from hibachi.language.heads.emotions import EmotionHead
    from hibachi.language.heads.intents import IntentHead


class Listener:
    """Thread-safe; loads in the embedder's thread when it is warmed or first asked."""

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._embedder = embedder or Embedder()

    def warm(self) -> None:
        """Begin to load the encoder and the heads, without waiting for them."""
        self._embedder.warm(also=lambda: self._heads)

    def close(self) -> None:
        """Let the embedder's thread end."""
        self._embedder.close()

    def expect(self, text: str) -> None:
        """Begin to read a text that will be asked about soon."""
        self._embedder.expect(text)

    async def hear(self, text: str) -> tuple[Hunch, Mood]:
        """What a text is after and how it feels. Raises ModelMissing."""
        features = await self._embedder.features(text)
        intents, emotions = self._heads
        return intents.of(features), emotions.of(text, features)

    @cached_property
    def _heads(self) -> "tuple[IntentHead, EmotionHead]":
        from hibachi.language.heads.emotions import EmotionHead
        from hibachi.language.heads.intents import IntentHead

        return IntentHead.read(), EmotionHead.read()
