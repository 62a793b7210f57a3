"""Stored quotes: recomputed to the cent from their version, whatever the owner changes; the database says no first."""

import random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from hibachi.kit.db import Database
from hibachi.kit.ids import new_id
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile
from hibachi.quotes import service
from hibachi.quotes.errors import InvalidParty, UnknownQuote
from hibachi.quotes.schemas import Party, Quote
from hibachi.travel import service as travel
from hibachi.travel.schemas import TravelFee, UnknownFee

PLACES = ("94539", "94102", "95616", "95814", "94901", "96150", "90001", "00000", None)


async def way_to(place: str | None, profile: Profile) -> TravelFee | UnknownFee | None:
    return None if place is None else await travel.fee_to(place, profile=profile, maps=None)


def some_party(chance: random.Random) -> Party:
    return Party(
        adults=chance.randint(1, 40),
        children=chance.randint(0, 10),
        toddlers=chance.randint(0, 4),
        upgrades={"lobster_tail": chance.randint(0, 1), "chicken": chance.randint(0, 1)},
        extra_proteins={"salmon": chance.randint(0, 5)},
        addons={"gyoza": chance.randint(0, 20)},
    )


async def one_quote(db: Database, **party: Any) -> Quote:
    async with db.transaction() as tx:
        book = await policies.current(tx)
        way = await way_to("94102", book.profile)
        return await service.quote(tx, party=Party(**party), book=book, travel=way, zip="94102")


async def test_two_hundred_quotes_recompute_after_the_owners_changes(loaded: Database) -> None:
    chance = random.Random(20261121)
    told: dict[UUID, Quote] = {}
    for turn in range(10):
        async with loaded.transaction() as tx:
            if turn:
                await policies.change(tx, changes=new_prices(chance), effective_from=None, note=f"turn {turn}")
            book = await policies.current(tx)
            for _ in range(20):
                way = await way_to(chance.choice(PLACES), book.profile)
                fees = chance.randint(0, 1)
                quote = await service.quote(tx, party=some_party(chance), book=book, travel=way, reschedule_fees=fees)
                told[quote.id] = quote
    async with loaded.transaction() as tx:
        assert {quote.policy_version for quote in told.values()} == set(range(1, 11))
        for quote_id, quote in told.items():
            assert await service.get(tx, quote_id=quote_id) == quote
            assert await service.recompute(tx, quote_id=quote_id)


def new_prices(chance: random.Random) -> dict[str, Any]:
    return {
        "prices": {"adult": {"amount": f"{chance.randint(40, 80)}.{chance.randint(0, 99):02d}"}},
        "menu": {"upgrades_per_person": {"lobster_tail": f"{chance.randint(10, 30)}.50"}},
        "travel": {"per_mile": f"{chance.randint(1, 4)}.25", "free_miles": chance.randint(0, 60)},
        "tax": {"sales_tax_rate": f"0.0{chance.randint(0, 9)}"},
        "policies": {"reschedule_fee": f"{chance.randint(100, 300)}.00"},
    }


async def test_a_forged_quote_does_not_recompute(loaded: Database) -> None:
    quote = await one_quote(loaded, adults=20)
    async with loaded.transaction() as tx:
        await tx.session.execute(text("ALTER TABLE quotes DISABLE TRIGGER quotes_immutable"))
        cheaper = "jsonb_set(priced, '{lines,0,unit}', '\"1.00\"')"
        await tx.session.execute(text(f"UPDATE quotes SET priced = {cheaper}"))
    async with loaded.transaction() as tx:
        assert not await service.recompute(tx, quote_id=quote.id)


async def test_what_is_stored_is_what_was_told(loaded: Database) -> None:
    quote = await one_quote(loaded, adults=14, children=2, upgrades={"filet": 3}, addons={"gyoza": 4})
    async with loaded.transaction() as tx:
        row = (await tx.session.execute(text("SELECT * FROM quotes"))).mappings().one()
    # 14 × 55 + 2 × 30 = 830; 3 × 5; 4 × 10; 11 × 2
    assert (row["base_revenue"], row["protein_upgrade_cost"], row["addon_cost"]) == (83000, 1500, 4000)
    assert (row["travel_fee"], row["total_amount"], row["tax"], row["unpriced"]) == (2200, 90700, 0, None)
    assert (row["policy_version"], row["zip"], row["certificate"]) == (1, "94102", quote.certificate)
    assert row["priced"]["total"] == "907.00"
    assert row["priced"]["party"]["upgrades"] == {"filet_mignon": 3}


async def test_a_refused_party_stores_nothing(loaded: Database) -> None:
    with pytest.raises(InvalidParty):
        await one_quote(loaded, adults=0)
    async with loaded.transaction() as tx:
        assert await tx.session.scalar(text("SELECT count(*) FROM quotes")) == 0


async def test_an_unknown_quote(loaded: Database) -> None:
    async with loaded.transaction() as tx:
        with pytest.raises(UnknownQuote):
            await service.get(tx, quote_id=new_id())
        with pytest.raises(UnknownQuote):
            await service.recompute(tx, quote_id=new_id())


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ("total_amount = total_amount - 1", "components_add_up"),
        ("travel_fee = travel_fee + 1", "components_add_up"),
        ("total_amount = NULL", "no_total_has_a_reason"),
        ("unpriced = 'travel_unknown'", "no_total_has_a_reason"),
        ("unpriced = 'travel_unknown', total_amount = NULL", "unknown_travel_is_never_added"),
        ("policy_version = 99", "fk_quotes_policy_version"),
    ],
)
async def test_the_database_refuses_a_sum_that_is_none(loaded: Database, change: str, constraint: str) -> None:
    await one_quote(loaded, adults=20)
    with pytest.raises(IntegrityError, match=constraint):
        async with loaded.transaction() as tx:
            await tx.session.execute(text("ALTER TABLE quotes DISABLE TRIGGER quotes_immutable"))
            await tx.session.execute(text(f"UPDATE quotes SET {change}"))


async def test_the_database_refuses_to_change_a_quote(loaded: Database) -> None:
    quote = await one_quote(loaded, adults=20)
    with pytest.raises(DBAPIError, match="immutable"):
        async with loaded.transaction() as tx:
            await tx.session.execute(text("UPDATE quotes SET zip = '94539'"))
    async with loaded.transaction() as tx:
        assert (await service.get(tx, quote_id=quote.id)).zip == "94102"
