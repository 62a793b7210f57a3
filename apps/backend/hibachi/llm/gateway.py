"""The one file that builds a provider's client: any OpenAI-compatible endpoint, by base URL, key and model name."""

import httpx2
from openai import AsyncOpenAI
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

from hibachi.settings import Settings

KEYLESS = "no-key-needed"


def configured_model(settings: Settings) -> OpenAIChatModel | None:
    """The model that the settings name, or None when neither a key nor a base URL is set.

    The client never retries by itself: the chain decides, and a customer waits for one time-out at most.
    """
    if settings.openai_api_key is None and settings.openai_base_url is None:
        return None
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else KEYLESS
    client = AsyncOpenAI(
        api_key=key,
        base_url=settings.openai_base_url,
        max_retries=0,
        timeout=httpx2.Timeout(settings.ai_timeout_seconds, connect=min(5.0, settings.ai_timeout_seconds)),
    )
    return OpenAIChatModel(settings.ai_model, provider=OpenAIProvider(openai_client=client))
