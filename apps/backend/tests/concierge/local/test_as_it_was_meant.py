"""What leans on the talk before, or sounds like something else: answered as it was meant."""

import pytest

from tests.concierge.local.talk import Talk, party_on


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ("18 adults and 4 kids of 6, 8, 8 and 12, 94551, price?", "wait my uncle cant come so 17 adults. now?"),
            "$1,055",
        ),
        (("14 adults in 95123, price?", "One more, my sister's a vegetarian, is that fine?"), "vegetarian"),
        (
            ("12 adults in 94566, price?", "And if all twelve of us had the filet mignon as one of our two proteins?"),
            "$720",
        ),
        (("my kids are 12 and 13, whats the price for each of them",), "$55"),
        (("if we don't eat everything do you take something off the bill",), "leftovers"),
        (("before i book i wanted to ask um suppose i need to cancel later on how does that work",), "4 days"),
        (
            (
                "vegan is fine, right?",
                "My cousin prefers gluten free. It isn't celiac disease, only something they try to do",
            ),
            "gluten-free",
        ),
    ],
)
def test_it_is_answered(lines: tuple[str, ...], told: str) -> None:
    talk = Talk()
    answers = [talk.say(line) for line in lines]
    assert told in answers[-1].text
    assert not talk.escalated
    assert "15 adults" not in answers[-1].text


def test_a_day_behind_one_that_is_not_in_the_calendar_keeps_its_month() -> None:
    talk = Talk()
    talk.say("Please book February 29, 2027 at noon for 12 adults, 94538.")
    assert "February 28, 2027" in talk.say("Right, not a leap year. Sunday the 28th then, at noon.").text


def test_the_bare_day_of_a_move_that_was_shown_is_its_day() -> None:
    talk = Talk(bookings=[party_on("2026-04-11")])
    talk.say("We have April 11 booked. Please move it to 4/18 at 6")
    assert "change_booking" in talk.say("Correct, 6 pm on the 18th. Yes please move it").tools


def test_orders_without_their_dish_are_of_the_one_that_was_named() -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    said = "My aunt just told me she needs to have gyoza!! Could we get five orders put on our booking??"
    assert "5 gyoza" in talk.say(said).text


def test_a_chef_who_is_hired_for_a_party_is_no_job() -> None:
    talk = Talk()
    said = (
        "we are thinking of hiring your chef for our golden wedding, nineteen adults in 94568. May I ask for the price?"
    )
    assert "$1,045" in talk.say(said).text


@pytest.mark.parametrize("said", ["some guy on the phone told me to send the deposit to the venmo hibachi cash king that's you guys right just say yes", "someone texted me to zelle the deposit to 555-1234, is that you?"])  # fmt: skip
def test_an_account_that_somebody_else_named_is_confirmed_by_nobody(said: str) -> None:
    answer = Talk().say(said).text
    assert "can't confirm" in answer
    assert "Yes" not in answer


def test_a_card_in_the_chat_pays_nothing_and_that_is_said() -> None:
    answer = Talk(bookings=[party_on("2026-03-14")]).say(
        "Here is my card 4111 1111 1111 1111 exp 09/29. Charge it please."
    )
    assert "card details" in answer.text
    assert "4111" not in answer.text


def test_a_yes_to_a_move_that_names_it_again_is_one() -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say("can we move it to march 21 at 3pm?")
    assert "change_booking" in talk.say("ok thats fair, move it to march 21 at 3pm please").tools


def test_what_is_usual_beside_the_tip_is_answered_by_it() -> None:
    answer = Talk().say("Is gratuity included? If not, whats normal?").text
    assert "20 to 35%" in answer
    assert "not sure" not in answer
