"""What is learnt waits for a person; a version is compared, approved, taken back; nothing promotes itself."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

import pytest
from sqlalchemy import text

from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound
from hibachi.customers import service as customers
from hibachi.customers.schemas import Contact
from hibachi.kit.auth import Actor
from hibachi.kit.db import Database, Tx
from hibachi.kit.errors import HibachiError
from hibachi.kit.jobs import Jobs
from hibachi.knowledge import changing, jobs, service
from hibachi.knowledge.changing import Draft
from hibachi.knowledge.learning import learn_praised
from hibachi.knowledge.rules import right
from hibachi.knowledge.schemas import LearntWords, NewKnowledge
from hibachi.knowledge.service import Searcher
from hibachi.knowledge.syncing import first_questions
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile

pytestmark = pytest.mark.anyio
PETS = "Our dog is friendly, may it stay outside while the chef cooks?"
TOLD = "Dogs are welcome outside as long as they are on a leash."


@pytest.fixture
async def reply(trial: Tx) -> dict[str, Any]:
    """A question of Dana Ruiz, a later one, and the reply of a colleague to the first."""
    return await answered(trial, f"Hi, Dana Ruiz here, 510-555-0142. {PETS}", TOLD)


async def answered(tx: Tx, asked: str, told: str) -> dict[str, Any]:
    person = await customers.resolve(tx, contact=Contact(channel="sms", phone="+15105550142", name="Dana Ruiz"), proven=True)  # fmt: skip
    said = await conversations.receive(tx, inbound=Inbound(channel="sms", customer_id=person.id, text=asked))
    tx.actor = Actor("staff", UUID(int=7), "Sam")
    await conversations.take_over(tx, conversation_id=said.conversation.id, reason="a test")
    written = await conversations.staff_reply(tx, conversation_id=said.conversation.id, text=told)
    later = Inbound(channel="sms", customer_id=person.id, text="And is there a swing?")
    await conversations.receive(tx, inbound=later)
    return {"id": written.id, "conversation": said.conversation.id}


async def numbers(tx: Tx) -> tuple[int, int]:
    """The passages in force, and all that there are."""
    counted = """SELECT (SELECT count(*) FROM knowledge_members JOIN knowledge_live USING (version_id)),
        (SELECT count(*) FROM knowledge_base)"""
    row = (await tx.session.execute(text(counted))).one()
    return int(row[0]), int(row[1])


async def test_an_approved_reply_is_one_candidate_of_the_question_before_it(
    trial: Tx, searcher: Searcher, reply: dict[str, Any]
) -> None:
    before = await numbers(trial)
    made = [
        await service.promote_conversation_to_kb(trial, searcher, message_id=reply["id"], approved_by=None)
        for _ in range(2)
    ]
    assert made[0].id == made[1].id and await numbers(trial) == (before[0], before[1] + 1)
    assert made[0].title.startswith("Q: ") and len(made[0].title) <= 103
    assert "swing" not in made[0].title and "0142" not in made[0].title and "Ruiz" not in made[0].title
    assert made[0].text == TOLD and made[0].problem is None
    assert made[0].meta["source_message_id"] == str(reply["id"]) and made[0].meta["learned_from_channel"] == "sms"
    assert "original_confidence" in made[0].meta


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ("See you on Saturday, June 13, Dana Ruiz!", "personal data"),
        ("We will be there on June 13.", "a day"),
        ("Your total is $1,234.", "an amount"),
    ],
)
async def test_what_was_meant_for_one_customer_does_not_enter(
    trial: Tx, searcher: Searcher, told: str, problem: str
) -> None:
    made = await answered(trial, PETS, told)
    learnt = await service.promote_conversation_to_kb(trial, searcher, message_id=made["id"], approved_by=None)
    assert learnt.problem is not None and problem in learnt.problem
    assert await service.build(trial, searcher) is None
    with pytest.raises(HibachiError) as refused:
        await service.accept(trial, searcher, candidate_id=learnt.id, words=LearntWords())
    assert refused.value.code == "knowledge_may_not_enter"
    better = await service.accept(
        trial, searcher, candidate_id=learnt.id, words=LearntWords(title="May my dog stay?", text=TOLD)
    )
    assert better.text == TOLD and await service.candidates(trial) == []


async def test_a_message_that_answers_nothing_teaches_nothing(
    trial: Tx, searcher: Searcher, reply: dict[str, Any]
) -> None:
    theirs = await conversations.question_of(trial, reply_id=reply["id"])
    with pytest.raises(HibachiError) as refused:
        await service.promote_conversation_to_kb(trial, searcher, message_id=theirs[0].id, approved_by=None)
    assert refused.value.code == "knowledge_nothing_to_learn"


@pytest.fixture
async def learning(known: Database, searcher: Searcher) -> AsyncIterator[Database]:
    """The module's database; what a test committed is one version away."""
    async with known.transaction() as tx:
        before = next(one.id for one in await service.listed(tx) if one.state == "live")
    yield known
    async with known.transaction() as tx:
        if next(one.state for one in await service.listed(tx) if one.id == before) != "live":
            await service.roll_back(tx, number=before)
        for one in await service.candidates(tx):
            await service.dismiss(tx, candidate_id=one.id)


async def candidate(db: Database, searcher: Searcher, title: str, told: str, category: str = "learned") -> None:
    async with db.transaction() as tx:
        draft = Draft(f"learned:{title}", f"Q: {title}", told, category, "approved_ai_response")
        vectors = await changing.vectors_of(searcher, draft)
        assert vectors is not None
        await changing.write(tx, draft, vectors, state="candidate")


async def test_a_refresh_waits_for_a_person_and_can_be_taken_back(learning: Database, searcher: Searcher) -> None:
    question = "may a dog be near the fire"
    await candidate(learning, searcher, "May our dog stay near the grill?", TOLD)
    await candidate(learning, searcher, "May our dog stay near the grill?!", TOLD)  # says it again: left out
    number = await service.refresh(learning, searcher)
    assert number is not None
    async with learning.transaction() as tx:
        vector = await searcher.vector(question)
        before = await searcher.find(tx, question, vector=vector)
        assert TOLD not in [hit.text for hit in before.hits], "nothing promotes itself"
        shown = await service.detail(tx, number=number)
        assert shown.state == "waiting" and not shown.removed and not shown.changed
        assert [one.model_dump() for one in shown.added] == [
            {"title": "Q: May our dog stay near the grill?", "text": TOLD}
        ]
        assert shown.report is not None and shown.report["lost"] == []
        assert "is my dog allowed to be near the grill" in shown.report["answered_now"]
    assert await service.refresh(learning, searcher) is None, "one waits already"
    async with learning.transaction() as tx:
        added = await service.add(tx, searcher, new=NewKnowledge(title="Is there a swing?", text="There is no swing."))
    await service.compare(learning, searcher)
    async with learning.transaction() as tx:
        assert (await service.approve(tx, number=number)).state == "live"
        after = await searcher.find(tx, question, vector=vector)
        assert after.hits[0].text == TOLD
        swing = await searcher.find(tx, "Is there a swing?", vector=await searcher.vector("Is there a swing?"))
        assert swing.hits[0].id == added.id, "what was added while it waited is not lost"
        older = [one.id for one in await service.listed(tx) if one.state == "superseded"]
        with pytest.raises(HibachiError):
            await service.approve(tx, number=number)
        await service.roll_back(tx, number=older[-1])
        again = await searcher.find(tx, question, vector=vector)
        assert [hit.id for hit in again.hits] == [hit.id for hit in before.hits]


async def test_a_worse_version_keeps_the_old_one(learning: Database, searcher: Searcher) -> None:
    asked = [question for question, key in first_questions().items() if key in ("profile:addons", "profile:rain")]
    for place, question in enumerate(asked):
        await candidate(learning, searcher, question, f"Perhaps, ask us about matter {place}.")
    async with learning.transaction() as tx:
        before = await numbers(tx)
    number = await service.refresh(learning, searcher)
    assert number is not None
    async with learning.transaction() as tx:
        shown = await service.detail(tx, number=number)
        assert shown.state == "rejected" and shown.report is not None
        assert shown.report["lost"] and set(shown.report["lost"]) <= set(asked)
        assert (await numbers(tx))[0] == before[0]


def members(version: int) -> str:
    return f"SELECT text FROM knowledge_members JOIN knowledge_base ON id = chunk_id WHERE version_id = {version} AND source_type <> 'profile'"


async def test_what_a_person_decided_holds_in_a_version_that_waits(learning: Database, searcher: Searcher) -> None:
    """A candidate that was dismissed does not go live with it, nor the first words of one that was accepted in better ones."""
    for title, told in (
        ("Is there a slide?", "A slide."),
        ("Is there a sandpit?", "Sand."),
        ("Is there a seesaw?", "One."),
    ):
        await candidate(learning, searcher, title, told)
    number = await service.refresh(learning, searcher)
    assert number is not None
    async with learning.transaction() as tx:
        slide, sandpit, _ = [one for one in await service.candidates(tx) if one.text in ("A slide.", "Sand.", "One.")]
        await service.dismiss(tx, candidate_id=slide.id)
        better = LearntWords(title="Is there a sandpit?", text="There is no sandpit.")
        await service.accept(tx, searcher, candidate_id=sandpit.id, words=better)
        with pytest.raises(HibachiError):
            await service.approve(tx, number=number)  # what changed is compared first
    await service.compare(learning, searcher)
    async with learning.transaction() as tx:
        await service.approve(tx, number=number)
        told = set(await tx.session.scalars(text(members(number))))
        assert {"There is no sandpit.", "One."} <= told and not told & {"A slide.", "Sand."}
        states = "SELECT count(*) FROM knowledge_members JOIN knowledge_live USING (version_id) JOIN knowledge_base ON id = chunk_id WHERE state <> 'accepted'"
        assert await tx.session.scalar(text(states)) == 0


async def test_a_version_of_which_nothing_is_left_waits_no_more(learning: Database, searcher: Searcher) -> None:
    await candidate(learning, searcher, "Is there a trampoline?", "One.")
    number = await service.refresh(learning, searcher)
    assert number is not None
    async with learning.transaction() as tx:
        [waiting] = [one for one in await service.candidates(tx) if "trampoline" in one.title]
        await service.dismiss(tx, candidate_id=waiting.id)
    await service.compare(learning, searcher)
    async with learning.transaction() as tx:
        assert (await service.detail(tx, number=number)).state == "rejected"


async def test_a_version_that_lost_its_comparison_is_compared_by_the_hourly_sweep(
    learning: Database, searcher: Searcher
) -> None:
    await candidate(learning, searcher, "Is there a carousel?", "There is no carousel.")
    async with learning.transaction() as tx:
        number = await service.build(tx, searcher)  # the worker dies here
        assert number is not None
    declared = Jobs(learning.url)
    jobs.declare(declared, learning, searcher)
    await declared.run_periodic()
    async with learning.transaction() as tx:
        assert (await service.detail(tx, number=number)).state == "waiting"
        await service.reject(tx, number=number)


async def test_a_praised_reply_to_nothing_does_not_stop_the_refresh(
    trial: Tx, searcher: Searcher, reply: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = await conversations.question_of(trial, reply_id=reply["id"])
    written = await conversations.message(trial, message_id=reply["id"])

    async def praised(*_: Any, **__: Any) -> list[Any]:
        return [asked[0], written]

    monkeypatch.setattr(conversations, "praised", praised)
    await learn_praised(trial, searcher)
    sources = [one.meta.get("source_message_id") for one in await service.candidates(trial)]
    assert sources == [str(reply["id"])]


async def priced(db: Database, deposit: str) -> None:
    async with db.transaction() as tx:
        await policies.change(tx, changes={"prices": {"deposit": deposit}}, effective_from=None, note="a test")


class Interrupted:
    """A searcher during whose first reading the owner changes the price again."""

    def __init__(self, searcher: Searcher, db: Database) -> None:
        self.searcher, self.db, self.left = searcher, db, 1

    async def vector(self, said: str) -> list[float] | None:
        if self.left:
            self.left = 0
            await priced(self.db, "121.00")
        return await self.searcher.vector(said)

    def passages(self, profile: Profile) -> Any:
        return self.searcher.passages(profile)


async def test_no_passage_has_the_vector_of_other_words(learning: Database, searcher: Searcher) -> None:
    """Whatever is changed while the sync reads: what it puts in force is found by its own words."""
    await priced(learning, "119.00")
    await service.sync(learning, cast(Searcher, Interrupted(searcher, learning)))
    await service.sync(learning, searcher)
    async with learning.transaction() as tx:
        found = """SELECT title || ' ' || text, vector::text FROM knowledge_base JOIN knowledge_members ON chunk_id = id
            JOIN knowledge_live USING (version_id) WHERE key LIKE 'profile:deposit%'"""
        rows = (await tx.session.execute(text(found))).all()
    assert len(rows) == 2
    for words, vector in rows:
        assert "$121" in words
        assert json.loads(vector) == pytest.approx(await searcher.vector(words), abs=1e-4)
    await priced(learning, "100.00")
    await service.sync(learning, searcher)


async def test_a_season_is_told_with_its_facts_until_it_is_over(learning: Database, searcher: Searcher) -> None:
    season = {"key": "holidays", "label": "The holidays", "first": "2026-12-20", "last": "2027-01-03", "percent": 10}
    async with learning.transaction() as tx:
        await policies.change(tx, changes={"pricing_rules": [season]}, effective_from=None, note="a season")
    await service.sync(learning, searcher)
    question = "What is different for The holidays?"
    vector = await searcher.vector(question)
    async with learning.transaction() as tx:
        hit = (await searcher.find(tx, question, vector=vector)).hits[0]
        assert hit.key == "profile:season:holidays" and "January 3, 2027" in hit.text and "10 percent" in hit.text
        told = hit.facts["pricing_rules.holidays"]
        assert (told["first"], told["last"], told["percent"]) == ("2026-12-20", "2027-01-03", 10)
        tx.now = datetime.fromisoformat("2027-01-04T07:59:00+00:00")  # its last day is not over where the business is
        assert (await searcher.find(tx, question, vector=vector)).hits[0].key == hit.key
        tx.now = datetime.fromisoformat("2027-01-04T08:01:00+00:00")
        assert hit.key not in [one.key for one in (await searcher.find(tx, question, vector=vector)).hits]
        await policies.change(tx, changes={"pricing_rules": []}, effective_from=None, note="over")
    await service.sync(learning, searcher)


def test_the_stored_questions_say_which_version_is_better() -> None:
    asked = {"a": "x", "b": None, "c": "y"}
    assert right(asked, {"a": "x", "b": None, "c": "z"}) == {"a", "b"}
    assert right(asked, {"a": None, "b": "x", "c": "y"}) == {"c"}
    assert right(asked, {"a": "n", "b": "n", "c": "y"}, {"n"}) == {"b", "c"}


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-03-08T02:30:00-08:00", False),  # the hour that the clocks skip is three o'clock
        ("2026-03-15T02:05:00-07:00", True),
        ("2026-03-15T02:05:00+00:00", False),
        ("2026-03-16T02:05:00-07:00", False),
    ],
)
async def test_the_refresh_is_due_on_sunday_at_two_where_the_business_is(trial: Tx, now: str, due: bool) -> None:
    trial.now = datetime.fromisoformat(now).astimezone(UTC)
    assert await jobs.is_due(trial) is due
