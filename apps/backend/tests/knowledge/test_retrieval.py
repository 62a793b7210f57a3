"""A sample of the questions of evals/knowledge: the short form of what `make eval` measures, on the real database."""

from typing import cast

import pytest
from sqlalchemy import text

from hibachi.kit.db import Tx
from hibachi.knowledge import rules, service
from hibachi.knowledge.schemas import NewKnowledge
from hibachi.knowledge.service import Searcher
from hibachi.knowledge.syncing import QUESTIONS
from hibachi.language.embedding.embedder import Embedder
from hibachi.language.embedding.errors import ModelMissing

pytestmark = pytest.mark.anyio
SAMPLE = [line.split("\t") for line in QUESTIONS.read_text().splitlines() if not line.startswith("#")][::2]


async def test_a_right_passage_is_found_and_what_nothing_answers_is_refused(trial: Tx, searcher: Searcher) -> None:
    found = refused = known = unknown = told = 0
    for keys, question in SAMPLE:
        answer = await searcher.find(trial, question, vector=await searcher.vector(question))
        if keys == "-":
            unknown, refused = unknown + 1, refused + (not answer.known)
        else:
            right = {f"profile:{key}" for key in keys.split("|")}
            known, found = known + 1, found + bool(right & {hit.key for hit in answer.hits})
            told += answer.known and answer.hits[0].key in right
    assert known >= 50 and unknown >= 15
    assert found / known >= 0.95
    assert refused / unknown >= 0.9
    assert told / known >= 0.8


class Broken:
    """An embedder whose weights are not there."""

    async def vector(self, text: str) -> list[float]:
        raise ModelMissing()


async def test_without_the_model_words_alone_answer_and_refuse(trial: Tx) -> None:
    """What is asked in the words of a passage is told; what no passage has the words of is not known."""
    searcher = Searcher(cast(Embedder, Broken()))
    for question, key in (("how much is the deposit", "deposit_amount"), ("what if it rains", "rain"), ("how big is the grill", "grill_size")):  # fmt: skip
        vector = await searcher.vector(question)
        assert vector is None
        found = await searcher.find(trial, question, vector=vector)
        assert found.known and found.hits[0].key == f"profile:{key}", question
    for question in ("do you sell bitcoin", "who is the president of france", "can you fix my car"):
        assert not (await searcher.find(trial, question, vector=None)).known, question


async def test_an_entry_that_answers_what_nothing_answered_is_told(trial: Tx, searcher: Searcher) -> None:
    """Nearer to a question that no policy answers than to any passage: not known, until the owner answers that one."""
    questions = ("are you insured for accidents", "do you have a liability policy")
    for question in questions:
        assert not (await searcher.find(trial, question, vector=await searcher.vector(question))).known
    new = NewKnowledge(title="Are you insured?", text="Yes, our liability insurance covers every party.")
    entry = await service.add(trial, searcher, new=new)
    for question in questions:
        found = await searcher.find(trial, question, vector=await searcher.vector(question))
        assert found.known and found.hits[0].id == entry.id, question
    other = "do you have a bounce house"
    assert not (await searcher.find(trial, other, vector=await searcher.vector(other))).known


def test_rare_words_look_up_and_common_ones_only_together() -> None:
    frequency = {"rain": 10, "chef": 4000, "parti": 3000, "cost": 2500, "gyoza": 300}
    assert rules.looked_for(["rain", "chef", "gyoza", "unheard"], frequency, 10_000) == "'rain' | 'gyoza'"
    many = {f"w{number}": 150 + number for number in range(6)}
    assert rules.looked_for([*many], many, 10_000) == "'w0' | 'w1'", "not more rows than can be weighed in time"
    assert rules.looked_for(["chef", "parti"], frequency, 10_000) == "('parti' & 'chef')"
    assert rules.looked_for(["chef"], frequency, 10_000) == "'chef'"
    assert rules.looked_for(["unheard"], frequency, 10_000) == rules.looked_for([], {}, 0) == ""
    assert rules.looked_for(["rain", "chef"], {"rain": 3, "chef": 30}, 60) == "'rain'"


@pytest.mark.parametrize(
    "question", ["", "   ", "\u200b", "'; DROP TABLE knowledge_base; --", "a:*&|!<->()'\\", "🦐" * 300]
)
async def test_whatever_is_asked_is_answered_or_not_known(trial: Tx, searcher: Searcher, question: str) -> None:
    found = await searcher.find(trial, question, vector=await searcher.vector(question))
    assert len(found.hits) <= 3


async def test_a_ranking_is_kept_and_never_its_words(trial: Tx, searcher: Searcher) -> None:
    entry = await service.add(
        trial, searcher, new=NewKnowledge(title="Is there a swing?", text="A swing of Dana Ruiz.")
    )
    vector = await searcher.vector("is a swing there")
    first = await searcher.find(trial, "is a swing there", vector=vector)
    erased = text("UPDATE knowledge_base SET text = 'A swing of [erased].' WHERE id = :id")
    await trial.session.execute(erased, {"id": entry.id})
    again = await searcher.find(trial, "is a swing there", vector=vector)
    assert again.cached and not first.cached
    assert [hit.id for hit in again.hits] == [hit.id for hit in first.hits]
    assert again.hits[0].text == "A swing of [erased]."
    assert [hit.certainty for hit in again.hits] == [hit.certainty for hit in first.hits]


async def test_the_score_of_a_passage_is_the_formula(trial: Tx) -> None:
    """KB-10: used 10, bookings 3, rating 4.0 → 0.45; unused → 0.5. The database computes it."""
    change = "UPDATE knowledge_base SET times_retrieved = 12, times_used_in_response = 10, times_led_to_booking = 3, avg_user_rating = 4.0, ratings = 2 WHERE key = 'profile:rain'"
    await trial.session.execute(text(change))
    read = text("SELECT key, performance_score, success_rate, usage_count FROM knowledge_base WHERE key IN ('profile:rain', 'profile:indoor') ORDER BY key DESC")  # fmt: skip
    rain, indoor = (await trial.session.execute(read)).all()
    assert (round(rain[1], 9), round(rain[2], 9), rain[3]) == (0.45, 0.3, 10)
    assert (indoor[1], indoor[2], indoor[3]) == (0.5, 0.0, 0)
