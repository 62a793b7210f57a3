"""The module's own routes, and who asks."""

from collections.abc import AsyncIterator, Mapping

import pytest
from httpx2 import ASGITransport, AsyncClient

from hibachi.conversations import api
from hibachi.kit.auth import Principal
from hibachi.kit.db import Database, Tx
from tests.conversations.acting import STAFF
from tests.web import application


async def by_header(tx: Tx, headers: Mapping[str, str]) -> Principal:
    """Permissions as the header names them: the port that identity fills, in its simplest form."""
    return Principal(STAFF, frozenset(), frozenset(headers["authorization"].split()))


@pytest.fixture
async def client(db: Database) -> AsyncIterator[AsyncClient]:
    """Speaks to the routes of conversations, as nobody unless a header says otherwise."""
    app = application(db, api.router)
    app.state.authenticator = by_header
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test/api/v1/admin") as spoken:
        yield spoken
