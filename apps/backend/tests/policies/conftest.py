"""The routes of policies."""

from collections.abc import AsyncIterator

import pytest
from httpx2 import AsyncClient

from hibachi.kit.db import Database
from hibachi.policies import api
from tests.business import client_of, loaded, profile

__all__ = ["loaded", "profile"]


@pytest.fixture
async def client(loaded: Database) -> AsyncIterator[AsyncClient]:
    """Speaks to the routes of policies."""
    async with client_of(loaded, api.router) as spoken:
        yield spoken
