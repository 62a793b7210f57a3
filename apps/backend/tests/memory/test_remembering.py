"""What is remembered of parties: a completed one once, a cancelled one not; two people become one and two again."""

from datetime import date, time
from uuid import UUID

from hibachi.bookings import service as bookings
from hibachi.customers import service as customers
from hibachi.memory import service as memory
from hibachi.memory.schemas import RememberedCustomer, Said
from hibachi.quotes.schemas import Party
from tests.memory.conftest import Remembering
from tests.parties import OLGA

FIRST, SECOND = date(2026, 3, 14), date(2026, 4, 18)


async def test_a_completed_party_counts_once(world: Remembering) -> None:
    who = await world.shop.customer(name="Dana Ruiz")
    twenty = Party(adults=18, children=2, proteins={"chicken": 20, "steak": 20})
    await world.party(who, FIRST, party=twenty, event_type="birthday", dietary=["one guest has a peanut allergy"])
    row = await world.row(who)
    assert row is not None
    assert (row["total_bookings"], row["typical_party_size"], row["last_booking_date"]) == (1, 20, "2026-03-14")
    assert (row["usual_zip"], row["favorite_proteins"]) == ("95112", ["chicken", "steak"])
    assert row["dietary_restrictions"] == ["peanuts"]
    await world.hear(again=True)
    await world.party(who, SECOND, time(12), party=Party(adults=10), location="1 Elm Street")
    await world.hear(again=True)
    row = await world.row(who)
    assert row is not None
    assert (row["total_bookings"], row["typical_party_size"], row["last_booking_date"]) == (2, 15, "2026-04-18")
    assert row["usual_location"] == "1 Elm Street"
    assert await world.shop.number("memories") == 2


async def test_a_party_that_did_not_take_place_is_not_remembered(world: Remembering) -> None:
    who, other = await world.shop.customer(), await world.shop.customer()
    cancelled = await world.shop.confirmed(who, day=SECOND)
    await world.shop.do(bookings.cancel, booking_id=cancelled.id, reason="ill")
    held = await world.party(other, FIRST)
    await world.shop.do(bookings.set_status, actor=OLGA, booking_id=held.id, status="no_show")
    await world.hear()
    assert await world.shop.number("memories") == await world.shop.number("customer_memory") == 0
    await world.shop.do(bookings.set_status, actor=OLGA, booking_id=held.id, status="completed")
    await world.hear()
    row = await world.row(other)
    assert row is not None
    assert row["total_bookings"] == 1
    assert await world.row(who) is None


async def test_days_of_every_year_are_found_for_everybody(world: Remembering) -> None:
    who, other = await world.shop.customer(), await world.shop.customer()
    await say(world, who, "important_date", "birthday:mia", {"type": "birthday", "date": "2025-07-15", "name": "Mia"})
    await say(world, other, "important_date", "anniversary:", {"type": "anniversary", "date": "2020-07-20"})
    unsure = Said(
        kind="important_date", key="birthday:", value={"type": "birthday", "date": "2025-07-16"}, confirmed=False
    )
    await world.shop.do(
        memory.keep,
        customer_id=who,
        said=[unsure],
        source="message",
        source_id=UUID(int=9),
        told_at=world.shop.clock.now(),
    )
    async with world.shop.db.transaction() as tx:
        found = await memory.dates_between(tx, date(2026, 7, 10), date(2026, 7, 31))
    assert [(one.customer_id, one.type, one.name, one.date, one.recurring, one.basis) for one in found] == [
        (who, "birthday", "Mia", date(2026, 7, 15), True, "said"),
        (other, "anniversary", None, date(2026, 7, 20), True, "said"),
    ]


async def test_who_turns_out_to_be_one_keeps_both_histories_and_an_undo_gives_back(world: Remembering) -> None:
    kept, gone = await world.shop.customer(), await world.shop.customer()
    await world.party(kept, FIRST, party=Party(adults=20))
    await world.party(gone, SECOND, party=Party(adults=10))
    await say(world, gone, "preferred_name", "", {"name": "Dani"})
    later = await world.shop.confirmed(gone, day=date(2026, 5, 9), party=Party(adults=12))
    merge = await world.shop.do(customers.merge, actor=OLGA, kept=kept, gone=gone, reason="they said so")
    row = await world.row(kept)
    assert row is not None
    assert (row["total_bookings"], row["typical_party_size"], row["preferred_name"]) == (2, 15, "Dani")
    assert await world.row(gone) is None
    world.shop.clock.set(later.event_end)
    world.shop.later(hours=1)
    await world.shop.do(bookings.complete)
    await world.hear()
    assert await total(world, kept) == 3, "a party that ends while the two are one is the one's"
    await world.shop.do(customers.undo, actor=OLGA, merge_id=merge.id, reason="a brother")
    assert await total(world, kept) == 1
    assert await total(world, gone) == 2, "and goes with its customer when they part"
    after = await world.row(gone)
    assert after is not None
    assert after["preferred_name"] == "Dani"


async def say(world: Remembering, who: UUID, kind: str, key: str, value: dict[str, str]) -> None:
    said = [Said.model_validate({"kind": kind, "key": key, "value": value})]
    source = UUID(int=await world.shop.number("memories") + 1)
    await world.shop.do(
        memory.keep, customer_id=who, said=said, source="staff", source_id=source, told_at=world.shop.clock.now()
    )


async def total(world: Remembering, who: UUID) -> int:
    row = await world.row(who)
    return 0 if row is None else int(row["total_bookings"])


async def test_the_weekly_check_finds_what_nobody_heard_of_and_lists_what_is_doubted(world: Remembering) -> None:
    who = await world.shop.customer(name="Dana Ruiz")
    await world.shop.imported(customer_id=who, day=date(2025, 10, 11), status="completed", party=Party(adults=16))
    assert await world.row(who) is None, "nobody was told of a party that was brought in"
    held = await world.party(who, FIRST)
    await say(world, who, "important_date", "birthday:", {"type": "birthday", "date": "2026-07-15"})
    await say(world, who, "important_date", "birthday:mia", {"type": "birthday", "date": "2026-07-15", "name": "Mia"})
    await memory.check_everybody(world.shop.db)
    assert await total(world, who) == 2
    [twice] = await world.shop.do(memory.findings)
    assert (twice.customer_id, twice.name, twice.kind, twice.memory.key) == (
        who,
        "Dana Ruiz",
        "duplicate",
        "birthday:mia",
    )
    await world.shop.do(bookings.set_status, actor=OLGA, booking_id=held.id, status="no_show")
    await memory.check_everybody(world.shop.db)
    doubted = {one.kind: one.memory.kind for one in await world.shop.do(memory.findings)}
    assert doubted == {"duplicate": "important_date", "unsupported": "party"}
    world.shop.later(days=1200)
    await memory.check_everybody(world.shop.db)
    assert [one.kind for one in await world.shop.do(memory.findings)] == ["unsupported"], (
        "words are kept for their time"
    )
    assert {row[0] for row in await world.shop.rows("SELECT kind FROM memories")} == {"party"}
    await world.hear()
    assert await total(world, who) == 1
    assert await world.shop.do(memory.findings) == []


async def test_what_staff_deleted_is_not_brought_back_by_its_source(world: Remembering) -> None:
    who = await world.shop.customer(name="Dana Ruiz")
    first = await world.party(who, FIRST, dietary=["peanut allergy"])
    await world.party(who, SECOND)
    [gone] = [one.id for one in (await seen(world, who)).memories if one.source_id == first.id]
    await world.shop.do(memory.delete, actor=OLGA, customer_id=who, memory_id=gone)
    await memory.check_everybody(world.shop.db)
    await world.shop.do(memory.update_from_booking, booking=await world.shop.do(bookings.get, booking_id=first.id))
    assert [one.source_id for one in (await seen(world, who)).memories if one.source_id == first.id] == []
    assert await total(world, who) == 1
    assert await world.shop.rows("SELECT count(*) FROM memories WHERE value::text LIKE '%peanut%'") == [(0,)]


async def seen(world: Remembering, who: UUID) -> RememberedCustomer:
    found: RememberedCustomer = await world.shop.do(memory.remembered, customer_id=who)
    return found
