"""The questions of evals/answers, played with the product's own search and heads: what `python -m evals.answers.asking` measures."""

from collections.abc import Iterator

import pytest
from evals.answers.asking import Played, play, questions, room

LEAST = 0.95
"""The kept third was not worked on, so not each of it is right."""


@pytest.fixture(scope="module")
def played() -> Iterator[list[Played]]:
    """Every question, each in a conversation of its own."""
    with room() as opened:
        yield [play(opened, one) for one in questions()]


@pytest.mark.slow
@pytest.mark.parametrize("group", ["facts", "pairs", "open"])
def test_what_customers_ask_is_answered_by_the_facts_or_said_to_be_open(played: list[Played], group: str) -> None:
    mine = [one for one in played if one.question.group == group]
    wrong = [(one.question.text, one.answer.text, one.wrong) for one in mine if one.wrong]
    assert len(mine) >= 40 and len(wrong) <= (1 - LEAST) * len(mine), wrong


@pytest.mark.slow
def test_nothing_is_refused_that_the_facts_answer(played: list[Played]) -> None:
    refused = [(one.question.text, one.answer.refused) for one in played if not one.answer.verdict.ok]
    assert not refused, refused
