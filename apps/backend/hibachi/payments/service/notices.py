"""Propose, list, accept, dismiss. A mail only proposes: one clear match that is sure enough is recorded, the rest waits."""

import asyncio
from typing import Any
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.kit.money import Cents, text
from hibachi.payments.errors import PaymentKnown
from hibachi.payments.notices import memos, repository, rules
from hibachi.payments.notices.errors import AmountGiven, AmountMissing, NotAPayment, NoticeDecided, UnknownNotice
from hibachi.payments.notices.models import NoticeRow
from hibachi.payments.notices.reading import read
from hibachi.payments.notices.schemas import Candidate, Notice, Proposal, Reason, State
from hibachi.payments.rules import Purpose
from hibachi.payments.schemas import LedgerEntry, Origin, Words
from hibachi.payments.service import instructions, ledger
from hibachi.policies import service as policies
from hibachi.policies.schemas import PolicyBook

PROPOSING = "payment-notices"
"""Under this lock notices are judged one after the other: two of one payment that come at once see each other."""
OPEN_KINDS = ("received", "unclear")


async def payment_service_of(tx: Tx, *, domain: str) -> str | None:
    """The payment service that writes from a domain, as the owner's profile says; None for everybody else's."""
    listed = (await policies.current(tx)).profile.payment_notices.senders
    return rules.service_of(domain, {str(service): domains for service, domains in listed.items()})


async def take_mail(tx: Tx, *, origin: Origin, words: Words) -> bool:
    """Take in a mail of a payment service; False where it says nothing of one payment."""
    notice = await asyncio.to_thread(read, subject=words.subject, text=words.text, html=words.html)
    return await propose(tx, origin=origin, notice=notice) is not None


async def propose(tx: Tx, *, origin: Origin, notice: Notice) -> Proposal | None:
    """Take in what a mail of a payment service says; the same mail again is the same notice. None: nothing of money.

    Only a mail whose sender is proven and that is addressed to us can be recorded, or accepted later.
    """
    if notice.kind == "other":
        return None
    await tx.lock(PROPOSING)
    known = await repository.by_source(tx, origin.source)
    if known is not None:
        return _shown(known)
    book = await policies.current(tx)
    fields = _fields(origin, notice, book)
    fields |= await _judged_at_once(tx, fields, origin, book)
    row = await repository.add(tx, fields)
    if row.state == "waiting" and row.reason is None:
        await _match(tx, row, notice, book)
    await repository.save(tx)
    return _shown(row)


async def proposals(tx: Tx, *, state: State, limit: int, before: UUID | None = None) -> list[Proposal]:
    """Notices in a state, the latest first."""
    return [_shown(row) for row in await repository.listed(tx, state=state, limit=limit, before=before)]


async def waiting_for_staff(tx: Tx) -> tuple[int, int]:
    """How many notices wait for a decision, and how many parties to be told how to pay."""
    return await repository.waiting(tx), len(await instructions.waiting(tx, limit=1000))


async def accept(
    tx: Tx, *, notice_id: UUID, booking_id: UUID, amount: Cents | None, kind: Purpose | None, note: str | None
) -> Proposal:
    """A person says what a payment is for: it is recorded there.

    Raises UnknownNotice, NoticeDecided, NotAPayment, AmountMissing, AmountGiven, UnknownReceivable, PaymentKnown.
    """
    row = await _waiting(tx, notice_id)
    if row.kind not in OPEN_KINDS:
        raise NotAPayment()
    told = row.amount if row.currency == (await policies.current(tx)).profile.business.currency else None
    if told is not None and amount is not None:
        raise AmountGiven()
    paid = told if told is not None else amount
    if paid is None:
        raise AmountMissing()
    entry = await _record(tx, row, booking_id, paid, kind=kind, note=note)
    _decide(tx, row, note)
    await repository.save(tx)
    changes = {"party": (None, booking_id), "amount": (None, text(paid)), "entry": (None, entry.id)}
    await audit.record(
        tx, action="notice_accept", resource="payment_notice", resource_id=row.id, changes=changes, reason=note
    )
    return _shown(row)


async def dismiss(tx: Tx, *, notice_id: UUID, reason: str) -> Proposal:
    """A person says that nothing of a notice is to be recorded, and why. Raises UnknownNotice, NoticeDecided."""
    row = await _waiting(tx, notice_id)
    row.state, row.reason = "dismissed", None
    _decide(tx, row, reason)
    await repository.save(tx)
    changes = {"state": ("waiting", "dismissed")}
    await audit.record(
        tx, action="notice_dismiss", resource="payment_notice", resource_id=row.id, changes=changes, reason=reason
    )
    return _shown(row)


async def _judged_at_once(tx: Tx, told: dict[str, Any], origin: Origin, book: PolicyBook) -> dict[str, Any]:
    """The state of a notice that is not even matched, and why; nothing for one that may be recorded."""
    if not origin.proven or not origin.ours:
        reason: Reason = "addressed_to_somebody_else" if origin.proven else "sender_not_proven"
        return {"state": "suspect", "reason": reason}
    if told["kind"] != "received":
        state, why = rules.at_once(told["kind"])
        return {"state": state, "reason": why}
    before = told["transaction_id"] and await repository.by_transaction(tx, told["method"], told["transaction_id"])
    if before:
        return {"state": "ignored", "reason": "duplicate", "twin_id": before.id}
    if told["amount"] is None:
        return {"reason": "no_amount"}
    return {} if told["currency"] == book.profile.business.currency else {"reason": "foreign_currency"}


async def _match(tx: Tx, row: NoticeRow, notice: Notice, book: PolicyBook) -> None:
    """Find what a payment is for, and record it where that is clear and nothing speaks against it."""
    references, phones = memos.references_in(notice.memo), memos.phones_in(notice.memo)
    found = rules.candidates(notice, await ledger.payable(tx, references=references, phones=phones))
    row.candidates = [candidate.model_dump(mode="json") for candidate in found]
    choice = rules.chosen(notice, found, certainty=book.profile.payment_notices.certainty)
    if isinstance(choice, Candidate):
        doubt = await _doubt(tx, row, notice, choice)
        if doubt is None:
            await _record_surely(tx, row, choice)
            return
        row.reason = doubt
    else:
        row.reason = choice


async def _doubt(tx: Tx, row: NoticeRow, notice: Notice, choice: Candidate) -> Reason | None:
    """What speaks against recording a clear match: another notice of the same money, or a person was faster."""
    assert row.amount is not None and row.currency is not None
    near = await repository.of_amount(
        tx, amount=row.amount, currency=row.currency, since=row.arrived_at - rules.TWINS_WITHIN
    )
    twin = next((one for one in near if one.id != row.id and rules.may_be_twins(_told(row), _told(one))), None)
    if twin is not None:
        row.twin_id = twin.id
        return "maybe_twice"
    faster = await repository.by_hand(
        tx,
        receivable_id=choice.receivable_id,
        amount=row.amount,
        known=(rules.provider_of(row.method), row.transaction_id or ""),
        since=row.arrived_at - rules.BY_HAND_WITHIN,
    )
    return "maybe_recorded" if faster else None


async def _record_surely(tx: Tx, row: NoticeRow, choice: Candidate) -> None:
    assert row.amount is not None
    try:
        await _record(tx, row, choice.receivable_id, row.amount, kind=None, note=None)
    except PaymentKnown:
        row.reason = "known_differently"


async def _record(
    tx: Tx, row: NoticeRow, receivable_id: UUID, amount: Cents, *, kind: Purpose | None, note: str | None
) -> LedgerEntry:
    owed = await ledger.receivable(tx, receivable_id=receivable_id)
    entry = await ledger.record(
        tx,
        receivable_id=receivable_id,
        amount=amount,
        method=row.method,
        kind=kind,
        provider=rules.provider_of(row.method),
        provider_id=row.transaction_id or f"mail:{row.source}",
        note=note or row.memo,
    )
    row.state, row.reason, row.extent = "recorded", None, rules.extent(amount, owed)
    row.receivable_id, row.entry_id = receivable_id, entry.id
    return entry


async def _waiting(tx: Tx, notice_id: UUID) -> NoticeRow:
    row = await repository.held(tx, notice_id)
    if row is None:
        raise UnknownNotice()
    if row.state != "waiting":
        raise NoticeDecided()
    return row


def _decide(tx: Tx, row: NoticeRow, note: str | None) -> None:
    row.decided_by, row.decided_at, row.note = tx.actor.name, tx.now, note


def _fields(origin: Origin, notice: Notice, book: PolicyBook) -> dict[str, Any]:
    """A notice's row as it is before it is judged."""
    zone = book.profile.business.timezone
    said = notice.model_dump(exclude={"zelle"})
    said["paid_on"] = notice.paid_on or wall(origin.arrived_at, zone).date()
    return {
        **said,
        "source": origin.source,
        "issuer": origin.issuer,
        "method": rules.method_of(origin.service, notice),
        "arrived_at": origin.arrived_at,
        "state": "waiting",
        "candidates": [],
    }


def _told(row: NoticeRow) -> rules.Told:
    return rules.Told(row.method, row.issuer, row.payer, row.memo, row.transaction_id)


def _shown(row: NoticeRow) -> Proposal:
    return Proposal.model_validate({name: getattr(row, name) for name in Proposal.model_fields})
