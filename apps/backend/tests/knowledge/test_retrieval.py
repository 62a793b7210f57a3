"""A sample of the questions of evals/knowledge: the short form of what `make eval` measures, on the real database."""

import pytest
from sqlalchemy import text

from hibachi.kit.db import Tx
from hibachi.knowledge import service
from hibachi.knowledge.schemas import NewKnowledge
from hibachi.knowledge.service import Searcher
from hibachi.knowledge.syncing import QUESTIONS

pytestmark = pytest.mark.anyio
SAMPLE = [line.split("\t") for line in QUESTIONS.read_text().splitlines() if not line.startswith("#")][::2]


async def test_a_right_passage_is_found_and_what_nothing_answers_is_refused(trial: Tx, searcher: Searcher) -> None:
    found = refused = known = unknown = 0
    for keys, question in SAMPLE:
        answer = await searcher.find(trial, question, vector=await searcher.vector(question))
        if keys == "-":
            unknown, refused = unknown + 1, refused + (not answer.known)
        else:
            right = {f"profile:{key}" for key in keys.split("|")}
            known, found = known + 1, found + bool(right & {hit.key for hit in answer.hits})
    assert known >= 50 and unknown >= 15
    assert found / known >= 0.95
    assert refused / unknown >= 0.9


async def test_without_the_model_words_alone_find(trial: Tx, searcher: Searcher) -> None:
    found = await searcher.find(trial, "how much is the deposit", vector=None)
    assert "profile:deposit_amount" in [hit.key for hit in found.hits]


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
