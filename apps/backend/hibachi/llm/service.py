"""The chain of models: the configured one first, the built-in one at the end, always."""

from pydantic_ai.models import Model

from hibachi.kit.clock import Clock
from hibachi.llm.breaker import Breaker
from hibachi.llm.gateway import configured_client, model_of
from hibachi.llm.schemas import Price, Speaker
from hibachi.settings import Settings


class ModelChain:
    """Who may speak, in order. The built-in model is the last, needs nothing, and is never skipped."""

    def __init__(self, settings: Settings, *, builtin: Model, clock: Clock) -> None:
        self._builtin = Speaker("builtin", builtin, builtin=True)
        self._breaker = Breaker(clock)
        self._client = configured_client(settings)
        model = model_of(self._client, settings.ai_model) if self._client else None
        price = Price(settings.ai_input_price, settings.ai_output_price)
        self._configured = Speaker(settings.ai_model, model, price) if model else None

    @property
    def builtin(self) -> Speaker:
        """The model that needs no key and no network."""
        return self._builtin

    @property
    def is_configured(self) -> bool:
        """Whether another model than the built-in one may speak."""
        return self._configured is not None

    def speakers(self) -> list[Speaker]:
        """The models to try for one reply, first to last."""
        if self._configured is None or self._breaker.open:
            return [self._builtin]
        return [self._configured, self._builtin]

    def failed(self, speaker: Speaker) -> None:
        """A model did not answer, or answered nonsense."""
        if not speaker.builtin:
            self._breaker.failed()

    def succeeded(self, speaker: Speaker) -> None:
        """A model answered."""
        if not speaker.builtin:
            self._breaker.succeeded()

    def health(self) -> dict[str, object]:
        """What is configured and whether it is being left alone after failures."""
        configured = self._configured.name if self._configured else None
        return {"configured": configured, "resting": self._breaker.open, "fallback": self._builtin.name}

    async def close(self) -> None:
        """Close the provider's connections."""
        if self._client is not None:
            await self._client.close()
