"""The product, founded, with a key that may do everything an admin may."""

from collections.abc import AsyncIterator

import pytest

from hibachi.identity import service as identity
from hibachi.identity.rules import PERMISSIONS
from hibachi.kit.clock import SettableClock
from tests.api.stage import Stage
from tests.concierge.product import product_on
from tests.web import PASSWORD, headers_of


@pytest.fixture
async def stage(database_url: str, clock: SettableClock) -> AsyncIterator[Stage]:
    async with product_on(database_url, clock, SLACK_WEBHOOK_URL="http://127.0.0.1:9/staff") as (app, client):
        async with app.state.db.transaction() as tx:
            await identity.create_user(tx, email="olga@example.com", name="Olga", password=PASSWORD, roles=["admin"])
        scopes = [scope for scope in PERMISSIONS if scope != "account:own"]
        body = {"name": "everything", "scopes": scopes}
        signed_in = await headers_of(client, "olga@example.com")
        made = await client.post("/api/v1/admin/api-keys", json=body, headers=signed_in)
        assert made.status_code == 201, made.text
        yield Stage(client, {"X-API-Key": made.json()["secret"]}, clock, app.state.runtime)
