"""An application of a few routers over a test's database, and a client that speaks to it as a browser would."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2
from fastapi import APIRouter, FastAPI

from hibachi.identity import service as identity
from hibachi.identity.schemas import Staff
from hibachi.kit import http
from hibachi.kit.db import Database
from hibachi.settings import Settings

PASSWORD = "a long enough password"
SETTINGS = Settings(_env_file=None, AI_HEARING_SECONDS=20)


def application(db: Database, *routers: APIRouter) -> FastAPI:
    """The routers under /api/v1, put together as main does it."""
    app = FastAPI()
    app.state.db = db
    app.state.authenticator = identity.Authenticator(SETTINGS)
    http.install(app)
    for router in routers:
        app.router.routes.extend(router.routes)
    http.check_access_declared(app)
    return app


@asynccontextmanager
async def client_of(app: FastAPI) -> AsyncIterator[httpx2.AsyncClient]:
    """A client of an application; an error inside becomes the 500 that a caller would see."""
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


async def member(db: Database, *roles: str, email: str | None = None) -> Staff:
    """A member of staff with these roles and PASSWORD."""
    address = email or f"{'-'.join(roles) or 'nobody'}@example.com"
    async with db.transaction() as tx:
        await identity.ensure_roles(tx)
        return await identity.create_user(tx, email=address, name=address, password=PASSWORD, roles=list(roles))


async def signed_in(client: httpx2.AsyncClient, email: str, password: str = PASSWORD) -> dict[str, Any]:
    """The tokens of somebody."""
    answer = await client.post("/api/v1/auth/token", json={"email": email, "password": password})
    assert answer.status_code == 200, answer.text
    tokens: dict[str, Any] = answer.json()
    return tokens


async def headers_of(client: httpx2.AsyncClient, email: str, password: str = PASSWORD) -> dict[str, str]:
    """The header with which somebody who signed in sends requests."""
    return {"Authorization": f"Bearer {(await signed_in(client, email, password))['access_token']}"}
