"""Which role a number has: a count told anew is the whole, an amount counts nobody, a known count is no day, an age is an age."""

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.language.calculations import as_money
from tests.concierge.local.talk import PROFILE, Talk, party_on

FIRST = "12 adults, 94578"


def _counts(talk: Talk) -> tuple[int, int, int] | None:
    counts = counts_of(talk.dialogue.party, bands_of(PROFILE))
    return (counts.adults, counts.children, counts.toddlers) if counts else None


def _after(*said: str) -> Talk:
    talk = Talk()
    for one in said:
        talk.say(one)
    return talk


WHY = [
    "my cousins are coming too", "my brother and his wife are joining", "two cousins are coming as well", "my parents want to come too", "in-laws decided to come",
    "Tina and Mike are coming with their spouses", "my cousins said yes", "some neighbors can make it after all", "my uncle is coming from Sacramento",
]  # fmt: skip


@pytest.mark.parametrize("why", WHY)
@pytest.mark.parametrize(
    "whole",
    [
        "hold up make that 14 adults, {}", "make it 14, {}", "actually 14 adults, {}", "we're 14 now, {}", "sorry, it's 14 adults because {}", "14 adults now. {}!",
        "{} so 14 adults", "change it to 14 adults please. {}",
    ],
)  # fmt: skip
def test_a_count_told_anew_is_the_whole_and_relatives_say_why(whole: str, why: str) -> None:
    assert _counts(_after(FIRST, whole.format(why))) == (14, 0, 0)


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("change to 10 adults, my cousins bailed", (10, 0, 0)),
        ("so it's 11 adults now, my uncle can't make it", (11, 0, 0)),
        ("10 adults actually. two people cancelled", (10, 0, 0)),
        ("update: 14 adults and 2 kids, my sister is coming w her boys", (14, 2, 0)),
        ("oops 13 adults. forgot my brother", (13, 0, 0)),
        ("make it 14 adults, and 2 kids are coming too", (14, 2, 0)),
        ("14 adults now and my sister's 2 kids are coming too, 6 and 9", (14, 2, 0)),
        ("2 more adults, my cousins are coming too", (14, 0, 0)),
        ("plus 2 adults, my cousins are coming too", (14, 0, 0)),
        ("my 2 cousins are coming too", (14, 0, 0)),
        ("two of the parents would like to stay as well", (14, 0, 0)),
        ("3 guests are kids, 7, 8 and 9", (9, 3, 0)),
    ],
)
def test_who_comes_on_top_and_who_only_explains(said: str, counts: tuple[int, int, int]) -> None:
    assert _counts(_after(FIRST, said)) == counts


def test_the_count_of_a_booked_party_is_changed_to_the_whole() -> None:
    talk = Talk(bookings=[party_on("2026-04-11")])
    assert "14 adults" in talk.say("make it 14 adults, my cousins are joining us").text


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("add 2 adults 1 kid", (12, 4, 0)),
        ("minus 1 adult plus 2 kids", (9, 5, 0)),
        ("drop 2 adults and 1 kid", (8, 2, 0)),
        ("total is 15 now, same kids", (12, 3, 0)),
        ("oldest is 13, others are 4 and 6", (11, 1, 1)),
        ("two are 6 and one is 10", (10, 3, 0)),
        ("one is 6 the other two are 9", (10, 3, 0)),
        ("2 are 5 and 1 is 11", (10, 1, 2)),
        ("all three are 7", (10, 3, 0)),
        ("7 year old twins and a 4 yr old", (10, 2, 1)),
        ("twins are 7, baby is 1", (10, 2, 1)),
        ("my son is 8, my daughter is 6 and the baby is 9 months", (10, 2, 1)),
        ("emma is 6, jack is 8 and lily is 14", (11, 2, 0)),
    ],
)
def test_children_change_beside_adults_and_have_each_an_age(said: str, counts: tuple[int, int, int]) -> None:
    assert _counts(_after("10 adults and 3 kids, 94538", said)) == counts


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("13 adults, two kids, seven and ten. the kids are seven and ten years old. 95132", (13, 2, 0)),
        ("13 adults and 2 kids (7, 10). The kids' ages: 7 and 10", (13, 2, 0)),
        ("13 adults and 2 kids (7, 7)", (13, 2, 0)),
        ("13 girlies (all 21+) 94555", (13, 0, 0)),
        ("13 of us girls (21+) 94555", (13, 0, 0)),
        ("10 homies all 21 and up 94555", (10, 0, 0)),
        ("12 adults and 21 kids 94538", (12, 21, 0)),
        ("4 families of 4, each with two adults and two kids (ages 6 to 10)", (8, 8, 0)),
        ("12 adults. The kids: mine are 8 and 10, and my brother's girl is 6", (12, 3, 0)),
        ("12 adults, my kids are 8 and 10 and my brother's girl is 4. 94597", (12, 2, 1)),
        ("12 adults plus my two (8 and 10) and my brother's girl, she's 6", (12, 3, 0)),
        ("originally 18 adults, then 2 dropped out so 16 now. 94597", (16, 0, 0)),
        ("15 adults minus 3 who cancelled = 12. 94597", (12, 0, 0)),
        ("We were going to have 20 people at first but now 16 adults, 94578", (16, 0, 0)),
        ("we had first thought of 20 people at a restaurant, so my brother said at home. It's 12 adults and 2 kids.", (12, 2, 0)),
        ("8 adults and 2 high schoolers 94538", (10, 0, 0)),
        ("12 college kids 94538", (12, 0, 0)),
        ("in my backyard, fits 20 people, 12 adults 94538", (12, 0, 0)),
        ("party at my house 12 adults 94538", (12, 0, 0)),
    ],
)  # fmt: skip
def test_everybody_counts_once(said: str, counts: tuple[int, int, int]) -> None:
    assert _counts(_after(said)) == counts


def test_little_cousins_on_top_are_no_day_and_no_hour() -> None:
    talk = _after("12 adults, what would that be", "plus my 3 lil cousins, theyre 6, 8 and 12")
    assert _counts(talk) == (12, 3, 0)
    assert not talk.dialogue.dates and talk.dialogue.time is None


@pytest.mark.parametrize(
    "said",
    [
        "{} x 55 is 660 though", "so {} times 55 = 660?", "{} * 55 is 660 so why 672", "{} at 55 is 660 yes?", "eh no, just the {}. new total?", "so for {} its 660?",
        "what about for {} and 3 kids", "all {} of us eat meat", "might be {}-15 not sure yet", "{} is the final number",
    ],
)  # fmt: skip
def test_a_count_that_is_known_is_no_day_without_a_word_for_it(said: str) -> None:
    talk = _after(FIRST, said.format(12))
    assert not talk.dialogue.dates and talk.dialogue.time is None, said
    assert talk.dialogue.party.adults == 12


@pytest.mark.parametrize(
    "said", ["june 12", "the 12th of june", "12th", "the 12th works", "on the 12th", "sat the 12th"]
)
def test_a_word_makes_it_a_day(said: str) -> None:
    assert {day.day for day in _after(FIRST, said).dialogue.dates} == {12}


@pytest.mark.parametrize(
    "said",
    [
        "the 660 is fine", "the $660 is fine", "ok the 100 is fine, how do i pay", "20 percent of 660 is 132 so 792 all in?", "split 12 ways thats 55 each", "we only have 700",
        "i live in building 14 apt 9", "we have 2 tables that seat 8", "our place fits 20 people", "and 2 dogs lol", "parking for 2 cars",
    ],
)  # fmt: skip
def test_amounts_things_and_flats_are_neither_guests_nor_days_nor_hours(said: str) -> None:
    for first in (FIRST, f"{FIRST}, june 20"):
        before, talk = _after(first), _after(first, said)
        assert talk.dialogue.party.adults == 12, said
        assert (talk.dialogue.dates, talk.dialogue.time) == (before.dialogue.dates, None), said


def test_a_fee_that_is_accepted_by_its_amount_is_no_number_of_guests() -> None:
    talk = Talk(bookings=[party_on("2026-04-11")])
    talk.say("move my party to April 18")
    assert "April 18" in talk.say("OK, the 200 is fine. Yes, please move it to April 18.").text
    assert not talk.escalated


@pytest.mark.parametrize("said", ["6 works", "3 sounds good", "6"])
def test_a_start_that_suits_is_no_age_of_the_children(said: str) -> None:
    talk = _after("12 adults 94538 may 16", said)
    assert talk.dialogue.time is not None and not talk.dialogue.party.ages


def test_a_sum_that_is_worked_out_aloud_is_told_to_be_right() -> None:
    assert "that's right" in _after_text("12 adults and 3 kids, 94578", "12 at 55 and 3 at 30 is 750 yes?")


def _after_text(*said: str) -> str:
    talk = Talk()
    return [talk.say(one) for one in said][-1].text


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("7 x 55 is 385 though", "that is $385 though"),
        ("14 adults x $55 = 770?", "14 adults, that is $770?"),
        ("so 12 x 55?", "so $660?"),
        ("OK, the 200 is fine", "OK, the $200 is fine"),
        ("june 13 at 6", "june 13 at 6"),
        ("12 at 6pm", "12 at 6pm"),
        ("a 10x10 tent", "a 10x10 tent"),
        ("make that 120.", "make that 120."),
        ("40 miles x 2 trips", "40 miles x 2 trips"),
    ],
)
def test_only_sums_and_named_amounts_become_money(text: str, money: str) -> None:
    assert as_money(text, frozenset({55, 30})) == money


def test_a_price_with_what_it_is_for_is_no_crowd() -> None:
    talk = Talk()
    answer = talk.say("so if its 880 for 16 adults in 94588 is the deposit on top of that or part of it").text
    assert "comes off" in answer and "$880" in answer and not talk.escalated


def test_who_changed_their_mind_still_comes() -> None:
    talk = Talk()
    talk.say("Price for 16 adults in 94583 with 8 lobster tail upgrades, please.")
    assert "$955" in talk.say("Hmm, three people changed their mind. Only 5 lobster tails then. New total?").text


def test_others_who_never_answered_are_no_complaint_about_us() -> None:
    talk = Talk()
    said = "WE ARE 19 ADULTS IN CASTRO VALLEY, 94546. WHAT IS THE PRICE. I HAVE ASKED THREE COMPANIES ALREADY AND NOBODY ANSWERS."
    assert "$1,045" in talk.say(said).text and not talk.escalated


def test_one_of_the_staff_is_a_person() -> None:
    talk = Talk()
    talk.say(
        "I would prefer to speak with one of your staff members about our party. Could someone please call me at 415-555-0111?"
    )
    assert talk.escalated


@pytest.mark.parametrize(
    ("words", "children"),
    [
        ("my 10 yr old got hold of the laptop, sorry. twelve adults, zero kids, 94538. how much?", 0),
        ("12 adults and no children this time, my 6 year old is at camp. 94538, price?", 0),
        ("12 adults, no kids except my 6 year old, 94538, how much?", 1),
        ("my 10 year old comes too, no other kids, 12 adults in 94538. how much?", 1),
    ],
)
def test_whose_child_is_only_spoken_of_is_no_guest_beside_no_kids(words: str, children: int) -> None:
    assert f"${660 + 30 * children}" in Talk().say(words).text


def test_a_measure_and_an_hour_that_is_too_hot_are_no_start() -> None:
    """ "Oh 10 feet" and "too hot at 3" tell of the place and of what is left behind."""
    talk = Talk()
    talk.say("14 adults in 94566 on June 20 at 3pm, for Barbara Kline, book it")
    assert "6 PM" in talk.say("can we do 6pm instead of 3 actually? too hot at 3").text
    talk = Talk()
    talk.say("14 adults in 94566 on June 20, how much?")
    assert "start at that time" not in talk.say("oh 10 feet. we have a lawn, fairly flat").text


@pytest.mark.parametrize(
    ("first", "said", "counts"),
    [
        ("9 adults, 94578", "11 w the captain n wife", (11, 0, 0)),
        ("9 adults, 94578", "so with the captain and his wife 11", (11, 0, 0)),
        ("9 adults, 94578", "11 with my parents", (11, 0, 0)),
        ("9 adults, 94578", "10 including me", (10, 0, 0)),
        ("9 adults, 94578", "3 with lobster", (9, 0, 0)),
        ("9 adults, 94578", "at 6 with my wife", (9, 0, 0)),
        ("14 adults and 6 kids all between 6-10, 94578", "n her parents coming 2", (16, 6, 0)),
        ("14 adults and 6 kids all between 6-10, 94578", "also my brother and his wife come", (16, 6, 0)),
        ("14 adults and 6 kids all between 6-10, 94578", "wife says 2 of the kids r 5 actually n her parents coming 2", (16, 4, 2)),
        ("14 adults and 6 kids all between 6-10, 94578", "2 of the kids are 5 actually, plus 2 more adults", (16, 4, 2)),
        ("14 adults and 6 kids all between 6-10, 94578", "2 of the kids are 4 and 5 and my brother is coming too", (15, 4, 2)),
        ("20 girls plus us parents, 94578", "the girls are 15 and 16", (22, 0, 0)),
        ("20 girls plus us parents, 94578", "well with me and my husband that's 22. the girls are 15 and 16", (22, 0, 0)),
        ("20 girls, 94578", "well with me and my husband that's 22. the girls are 15 and 16", (22, 0, 0)),
        ("14 boys and 2 dads, 94578", "the boys are 9 and 10", (2, 14, 0)),
    ],
)  # fmt: skip
def test_who_is_in_a_number_and_who_joins_beside_another_matter(
    first: str, said: str, counts: tuple[int, int, int]
) -> None:
    assert _counts(_after(first, said)) == counts


KIDS = "16 adults 5 kids 11,9,6,5 and 1, 94536"


@pytest.mark.parametrize(
    ("first", "said", "counts"),
    [
        (KIDS, "the toddler eat free right, 5 year old too", (16, 3, 2)),
        (KIDS, "Why now 1 child? 11, 9 and 6 is 3 children pay. 5 and 1 free.", (16, 3, 2)),
        (KIDS, "so the 5 year old and the baby are free?", (16, 3, 2)),
        (KIDS, "my baby doesn't pay, right", (16, 3, 2)),
        (KIDS, "the two little ones r free n the other 3 pay?", (16, 3, 2)),
        (KIDS, "4 kids pay actually, and only the baby is free", (16, 4, 1)),
        ("22 adults and 8 kids, 94536", "Three of the kids are 5 or under, so what's the total now?", (22, 5, 3)),
        ("22 adults and 8 kids, 94536", "3 kids are 5 or younger, rest older", (22, 5, 3)),
        ("22 adults and 8 kids, 94536", "three are free, they're under 5", (22, 5, 3)),
        ("22 adults and 8 kids, 94536", "5 pay and 3 are free", (22, 5, 3)),
        ("15 adults and 6 kids, 94536", "half the kids are under 5", (15, 3, 3)),
        ("22 adults and 8 kids, 94536", "You've dropped five children. 22 adults, 5 children at the child price, 3 free. What would that be?", (22, 5, 3)),
        ("22 adults 5 kids, 94536", "22 adults, 5 children at the child price, 3 free.", (22, 5, 3)),
        ("22 adults and 8 kids, 94536", "The kids are 3, 3, 4, 7, 8, 9, 10 and 12. Will one chef be enough for 30?", (22, 5, 3)),
        ("12 adults, 94536", "call it 10 and my niece is 11, she's one of the ten", (9, 1, 0)),
        ("12 adults, 94536", "10 then, including my niece who's 11", (9, 1, 0)),
        ("12 adults, 94536", "my nephew is 9, he's one of the 12", (11, 1, 0)),
        ("12 adults, 94536", "we're 12 and my son (8) is part of the 12", (11, 1, 0)),
    ],
)  # fmt: skip
def test_children_are_parted_by_who_pays_and_none_is_taken_away(
    first: str, said: str, counts: tuple[int, int, int]
) -> None:
    assert _counts(_after(first, said)) == counts


@pytest.mark.parametrize(
    "said",
    [
        "only 25 less for 2 ppl??", "that's 110 more for 2 people, ouch", "so theres 110 to burn? get 2 gyoza then", "so we have 110 left to use up?", "8 vegan?? no just 4 of us",
        "one couple is iffy, so it could be 6", "And one couple is iffy, so it could be 6 and they'd bring their 2 teens too if they come", "could be 7, could be 9",
        "one more family may join, two adults and a baby", "my parents might come too", "maybe 2 more adults will join", "2 people may drop out", "we might be 10, will let you know",
        "and one cousin might bring her husband", "whats the diff if 2 guys bail", "could be 10 adults if my aunt and uncle come", "how much do we save if 2 drop out", "so 2 fewer people saves nothing?", "same price for 8 or 9?",
    ],
)  # fmt: skip
def test_the_party_stands_while_something_else_is_counted_or_only_supposed(said: str) -> None:
    assert _counts(_after("8 adults, 94536, june 20 6pm", said)) == (8, 0, 0)


def test_who_may_join_is_priced_beside_the_party_and_taken_when_it_is_settled() -> None:
    talk = _after("13 adults, 94536, june 20 6pm")
    assert "For 15 adults and 3 children" in talk.say("my brother's family might come, 2 adults and 3 kids").text
    talk.say("ok they're in")
    assert _counts(talk) == (15, 3, 0)


def test_a_supposed_size_is_taken_once_they_come() -> None:
    assert _counts(
        _after("8 adults, 94536, june 20 6pm", "could be 10 if my aunt and uncle come", "theyre coming")
    ) == (10, 0, 0)


def test_a_few_who_may_come_over_our_limit_are_told_of_it_and_nobody_is_handed_over() -> None:
    talk = _after("22 adults, 5 kids 7 8 9 10 11 and 3 toddlers, 94536, june 20 6pm")
    answer = talk.say("One more family may join, two adults and a baby. Does that put us over some limit?")
    assert "Above 30 guests" in answer.text
    assert _counts(talk) == (22, 5, 3)
