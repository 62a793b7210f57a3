"""What describes the API is made once, and nobody waits for it but who asks for it."""

import asyncio
import threading
from typing import Any

import pytest
from fastapi import Depends, FastAPI

from hibachi.kit import http
from hibachi.kit.auth import public
from hibachi.kit.openapi import DescribedAPI
from tests.web import client_of


async def test_others_are_answered_while_the_description_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made, another_was_answered, plain = [], threading.Event(), FastAPI.openapi

    def slowly(app: FastAPI) -> dict[str, Any]:
        made.append(another_was_answered.wait(timeout=30))
        return plain(app)

    monkeypatch.setattr(FastAPI, "openapi", slowly)
    app = DescribedAPI()
    http.install(app)

    @app.get("/ready", dependencies=[Depends(public)])
    async def ready() -> str:
        another_was_answered.set()
        return "ready"

    async with client_of(app) as client:
        descriptions = asyncio.gather(client.get("/openapi.json"), client.get("/openapi.json"))
        await asyncio.sleep(0.05)
        assert (await client.get("/ready")).json() == "ready"
        one, other = await descriptions
    assert made == [True]
    assert one.json() == other.json()
    assert "Error" in one.json()["components"]["schemas"]
    assert "422" in one.json()["paths"]["/ready"]["get"]["responses"]
