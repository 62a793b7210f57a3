"""What is told beside a change is no change of its own: why, who, since when; and what points at a party changes that one."""

from datetime import date, time

import pytest

from hibachi.kit.clock import instant_of
from tests.concierge.local.talk import ZONE, Talk, party_on

WHY = [
    "my cousins are coming", "they have a wedding that day", "the neighbors said yes", "we forgot grandma",
    "some of them got sick", "my boss told me today",
]  # fmt: skip


def total(talk: Talk, said: str) -> str:
    return talk.say(said).text


@pytest.mark.parametrize("why", WHY)
@pytest.mark.parametrize(
    ("change", "after"), [("make it 16", 16), ("minus 4", 10), ("plus 3", 17), ("actually 12", 12), ("so 18 now", 18)]
)
def test_the_reason_beside_a_count_changes_nothing_more(change: str, after: int, why: str) -> None:
    talk = Talk()
    talk.say("how much for 14 adults in 94040?")
    said = total(talk, f"hm {change}, {why}")
    assert f"${55 * after:,}" in said, said
    assert (talk.dialogue.party.adults or talk.dialogue.party.unsplit) == after
    assert not talk.dialogue.dates, "a count is no day of the month"


@pytest.mark.parametrize("dish", ["salmon", "filet mignon", "scallops"])
@pytest.mark.parametrize("link", [", and", " and", " &"])
def test_a_count_and_a_dish_in_one_message(dish: str, link: str) -> None:
    talk = Talk()
    talk.say("how much for 14 adults in 94040?")
    assert "$900" in total(talk, f"Make it 16{link} 4 of them take {dish}")
    assert not talk.dialogue.dates


@pytest.mark.parametrize("who", ["my brother", "my sister", "one of my friends", "my boss"])
def test_who_cannot_come_is_why_the_day_moves(who: str) -> None:
    talk = Talk()
    talk.say("June 20 at 3pm for 14 adults in 94566? I'm Raj Patel")
    said = total(talk, f"hmm wait {who} can't make it. June 27 then?")
    assert "June 27" in said
    assert talk.dialogue.party.adults == 14


@pytest.mark.parametrize("when", ["next monday", "tomorrow", "next week"])
@pytest.mark.parametrize("knows", ["i'll know for sure", "we will find out", "I'll tell you"])
def test_the_day_of_an_answer_is_no_day_of_the_party(when: str, knows: str) -> None:
    talk = Talk()
    talk.say("12 adults in 94560, june 20 at 6pm")
    talk.say(f"ok {knows} {when}")
    assert talk.dialogue.day == date(2026, 6, 20)


@pytest.mark.parametrize("noun", ["no kids", "two kids", "3 children"])
def test_a_spoken_zip_behind_the_children_is_none_of_their_ages(noun: str) -> None:
    talk = Talk(channel="phone")
    talk.say(f"june twentieth at six pm twelve adults {noun} nine four five three eight this is Steven Miller")
    assert talk.dialogue.zip == "94538"
    assert not talk.dialogue.party.ages


NOW = instant_of(date(2026, 8, 3), time(9, 30), ZONE)


def booked() -> Talk:
    return Talk(now=NOW, bookings=[party_on("2026-08-22", "15:00", adults=12, zip="94538")])


@pytest.mark.parametrize("verb", ["add", "put", "include"])
def test_the_number_of_a_day_is_no_number_of_dishes(verb: str) -> None:
    said = total(booked(), f"for our party on August 22 please {verb} the lobster tail upgrade for 3 of the 12 adults. What is the new total?")  # fmt: skip
    assert "$705" in said, said


@pytest.mark.parametrize("down", ["we are down from 12 to 10 adults", "we are now 10 adults", "it will be 10 adults"])
def test_another_number_for_the_party_of_a_day_is_shown_as_a_change(down: str) -> None:
    said = total(booked(), f"for our party on August 22 {down}. What is the new price?")
    assert "$550" in said and "change" in said, said


@pytest.mark.parametrize("verb", ["go to", "become", "be on", "happen on"])
def test_from_its_day_to_another(verb: str) -> None:
    said = total(booked(), f"Something came up, can our party on Aug 22 {verb} Saturday Aug 29 at 3pm?")
    assert "August 29" in said, said


def test_the_weekday_after_instead_of_is_turned_down() -> None:
    said = total(booked(), "can we do friday the 21st instead of saturday? same time")
    assert "would move to Friday, August 21 at 3 PM" in said, said


@pytest.mark.parametrize(
    ("said", "price"),
    [
        ("12 adults in 94043, 4 of them super hungry and want a third protein, shrimp. total?", "$700"),
        ("12 adults 95008 but 4 of the guys eat like horses, can they get shrimp on top of their 2? Total?", "$700"),
        ("16 adults in 94404. Six guests would like an additional third protein (chicken or shrimp). total?", "$940"),
        ("14 adults at 94301 and we'd like one yakisoba noodles add-on for every adult. What's the total?", "$840"),
        ("13 adults, 2 kids (8, 11), everyone incl the kids gets lobster. 94560", "$1,000"),
        ("10 adults in 94555 and we r obsessed w gyoza so 20 orders of it. $$?", "$750"),
        ("13 adlts 94541, evry1 wnts filet mignon. hw much", "$780"),
    ],
)
def test_for_how_many_a_dish_is(said: str, price: str) -> None:
    answer = total(Talk(), said)
    assert price in answer, answer


@pytest.mark.parametrize(
    "said",
    [
        "Could be 14 adults, could be 17, we don't know yet. What is the price for each case? We are in 94577.",
        "we'll be 14 or 17, not sure yet. whats the price for both? 94577",
        "14 or 17 adults, price for both please. 94577",
    ],
)
def test_two_sizes_are_both_priced(said: str) -> None:
    answer = total(Talk(), said)
    assert "$770" in answer and "$935" in answer, answer


@pytest.mark.parametrize(
    "drop", ["Skip all the extras", "drop the upgrades", "leave out all extras", "without the add-ons"]
)
def test_all_extras_are_dropped(drop: str) -> None:
    talk = Talk()
    talk.say("15 adults, 94301, 3 of us lobster and 2 yakisoba noodles on the side. Total?")
    answer = total(talk, f"Too much. {drop}, what is it then?")
    assert "$825" in answer, answer


@pytest.mark.parametrize(
    "said",
    [
        "Dear Sir or Madam, I represent Ms. Ortiz in the matter of the accident of August 8. Please direct all communication to my office.",
        "I cancelled ten days ahead and my deposit has still not been returned.",
        "three weeks and the refund has still not been paid back",
    ],
)
def test_an_attorney_and_money_that_never_came_back_reach_a_person(said: str) -> None:
    assert "hand_over_to_human" in Talk(channel="email").say(said).tools


@pytest.mark.parametrize("dish", ["6 orders of gyoza", "3 lobster tails", "4 edamame"])
@pytest.mark.parametrize("yes", ["yes, please add the {}", "yes do the {}", "yes please add them"])
def test_a_yes_that_names_the_dish_of_the_change_is_a_yes(dish: str, yes: str) -> None:
    talk = booked()
    talk.say(f"Can you add {dish} to our August 22 party?")
    name = "lobster" if "lobster" in dish else dish.rpartition(" ")[2]
    assert "change_booking" in talk.say(yes.format(name)).tools


def test_a_yes_with_another_number_of_the_dish_is_shown_first() -> None:
    talk = booked()
    talk.say("Can you add 6 orders of gyoza to our August 22 party?")
    answer = talk.say("yes, but only 4 gyoza")
    assert "change_booking" not in answer.tools and "4 gyoza" in answer.text


@pytest.mark.parametrize(
    ("said", "adults"),
    [
        ("My 14 year old is coming too, with 2 friends of the same age", 13),
        ("my parents are coming too", 12),
        ("3 more are coming too", 13),
    ],
)
def test_who_comes_too_comes_on_top(said: str, adults: int) -> None:
    talk = Talk()
    talk.say("How much for 10 adults in 95014?")
    answer = total(talk, f"{said}. What is it now?")
    assert f"${55 * adults:,}" in answer, answer


def test_that_sunday_is_the_one_talked_of() -> None:
    talk = Talk(now=NOW, bookings=[party_on("2026-08-22", "15:00", adults=12)], full={("2026-08-30", "15:00")})
    talk.say("Can you move our August 22 booking to Sunday August 30 at 3pm?")
    assert "August 30 at 6 PM" in total(talk, "6pm on that Sunday is fine too. Yes, please move it.")


@pytest.mark.parametrize(
    ("said", "prices"),
    [
        (
            "either 10 adults and 3 kids (7 to 9), or 12 adults and no kids. Please give me both prices, 94587",
            ("$640", "$660"),
        ),
        ("13 adults. The only kids are 6 months, 2 and 5 years old. 94301, what's the price?", ("$715",)),
        ("was gonna be 18 adults but 2 dropped out and 1 joined. 95123 how much now", ("$935",)),
        ("just me and my gf 94536 how much", ("$550",)),
        ("Planning the triplets' 9th birthday! 12 adults plus the three birthday kids, 94587. price?", ("$750",)),
    ],
)
def test_who_comes_by_other_words(said: str, prices: tuple[str, ...]) -> None:
    answer = total(Talk(), said)
    assert all(price in answer for price in prices), answer


@pytest.mark.parametrize(("dish", "price"), [("filet mignon", "$15"), ("lobster", "$25")])
@pytest.mark.parametrize("again", ["n if its on top as a third protein?", "and as an extra third protein?"])
def test_the_same_dish_as_a_third_protein(dish: str, price: str, again: str) -> None:
    talk = Talk()
    talk.say(f"how much is {dish}")
    assert price in talk.say(again).text


def test_what_it_is_then_is_the_price_of_what_was_said() -> None:
    talk = Talk()
    talk.say("10 adults and 4 kids (all 8) in 94550, what do we pay?")
    talk.say("What if the kids stay at home?")
    assert "$670" in total(talk, "They are coming after all, so all 4 kids again. What is it then?")


def _family() -> Talk:
    return Talk(bookings=[party_on("2026-03-14", adults=9, children=4)])


@pytest.mark.parametrize(
    ("asked", "said", "shown", "gone"),
    [
        ("add 3 yakisoba noodles and 2 gyoza", "It's mild, she just gets a rash. Then skip the noodles, and only the gyoza please", "2 gyoza", "noodles"),
        ("add 3 yakisoba noodles and 2 gyoza", "not the noodles, just gyoza", "2 gyoza", "noodles"),
        ("add 3 yakisoba noodles and 2 gyoza", "no. just the gyoza", "2 gyoza", "noodles"),
        ("move us to march 15 and make it 11 adults", "no, just the 11 adults, keep the day", "11 adults and 4 children", "March 15"),
        ("move us to march 15 and make it 11 adults", "not the date, only the adults", "11 adults and 4 children", "March 15"),
        ("move us to march 15 and make it 11 adults", "forget the adults, only the day", "March 15", "11 adults"),
        ("can we start at 3pm", "nah the time stays. we just want one more kid", "9 adults and 5 children", "3 PM"),
        ("start at 3pm and add 1 adult", "Never mind the time, only the adult please", "10 adults and 4 children", "3 PM"),
        ("2 adults fewer", "no no not 2 fewer adults, 2 fewer kids", "9 adults and 2 children", "7 adults"),
        ("add 3 salmon", "no none for the kids. only 2 for me and my husband", "2 salmon", "3 salmon"),
        ("everyone wants filet, all 13", "kids too? they dont need filet, theyre 6 and 8", "9 filet mignon", "13"),
        ("everyone wants filet, all 13", "no, just for the 9 adults", "9 filet mignon", "13"),
        ("the johnsons are out, thats 2 adults and 1 kid", "yes, and grandma cant come either", "6 adults and 3 children", "8 adults"),
    ],
)  # fmt: skip
def test_a_part_of_the_offer_is_turned_down_and_the_rest_goes_on(asked: str, said: str, shown: str, gone: str) -> None:
    talk = _family()
    talk.say(asked)
    answer = talk.say(said)
    assert shown in answer.text and gone not in answer.text, answer.text
    assert talk.dialogue.pending is not None and answer.verdict.ok
    before = dict(talk.bookings[0])
    assert (before["adults"], before["children"]) == (9, 4), "shown, not done"


@pytest.mark.parametrize(
    "said",
    ["none!! i dont want gyoza. just add the kids", "no i said just add the kids!", "No. Please just add the kids"],
)
def test_a_no_to_something_else_beside_the_order_carries_it_out(said: str) -> None:
    talk = _family()
    talk.say("add 2 more kids")
    talk.say(said)
    assert talk.bookings[0]["children"] == 6


@pytest.mark.parametrize("said", ["no. dont add the kids", "no thanks, leave it", "never mind"])
def test_all_of_the_offer_turned_down_stays_as_booked(said: str) -> None:
    talk = _family()
    talk.say("add 2 more kids")
    talk.say(said)
    assert talk.bookings[0]["children"] == 4 and talk.dialogue.pending is None


@pytest.mark.parametrize(
    "said",
    [
        "we dont need the kids anymore theyre at camp. all 4 out", "the kids wont be there after all. all 4 out", "we're not bringing the kids anymore",
        "our kids can't make it, just us adults then", "the kids are out", "none of the kids are coming now",
    ],
)  # fmt: skip
def test_the_kids_drop_out(said: str) -> None:
    answer = _family().say(said)
    assert "would be for 9 adults." in answer.text and answer.verdict.ok


@pytest.mark.parametrize(
    ("asked", "said", "shown"),
    [
        ("add 3 adults", "no not 3 sorry, 2", "11 adults and 4 children"), ("add 2 adults", "actually 4", "13 adults and 4 children"),
        ("make it 11 adults", "no 12", "12 adults and 4 children"), ("make it 11 adults", "11", "11 adults and 4 children"),
        ("make it 12 people", "no 11", "7 adults and 4 children"), ("make it 11 adults and start at 3pm", "no, 11 is right but leave the time at 6", "11 adults and 4 children"),
        ("add 3 lobster tails", "No, I'm sorry, two. My sister doesn't want one.", "2 lobster tails"), ("add 10 filet mignon", "only the grown ups, and only 8 of them", "8 filet mignon"),
        ("make it 11 adults", "not yet, first tell me what it costs with 12", "12 adults and 4 children"), ("thanks", "Oh and skip one child, he's sick", "9 adults and 3 children"),
    ],
)  # fmt: skip
def test_a_number_that_corrects_the_offer_is_of_what_was_shown(asked: str, said: str, shown: str) -> None:
    talk = _family()
    talk.say(asked)
    answer = talk.say(said)
    party = talk.bookings[0]
    assert (party["adults"], party["children"]) == (9, 4), "shown, not done"
    assert talk.dialogue.pending is not None and answer.verdict.ok
    assert shown in answer.text, answer.text


@pytest.mark.parametrize(
    ("asked", "said", "adults"),
    [("add 3 adults", "ok 3 then", 12), ("2 adults fewer", "yes 2", 7), ("make it 11 adults", "ok 11", 11)],
)
def test_the_same_number_once_more_agrees(asked: str, said: str, adults: int) -> None:
    talk = _family()
    talk.say(asked)
    talk.say(said)
    assert (talk.bookings[0]["adults"], talk.bookings[0]["children"]) == (adults, 4)


@pytest.mark.parametrize(
    "said", ["Never mind. One last thing, what time will the chef arrive?", "nvm! when does the chef come then?"]
)
def test_a_never_mind_with_nothing_on_offer_swallows_no_question(said: str) -> None:
    talk = _family()
    talk.say("hi, about my party")
    assert "5:40 PM" in talk.say(said).text
