"""The one file that builds a provider's client: any OpenAI-compatible endpoint, by base URL, key and model name.

The provider's library is imported where there is a provider: it takes half a second of a start that needs none.
"""

from typing import TYPE_CHECKING

import httpx2
from pydantic_ai.models import Model

from hibachi.settings import Settings

if TYPE_CHECKING:
    from openai import AsyncOpenAI

KEYLESS = "no-key-needed"


def configured_client(settings: Settings) -> "AsyncOpenAI | None":
    """A client of the endpoint that the settings name, or None when neither a key nor a base URL is set.

    The client never retries by itself: the chain decides, and a customer waits for one time-out at most.
    """
    if settings.openai_api_key is None and settings.openai_base_url is None:
        return None
    from openai import AsyncOpenAI

    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else KEYLESS
    return AsyncOpenAI(
        api_key=key,
        base_url=settings.openai_base_url,
        max_retries=0,
        timeout=httpx2.Timeout(settings.ai_timeout_seconds, connect=min(5.0, settings.ai_timeout_seconds)),
    )


def model_of(client: "AsyncOpenAI", name: str) -> Model:
    """The model of a name behind a client."""
    from pydantic_ai.models.openai import OpenAIChatModel
    from pydantic_ai.providers.openai import OpenAIProvider

    return OpenAIChatModel(name, provider=OpenAIProvider(openai_client=client))
