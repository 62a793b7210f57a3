"""A change, a count or a start that is talked over for some turns: what was asked, put off or agreed to is not lost."""

from datetime import date

import pytest

from tests.concierge.local.talk import Talk, party_on

PARTY = "2026-03-14"


def _about_a_party() -> Talk:
    return Talk(channel="sms", bookings=[party_on(PARTY)])


def test_a_start_later_in_the_day() -> None:
    talk = _about_a_party()
    assert "start time" in talk.say("I need to change our time").text
    assert "9 PM" in talk.say("later in the day if you can").text
    shown = talk.say("9 is good")
    assert "would start at 9 PM" in shown.text
    assert "change_booking" in talk.say("yes").tools


@pytest.mark.parametrize(
    ("then", "guests"), [("she says 15", "15 adults"), ("she's fine with it, yes", "16 adults"), ("ok 14 then", "14")]
)
def test_a_change_that_was_put_off_is_taken_up_again(then: str, guests: str) -> None:
    talk = _about_a_party()
    talk.say("can we make it 16 adults")
    later = talk.say("let me ask my wife first")
    assert "change_booking" not in later.tools
    again = talk.say(then)
    assert guests in again.text
    assert "change_booking" not in again.tools
    assert "change_booking" in talk.say("yes").tools


def test_a_yes_beside_a_matter_for_a_person_is_done_first() -> None:
    talk = _about_a_party()
    talk.say("we need to move it to 3pm")
    agreed = talk.say("Yes, please go ahead. Our finance team would also need an invoice with net 30 terms.")
    assert agreed.tools[-2:] == ["change_booking", "hand_over_to_human"]
    assert "3 PM" in agreed.text


def test_a_summary_said_again_with_a_no_in_front_is_asked_again() -> None:
    talk = Talk(channel="sms")
    talk.say("12 adults 94539 sat march 14 6pm for Ann Lee, book it")
    again = talk.say("no 6pm and its 12 adults")
    assert "haven't booked" not in again.text
    assert "6 PM" in again.text
    assert "haven't booked" in talk.say("no").text


@pytest.mark.parametrize(
    ("said", "total"),
    [
        (("prob 20-25 ppl, oakland 94607", "like 5 of those are kids, so 15 adults", "all between 7 and 11. so 15 + 5"), "985"),
        (("16 adults and 5 kids, the oldest is 6", "the oldest is 6 and the rest is under"), "910"),
        (("16 adults and 5 kids, the oldest is 6", "One is 6, the other four are 2, 3, 4 and 5"), "910"),
        (("2 adults, 12 kids from 6 to 9, 2 babies (1 yr). 94544. price? my twins are turning 7",), "550"),
    ],
)  # fmt: skip
def test_children_told_again_in_words(said: tuple[str, ...], total: str) -> None:
    talk = Talk(channel="sms")
    replies = [talk.say(line).text for line in said]
    assert f"${total}" in replies[-1]


def test_a_start_that_is_too_early_is_not_the_one_wished() -> None:
    talk = Talk(channel="sms")
    talk.say("17 adults 94539, sat march 14, 3pm. how much to book?")
    summed = talk.say("can we do 6pm instead of 3 actually? too hot at 3. Rusty Malone")
    assert "6 PM" in summed.text
    assert "rain" not in summed.text.lower()
    assert talk.dialogue.time is not None
    assert (talk.dialogue.day, talk.dialogue.time.hour) == (date(2026, 3, 14), 18)


def test_no_cover_is_not_praised_as_cover() -> None:
    reply = Talk(channel="sms").say("We have no cover in our yard. what if it rains?").text
    assert "Yes" not in reply
    assert "Without cover" in reply


def test_who_wants_it_fixed_now_agrees_to_what_was_shown() -> None:
    talk = _about_a_party()
    talk.say("I've told you TWICE it's 15 people not 12")
    fixed = talk.say("No I want it fixed now, not a person")
    assert "change_booking" in fixed.tools
    assert "15 adults" in fixed.text


@pytest.mark.parametrize("said", ["also 1 guy less", "thats a lot lol. do we need a fire extinguisher"])
def test_what_speaks_of_no_price_gets_no_defence_of_it(said: str) -> None:
    assert "The price" not in _about_a_party().say(said).text


def test_what_a_dish_holds_is_not_answered_by_what_is_served_to_drink() -> None:
    assert "sake" not in _about_a_party().say("3 of us are pregnant, is there alcohol in the sauces?").text


def test_who_helps_somebody_has_no_such_name() -> None:
    assert "Helping" not in _about_a_party().say("hi, im helping Lena with march 14. whats the balance").text


def test_another_time_that_day_is_asked_for() -> None:
    assert "start" in _about_a_party().say("can we move to another time that day").text


def test_the_party_that_was_shown_goes_and_the_one_that_is_kept_stays() -> None:
    talk = Talk(channel="sms", bookings=[party_on("2026-06-13"), party_on("2026-07-18")])
    talk.say("i have 2 dates with you june 13 and july 18. need to cancel the june one only")
    gone = talk.say("yes cancel june 13, keep july")
    assert "cancel_booking" in gone.tools
    assert "June 13" in gone.text


def test_a_cancellation_taken_back_behind_a_yes_is_none() -> None:
    talk = Talk(channel="sms", bookings=[party_on("2026-06-13"), party_on("2026-07-18")])
    talk.say("cancel june 13")
    assert "cancel_booking" not in talk.say("yes no wait keep it").tools


def test_who_booked_us_speaks_of_the_own_party() -> None:
    answer = _about_a_party().say("hi there i booked you for march fourteenth and i forgot what time the chef starts")
    assert "March 14" in answer.text
    assert "other people" not in answer.text


def test_a_change_that_was_put_off_ends_where_something_else_begins() -> None:
    talk = _about_a_party()
    talk.say("can we make it 16 adults")
    talk.say("let me ask my wife first")
    talk.say("thanks")
    moved = talk.say("can we move to march 21")
    assert "March 21" in moved.text
    assert "16 adults" not in moved.text


def test_the_party_that_is_kept_is_not_the_one_that_goes() -> None:
    talk = Talk(channel="sms", bookings=[party_on("2026-06-13"), party_on("2026-07-18")])
    talk.say("cancel june 13")
    assert "cancel_booking" not in talk.say("yes cancel it, keep june 13").tools


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("make it 10 people and add gyoza for everyone", ("10 adults", "10 gyoza", "$650")),
        ("we will be 10, everyone wants gyoza", ("10 adults", "10 gyoza")),
        ("what if my cousin brings her husband", ("13 adults", "$715")),
        ("what happens if just 8 of us make it", ("8 adults", "$550")),
        ("half is?", ("$560", "by the day")),
        ("and i owe u the rest right", ("$560", "by the day")),
        ("and the other 560 when", ("$560", "by the day")),
    ],
)
def test_two_changes_a_supposition_and_the_rest_of_the_bill(text: str, words: tuple[str, ...]) -> None:
    talk = _about_a_party()
    answer = talk.say(text)
    assert all(word in answer.text for word in words), answer.text
    assert talk.bookings[0]["adults"] == 12
    assert answer.verdict.ok


def test_a_day_that_is_changed_instead_of_cancelled_is_no_matter_of_the_hold() -> None:
    talk = Talk()
    talk.say("if we need to cancel, what about the deposit?")
    answer = talk.say("ok and what if we don't cancel but only change the day?")
    assert "once for free" in answer.text and "2 hours" not in answer.text


@pytest.mark.parametrize(
    ("lines", "told", "never"),
    [
        ("can we move it a week later? || and same time?", "at the same time, 6 PM", "would move"),
        ("can we move it a week later? || what happens with the deposit", "deposit stays with your party", "4 days"),
        ("can we move it a week later? || is there a fee", "No, it costs nothing more", "Yes"),
        ("can we move it a week later? || is that free?", "Yes, it's free", "No,"),
        ("we might be 2 more, is that ok || what would that cost", "than the $660 it is now", "would be for"),
        ("add 2 adults || how much is it now", "than the $660 it is now", "would be for"),
        ("please cancel our party || do I get the deposit back?", "Yes, your deposit of $100", "I can cancel"),
        ("please cancel our party || what do I lose", "Nothing: your deposit of $100", "That's your party"),
        ("please cancel our party || yes || when does the money arrive?", "refund", "4 days"),
        ("please cancel our party || yes || did my money arrive yet", "refund", "no longer active"),
    ],
)
def test_what_is_asked_of_an_offer_is_answered_and_the_offer_not_told_again(lines: str, told: str, never: str) -> None:
    talk = _about_a_party()
    *before, last = lines.split(" || ")
    for line in before:
        talk.say(line)
    answer = talk.say(last)
    assert told in answer.text and never not in answer.text, answer.text
    assert answer.verdict.ok and not talk.escalated


@pytest.mark.parametrize(
    "text",
    [
        "my mom is in the hospital", "my dad is sick", "sorry, my son has the flu", "my sister got covid",
        "my husband is really sick right now",
    ],
)  # fmt: skip
def test_who_is_ill_is_not_taken_off_the_list(text: str) -> None:
    answer = _about_a_party().say(text)
    assert "11 adults" not in answer.text and "preview_change" not in answer.tools
    assert "orry" in answer.text


@pytest.mark.parametrize(
    "text", ["2 of the guests are sick", "my dad is sick and can't come", "one of my cousins is sick"]
)
def test_who_is_said_to_stay_away_is_taken_off(text: str) -> None:
    assert "preview_change" in _about_a_party().say(text).tools


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("it says rain on march 14 || do we have to cancel", "No need to"),
        ("what if it rains, should we cancel?", "No need to"),
        ("it's pouring, will we need to call it off?", "No need to"),
        ("what if it rains || ok I'll get a tent", "overhead cover like that is what we need"),
        ("what if it rains || we have a covered patio", "overhead cover"),
    ],
)
def test_whether_rain_ends_the_party_is_asked_and_nothing_is_cancelled(lines: str, told: str) -> None:
    talk = _about_a_party()
    answers = [talk.say(line) for line in lines.split(" || ")]
    assert told in answers[-1].text
    assert not any("preview_cancel" in one.tools for one in answers)


@pytest.mark.parametrize(
    "asks",
    [
        "what saturdays do you have in april",
        "what do you have in april",
        "i don't know yet, what saturdays do you have in april",
    ],
)
def test_days_that_are_asked_for_a_move_are_no_question_of_what_is_booked(asks: str) -> None:
    talk = _about_a_party()
    talk.say("can i switch to a different day")
    answer = talk.say(asks)
    assert "You have a party with us" not in answer.text and "proteins" not in answer.text
    assert "Saturday, April 18 at 6 PM" in talk.say("the 18th").text
