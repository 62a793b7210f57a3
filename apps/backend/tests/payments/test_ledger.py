"""The ledger: what it takes once, what it refuses, and what the database itself never lets happen."""

import asyncio
import csv
import io
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from hibachi.kit.errors import HibachiError
from hibachi.payments import service
from hibachi.payments.errors import (
    NoRefundOfRefund,
    NotPositive,
    PaymentKnown,
    RefundTooLarge,
    UnknownPayment,
    UnknownReceivable,
)
from hibachi.payments.schemas import LedgerEntry, Payer, Receivable, Span
from tests.parties import OLGA, Shop

DANA = Payer(name="Dana Ruiz", phone="+15105550142")


async def billed(shop: Shop, total: int = 660_00, payer: Payer = DANA) -> UUID:
    owed = uuid4()
    await shop.do(service.bill, receivable_id=owed, payer=payer, total=total, deposit=100_00)
    return owed


async def pay(shop: Shop, owed: UUID, amount: int, **said: Any) -> LedgerEntry:
    arguments = {"receivable_id": owed, "amount": amount, "method": "venmo"} | said
    return await shop.do(service.record, actor=OLGA, **arguments)


async def back(shop: Shop, owed: UUID, entry: UUID, amount: int, **said: Any) -> LedgerEntry:
    arguments = {"receivable_id": owed, "entry_id": entry, "amount": amount, "reason": "fewer guests"} | said
    return await shop.do(service.refund, actor=OLGA, **arguments)


async def now(shop: Shop, owed: UUID) -> Receivable:
    return await shop.do(service.receivable, receivable_id=owed)


async def test_deposit_balance_tip_and_refund_are_counted(shop: Shop) -> None:
    owed = await billed(shop)
    deposit = await pay(shop, owed, 100_00)
    balance = await pay(shop, owed, 560_00)
    tip = await pay(shop, owed, 50_00, kind="tip")
    await back(shop, owed, balance.id, 60_00)
    await back(shop, owed, tip.id, 10_00)
    assert [deposit.kind, balance.kind, tip.kind] == ["deposit", "balance", "tip"]
    account = await shop.do(service.account, receivable_id=owed)
    state = account.receivable
    assert (state.total, state.paid, state.refunded, state.owed) == (660_00, 660_00, 60_00, 60_00)
    assert (state.deposit_paid, account.shares.deposit, account.shares.balance) == (100_00, 100_00, 500_00)
    assert [entry.kind for entry in account.entries] == ["deposit", "balance", "tip", "refund", "refund"]
    assert {entry.actor_name for entry in account.entries} == {"Olga Owner"}
    assert [row["amount"] for row in await shop.events("PaymentRecorded")] == ["100.00", "560.00", "50.00"]
    assert [row["amount"] for row in await shop.events("PaymentRefunded")] == ["60.00", "10.00"]


async def test_one_object_of_a_provider_is_one_entry(shop: Shop) -> None:
    owed, other = await billed(shop), await billed(shop)
    first = await pay(shop, owed, 100_00, provider="venmo", provider_id="4711")
    assert await pay(shop, owed, 100_00, provider="venmo", provider_id="4711") == first
    for whose, amount in ((other, 100_00), (owed, 100_01)):
        with pytest.raises(PaymentKnown):
            await pay(shop, whose, amount, provider="venmo", provider_id="4711")
    await pay(shop, owed, 100_00, provider="zelle", provider_id="4711")
    assert (await now(shop, owed)).paid == 200_00 and (await now(shop, other)).paid == 0
    assert len(await shop.events("PaymentRecorded")) == 2


async def test_twenty_at_once_settle_one(shop: Shop) -> None:
    owed = await billed(shop)
    seen = await asyncio.gather(*(pay(shop, owed, 100_00, provider="stripe", provider_id="pi_1") for _ in range(20)))
    assert len({entry.id for entry in seen}) == 1 and (await now(shop, owed)).paid == 100_00
    assert len(await shop.events("PaymentRecorded")) == 1


async def test_refunds_at_once_never_exceed_the_payment(shop: Shop) -> None:
    owed = await billed(shop)
    paid = await pay(shop, owed, 100_00)
    tries = await asyncio.gather(*(back(shop, owed, paid.id, 30_00) for _ in range(8)), return_exceptions=True)
    assert sum(isinstance(one, LedgerEntry) for one in tries) == 3
    assert all(isinstance(one, LedgerEntry | RefundTooLarge) for one in tries)
    assert (await now(shop, owed)).refunded == 90_00


async def test_a_refund_told_twice_is_one(shop: Shop) -> None:
    owed = await billed(shop)
    paid = await pay(shop, owed, 100_00)
    first = await back(shop, owed, paid.id, 100_00, provider="venmo", provider_id="r1")
    assert await back(shop, owed, paid.id, 100_00, provider="venmo", provider_id="r1") == first
    assert (await now(shop, owed)).refunded == 100_00 and len(await shop.events("PaymentRefunded")) == 1


async def test_what_is_refused_changes_nothing(shop: Shop) -> None:
    owed, other = await billed(shop), await billed(shop)
    paid = await pay(shop, owed, 100_00)
    gone = await back(shop, owed, paid.id, 40_00)
    tries: list[tuple[Any, type[HibachiError]]] = [
        (pay(shop, owed, 0), NotPositive), (pay(shop, owed, -1), NotPositive), (pay(shop, uuid4(), 1), UnknownReceivable),
        (back(shop, owed, paid.id, 0), NotPositive), (back(shop, owed, paid.id, 60_01), RefundTooLarge),
        (back(shop, owed, gone.id, 1), NoRefundOfRefund), (back(shop, owed, uuid4(), 1), UnknownPayment),
        (back(shop, other, paid.id, 1), UnknownPayment), (back(shop, uuid4(), paid.id, 1), UnknownReceivable),
    ]  # fmt: skip
    for attempt, error in tries:
        with pytest.raises(error):
            await attempt
    assert await shop.number("ledger") == 2 and (await now(shop, owed)).owed == 600_00


async def test_another_price_moves_only_what_is_owed(shop: Shop) -> None:
    owed = await billed(shop)
    await pay(shop, owed, 660_00, kind="balance")
    await shop.do(service.bill, receivable_id=owed, payer=DANA, total=550_00, deposit=100_00)
    assert ((await now(shop, owed)).paid, (await now(shop, owed)).owed) == (660_00, -110_00)
    await shop.do(service.bill, receivable_id=owed, payer=DANA, total=None, deposit=0)
    assert ((await now(shop, owed)).total, (await now(shop, owed)).deposit) == (550_00, 100_00)


async def test_a_payment_is_matched_to_what_is_still_owed(shop: Shop) -> None:
    open_one, settled = await billed(shop), await billed(shop, 50_00)
    await pay(shop, settled, 50_00)
    [found] = await shop.do(service.owing)
    assert (found.id, found.payer, found.phone, found.owed) == (open_one, "Dana Ruiz", "+15105550142", 660_00)


FORBIDDEN = {
    "an entry is changed": "UPDATE ledger SET amount = 1",
    "an entry is deleted": "DELETE FROM ledger",
    "the ledger is emptied": "TRUNCATE ledger",
    "a sum is written": "UPDATE receivables SET paid = paid + 1",
    "a refund is written into the sums": "UPDATE receivables SET refunded = 1",
    "what is owed is written": "UPDATE receivables SET owed = 0",
    "a receivable with money goes": "DELETE FROM receivables",
    "a payment of nothing": "INSERT INTO ledger (id, receivable_id, kind, amount, method, provider, provider_id, "
    "actor_kind, actor_name, at) SELECT gen_random_uuid(), id, 'deposit', 0, 'cash', 'x', 'y', 'staff', 'x', now() "
    "FROM receivables",
    "a refund above its payment": "INSERT INTO ledger (id, receivable_id, kind, amount, method, provider, provider_id, "
    "refund_of, reason, actor_kind, actor_name, at) SELECT gen_random_uuid(), receivable_id, 'refund', amount + 1, "
    "'cash', 'x', 'y', id, 'why', 'staff', 'x', now() FROM ledger",
    "a refund without a reason": "INSERT INTO ledger (id, receivable_id, kind, amount, method, provider, provider_id, "
    "refund_of, actor_kind, actor_name, at) SELECT gen_random_uuid(), receivable_id, 'refund', 1, 'cash', 'x', 'y', id, "
    "'staff', 'x', now() FROM ledger",
    "one object twice": "INSERT INTO ledger (id, receivable_id, kind, amount, method, provider, provider_id, actor_kind, "
    "actor_name, at) SELECT gen_random_uuid(), receivable_id, kind, amount, method, provider, provider_id, 'staff', 'x', "
    "now() FROM ledger",
}


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN.keys())
async def test_the_database_says_no(shop: Shop, statement: str) -> None:
    owed = await billed(shop)
    await pay(shop, owed, 100_00)
    before = await shop.rows("SELECT * FROM receivables, ledger")
    with pytest.raises(DBAPIError):
        async with shop.db.transaction() as tx:
            await tx.session.execute(text(statement))
    assert await shop.rows("SELECT * FROM receivables, ledger") == before


async def test_the_export_has_every_cent_and_no_formula(shop: Shop) -> None:
    owed = await billed(shop, payer=Payer(name='=HYPERLINK("x")'))
    paid = await pay(shop, owed, 100_00, note="+cmd")
    await back(shop, owed, paid.id, 40_00)
    await shop.do(service.record, receivable_id=owed, amount=1, method="cash")
    shop.later(days=1)
    await pay(shop, owed, 7_00)
    span = Span(first=date(2026, 3, 4), last=date(2026, 3, 4))
    written = await shop.do(service.export, actor=OLGA, span=span)
    rows = list(csv.DictReader(io.StringIO(written)))
    assert [row["amount"] for row in rows] == ["100.00", "-40.00", "0.01"], "the day after is another day"
    assert {row["payer"] for row in rows} == {'\'=HYPERLINK("x")'} and rows[0]["note"] == "'+cmd"
    assert (rows[1]["reason"], rows[1]["by"]) == ("fewer guests", "Olga Owner")
    assert len(await shop.audits("payments_export")) == 1
