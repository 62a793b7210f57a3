"""What a question is about, and what that does to what is found: for passages of the policies and for entries of people."""

from random import Random

import pytest
from sqlalchemy import text

from hibachi.kit.db import Tx
from hibachi.knowledge import rules, service, topics
from hibachi.knowledge.rendering.ways import ways
from hibachi.knowledge.schemas import Found, NewKnowledge
from hibachi.knowledge.service import Searcher
from hibachi.knowledge.syncing import note_topics
from hibachi.knowledge.topics import About

LEASH = "Dogs are welcome outside as long as they are on a leash."
FAR = ("could my poodle be around while he cooks", "will the cook be bothered by our puppy")
"""Questions that have hardly a word in common with the entry."""


async def _found(tx: Tx, searcher: Searcher, question: str) -> Found:
    return await searcher.find(tx, question, vector=await searcher.vector(question))


def test_every_passage_that_has_ways_to_ask_is_a_topic() -> None:
    assert [name for name in ways() if not topics.is_known(name)] == []
    assert topics.of_key("profile:season:new_year") == "season" and topics.is_known("season")


@pytest.mark.anyio
async def test_who_asks_in_none_of_the_passages_words_is_understood(trial: Tx, searcher: Searcher) -> None:
    for question, key in (
        ("party's at 6, when will I hear the doorbell", "setup_time"),
        ("who is allowed to get the rice wine squirted in their mouth", "sake"),
        ("we broke up lol. party's off. do i see my money again", "cancellation"),
    ):
        assert f"profile:{key}" in [hit.key for hit in (await _found(trial, searcher, question)).hits], question


@pytest.mark.anyio
async def test_what_a_business_has_not_is_answered_by_nothing(trial: Tx, searcher: Searcher) -> None:
    """A topic of the head without a passage counts among those that nothing answers."""
    vector = await searcher.vector("will you help us clean the kitchen afterwards")
    assert vector is not None
    chances = topics.of_vectors([vector])
    assert sum(chances.values()) == pytest.approx(1, abs=1e-4)
    about = About.of(chances, served=["rain", "sake"])
    assert about.left == pytest.approx(1 - chances["rain"] - chances["sake"], abs=1e-4)
    assert about.beside({"unanswered/cleaning": 0.8}) < 0.4
    assert about.beside({"rain": 1.0}) > 0.9


@pytest.mark.anyio
async def test_an_entry_is_found_by_its_topic_also_one_that_was_written_before_topics_were_known(
    trial: Tx, searcher: Searcher
) -> None:
    entry = await service.add(trial, searcher, new=NewKnowledge(title="May our dog stay outside?", text=LEASH))
    assert "unanswered/pets" in entry.meta["topics"]
    first = {question: (await _found(trial, searcher, question)).hits[0] for question in FAR}
    assert {hit.id for hit in first.values()} == {entry.id}
    old = text("UPDATE knowledge_base SET metadata = metadata - 'topics' WHERE id = :id")
    await trial.session.execute(old, {"id": entry.id})
    trial.session.expire_all()
    await note_topics(trial)
    again = {question: (await _found(trial, searcher, question)).hits[0] for question in FAR}
    assert {question: hit.topic for question, hit in again.items()} == pytest.approx(
        {question: hit.topic for question, hit in first.items()}, abs=0.01
    )


def test_shares_add_up_and_keep_the_order() -> None:
    random = Random(7)
    for _ in range(200):
        strengths = [random.uniform(-30, 10) for _ in range(random.randint(1, 20))]
        shares = rules.shares(strengths)
        assert sum(shares) == pytest.approx(1)
        assert [share for _, share in sorted(zip(strengths, shares, strict=True))] == sorted(shares)
    assert rules.shares([]) == []


def test_certainty_grows_with_what_speaks_for_a_passage() -> None:
    random = Random(7)
    for _ in range(200):
        share, over, unserved = random.uniform(0, 0.9), random.uniform(-1, 1), random.uniform(0, 0.9)
        here = rules.certainty(share=share, over=over, unserved=unserved)
        assert 0 <= here <= 1
        assert rules.certainty(share=share, over=over + 0.1, unserved=unserved) > here
        assert rules.certainty(share=share, over=over, unserved=unserved + 0.1) < here
        assert rules.certainty(share=share + 0.1, over=over, unserved=unserved) > here
