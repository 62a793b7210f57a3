"""One fact, however it is asked: as a tag, as a statement, in a few words after another answer, or beside a party."""

import re
from pathlib import Path

import pytest

from hibachi.concierge.understanding import tag_questions
from tests.concierge.local.talk import Talk

TABLE = Path(__file__).with_name("asked_any_way.tsv")
ROWS = [line.split("\t") for line in TABLE.read_text().splitlines() if line and not line.startswith("#")]
UNKNOWN = r"nothing on record|don't (?:know|have anything)|rather not guess|no information"


@pytest.mark.parametrize(("holds", "lacks", "asked"), ROWS, ids=[row[2] for row in ROWS])
def test_a_fact_is_found_however_it_is_asked(holds: str, lacks: str, asked: str) -> None:
    talk = Talk(channel="web_chat", seed=asked)
    for line in asked.split("||"):
        answer = talk.say(line.strip())
    assert all(re.search(must, answer.text, re.I | re.S) for must in holds.split(" & ")), answer.text
    assert not re.search(UNKNOWN, answer.text, re.I), answer.text
    assert lacks == "-" or not re.search(lacks, answer.text, re.I), answer.text
    assert answer.turn.escalation is None
    assert not answer.refused


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("you don't charge extra for the chef, do you?", "do you charge extra for the chef?"),
        ("you take zelle right", "do you take zelle?"),
        ("lobster isn't included is it", "is lobster included?"),
        ("hi! you'd still come if it rains, wouldn't you", "hi! would you still come if it rains?"),
        ("the deposit isn't refundable i guess", "is the deposit refundable?"),
        ("it's not extra is it", "is it extra?"),
    ],
)
def test_a_tag_makes_a_question(said: str, meant: str) -> None:
    assert tag_questions.asked(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "we don't eat pork",
        "i don't need a tent",
        "that's not right",
        "my yard isn't flat",
        "you don't understand, do you",
    ],
)
def test_a_statement_stays_one(said: str) -> None:
    assert tag_questions.asked(said) == said


def test_a_few_words_go_on_only_from_the_message_just_before() -> None:
    talk = Talk(channel="web_chat")
    talk.say("do people tip")
    talk.say("12 adults 94539")
    assert "$660" in talk.say("how much").text
