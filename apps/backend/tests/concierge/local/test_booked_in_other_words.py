"""A booking told in other words: the name the other way round, the yes, the hour behind a day, how long it is held."""

import pytest

from tests.concierge.local.talk import Talk

PARTY = "book april 18 at 6pm, 12 adults, 94539"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Ravi Menon is the name", "Ravi Menon"),
        ("Wei Zhang (thats my full name)", "Wei Zhang"),
        ("I'm Xiomara, last name Quispe", "Xiomara Quispe"),
        ("Wendell Price here.", "Wendell Price"),
        ("under her name please, that's Hanh Pham. She turns 75", "Hanh Pham"),
        ("put Xiomara Quispe on it", "Xiomara Quispe"),
        ("joyce abernathy my cell is 510-555-0170", "Joyce Abernathy"),
        ("sweet. Andre Fontaine, no kids no extras", "Andre Fontaine"),
        ("Super. Full name is Minh Chau Le. Please book", "Minh Chau Le"),
        ("my name is roberto no wait robert gonzales", "Robert Gonzales"),
        ("it's brown, maggie brown", "Maggie Brown"),
        ("you can put it under my daughter that's emily sanders", "Emily Sanders"),
    ],
)
def test_a_name_told_the_other_way_round_is_on_the_summary(said: str, name: str) -> None:
    talk = Talk(channel="sms")
    talk.say(PARTY)
    assert f"for {name}." in talk.say(said).text


def test_who_signs_with_an_initial_keeps_the_name() -> None:
    talk = Talk(channel="email")
    talk.say(f"{PARTY}. Eleanor Whitcombe")
    assert "book_party" in talk.say("That is correct. Please make the reservation.\n\nE. Whitcombe").tools
    assert talk.dialogue.name == "Eleanor Whitcombe"


@pytest.mark.parametrize("said", ["Hell yeah", "uh huh", "Absolutely!", "duh"])
def test_a_word_of_joy_is_nobodys_name(said: str) -> None:
    talk = Talk(channel="sms")
    talk.say(PARTY)
    talk.say(said)
    assert talk.dialogue.name is None


@pytest.mark.parametrize("said", ["yes, Ken Watanabe", "last name watanabe. yes", "ken watanabe, and yes"])
def test_the_whole_name_told_with_the_yes_books(said: str) -> None:
    talk = Talk(channel="sms")
    talk.say(f"{PARTY}, it's Ken")
    assert "book_party" in talk.say(said).tools
    assert talk.dialogue.name == "Ken Watanabe"


def test_the_whole_name_told_before_the_yes_is_summed_up() -> None:
    talk = Talk(channel="sms")
    talk.say(f"{PARTY}, it's Ken")
    assert "for Ken Watanabe." in talk.say("Ken Watanabe").text


def test_a_name_beside_the_zip_is_taken() -> None:
    talk = Talk(channel="sms")
    talk.say("reservation for 8 on sunday april 19 please")
    talk.say("3 pm")
    talk.say("94563, Leo Marsh")
    assert talk.dialogue.name == "Leo Marsh"


@pytest.mark.parametrize(
    ("said", "day", "adults"),
    [
        ("this coming one", "2026-04-18", 12),
        ("can i let you know by friday?", "2026-04-18", 12),
        ("what part of it is due today?", "2026-04-18", 12),
        ("Father says there are thirteen adults, not twelve. nothing else changes", "2026-04-18", 13),
        ("yes, also my neighbor wants in", "2026-04-18", 13),
    ],
)
def test_what_is_said_at_the_summary_moves_nothing_else(said: str, day: str, adults: int) -> None:
    talk = Talk(channel="sms")
    talk.say(f"{PARTY}, I'm Ana Diaz")
    assert "book_party" not in talk.say(said).tools
    assert (str(talk.dialogue.day), talk.dialogue.name) == (day, "Ana Diaz")
    counted = talk.dialogue.party
    assert (counted.adults or 0) + (counted.unsplit or 0) == adults


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("april 18, 14 adults 94539, my flight lands at 3 so six pm please", "18:00:00"),
        ("april 18, 14 adults 94539, kids go to bed at 8 so early", None),
    ],
)
def test_the_hour_of_something_else_is_no_start(said: str, start: str | None) -> None:
    talk = Talk(channel="sms")
    talk.say(said)
    assert (str(talk.dialogue.time) if talk.dialogue.time else None) == start


@pytest.mark.parametrize(
    ("first", "said", "name", "address"),
    [
        ("april 18, 14 adults 94539", "3 ok. Sam Hill", "Sam Hill", None),
        ("april 18, 14 adults 94539", "6 then, Lou Reed", "Lou Reed", None),
        ("april 18, 14 adults 94539, 6pm", "21 Sam Hill Road, backyard", None, "21 Sam Hill Road"),
        ("april 18 6pm 14 adults", "Lake Merritt", None, None),
    ],
)
def test_a_name_is_told_from_a_place(first: str, said: str, name: str | None, address: str | None) -> None:
    talk = Talk(channel="sms")
    talk.say(first)
    talk.say(said)
    assert (talk.dialogue.name, talk.dialogue.address) == (name, address)


def test_the_last_saturday_is_one_of_the_month_that_is_talked_of() -> None:
    talk = Talk(channel="sms")
    talk.say("end of april, 14 adults, 94539")
    assert "Saturday, April 25" in talk.say("last saturday").text


def test_a_new_zip_takes_the_town_of_the_old_one_away() -> None:
    talk = Talk(channel="sms")
    talk.say("14 adults april 18 6pm at my moms house in Tracy, zip 95376")
    talk.say("my place is 94539, lets do it there instead")
    assert "Tracy" not in talk.say("Moe Diaz").text


@pytest.mark.parametrize(
    ("said", "priced"),
    [
        ("we're eleven adults in 94401. three of us are going fancy with the lobster upgrade and two orders of gyoza for everyone to share", "$670"),
        ("there's seventeen of us all grown ladies, 94539. only the lobster tail for the two of us", "$965"),
    ],
)  # fmt: skip
def test_a_dish_for_a_few_counts_nobody_anew(said: str, priced: str) -> None:
    assert priced in Talk(channel="sms").say(said).text


@pytest.mark.parametrize(
    ("first", "said", "start"),
    [
        ("april 18 7pm 12 adults 94539, Ana Diaz", "the last", "21:00:00"),
        ("april 18 in the evening 12 adults 94539, Ana Diaz", "the earlier", "18:00:00"),
        ("april 18 in the evening 12 adults 94539, Ana Diaz", "the first one", "18:00:00"),
    ],
)
def test_a_start_is_taken_in_the_order_in_which_it_was_offered(first: str, said: str, start: str) -> None:
    talk = Talk(channel="sms")
    talk.say(first)
    talk.say(said)
    assert str(talk.dialogue.time) == start


def test_who_was_forgotten_is_counted_once() -> None:
    talk = Talk(channel="sms")
    talk.say(f"{PARTY}, I'm Ana Diaz")
    assert "12 adults, 1 child and 1 toddler" in talk.say("12 adults AND 2 kids 4 and 9, i forgot").text


def test_a_number_to_reach_somebody_is_no_question_for_ours() -> None:
    talk = Talk(channel="sms")
    talk.say(f"{PARTY}, I'm Ana Diaz")
    assert "reach us" not in talk.say("phone is 510 555 0142").text


def test_whom_the_minimum_fits_is_no_count() -> None:
    talk = Talk(channel="sms")
    talk.say("4 adults and 2 children of 7 and 9, Fremont 94536, November 13 at 6 pm. What is the price?")
    assert "4 adults and 2 children" in talk.say("We know its for 10 normally, but please book, Irena Petrova").text


@pytest.mark.parametrize(
    "said", ["sat the 20th of february. 12 noon works best. we're eleven people", "feb 20, that's a saturday, 12 noon"]
)
def test_twelve_noon_is_no_day(said: str) -> None:
    talk = Talk(channel="sms")
    talk.say(said)
    assert (str(talk.dialogue.day), str(talk.dialogue.time)) == ("2027-02-20", "12:00:00")


@pytest.mark.parametrize(
    "said", ["go right ahead please", "at 6. yes go right ahead please", "please do so", "ye", "omg yes", "uh huh"]
)
def test_a_yes_in_other_words_books(said: str) -> None:
    talk = Talk(channel="sms")
    talk.say(f"{PARTY}, I'm Ana Diaz")
    assert "book_party" in talk.say(said).tools


@pytest.mark.parametrize("asked", ["and for how much time do you keep it for me?", "how many hours do i have to pay?"])
def test_how_long_it_is_held_is_no_wish_to_keep_it(asked: str) -> None:
    talk = Talk(channel="sms")
    talk.say(f"{PARTY}, I'm Ana Diaz")
    talk.say("yes")
    answer = talk.say(asked).text
    assert "2 hours" in answer
    assert "nothing changes" not in answer


def test_an_hour_behind_a_day_in_words_is_no_other_day() -> None:
    talk = Talk(channel="phone")
    talk.say("it's for sunday the nineteenth of april three in the afternoon")
    assert (str(talk.dialogue.day), str(talk.dialogue.time)) == ("2026-04-19", "15:00:00")


@pytest.mark.parametrize(
    ("said", "handed"),
    [
        ("name is Joyce Abernathy and you can call me on 510 555 0170", False),
        ("can you call me on 510 555 0170", True),
        ("please call me at 510 555 0170 to discuss", True),
    ],
)
def test_a_number_to_be_reached_at_asks_for_no_call(said: str, handed: bool) -> None:
    talk = Talk(channel="web_chat")
    talk.say(PARTY)
    assert ("hand_over_to_human" in talk.say(said).tools) is handed


@pytest.mark.parametrize(
    ("said", "adults", "ages"),
    [
        ("12 adults + four great-grandkids who are 3, 8, 10 and 13", 12, (3, 8, 10, 13)),
        ("kids are 12, 9 and 7, then the two tiny ones are 4 and 2, plus ten adults", 10, (12, 9, 7, 4, 2)),
        ("10 adults, kids 7, 9, 12 and two little ones 2 and 4", 10, (7, 9, 12, 2, 4)),
        ("ten adults and then the three grandkids. they are seven nine and twelve the grandkids", 10, (7, 9, 12)),
    ],
)
def test_children_whose_ages_come_behind_them_count_once(said: str, adults: int, ages: tuple[int, ...]) -> None:
    talk = Talk(channel="phone")
    answer = talk.say(said)
    grown = sum(age >= 13 for age in ages)
    small = sum(age < 6 for age in ages)
    children = sum(6 <= age < 13 for age in ages)
    assert f"{adults + grown} adults" in answer.text
    assert f"{children} child" in answer.text
    assert f"{small} toddler" in answer.text if small else "toddler" not in answer.text


def test_whose_ages_are_told_again_are_children_and_no_grown_ups() -> None:
    talk = Talk(channel="phone")
    talk.say(f"{PARTY} and 4 kids, I'm Ana Diaz")
    assert (
        "12 adults, 2 children and 2 toddlers" in talk.say("there's four the ages are eleven eight four and two").text
    )


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("two more are coming, the boys from next door, they're 8 and 10", "12 adults and 2 children"),
        ("one more is coming, my cousin Leo, he's 30", "13 adults,"),
        ("two more coming, a friend and her son, she's 40 and 9", "13 adults and 1 child"),
        ("two more: my sister's twins, they're 4", "12 adults and 2 toddlers"),
        ("one more guest, my aunt", "13 adults,"),
        ("oh my brother just said he's in too", "13 adults,"),
    ],
)
def test_who_joins_at_the_summary_counts_once(said: str, party: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say(f"{PARTY}, I'm Ana Diaz")
    assert party in talk.say(said).text


@pytest.mark.parametrize("said", ["just two, 9 and 4 years old", "just the two, 9 and 4", "two, 9 and 4 years old"])
def test_how_many_there_are_is_no_age(said: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("book april 18 at 6pm, 12 adults and two kids, 94539, I'm Ana Diaz")
    assert "12 adults, 1 child and 1 toddler" in talk.say(said).text


@pytest.mark.parametrize(
    ("said", "guests", "start"),
    [
        (
            "put us down for 12 noon on april 18, two children, aged 10 and 6, and eleven adults, 94539",
            "11 adults",
            "12:00",
        ),
        ("sign us up for 9 at night on april 18, 14 adults, 94539", "14 adults", "21:00"),
        ("put us down for 6 on april 18. there are 11 adults, 94539", "11 adults", None),
        ("is a chef free for ten adults at 12 noon this saturday, 94539", "10 adults", "12:00"),
        ("friday april twenty fourth one in the afternoon for fifteen adults, 94539", "15 adults", "13:00"),
    ],
)
def test_an_hour_is_no_count_and_no_thing(said: str, guests: str, start: str | None) -> None:
    talk = Talk(channel="web_chat")
    answer = talk.say(said)
    assert guests in answer.text
    times = answer.turn.reading.frame.times
    assert [f"{at:%H:%M}" for at in times] == ([start] if start else [])
    assert talk.dialogue.dates


@pytest.mark.parametrize(
    "asked",
    [
        "my parents have their 40th anniversary coming up, how do i go about booking a chef for it?",
        "my sister's turning 30, how does one book you",
    ],
)
def test_how_to_book_is_told(asked: str) -> None:
    assert "tell me the date" in Talk(channel="web_chat").say(asked).text


def test_who_wants_one_books_and_calls_nobody() -> None:
    talk = Talk(channel="sms")
    assert "don't know" not in talk.say("hi are parties something u do").text
    answer = talk.say("cool i want one")
    assert "hand_over_to_human" not in answer.tools
    assert "?" in answer.text


def test_the_price_on_a_day_is_no_question_about_days() -> None:
    said = Talk(channel="sms").say(
        "what would it cost for six adults on saturday the 18th of april, 6 in the evening? 94804"
    )
    assert "same price" not in said.text
    assert "$580" in said.text


def test_another_start_at_the_summary_is_no_move_with_rules() -> None:
    talk = Talk(channel="web_chat")
    talk.say(f"{PARTY}, I'm Ana Diaz")
    answer = talk.say("actually can we push it to 9").text
    assert "at 9 PM" in answer
    assert "reschedule" not in answer


@pytest.mark.parametrize("said", ["6ish", "around 6"])
def test_about_an_hour_while_two_days_are_open_is_a_start(said: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults in 94539")
    talk.say("next saturday")
    answer = talk.say(said)
    assert talk.dialogue.party.adults == 12
    assert f"{answer.turn.reading.frame.times[0]:%H}" == "18"


def test_the_later_of_two_days_is_no_money() -> None:
    talk = Talk(channel="web_chat")
    talk.say("the 11th or the 18th of april, 12 adults, 94539")
    answer = talk.say("the later one").text
    assert "April 18" in answer
    assert "balance" not in answer
