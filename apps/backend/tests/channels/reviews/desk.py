"""What the tests of drafts do over and over."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx2

from hibachi.kit.clock import SettableClock
from tests.channels.office import QUESTION, Office, office_on
from tests.channels.scripted import ScriptedCarrier

EMAILS = "/api/admin/emails"
MAIL = {"channel": "email", "email": "dana@example.com"}


class Desk:
    """An office that drafts its e-mails, and its reviewer."""

    def __init__(self, office: Office) -> None:
        self.office = office

    async def switch(self, drafting: bool = True, **place: Any) -> httpx2.Response:
        """The owner turns the switch."""
        order = {"channel": "email", "topic": "*", "drafting": drafting, "reason": "the first fifty", **place}
        return await self.office.client.put("/api/v1/admin/drafts/modes", json=order, headers=self.office.admin)

    async def drafted(self, words: str = QUESTION) -> dict[str, Any]:
        """A customer writes a mail; the draft that waits for a person."""
        await self.office.ask(words, **MAIL)
        [draft] = (await self.pending())["drafts"]
        return dict(draft)

    async def pending(self, **wanted: str) -> dict[str, Any]:
        """The list of drafts."""
        answer = await self.office.client.get(f"{EMAILS}/pending", params=wanted, headers=self.office.admin)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def do(self, draft: dict[str, Any], verb: str, **body: Any) -> httpx2.Response:
        """The reviewer decides."""
        method = "PUT" if verb == "edit" else "POST"
        address = f"{EMAILS}/{draft['id']}/{verb}"
        return await self.office.client.request(method, address, json=body or None, headers=self.office.admin)

    async def sent(self) -> list[str]:
        """The words that reached the customer."""
        await self.office.shop.work()
        return self.office.shop.carrier.texts

    async def status(self) -> list[str]:
        """What became of the drafts, oldest first."""
        return [row["status"] for row in await self.office.rows("SELECT status FROM drafts ORDER BY sequence")]


@asynccontextmanager
async def desk_on(
    database_url: str, clock: SettableClock, carrier: ScriptedCarrier | None = None
) -> AsyncIterator[Desk]:
    """A desk whose e-mails wait for a person."""
    async with office_on(database_url, clock, carrier) as office:
        desk = Desk(office)
        answer = await desk.switch()
        assert answer.status_code == 200, answer.text
        yield desk
