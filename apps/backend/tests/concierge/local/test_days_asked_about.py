"""Several days that are asked about at once: each is said to be what the calendar says it is, none open that is taken."""

from datetime import date

import pytest

from tests.concierge.local.talk import Answer, Talk

FIRST, SECOND = "2026-06-13", "2026-06-14"
STARTS = ("12:00", "15:00", "18:00", "21:00")
QUESTIONS = ["is june 13 or 14 open at 6pm?", "can you come june 13 or june 14 at 6pm?", "are june 13 and june 14 available at 6pm?", "12 adults in 94539, is 6/13 or 6/14 free at 6 pm?"]  # fmt: skip


def asked(words: str, full: set[tuple[str, str]]) -> Answer:
    answer = Talk(channel="web_chat", full=full).say(words)
    assert not answer.refused and answer.verdict.ok, answer.text
    assert answer.turn.escalation is None
    return answer


@pytest.mark.parametrize("words", QUESTIONS)
def test_days_that_are_all_taken_are_not_said_to_be_open(words: str) -> None:
    text = asked(words, {(FIRST, "18:00"), (SECOND, "18:00")}).text
    assert "June 13" in text and "June 14" in text and "noon" in text
    assert "open at 6" not in text and "are open" not in text and "both open" not in text


@pytest.mark.parametrize("words", ["can you come june 13 or 14 at 9am?", "12 adults 94539, june 13 or 14 at 9am, ok?"])
def test_an_hour_that_is_no_start_is_open_on_none_of_them(words: str) -> None:
    text = asked(words, set()).text
    assert "noon" in text and "are open" not in text and "both open" not in text


@pytest.mark.parametrize("words", QUESTIONS)
@pytest.mark.parametrize(("taken", "free"), [(FIRST, SECOND), (SECOND, FIRST)])
def test_of_two_days_the_one_that_is_taken_is_named(words: str, taken: str, free: str) -> None:
    answer = asked(words, {(taken, "18:00")})
    assert f"June {taken[-2:]}" in answer.text
    assert answer.dialogue.dates == (date.fromisoformat(free),)


@pytest.mark.parametrize("words", ["is june 13 or 14 open?", "are june 13 and june 14 available?"])
def test_two_days_without_any_start_are_both_taken(words: str) -> None:
    full = {(day, at) for day in (FIRST, SECOND) for at in STARTS}
    text = asked(words, full).text
    assert "are open" not in text and "both open" not in text


@pytest.mark.parametrize(
    "words", [*QUESTIONS, "are june 13 and june 14 available?", "are you free june 13 and june 14?"]
)
def test_two_days_that_are_open_are_both_said_to_be(words: str) -> None:
    answer = asked(words, set())
    assert answer.dialogue.dates == (date(2026, 6, 13), date(2026, 6, 14))
    assert "June 13" in answer.text and "June 14" in answer.text and "open" in answer.text


@pytest.mark.parametrize(
    ("words", "taken", "told"),
    [
        ("14 people 94560, june 13 or june 14, 6ish", None, "open at 6 PM"),
        ("12 adults 94560, june 13, or the day after if saturday is taken. 6pm", FIRST, "isn't free at 6 PM"),
        ("13 adults in 94560, june 13 at 6 pm. Is that free? If not the 14th", FIRST, "June 14 at 6 PM"),
        ("12 adults 94560, june 13 or 14, evening", FIRST, "June 13 at 9 PM and"),
    ],
)
def test_days_that_are_wished_are_looked_up(words: str, taken: str | None, told: str) -> None:
    text = asked(words, {(taken, "18:00")} if taken else set()).text
    assert told in text.replace("available", "free"), text
    assert "Shall I look at" not in text


@pytest.mark.parametrize("words", ["look at both?", "which one is open", "i dont know yet. are they both free"])
def test_the_days_asked_between_are_looked_up_once_more(words: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults 94560, june 13 or june 14 at 6")
    text = talk.say(words).text
    assert "June 13" in text and "June 14" in text and "open at 6 PM" in text
