"""Pure decisions about notices: which payment service a domain is, what a payment may be for, and how sure that is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import get_args

from hibachi.customers.rules import holds_name, likeness
from hibachi.kit.money import Cents
from hibachi.payments.notices import memos
from hibachi.payments.notices.schemas import Candidate, Extent, Kind, Known, Notice, Reason, State
from hibachi.payments.schemas import Method, Receivable

METHODS: dict[str, Method] = {
    "venmo": "venmo", "cash_app": "cash_app", "paypal": "paypal", "stripe": "card", "zelle": "zelle", "bank": "bank",
}  # fmt: skip
"""How the ledger calls what comes through a service; `bank`: what a bank tells that is not Zelle."""
PROVIDERS: dict[str, str] = {"card": "stripe"}
"""Whose object a payment of a method is, where that is not called as the method: Stripe tells of a card's, by mail or not."""
CLEAR_BY = 0.05
"""So far below the first must the second candidate be."""
SIMILAR_NAME = 0.8
TWINS_WITHIN = timedelta(days=2)
BY_HAND_WITHIN = timedelta(days=3)
MOST_CANDIDATES = 10
CERTAINTY: tuple[tuple[frozenset[Known], float], ...] = (
    (frozenset({"reference"}), 0.99),
    (frozenset({"phone", "amount"}), 0.97),
    (frozenset({"email", "amount"}), 0.96),
    (frozenset({"phone"}), 0.95),
    (frozenset({"name", "amount"}), 0.92),
    (frozenset({"email"}), 0.9),
    (frozenset({"near_reference", "amount"}), 0.88),
    (frozenset({"similar_name", "amount"}), 0.8),
    (frozenset({"near_reference"}), 0.7),
    (frozenset({"name"}), 0.6),
    (frozenset({"similar_name"}), 0.45),
    (frozenset({"amount"}), 0.3),
)
"""How sure a match is by what it is known by: the first line whose marks are all there."""


def service_of(domain: str, senders: Mapping[str, Sequence[str]]) -> str | None:
    """The payment service that writes from a domain, by the owner's list; a domain below a listed one is its."""
    return next(
        (
            service
            for service, domains in senders.items()
            for one in domains
            if domain == one or domain.endswith(f".{one}")
        ),
        None,
    )


def method_of(service: str, notice: Notice) -> Method:
    """How the ledger calls this payment: a bank's notice is one of Zelle only where it says so."""
    if service == "zelle" and not notice.zelle:
        return METHODS["bank"]
    return METHODS.get(service, "other")


def provider_of(method: str) -> str:
    """Whose object a payment is in the ledger, whatever tells of it: a mail, a person, or the provider itself."""
    return PROVIDERS.get(method, method)


def due(owed: Receivable) -> set[Cents]:
    """The amounts that are asked of somebody: what is missing of the deposit, and all that is owed."""
    return {amount for amount in (owed.deposit - owed.deposit_paid, owed.owed) if amount > 0}


def is_settled(owed: Receivable) -> bool:
    """Whether nothing is to come; a party whose time ran out before its deposit is still paid by its reference."""
    return owed.owed <= 0 and owed.deposit_paid >= owed.deposit


def candidates(notice: Notice, receivables: Iterable[Receivable]) -> list[Candidate]:
    """What a payment may be for, the surest first; of somebody who owes nothing, only a reference or number tells."""
    references, phones = memos.references_in(notice.memo), memos.phones_in(notice.memo)
    found = [one for owed in receivables if (one := _candidate(notice, owed, references, phones)) is not None]
    return sorted(found, key=lambda one: (-one.certainty, one.reference))[:MOST_CANDIDATES]


def _candidate(notice: Notice, owed: Receivable, references: set[str], phones: set[str]) -> Candidate | None:
    marks = _marks(notice, owed, references, phones)
    sure = next((certainty for needed, certainty in CERTAINTY if needed <= marks), None)
    if sure is None or (owed.owed <= 0 and not marks & {"reference", "phone"}):
        return None
    return Candidate(
        receivable_id=owed.id,
        reference=owed.reference,
        payer=owed.payer,
        owed=owed.owed,
        settled=is_settled(owed),
        certainty=sure,
        by=[mark for mark in get_args(Known) if mark in marks],
    )


def _marks(notice: Notice, owed: Receivable, references: set[str], phones: set[str]) -> set[Known]:
    named, exact = similarity(notice.payer, owed.payer), owed.reference in references
    said: dict[Known, bool] = {
        "reference": exact,
        "near_reference": not exact and memos.nearly_names(notice.memo, owed.reference),
        "phone": owed.phone is not None and owed.phone in phones,
        "email": bool(notice.payer_email) and notice.payer_email == (owed.email or "").lower(),
        "name": named == 1.0,
        "similar_name": named == SIMILAR_NAME,
        "amount": notice.amount in due(owed),
    }
    return {mark for mark, there in said.items() if there}


def similarity(one: str | None, other: str | None) -> float:
    """How alike two names are: 1 for one whole name, middle names apart; SIMILAR_NAME for one that may be the other."""
    if holds_name(one, other):
        return 1.0
    return SIMILAR_NAME if max(likeness(one, other), likeness(*_initials(one, other))) >= SIMILAR_NAME else 0.0


def _initials(one: str | None, other: str | None) -> tuple[str, str]:
    """Two names, the last name of both as an initial where one of them has no more than that ("Dana R.")."""
    first, second = (one or "").replace(".", " ").split(), (other or "").replace(".", " ").split()
    if len(first) > 1 and len(second) > 1 and 1 in (len(first[-1]), len(second[-1])):
        return " ".join([*first[:-1], first[-1][:1]]), " ".join([*second[:-1], second[-1][:1]])
    return one or "", other or ""


def chosen(notice: Notice, found: Sequence[Candidate], *, certainty: Decimal) -> Candidate | Reason:
    """The one clear match that is sure enough, or why there is none.

    A memo that names a reference which is nobody's, or nearly somebody's, is for a person, whatever else fits.
    """
    named = any("reference" in one.by for one in found)
    if not named and (memos.claims_reference(notice.memo) or any("near_reference" in one.by for one in found)):
        return "reference_unclear"
    rivals = [one for one in found if "reference" in one.by or not one.settled]
    if not rivals:
        return "nothing_owed" if found else "no_match"
    first, *others = rivals
    if others and others[0].certainty > first.certainty - CLEAR_BY:
        return "several_match"
    if first.settled:
        return "nothing_owed"
    return first if Decimal(str(first.certainty)) >= certainty else "not_certain"


def extent(amount: Cents, owed: Receivable) -> Extent:
    """A payment beside what was to come."""
    if amount in due(owed):
        return "exact"
    return "over" if amount > max(owed.owed, 0) else "partial"


def at_once(kind: Kind) -> tuple[State, Reason | None]:
    """What becomes of a notice that tells of no money that came: some are for people to know, the others are nothing."""
    waiting: dict[Kind, Reason] = {"refunded": "money_went_back", "failed": "payment_failed", "unclear": "unclear"}
    return ("waiting", waiting[kind]) if kind in waiting else ("ignored", "not_money_for_us")


@dataclass(frozen=True, slots=True)
class Told:
    """What tells two notices of one amount apart."""

    method: str
    issuer: str
    payer: str | None
    memo: str | None
    transaction_id: str | None


def may_be_twins(one: Told, other: Told) -> bool:
    """Whether two notices of one amount may tell of one payment: a bank and Zelle itself, a service and a bank.

    One service that gives two ids tells of two payments.
    """
    if one.issuer == other.issuer and one.transaction_id and other.transaction_id:
        return False
    if one.payer is None or other.payer is None:
        return True
    return similarity(one.payer, other.payer) > 0 or bool(one.memo and one.memo == other.memo)
