"""What the product says of itself while its database or its provider is away."""

from typing import Any

import httpx2
import pytest

from hibachi.kit.clock import SettableClock
from hibachi.llm.breaker import FAILURES
from hibachi.main import create_app
from hibachi.runtime import build
from tests.concierge.product import product_on
from tests.concierge.world import settings
from tests.simulators.model_server import Fail, Request, model_server

pytestmark = pytest.mark.anyio
HEALTH, AI = "/api/health", "/api/v1/health/ai"
NOWHERE = "postgresql+psycopg://nobody@127.0.0.1:9/nothing?connect_timeout=2"


async def test_all_is_well(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (_, client):
        product, ai = await client.get(HEALTH), await client.get(AI)
    assert (product.status_code, product.json()["status"]) == (200, "ok")
    assert product.json()["database"]["up"] is True and product.json()["database"]["version"]
    assert (ai.status_code, ai.json()["status"]) == (200, "ok")
    assert ai.json()["models"] == {"configured": None, "resting": False, "fallback": "builtin"}
    assert ai.json()["redis"] == {"configured": False}


async def test_without_its_database_it_is_unavailable_and_says_why(clock: SettableClock) -> None:
    app = create_app(build(settings(), NOWHERE, clock=clock))
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url="http://product", timeout=30) as client:
        for path in (HEALTH, AI):
            answer = await client.get(path)
            assert answer.status_code == 503
            assert answer.json()["status"] == "degraded" and answer.json()["database"] == {"up": False}
            assert "127.0.0.1" not in answer.text and "nobody" not in answer.text
    await app.state.db.close()


async def test_a_resting_provider_is_degraded_and_customers_are_answered(
    database_url: str, clock: SettableClock
) -> None:
    def down(_: Request) -> Fail:
        return Fail(500)

    with model_server(down) as server:
        environment: dict[str, Any] = {"OPENAI_API_KEY": "sk-secret", "OPENAI_BASE_URL": server.url, "AI_MODEL": "m"}
        async with product_on(database_url, clock, **environment) as (_, client):
            for _ in range(FAILURES + 2):
                said = await client.post("/api/v1/chat/messages", json={"text": "how much for 12 adults in 94539?"})
                assert "$660" in said.json()["reply"]["text"]
            answer, product = await client.get(AI), await client.get(HEALTH)
        assert len(server.requests) == FAILURES, "left alone after that"
    assert answer.status_code == 200
    assert answer.json()["status"] == "degraded"
    assert answer.json()["models"] == {"configured": "m", "resting": True, "fallback": "builtin"}
    assert product.json()["status"] == "ok"
    assert "sk-secret" not in answer.text
