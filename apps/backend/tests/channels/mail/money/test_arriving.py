"""Payment mails at a real mailbox: from IMAP to the ledger and the party, and never an answer."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from hibachi.bookings import service as bookings
from hibachi.channels.mail.settings import watches_of
from hibachi.kit.clock import SettableClock
from hibachi.main import create_app
from hibachi.payments.notices.schemas import Proposal
from hibachi.payments.rules import reference
from hibachi.policies import service as policies
from tests.channels.mail.money.layouts import LAYOUTS, Mail, Paid
from tests.channels.mail.money.nothing import FORGED, NOT_OURS, TOLD
from tests.channels.mail.world import HELLO, Shop, shop_on
from tests.parties import Shop as Parties
from tests.simulators.post_office import PASSWORD, post_office
from tests.web import client_of, headers_of, member

PAY = "pay@myhibachichef.example"


@pytest.fixture
async def shop(database_url: str, clock: SettableClock) -> AsyncIterator[Shop]:
    async with shop_on(database_url, clock, PAYMENT_ADDRESSES=[PAY]) as opened:
        yield opened


async def parties(shop: Shop) -> Parties:
    async with shop.db.transaction() as tx:
        return Parties(shop.db, shop.clock, await policies.current(tx))


async def put(shop: Shop, mail: Mail, mailbox: str = HELLO) -> None:
    await shop.office.put(mailbox, mail.raw())


async def state(shop: Shop) -> list[tuple[str, str | None]]:
    return [
        (row["state"], row["reason"])
        for row in await shop.rows("SELECT state, reason FROM payment_notices ORDER BY id")
    ]


async def ledger(shop: Shop) -> list[dict[str, Any]]:
    return await shop.rows("SELECT receivable_id, amount, method, provider_id, kind FROM ledger ORDER BY id")


@pytest.mark.parametrize("layout", LAYOUTS)
async def test_a_payment_confirms_its_party_and_nobody_is_answered(shop: Shop, layout: str) -> None:
    booking = await (await parties(shop)).pending()
    await put(shop, LAYOUTS[layout](Paid("$100.00", "Somebody Else", reference(booking.id), "455800000001")))
    await shop.work()
    assert await state(shop) == [("recorded", None)] and await shop.outcomes() == ["payment"]
    [entry] = await ledger(shop)
    assert (entry["receivable_id"], entry["amount"], entry["kind"]) == (booking.id, 100_00, "deposit")
    async with shop.db.transaction() as tx:
        assert (await bookings.get(tx, booking_id=booking.id)).status == "confirmed"
    assert await shop.rows("SELECT id FROM conversations") == [] and await shop.replies() == []


async def test_the_same_mail_twice_and_after_a_restore_pays_once(shop: Shop) -> None:
    booking = await (await parties(shop)).pending()
    mail = LAYOUTS["venmo"](Paid(memo=reference(booking.id)))
    for _ in range(2):
        await put(shop, mail)
    await shop.work()
    await shop.office.rebuild(HELLO)
    await shop.work()
    assert len(await ledger(shop)) == 1 and await state(shop) == [("recorded", None)]


async def test_what_must_not_be_applied_is_not(shop: Shop) -> None:
    booking = await (await parties(shop)).pending()
    mails = [mail for kind in TOLD.values() for mail in kind.values()] + [*FORGED.values(), *NOT_OURS.values()]
    code = reference(booking.id)
    for mail in mails:
        text, html = (part and part.replace("PB-3F9A-2C71-80E4", code) for part in (mail.text, mail.html))
        await put(shop, replace(mail, subject=mail.subject.replace("PB-3F9A-2C71-80E4", code), text=text, html=html))
    await shop.fetch()
    await shop.jobs()
    assert await ledger(shop) == []
    assert "recorded" not in {name for name, _ in await state(shop)}
    async with shop.db.transaction() as tx:
        assert (await bookings.get(tx, booking_id=booking.id)).status == "deposit_pending"


async def test_a_customers_mail_is_still_answered(shop: Shop) -> None:
    await shop.mail("how much is it for 12 adults in 94539?")
    await shop.work()
    assert len(await shop.replies()) == 1 and await state(shop) == []


async def test_who_works_at_a_payment_service_may_have_a_party(shop: Shop) -> None:
    await put(shop, Mail("Ann Other <ann@stripe.com>", "hibachi", text="how much is it for 12 adults in 94539?"))
    await shop.work()
    assert await state(shop) == [] and await shop.outcomes() == ["message"]
    assert len(await shop.rows("SELECT id FROM outbox")) == 1


async def test_a_mailbox_for_payments_alone_answers_nobody(database_url: str, clock: SettableClock) -> None:
    async with post_office(PAY) as office:
        own = {
            "PAYMENT_IMAP_HOST": "127.0.0.1", "PAYMENT_IMAP_PORT": office.imap_port, "PAYMENT_IMAP_USER": PAY,
            "PAYMENT_IMAP_PASSWORD": PASSWORD, "PAYMENT_IMAP_SECURITY": "none",
        }  # fmt: skip
        async with shop_on(database_url, clock, **own) as shop:
            booking = await (await parties(shop)).pending()
            for mail in (
                LAYOUTS["chase"](Paid(memo=reference(booking.id))),
                Mail("Dana Ruiz <dana@mail.example>", "hello", text="how much for 12?"),
                replace(LAYOUTS["venmo"](Paid()), sender="Venmo <venmo@venm0.com>"),
            ):
                await office.put(PAY, mail.raw())
            watches = watches_of(shop.settings, shop.db)
            assert [await watch.once() for watch in watches] == [3, 0]
            await shop.jobs()
            assert sorted(str(one) for one in await shop.outcomes()) == ["no_payment", "payment", "payment"]
            assert sorted(await state(shop)) == [("recorded", None), ("suspect", "sender_not_proven")]
            assert await shop.rows("SELECT id FROM conversations") == []


async def test_staff_decide_over_http(shop: Shop) -> None:
    booking = await (await parties(shop)).pending()
    for number, memo in enumerate((None, "for nobody")):
        await put(shop, LAYOUTS["venmo"](Paid("$40.00", "Bob Stone", memo, f"45580000000{number}")))
    await shop.work()
    app = create_app(shop.runtime)
    await member(shop.db, "agent")
    await member(shop.db, "manager")
    async with client_of(app) as client:
        manager, agent = await headers_of(client, "manager@example.com"), await headers_of(client, "agent@example.com")
        listed = await client.get("/api/v1/admin/payments/notices", headers=agent)
        second, first = [Proposal.model_validate(one) for one in listed.json()]
        assert (first.amount, first.payer, second.memo) == (40_00, "Bob Stone", "for nobody")
        where = f"/api/v1/admin/payments/notices/{first.id}"
        assert (
            await client.post(f"{where}/accept", headers=agent, json={"booking_id": str(booking.id)})
        ).status_code == 403
        done = await client.post(f"{where}/accept", headers=manager, json={"booking_id": str(booking.id)})
        assert done.status_code == 200 and done.json()["state"] == "recorded" and done.json()["extent"] == "partial"
        again = await client.post(f"{where}/dismiss", headers=manager, json={"reason": "no"})
        assert again.status_code == 409 and again.json()["code"] == "notice_decided"
        other = f"/api/v1/admin/payments/notices/{second.id}/dismiss"
        assert (await client.post(other, headers=manager, json={"reason": " "})).status_code == 422
        assert (await client.post(other, headers=manager, json={"reason": "a friend"})).json()["state"] == "dismissed"
        missing = await client.post(
            f"/api/v1/admin/payments/notices/{UUID(int=7)}/dismiss", headers=manager, json={"reason": "x"}
        )
        assert missing.status_code == 404
