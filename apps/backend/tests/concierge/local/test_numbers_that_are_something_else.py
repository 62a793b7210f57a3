"""So many of a dish are too many or too few: the dish is counted anew, the guests stay; an hour is no day of a month."""

from datetime import date, time

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of
from tests.concierge.local.talk import PROFILE, Talk


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


@pytest.mark.parametrize(
    "said",
    [
        "so 30 steps from street to patio is fine for the chef?",
        "how do u get 65 miles, its like 55 on my maps",
        "lol no. so hes 55 instead of 30?",
        "benihana does the kids menu for 20 u know",
        "the fire is lit 2 times right? we changed it 5 min ago",
        "My sister also asked whether they could just use our kitchen",
        "One worry: the onions. Does everything have onions in it?",
    ],
)
def test_what_is_measured_or_paid_is_no_guest(said: str) -> None:
    talk = Talk()
    talk.say("12 adults and 2 kids in 94539, how much?")
    dialogue = talk.say(said).dialogue
    assert (dialogue.party.adults, dialogue.party.children, dialogue.party.ages, dialogue.dates) == (12, 2, (), ())


@pytest.mark.parametrize(
    "said",
    [
        "Yes, please send it in writing. My boss comes back Monday.",
        "i dont know yet, the semi is on the 24th",
        "the kids have school till the 11th",
        "graduation is the 15th",
    ],
)
def test_a_day_of_somebody_else_is_none_of_the_party(said: str) -> None:
    talk = Talk()
    talk.say("10 adults in 94539, july 16 at noon, how much?")
    assert [day.isoformat() for day in talk.say(said).dialogue.dates] == ["2026-07-16"]


def test_a_day_when_we_were_seen_is_gone() -> None:
    assert Talk().say("saw you at my neighbors on saturday. how much for ten of us").dialogue.dates == ()


@pytest.mark.parametrize(
    ("said", "dishes"),
    [
        ("you forgot the edamame. put 4. and how many lobsters is that", {"edamame": 4}),
        ("where is the gyoza? we wanted it, do 6 please", {"gyoza": 6}),
    ],
)
def test_a_number_behind_a_forgotten_dish_is_of_the_dish(said: str, dishes: dict[str, int]) -> None:
    talk = Talk()
    talk.say("18 people in 94539, 4 want lobster")
    dialogue = talk.say(said).dialogue
    assert (dialogue.party.addons, dialogue.party.upgrades, dialogue.dates) == (dishes, {"lobster_tail": 4}, ())


@pytest.mark.parametrize(
    ("first", "said", "party"),
    [
        ("10 adults and 4 kids (7, 8, 9 and 3) in 94539", "theres no toddler", (10, 4, 0)),
        ("10 adults and 4 kids in 94539", "no kids under 5", (10, 4, 0)),
        ("4 of us in 94539", "they are 5 and a toddler. so 9 plus the baby would be..?", (9, 0, 1)),
        ("9 adults and 9 toddlers in 94539", "9 toddlers haha nooo. 9 adults 1 baby", (9, 0, 1)),
        ("12 with the kids. 6, 10, 13. 94539", "what's half of that?", (10, 2, 0)),
        ("11 adults and the boys, 13 (bar mitzvah boy), 10, 8, 4", "94539", (12, 2, 1)),
        ("12 of us, 10 adults and 2 kids, 94539", "10 adults 2 kids then since the 13yo pays full price", (10, 2, 0)),
        ("we are eleven in the office and three of us do not eat beef", "94539", (11, 0, 0)),
        ("8 of us in 94539", "ok so 10 then, i find 2 more", (10, 0, 0)),
        ("28 adults in 94539", "ok say 30 max then. 6pm?", (30, 0, 0)),
        ("10 adults in 94539", "TEN. 8 plus 2", (10, 0, 0)),
        ("hi its 3 families, 12 people", "94539", (12, 0, 0)),
        ("10 adults in 94539", "dad would be there too so thats 11, with Mom 12 actually", (12, 0, 0)),
        ("10 adults in 94539", "i counted the 2 kids as adults", (8, 2, 0)),
        ("14 adults in 94539, june 20", "make it 15 to be safe", (15, 0, 0)),
    ],
)
def test_who_comes_is_counted_as_it_was_meant(first: str, said: str, party: tuple[int, int, int]) -> None:
    talk = Talk()
    talk.say(first)
    counts = counts_of(talk.say(said).dialogue.party, bands_of(PROFILE))
    assert counts is not None
    assert (counts.adults, counts.children, counts.toddlers) == party


def test_what_was_asked_first_is_answered_first() -> None:
    talk = Talk()
    talk.say("12 adults 2 kids, may 25, 94539")
    assert talk.say("3. but do you charge extra on holidays").dialogue.party.ages == ()


@pytest.mark.parametrize(
    "said",
    [
        "my brother has twins who are 7",
        "the littlest just turned 3",
        "grandson's 11",
        "my nephews, both 6, are coming",
        "the youngest of them is six and the others are 8 and 9",
        "I meant the 9 and the two 7s",
    ],
)
def test_how_old_somebody_is_is_no_day_and_no_hour(said: str) -> None:
    talk = Talk()
    talk.say("8 adults in 94539, how much?")
    dialogue = talk.say(said).dialogue
    assert (dialogue.dates, dialogue.time) == ((), None)


@pytest.mark.parametrize("said", ["our oldest is 10 and we want june 14", "the boys are coming june 14", "the kids are all free on june 14"])  # fmt: skip
def test_a_day_beside_an_age_is_heard(said: str) -> None:
    talk = Talk()
    talk.say("8 adults in 94539, how much?")
    assert talk.say(said).dialogue.dates == (date(2026, 6, 14),)


@pytest.mark.parametrize(
    "said",
    [
        "I need to bring it to the committee on June 28",
        "the board meets june 28, then I can tell you",
        "June 28 is the committee meeting",
        "I'll show the quote to my sisters on june 28",
    ],
)
def test_the_day_when_others_decide_is_no_day_of_the_party(said: str) -> None:
    talk = Talk()
    talk.say("24 adults in 94539, june 13 at 6pm")
    assert talk.say(said).dialogue.dates == (date(2026, 6, 13),)


@pytest.mark.parametrize("said", ["actually the party is on june 28", "can we do june 28 instead?", "please put it on june 28", "let's take it to june 28", "the team meeting is on june 27 so we need june 28"])  # fmt: skip
def test_another_day_of_the_party_is_heard(said: str) -> None:
    talk = Talk()
    talk.say("24 adults in 94539, june 13 at 6pm")
    assert talk.say(said).dialogue.dates == (date(2026, 6, 28),)


@pytest.mark.parametrize("said", ["wait no, I didn't say june 13??", "not june 13", "where did june 13 come from?", "june 13?? i never gave you a date"])  # fmt: skip
def test_a_day_that_is_denied_is_forgotten(said: str) -> None:
    talk = Talk()
    talk.say("24 adults in 94539, june 13 at 6pm")
    answer = talk.say(said)
    assert answer.dialogue.dates == ()
    assert "June 13" not in answer.text and any(word in answer.text for word in ("my mistake", "got that wrong"))


@pytest.mark.parametrize(("said", "start"), [("what was that about 9 pm? 6 pm please", time(18)), ("who said 9 pm?", None), ("I never said 9 pm", None)])  # fmt: skip
def test_a_start_that_is_denied_is_forgotten(said: str, start: time | None) -> None:
    talk = Talk()
    talk.say("24 adults in 94539, june 13 at 9 pm")
    dialogue = talk.say(said).dialogue
    assert (dialogue.dates, dialogue.time) == ((date(2026, 6, 13),), start)


def test_a_count_that_is_to_be_put_right_is_put_right_and_nothing_is_unknown() -> None:
    talk = Talk()
    talk.say("24 adults in 94539, june 13 at 9 pm")
    answer = talk.say("No. 9 adults and 3 children. Can you fix that please.")
    assert (answer.dialogue.party.adults, answer.dialogue.party.children) == (9, 3)
    assert (
        "ask the team" not in answer.text
        and "know" not in answer.text
        and "mistake" in answer.text
        or "put it right" in answer.text
    )


@pytest.mark.parametrize(
    ("told", "said", "day"),
    [
        ("some evening in the week of June 15", "I'd say the Thursday of that week.", date(2026, 6, 18)),
        ("in the week of June 15", "saturday that week", date(2026, 6, 20)),
        ("june 15 at 6", "friday of that week instead", date(2026, 6, 19)),
        ("june 13 at 6", "the sunday of that weekend", date(2026, 6, 14)),
        ("sometime in june", "probably the 20th of the month", date(2026, 6, 20)),
    ],
)
def test_that_week_is_the_one_that_was_talked_of(told: str, said: str, day: date) -> None:
    talk = Talk()
    talk.say(f"24 adults in 94539, {told}")
    assert talk.say(said).dialogue.dates == (day,)


@pytest.mark.parametrize("said", ["6", "ok 6", "6 please", "at 6", "um, let's say 6", "6 then"])
def test_one_number_is_the_start_where_several_children_have_no_age(said: str) -> None:
    talk = Talk()
    asked = talk.say("9 adults and 6 kids on june 13, 95124")
    assert {"time", "ages"} <= {*asked.dialogue.expecting}
    dialogue = talk.say(said).dialogue
    assert dialogue.time == time(18)
    assert dialogue.party.ages == ()
    assert talk.say("8, 7, 7, 6, 10 and 11").dialogue.party.ages == (8, 7, 7, 6, 10, 11)


def test_five_is_no_start_and_stays_an_age() -> None:
    talk = Talk()
    talk.say("9 adults and 6 kids on june 13, 95124")
    assert talk.say("one is 5").dialogue.time is None
