"""Days and starts on the table are picked by whatever a customer names of them, and can be left for another one."""

from datetime import date, time

import pytest

from hibachi.kit.clock import instant_of
from tests.concierge.local.talk import Talk

QUOTED = "12 adults in 94538, how much"
TWO_DAYS = "sept 12 or 13?"


@pytest.mark.parametrize(
    ("words", "day", "at"),
    [
        ("12th, lunch", 12, time(12)),
        ("the 12th", 12, None),
        ("12", 12, None),
        ("13 at 6pm", 13, time(18)),
        ("saturday", 12, None),
        ("sunday the 13th", 13, None),
        ("the first", 12, None),
        ("the second one", 13, None),
        ("the later one", 13, None),
        ("the earlier date please", 12, None),
        ("actually what about the 20th of september", 20, None),
        ("neither, september 19", 19, None),
    ],
)
def test_a_day_of_two_is_picked_by_what_is_named_of_it(words: str, day: int, at: time | None) -> None:
    talk = Talk(channel="web_chat")
    talk.say(QUOTED)
    talk.say(TWO_DAYS)
    answer = talk.say(words)
    assert (answer.dialogue.day, answer.dialogue.time) == (date(2026, 9, day), at)
    assert not answer.refused


def test_a_name_or_a_question_between_leaves_both_days_open() -> None:
    talk = Talk(channel="web_chat")
    for words in (QUOTED, TWO_DAYS, "Kayla Brandt", "is the price the same on both?"):
        answer = talk.say(words)
    assert len(answer.dialogue.dates) == 2
    answer = talk.say("the 13th at 6")
    assert (answer.dialogue.day, answer.dialogue.name) == (date(2026, 9, 13), "Kayla Brandt")


def test_the_number_of_guests_is_no_day_of_the_two() -> None:
    talk = Talk(channel="web_chat")
    talk.say(QUOTED)
    talk.say(TWO_DAYS)
    assert len(talk.say("oh we're 13 adults now").dialogue.dates) == 2
    assert talk.dialogue.party.adults == 13


@pytest.mark.parametrize("words", ["sat 26 at 3", "saturday the 26th, 3pm", "the 26th at 3", "26 at 3pm"])
def test_a_day_without_a_month_belongs_to_the_month_that_was_asked_for(words: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say(QUOTED)
    talk.say("when r u free in september")
    answer = talk.say(words)
    assert (answer.dialogue.day, answer.dialogue.time) == (date(2026, 9, 26), time(15))


def test_two_days_of_a_month_stay_in_it() -> None:
    talk = Talk(channel="web_chat")
    for words in (QUOTED, "do u have any saturdays in may", "the 9th or the 16th"):
        answer = talk.say(words)
    assert answer.dialogue.dates == (date(2026, 5, 9), date(2026, 5, 16))


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("9pm then?", time(21)),
        ("then 9?", time(21)),
        ("ok 3", time(15)),
        ("the last one", time(21)),
        ("the first one", time(12)),
        ("the later one then", time(21)),
        ("fine the 9 one", time(21)),
    ],
)
def test_a_start_of_a_full_evening_is_picked_from_those_that_were_offered(words: str, at: time) -> None:
    talk = Talk(channel="web_chat", full={("2026-04-18", "18:00")})
    talk.say(QUOTED)
    talk.say("april 18 at 6")
    answer = talk.say(words)
    assert (answer.dialogue.day, answer.dialogue.time) == (date(2026, 4, 18), at)


def test_two_earlier_starts_are_asked_between() -> None:
    talk = Talk(channel="web_chat", full={("2026-04-18", "18:00")})
    talk.say(QUOTED)
    talk.say("april 18 at 6")
    answer = talk.say("ok the earlier one")
    assert "noon" in answer.text
    assert "9 PM" not in answer.text
    assert talk.say("3").dialogue.time == time(15)


@pytest.mark.parametrize("words", ["9pm then? its for Marlon Reed", "then 9", "ok 9 pm", "the later one"])
def test_a_start_that_is_offered_on_the_refused_day_brings_the_day_with_it(words: str) -> None:
    talk = Talk(channel="web_chat", now=instant_of(date(2026, 10, 15), time(19), "America/Los_Angeles"))
    assert "9 PM" in talk.say("need a chef this saturday the 17th at 6pm for 13 adults 94577").text
    answer = talk.say(words)
    assert (answer.dialogue.day, answer.dialogue.time) == (date(2026, 10, 17), time(21))


def test_a_start_that_is_offered_on_another_day_brings_that_day() -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults in 94538, tomorrow at 6pm?")
    answer = talk.say("6pm then")
    assert (answer.dialogue.day, answer.dialogue.time) == (date(2026, 3, 6), time(18))


def test_dishes_with_numbers_are_part_of_the_total_that_is_asked_for() -> None:
    talk = Talk(channel="web_chat")
    answer = talk.say("9 of us, all adults, sept 5 at 9pm in 94061. 5 filet upgrades and 3 gyoza pls, whats the total")
    assert "$550" in answer.text
