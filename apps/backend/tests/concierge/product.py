"""The product as it is installed, not the sandbox: the application over a test's database, founded."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
from fastapi import FastAPI

from hibachi.crew import service as crew
from hibachi.identity import service as identity
from hibachi.kit.clock import SettableClock
from hibachi.main import create_app
from hibachi.policies import service as policies
from hibachi.runtime import build
from tests.concierge.world import settings


@asynccontextmanager
async def product_on(
    database_url: str, clock: SettableClock, **environment: Any
) -> AsyncIterator[tuple[FastAPI, httpx2.AsyncClient]]:
    """The application and a client of it."""
    runtime = build(settings(**environment), database_url, clock=clock)
    app = create_app(runtime)
    async with app.router.lifespan_context(app):
        async with runtime.db.transaction() as tx:
            await crew.ensure_station(tx, book=await policies.load_default(tx))
            await identity.ensure_roles(tx)
        transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url="http://product", timeout=60) as client:
            yield app, client
