"""Merges are undone exactly: random merges and undos against a small model, races, and what stands in the way."""

import asyncio
import random
from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hibachi.bookings import service as bookings
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound
from hibachi.customers import service
from hibachi.customers.errors import MergeCovered, MergeUndone, NoSuchMerge, PartedByStaff, SamePerson
from hibachi.customers.schemas import Contact, CustomerChange
from hibachi.growth import service as growth
from hibachi.growth.schemas import FollowUp, NewLead
from hibachi.kit.clock import SettableClock
from hibachi.kit.errors import Conflict, HibachiError
from tests.customers.merging_world import People, deadlocks, populate, world_of
from tests.parties import OLGA, open_shop


@pytest.fixture
async def people(database_url: str, clock: SettableClock) -> AsyncIterator[People]:
    made = await world_of(database_url, clock)
    yield made
    await made.runtime.close()


@pytest.fixture
async def two(people: People) -> tuple[UUID, UUID]:
    await populate(people, 3)
    return people.ids[0], people.ids[2]


Steps = st.lists(
    st.tuples(st.sampled_from(["merge", "merge", "undo"]), st.integers(0, 7), st.integers(0, 7)), max_size=12
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=Steps)
async def test_whatever_is_merged_can_be_parted_and_nothing_is_lost(
    people: People, clock: SettableClock, steps: list[tuple[str, int, int]]
) -> None:
    """The model: a merge remembers what its two people were; its undo, allowed from the newest on, gives exactly that."""
    fresh = await _again(people, clock)
    first = await fresh.stands(*fresh.ids)
    standing: list[tuple[UUID, UUID, UUID, Any]] = []
    for verb, one, other in steps:
        if verb == "merge":
            await _merge(fresh, standing, fresh.ids[one % len(fresh.ids)], fresh.ids[other % len(fresh.ids)])
        elif standing:
            await _undo(fresh, standing, one % len(standing))
        assert await fresh.shop.problems() == []
    while standing:
        await _undo(fresh, standing, len(standing) - 1)
    assert await fresh.stands(*fresh.ids) == first


async def _again(people: People, clock: SettableClock) -> People:
    await people.runtime.db.empty()
    made = People(people.runtime, await open_shop(people.runtime.db, clock, chefs=8), [])
    await populate(made, 4)
    return made


async def _merge(people: People, standing: list[tuple[UUID, UUID, UUID, Any]], kept: UUID, gone: UUID) -> None:
    now = {one: (await people.shop.do(service.get, customer_id=one)).id for one in (kept, gone)}
    if now[kept] == now[gone]:
        with pytest.raises(SamePerson):
            await people.merge(kept, gone)
        return
    before = await people.stands(now[kept], now[gone])
    merge_id = await people.merge(kept, gone)
    standing.append((merge_id, now[kept], now[gone], before))
    assert (await people.shop.do(service.get, customer_id=gone)).id == now[kept]
    assert (await people.stands(now[gone]))["bookings"] == []


async def _undo(people: People, standing: list[tuple[UUID, UUID, UUID, Any]], which: int) -> None:
    merge_id, kept, gone, before = standing[which]
    if any(kept in (later[1], later[2]) for later in standing[which + 1 :]):
        with pytest.raises(MergeCovered):
            await people.undo(merge_id)
        return
    assert (await people.undo(merge_id)).not_restored == []
    assert await people.stands(kept, gone) == before
    del standing[which]


async def test_merges_and_undos_at_one_time_do_not_deadlock(people: People) -> None:
    await populate(people, 5)
    first, chance = await people.stands(*people.ids), random.Random(7)

    async def meddle() -> None:
        for _ in range(6):
            kept, gone = chance.sample(people.ids, 2)
            try:
                merge_id = await people.merge(kept, gone)
                await people.shop.do(service.hold_still, customer_id=gone)
                await people.undo(merge_id)
            except Conflict:
                continue

    await asyncio.gather(*(meddle() for _ in range(5)))
    for _ in range(2 * len(people.ids)):
        for row in await people.shop.rows(
            "SELECT id FROM customer_merges WHERE undone_at IS NULL ORDER BY sequence DESC LIMIT 1"
        ):
            await people.undo(row[0])
    assert await people.shop.number("customers WHERE merged_into IS NOT NULL") == 0
    assert await people.stands(*people.ids) == first
    assert await deadlocks(people) == 0 and await people.shop.problems() == []


async def test_the_trace_says_who_what_and_why(people: People, two: tuple[UUID, UUID]) -> None:
    merge_id = await people.merge(*two)
    [shown] = await people.shop.do(service.merges, customer_id=two[1])
    assert (shown.id, shown.how, shown.reason, shown.by_name) == (merge_id, "staff", "they said so", "Olga Owner")
    nouns = await people.shop.rows("SELECT DISTINCT noun FROM customer_merge_moves WHERE merge_id = :id", id=merge_id)
    assert {row[0] for row in nouns} >= {"identity", "booking", "conversation", "hold", "closed_thread"}
    await people.undo(merge_id)
    with pytest.raises(MergeUndone):
        await people.undo(merge_id)
    with pytest.raises(NoSuchMerge):
        await people.undo(uuid4())
    assert [change["gone"] for change in await people.shop.audits("customer_merge")] == [
        {"old": None, "new": str(two[1])}
    ]
    assert len(await people.shop.audits("customer_part")) == 1


async def test_proof_merges_too_leave_their_trace_and_can_be_undone(people: People) -> None:
    shop = people.shop
    by_phone = await shop.do(service.resolve, contact=Contact(channel="sms", phone="+15105550742"), proven=True)
    by_mail = await shop.do(service.resolve, contact=Contact(channel="email", email="x@example.com"), proven=True)
    before = await people.stands(by_phone.id, by_mail.id)
    both = Contact(channel="email", phone="+15105550742", email="x@example.com")
    assert (await shop.do(service.resolve, contact=both, proven=True)).id == by_phone.id
    [trace] = await shop.do(service.merges, customer_id=by_phone.id)
    assert (trace.how, trace.reason) == ("proof", "one sender proved: email, phone")
    await people.undo(trace.id)
    assert await people.stands(by_phone.id, by_mail.id) == before
    # Staff have spoken: the same sender joins the two no more, and is whoever the channel's own address says.
    assert (await shop.do(service.resolve, contact=both, proven=True)).id == by_mail.id
    with pytest.raises(PartedByStaff):
        await shop.do(
            service.attach_identity, customer_id=by_phone.id, kind="email", value="x@example.com", proven=True
        )
    assert await people.stands(by_phone.id, by_mail.id) == before


async def test_what_came_since_stays_with_the_one_who_was_kept(people: People) -> None:
    kept, gone = await people.shop.customer(), await people.shop.customer()
    merge_id = await people.merge(kept, gone)
    party = await people.shop.pending(gone, day=date(2026, 3, 28))
    await people.shop.do(service.change, actor=OLGA, customer_id=kept, wanted=CustomerChange(name="Dana Corrected"))
    await people.undo(merge_id)
    assert party.id in {row.id for row in await people.shop.do(bookings.of_customer, customer_id=kept)}
    assert (await people.shop.do(service.get, customer_id=kept)).name == "Dana Corrected"


async def test_a_thread_that_both_may_have_written_in_is_not_gone_on_with(
    people: People, two: tuple[UUID, UUID]
) -> None:
    kept, gone = two
    threads = await people.shop.do(conversations.threads, customer_id=gone)
    [theirs] = [thread for thread in threads if thread.channel == "sms"]
    merge_id = await people.merge(kept, gone)
    said = Inbound(channel="sms", customer_id=kept, text="my party is on Sunday at Oak Street")
    received = await people.shop.do(conversations.receive, inbound=said)
    assert received.conversation.id == theirs.id, "the thread of both while they are one"
    undone = await people.undo(merge_id)
    assert [(one.noun, one.row_id) for one in undone.not_restored] == [("conversation", theirs.id)]
    new = await people.shop.do(conversations.receive, inbound=Inbound(channel="sms", customer_id=gone, text="hi"))
    assert new.conversation.id != theirs.id, "nobody goes on in another person's words"
    own = await people.shop.do(conversations.receive, inbound=Inbound(channel="sms", customer_id=kept, text="hi"))
    assert own.conversation.customer_id == kept and own.conversation.id not in (theirs.id, new.conversation.id)


async def test_stop_holds_for_both_when_nobody_knows_who_said_it(people: People, two: tuple[UUID, UUID]) -> None:
    kept, gone = two
    merge_id = await people.merge(kept, gone)
    await people.shop.do(conversations.opt_out, customer_id=kept, channel="sms", words="STOP")
    await people.undo(merge_id)
    for person in (kept, gone):
        assert await people.shop.do(conversations.is_opted_out, customer_id=person, channel="sms")


async def test_a_start_of_the_two_does_not_lift_the_stop_of_one(people: People, two: tuple[UUID, UUID]) -> None:
    kept, gone = two
    await people.shop.do(conversations.opt_out, customer_id=gone, channel="whatsapp", words="STOP")
    merge_id = await people.merge(kept, gone)
    people.shop.later(minutes=5)
    await people.shop.do(conversations.opt_in, customer_id=kept, channel="whatsapp", words="START")
    await people.undo(merge_id)
    assert await people.shop.do(conversations.is_opted_out, customer_id=gone, channel="whatsapp")
    assert not await people.shop.do(conversations.is_opted_out, customer_id=kept, channel="whatsapp")


async def test_a_hold_that_the_merge_ended_lapses_at_its_own_end(people: People, two: tuple[UUID, UUID]) -> None:
    merge_id = await people.merge(*two)
    people.shop.later(days=1)
    assert (await people.undo(merge_id)).not_restored == []
    reasons = await people.shop.rows("SELECT cancelled_reason FROM bookings WHERE cancelled_reason IS NOT NULL")
    assert "hold_replaced" not in {row[0] for row in reasons}
    assert await people.shop.problems() == []


async def test_a_hold_whose_time_went_to_somebody_else_is_told(people: People, two: tuple[UUID, UUID]) -> None:
    merge_id = await people.merge(*two)
    [ended] = await people.shop.rows("SELECT id, event_time FROM bookings WHERE cancelled_reason = 'hold_replaced'")
    for _ in range(8):
        await people.shop.hold(at=ended.event_time)
    undone = await people.undo(merge_id)
    assert [(one.noun, one.row_id) for one in undone.not_restored] == [("hold", ended.id)]
    assert await people.shop.problems() == []


async def test_a_lead_that_was_worked_on_since_keeps_its_work_and_the_other_is_itself(people: People) -> None:
    shop = people.shop
    one, other = await shop.customer(), await shop.customer()
    earlier = await shop.do(growth.create_lead, actor=OLGA, new=NewLead(customer_id=one, wanted={"adults": 20}))
    later = await shop.do(growth.create_lead, actor=OLGA, new=NewLead(customer_id=other, wanted={"zip": "95112"}))
    merge_id = await people.merge(one, other)
    shop.later(hours=1)
    await shop.do(growth.follow_up, actor=OLGA, lead_id=earlier.id, done=FollowUp(notes="called"))
    undone = await people.undo(merge_id)
    assert [lost.row_id for lost in undone.not_restored] == [earlier.id]
    assert [lead.notes for lead in await shop.do(growth.of_customer, customer_id=one)] == ["called"]
    assert await shop.do(growth.of_customer, customer_id=other) == [later]


async def test_a_wish_of_a_person_with_a_newer_lead_is_folded_into_it(people: People) -> None:
    shop = people.shop
    one, other = await shop.customer(), await shop.customer()
    earlier = await shop.do(growth.create_lead, actor=OLGA, new=NewLead(customer_id=other, wanted={"adults": 20}))
    await shop.do(growth.create_lead, actor=OLGA, new=NewLead(customer_id=one, wanted={"zip": "95112"}))
    merge_id = await people.merge(one, other)
    shop.later(hours=1)
    await shop.do(growth.mark_lost, actor=OLGA, lead_id=earlier.id, reason="too dear")
    newer = await shop.do(growth.create_lead, actor=OLGA, new=NewLead(customer_id=one, wanted={"adults": 9}))
    await people.undo(merge_id)
    [lead] = await shop.do(growth.of_customer, customer_id=one)
    assert (lead.id, lead.wanted) == (newer.id, {"adults": 9, "zip": "95112"})


async def test_a_merge_that_fails_moves_nothing(people: People, two: tuple[UUID, UUID]) -> None:
    before = await people.stands(*people.ids)
    for kept, gone in ((two[0], two[0]), (two[0], uuid4())):
        with pytest.raises(HibachiError):
            await people.merge(kept, gone)
    assert await people.stands(*people.ids) == before
    assert await people.shop.number("customer_merges") == 0


async def test_a_like_name_and_a_shared_address_are_told_and_never_merged(people: People) -> None:
    shop = people.shop
    dana = await shop.customer(name="Dana Ruiz")
    await shop.do(service.note_contact, customer_id=dana, email="dana@example.com")

    async def claims(name: str, email: str) -> UUID:
        contact = Contact(channel="web_chat", name=name, email=email)
        return (await shop.do(service.resolve, contact=contact, proven=False)).id

    twin = await claims("Ruiz, Daná", "dana@example.com")
    await claims("Dana Ruiz", "other@example.com")
    await claims("Peter Wong", "dana@example.com")
    [pair] = await shop.do(service.duplicates)
    assert {one.id for one in pair.customers} == {dana, twin}
    assert (pair.shared, pair.name_similarity) == (["email"], 1.0)
    assert await shop.number("customers WHERE merged_into IS NOT NULL") == 0
    merge_id = await people.merge(dana, twin)
    assert await shop.do(service.duplicates) == []
    await people.undo(merge_id)
    assert await shop.do(service.duplicates) == [], "whom staff parted are not suggested again"
