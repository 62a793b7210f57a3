"""A small app of the module's own routes, and who asks."""

from collections.abc import AsyncIterator, Mapping
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient

from hibachi.kit import http
from hibachi.kit.auth import Actor, Principal
from hibachi.kit.db import Database, Tx
from hibachi.policies import api, service
from hibachi.policies.schemas import Profile

OWNER = UUID("00000000-0000-7000-8000-000000000001")


async def by_header(tx: Tx, headers: Mapping[str, str]) -> Principal:
    """Permissions as the header names them: the port that identity fills, in its simplest form."""
    permissions = frozenset(headers["authorization"].split())
    return Principal(Actor("staff", OWNER, "Olga Owner"), frozenset(), permissions)


@pytest.fixture
def profile() -> Profile:
    """The shipped profile."""
    return service.read_profile(service.DEFAULT_PATH)


@pytest.fixture
async def loaded(db: Database) -> Database:
    """A database with the shipped profile as version 1."""
    async with db.transaction() as tx:
        await service.load_default(tx)
    return db


@pytest.fixture
async def client(loaded: Database) -> AsyncIterator[AsyncClient]:
    """Speaks to the routes of policies, as nobody unless a header says otherwise."""
    app = FastAPI()
    http.install(app)
    app.include_router(api.router, prefix="/api/v1")
    app.state.db, app.state.authenticator = loaded, by_header
    async with AsyncClient(transport=ASGITransport(app), base_url="http://test") as spoken:
        yield spoken
