"""Talks that wander: what was told is remembered, remarks are answered for, what is dropped is dropped."""

import pytest

from hibachi.concierge.understanding import comings, matters, recalling
from tests.concierge.local.talk import Talk

QUOTED = "12 adults in 94538, how much"
TO_THE_SUMMARY = (
    "party for 12 adults on saturday march 21 at 6pm, 2140 maple street fremont ca 94536",
    "Dana Whitfield, dana@example.com, 510-555-0142",
)


def _said(*lines: str) -> Talk:
    talk = Talk(channel="web_chat")
    for line in lines:
        talk.say(line)
    return talk


@pytest.mark.parametrize("back", ["jk napa it is", "ok fremont, no wait, napa", "napa then"])
def test_a_town_whose_zip_was_told_brings_it_back(back: str) -> None:
    talk = _said("13 girls 94558 napa", "what if we come to fremont instead 94539")
    assert "$823" in talk.say(back).text
    assert talk.dialogue.zip == "94558"


@pytest.mark.parametrize("words", ["what date did i say?", "you have my zip, right?", "and my zip, u have it right?", "how many people did i tell you", "what do you have so far?", "do you have my date?"])  # fmt: skip
def test_what_was_told_is_told_again(words: str) -> None:
    talk = _said("17 adults 94085 price", "june 6")
    answer = talk.say(words)
    assert all(part in answer.text for part in ("17 adults", "94085", "June 6"))
    assert "person from our team" not in answer.text


@pytest.mark.parametrize("words", ["is that right?", "did you say 6?", "can you write down the recipe?"])
def test_other_questions_recall_nothing(words: str) -> None:
    assert not recalling.asks(words)


@pytest.mark.parametrize("words", ["please don't call the house, it's a surprise!", "our gate sticks a bit by the way", "my husband knows nothing of all this"])  # fmt: skip
def test_a_remark_at_the_summary_is_answered_for_and_the_question_stays(words: str) -> None:
    talk = _said(*TO_THE_SUMMARY)
    answer = talk.say(words)
    assert "team" in answer.text or "keep that with your booking" in answer.text
    assert "Should I" in answer.text or "Shall I" in answer.text or "book it" in answer.text or "book?" in answer.text
    assert talk.dialogue.pending is not None
    assert "book_party" in talk.say("yes").tools


@pytest.mark.parametrize("words", ["actually cancel it, sorry", "cancel it", "please cancel"])
@pytest.mark.parametrize("lines", [1, 2])
def test_a_plan_that_nobody_booked_is_dropped_without_a_question(words: str, lines: int) -> None:
    talk = _said(*TO_THE_SUMMARY[:lines])
    answer = talk.say(words)
    assert "name" not in answer.text
    assert not {"book_party", "cancel_booking"} & set(answer.tools)
    assert talk.dialogue.pending is None


@pytest.mark.parametrize(
    ("words", "joining"),
    [
        ("and grandpa hes 80 so 11 i guess", 1),
        ("plus my grandma, she's 75", 1),
        ("and my aunt (62) too", 1),
        ("and my son, 7", 0),
        ("my dad turns 60 and we celebrate", 0),
        ("and mom said 20 people", 0),
    ],
)
def test_a_grown_relative_joins_by_the_age(words: str, joining: int) -> None:
    assert comings.grown_joining(words) == joining


def test_grandpa_is_one_more_adult_whatever_is_guessed() -> None:
    talk = _said("its 10 of us, 94545", "plus my 3 yr old")
    assert "$605" in talk.say("and grandpa hes 80 so 11 i guess").text


def test_that_the_grill_is_shared_is_said_once_unless_an_allergy_is_spoken_of() -> None:
    talk = _said("do u do gluten free")
    assert "shared" not in talk.say("what about dairy").text
    assert "shared" in talk.say("one of us has a peanut allergy, is that ok?").text


@pytest.mark.parametrize("words", ["do u have pork belly", "do you serve lamb?", "does the chef have sushi"])
def test_a_dish_that_we_lack_is_a_no_and_no_matter_for_a_person(words: str) -> None:
    talk = _said()
    answer = talk.say(words)
    assert "isn't on our menu" in answer.text
    assert not talk.escalated


@pytest.mark.parametrize("words", ["can you cook lamb for us", "Could you do sushi and ramen instead of hibachi?", "we would like wagyu"])  # fmt: skip
def test_a_dish_that_is_wished_for_is_a_persons_matter(words: str) -> None:
    assert "custom_menu" in {matter.kind for matter, _ in matters.find(words)}


@pytest.mark.parametrize("words", ["do you have anything cheaper", "is there a cheaper option?", "we're on a tight budget", "$100 a head is a lot"])  # fmt: skip
def test_who_finds_it_dear_is_heard_and_stays_with_us(words: str) -> None:
    talk = _said(QUOTED)
    answer = talk.say(words)
    assert "price" in answer.text.lower() or "budget" in answer.text
    assert not talk.escalated


@pytest.mark.parametrize("words", ["what about a tuesday?", "maybe a tuesday", "we'd prefer a tuesday"])
def test_any_such_day_is_offered_and_a_part_of_the_day_kept(words: str) -> None:
    talk = _said(QUOTED)
    assert "Tuesday March 10" in talk.say(words).text.replace(",", "")
    talk.say("evening")
    assert talk.say("the 17th").dialogue.day is not None
    assert {at.hour for at in talk.dialogue.time_choices} <= {18, 21}


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("no wait its a saturday right?", "Yes, that's Saturday, April 18"),
        ("that's a sunday, right?", "No, that's Saturday, April 18"),
        ("which day of the week is that?", "Saturday, April 18"),
    ],
)
def test_the_weekday_of_the_day_that_is_talked_of(words: str, lead: str) -> None:
    talk = _said(QUOTED, "april 18")
    answer = talk.say(words)
    assert lead.lower() in answer.text.lower()
    assert "person from our team" not in answer.text


def test_a_bare_weekday_beside_a_dated_one_is_of_the_same_week() -> None:
    talk = _said(QUOTED)
    talk.say("sat or sun first week of may")
    assert len(talk.dialogue.dates) == 2
    assert all(day.month in (4, 5) for day in talk.dialogue.dates)


@pytest.mark.parametrize("words", ["bye", "ok bye!", "see you"])
def test_who_says_goodbye_is_asked_for_nothing(words: str) -> None:
    assert "?" not in _said("can i book june 6 at 6pm for 12 adults").say(words).text


@pytest.mark.parametrize("words", ["no don't book it yet", "please do not book yet"])
def test_not_yet_is_heard_while_a_name_is_asked_for(words: str) -> None:
    talk = _said("can i book june 6 at 6pm for 12 adults in 94538")
    answer = talk.say(words)
    assert "haven't booked" in answer.text
    assert "name" not in answer.text


def test_the_ages_of_the_kids_after_a_colon_count() -> None:
    talk = _said("12 grown ups and the kids: 3, 6, 9 and 14, in 94538. how much?")
    assert "$775" in talk.answers[-1].text


def test_a_diet_told_at_the_summary_is_noted_in_words() -> None:
    talk = _said(*TO_THE_SUMMARY)
    answer = talk.say("my aunt is vegetarian btw")
    assert talk.dialogue.dietary
    assert "team" not in answer.text
    assert len(answer.text.split("?")[0].split()) > len("Shall I book Saturday, March 21 at 6 PM for you".split())


@pytest.mark.parametrize("words", ["what about 9", "and 9?", "how about 9 then"])
def test_so_few_guests_as_a_start_are_a_start(words: str) -> None:
    talk = _said("18 people in 94566", "june 20 at 6pm")
    talk.say(words)
    assert talk.dialogue.party.unsplit == 18
    assert talk.dialogue.time is not None
    assert talk.dialogue.time.hour == 21
