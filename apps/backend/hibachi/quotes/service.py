"""Use cases of quotes: price a party and keep it, read it, compute it again from its version."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from hibachi.kit import clock
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.policies import service as policies
from hibachi.policies.schemas import PolicyBook
from hibachi.quotes import repository
from hibachi.quotes.errors import DateInThePast, UnknownQuote
from hibachi.quotes.rules import bands, certificate, price, proteins, sentences
from hibachi.quotes.schemas import Party, PricedParty, Quote, QuoteFilter, QuoteHead, QuoteRequest
from hibachi.travel import service as travel_service
from hibachi.travel.schemas import TravelFee, UnknownFee

__all__ = [
    "among",
    "bands",
    "certificate",
    "get",
    "page",
    "party_of",
    "price",
    "proteins",
    "quote",
    "quote_request",
    "recompute",
    "sentences",
]


async def quote(
    tx: Tx,
    *,
    party: Party,
    book: PolicyBook,
    travel: TravelFee | UnknownFee | None = None,
    event_date: date | None = None,
    zip: str | None = None,
    reschedule_fees: int = 0,
) -> Quote:
    """Price a party by a policy version and store the quote. Raises InvalidParty."""
    priced = price(party, book.profile, travel=travel, event_date=event_date, reschedule_fees=reschedule_fees)
    quote_id, proof = new_id(), certificate(priced, policy_version=book.version)
    place = zip or (travel.zip if travel else None)
    await repository.add(
        tx,
        id=quote_id,
        policy_version=book.version,
        event_date=event_date,
        zip=place,
        reschedule_fees=reschedule_fees,
        priced=priced.model_dump(mode="json"),
        base_revenue=priced.base_revenue,
        protein_upgrade_cost=priced.protein_upgrade_cost,
        addon_cost=priced.addon_cost,
        tax=priced.tax,
        reschedule_fee=priced.reschedule_fee,
        travel_fee=priced.travel_fee,
        total_amount=priced.total,
        unpriced=priced.unpriced,
        certificate=proof,
        created_at=tx.now,
    )
    return Quote(
        **dict(priced),
        id=quote_id,
        policy_version=book.version,
        zip=place,
        reschedule_fees=reschedule_fees,
        certificate=proof,
        created_at=tx.now,
        sentences=sentences(priced),
    )


async def quote_request(tx: Tx, *, request: QuoteRequest, maps: travel_service.Maps | None) -> Quote:
    """Answer the public calculator by the policy in force. Raises InvalidParty, DateInThePast."""
    book = await policies.current(tx)
    travel = None
    if request.customer_zipcode is not None:
        travel = await travel_service.fee_to(request.customer_zipcode, profile=book.profile, maps=maps)
    zone = (travel.zone if isinstance(travel, TravelFee) else None) or book.profile.business.timezone
    if request.event_date is not None and request.event_date < clock.wall(tx.now, zone).date():
        raise DateInThePast()
    return await quote(tx, party=party_of(request), book=book, travel=travel, event_date=request.event_date)


def party_of(request: QuoteRequest) -> Party:
    """The party of a request; the selections may name included proteins and upgrades alike."""
    return Party(
        adults=request.adults,
        children=request.children,
        toddlers=request.toddlers,
        upgrades=request.protein_selections,
        extra_proteins=request.extra_proteins,
        addons=request.addons,
    )


async def get(tx: Tx, *, quote_id: UUID) -> Quote:
    """A stored quote. Raises UnknownQuote."""
    stored = await repository.by_id(tx, quote_id)
    if stored is None:
        raise UnknownQuote()
    priced = PricedParty.model_validate(stored.priced)
    return Quote(
        **dict(priced),
        id=stored.id,
        policy_version=stored.policy_version,
        zip=stored.zip,
        reschedule_fees=stored.reschedule_fees,
        certificate=stored.certificate,
        created_at=stored.created_at,
        sentences=sentences(priced),
    )


async def page(tx: Tx, *, wanted: QuoteFilter) -> tuple[list[QuoteHead], UUID | None]:
    """Quotes that fit, the newest first, and the `before` of the following page (None on the last one)."""
    rows = await repository.page(tx, wanted)
    shown = [QuoteHead.model_validate(row) for row in rows[: wanted.limit]]
    return shown, shown[-1].id if len(rows) > wanted.limit else None


async def among(tx: Tx, *, wanted: QuoteFilter, ids: Collection[UUID]) -> list[QuoteHead]:
    """Of these quotes those that fit, the newest first."""
    return [QuoteHead.model_validate(row) for row in await repository.among(tx, wanted, ids)] if ids else []


async def recompute(tx: Tx, *, quote_id: UUID) -> bool:
    """Whether a stored quote, computed again from its policy version, is equal to the cent. Raises UnknownQuote."""
    stored = await get(tx, quote_id=quote_id)
    book = await policies.at_version(tx, version=stored.policy_version)
    again = price(
        stored.party,
        book.profile,
        travel=stored.travel,
        event_date=stored.event_date,
        reschedule_fees=stored.reschedule_fees,
    )
    same = again == PricedParty.model_validate(stored.model_dump(include=set(PricedParty.model_fields)))
    return same and certificate(again, policy_version=stored.policy_version) == stored.certificate
