"""The chain of models: who speaks, who rests, what it costs, and how often a provider is asked."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_ai.direct import model_request
from pydantic_ai.exceptions import AgentRunError
from pydantic_ai.messages import ModelRequest
from pydantic_ai.models.test import TestModel

from hibachi.kit.clock import SettableClock
from hibachi.llm.breaker import FAILURES, REST, Breaker
from hibachi.llm.gateway import configured_client
from hibachi.llm.schemas import Price
from hibachi.llm.service import ModelChain
from hibachi.settings import Settings
from tests.simulators.model_server import Answer, Fail, Request, Say, model_server

pytestmark = pytest.mark.anyio
A_MOMENT = timedelta(milliseconds=1)


def chain(clock: SettableClock, **environment: Any) -> ModelChain:
    """A chain of these settings over a stand-in for the built-in model."""
    return ModelChain(Settings(_env_file=None, **environment), builtin=TestModel(), clock=clock)


def names(models: ModelChain) -> list[str]:
    """Who would be asked now, in order."""
    return [speaker.name for speaker in models.speakers()]


def test_without_a_key_and_an_endpoint_the_built_in_model_speaks_alone(clock: SettableClock) -> None:
    models = chain(clock)
    assert names(models) == ["builtin"]
    assert models.builtin.builtin and models.builtin.price == Price()
    assert models.health() == {"configured": None, "resting": False, "fallback": "builtin"}


@pytest.mark.parametrize(
    "environment",
    [{"OPENAI_API_KEY": "k"}, {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"}],
    ids=["a key", "an endpoint without one"],
)
def test_a_configured_model_comes_first(clock: SettableClock, environment: dict[str, str]) -> None:
    models = chain(clock, AI_MODEL="some-model", **environment)
    assert names(models) == ["some-model", "builtin"]
    assert models.health() == {"configured": "some-model", "resting": False, "fallback": "builtin"}


def test_three_failures_in_a_row_give_the_provider_a_rest(clock: SettableClock) -> None:
    models = chain(clock, OPENAI_API_KEY="k", AI_MODEL="m")
    speaker = models.speakers()[0]
    for _ in range(FAILURES - 1):
        models.failed(speaker)
        assert names(models) == ["m", "builtin"]
    models.failed(speaker)
    assert names(models) == ["builtin"] and models.health()["resting"] is True
    clock.advance(REST - A_MOMENT)
    assert names(models) == ["builtin"]
    clock.advance(A_MOMENT)
    assert names(models) == ["m", "builtin"] and models.health()["resting"] is False


def test_after_the_rest_one_failure_is_enough_and_one_success_forgives_all(clock: SettableClock) -> None:
    breaker = Breaker(clock)
    for _ in range(FAILURES):
        breaker.failed()
    clock.advance(REST)
    assert not breaker.open
    breaker.failed()
    assert breaker.open, "it did not get better"
    breaker.succeeded()
    assert not breaker.open
    for _ in range(FAILURES - 1):
        breaker.failed()
    assert not breaker.open, "the count began anew"


def test_a_success_between_failures_keeps_it_closed(clock: SettableClock) -> None:
    breaker = Breaker(clock)
    for _ in range(10):
        breaker.failed()
        breaker.failed()
        breaker.succeeded()
    assert not breaker.open


def test_the_built_in_model_never_rests(clock: SettableClock) -> None:
    models = chain(clock, OPENAI_API_KEY="k", AI_MODEL="m")
    for _ in range(10 * FAILURES):
        models.failed(models.builtin)
    assert names(models) == ["m", "builtin"]
    first = models.speakers()[0]
    for _ in range(FAILURES):
        models.failed(first)
    models.succeeded(models.builtin)
    assert names(models) == ["builtin"], "the built-in model's success says nothing of the provider"


@pytest.mark.parametrize(
    ("price", "tokens", "dollars"),
    [
        (Price(), (1_000_000, 1_000_000), "0.000000"),
        (Price(Decimal(2), Decimal(8)), (1_000_000, 0), "2.000000"),
        (Price(Decimal(2), Decimal(8)), (0, 1_000_000), "8.000000"),
        (Price(Decimal(2), Decimal(8)), (1234, 567), "0.007004"),
        (Price(Decimal("0.15"), Decimal("0.6")), (1, 1), "0.000001"),
    ],
)
def test_what_a_reply_costs(price: Price, tokens: tuple[int, int], dollars: str) -> None:
    assert price.cost(*tokens) == Decimal(dollars)


def test_the_owners_prices_are_those_of_the_speaker(clock: SettableClock) -> None:
    models = chain(clock, OPENAI_API_KEY="k", AI_INPUT_USD_PER_MILLION=1.1, AI_OUTPUT_USD_PER_MILLION=4.4)
    assert models.speakers()[0].price == Price(Decimal("1.1"), Decimal("4.4"))


def always(answer: Answer) -> Callable[[Request], Answer]:
    """Answers everything alike."""
    return lambda request: answer


async def ask(models: ModelChain) -> str:
    """One request to the configured model."""
    response = await model_request(models.speakers()[0].model, [ModelRequest.user_text_prompt("hi")])
    return response.text or ""


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503])
async def test_the_client_asks_once_and_leaves_the_rest_to_the_chain(clock: SettableClock, status: int) -> None:
    with model_server(always(Fail(status, headers={"retry-after": "0"}))) as server:
        models = chain(clock, OPENAI_API_KEY="k", OPENAI_BASE_URL=server.url)
        with pytest.raises(AgentRunError):
            await ask(models)
        await models.close()
        assert len(server.requests) == 1


async def test_a_time_out_is_the_settings_and_is_not_repeated(clock: SettableClock) -> None:
    with model_server(always(Fail(200, wait=1.0))) as server:
        models = chain(clock, OPENAI_API_KEY="k", OPENAI_BASE_URL=server.url, AI_TIMEOUT_SECONDS=0.2)
        with pytest.raises(AgentRunError):
            await ask(models)
        await models.close()
        assert len(server.requests) == 1


async def test_an_endpoint_without_a_key_works(clock: SettableClock) -> None:
    with model_server(always(Say("hello"))) as server:
        models = chain(clock, OPENAI_BASE_URL=server.url, AI_MODEL="local-llama")
        assert await ask(models) == "hello"
        await models.close()
        assert [request["model"] for request in server.requests] == ["local-llama"]


async def test_nobody_at_the_endpoint_is_a_failure_of_the_model(clock: SettableClock) -> None:
    models = chain(clock, OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    with pytest.raises(AgentRunError):
        await ask(models)
    await models.close()


async def test_the_key_goes_to_the_endpoint_and_nowhere_else(clock: SettableClock) -> None:
    settings = Settings(_env_file=None, OPENAI_API_KEY="sk-secret")
    client = configured_client(settings)
    assert client is not None and client.api_key == "sk-secret" and client.max_retries == 0
    assert "sk-secret" not in repr(settings) and "sk-secret" not in str(
        chain(clock, OPENAI_API_KEY="sk-secret").health()
    )
    await client.close()


@pytest.mark.parametrize(
    "wrong",
    [
        {"AI_TEMPERATURE": 3},
        {"AI_TIMEOUT_SECONDS": 0},
        {"AI_REQUEST_LIMIT": 0},
        {"AI_TOKEN_LIMIT": 0},
        {"AI_INPUT_USD_PER_MILLION": -1},
        {"AI_STRICT_MODE": "perhaps"},
        {"TURN_LEASE_SECONDS": 0},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_settings_that_make_no_sense_are_refused_at_start(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings(_env_file=None, **wrong)


def test_in_production_the_lease_outlasts_the_thinking() -> None:
    production: dict[str, Any] = {"HIBACHI_ENVIRONMENT": "production", "SECRET_KEY": "x" * 40}
    with pytest.raises(ValidationError, match="TURN_LEASE_SECONDS"):
        Settings(_env_file=None, TURN_LEASE_SECONDS=30, AI_TURN_SECONDS=40, **production)
    assert Settings(_env_file=None, **production).ai_strict_mode is True
