"""The money of parties: every way in, every state, and the one equation after each step."""

from collections.abc import AsyncIterator
from datetime import time, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx2 import AsyncClient

from hibachi.bookings import service
from hibachi.bookings.api import router
from hibachi.bookings.schemas import Booking, Change, PaymentTaken
from hibachi.payments import service as payments
from hibachi.payments.api import router as exports
from hibachi.payments.events import PaymentRecorded
from hibachi.payments.schemas import Account
from tests.business import client_of
from tests.parties import DEPOSIT, OLGA, SATURDAY, SIX, Shop

CASHIER = {"authorization": "payments:read payments:write payments:export"}


@pytest.fixture
async def client(shop: Shop) -> AsyncIterator[AsyncClient]:
    async with client_of(shop.db, router, exports) as spoken:
        yield spoken


async def account(shop: Shop, booking: Booking) -> Account:
    return await shop.do(service.payments_of, booking_id=booking.id)


async def pay(shop: Shop, booking: Booking, amount: int, **said: Any) -> PaymentTaken:
    arguments = {"booking_id": booking.id, "amount": amount, "method": "venmo"} | said
    return await shop.do(service.record_payment, actor=OLGA, **arguments)


async def back(shop: Shop, booking: Booking, entry: UUID, amount: int) -> PaymentTaken:
    arguments = {"booking_id": booking.id, "entry_id": entry, "amount": amount, "reason": "agreed"}
    return await shop.do(service.record_refund, actor=OLGA, **arguments)


async def test_a_yes_is_billed_and_a_hold_is_not(shop: Shop) -> None:
    await shop.held(at=time(12))
    booking = await shop.pending()
    owed = (await account(shop, booking)).receivable
    assert (owed.total, owed.deposit, owed.owed, owed.payer) == (660_00, DEPOSIT, 660_00, "Dana Ruiz")
    assert await shop.number("receivables") == 1


async def test_the_first_money_confirms_and_the_rest_is_the_balance(shop: Shop) -> None:
    booking = await shop.pending()
    part = await pay(shop, booking, 40_00)
    assert (part.booking.status, part.entry.kind, part.booking.deposit_paid) == ("deposit_pending", "deposit", 40_00)
    whole = await pay(shop, booking, 60_00)
    assert (whole.booking.status, whole.to_do) == ("confirmed", None)
    rest = await pay(shop, booking, 560_00, method="cash")
    assert (rest.entry.kind, rest.booking.balance, rest.account.receivable.owed) == ("balance", 0, 0)
    assert (rest.booking.deposit_paid, rest.booking.paid) == (DEPOSIT, 660_00)
    assert [row["amount"] for row in await shop.events("DepositPaid")] == ["40.00", "60.00"]
    assert len(await shop.events("BookingConfirmed")) == 1 and [
        row["amount"]["new"] for row in await shop.audits("payment_record")
    ] == ["40.00", "60.00", "560.00"]
    assert await shop.problems() == []


async def test_a_tip_pays_nothing_of_the_party(shop: Shop) -> None:
    booking = await shop.confirmed()
    tipped = await pay(shop, booking, 80_00, kind="tip")
    assert (tipped.booking.balance, tipped.booking.paid) == (560_00, DEPOSIT)
    assert await shop.problems() == []


async def test_the_same_transaction_twice_is_one_payment(shop: Shop) -> None:
    booking = await shop.pending()
    for _ in range(2):
        taken = await pay(shop, booking, DEPOSIT, transaction_id="4711")
        assert taken.booking.status == "confirmed" and len(taken.account.entries) == 1
    assert len(await shop.events("DepositPaid")) == len(await shop.audits("payment_record")) == 1


async def test_late_money_for_a_free_time_confirms(shop: Shop) -> None:
    booking = await shop.pending()
    shop.later(hours=3)
    await shop.do(service.close_lapsed)
    assert (await account(shop, booking)).receivable.owed == 0
    taken = await pay(shop, booking, DEPOSIT)
    assert taken.booking.status == "confirmed" and taken.account.receivable.owed == 560_00
    assert await shop.problems() == []


@pytest.mark.parametrize("tidied", [True, False])
async def test_late_money_for_a_taken_time_is_kept_and_owed_back(shop: Shop, tidied: bool) -> None:
    await shop.chefs(1)
    late = await shop.pending()
    shop.later(hours=3)
    if tidied:
        await shop.do(service.close_lapsed)
    await shop.confirmed()
    taken = await pay(shop, late, DEPOSIT)
    assert taken.to_do is not None and taken.to_do.code == "refund_or_move" and taken.alternatives
    assert taken.account.receivable.owed == -DEPOSIT and taken.account.shares.credit == DEPOSIT
    returned = await back(shop, late, taken.entry.id, DEPOSIT)
    assert (returned.account.receivable.owed, returned.booking.paid) == (0, 0)
    assert await shop.problems() == []


async def test_money_for_a_cancelled_party_is_taken_down_and_owed_back(shop: Shop) -> None:
    booking = await shop.confirmed()
    shop.later(days=8)
    await shop.do(service.cancel, booking_id=booking.id, reason="ill")
    for _ in range(2):
        taken = await pay(shop, booking, 560_00, transaction_id="4712")
        assert taken.to_do is not None and taken.to_do.code == "refund_due"
        assert (taken.booking.status, taken.account.receivable.owed) == ("cancelled", -560_00)
    assert await shop.problems() == []


async def test_money_for_a_hold_counts_and_is_owed_back_when_it_ends(shop: Shop) -> None:
    held = (await shop.held()).booking
    part = await pay(shop, held, 40_00)
    assert (part.booking.status, part.account.receivable.owed) == ("held", 620_00)
    shop.later(hours=3)
    await shop.do(service.close_lapsed)
    assert (await account(shop, held)).receivable.owed == -40_00 and await shop.problems() == []


async def test_a_party_that_finds_another_time_owes_its_price_again(shop: Shop) -> None:
    await shop.chefs(1)
    late = await shop.pending()
    shop.later(hours=3)
    await shop.confirmed()
    await pay(shop, late, DEPOSIT)
    placed = await shop.do(service.place, actor=OLGA, booking_id=late.id, day=SATURDAY + timedelta(days=1), at=SIX)
    assert isinstance(placed, Booking) and placed.status == "confirmed"
    assert (await account(shop, late)).receivable.owed == placed.total_amount - DEPOSIT
    assert await shop.problems() == []


async def test_more_guests_show_the_difference_and_a_move_charges_nothing(shop: Shop) -> None:
    booking = await shop.confirmed()
    await pay(shop, booking, 560_00)
    await shop.do(service.change, booking_id=booking.id, change=Change(adults=14))
    assert (await account(shop, booking)).receivable.owed == 110_00
    await shop.do(service.change, booking_id=booking.id, change=Change(at=time(12)))
    after = await account(shop, booking)
    assert after.receivable.owed == 110_00 and len(after.entries) == 2
    assert await shop.problems() == []


@pytest.mark.parametrize(("days", "kept"), [(0, 0), (8, DEPOSIT)])
async def test_cancelling_says_what_goes_back_and_the_account_agrees(shop: Shop, days: int, kept: int) -> None:
    booking = await shop.confirmed()
    balance = await pay(shop, booking, 560_00)
    shop.later(days=days)
    preview = await shop.do(service.preview_cancel, booking_id=booking.id)
    assert preview.refund == 660_00 - kept
    await shop.do(service.cancel, booking_id=booking.id, reason="ill")
    assert (await account(shop, booking)).receivable.owed == -preview.refund
    [told] = await shop.events("BookingCancelled")
    assert told["refund"] == f"{preview.refund / 100:.2f}"
    returned = await back(shop, booking, balance.entry.id, 560_00)
    assert returned.account.receivable.owed == kept - DEPOSIT
    assert await shop.problems() == []


async def test_an_imported_party_comes_with_its_deposit(shop: Shop) -> None:
    booking = await shop.imported()
    assert isinstance(booking, Booking) and (booking.deposit_paid, booking.paid, booking.balance) == (
        DEPOSIT, DEPOSIT, 560_00,
    )  # fmt: skip
    [entry] = (await account(shop, booking)).entries
    assert (entry.kind, entry.method) == ("deposit", "imported") and await shop.problems() == []


async def test_money_that_another_door_recorded_confirms_once(shop: Shop) -> None:
    """What a payment e-mail or a provider writes into the ledger reaches the party by the event, told however often."""
    booking = await shop.pending()
    async with shop.db.transaction() as tx:
        entry = await payments.record(tx, receivable_id=booking.id, amount=DEPOSIT, method="zelle")
    event = PaymentRecorded(
        receivable_id=booking.id, entry_id=entry.id, amount=DEPOSIT, method="zelle", kind=entry.kind
    )
    for _ in range(3):
        await shop.do(service.on_money, event=event)
    assert (await shop.get(booking.id)).status == "confirmed"
    assert len(await shop.events("DepositPaid")) == len(await shop.events("BookingConfirmed")) == 1
    assert await shop.problems() == []


async def test_over_http_the_whole_way(client: AsyncClient, shop: Shop) -> None:
    booking = await shop.pending()
    address = f"/api/v1/admin/bookings/{booking.id}/payments"
    taken = await client.post(address, json={"amount": "660.00", "method": "check"}, headers=CASHIER)
    assert taken.status_code == 201 and taken.json()["booking"]["status"] == "confirmed"
    refund = f"{address}/{taken.json()['entry']['id']}/refunds"
    refused = await client.post(refund, json={"amount": "660.01", "reason": "all"}, headers=CASHIER)
    assert (refused.status_code, refused.json()["code"]) == (409, "refund_too_large")
    assert refused.json()["details"]["left"] == "660.00"
    assert (await client.post(refund, json={"amount": "10.00"}, headers=CASHIER)).status_code == 422
    given = await client.post(refund, json={"amount": "10.00", "reason": "late"}, headers=CASHIER)
    assert given.status_code == 201
    shown = (await client.get(address, headers=CASHIER)).json()
    assert shown["receivable"]["owed"] == "10.00" and len(shown["entries"]) == 2
    days = {"first": "2026-03-01", "last": "2026-03-31"}
    table = await client.get("/api/v1/admin/payments/export.csv", params=days, headers=CASHIER)
    assert table.headers["content-type"].startswith("text/csv") and table.text.count("\n") == 3
    backwards = {"first": days["last"], "last": days["first"]}
    refused = await client.get("/api/v1/admin/payments/export.csv", params=backwards, headers=CASHIER)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_input")
    nothing = await client.get(f"/api/v1/admin/bookings/{uuid4()}/payments", headers=CASHIER)
    assert (nothing.status_code, nothing.json()["code"]) == (404, "booking_unknown")
    held = (await shop.held(at=time(12))).booking
    nothing = await client.get(f"/api/v1/admin/bookings/{held.id}/payments", headers=CASHIER)
    assert (nothing.status_code, nothing.json()["code"]) == (404, "receivable_unknown")


@pytest.mark.parametrize("seed", range(6))
async def test_after_every_step_the_equation_holds(shop: Shop, seed: int) -> None:
    """Changes, moves, payments, refunds, cancellations, lapses in any order, against a small model of the money."""
    random = Random(seed)
    net: dict[UUID, int] = {}
    entries: list[tuple[Booking, UUID, int]] = []
    parties: list[Booking] = []
    for step in range(14):
        act = random.choice(("book", "pay", "pay", "refund", "change", "move", "cancel", "wait"))
        if act == "book" or not parties:
            day, at = SATURDAY + timedelta(days=step), random.choice((time(12), time(15), SIX))
            parties.append(await shop.pending(day=day, at=at))
            continue
        one = random.choice(parties)
        if act == "pay":
            amount, kind = random.choice((1, 40_00, DEPOSIT, 560_00)), random.choice((None, None, "tip", "balance"))
            taken = await pay(shop, one, amount, kind=kind)
            entries.append((one, taken.entry.id, amount))
            net[one.id] = net.get(one.id, 0) + (0 if kind == "tip" else amount)
        elif act == "refund" and entries:
            party, entry, amount = entries.pop(random.randrange(len(entries)))
            back_of = await back(shop, party, entry, random.randint(1, amount))
            source = next(row for row in back_of.account.entries if row.id == entry)
            net[party.id] -= 0 if source.kind == "tip" else back_of.entry.amount
        elif act == "change":
            await shop.do(service.change, booking_id=one.id, change=Change(adults=random.randint(10, 20)))
        elif act == "move":
            await shop.do(service.change, booking_id=one.id, change=Change(at=random.choice((time(12), SIX))))
        elif act == "cancel":
            await shop.do(service.cancel, booking_id=one.id, reason="changed my mind")
        elif act == "wait":
            shop.later(hours=random.choice((1, 3, 30)))
            await shop.do(random.choice((service.close_lapsed, service.complete)))
        assert await shop.problems() == [], (step, act)
        for party in parties:
            owed = (await account(shop, party)).receivable
            assert owed.net == net.get(party.id, 0) == (await shop.get(party.id)).paid
