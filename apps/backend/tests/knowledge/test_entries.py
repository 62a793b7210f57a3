"""The owner's entries: in force at once, found by other words, refused where they say what no policy says."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

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
