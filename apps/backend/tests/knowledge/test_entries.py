"""The owner's entries: in force at once, found by other words, refused where they say what no policy says."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound
from hibachi.customers import service as customers
from hibachi.customers.schemas import Contact
from hibachi.kit import persons
from hibachi.kit.auth import Actor
from hibachi.kit.db import Tx
from hibachi.kit.errors import HibachiError
from hibachi.knowledge import service
from hibachi.knowledge.schemas import Found, KnowledgeFilter, NewKnowledge
from hibachi.knowledge.service import Searcher
from hibachi.policies import service as policies

pytestmark = pytest.mark.anyio
CAKE = NewKnowledge(
    title="Can you bring a birthday cake?",
    text="We bring no cake, but you are welcome to serve your own after the show.",
    asks=["dessert for a birthday"],
)


async def find(tx: Tx, searcher: Searcher, question: str) -> Found:
    return await searcher.find(tx, question, vector=await searcher.vector(question))


async def test_an_entry_is_found_by_other_words_and_gone_once_it_is_taken_out(trial: Tx, searcher: Searcher) -> None:
    before = await find(trial, searcher, "do you make birthday cakes")
    assert not before.known
    entry = await service.add(trial, searcher, new=CAKE)
    found = await find(trial, searcher, "do you make birthday cakes")
    assert found.known and found.hits[0].id == entry.id and found.hits[0].text == CAKE.text
    await service.retire(trial, entry_id=entry.id)
    after = await find(trial, searcher, "do you make birthday cakes")
    assert entry.id not in [hit.id for hit in after.hits]
    kept = await trial.session.scalar(text("SELECT count(*) FROM knowledge_base WHERE id = :id"), {"id": entry.id})
    assert kept == 1, "old words and vectors stay"


async def test_a_change_keeps_the_counters_and_the_old_words(trial: Tx, searcher: Searcher) -> None:
    entry = await service.add(trial, searcher, new=CAKE)
    await service.retrieved(trial, await find(trial, searcher, CAKE.title))
    changed = await service.change(
        trial, searcher, entry_id=entry.id, new=CAKE.model_copy(update={"text": "Cakes are yours to bring."})
    )
    assert changed.id != entry.id and changed.key == entry.key
    assert changed.times_retrieved == 1
    assert (await find(trial, searcher, CAKE.title)).hits[0].text == "Cakes are yours to bring."
    old = await trial.session.scalar(text("SELECT text FROM knowledge_base WHERE id = :id"), {"id": entry.id})
    assert old == CAKE.text


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (
            NewKnowledge(title="Is there a cleaning fee?", text="Cleaning costs $77 a party."),
            "knowledge_contradicts_policy",
        ),
        (NewKnowledge(title="What if it rains?", text="Then we come another day."), "knowledge_duplicate"),
        (
            NewKnowledge(title="Who was the last customer?", text="It was Dana Ruiz, 510-555-0142, dana@ruiz.example."),
            "knowledge_personal_data",
        ),
    ],
)
async def test_what_may_not_enter_changes_nothing(trial: Tx, searcher: Searcher, new: NewKnowledge, code: str) -> None:
    rows = "SELECT (SELECT count(*) FROM knowledge_base), (SELECT max(id) FROM knowledge_versions)"
    before = (await trial.session.execute(text(rows))).one()
    with pytest.raises(HibachiError) as refused:
        await service.add(trial, searcher, new=new)
    assert refused.value.code == code
    assert (await trial.session.execute(text(rows))).one() == before


async def test_an_amount_of_the_policies_may_stand_and_is_told_as_theirs(trial: Tx, searcher: Searcher) -> None:
    new = NewKnowledge(
        title="Do you take a security bond for the lawn?", text="No bond, only the deposit of $100 is asked."
    )
    await service.add(trial, searcher, new=new)
    hit = (await find(trial, searcher, new.title)).hits[0]
    assert hit.facts["prices.deposit"] == "100.00"


async def test_an_entry_whose_amount_no_policy_holds_any_more_is_not_told(trial: Tx, searcher: Searcher) -> None:
    new = NewKnowledge(
        title="Do you take a security bond for the lawn?", text="No bond, only the deposit of $100 is asked."
    )
    entry = await service.add(trial, searcher, new=new)
    await policies.change(trial, changes={"prices": {"deposit": "125.00"}}, effective_from=None, note="dearer")
    assert entry.id not in [hit.id for hit in (await find(trial, searcher, new.title)).hits]


@pytest.mark.parametrize(
    ("title", "words", "change"),
    [
        ("Is the gyoza hot?", "Gyoza comes hot, for $10 a portion.", {"menu": {"addons_each": {"gyoza": "12.00"}}}),
        ("Is gyoza for $10 hot?", "It comes hot.", {"menu": {"addons_each": {"gyoza": "12.00"}}}),
        ("What is small change?", "It is $5 for each.", {"menu": {"upgrades_per_person": {"salmon": "6.00"}}}),
        (
            "Is there a bond?",
            "Only the deposit of $100.",
            {"prices": {"deposit": "125.00"}, "policies": {"reschedule_fee": "100.00"}},
        ),
    ],
)
async def test_a_stale_amount_is_not_told_where_another_policy_holds_the_same_by_chance(
    trial: Tx, searcher: Searcher, title: str, words: str, change: dict[str, Any]
) -> None:
    entry = await service.add(trial, searcher, new=NewKnowledge(title=title, text=words))
    assert entry.problem is None
    assert entry.id in [hit.id for hit in (await find(trial, searcher, title)).hits]
    await policies.change(trial, changes=change, effective_from=None, note="dearer")
    assert entry.id not in [hit.id for hit in (await find(trial, searcher, title)).hits]
    [shown] = (await service.page(trial, wanted=KnowledgeFilter(source="own"))).entries
    assert shown.problem is not None and "amount" in shown.problem


async def test_an_entry_is_confirmed_only_with_amounts_that_policies_hold(trial: Tx, searcher: Searcher) -> None:
    new = NewKnowledge(title="Is gyoza a starter?", text="Yes, gyoza is $10.")
    entry = await service.add(trial, searcher, new=new)
    dearer = {"menu": {"addons_each": {"gyoza": "12.00"}, "extra_protein": "11.00"}}
    await policies.change(trial, changes=dearer, effective_from=None, note="dearer")
    with pytest.raises(HibachiError) as refused:
        await service.confirm(trial, entry_id=entry.id)
    assert refused.value.code == "knowledge_contradicts_policy"
    as_before = {"menu": {"addons_each": {"gyoza": "10.00"}}}
    await policies.change(trial, changes=as_before, effective_from=None, note="back")
    assert (await service.confirm(trial, entry_id=entry.id)).problem is None
    assert entry.id in [hit.id for hit in (await find(trial, searcher, new.title)).hits]


async def test_an_entry_is_told_on_its_days_alone(trial: Tx, searcher: Searcher) -> None:
    days = {"valid_from": date(2026, 3, 5), "valid_until": date(2026, 3, 6)}
    entry = await service.add(trial, searcher, new=CAKE.model_copy(update=days))
    told = []
    for _ in range(4):  # Wednesday the 4th to Saturday the 7th
        hits = [hit.id for hit in (await find(trial, searcher, CAKE.title)).hits]
        shown = (await service.page(trial, wanted=KnowledgeFilter(source="own"))).entries[0]
        assert (shown.problem is None) == (entry.id in hits)
        told.append(entry.id in hits)
        trial.now += timedelta(days=1)
    assert told == [False, True, True, False]


def test_no_entry_ends_before_it_begins() -> None:
    with pytest.raises(ValueError, match="end before it begins"):
        NewKnowledge(title="When?", text="Then.", valid_from=date(2026, 3, 6), valid_until=date(2026, 3, 5))


async def replied(tx: Tx, name: str, phone: str, passage: UUID) -> UUID:
    """A reply to a customer that rests on a passage."""
    contact = Contact(channel="sms", phone=phone, name=name)
    person = await customers.resolve(tx, contact=contact, proven=True)
    said = await conversations.receive(tx, inbound=Inbound(channel="sms", customer_id=person.id, text="A cake?"))
    await conversations.take_over(tx, conversation_id=said.conversation.id, reason="a test")
    reply = await conversations.staff_reply(tx, conversation_id=said.conversation.id, text="Bring yours.")
    await tx.session.execute(text("UPDATE knowledge_base SET times_retrieved = times_retrieved + 1"))
    await service.used(tx, passages=[passage], conversation_id=said.conversation.id, message_id=reply.id)
    return person.id


async def test_who_is_exported_or_forgotten_has_their_own_uses_and_words_alone(trial: Tx, searcher: Searcher) -> None:
    entry = await service.add(trial, searcher, new=CAKE)
    trial.actor = Actor("staff", UUID(int=7), "Sam")
    ann, bob = [await replied(trial, name, phone, entry.id) for name, phone in (("Ann Oak", "+15105550142"), ("Bob Elm", "+15105550143"))]  # fmt: skip
    uses = text("SELECT message_id FROM knowledge_uses ORDER BY message_id")
    for rating, words, reply in zip((5, 2), ("Bob Elm here, great", "Ann Oak: I could not use the answer"), reversed((await trial.session.scalars(uses)).all()), strict=True):  # fmt: skip
        await service.rated(trial, message_id=reply, rating=rating, words=words)
        trial.now += timedelta(minutes=1)
    told = await persons.export(trial, await persons.rows_of(trial, ann))
    assert [one["chunk_id"] for one in told["knowledge_uses"]] == [str(entry.id)]
    assert "Ann Oak" not in str(told["knowledge_uses"]), "a judgement's words stand without names"

    async def said() -> str | None:
        return (await service.page(trial, wanted=KnowledgeFilter(source="own"))).entries[0].last_user_feedback

    assert "could not use" in str(await said())
    changed = await service.change(trial, searcher, entry_id=entry.id, new=CAKE.model_copy(update={"text": "Bring yours, please."}))  # fmt: skip
    assert "could not use" in str(changed.last_user_feedback) and changed.avg_user_rating == 3.5
    await persons.erase(trial, await persons.rows_of(trial, ann))
    assert "great" in str(await said())
    await persons.erase(trial, await persons.rows_of(trial, bob))
    assert await said() is None


async def test_a_changed_policy_changes_the_answer_and_no_old_price_comes_back(trial: Tx, searcher: Searcher) -> None:
    assert "$100" in (await find(trial, searcher, "how much is the deposit")).hits[0].text
    await policies.change(trial, changes={"prices": {"deposit": "125.00"}}, effective_from=None, note="dearer")
    again = await find(trial, searcher, "how much is the deposit")
    assert again.cached, "the ranking is kept"
    assert "$125" in again.hits[0].text and again.hits[0].facts["prices.deposit"] == "125.00"


async def test_an_entry_past_its_day_is_not_told(trial: Tx, searcher: Searcher) -> None:
    new = CAKE.model_copy(update={"valid_until": date(2026, 3, 3), "category": "seasonal_offers"})
    entry = await service.add(trial, searcher, new=new)
    assert entry.id not in [hit.id for hit in (await find(trial, searcher, CAKE.title)).hits]
    today = await service.change(
        trial, searcher, entry_id=entry.id, new=new.model_copy(update={"valid_until": date(2026, 3, 4)})
    )
    assert (await find(trial, searcher, CAKE.title)).hits[0].id == today.id


async def test_a_script_is_for_the_model_alone(trial: Tx, searcher: Searcher) -> None:
    new = CAKE.model_copy(update={"category": "scripts"})
    entry = await service.add(trial, searcher, new=new)
    assert entry.id not in [hit.id for hit in (await find(trial, searcher, CAKE.title)).hits]
    assert entry.id in [hit.id for hit in (await service.look_up(trial, searcher, question=CAKE.title)).hits]


async def test_after_thirty_days_an_entry_is_stale_until_somebody_confirms_it(trial: Tx, searcher: Searcher) -> None:
    entry = await service.add(trial, searcher, new=CAKE)
    trial.now += timedelta(days=30)
    assert (await service.page(trial, wanted=KnowledgeFilter(stale=True))).total == 0
    trial.now += timedelta(days=1)
    assert [one.id for one in (await service.page(trial, wanted=KnowledgeFilter(stale=True))).entries] == [entry.id]
    confirmed = await service.confirm(trial, entry_id=entry.id)
    assert not confirmed.stale
    assert (await service.page(trial, wanted=KnowledgeFilter(stale=True))).total == 0


async def test_what_the_policies_make_is_changed_there(trial: Tx, searcher: Searcher) -> None:
    rain = next(one for one in (await service.page(trial, wanted=KnowledgeFilter(source="profile", limit=200))).entries if one.key == "profile:rain")  # fmt: skip
    for act in (
        lambda: service.retire(trial, entry_id=rain.id),
        lambda: service.confirm(trial, entry_id=rain.id),
        lambda: service.change(trial, searcher, entry_id=rain.id, new=CAKE),
        lambda: service.retire(trial, entry_id=UUID(int=1)),
    ):
        with pytest.raises(HibachiError) as refused:
            await act()
        assert refused.value.code in ("knowledge_entry_rendered", "knowledge_entry_not_found")
