"""Notices on a real database: what is recorded once, what waits, what is never recorded, and what people decide."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from hibachi.bookings import service as bookings
from hibachi.kit.errors import HibachiError
from hibachi.payments import service as ledger
from hibachi.payments.errors import UnknownReceivable
from hibachi.payments.events import PaymentRecorded
from hibachi.payments.notices.errors import AmountGiven, AmountMissing, NotAPayment, NoticeDecided, UnknownNotice
from hibachi.payments.notices.schemas import Notice, Proposal
from hibachi.payments.rules import reference
from hibachi.payments.schemas import Origin, Payer, Receivable
from hibachi.payments.service import notices as service
from tests.parties import DEPOSIT, OLGA, Shop


async def owes(shop: Shop, name: str = "Dana Ruiz", total: int = 660_00, **said: Any) -> UUID:
    owed = uuid4()
    payer = Payer(name=name, **said)
    await shop.do(ledger.bill, receivable_id=owed, payer=payer, total=total, deposit=DEPOSIT)
    return owed


def origin(shop: Shop, **said: Any) -> Origin:
    fields = {
        "source": uuid4().hex, "issuer": "venmo.com", "service": "venmo", "proven": True, "ours": True,
        "arrived_at": shop.clock.now(),
    }  # fmt: skip
    return Origin.model_validate(fields | said)


async def told(shop: Shop, whence: Origin | None = None, **said: Any) -> Proposal:
    """A notice comes in."""
    fields = {
        "kind": "received",
        "amount": DEPOSIT,
        "currency": "USD",
        "payer": "Dana Ruiz",
        "transaction_id": uuid4().hex,
    }
    notice = Notice.model_validate(fields | said)
    proposal = await shop.do(service.propose, origin=whence or origin(shop), notice=notice)
    assert proposal is not None
    return proposal


async def accept(shop: Shop, notice_id: UUID, booking_id: UUID, **said: Any) -> Proposal:
    given = {"amount": None, "kind": None, "note": None} | said
    return await shop.do(service.accept, actor=OLGA, notice_id=notice_id, booking_id=booking_id, **given)


async def paid(shop: Shop, owed: UUID) -> Receivable:
    return await shop.do(ledger.receivable, receivable_id=owed)


async def test_a_clear_match_is_recorded_with_its_provider(shop: Shop) -> None:
    owed = await owes(shop)
    seen = await told(shop, memo=f"deposit {reference(owed)}", transaction_id="4711", payer="Anybody At All")
    assert (seen.state, seen.reason, seen.receivable_id, seen.extent) == ("recorded", None, owed, "exact")
    [entry] = (await shop.do(ledger.account, receivable_id=owed)).entries
    assert (entry.provider, entry.provider_id, entry.amount, entry.kind, entry.method) == (
        "venmo", "4711", DEPOSIT, "deposit", "venmo",
    )  # fmt: skip
    assert entry.id == seen.entry_id and len(await shop.events("PaymentRecorded")) == 1


async def test_the_money_confirms_the_party(shop: Shop) -> None:
    booking = await shop.pending()
    await told(shop, memo=reference(booking.id))
    [event] = await shop.events("PaymentRecorded")
    await shop.do(bookings.on_money, event=PaymentRecorded.model_validate(event))
    assert (await shop.get(booking.id)).status == "confirmed" and await shop.problems() == []


async def test_the_same_mail_again_is_the_same_notice(shop: Shop) -> None:
    owed = await owes(shop)
    whence = origin(shop)
    first = await told(shop, whence, memo=reference(owed))
    assert (await told(shop, whence, memo=reference(owed))).id == first.id
    assert (await paid(shop, owed)).paid == DEPOSIT and await shop.number("payment_notices") == 1


async def test_two_mails_of_one_transaction_pay_once(shop: Shop) -> None:
    owed = await owes(shop)
    first = await told(shop, memo=reference(owed), transaction_id="4711")
    second = await told(shop, memo=reference(owed), transaction_id="4711")
    assert (second.state, second.reason, second.twin_id) == ("ignored", "duplicate", first.id)
    assert (await paid(shop, owed)).paid == DEPOSIT


async def test_twenty_at_once_pay_once(shop: Shop) -> None:
    owed = await owes(shop)
    seen = await asyncio.gather(*(told(shop, memo=reference(owed), transaction_id="4711") for _ in range(20)))
    assert sorted(one.state for one in seen) == ["ignored"] * 19 + ["recorded"]
    assert (await paid(shop, owed)).paid == DEPOSIT


async def test_a_bank_and_zelle_that_tell_of_one_payment_pay_once(shop: Shop) -> None:
    owed = await owes(shop)
    chase = origin(shop, issuer="alerts.chase.com", service="zelle")
    first = await told(shop, chase, memo=reference(owed), zelle=True)
    zelle = origin(shop, issuer="zellepay.com", service="zelle")
    second = await told(shop, zelle, memo=reference(owed), zelle=True, payer="DANA RUIZ")
    assert (first.state, second.state, second.reason, second.twin_id) == (
        "recorded",
        "waiting",
        "maybe_twice",
        first.id,
    )
    assert (await paid(shop, owed)).paid == DEPOSIT


async def test_two_payments_of_one_sum_are_two(shop: Shop) -> None:
    owed = await owes(shop)
    for _ in range(2):
        assert (await told(shop, memo=reference(owed))).state == "recorded"
    assert (await paid(shop, owed)).paid == 2 * DEPOSIT


async def test_a_bank_without_ids_that_tells_twice_is_for_a_person(shop: Shop) -> None:
    owed = await owes(shop)
    await told(shop, memo=reference(owed), transaction_id=None)
    assert (await told(shop, memo=reference(owed), transaction_id=None)).reason == "maybe_twice"
    shop.later(days=3)
    assert (await told(shop, memo=reference(owed), transaction_id=None)).state == "recorded"


async def test_a_person_was_faster(shop: Shop) -> None:
    owed = await owes(shop)
    await shop.do(ledger.record, actor=OLGA, receivable_id=owed, amount=DEPOSIT, method="venmo")
    seen = await told(shop, memo=reference(owed))
    assert (seen.state, seen.reason) == ("waiting", "maybe_recorded")
    assert (await paid(shop, owed)).paid == DEPOSIT


async def test_a_person_who_wrote_the_id_was_the_same_payment(shop: Shop) -> None:
    owed, given = await owes(shop), {"provider": "venmo", "provider_id": "4711"}
    entry = await shop.do(ledger.record, actor=OLGA, receivable_id=owed, amount=DEPOSIT, method="venmo", **given)
    seen = await told(shop, memo=reference(owed), transaction_id="4711")
    assert (seen.state, seen.entry_id) == ("recorded", entry.id) and (await paid(shop, owed)).paid == DEPOSIT


@pytest.mark.parametrize("provider", ["stripe", "card"])
async def test_a_card_that_stripe_or_a_person_told_of_is_not_paid_again_by_its_mail(shop: Shop, provider: str) -> None:
    owed, given = await owes(shop), {"provider": provider, "provider_id": "pi_4711"}
    await shop.do(ledger.record, receivable_id=owed, amount=DEPOSIT, method="card", **given)
    mail = origin(shop, issuer="stripe.com", service="stripe")
    seen = await told(shop, mail, memo=reference(owed), transaction_id="pi_4711")
    assert (seen.state, seen.reason) == (("recorded", None) if provider == "stripe" else ("waiting", "maybe_recorded"))
    assert (await paid(shop, owed)).paid == DEPOSIT and len(await shop.events("PaymentRecorded")) == 1


async def test_an_id_that_was_recorded_differently_is_for_a_person(shop: Shop) -> None:
    owed, other = await owes(shop), await owes(shop, "Ann Other")
    given = {"provider": "venmo", "provider_id": "4711"}
    await shop.do(ledger.record, actor=OLGA, receivable_id=other, amount=DEPOSIT, method="venmo", **given)
    seen = await told(shop, memo=reference(owed), transaction_id="4711")
    assert (seen.state, seen.reason) == ("waiting", "known_differently") and (await paid(shop, owed)).paid == 0


@pytest.mark.parametrize(("cents", "extent"), [(40_00, "partial"), (660_00, "exact"), (900_00, "over")])
async def test_partial_and_over_are_recorded_and_said(shop: Shop, cents: int, extent: str) -> None:
    owed = await owes(shop)
    assert (await told(shop, memo=reference(owed), amount=cents)).extent == extent
    assert (await paid(shop, owed)).owed == 660_00 - cents


WAITS: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "no match": ({}, {"payer": "Nobody Known", "amount": 1}, "waiting", "no_match"),
    "a name that is like": ({}, {"payer": "Dana R"}, "waiting", "not_certain"),
    "foreign": ({}, {"currency": "CAD"}, "waiting", "foreign_currency"),
    "no amount": ({}, {"amount": None, "currency": None}, "waiting", "no_amount"),
    "unclear": ({}, {"kind": "unclear", "amount": None, "currency": None}, "waiting", "unclear"),
    "refunded": ({}, {"kind": "refunded"}, "waiting", "money_went_back"),
    "failed": ({}, {"kind": "failed"}, "waiting", "payment_failed"),
    "requested": ({}, {"kind": "requested"}, "ignored", "not_money_for_us"),
    "sent": ({}, {"kind": "sent"}, "ignored", "not_money_for_us"),
    "pending": ({}, {"kind": "pending"}, "ignored", "not_money_for_us"),
    "not proven": ({"proven": False}, {}, "suspect", "sender_not_proven"),
    "to somebody else": ({"ours": False}, {}, "suspect", "addressed_to_somebody_else"),
}


@pytest.mark.parametrize("name", WAITS)
async def test_what_may_not_be_recorded_is_not(shop: Shop, name: str) -> None:
    whence, said, state, reason = WAITS[name]
    owed = await owes(shop)
    memo = None if name in ("no match", "a name that is like") else reference(owed)
    seen = await told(shop, origin(shop, **whence), **({"memo": memo} | said))
    assert (seen.state, seen.reason) == (state, reason)
    assert (await paid(shop, owed)).paid == 0 and await shop.events("PaymentRecorded") == []


async def test_two_debts_wait_with_both_candidates(shop: Shop) -> None:
    mine = {await owes(shop), await owes(shop)}
    seen = await told(shop)
    assert (seen.state, seen.reason) == ("waiting", "several_match")
    assert {one.receivable_id for one in seen.candidates} == mine
    assert [(one.by, one.certainty) for one in seen.candidates] == [(["name", "amount"], 0.92)] * 2


async def test_a_person_chooses(shop: Shop) -> None:
    one, two = await owes(shop), await owes(shop)
    seen = await told(shop)
    [listed] = await shop.do(service.proposals, state="waiting", limit=50)
    assert listed.id == seen.id
    done = await accept(shop, seen.id, two, note="she called")
    assert (done.state, done.receivable_id, done.decided_by) == ("recorded", two, "Olga Owner")
    assert ((await paid(shop, one)).paid, (await paid(shop, two)).paid) == (0, DEPOSIT)
    assert len(await shop.audits("notice_accept")) == len(await shop.audits("payment_record")) == 1
    assert await shop.do(service.proposals, state="waiting", limit=50) == []


async def test_a_person_dismisses_with_a_reason(shop: Shop) -> None:
    await owes(shop)
    seen = await told(shop, payer="Nobody Known", transaction_id="4711")
    done = await shop.do(service.dismiss, actor=OLGA, notice_id=seen.id, reason="my brother's rent")
    assert (done.state, done.note) == ("dismissed", "my brother's rent")
    assert len(await shop.audits("notice_dismiss")) == 1
    assert (await told(shop, payer="Nobody Known", transaction_id="4711")).reason == "duplicate"


async def test_a_foreign_payment_is_accepted_with_its_worth(shop: Shop) -> None:
    owed = await owes(shop)
    seen = await told(shop, memo=reference(owed), currency="CAD")
    with pytest.raises(AmountMissing):
        await accept(shop, seen.id, owed)
    await accept(shop, seen.id, owed, amount=73_12)
    assert (await paid(shop, owed)).paid == 73_12


async def test_a_decision_that_cannot_be_changes_nothing(shop: Shop) -> None:
    owed = await owes(shop)
    waiting = await told(shop, payer="Nobody Known")
    went_back = await told(shop, kind="refunded")
    suspect = await told(shop, origin(shop, proven=False), memo=reference(owed))
    recorded = await told(shop, memo=reference(owed), amount=1)
    tries: list[tuple[Any, type[HibachiError]]] = [
        (accept(shop, uuid4(), owed), UnknownNotice), (accept(shop, waiting.id, uuid4()), UnknownReceivable),
        (accept(shop, waiting.id, owed, amount=1), AmountGiven), (accept(shop, went_back.id, owed), NotAPayment),
        (accept(shop, suspect.id, owed), NoticeDecided), (accept(shop, recorded.id, owed), NoticeDecided),
        (shop.do(service.dismiss, notice_id=recorded.id, reason="x"), NoticeDecided),
        (shop.do(service.dismiss, notice_id=uuid4(), reason="x"), UnknownNotice),
    ]  # fmt: skip
    for attempt, error in tries:
        with pytest.raises(error):
            await attempt
    assert (await paid(shop, owed)).paid == 1
    assert [one.id for one in await shop.do(service.proposals, state="waiting", limit=50)] == [went_back.id, waiting.id]


async def test_ten_people_at_once_decide_once(shop: Shop) -> None:
    owed = await owes(shop)
    seen = await told(shop, payer="Nobody Known")
    tries = await asyncio.gather(*(accept(shop, seen.id, owed) for _ in range(10)), return_exceptions=True)
    assert sum(isinstance(one, Proposal) for one in tries) == 1
    assert all(isinstance(one, Proposal | NoticeDecided) for one in tries)
    assert (await paid(shop, owed)).paid == DEPOSIT


async def test_mail_of_nothing_leaves_nothing(shop: Shop) -> None:
    assert await shop.do(service.propose, origin=origin(shop), notice=Notice(kind="other")) is None
    assert await shop.number("payment_notices") == 0


async def test_a_page_of_notices(shop: Shop) -> None:
    seen = [(await told(shop, payer="Nobody Known", amount=cents)).id for cents in (1, 2, 3)]
    first = await shop.do(service.proposals, state="waiting", limit=2)
    rest = await shop.do(service.proposals, state="waiting", limit=2, before=first[-1].id)
    assert [one.id for one in (*first, *rest)] == seen[::-1]


async def test_the_database_says_no(shop: Shop) -> None:
    owed = await owes(shop)
    await told(shop, memo=reference(owed), transaction_id="4711")
    await told(shop, payer="Nobody Known", amount=1)
    for change in (
        "SET entry_id = NULL", "SET state = 'waiting' WHERE state = 'recorded'", "SET state = 'recorded' WHERE state = 'waiting'",
        "SET kind = 'requested' WHERE state = 'recorded'", "SET state = 'dismissed', entry_id = NULL, receivable_id = NULL",
        "SET amount = 0", "SET transaction_id = '4711'", "SET state = 'lost'", "SET kind = 'stolen'", "SET reason = 'whim'",
    ):  # fmt: skip
        with pytest.raises(IntegrityError):
            await shop.rows(f"UPDATE payment_notices {change} RETURNING id")


async def test_days_are_those_of_the_business(shop: Shop) -> None:
    late = origin(shop, arrived_at=shop.clock.now() + timedelta(hours=13, minutes=30))
    assert str((await told(shop, late)).paid_on) == "2026-03-04", "the UTC day is the next one already"
