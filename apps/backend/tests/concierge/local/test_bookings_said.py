"""Bookings as people say them: days in pieces, spelled names, a yes with a question, what is told after the yes."""

import pytest

from tests.concierge.local.talk import Talk, party_on

PARTY = "12 adults 94544 june 20 at 6 pm"
KNOWN = f"{PARTY}, Dana Ruiz"


@pytest.mark.parametrize(
    ("first", "then", "day"),
    [
        ("12 adults, 94538, Feb 29 2027 at noon", "sorry 28th, sunday, noon", "2027-02-28"),
        ("12 adults, 94538, june 31 at noon", "the 27th then, a saturday", "2026-06-27"),
        ("12 adults june 20 2027 at 6pm 94544", "sorry i meant 2026", "2026-06-20"),
        (PARTY, "next year i mean", "2027-06-20"),
        ("12 adults, june 20, 6pm, 2027, 94544", "Dana Ruiz", "2027-06-20"),
        ("12 adults on 6/20/2027 at 6, no wait 2026, 94544", "Sam Hill", "2026-06-20"),
    ],
)
def test_a_day_in_pieces_is_the_day_that_is_meant(first: str, then: str, day: str) -> None:
    talk = Talk()
    talk.say(first)
    talk.say(then)
    assert talk.dialogue.day is not None and talk.dialogue.day.isoformat() == day


def test_days_of_two_years_are_told_apart() -> None:
    assert "Saturday June 19 2027" in Talk().say("12 adults 94544, saturday june 19 at 6pm").text


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("yes it's Kim Nguyen last name is spelled N G U Y E N", "Kim Nguyen"),
        ("the name's kim n g u y e n", "Kim Nguyen"),
        ("okay six works alicia moreno is the name", "Alicia Moreno"),
        ("its Jon Smyth thats J O N S M Y T H", "Jon Smyth"),
    ],
)
def test_a_name_is_the_one_that_is_spelled_or_said_last(said: str, name: str) -> None:
    talk = Talk()
    talk.say(PARTY)
    assert f"for {name}." in talk.say(said).text


@pytest.mark.parametrize(
    ("yes", "answer"),
    [
        ("yes and how long is it held?", "2 hours"),
        ("yes please, and is gratuity included?", "20 to 35%"),
        ("sure. what happens if it rains?", "cover"),
        ("perfect, how do i pay?", "Venmo"),
    ],
)
def test_a_yes_with_a_question_books_and_answers(yes: str, answer: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say(f"{KNOWN}, dana@example.com")
    booked = talk.say(yes)
    assert "book_party" in booked.tools and answer in booked.text


@pytest.mark.parametrize("doubt", ["yes, is it nut free?", "yes, can we do 9 instead?", "ok, what's included?"])
def test_a_question_that_may_change_what_is_booked_is_answered_first(doubt: str) -> None:
    talk = Talk()
    talk.say(KNOWN)
    assert "book_party" not in talk.say(doubt).tools


@pytest.mark.parametrize(
    "plea",
    ["can u make it happen fam", "yall got us??", "do you have that free?", "think you can squeeze us in?"],
)
def test_a_plea_beside_a_party_is_never_unknown(plea: str) -> None:
    said = Talk().say(f"{PARTY}. {plea}").text
    assert "June 20 at 6 PM" in said and "team" not in said


@pytest.mark.parametrize(
    "none",
    [
        "Everyone can eat anything",
        "nobody has any. backyard, it's huge",
        "it's 94544. no there's none",
        "not that i know of",
    ],
)
def test_that_there_are_no_diets_is_understood(none: str) -> None:
    talk = Talk()
    talk.say(KNOWN)
    talk.say("yes")
    said = talk.say(none).text
    assert "diet" not in said and "allerg" not in said and "sorry" not in said


def test_who_sends_the_address_later_is_not_asked_again() -> None:
    talk = Talk()
    talk.say(KNOWN)
    talk.say("yes")
    assert "?" not in talk.say("dont have the address yet").text
    assert "address" not in talk.say("thanks").text


def test_a_house_number_is_no_money_to_get_back() -> None:
    talk = Talk()
    talk.say(KNOWN)
    talk.say("yes")
    assert "refund" not in talk.say("all good on food. 221 Baker Street, back patio").text


@pytest.mark.parametrize(
    ("asked", "never"),
    [
        ("how much time do i have before you release the spot", "48 hours"),
        ("so how much time do i have, like how long is it held", "You have a party"),
    ],
)
def test_until_when_a_party_is_held_is_told_alone(asked: str, never: str) -> None:
    talk = Talk()
    talk.say(KNOWN)
    talk.say("yes")
    said = talk.say(asked).text
    assert "2 hours" in said and never not in said


@pytest.mark.parametrize("back", ["ok stick with 3", "nah keep 3", "back to 3"])
def test_a_bare_number_after_a_start_is_a_start(back: str) -> None:
    talk = Talk()
    talk.say("May 30, 3pm, 10 adults, 95112, Jay Patel")
    talk.say("hmm is 6 open")
    assert "3 PM" in talk.say(back).text and talk.dialogue.party.adults == 10


def test_who_had_to_ask_somebody_brings_the_yes() -> None:
    talk = Talk()
    talk.say(KNOWN)
    talk.say("let me ask my wife")
    assert "book_party" in talk.say("she said yes").tools


def test_nothing_is_summed_up_for_who_wants_nothing() -> None:
    talk = Talk()
    talk.say(KNOWN)
    talk.say("no")
    assert talk.say("nothing, just changed my mind").tools == []


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("uh no allergies it's two twelve maple street in the backyard", "start"),
        ("its for 12 adults right?", "ZIP"),
        ("did it go through?", "don't know"),
        ("when will i hear from you about the deposit", "don't know"),
    ],
)
def test_what_is_said_after_the_booking_is_of_the_booking(said: str, never: str) -> None:
    talk = Talk()
    talk.say(KNOWN)
    talk.say("yes")
    assert never not in talk.say(said).text


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Sounds good, book it for Helen Park. helen.park@example.com", "Helen Park"),
        ("sure it's bob bob carter", "Bob Carter"),
        ("okay name is Kathryn Boyle sorry Bowles b o w l e s Kathryn Bowles", "Kathryn Bowles"),
        ("book it. Sunny Valdez", "Sunny Valdez"),
    ],
)
def test_a_name_beside_a_contact_or_stammered(said: str, name: str) -> None:
    talk = Talk()
    talk.say(PARTY)
    assert f"for {name}." in talk.say(said).text


def test_noon_is_noon_for_night_nurses_too() -> None:
    talk = Talk()
    talk.say("book wed march 18 at noon, us night nurses party in daylight. 10 adults, hayward 94544")
    assert talk.dialogue.time is not None and talk.dialogue.time.hour == 12 and talk.dialogue.name is None


@pytest.mark.parametrize(("but", "adults"), [("but with 4 more people", 16), ("but 16 people", 16), ("", 12)])
def test_the_same_as_last_time_counts_those_of_last_time(but: str, adults: int) -> None:
    before = party_on("2025-10-10") | {"status": "completed"}
    talk = Talk(bookings=[before])
    assert f"{adults} adults" in talk.say(f"same as last time {but}, saturday june 13 at 6pm").text
