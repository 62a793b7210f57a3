"""A price that was told is talked over: who is counted, what is new of it, which of two days, and small talk between."""

import pytest

from tests.concierge.local.talk import Talk

FAMILY = "12 adults, 3 kids: 13, 9 and 4. 94538"


@pytest.mark.parametrize(
    ("first", "said", "answer"),
    [
        (FAMILY, "so 12 adults and 3 kids correct?", "your 13-year-old is one"),
        (FAMILY, "we only have 12 adults not 13", "your 13-year-old is one"),
        ("10 adults and 2 kids (7 and 8) 94538", "just to be sure thats 10 adults and 2 children?", "Yes"),
        ("10 adults and 2 kids (7 and 8) 94538", "did you count the kids?", "Yes"),
        ("10 adults and 2 kids (7 and 8) 94538", "so thats 12 adults and 2 kids right?", "so far I have 10 adults"),
    ],
)
def test_a_doubted_count_is_explained_and_changes_nobody(first: str, said: str, answer: str) -> None:
    talk = Talk()
    talk.say(first)
    before = talk.dialogue.party
    reply = talk.say(said)
    assert answer in reply.text and reply.verdict.ok
    assert talk.dialogue.party == before


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("kids are 6 8 11 and 12, babies are 1, 2 and 5, and 8 adults. 95112", (8, 4, 3)),
        ("we're 8 grown ups. the boys are 7, 9 and 12 and the girls are 4 and 6. 94538", (8, 4, 1)),
        ("8 adults, kids are 6 and 8, baby is 1. 94538 how much", (8, 2, 1)),
    ],
)
def test_ages_told_group_by_group_are_one_row(said: str, counted: tuple[int, int, int]) -> None:
    quote = Talk().say(said).turn.facts[-1].arguments
    assert (quote["adults"], quote["children"], quote["toddlers"]) == counted


def test_a_place_told_after_the_price_tells_the_way_and_the_sum() -> None:
    talk = Talk(channel="web_chat")
    talk.say("16 adults and 2 kids (7, 9), how much")
    reply = talk.say("95616")
    assert "$122" in reply.text and "$1,062" in reply.text and "$880" not in reply.text and reply.verdict.ok


def test_a_span_of_guests_has_the_price_of_both_ends() -> None:
    reply = Talk(channel="web_chat").say("how much for 20-25 people in 95112")
    assert "$1,375" in reply.text and "$1,100" in reply.text and reply.verdict.ok


@pytest.mark.parametrize("said", ["are both open?", "which one is free"])
def test_both_days_are_looked_up(said: str) -> None:
    talk = Talk()
    talk.say("we are 15, june 6 or june 7. 95112 how much")
    reply = talk.say(said)
    assert "June 6" in reply.text and "June 7" in reply.text and "open" in reply.text and reply.verdict.ok


@pytest.mark.parametrize(
    ("said", "day"),
    [
        (
            "We marry on Aug 29 in Half Moon Bay and want hibachi for the rehearsal dinner the night before. 24 people",
            28,
        ),
        ("My daughter's wedding is Aug 29. We'd like hibachi the night before for 18 people in 95616", 28),
        ("wedding aug 29. can you call me the night before? 12 adults 94538", 29),
    ],
)
def test_the_eve_of_a_feast_is_the_day(said: str, day: int) -> None:
    talk = Talk()
    talk.say(said)
    assert [one.day for one in talk.dialogue.dates] == [day]


def test_the_night_before_the_day_that_is_talked_of() -> None:
    talk = Talk()
    talk.say("wedding is sept 5 in 95616, 20 adults. is that day free at 6?")
    assert "September 4" in talk.say("what about the night before").text


@pytest.mark.parametrize("said", ["its so hot here in fresno today", "how about that warriors game last night"])
def test_small_talk_is_met_lightly_and_books_no_day(said: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults 94538, how much")
    reply = talk.say(said)
    assert not talk.dialogue.dates and "team" not in reply.text and reply.verdict.ok


def test_a_dish_of_the_plan_named_with_the_yes_is_no_new_wish() -> None:
    talk = Talk()
    talk.say("10 adults 94538 saturday june 13 6pm, 4 lobster tails. Greg Tanaka, greg@tanaka.com")
    talk.say("yes book it with the lobster")
    assert talk.bookings and talk.dialogue.party.upgrades == {"lobster_tail": 4}


@pytest.mark.parametrize(
    ("said", "extras"),
    [
        (
            "10 adults 94070. my 4 uncles eat like horses so they each want a third protein, shrimp. price?",
            {"shrimp": 4},
        ),
        ("10 adults 94070. my 2 brothers both want a third protein, tofu. price?", {"tofu": 2}),
    ],
)
def test_so_many_of_the_family_want_one_more(said: str, extras: dict[str, int]) -> None:
    talk = Talk()
    talk.say(said)
    assert talk.dialogue.party.extra_proteins == extras


def test_a_name_in_small_letters_between_stops_and_a_meal_of_a_story() -> None:
    talk = Talk()
    talk.say("June 13. greg tanaka. 94538, 12 adults")
    assert talk.dialogue.name == "Greg Tanaka"
    talk = Talk()
    talk.say("We had a hibachi dinner years ago. Now 18 adults in 95616 on June 14, what does it cost?")
    assert talk.dialogue.time is None


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("my sister pays. how does she book", "deposit"),
        ("is there a distance it must be from the house or the fence", "10 feet"),
        ("can you do hibachi at our house?", "Yes"),
    ],
)
def test_what_is_asked_in_other_words_is_answered(said: str, answer: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults 94538, how much")
    reply = talk.say(said)
    assert answer in reply.text and reply.verdict.ok


@pytest.mark.parametrize(
    ("lines", "party"),
    [
        (["4 adults 16 teens 95123 how much", "some of them are 12 tho. like 3 of them"], (17, 3)),
        (["10 adults, kids 7, 9 and 13 94538", "2 of them turned 10"], (11, 2)),
        (["its 4 of them plus us two and our twins who are 8. 94301"], (6, 2)),
        (["how much for 15 if 3 of them are kids 7 8 9"], (12, 3)),
        (["10 adults, kids 7 and 9, 94538", "lets say we add 2 friends and their 8 yr old"], (12, 3)),
        (["26 guests in Concord, 94520. Please quote.", "And could two guests be served vegetarian meals?"], (26, 0)),
    ],
)
def test_who_comes_is_counted_once(lines: list[str], party: tuple[int, int]) -> None:
    talk = Talk()
    for line in lines:
        talk.say(line)
    quote = talk.say("so what is the total for all of us").turn.facts[-1].arguments
    assert (quote["adults"], quote["children"]) == party


def test_a_supposed_size_that_is_taken_is_no_start() -> None:
    talk = Talk()
    for line in ("12 adults 94538", "what if we're 10", "ok 10 then. sunnyvale 94085"):
        talk.say(line)
    assert talk.dialogue.time is None and talk.dialogue.party.adults == 10


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["8 adults 94010", "what saturdays do you have in may"], ["May 2", "May 9", "May 16"]),
        (["what days in july are open", "we want a sunday"], ["July 5", "July 12"]),
    ],
)
def test_open_days_of_a_month_are_those_that_are_asked_for(lines: list[str], days: list[str]) -> None:
    talk = Talk()
    replies = [talk.say(line) for line in lines]
    assert all(day in replies[-1].text for day in days) and replies[-1].verdict.ok


def test_a_family_that_joins_comes_beside_those_who_were_counted() -> None:
    talk = Talk()
    talk.say("8 adults and 4 kids (2, 5, 7, 10), 94619, price")
    talk.say("my sister and her 2 kids (3 and 8) may join")
    reply = talk.say("so how many are we now")
    assert "9 adults" in reply.text and "3 children" in reply.text and reply.verdict.ok


def test_a_start_asked_of_the_chef_and_the_share_of_one_beside_a_summary() -> None:
    talk = Talk(channel="web_chat")
    talk.say("14 adults june 6 at 6 94538. Henrik Dahl, h@dahl.com")
    assert "$55" in talk.say("What does it come to per person?").text
    assert "3 PM" in talk.say("Could we have the chef arrive at 17:00?").text
