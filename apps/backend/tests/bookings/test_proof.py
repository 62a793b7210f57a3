"""The nightly proof on a database, with a Stripe that speaks the protocol: found once, told, and closed when mended."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import text

from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingChanged, BookingConfirmed
from hibachi.bookings.proof import repository, service
from hibachi.bookings.proof.service import Proof
from hibachi.bookings.schemas import Booking, Change
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Tx
from hibachi.kit.persons import ERASING
from hibachi.payments import service as ledger
from hibachi.payments.cards.service import Cards
from tests.parties import DEPOSIT, OLGA, Shop
from tests.payments.card_shop import CardShop, card_shop_on
from tests.simulators.provider import BROKEN

READY = Change(location="1 Main St", dietary=["none"])


@pytest.fixture
async def card(database_url: str, clock: SettableClock) -> AsyncIterator[CardShop]:
    async with card_shop_on(database_url, clock) as opened:
        for told in (BookingConfirmed, BookingChanged):
            opened.shop.db.bus.listen(told, "bookings.invoice", bookings.on_booking)
        yield opened


async def proved(card: CardShop) -> list[tuple[str, str]]:
    """The worker has done its work, a night passes; what is open then."""
    await card.work()
    await Proof(card.shop.db, card.cards).prove()
    return [(one.code, one.subject) for one in (await card.shop.do(service.findings)).findings]


async def ready(shop: Shop, booking: Booking) -> Booking:
    """What the day needs is known."""
    changed = await shop.do(bookings.change, actor=OLGA, booking_id=booking.id, change=READY, by_staff=True)
    assert isinstance(changed, Booking)
    return changed


async def without_reasons(tx: Tx) -> None:
    """What forgetting leaves of the ledger."""
    await tx.session.execute(ERASING)
    await tx.session.execute(text("UPDATE ledger SET reason = '[erased]' WHERE reason IS NOT NULL"))


async def rows(card: CardShop) -> list[Any]:
    return await card.shop.rows("SELECT code, found_at, seen_at, mended_at FROM proof_findings ORDER BY id")


async def test_a_sound_shop_has_no_finding_whatever_was_paid_and_given_back(card: CardShop) -> None:
    booking = await card.shop.pending()
    await card.paid(booking)
    intent = await card.paid(booking, "balance")
    await ready(card.shop, booking)
    card.stripe.give_back(intent, 20_00)
    card.stripe.dispute(str(card.stripe.intents[intent]["id"]))
    await card.told()
    assert await proved(card) == []
    assert (await card.shop.do(service.findings)).proved_at == card.shop.clock.now()


async def test_a_finding_is_one_row_until_it_is_mended(card: CardShop) -> None:
    booking = await card.shop.confirmed()
    codes = ["address_missing", "allergies_unanswered"]
    for _ in range(3):
        assert sorted(await proved(card)) == [(code, str(booking.id)) for code in codes]
        card.shop.later(days=1)
    assert len(await rows(card)) == 2 and all(seen > found for _, found, seen, _ in await rows(card))
    await ready(card.shop, booking)
    assert await proved(card) == []
    assert all(mended is not None for *_, mended in await rows(card))
    await card.shop.rows("UPDATE bookings SET location = NULL RETURNING 1")
    assert await proved(card) == [("address_missing", str(booking.id))] and len(await rows(card)) == 3


async def test_a_claim_that_is_gone_and_books_that_somebody_touched(card: CardShop) -> None:
    booking = await ready(card.shop, await card.shop.confirmed())
    await card.work()
    await card.shop.rows("UPDATE claims SET released_at = created_at RETURNING 1")
    await card.shop.rows("UPDATE bookings SET paid = paid + 1 RETURNING 1")
    assert sorted(await proved(card)) == [("books_differ", str(booking.id)), ("chef_missing", str(booking.id))]


async def test_late_money_stays_a_finding_until_it_went_back(card: CardShop) -> None:
    await card.shop.chefs(1)
    late = await card.shop.pending()
    card.shop.later(hours=3)
    await ready(card.shop, await card.shop.confirmed())
    taken = await card.shop.do(bookings.record_payment, actor=OLGA, booking_id=late.id, amount=DEPOSIT, method="zelle")
    assert await proved(card) == [("money_owed_back", str(late.id))]
    back = {"booking_id": late.id, "entry_id": taken.entry.id, "amount": DEPOSIT, "reason": "no time left"}
    await card.shop.do(bookings.record_refund, actor=OLGA, **back)
    assert await proved(card) == []


async def test_what_no_webhook_told_is_written_down_and_no_finding(card: CardShop) -> None:
    booking = await card.shop.pending()
    assert card.stripe.pay(await card.page(booking))
    card.stripe.events.clear()
    assert await proved(card) == [], "what its own sweep wrote is on its way into the party"
    assert (await card.shop.get(booking.id)).status == "deposit_pending"
    assert [subject for _, subject in await proved(card)] == [str(booking.id)] * 2, "its address and allergies"
    assert (await card.shop.get(booking.id)).status == "confirmed"


async def test_what_was_open_of_a_party_stays_open_while_its_books_are_on_their_way(card: CardShop) -> None:
    booking = await card.shop.confirmed()
    wanting = sorted(await proved(card))
    assert wanting == [("address_missing", str(booking.id)), ("allergies_unanswered", str(booking.id))]
    assert card.stripe.pay(await card.page(booking, "balance"))
    card.stripe.events.clear()
    assert sorted(await proved(card)) == wanting and len(await rows(card)) == 2
    assert (await card.shop.get(booking.id)).paid == DEPOSIT, "the sweep wrote it, and nobody has heard"
    assert sorted(await proved(card)) == wanting


async def test_the_proof_sees_one_instant_whatever_is_paid_meanwhile(
    card: CardShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    booking = await ready(card.shop, await card.shop.confirmed())
    parties, paid = repository.parties, []

    async def while_somebody_pays(tx: Tx) -> Any:
        paid.append(await card.shop.do(bookings.record_payment, booking_id=booking.id, amount=1_00, method="cash"))
        return await parties(tx)

    monkeypatch.setattr(repository, "parties", while_somebody_pays)
    assert await proved(card) == [] and len(paid) == 1


async def test_stripe_and_the_ledger_disagree_each_way(card: CardShop) -> None:
    booking = await card.shop.pending()
    intent = await card.paid(booking)
    await ready(card.shop, booking)
    ghost = {"receivable_id": booking.id, "amount": 5_00, "method": "card", "kind": "tip", "provider": "stripe"}
    await card.shop.do(ledger.record, **ghost, provider_id="pi_of_nobody")
    page = next(one for one in card.stripe.sessions.values() if one["payment_intent"] == intent)
    page["amount_total"] += 1
    found = await proved(card)
    assert sorted(found) == [("amount_differs", intent), ("not_at_stripe", "pi_of_nobody")]
    page["amount_total"] -= 1
    assert await proved(card) == [("not_at_stripe", "pi_of_nobody")]


async def test_money_that_went_back_and_came_back_and_what_a_bank_took_is_no_difference(card: CardShop) -> None:
    booking = await card.shop.pending()
    intent, balance = await card.paid(booking), await card.paid(booking, "balance")
    back = card.stripe.give_back(intent, 25_00)
    card.stripe.dispute(balance, "lost")
    await card.told()
    card.stripe.refund_ends(back["id"], "failed")
    await card.told()
    await ready(card.shop, booking)
    names = {entry[3] for entry in await card.money()}
    assert {back["id"], f"{back['id']}:failed"} < names and any(name.startswith("dp") for name in names)
    assert await proved(card) == []
    await card.shop.do(without_reasons)
    assert await proved(card) == [], "also when their person was forgotten"


async def test_a_night_without_stripe_closes_nothing_of_it(card: CardShop) -> None:
    booking = await ready(card.shop, await card.shop.confirmed())
    ghost = {"receivable_id": booking.id, "amount": 5_00, "method": "card", "kind": "tip", "provider": "stripe"}
    await card.shop.do(ledger.record, **ghost, provider_id="pi_of_nobody")
    assert await proved(card) == [("not_at_stripe", "pi_of_nobody")]
    card.stripe.faults.extend([BROKEN] * 40)
    assert await proved(card) == [("not_at_stripe", "pi_of_nobody")]
    card.stripe.faults.clear()
    off = CardShop(card.shop, Cards(card.shop.db, None), card.stripe, card.client)
    assert await proved(off) == [], "without cards nothing can differ there"
