"""Payments by card, end to end: the product's routes, jobs and ledger on one side, Stripe's protocol on the other."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from hibachi.bookings import service as bookings
from hibachi.kit.clock import SettableClock
from hibachi.payments import service as ledger
from hibachi.payments.events import PaymentRecorded, PaymentRefunded
from tests.parties import DEPOSIT, OLGA, SATURDAY
from tests.payments.card_shop import CASHIER, CardShop, card_shop_on
from tests.simulators.provider import BROKEN, CUT_AFTER, GARBAGE, deliver


@pytest.fixture
async def card(database_url: str, clock: SettableClock) -> AsyncIterator[CardShop]:
    async with card_shop_on(database_url, clock) as opened:
        yield opened


async def test_the_deposit_by_card_confirms_and_then_the_balance(card: CardShop) -> None:
    booking = await card.shop.pending()
    page = await card.page(booking)
    session = card.stripe.sessions[page]
    assert (session["amount_total"], session["currency"]) == (DEPOSIT, "usd")
    assert session["metadata"]["receivable_id"] == str(booking.id)
    assert session["success_url"].startswith("https://party.example/party/?id=")
    assert booking.hold_expires_at is not None
    assert datetime.fromtimestamp(session["expires_at"], UTC) <= booking.hold_expires_at
    assert (await card.ask(booking, "balance")).json()["code"] == "not_payable"
    assert card.stripe.pay(page)
    assert (await card.shop.get(booking.id)).status == "deposit_pending"
    await card.told()
    assert (await card.shop.get(booking.id)).status == "confirmed"
    await card.paid(booking, "balance")
    account = await card.account(booking)
    assert [(one.kind, one.amount, one.method) for one in account.entries] == [
        ("deposit", DEPOSIT, "card"),
        ("balance", 560_00, "card"),
    ]
    assert account.receivable.owed == 0 and await card.differences() == []
    assert (await card.ask(booking, "balance")).json()["code"] == "nothing_due"
    assert len(await card.shop.events("DepositPaid")) == len(await card.shop.events("BookingConfirmed")) == 1
    assert await card.shop.number("stripe_customers") == 1


async def test_the_same_wish_is_the_same_page_and_a_changed_price_another(card: CardShop) -> None:
    booking = await card.shop.pending()
    pages = await asyncio.gather(*[card.page(booking) for _ in range(5)])
    assert set(pages) == {await card.page(booking)} and len(card.stripe.sessions) == 1
    taken = await card.shop.do(bookings.record_payment, actor=OLGA, booking_id=booking.id, amount=40_00, method="venmo")
    assert taken.account.receivable.deposit_paid == 40_00
    await card.work()
    assert card.stripe.sessions[pages[0]]["status"] == "expired"
    second = await card.page(booking)
    assert card.stripe.sessions[second]["amount_total"] == DEPOSIT - 40_00
    live = await card.shop.rows("SELECT count(*) FROM stripe_payments WHERE state IN ('opening', 'open', 'waiting')")
    assert live[0][0] == 1


async def test_a_page_is_closed_when_the_hold_is_over(card: CardShop) -> None:
    booking = await card.shop.pending()
    card.shop.later(minutes=110)
    page = await card.page(booking)
    card.shop.later(minutes=11)
    await card.cards.sweep()
    assert card.stripe.sessions[page]["status"] == "expired" and not card.stripe.pay(page)
    assert (await card.ask(booking)).json()["code"] == "not_payable"
    assert await card.money() == []


async def test_money_that_came_at_the_last_moment_confirms_where_the_time_is_free(card: CardShop) -> None:
    booking = await card.shop.pending()
    card.shop.later(minutes=115)
    page = await card.page(booking)
    card.shop.later(minutes=10)
    await card.shop.do(bookings.close_lapsed)
    assert card.stripe.pay(page)
    await card.told()
    assert (await card.shop.get(booking.id)).status == "confirmed" and await card.differences() == []


async def test_late_money_for_a_taken_time_is_kept_and_goes_back_whole(card: CardShop) -> None:
    await card.shop.chefs(1)
    booking = await card.shop.pending()
    card.shop.later(minutes=115)
    page = await card.page(booking)
    card.shop.later(minutes=10)
    await card.shop.confirmed()
    assert card.stripe.pay(page)
    await card.told()
    assert (await card.account(booking)).receivable.owed == -DEPOSIT
    assert [one["placed"] for one in await card.shop.events("DepositPaid")][-1] is False
    entry = (await card.account(booking)).entries[0]
    body = {"receivable_id": str(booking.id), "entry_id": str(entry.id), "amount": "100.00", "reason": "no time left"}
    answer = await card.client.post("/api/v1/admin/payments/card-refunds", json=body, headers=CASHIER)
    assert (answer.status_code, answer.json()["state"]) == (201, "succeeded")
    await card.told()
    assert (await card.account(booking)).receivable.owed == 0 and await card.differences() == []


async def test_a_refund_moves_money_once_and_is_recorded_once(card: CardShop) -> None:
    booking = await card.shop.pending()
    await card.paid(booking)
    entry = (await card.account(booking)).entries[0]
    by_hand = f"/api/v1/admin/bookings/{booking.id}/payments/{entry.id}/refunds"
    refused = await card.client.post(by_hand, json={"amount": "10.00", "reason": "x"}, headers=CASHIER)
    assert (refused.status_code, refused.json()["code"]) == (409, "refund_by_card")
    body = {"receivable_id": str(booking.id), "entry_id": str(entry.id), "amount": "30.00", "reason": "a broken grill"}
    assert (await card.client.post("/api/v1/admin/payments/card-refunds", json=body)).status_code == 401
    card.stripe.faults.extend([CUT_AFTER] * 8)
    unknown = await card.client.post("/api/v1/admin/payments/card-refunds", json=body, headers=CASHIER)
    assert (unknown.status_code, unknown.json()["state"]) == (201, "asked")
    again = await card.client.post("/api/v1/admin/payments/card-refunds", json=body, headers=CASHIER)
    assert again.json()["code"] == "refund_under_way"
    card.stripe.faults.clear()
    card.shop.later(minutes=20)
    await card.cards.sweep()
    await card.told()
    assert [one["amount"] for one in card.stripe.refunds.values()] == [30_00] and await card.differences() == []
    last = (await card.account(booking)).entries[-1]
    assert (last.kind, last.amount, last.reason, last.actor_name) == ("refund", 30_00, "a broken grill", "Olga Owner")
    too_much = body | {"amount": "70.01"}
    answer = await card.client.post("/api/v1/admin/payments/card-refunds", json=too_much, headers=CASHIER)
    assert answer.json()["code"] == "refund_too_large"
    assert len(await card.shop.audits("card_refund_ask")) == len(await card.shop.audits("payment_refund")) == 1


async def test_a_refund_asked_for_twice_under_one_key_is_one(card: CardShop) -> None:
    booking = await card.shop.pending()
    await card.paid(booking)
    entry = (await card.account(booking)).entries[0]
    body = {"receivable_id": str(booking.id), "entry_id": str(entry.id), "amount": "30.00", "reason": "a broken grill"}
    keyed = {**CASHIER, "Idempotency-Key": "a click"}
    answers = [
        await card.client.post("/api/v1/admin/payments/card-refunds", json=body, headers=keyed) for _ in range(2)
    ]
    assert [(one.status_code, one.json()["state"]) for one in answers] == [(201, "succeeded")] * 2
    assert answers[0].json()["id"] == answers[1].json()["id"]
    other = await card.client.post(
        "/api/v1/admin/payments/card-refunds", json=body | {"amount": "20.00"}, headers=keyed
    )
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    await card.told()
    assert [one["amount"] for one in card.stripe.refunds.values()] == [30_00] and await card.differences() == []


async def test_a_refund_at_stripe_is_found_and_one_that_fails_is_a_persons_matter(card: CardShop) -> None:
    booking = await card.shop.pending()
    intent = await card.paid(booking)
    card.stripe.refund_status = "pending"
    back = card.stripe.give_back(intent, 25_00)
    await card.told()
    assert await card.shop.number("ledger") == 1
    card.stripe.refund_ends(back["id"], "succeeded")
    card.shop.later(hours=1)
    await card.cards.sweep()
    await card.work()
    assert (await card.account(booking)).receivable.refunded == 25_00 and await card.differences() == []
    card.stripe.refund_ends(back["id"], "failed")
    await card.told()
    account = await card.account(booking)
    assert (account.receivable.net, account.receivable.deposit_paid) == (DEPOSIT, DEPOSIT)
    assert [one["reason"] for one in await card.shop.events("CardRefundFailed")] == ["expired_or_canceled_card"]
    assert await card.shop.problems() == []


async def test_a_dispute_is_told_and_a_lost_one_went_back(card: CardShop) -> None:
    booking = await card.shop.pending()
    intent = await card.paid(booking)
    card.stripe.dispute(intent)
    await card.told()
    card.stripe.dispute(intent, "lost")
    await card.told()
    await card.told()
    assert [one["status"] for one in await card.shop.events("CardDisputed")] == ["needs_response", "lost"]
    last = (await card.account(booking)).entries[-1]
    assert (last.kind, last.amount, last.reason) == ("refund", DEPOSIT, "Chargeback: fraudulent")
    assert await card.shop.problems() == []


async def test_money_that_is_on_its_way_is_waited_for(card: CardShop) -> None:
    booking = await card.shop.pending()
    page = await card.page(booking)
    card.stripe.send_off(page)
    await card.told()
    assert (await card.ask(booking)).json()["code"] == "payment_under_way" and await card.money() == []
    card.stripe.money_arrives(page)
    await card.told()
    assert (await card.shop.get(booking.id)).status == "confirmed" and await card.differences() == []


async def test_the_sweep_finds_what_no_webhook_told(card: CardShop) -> None:
    paid, refunded = await card.shop.pending(), await card.shop.pending()
    intent = await card.paid(refunded)
    page = await card.page(paid)
    card.stripe.pay(page)
    card.stripe.give_back(intent, DEPOSIT)
    await card.shop.rows("UPDATE stripe_payments SET state = 'expired' WHERE session_id = :id RETURNING 1", id=page)
    card.shop.later(hours=1)
    await card.cards.sweep()
    await card.work()
    assert await card.differences() == [] and (await card.shop.get(paid.id)).status == "confirmed"
    assert await card.shop.number("ledger") == 3


async def test_a_sweep_asks_for_what_is_new_alone_however_many_refunds_and_disputes_there_were(card: CardShop) -> None:
    intents = [await card.paid(await card.shop.pending(day=SATURDAY + timedelta(days=7 * week))) for week in range(4)]
    for intent in intents[:2]:
        card.stripe.give_back(intent, 20_00)
    card.stripe.refund_status = "pending"
    came_back = card.stripe.give_back(intents[2], 20_00)
    card.stripe.dispute(intents[3])
    await card.told()
    card.stripe.refund_ends(came_back["id"], "failed")
    card.stripe.dispute(intents[3], "lost")
    await card.told()
    card.stripe.asked.clear()
    await card.cards.sweep()
    assert sorted(one.path for one in card.stripe.asked) == ["/v1/checkout/sessions", "/v1/disputes", "/v1/refunds"]
    card.stripe.refund_status = "succeeded"
    news = card.stripe.give_back(intents[0], 5_00)
    card.stripe.dispute(intents[1], "warning_needs_response")
    card.stripe.events.clear()
    await card.cards.sweep()
    assert news["id"] in [name for *_, name, _ in await card.money()]
    assert len(await card.shop.events("CardDisputed")) == 3, "and the dispute of which no event told"


@pytest.mark.parametrize("fault", [BROKEN, CUT_AFTER, GARBAGE])
async def test_a_page_whose_answer_was_lost_is_the_same_page(card: CardShop, fault: object) -> None:
    booking = await card.shop.pending()
    card.stripe.faults.extend([fault] * 3)  # type: ignore[list-item]
    lost = await card.ask(booking)
    assert (lost.status_code, lost.json()["code"]) == (503, "card_payments_down")
    card.stripe.faults.clear()
    await card.page(booking)
    assert len(card.stripe.sessions) == 1


async def test_a_webhook_that_nobody_signed_is_refused_and_writes_nothing(card: CardShop) -> None:
    booking = await card.shop.pending()
    card.stripe.pay(await card.page(booking))
    event = card.stripe.events[-1]
    now = datetime.now(UTC)
    forged = card.stripe.signed(event, secret="whsec_other")
    stale = card.stripe.signed(event, at=(now - timedelta(minutes=6)).timestamp())
    bare = card.stripe.signed(event)
    bare.headers.pop("stripe-signature")
    odd = card.stripe.signed(event)
    odd.headers["stripe-signature"] = "t=1,v1=\u00e9"
    headers_in_bytes = [("stripe-signature", b"t=1,v1=\xe9")]
    for answer in await deliver(card.client, [forged, stale, bare]):
        assert (answer.status_code, answer.json()["code"]) == (400, "stripe_not_verified")
    answer = await card.client.post(odd.path, content=odd.body, headers=headers_in_bytes)
    assert answer.status_code == 400
    assert await card.shop.number("stripe_events") == 0 and await card.money() == []


async def test_without_keys_it_is_off_and_says_so(card: CardShop) -> None:
    booking = await card.shop.pending()
    assert (await card.client.get("/api/v1/stripe/config")).json() == {"enabled": True}
    card.cards._stripe = None
    assert (await card.client.get("/api/v1/stripe/config")).json() == {"enabled": False}
    for answer in (await card.ask(booking), await card.client.post("/api/v1/stripe/webhook", content=b"{}")):
        assert (answer.status_code, answer.json()["code"]) == (409, "card_payments_off")
    await card.cards.sweep()


async def test_a_person_is_one_customer_at_stripe_whatever_they_book(card: CardShop) -> None:
    person = await card.shop.customer()
    first = await card.shop.pending(person)
    await card.paid(first)
    second = await card.shop.pending(person, day=SATURDAY + timedelta(days=7))
    [known] = await card.shop.rows("SELECT customer FROM stripe_customers")
    assert card.stripe.sessions[await card.page(second)]["customer"] == known[0]
    stranger = await card.shop.pending(day=SATURDAY + timedelta(days=14))
    assert card.stripe.sessions[await card.page(stranger)]["customer"] is None


async def test_two_who_turn_out_to_be_one_person_share_the_older_customer(card: CardShop) -> None:
    one, other = await card.shop.customer(), await card.shop.customer()
    for number, person in enumerate((one, other)):
        await card.paid(await card.shop.pending(person, day=SATURDAY + timedelta(days=7 * number)))
        card.shop.later(minutes=1)
    older = (await card.shop.rows("SELECT customer FROM stripe_customers ORDER BY created_at"))[0][0]
    await card.shop.rows("UPDATE bookings SET customer_id = :one RETURNING 1", one=other)
    third = await card.shop.pending(other, day=SATURDAY + timedelta(days=21))
    assert card.stripe.sessions[await card.page(third)]["customer"] == older


async def test_a_customer_that_was_deleted_at_stripe_blocks_nobody(card: CardShop) -> None:
    person = await card.shop.customer()
    await card.paid(await card.shop.pending(person))
    card.stripe.deleted.update(row[0] for row in await card.shop.rows("SELECT customer FROM stripe_customers"))
    second = await card.shop.pending(person, day=SATURDAY + timedelta(days=7))
    assert (await card.ask(second)).json()["code"] == "card_refused"
    await card.paid(second)
    assert (await card.shop.get(second.id)).status == "confirmed" and await card.differences() == []


@pytest.mark.parametrize("first", ["PaymentRecorded", "PaymentRefunded"])
async def test_what_went_back_before_the_deposit_was_heard_takes_no_party_away(card: CardShop, first: str) -> None:
    booking = await card.shop.pending()
    entry = await card.shop.do(ledger.record, receivable_id=booking.id, amount=DEPOSIT, method="venmo")
    back = {"receivable_id": booking.id, "entry_id": entry.id, "amount": 30_00, "reason": "a late chef"}
    await card.shop.do(ledger.refund, **back)
    told = {"PaymentRecorded": PaymentRecorded, "PaymentRefunded": PaymentRefunded}
    for name in sorted(told, key=lambda one: one != first) * 2:
        for payload in await card.shop.events(name):
            await card.shop.do(bookings.on_money, event=told[name].model_validate(payload))
    shown = await card.shop.get(booking.id)
    assert (shown.status, shown.deposit_paid) == ("confirmed", 70_00) and await card.shop.problems() == []
    assert len(await card.shop.events("BookingConfirmed")) == len(await card.shop.events("DepositPaid")) == 1
