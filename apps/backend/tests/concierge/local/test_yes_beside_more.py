"""A yes with something beside it: what was shown is done, the rest is heard as well; a doubt takes the yes back."""

from datetime import date

import pytest

from hibachi.concierge.understanding import consents
from hibachi.concierge.understanding.schemas import Pending
from tests.concierge.local.talk import Answer, Talk, party_on

SHOWN = Pending(kind="change", booking_id="one", arguments={"adults": 15})


def answered(*lines: str, bookings: list[dict[str, object]] | None = None) -> tuple[Talk, Answer]:
    """The talk of somebody with a party, and the answer to the last line."""
    talk = Talk(bookings=bookings or [party_on("2026-03-14")])
    for line in lines[:-1]:
        talk.say(line)
    return talk, talk.say(lines[-1])


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("yes please. can we still add filet later", "can we still add filet later"),
        ("yeah. and put 5 gyoza on it too", "put 5 gyoza on it too"),
        ("my wife says ok. go", ""),
        ("wife says its late but.. yeah ok do it", ""),
        ("Yes, change it to 15. And the receipt, please", "the receipt, please"),
        ("yes and is it ok if we come late", "is it ok if we come late"),
    ],
)
def test_a_yes_is_told_from_what_stands_beside_it(text: str, rest: str) -> None:
    consent = consents.parted(text, SHOWN)
    assert consent is not None
    assert consent.rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "yes but make it 16",
        "yes if it is free",
        "yes. wait, let me ask my wife first",
        "not sure, let me ask. ok",
        "yes? is that so",
        "yes i know. how much is it then",
        "ok. what would it cost",
    ],
)
def test_a_doubt_a_condition_or_another_number_is_no_yes(text: str) -> None:
    assert consents.parted(text, SHOWN) is None


def test_the_change_is_done_and_the_balance_asked_beside_it_is_the_new_one() -> None:
    talk, answer = answered("can you make it 15 adults", "Yes, change it to 15. And what do I owe then?")
    assert talk.bookings[0]["adults"] == 15
    assert "$725" in answer.text and "$560" not in answer.text
    assert answer.verdict.ok


def test_another_wish_beside_the_yes_is_shown_by_itself() -> None:
    talk, answer = answered("can you make it 15 adults", "yeah. and put 5 gyoza on it too")
    assert talk.bookings[0]["adults"] == 15
    assert "5 gyoza" in answer.text and "$875" in answer.text
    assert answer.verdict.ok


def test_a_question_that_nothing_is_known_of_does_not_swallow_the_yes() -> None:
    talk, answer = answered("can you make it 15 adults", "yes and is it ok if we come late")
    assert talk.bookings[0]["adults"] == 15
    assert answer.verdict.ok


def test_who_asks_whether_the_money_is_lost_has_not_agreed_to_cancel() -> None:
    talk, answer = answered("cancel my party", "yeah sadly. is there a way to keep the deposit for later")
    assert talk.bookings[0]["status"] == "confirmed"
    assert answer.turn.dialogue.pending is not None


def test_another_day_asked_about_beside_the_yes_to_cancel_leaves_it_cancelled() -> None:
    talk, _ = answered("cancel my party", "yes cancel it. also is july 18 open")
    assert talk.bookings[0]["status"] == "cancelled"


@pytest.mark.parametrize(
    "text",
    [
        "sorry its late, planning lol. how do i set up the tables, i have two folding ones",
        "i wasnt asking about price. the street is 30 steps from the patio. ok?",
        "That is not my question. March or September?",
    ],
)
def test_who_has_a_party_is_asked_for_nothing_of_a_new_one(text: str) -> None:
    _, answer = answered(text)
    assert "ZIP" not in answer.text and "How many" not in answer.text and "start time" not in answer.text
    assert answer.text and answer.verdict.ok


def test_a_move_that_saves_a_few_dollars_may_be_said() -> None:
    party = party_on("2026-06-13", adults=16, zip="94080", total="892.00", balance="792.00")
    _, answer = answered("our June 13 party will be at 226 Alder Ct, Millbrae 94030 instead", bookings=[party])
    assert "$4 less" in answer.text
    assert answer.verdict.ok


def test_whoever_said_yes_themselves_is_no_further_guest() -> None:
    _, answer = answered("i said yes do it")
    assert "13 adults" not in answer.text


def test_a_yes_with_another_number_of_the_same_is_shown_anew() -> None:
    talk, answer = answered("can you make it 15 adults", "yes, change it to 16")
    assert talk.bookings[0]["adults"] == 12
    assert "16 adults" in answer.text


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("yes. is it possible to move to the 13th later if my cousin cant make it", "$200"),
        ("Yep. What do i owe if one more shows up last minute", "24 hours"),
        ("yes, and can i change the number later", "24 hours"),
    ],
)
def test_what_is_only_asked_for_later_leaves_the_yes_to_a_booking(text: str, rule: str) -> None:
    talk = Talk()
    talk.say("14 adults in 94536, june 6 at 6pm, name is Carla Dunn")
    answer = talk.say(text)
    assert "book_party" in answer.tools
    assert rule in answer.text
    assert answer.verdict.ok


@pytest.mark.parametrize(
    "text", ["sure. dad turned vegetarian last year btw", "sure.. would be nice", "ok ask the team about it"]
)
def test_the_offer_of_a_person_is_taken_up_beside_other_words(text: str) -> None:
    _, answer = answered("do you have a fog machine", text)
    handed = next(call for call in answer.calls if call.tool == "hand_over_to_human")
    assert "fog machine" in handed.arguments["summary"]
    assert "2026-03-14" in handed.arguments["summary"]
    assert "not sure" not in answer.text and "don't know" not in answer.text


@pytest.mark.parametrize(
    ("text", "said", "never"),
    [
        ("so it is changed?", "ot yet", "menu"),
        ("We may lose 2, I'll know next week. By when do you need it?", "24 hours", "10 adults"),
        ("and 1 more guest, my uncle from glendale decided to come", "adults", "Glendale"),
    ],
)
def test_what_is_asked_or_left_open_beside_a_change_is_no_change(text: str, said: str, never: str) -> None:
    _, answer = answered("can you make it 15 adults", text)
    assert said in answer.text and never not in answer.text
    assert answer.verdict.ok


def test_a_start_that_is_turned_down_leaves_the_one_that_stands() -> None:
    _, answer = answered("can we move it to the 13th at noon", "hmm noon is hot. evening better")
    assert "March 13 at 6 PM" in answer.text and answer.verdict.ok


def test_a_yes_that_names_the_deed_is_none_to_the_offer_of_a_person() -> None:
    _, answer = answered(
        "sad news, my father was taken to the hospital so our party needs to be cancelled",
        "Yes, go ahead and cancel. And will our deposit be refunded?",
    )
    assert "hand_over_to_human" not in answer.tools and "refunded in full" in answer.text


@pytest.mark.parametrize("text", ["cancel it", "take him off", "take them off please", "ok cancel that"])
def test_another_deed_is_no_yes_to_the_one_that_was_shown(text: str) -> None:
    talk, answer = answered("can you make it 15 adults", text)
    assert talk.bookings[0]["adults"] == 12
    assert "change_booking" not in answer.tools


SUMMED_UP = "12 adults on april 18 at 3pm in 94040. Olena Koval"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("yes please. and the 2 meats thing?", "2 proteins"),
        ("20 to 35 percent wow. do it though. gotta run, will u text me a link for deposit", "booked"),
        (
            "Yes. My family not eat beef, is ok chicken and shrimp for everybody?",
            "Yes, chicken and shrimp are included",
        ),
    ],
)
def test_a_summary_is_booked_by_the_yes_beside_a_question_and_that_is_answered(text: str, told: str) -> None:
    talk = Talk()
    talk.say(SUMMED_UP)
    answer = talk.say(text)
    assert "book_party" in answer.tools
    assert told in answer.text
    assert answer.verdict.ok


@pytest.mark.parametrize(
    "text",
    ["yes, is it too late to pick another day?", "yes please, is there any discount", "ok yes. wait what about 6 pm"],
)
def test_a_summary_is_not_booked_where_the_rest_weighs_it(text: str) -> None:
    talk = Talk()
    talk.say(SUMMED_UP)
    assert "book_party" not in talk.say(text).tools


def test_what_a_guest_pays_is_told_whatever_is_missing() -> None:
    talk = Talk()
    talk.say("sat march 21 at 6. do you do that")
    answer = talk.say("not giving u all that til i know how much per head")
    assert "$55" in answer.text and "$30" in answer.text
    assert answer.verdict.ok


@pytest.mark.parametrize(
    "text",
    [
        "14 adults july 4 6pm 95030. We have a redwood deck with an awning, fine?",
        "can the grill go on a second floor balcony, yes or no",
        "14 adults july 4 6pm 95030 Tom Reed. You skipped my balcony question",
    ],
)
def test_no_yes_is_given_to_a_place_that_may_burn(text: str) -> None:
    answer = Talk().say(text)
    assert "our team" in answer.text and not answer.text.startswith("Yes")
    assert answer.verdict.ok


@pytest.mark.parametrize(
    ("lines", "adults"),
    [
        (("ok and if 2 more cousins show up last minute?", "no no 12, i was asking IF. book with 12"), 12),
        (("If it ends up 30 whats the max it could be", "I meant if 8 more adults come. but yes go ahead with 12"), 12),
        (("what if we are 15", "ok go with 15", "yes"), 15),
    ],
)
def test_what_was_only_supposed_is_not_booked(lines: tuple[str, ...], adults: int) -> None:
    talk = Talk()
    for line in (SUMMED_UP, *lines):
        answer = talk.say(line)
    assert talk.bookings[-1]["status"] == "deposit_pending" and talk.bookings[-1]["adults"] == adults
    assert answer.verdict.ok


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("14 adults july 18 3pm 94541", "Is Sunday the nineteenth open?", "He says no. So Saturday."), "July 18"),
        (("20 adults 94566. his bday is Aug 14. saturday the 15th probably, 6pm",), "August 15"),
        (("12 adults april 18 94040", "3pm", "lets do 6 actually. Nico. is it loud"), "at 6 PM"),
    ],
)
def test_a_bare_day_or_hour_is_near_what_is_talked_of(lines: tuple[str, ...], told: str) -> None:
    talk = Talk()
    for line in lines:
        answer = talk.say(line)
    assert told in answer.text
    assert answer.verdict.ok


def test_the_day_to_check_back_is_no_day_of_the_party() -> None:
    talk = Talk()
    talk.say(SUMMED_UP)
    answer = talk.say("let me think. And check back with me sunday?")
    assert "sunday" not in answer.text.lower() or "April 18" in answer.text
    assert answer.turn.reading.dialogue.day == date(2026, 4, 18)


def test_a_yes_that_names_another_party_cancels_neither() -> None:
    talk = Talk(bookings=[party_on("2026-06-05"), party_on("2026-07-17")])
    talk.say("I have two parties with you, June 5 and July 17. I need to cancel the one on July 17")
    answer = talk.say("Yes, cancel June 5 please")
    assert "cancel_booking" not in answer.tools and "June 5" in answer.text and answer.verdict.ok


def test_the_party_that_is_named_in_its_yes_goes_alone() -> None:
    talk = Talk(bookings=[party_on("2026-06-05"), party_on("2026-07-17")])
    talk.say("I have two parties with you, June 5 and July 17. I need to cancel the one on June 5; the other stays.")
    answer = talk.say("Yes, cancel June 5 please.")
    assert answer.tools.count("cancel_booking") == 1 and "preview_cancel" not in answer.tools
    assert "Friday, June 5 at 6 PM is cancelled" in answer.text and "July" not in answer.text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("yes thx. wait r the free moves unlimited", "r the free moves unlimited"),
        (
            "Yes dear, that would be lovely. Does he do the tricks? The kids can't wait",
            "Does he do the tricks? The kids can't wait",
        ),
        ("sick yeah. wait is baby free fr", "is baby free fr"),
        ("bet. how do i pay u the rest", "how do i pay u the rest"),
        ("Yes. and if someone drops out later can i still tell you", "if someone drops out later can i still tell you"),
        ("yes please what time does the chef come", "what time does the chef come"),
        ("Yes I said yes", ""),
        ("bro i said yeah change it", ""),
        ("So yes please change it", ""),
    ],
)
def test_a_question_behind_a_yes_takes_nothing_back(text: str, rest: str) -> None:
    consent = consents.parted(text, SHOWN)
    assert consent is not None
    assert consent.rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "yes. wait, make it 14 adults",
        "yes but is 3pm possible instead?",
        "yes thx. wait is that more expensive? how much is it",
        "yes move it to march 20",
        "yes but can we do 9pm",
    ],
)
def test_another_wish_or_what_it_costs_behind_a_yes_is_heard_first(text: str) -> None:
    assert consents.parted(text, Pending(kind="change", booking_id="one", arguments={"date": "2026-03-21"})) is None


@pytest.mark.parametrize(
    "text",
    [
        "no no do it please",
        "No!! please do move it to march 21. I just asked if the deposit would still be refundable later",
        "No I do want to move it, march 21",
        "yes move it to the 21st",
    ],
)
def test_a_no_to_our_answer_is_none_to_the_move(text: str) -> None:
    talk, answer = answered("can we move it to march 21", text)
    assert talk.bookings[0]["date"] == "2026-03-21" or "March 21" in answer.text
    assert "stays" not in answer.text.replace("total stays", "")
    assert answer.verdict.ok


@pytest.mark.parametrize(
    "text",
    [
        "I see, same price. Then no, let's cancel. I'm sorry",
        "no, actually cancel the whole thing",
        "no i mean cancel it, not move",
    ],
)
def test_who_rather_cancels_is_shown_what_cancelling_means(text: str) -> None:
    talk, answer = answered("can we move it to march 21", text)
    assert talk.bookings[0]["date"] == "2026-03-14" and talk.bookings[0]["status"] == "confirmed"
    pending = answer.turn.dialogue.pending
    assert pending is not None and pending.kind == "cancel"
    assert answer.verdict.ok


@pytest.mark.parametrize("text", ["no please dont move it", "no cancel that", "no i dont want to change it"])
def test_a_refusal_in_any_words_leaves_it_as_it_was(text: str) -> None:
    talk, answer = answered("can we move it to march 21", text)
    assert talk.bookings[0]["date"] == "2026-03-14" and talk.bookings[0]["status"] == "confirmed"
    assert "March 14" in answer.text and answer.turn.dialogue.pending is None
    assert answer.verdict.ok


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hm and if mom isnt better by then could i still cancel and get the deposit", "$100 deposit back"),
        ("no i mean cancel, not move. if i cancel it later do i get the deposit back", "$100 deposit back"),
        ("do you need to park right by the house?", "parking"),
    ],
)
def test_a_question_at_a_change_that_waits_is_answered_and_the_change_still_waits(text: str, told: str) -> None:
    talk, answer = answered("can we move it to march 21", text)
    assert told in answer.text
    assert talk.bookings[0]["date"] == "2026-03-14"
    pending = answer.turn.dialogue.pending
    assert pending is not None and pending.kind == "change"
    assert answer.verdict.ok


@pytest.mark.parametrize(
    ("first", "text", "counts"),
    [
        ("2 people cant make it", "oh wait its one grown up and her daughter whos 8", (10, 2, 0)),
        ("2 people cant make it", "sorry, one adult and one kid less i mean", (10, 2, 0)),
        ("2 people cant make it", "one of them is a kid", (10, 2, 0)),
        ("3 people cant make it", "actually its a couple and their boy (7)", (9, 2, 0)),
        ("we'll have 3 more", "no wait its my aunt and her 2 kids, 7 and 9", (12, 5, 0)),
        ("2 more people", "it's one adult and one toddler", (12, 3, 1)),
        ("2 more people", "they are 4 and 7", (11, 4, 1)),
    ],
)
def test_who_comes_or_goes_is_put_right_from_what_is_booked(
    first: str, text: str, counts: tuple[int, int, int]
) -> None:
    party = party_on("2026-03-14", adults=11, children=3, total="695.00", balance="595.00")
    _, answer = answered(first, text, bookings=[party])
    pending = answer.turn.dialogue.pending
    assert pending is not None
    shown = {"adults": 11, "children": 3, "toddlers": 0} | pending.arguments
    assert (shown["adults"], shown["children"], shown["toddlers"]) == counts
    assert answer.verdict.ok


@pytest.mark.parametrize(
    ("text", "shelf", "dishes"),
    [
        ("Could I add lobster for like half the table? 6 ppl", "protein_selections", {"lobster_tail": 6}),
        ("please add lobster for 6 of the adults", "protein_selections", {"lobster_tail": 6}),
        ("can i have the salmon for her and one for me", "protein_selections", {"salmon": 2}),
        ("We might add the edamame, maybe 4. What would that be in total?", "addons", {"edamame": 4}),
    ],
)
def test_a_number_beside_a_dish_of_the_own_party_counts_the_dish(text: str, shelf: str, dishes: dict[str, int]) -> None:
    _, answer = answered(text)
    pending = answer.turn.dialogue.pending
    assert pending is not None and pending.arguments == {shelf: dishes}
    assert answer.verdict.ok


def test_a_question_about_the_dish_that_was_shown_asks_for_no_number_again() -> None:
    talk, answer = answered(
        "add 6 lobster tails", "before I say yes: does everybody with lobster still get a second meat too?"
    )
    assert "in place of one" in answer.text and "How many" not in answer.text and "how many" not in answer.text
    answer = talk.say("ok so it's lobster plus one more, like lobster and steak. fine, go ahead")
    assert "6 lobster tails" in answer.text and "$750" in answer.text
    assert talk.bookings[0]["adults"] == 12
    assert answer.verdict.ok


def test_a_start_instead_of_another_counts_nobody() -> None:
    _, answer = answered("can we start a bit later, at 7 instead of 6", bookings=[party_on("2026-03-14", time="18:00")])
    assert "adult" not in answer.text and "$550" not in answer.text
    assert answer.verdict.ok


def test_what_is_inside_a_dish_is_no_set_up_inside() -> None:
    _, answer = answered("what's inside the gyoza?")
    assert not answer.turn.dialogue.pending and "indoors" not in answer.text.lower()
    assert answer.verdict.ok


def _two_parties() -> Talk:
    first = party_on("2026-06-13", adults=12, event_type="graduation")
    return Talk(bookings=[first, party_on("2026-11-14", adults=20, event_type="birthday")])


def _standing(talk: Talk) -> dict[str, str]:
    return {str(one["date"]): str(one["status"]) for one in talk.bookings}


@pytest.mark.parametrize(
    ("yes", "gone"),
    [
        ("Yes, cancel November 14. And for xmas a different menu, do you do that?", True),
        ("yes cancel nov 14", True),
        ("yes cancel june 13, keep november 14", False),
    ],
)
def test_the_day_of_the_cancelling_that_was_shown_is_its_yes(yes: str, gone: bool) -> None:
    talk = _two_parties()
    talk.say("cancel november 14")
    talk.say(yes)
    assert _standing(talk) == {"2026-06-13": "confirmed", "2026-11-14": "cancelled" if gone else "confirmed"}


@pytest.mark.parametrize(
    ("text", "day", "other"),
    [
        ("can we move the graduation to june 20", "June 13", "November"),
        ("add 2 people to the graduation", "June 13", "November"),
        ("how much is left for the birthday one", "November 14", "June"),
    ],
)
def test_a_party_is_meant_by_what_it_is(text: str, day: str, other: str) -> None:
    said = _two_parties().say(text).text
    assert day in said and other not in said and "how fun" not in said and "wonderful reason" not in said


@pytest.mark.parametrize(
    "beside",
    [
        "yes. do i get anything back since its less? i paid the 100 already", "yes please. will i get some money back then?",
        "Yes, do. Is that a refund then or does it come off the rest?", "yep, and do you send me the difference back?",
        "yeah. what happens with the difference", "sure, do you refund the difference",
    ],
)  # fmt: skip
def test_the_difference_is_asked_for_and_the_change_is_done(beside: str) -> None:
    talk, answer = answered("can you make it 11 adults", beside, bookings=[party_on("2026-03-14", adults=14)])
    assert talk.bookings[0]["adults"] == 11
    assert "$505 is left to pay" in answer.text and "cancel" not in answer.text.lower()
    assert answer.verdict.ok


@pytest.mark.parametrize(
    "beside",
    [
        "yes. if he's still sick on the 10th, can i still get the deposit back?", "yes, and would we lose the deposit if it rains",
        "ok do it. not sure why you told me about gyoza lol", "yes. you didnt have to ask twice haha",
        "ok fine do it. not sure why it's so much though lol", "Yes. And my sister asks whether gyoza has nuts",
        "yes do it, no idea why you ask me that",
    ],
)  # fmt: skip
def test_neither_a_question_of_later_nor_a_remark_takes_the_yes_back(beside: str) -> None:
    talk, answer = answered("can you make it 15 adults", beside)
    assert talk.bookings[0]["adults"] == 15
    assert answer.turn.dialogue.pending is None and answer.verdict.ok


@pytest.mark.parametrize(
    ("beside", "then"),
    [
        ("yea. and on the june one add 2 more dudes", "16 adults"), ("yes and for june 20 two more adults", "16 adults"),
        ("ok go ahead, and on june 20 can we start at 6 instead", "start at 6 PM"),
    ],
)  # fmt: skip
def test_what_is_wished_of_the_other_party_counts_from_that_one(beside: str, then: str) -> None:
    own = [party_on("2026-06-20", "15:00", adults=14), party_on("2026-07-18", adults=20, children=6)]
    talk, answer = answered("july 18 just 20 adults no kids please", beside, bookings=own)
    july, june = (next(one for one in talk.bookings if one["date"] == day) for day in ("2026-07-18", "2026-06-20"))
    assert (july["adults"], july["children"]) == (20, 0) and june["adults"] == 14
    assert then in answer.text and "June 20" in answer.text and "22" not in answer.text
    assert answer.verdict.ok


@pytest.mark.parametrize(
    "asked", ["ok but is it changed now to 15?", "is it done?", "what did you change?", "has it been updated"]
)
def test_what_was_done_is_told_when_asked(asked: str) -> None:
    _, answer = answered("can you make it 15 adults", "yes", asked)
    assert "15 adults" in answer.text and answer.verdict.ok


@pytest.mark.parametrize(
    "said", ["Yes, jazakallah", "yes please, shukran", "yep! arigato gozaimasu", "yes, merci bien"]
)
def test_a_word_of_courtesy_beside_the_yes_is_not_asked_about(said: str) -> None:
    talk, answer = answered("can you make it 15 adults", said)
    assert talk.bookings[0]["adults"] == 15
    assert "?" not in answer.text and "Sorry" not in answer.text


@pytest.mark.parametrize(
    ("said", "books"),
    [
        ("Yes please. And if my brother cancels the week before, do we lose the deposit?", True),
        ("yes! and what if we have to cancel, do we get the money back?", True),
        ("Yes, book it. If someone gets sick will the deposit be refunded?", True),
        ("yes if my brother doesnt cancel", False),
        ("yes, if we can get the deposit back", False),
        ("Yes. But if my wife cancels, can we still have the date?", False),
    ],
)
def test_what_becomes_of_the_money_one_day_is_no_condition_of_a_yes(said: str, books: bool) -> None:
    talk = Talk()
    talk.say("14 adults 94539 june 13 6pm Dana Fox dana@example.com")
    answer = talk.say(said)
    assert ("book_party" in answer.tools) is books
    assert not books or "4 days" in answer.text
