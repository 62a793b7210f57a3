"""Customers with a party: what they ask about it, what they change, and that no second party is sold to them."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.concierge.local.talk import Answer, Talk, party_on

SELLING = ("calculate_party_quote", "hold_date", "check_availability", "book_party")


def talk_of(*parties: dict[str, Any], now: str = "2026-05-06T12:00:00", channel: str = "sms") -> Talk:
    at = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("America/Los_Angeles"))
    return Talk(channel=channel, now=at, bookings=list(parties) or [party_on("2026-06-20")])


def two() -> Talk:
    return talk_of(party_on("2026-05-23"), party_on("2026-06-27", "15:00", adults=20))


def sells_nothing(answer: Answer) -> None:
    """No tool of a new party was called, and no fact of one was asked for."""
    assert not set(answer.tools) & set(SELLING)
    assert "ZIP" not in answer.text and "How many" not in answer.text
    assert answer.verdict.ok and not answer.refused


@pytest.mark.parametrize(
    "question",
    ["Could you remind me what we booked?", "do you still have us down for the 20th?", "show me my booking"],
)  # fmt: skip
def test_the_party_is_told_from_the_booking(question: str) -> None:
    answer = talk_of().say(question)
    assert "Saturday, June 20 at 6 PM for 12 adults" in answer.text and "Dana Ruiz" in answer.text
    assert "$660" in answer.text and "loved cooking" not in answer.text
    sells_nothing(answer)


@pytest.mark.parametrize(
    ("question", "told"),
    [("how many people do you have me down for", "12 adults"), ("who is it under", "the name Dana Ruiz"),
     ("what time is it again", "at 6 PM"), ("did it go thru", "is confirmed and your $100 deposit is in"),
     ("is 12 right", "Yes, that's how I have it"),
     ("is 14 right", "Not quite"), ("do i have to pay the deposit again??", "No, once is enough"),
     ("did I pick the proteins", "upgrades or add-ons"), ("is our party still on?", "Yes")],
)  # fmt: skip
def test_a_small_question_gets_its_small_answer(question: str, told: str) -> None:
    answer = talk_of().say(question)
    assert told in answer.text and "You have a party with us" not in answer.text
    assert "in total" not in answer.text and len(answer.text) < 200
    sells_nothing(answer)


@pytest.mark.parametrize(
    "line", ["gate code is 4471#", "I don't want food thrown at my guests, they're in their eighties"]
)
def test_what_the_chef_should_know_is_noted(line: str) -> None:
    talk = talk_of()
    talk.say("can we add 2 people")
    answer = talk.say(line)
    assert talk.bookings[0]["notes"] == line and talk.bookings[0]["adults"] == 12
    assert "your booking" in answer.text and "Shall I make that change?" in answer.text
    assert answer.verdict.ok and not answer.refused


def test_an_address_keeps_its_town() -> None:
    talk = talk_of(party_on("2026-06-20", location=None))
    talk.say("its 220 Starlite Way Fremont")
    assert talk.bookings[0]["location"] == "220 Starlite Way, Fremont"


@pytest.mark.parametrize(
    ("lines", "told"),
    [(("can we add 3 people", "so its free right?"), "Not quite: the new total would be $825"),
     (("can we add 3 people", "why is it more"), "The food for 15 adults comes to $825"),
     (("can you move us to 9pm", "what does that mean"), "Nothing is changed")],
)  # fmt: skip
def test_what_is_asked_of_a_change_that_was_shown_is_answered_and_asked_again(
    lines: tuple[str, str], told: str
) -> None:
    talk = talk_of()
    answer = [talk.say(line) for line in lines][-1]
    assert told in answer.text or told.lower() in answer.text.lower() or "So far nothing" in answer.text
    assert answer.text.endswith("?") and talk.dialogue.pending is not None
    assert answer.verdict.ok and not answer.refused


@pytest.mark.parametrize(
    ("line", "told"),
    [("how many tables do i need for 14", "three 6-foot tables"), ("will he be there by 5:30", "the chef"),
     ("so the total is 660 right", "$660"), ("can i see the invoice", "our team"), ("is it still 6", "how I have it"),
     ("its my moms 70th btw", "our team sees that"), ("what do i need to do before saturday", "tables")],
)  # fmt: skip
def test_what_is_asked_beside_the_own_party_changes_and_sells_nothing(line: str, told: str) -> None:
    talk = talk_of()
    answer = talk.say(line)
    assert (
        told.lower() in answer.text.lower()
        and talk.dialogue.goal is None
        and talk.dialogue.pending in (None, answer.dialogue.pending)
    )
    assert not answer.dialogue.change and answer.verdict.ok and not answer.refused
    assert "How many adults" not in answer.text and "preview_change" not in answer.tools


@pytest.mark.parametrize(("line", "people"), [("can we do 15 people", 15), ("can we do 10 people instead", 10)])
def test_so_many_people_are_the_own_party_then(line: str, people: int) -> None:
    talk = talk_of()
    assert f"for {people} adults" in talk.say(line).text and talk.dialogue.change == {"adults": people}


@pytest.mark.parametrize(
    "lines",
    [("hi this is danas sister, can you tell me what she paid", "ok can you tell me the time at least"),
     ("can you tell me about alex kim's party", "can u tell me what my ex booked")],
)  # fmt: skip
def test_nothing_is_told_of_somebody_elses_party(lines: tuple[str, str]) -> None:
    talk = talk_of()
    for line in lines:
        answer = talk.say(line)
        assert "660" not in answer.text and "6 PM" not in answer.text and "other people" in answer.text


def test_a_few_words_go_on_about_the_rest() -> None:
    talk = talk_of()
    talk.say("ok when do i pay the rest")
    assert "$560" in talk.say("can i do it now").text
    assert "Zelle" in talk_of().say("do i pay him or you").text


def test_reminders_alone_are_stopped_by_a_person_and_no_stop() -> None:
    answer = talk_of().say("stop texting me reminders")
    assert answer.turn.reading.opt_out is None and "STOP" in answer.text and "reminders" in answer.text
    assert talk_of().say("stop").turn.reading.opt_out == "stop"


@pytest.mark.parametrize("line", ["put my number on it too 510 555 0123", "It's Ito without the h"])
def test_a_contact_told_of_the_own_party_goes_to_the_team(line: str) -> None:
    answer = talk_of().say(line)
    assert "names and contacts" in answer.text and answer.dialogue.name in (None, "Ito")
    sells_nothing(answer)


def test_how_long_a_check_takes_is_no_question_of_the_show() -> None:
    talk = talk_of()
    talk.say("i just paid the deposit")
    answer = talk.say("ok how long does that take")
    assert "120 minutes" not in answer.text and "arrived" in answer.text and answer.verdict.ok


def test_who_calls_does_not_write_and_hears_the_address_back() -> None:
    talk = Talk(channel="phone", bookings=[party_on("2026-06-20", location=None)])
    answer = talk.say("yeah um the address is two twenty starlite way fremont")
    assert "220 Starlite Way, Fremont" in answer.text and answer.verdict.ok and not answer.refused
    assert "rite" not in talk.say("ok let me think about it and call you back").text


def test_the_way_is_told_of_the_own_party() -> None:
    answer = talk_of().say("why is there a travel fee, youre in san jose no?")
    assert "no travel fee" in answer.text or "Travel is free" in answer.text
    sells_nothing(answer)


def test_what_was_not_ordered_is_said_so() -> None:
    answer = talk_of().say("did we order lobster?")
    assert "no upgrades or add-ons" in answer.text
    ordered = talk_of(party_on("2026-06-20", proteins={"upgrades": {"lobster_tail": 4}})).say("did we order lobster?")
    assert "4 lobster tail" in ordered.text


@pytest.mark.parametrize(
    ("status", "question", "said"),
    [("deposit_pending", "did you guys get my deposit for the june twentieth party", "pending|recorded yet"),
     ("confirmed", "did my deposit go through?", "is in|has arrived"), ("deposit_pending", "has our payment arrived yet", "pending|recorded yet")],
)  # fmt: skip
def test_the_state_of_a_deposit_is_that_of_the_booking(status: str, question: str, said: str) -> None:
    answer = talk_of(party_on("2026-06-20", status=status)).say(question)
    assert any(words in answer.text for words in said.split("|")), answer.text
    sells_nothing(answer)


@pytest.mark.parametrize("question", ["how much is still left to pay for our party?", "how much do we still owe?"])
def test_what_is_left_to_pay_is_the_balance_of_the_booking(question: str) -> None:
    answer = talk_of().say(question)
    assert "$560 is left to pay" in answer.text and "$660" in answer.text
    sells_nothing(answer)


@pytest.mark.parametrize(
    "choice", ["the june one", "the second one", "the later one", "the 3pm one", "june 27", "the one with 20 people"]
)
def test_one_of_two_parties_is_chosen_in_many_ways(choice: str) -> None:
    talk = two()
    assert "May 23" in talk.say("i need to cancel my party").text
    assert "June 27" in talk.say(choice).text
    assert [one["status"] for one in talk.bookings] == ["confirmed", "confirmed"]
    talk.say("yes")
    assert [one["status"] for one in talk.bookings] == ["confirmed", "cancelled"]


def test_the_day_to_move_to_does_not_choose_the_party() -> None:
    talk = two()
    assert "Which" in talk.say("move my party to june 6").text or "more than one" in talk.answers[-1].text
    assert "June 27 at 3 PM would move to Saturday, June 6" in talk.say("the second one").text


@pytest.mark.parametrize(
    ("wish", "becomes"),
    [("can we do noon instead of 6 for our june 20 party?", {"date": "2026-06-20", "time": "12:00"}),
     ("i need to move our party from june twentieth to the twenty seventh same time", {"date": "2026-06-27", "time": "18:00"}),
     ("can we push it back a week", {"date": "2026-06-27", "time": "18:00"}),
     ("could we start three hours earlier?", {"date": "2026-06-20", "time": "15:00"}),
     ("can we do sunday instead of saturday for our party? same time", {"date": "2026-06-21", "time": "18:00"}),
     ("two more people are coming to the party", {"adults": 14, "total": "770.00"}),
     ("one of us can't come to the party, so one less", {"adults": 11, "total": "605.00"}),
     ("two of our twelve are actually kids they're seven and ten does that change the price", {"adults": 10, "children": 2, "total": "610.00"}),
     ("can you add 4 lobster tails to our order", {"total": "720.00"})],
)  # fmt: skip
def test_a_change_is_of_the_party_that_exists(wish: str, becomes: dict[str, Any]) -> None:
    talk = talk_of()
    before = dict(talk.bookings[0])
    shown = talk.say(wish)
    assert "preview_change" in shown.tools and talk.bookings[0] == before, shown.text
    assert not {"hold_date", "calculate_party_quote"} & set(shown.tools)
    talk.say("yes please")
    assert len(talk.bookings) == 1
    assert {key: talk.bookings[0][key] for key in becomes} == becomes


def test_a_change_names_the_dishes_and_the_difference() -> None:
    text = talk_of().say("Can we add lobster tail for 4 people to our June 20 booking?").text
    assert "4 lobster tail" in text and "$720" in text and "$60 more" in text
    assert "new menu" not in text


def test_a_start_that_does_not_exist_is_refused_with_those_that_do() -> None:
    talk = talk_of()
    assert "3 PM" in talk.say("could we start an hour earlier?").text
    talk.say("ok then 3pm")
    talk.say("yes")
    assert talk.bookings[0]["time"] == "15:00"


@pytest.mark.parametrize(
    "first", ["cancel my party", "can we move our party to june 27", "we're 8 adults now for our june party"]
)
@pytest.mark.parametrize("no", ["never mind, keep it", "no leave it", "oh. then we keep it, see you saturday!"])
def test_a_no_changes_nothing_and_says_so(first: str, no: str) -> None:
    talk = talk_of()
    before = dict(talk.bookings[0])
    talk.say(first)
    answer = talk.say(no)
    assert talk.bookings[0] == before and "June 20" in answer.text
    sells_nothing(answer)


@pytest.mark.parametrize(
    ("now", "said"), [("2026-06-17T08:00:00", "would be kept"), ("2026-06-16T08:00:00", "would be refunded in full")]
)
def test_a_refund_that_is_asked_about_is_worked_out_and_nothing_cancelled(now: str, said: str) -> None:
    talk = talk_of(now=now)
    answer = talk.say("If I cancel our Saturday party now, do I get the deposit back?")
    assert said in answer.text and "preview_cancel" in answer.tools
    assert talk.bookings[0]["status"] == "confirmed"
    sells_nothing(answer)
    assert "stays" in talk.say("oh. then we keep it, see you saturday!").text or "as it was" in talk.answers[-1].text


def test_a_guest_with_a_diet_is_no_party_of_one() -> None:
    talk = talk_of()
    answer = talk.say("for our june 20 party, one guest turns out to be vegan. what would she get?")
    assert "tofu" in answer.text and "minimum" not in answer.text
    sells_nothing(answer)
    talk.say("yes please")
    assert talk.bookings[0]["adults"] == 12 and "vegan" in talk.bookings[0]["dietary"][0]


def test_a_diet_that_is_told_is_noted_at_once() -> None:
    talk = talk_of()
    talk.say("please note for our party that my uncle is allergic to shellfish")
    assert talk.bookings[0]["dietary"] == ["my uncle is allergic to shellfish"]


@pytest.mark.parametrize("when", ["before", "with the yes", "after"])
def test_that_there_are_no_allergies_is_an_answer_that_is_noted(when: str) -> None:
    talk = Talk()
    talk.say("book aug 22 at 6pm, 12 adults, 94539, I'm Ana Diaz" + ". no allergies" * (when == "before"))
    talk.say("yes, and no allergies" if when == "with the yes" else "yes")
    answer = talk.say("nobody has any allergies" if when == "after" else "thank you!")
    assert talk.bookings[0]["status"] == "deposit_pending" and talk.bookings[0]["dietary"] == ["none"]
    assert "none" not in answer.text and "none" not in talk.say("what do we have booked?").text
    talk.say("please note for our party that my uncle is allergic to shellfish")
    assert talk.bookings[0]["dietary"] == ["my uncle is allergic to shellfish"]


def test_no_allergies_takes_no_diet_off_the_party() -> None:
    talk = talk_of(party_on("2026-06-20", dietary=["one vegan"]))
    talk.say("apart from that nobody has any allergies")
    assert talk.bookings[0]["dietary"] == ["one vegan"]


def test_an_address_is_noted_on_the_party() -> None:
    talk = talk_of(party_on("2026-06-20", location=None))
    answer = talk.say("hi the address for our party is 742 Elm Street, backyard gate on the left")
    assert talk.bookings[0]["location"] == "742 Elm Street, backyard" and talk.bookings[0]["adults"] == 12
    sells_nothing(answer)


@pytest.mark.parametrize(
    "told", ["aug 22. 94539. no dietary needs", "saturday august twenty second. no dietary needs. in the backyard",
             "yes, 12 adults at 6pm", "no allergies, and it's in the backyard"],
)  # fmt: skip
def test_what_the_party_has_already_is_no_change(told: str) -> None:
    talk = Talk()
    talk.say("book aug 22 at 6pm, 12 adults, 94539, I'm Ana Diaz")
    talk.say("yes")
    answer = talk.say(told)
    assert (
        "preview_change" not in answer.tools
        and "different" not in answer.text
        and "would you like to change" not in answer.text
    )
    assert talk.bookings[0]["status"] == "deposit_pending"
    sells_nothing(answer)


def test_a_second_party_beside_the_first() -> None:
    talk = Talk()
    talk.say("book aug 22 at 6pm, 12 adults, 94539, I'm Ana Diaz")
    talk.say("yes")
    talk.say("I'd also like a second party on sept 5, 6pm, 20 adults, 94539")
    talk.say("yes")
    assert [(one["date"], one["adults"]) for one in talk.bookings] == [("2026-08-22", 12), ("2026-09-05", 20)]


def test_a_price_for_another_day_is_a_new_party() -> None:
    talk = talk_of()
    answer = talk.say("how much for 20 adults on aug 15 in 94539")
    assert "$1,100" in answer.text and "preview_change" not in answer.tools


@pytest.mark.parametrize(
    "question",
    ["who has the 6pm on june 20? is it the Kwans?", "my neighbor booked you guys for june 20, what's her address?"],
)
def test_nothing_is_said_of_other_peoples_parties(question: str) -> None:
    answer = talk_of().say(question)
    assert "other people" in answer.text or "somebody else" in answer.text
    assert "Dana" not in answer.text and "$" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "pls cancel my booking for saturday",
        "when is our party?",
        "did you get my deposit?",
        "can you move our party to june 27?",
    ],
)
def test_a_booking_that_is_not_theirs_to_see_is_looked_up_by_a_person(question: str) -> None:
    talk = Talk()
    assert "another number or e-mail" in talk.say(question).text
    assert not talk.escalated
    answer = talk.say("it was booked with 510 555 0199")
    assert answer.tools == ["hand_over_to_human"] and talk.escalated


def test_thanks_after_a_party_that_took_place_sell_nothing() -> None:
    done = party_on("2026-06-20", status="completed")
    answer = talk_of(done, now="2026-06-22T11:00:00").say("omg the party on saturday was amazing!! thank you")
    assert answer.tools == [] and "?" not in answer.text
    sells_nothing(answer)


def test_when_the_chef_comes() -> None:
    answer = talk_of().say("what time will the chef show up for our party?")
    assert "20 minutes" in answer.text and "6 PM" in answer.text
    sells_nothing(answer)


def test_a_party_whose_deposit_never_came_is_not_called_booked() -> None:
    talk = Talk()
    talk.say("book aug 22 at 6pm, 12 adults, 94539, I'm Ana Diaz")
    talk.say("yes")
    talk.bookings[0]["status"] = "cancelled"
    answer = talk.say("is our party confirmed?")
    assert "no longer active" in answer.text and "confirmed" not in answer.text
    assert "hold_date" in talk.say("yes").tools
    assert "book_party" in talk.say("yes").tools


def test_a_lapsed_party_is_not_moved_but_booked_again_on_the_wished_day() -> None:
    talk = Talk()
    talk.say("book aug 22 at 6pm, 12 adults, 94539, I'm Ana Diaz")
    talk.say("yes")
    talk.bookings[0]["status"] = "cancelled"
    assert "no longer active" in talk.say("can we move it to aug 29?").text
    assert "August 29 at 6 PM" in talk.say("yes").text


def test_dishes_are_taken_off_and_only_what_is_there() -> None:
    talk = talk_of(party_on("2026-06-20", proteins={"upgrades": {"lobster_tail": 4}}, total="720.00"))
    assert "no lobster tail" in talk.say("please take the lobster tails off our order").text
    assert talk.dialogue.pending is not None and talk.dialogue.pending.arguments == {"protein_selections": {}}
    answer = talk_of().say("can you take the lobster off our order")
    assert "no upgrades or add-ons" in answer.text and "preview_change" not in answer.tools


@pytest.mark.parametrize(
    ("told", "adults", "children"),
    [("My niece and nephew (6 and 11) are joining our party too. New price?", 12, 2), ("our headcount is 14 now incl 2 kids 7 and 9", 12, 2),
     ("we're now 15 adults", 15, 0)],
)  # fmt: skip
def test_who_comes_now_is_a_change(told: str, adults: int, children: int) -> None:
    talk = talk_of()
    assert "preview_change" in talk.say(told).tools
    talk.say("yes")
    assert (talk.bookings[0]["adults"], talk.bookings[0]["children"]) == (adults, children)


def test_minutes_later_are_a_time_of_the_party_not_a_day_of_this_week() -> None:
    talk = talk_of()
    answer = talk.say("we'd like to start 30 min later")
    assert "May" not in answer.text and "9 PM" in answer.text


def test_a_name_on_a_booking_is_changed_by_the_team() -> None:
    talk = talk_of()
    assert "team" in talk.say("change the name on our booking to Maria Kwan").text
    assert talk.bookings[0]["name"] == "Dana Ruiz"
    talk.say("yes please")
    assert talk.escalated


def test_a_question_of_a_customer_with_a_party_ends_without_a_sale() -> None:
    answer = talk_of().say("where does the chef park?")
    assert "price" not in answer.text and "?" not in answer.text
    sells_nothing(answer)


@pytest.mark.parametrize("wish", ["is it ok if we are 14 instead of 12?", "can we do may 30 instead?"])
def test_instead_is_said_of_the_party_that_exists(wish: str) -> None:
    talk = talk_of()
    answer = talk.say(wish)
    assert "preview_change" in answer.tools and "calculate_party_quote" not in answer.tools
    talk.say("yes")
    assert (talk.bookings[0]["adults"], talk.bookings[0]["date"]) in ((14, "2026-06-20"), (12, "2026-05-30"))


@pytest.mark.parametrize(
    "asked",
    [
        "and if i dont pay within 2 hrs?",
        "thank you. can I pay the deposit tomorrow or when is it due",
    ],
)
def test_what_becomes_of_a_party_that_is_not_paid(asked: str) -> None:
    talk = Talk()
    talk.say("book aug 22 at 6pm, 12 adults, 94539, I'm Ana Diaz")
    talk.say("yes")
    answer = talk.say(asked)
    assert "2 hours" in answer.text and "released" in answer.text and "$100" in answer.text
    sells_nothing(answer)


def test_some_eat_differently_and_nobody_is_allergic() -> None:
    talk = talk_of(party_on("2026-06-20", location=None))
    talk.say("12 Oak Court, backyard. My aunt is vegetarian, nobody has allergies")
    assert "vegetarian" in talk.bookings[0]["dietary"][0] and talk.bookings[0]["location"] == "12 Oak Court, backyard"


def test_guests_with_a_diet_are_no_new_party() -> None:
    talk = talk_of()
    sells_nothing(talk.say("we're vegetarian, 2 of us. is tofu ok?"))
    assert talk.bookings[0]["adults"] == 12


def test_until_when_the_guests_can_be_changed_is_a_question() -> None:
    answer = talk_of().say("how long before the party can i change the guest count?")
    assert "24 hours" in answer.text and "different" not in answer.text and "48 hours" not in answer.text


def test_a_contact_for_a_booking_goes_to_the_team() -> None:
    answer = talk_of().say("hi can i add my email to the booking? jess@example.com")
    assert "team" in answer.text and answer.verdict.ok and not answer.refused


@pytest.mark.parametrize(
    ("wish", "at"),
    [("can we do 3 instead of 6", "15:00"), ("move us from 6 to 9 please", "21:00"), ("9 instead of 6 works better for us", "21:00")],
)  # fmt: skip
def test_hours_that_swap_are_no_guests(wish: str, at: str) -> None:
    talk = talk_of()
    talk.say(wish)
    assert talk.dialogue.pending is not None
    assert talk.dialogue.pending.arguments == {"time": at}


def test_a_count_that_swaps_stays_a_count() -> None:
    talk = talk_of(party_on("2026-06-20", adults=12))
    talk.say("can you make it 14 adults instead of 12")
    assert talk.dialogue.pending is not None
    assert talk.dialogue.pending.arguments == {"adults": 14}


@pytest.mark.parametrize("wish", ["our march party is all set, now my sister wants one too! sat july 25 at 6pm, 14 adults, her zip is 94588", "my brother wants a party as well, july 25 at 6pm, 14 adults in 94588"])  # fmt: skip
def test_somebody_else_s_party_is_one_more(wish: str) -> None:
    talk = talk_of()
    answer = talk.say(wish)
    assert "preview_change" not in answer.tools
    assert "$770" in answer.text


@pytest.mark.parametrize("yes", ["ok do it", "great do it"])
def test_do_it_is_a_yes_behind_a_kind_word(yes: str) -> None:
    talk = talk_of()
    talk.say("can we move it to july 18?")
    assert "change_booking" in talk.say(yes).tools


@pytest.mark.parametrize(
    "wish",
    [
        "i have two parties, may 23 and june 27. cancel june 27 please",
        "i have two parties, one on may 23 and one on june 27. could you cancel the one on june 27? the may one i'm keeping",
        "please cancel the june 27 party, keep may 23",
    ],
)
def test_of_two_parties_the_one_behind_the_deed_is_cancelled(wish: str) -> None:
    talk = two()
    assert "June 27" in talk.say(wish).text
    talk.say("right, the june 27 one and nothing else")
    assert [one["status"] for one in talk.bookings] == ["confirmed", "cancelled"]
