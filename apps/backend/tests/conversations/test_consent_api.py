"""What a customer wants to hear, as staff see it, and STOP that was said to a person."""

from collections.abc import AsyncIterator

import pytest
from httpx2 import ASGITransport, AsyncClient

from hibachi.conversations import consent_api, service
from hibachi.conversations.schemas import ConsentEntry
from hibachi.kit.db import Database
from tests.conversations.acting import rows, somebody
from tests.conversations.conftest import by_header
from tests.web import application

READ = {"Authorization": "customers:read"}
WRITE = {"Authorization": "customers:write"}
NOBODY = "018f0000-0000-7000-8000-0000000000cc"


@pytest.fixture
async def staff(db: Database) -> AsyncIterator[AsyncClient]:
    app = application(db, consent_api.router)
    app.state.authenticator = by_header
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://test/api/v1/admin/customers") as spoken:
        yield spoken


async def test_what_was_agreed_is_shown_newest_first(staff: AsyncClient, db: Database) -> None:
    dana = await somebody(db)
    async with db.transaction() as tx:
        for purpose in ("transactional", "marketing"):
            entry = ConsentEntry(channel="sms", purpose=purpose, granted=True, basis="form", words=f"yes, {purpose}")
            await service.note_consent(tx, customer_id=dana.id, entry=entry)
    shown = (await staff.get(f"/{dana.id}/consent", headers=READ)).raise_for_status().json()
    assert shown["opted_out"] == []
    assert [one["words"] for one in shown["ledger"]] == ["yes, marketing", "yes, transactional"]


async def test_a_stop_said_on_the_phone_holds_and_is_audited_once(staff: AsyncClient, db: Database) -> None:
    dana = await somebody(db)
    said = {"channel": "text", "words": "no more texts, please"}
    for _ in range(2):
        answer = await staff.post(f"/{dana.id}/opt-outs", json=said, headers=WRITE)
        assert answer.status_code == 201
        assert [(one["channel"], one["words"]) for one in answer.json()["opted_out"]] == [("sms", said["words"])]
    assert [one["basis"] for one in answer.json()["ledger"]] == ["staff"]
    async with db.transaction() as tx:
        assert await service.is_opted_out(tx, customer_id=dana.id, channel="sms")
        assert not await service.is_opted_out(tx, customer_id=dana.id, channel="email")
    assert [row["action"] for row in await rows(db, "SELECT action FROM audit_log")] == ["customer_opt_out"]


@pytest.mark.parametrize("body", [{}, {"channel": "pigeon", "words": "no"}, {"channel": "sms", "words": " "}])
async def test_what_is_not_valid_changes_nothing(staff: AsyncClient, db: Database, body: dict[str, str]) -> None:
    dana = await somebody(db)
    assert (await staff.post(f"/{dana.id}/opt-outs", json=body, headers=WRITE)).status_code == 422
    assert await rows(db, "SELECT id FROM opt_outs") == []


async def test_nobody_has_no_consent(staff: AsyncClient) -> None:
    stop = {"channel": "sms", "words": "no"}
    assert (await staff.get(f"/{NOBODY}/consent", headers=READ)).status_code == 404
    assert (await staff.post(f"/{NOBODY}/opt-outs", json=stop, headers=WRITE)).status_code == 404
