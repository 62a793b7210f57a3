"""Fixtures and a small app for the modules of the business: a database with the shipped profile, and their routes."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import pytest
from fastapi import APIRouter, FastAPI
from httpx2 import ASGITransport, AsyncClient

from hibachi.kit import http
from hibachi.kit.auth import Actor, Principal
from hibachi.kit.db import Database, Tx
from hibachi.policies import service
from hibachi.policies.schemas import Profile

OWNER = UUID("00000000-0000-7000-8000-000000000001")


async def by_header(tx: Tx, headers: Mapping[str, str]) -> Principal:
    """Permissions as the header names them: the port that identity fills, in its simplest form."""
    return Principal(Actor("staff", OWNER, "Olga Owner"), frozenset(), frozenset(headers["authorization"].split()))


@asynccontextmanager
async def client_of(db: Database, *routers: APIRouter, **state: Any) -> AsyncIterator[AsyncClient]:
    """Speaks to the routes under /api/v1, as nobody unless a header says otherwise."""
    app = FastAPI()
    http.install(app)
    for router in routers:
        app.router.routes.extend(router.routes)
    http.check_access_declared(app)
    app.state.db, app.state.authenticator = db, by_header
    for name, value in state.items():
        setattr(app.state, name, value)
    async with AsyncClient(transport=ASGITransport(app), base_url="http://test") as spoken:
        yield spoken


@pytest.fixture(scope="session")
def profile() -> Profile:
    """The shipped profile."""
    return service.read_profile(service.DEFAULT_PATH)


@pytest.fixture
async def loaded(db: Database) -> Database:
    """A database with the shipped profile as version 1."""
    async with db.transaction() as tx:
        await service.load_default(tx)
    return db
