"""What waits is told once a day, when the quiet hours end, to whom it concerns, and without a customer in it."""

import re
from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from hibachi.bookings import service as bookings
from hibachi.bookings.proof.service import Proof
from hibachi.channels.notices import rules
from hibachi.channels.notices.schemas import Waiting
from hibachi.kit.clock import SettableClock
from hibachi.policies import service as policies
from tests.channels.office import Office, office_on
from tests.channels.scripted import ScriptedCarrier
from tests.parties import OLGA, Shop

STAFF_MAIL = "olga@staff.example.com"


@pytest.fixture
async def office(database_url: str, clock: SettableClock) -> AsyncIterator[Office]:
    clock.set(datetime.fromisoformat("2026-03-04T05:00:00-08:00"))
    environment = {"PUBLIC_URL": "https://chat.example.com"}
    async with office_on(database_url, clock, ScriptedCarrier(), **environment) as opened:
        body = {"kind": "email", "address": STAFF_MAIL, "from_urgency": "low"}
        answer = await opened.client.post("/api/v1/admin/notices/recipients", json=body, headers=opened.admin)
        assert answer.status_code == 201, answer.text
        yield opened


async def an_hour(office: Office, at: str) -> list[str]:
    """The job's hour comes, twice; what staff have got by then."""
    clock = office.shop.clock
    clock.set(datetime.fromisoformat(at))
    for _ in range(2):
        await office.shop.runtime.teller.summarise()
    await office.shop.work()
    return [one.text for one in office.shop.carrier.taken if one.to == STAFF_MAIL]


async def a_party(office: Office) -> None:
    """Somebody booked, paid, and said neither an address nor an allergy; they wait to be told how to pay no more."""
    async with office.shop.db.transaction() as tx:
        book = await policies.current(tx)
    shop = Shop(office.shop.db, office.shop.clock, book)
    await shop.pending()
    booking = await shop.pending()
    await shop.do(bookings.record_payment, actor=OLGA, booking_id=booking.id, amount=100_00, method="zelle")


async def test_what_waits_is_told_once_a_day_and_not_at_night(office: Office) -> None:
    assert await an_hour(office, "2026-03-04T10:00:00-08:00") == [], "nothing waits"
    await a_party(office)
    await office.shop.work()
    await Proof(office.shop.db, office.shop.runtime.cards).prove()
    assert await an_hour(office, "2026-03-05T05:30:00-08:00") == [], "it is night"
    [said] = await an_hour(office, "2026-03-05T12:00:00-08:00")
    assert "nightly proof found: 2" in said and "https://chat.example.com/admin/health/" in said
    assert not re.search(r"Dana|Ruiz|555|\$", said), said
    assert await an_hour(office, "2026-03-05T18:00:00-08:00") == [said]
    assert len(await an_hour(office, "2026-03-06T12:00:00-08:00")) == 2


@pytest.mark.parametrize("site", [None, "https://chat.example.com"])
def test_only_what_waits_is_said(site: str | None) -> None:
    said = rules.summary(Waiting(mails=2, untold=0, findings=3, urgent=1), site)
    assert "found: 3, 1 of them urgent" in said and "decision: 2" in said and "how to pay" not in said
    assert ("https://" in said) == (site is not None)
    assert len(rules.fitted(said, "sms")) <= 160 and rules.fitted(said, "email") == said
