"""Which questions are open: those that no topic, slot or act covers, and those beyond our facts whatever they look like."""

import pytest

from hibachi.concierge.understanding import cues, questions


@pytest.mark.parametrize(
    "text",
    [
        "is there wifi",
        "do you clean up after",
        "what's the chef's name?",
        "can my dog be there",
        "are you licensed?",
        "do you have reviews",
    ],
)
def test_what_no_fact_tells_is_open(text: str) -> None:
    assert questions.unanswered(text, ()) == (text.rstrip("?") + ("?" if text.endswith("?") else ""),)


@pytest.mark.parametrize(
    "text",
    [
        "how much is it", "what's included?", "do you bring tables", "ok do it", "is that ok?", "what do you mean", "how are you?",
        "can you do it", "does that come with the", "and travel?", "what about the rest?", "when is my party", "whatever you think",
    ],
)  # fmt: skip
def test_what_is_covered_or_says_nothing_is_not_open(text: str) -> None:
    assert questions.unanswered(text, ()) == ()


def test_each_clause_is_judged_alone() -> None:
    assert questions.unanswered("what's included, and is there wifi?", ()) == (
        "and is there wifi?",
    ) or questions.unanswered("what's included? is there wifi?", ()) == ("is there wifi?",)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("and travel?", "travel"),
        ("what about the rest", "balance"),
        ("ok and tips?", "gratuity"),
        ("how about parking", "parking"),
        ("and you?", None),
    ],
)
def test_an_elliptical_question_is_its_noun(text: str, topic: str | None) -> None:
    assert cues.elliptical(text) == topic


@pytest.mark.parametrize(
    ("clause", "bare"),
    [
        ("could you do that for them?", True),
        ("how come", True),
        ("and how many does each get?", True),
        ("is there wifi?", False),
        ("when do we pay?", False),
    ],
)
def test_a_clause_of_pronouns_is_answered_by_the_one_beside_it(clause: str, bare: bool) -> None:
    assert questions.says_nothing_of_its_own(clause) is bare
    assert questions.still_open((clause,), ("dietary",), ()) == (() if bare else (clause,))
    assert questions.still_open((clause,), (), ()) == (clause,)
