"""So many of a dish are too many or too few: the dish is counted anew, the guests stay; an hour is no day of a month."""

import pytest

from tests.concierge.local.talk import Talk


@pytest.mark.parametrize(
    ("ordered", "said", "many"),
    [
        ("add 2 orders of gyoza", "actually 2 gyoza won't be enough, make it 4", 4),
        ("add 6 edamame", "6 edamame is too many, 3 is enough", 3),
        ("add 4 orders of gyoza", "hm, 4 is too many actually, 2 is enough", 2),
        ("can we get six yakisoba", "six yakisoba is way too much, let's do 3 instead", 3),
    ],
)
def test_a_dish_is_counted_anew_and_nobody_else(ordered: str, said: str, many: int) -> None:
    talk = Talk()
    talk.say("10 adults in 94539, how much?")
    talk.say(ordered)
    dialogue = talk.say(said).dialogue
    assert (dialogue.party.adults, list(dialogue.party.addons.values())) == (10, [many])


@pytest.mark.parametrize("said", ["9 pm works", "oh wait, 9 pm please", "6 in the evening", "start at 12 if possible", "the 9 at night slot"])  # fmt: skip
def test_an_hour_is_no_day_where_a_day_was_asked_for(said: str) -> None:
    talk = Talk()
    talk.say("10 adults in 94539, how much?")
    dialogue = talk.say(said).dialogue
    assert dialogue.dates == ()
    assert dialogue.time is not None


@pytest.mark.parametrize("said", ["Great. whats a normal tip", "alright how far ahead do i have to book", "ok when do i pay", "cool hows the parking"])  # fmt: skip
def test_a_question_behind_a_kind_word_books_nothing(said: str) -> None:
    talk = Talk()
    talk.say("10 adults in 94539, june 13 at 6pm, Ana Diaz")
    assert "book_party" not in talk.say(said).tools
    assert "book_party" in talk.say("yes, book it").tools


def test_the_other_dish_of_as_many_stays() -> None:
    talk = Talk()
    for said in ("10 adults in 94539", "2 yakisoba noodles", "7 gyoza please", "change the yakisoba noodles to 7"):
        talk.say(said)
    assert talk.dialogue.party.addons == {"yakisoba_noodles": 7, "gyoza": 7}


def test_a_new_number_of_a_dish_brings_no_old_one_back() -> None:
    talk = Talk()
    for said in ("8 adults in 94539", "plus 6 gyoza", "skip the gyoza", "9 gyoza how much is it then"):
        talk.say(said)
    assert talk.dialogue.party.addons == {"gyoza": 9}


def test_so_many_have_the_dish_and_the_guests_stay() -> None:
    talk = Talk()
    for said in ("13 adults in 94555, how much?", "only the birthday boys get filet, so 3"):
        talk.say(said)
    assert (talk.dialogue.party.adults, talk.dialogue.party.upgrades) == (13, {"filet_mignon": 3})


@pytest.mark.parametrize(("said", "hour"), [("oh no, rather at twelve!", 12), ("make it at 6 instead", 18)])
def test_a_start_that_is_told_by_its_number_is_no_head_count(said: str, hour: int) -> None:
    talk = Talk()
    talk.say("12 adults in 94539, june 13 at 9pm, Ana Diaz")
    dialogue = talk.say(said).dialogue
    assert dialogue.time is not None
    assert (dialogue.time.hour, dialogue.party.adults) == (hour, 12)


@pytest.mark.parametrize(
    "said", ["sat nov 28 at 3pm, family in town for thanksgiving", "nov 28, everybody is home for thanksgiving"]
)
def test_a_holiday_that_is_the_reason_moves_no_day(said: str) -> None:
    dialogue = Talk().say(f"{said}. 13 adults 94583").dialogue
    assert [day.isoformat() for day in dialogue.dates] == ["2026-11-28"]


def test_what_it_runs_somebody_is_no_street() -> None:
    assert Talk().say("what would 19 adults in 94582 run me").dialogue.zip == "94582"


def test_two_who_are_so_old_and_one_who_is_younger() -> None:
    party = Talk().say("9 grown ups, 2 girls who are 13 and one who's 12. 95148. how much?")
    assert "11 adults" in party.text and "1 child" in party.text
