"""The walk from the first words to a booking: what is told on the way is neither lost nor asked again."""

import re

import pytest

from hibachi.concierge.turn import Contact
from tests.concierge.local.talk import Talk, party_on

PARTY = "june 13 12 adults 94539 at 6pm"


def play(*texts: str, talk: Talk | None = None) -> Talk:
    talk = talk or Talk()
    for text in texts:
        talk.say(text)
    return talk


def booked(talk: Talk) -> dict[str, object]:
    return next(one for one in talk.bookings if one["status"] == "deposit_pending")


@pytest.mark.parametrize("said", ["can't be on the 10th", "the 10th doesn't work", "not the 10th but the 17th", "not the friday the 10th", "10th is out", "not april 10", "not friday, april 10", "i didn't say the 10th", "wait not the 10th"])  # fmt: skip
def test_a_choice_turned_down_leaves_the_other(said: str) -> None:
    talk = play("12 adults, 94539. april 10 or 17", said)
    assert [day.isoformat() for day in talk.dialogue.dates] == ["2026-04-17"]


@pytest.mark.parametrize("said", ["not the 10th or the 17th", "i didn't say april 10 or 17", "not friday"])
def test_both_choices_turned_down_leave_none(said: str) -> None:
    talk = play("12 adults, 94539. april 10 or 17", said)
    assert not talk.dialogue.dates and "April 17" not in talk.answers[-1].text


def test_a_bare_row_of_days_after_the_date_was_asked() -> None:
    talk = play("12 adults 94539", "what dates in may do you have", "9th or 16th")
    assert [day.isoformat() for day in talk.dialogue.dates] == ["2026-05-09", "2026-05-16"]


@pytest.mark.parametrize("said", ["can you do today or saturday? 12 adults 94539", "tomorrow or sunday, 12 adults 94539", "12 adults 94539 can u squeeze us in in 2 hours", "tonight lol, 9pm? 12 of us 94539"])  # fmt: skip
def test_a_day_inside_the_notice_is_told_the_rule(said: str) -> None:
    assert "48 hours" in Talk().say(said).text


@pytest.mark.parametrize(("said", "answer"), [("Do you cook in Alamo, 94507?", "Alamo"), ("94005?", "$12"), ("can you come to 95376", "Tracy")])  # fmt: skip
def test_a_zip_in_a_question_is_told_its_travel(said: str, answer: str) -> None:
    told = Talk().say(said)
    assert answer in told.text and "calculate_travel_fee" in told.tools


def test_a_zip_after_the_travel_rule_and_two_zips_in_one_question() -> None:
    talk = play("How does the travel fee work?", "So what about 94005?")
    assert "$12" in talk.answers[-1].text
    both = Talk().say("is 94539 in your area? what about 94005").text
    assert "Fremont" in both and "$12" in both


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [
        ("my email is bo@lee.com", "email", "bo@lee.com"), ("oh and my number is 5105550199 not this one", "phone", "+15105550199"),
        ("wrong number sorry, 510 555 0111", "phone", "+15105550111"), ("wait put it under Tom Bell instead", "name", "Tom Bell"),
        ("please book it in her name (Sunita Patel)", "name", "Sunita Patel"), ("please put it under the name of our manager, Mark Feld", "name", "Mark Feld"),
        ("no wait the 14th", "date", "2026-06-14"), ("yes but at 3 instead", "time", "15:00"), ("the zip is 94538 sorry", "zip", "94538"),
    ],
)  # fmt: skip
def test_what_is_told_at_the_summary_is_on_the_booking(said: str, key: str, value: str) -> None:
    talk = play(f"{PARTY}, Bo Lee", said)
    if not any(one["status"] == "deposit_pending" for one in talk.bookings):
        talk.say("yes")
    assert booked(talk)[key] == value


def test_still_free_is_what_is_held() -> None:
    talk = play(f"{PARTY}, Bo Lee")
    again = talk.say("is it still free?")
    assert re.search(r"Yes, Saturday, June 13 at 6 PM is (?:still )?held for you", again.text)
    assert again.refused == [] and not any(one["status"] == "deposit_pending" for one in talk.bookings)
    talk.say("yes")
    assert booked(talk)["date"] == "2026-06-13"


def test_a_name_after_a_question_in_the_middle_goes_on_to_the_summary() -> None:
    talk = play(PARTY, "do you bring tables?", "Bo Lee")
    assert talk.dialogue.pending is not None and "Bo Lee" in talk.answers[-1].text


@pytest.mark.parametrize(("said", "name"), [("it's for Maria and Jose Lopez", "Maria and Jose Lopez"), ("ann bell", "Ann Bell"), ("tom okafor", "Tom Okafor"), ("my name is Lea, last name Ortiz", "Lea Ortiz"), ("in the name of my mother (Ana Diaz)", "Ana Diaz")])  # fmt: skip
def test_whose_name_it_is(said: str, name: str) -> None:
    assert play(f"{PARTY}, {said}").dialogue.name == name


def test_a_spoken_zip_taken_back_reaches_the_booking() -> None:
    talk = Talk(channel="phone", contact=Contact(phone="+15105550142", proven=True))
    first = "book june thirteenth at six p m twelve adults nine five one two eight no sorry one two five nine five one two five"
    play(first, "Gloria Pham", "yes book it", talk=talk)
    assert booked(talk)["zip"] == "95125" and all(answer.refused == [] for answer in talk.answers)


HELD = "book april 18, 6pm, 12 adults, 94539, Ann Lee"


@pytest.mark.parametrize(
    "said",
    [
        "can you hold it until friday?", "I can't pay within 2 hours, is tomorrow ok?", "is the deposit (a) due today or (b) in two days?",
        "if I cancel on april 10 do I get the deposit back?", "can I add people until april 17?", "would the 19th be cheaper?",
        "my birthday is the 16th but we celebrate on the 18th", "the guests arrive at 5, is that ok?", "I have to be up at 6 the next day",
    ],
)  # fmt: skip
def test_the_day_of_something_else_moves_no_party(said: str) -> None:
    dialogue = play(HELD, said).dialogue
    assert (str(dialogue.day), str(dialogue.time)) == ("2026-04-18", "18:00:00")


@pytest.mark.parametrize(
    ("said", "topic"),
    [("can i pay the deposit on friday?", "2 hours"), ("is sunday the 19th cheaper?", "same price"), ("can the chef be here at 5 to set up?", "20 minutes")],
)  # fmt: skip
def test_what_is_asked_by_such_a_day_is_answered(said: str, topic: str) -> None:
    assert topic in play(HELD, said).answers[-1].text


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("is sat may 9 6pm free? if not sun may 10 6pm. 12 adults 94551, Ada Lin", "yes"),
        ("sat may 9 6pm, 12 adults 94551, Ada Lin", "sunday then"),
        ("is may 9 open? or may 10? 6pm, 12 adults 94551, Ada Lin", "yes"),
    ],
)
def test_a_day_in_place_of_a_full_one_keeps_its_start(first: str, then: str) -> None:
    talk = play(first, then, talk=Talk(full={("2026-05-09", "18:00")}))
    assert (str(talk.dialogue.day), str(talk.dialogue.time)) == ("2026-05-10", "18:00:00")


@pytest.mark.parametrize("said", ["no keep may 30 too, this is extra. yes book april 18", "yes book it in addition to may 30", "no, that one on may 30 stays. book this one"])  # fmt: skip
def test_a_second_party_is_booked_beside_the_one_that_stands(said: str) -> None:
    talk = play(HELD, said, talk=Talk(bookings=[party_on("2026-05-30")]))
    assert (booked(talk)["date"], booked(talk)["name"]) == ("2026-04-18", "Ann Lee")


def test_what_is_told_with_the_yes_is_on_the_booking() -> None:
    party = booked(play("book april 18, 6pm, 12 adults, 94539, I'm Josh", "yes, Josh Feldman, josh@lee.example"))
    assert (party["name"], party["email"]) == ("Josh Feldman", "josh@lee.example")


@pytest.mark.parametrize(
    ("said", "starts", "guests"),
    [("how about 6 that day", "18:00:00", 12), ("is 9 free?", "21:00:00", 12), ("go with 13 then", "15:00:00", 13), ("my sister might come too so maybe 13", "15:00:00", 12)],
)  # fmt: skip
def test_a_bare_number_at_the_summary_is_a_start_or_a_count(said: str, starts: str, guests: int) -> None:
    dialogue = play(HELD.replace("6pm", "3pm"), said).dialogue
    assert (str(dialogue.time), dialogue.party.adults or dialogue.party.people) == (starts, guests)


@pytest.mark.parametrize("said", ["12 adults 94539 may 2 at 8pm", "march 5 at 6 pm for 12 adults in 94539"])
def test_why_a_start_cannot_be_comes_before_the_price_and_the_offer_last(said: str) -> None:
    text = Talk().say(said).text
    assert -1 < max(text.find("don't have a start"), text.find("48 hours")) < text.index("$660") < text.index("3 PM")


@pytest.mark.parametrize("said", ["we already have may 30 with you. can i book one more, june 13 at 3pm, 11 adults, 94063", "can you also come on june 13 at 3pm? 11 adults 94063. may 30 stays"])  # fmt: skip
def test_one_more_party_moves_none(said: str) -> None:
    talk = play(said, "yes book that one too, keep may as it is", talk=Talk(bookings=[party_on("2026-05-30")]))
    assert [one["date"] for one in talk.bookings] == ["2026-05-30", "2026-06-13"]


def test_an_age_of_ninety_is_no_crowd() -> None:
    said = "for my mother, who will be 90, but she wants it on the day, may 10. is a weekday possible? we would be 11 adults, 94539"
    assert "$605" in Talk().say(said).text


@pytest.mark.parametrize(
    "text",
    [
        "no don't book it yet",
        "wait don't book that yet",
        "actually hold off, not yet",
        "i didn't say book it",
        "no wait, too soon",
    ],
)
def test_a_booking_that_is_regretted_at_once_is_only_held_and_offered_to_be_let_go(text: str) -> None:
    talk = Talk()
    talk.say("20 adults june 6 6pm 95035, Joel Park")
    talk.say("yes hold it")
    answer = talk.say(text)
    assert "only held for you" in answer.text and "change_booking" not in answer.tools, answer.text
    assert talk.bookings[-1]["status"] == "deposit_pending" and not talk.bookings[-1]["dietary"]
    assert "cancel_booking" in talk.say("yes").tools


@pytest.mark.parametrize("text", ["not yet", "don't have the address yet", "no allergies", "i don't know yet"])
def test_what_answers_the_last_questions_regrets_no_booking(text: str) -> None:
    talk = Talk()
    talk.say("20 adults june 6 6pm 95035, Joel Park")
    talk.say("yes")
    assert "only held" not in talk.say(text).text


@pytest.mark.parametrize(
    ("lines", "told", "never"),
    [
        ("18 people 94566 june 20 || what about 9 || too late. sunday?", "noon, 3 PM, 6 PM or 9 PM", "at 9 PM is"),
        (
            "18 people 94566 june 20 at 6pm || that's too early, how about the 27th?",
            "noon, 3 PM, 6 PM or 9 PM",
            "at 6 PM is",
        ),
        ("9 people 94555 || sunday june 28 || lunchtime", "June 28 at noon", "noted"),
    ],
)
def test_a_start_is_looked_for_where_it_suits(lines: str, told: str, never: str) -> None:
    talk = Talk(channel="web_chat")
    for line in lines.split(" || "):
        answer = talk.say(line)
    assert told in answer.text and never not in answer.text, answer.text


@pytest.mark.parametrize("contact", ["mia.k@example.com", "510-555-0199", "you can use mia.k@example.com"])
def test_a_contact_told_at_the_summary_repeats_nothing_and_books_nothing(contact: str) -> None:
    talk = Talk()
    talk.say("9 adults 95814, june 6 6pm, Mia Kern")
    answer = talk.say(contact)
    assert "9 adults" not in answer.text and answer.text.endswith("?") and "book_party" not in answer.tools, answer.text
    assert "book_party" in talk.say("yess book it").tools


@pytest.mark.parametrize(
    "text",
    [
        "510-555-0199 works too",
        "my cell 510-555-0199 works too",
        "ok my husbands number 510-555-0199 works too",
        "no, 510-555-0199 is better",
        "yes if 510-555-0199 works",
    ],
)
def test_a_number_that_works_too_is_no_yes(text: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("9 adults 95814, june 6 6pm, Mia Kern, mia.k@example.com")
    assert "book_party" not in talk.say(text).tools


@pytest.mark.parametrize(
    "text",
    [
        "yeah 510-555-0199 works better",
        "yes please. 510-555-0199 works best for me",
        "go ahead, 510-555-0199 is fine",
        "book it, 510-555-0199 is better",
        "ok, 510-555-0199 is best",
    ],
)
def test_a_yes_of_its_own_before_a_number_that_works_books(text: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("9 adults 95814, june 6 6pm, Mia Kern, mia.k@example.com")
    assert "book_party" in talk.say(text).tools


def test_a_diet_told_at_the_summary_is_named() -> None:
    talk = Talk()
    talk.say("9 adults 95814, june 6 6pm, Mia Kern")
    assert "vegetarian" in talk.say("my aunt is vegetarian btw").text


def test_no_show_please_is_noted_for_the_chef() -> None:
    talk = Talk()
    talk.say("16 people, friday june 19 6pm, 94526, Ellen Moss")
    answer = talk.say("Yes, six o'clock. No show please if that's possible.")
    assert "book_party" in answer.tools and any("show" in str(call.arguments.get("notes")) for call in answer.calls)


JUNE_13 = "june 13 2026, 12 adults 94539 at 6pm"


def is_booked(talk: Talk) -> bool:
    return any(one["status"] != "held" for one in talk.bookings)


@pytest.mark.parametrize(
    ("texts", "told", "never"),
    [
        (("what happens to the deposit if we have to cancel on june 10?",), "3 days before", "is free"),
        (("is the deposit refundable?", "so june 9 would still be ok, right?"), "4 days before", "June 9 at 6 PM"),
        (("the party is the 13th. june 9 is the last day to cancel, right?",), "4 days before", "June 9 at 6 PM"),
        (("do you keep the deposit if we back out on june 11?", "and on the 8th?"), "5 days before", "at 6 PM is"),
        (("what if I change my mind on june 5",), "8 days before", "at 6 PM is"),
        (("is it refundable?", "would the 12th be too late to get my money back"), "1 day before", "team"),
        (("whats the last day i can cancel and get the deposit back?",), "Tuesday, June 9", "4 days or more"),
    ],
)
def test_the_day_on_which_one_would_cancel_is_not_the_partys(texts: tuple[str, ...], told: str, never: str) -> None:
    talk = play(JUNE_13, *texts)
    assert told in talk.answers[-1].text and never not in talk.answers[-1].text
    assert [day.isoformat() for day in talk.dialogue.dates] == ["2026-06-13"]
    assert not any(answer.turn.reading.handover for answer in talk.answers)


@pytest.mark.parametrize("said", ["can we do june 6 instead? is the deposit refundable?", "let's book june 6, and what if we cancel"])  # fmt: skip
def test_another_day_beside_the_rule_for_cancelling_is_the_partys(said: str) -> None:
    assert [day.isoformat() for day in play(JUNE_13, said).dialogue.dates] == ["2026-06-06"]


@pytest.mark.parametrize("said", ["cancel it", "cancel", "ok cancel please"])
def test_who_drops_a_plan_hears_no_rule(said: str) -> None:
    talk = play(JUNE_13, "Ana Ruiz", said)
    assert "deposit back" not in talk.answers[-1].text and not is_booked(talk)


@pytest.mark.parametrize("said", ["y. can i pay the deposit w venmo", "i said y", "i told you yes already", "ye. whats next", "yh", "as i said yes"])  # fmt: skip
def test_a_short_yes_and_one_that_was_given_before_books(said: str) -> None:
    talk = play(JUNE_13, "Bao 5105550142", said)
    assert booked(talk)["name"] == "Bao" and "you tell me the start" not in talk.answers[-1].text.lower()


@pytest.mark.parametrize("said", ["i never said yes", "if i say yes what happens", "i told you i am not sure yet", "y but how late can i cancel"])  # fmt: skip
def test_a_yes_that_is_only_spoken_of_books_nothing(said: str) -> None:
    assert not is_booked(play(JUNE_13, "Bao 5105550142", said))


@pytest.mark.parametrize(
    "said",
    [
        "neither the 10th nor the 17th works", "neither works for us sorry", "can't do either", "none of those work",
        "the 10th or the 17th won't work after all", "neither",
    ],
)  # fmt: skip
def test_no_day_of_a_choice_that_suits_leaves_none(said: str) -> None:
    talk = play("12 adults, 94539. april 10 or 17", said)
    assert not talk.dialogue.dates and "April 1" not in talk.answers[-1].text


@pytest.mark.parametrize("said", ["either works", "the 10th works, the 17th doesn't", "not the 17th"])
def test_a_day_of_a_choice_that_suits_is_taken(said: str) -> None:
    assert [day.isoformat() for day in play("12 adults, 94539. april 10 or 17", said).dialogue.dates][:1] == [
        "2026-04-10"
    ]


@pytest.mark.parametrize("said", ["weeknight as in tues wed thurs", "tues, wed or thurs", "i mean tuesday wednesday or thursday evening"])  # fmt: skip
def test_weekdays_in_a_row_are_those_of_the_week_that_is_talked_of(said: str) -> None:
    talk = play("8 people 94539. some weeknight the week after next", said)
    assert [day.isoformat() for day in talk.dialogue.dates] == ["2026-03-17", "2026-03-18", "2026-03-19"]


@pytest.mark.parametrize("said", ["Make it 9 then, cooler", "I said nine. PM.", "its hot at 6 so make it nine", "make it nine pm"])  # fmt: skip
def test_a_bare_hour_at_a_summary_is_a_start_where_the_clock_is_spoken_of(said: str) -> None:
    talk = play(JUNE_13, "Ana Ruiz", said)
    assert talk.dialogue.time is not None and talk.dialogue.time.hour == 21 and "12 adults" in talk.answers[-1].text


def test_lunch_beside_other_numbers_is_the_start() -> None:
    talk = play("16 adults and 5 kids", "9 and 7 is 16 adult. Children 5. In 95035, Sunday 14 June lunch time")
    assert talk.dialogue.time is not None and talk.dialogue.time.hour == 12


@pytest.mark.parametrize("said", ["Starts at 550 right", "so it starts at 550?", "prices start at $550, correct?"])
def test_a_price_that_starts_at_the_minimum_is_no_hour(said: str) -> None:
    talk = play("12 adults 94539", said)
    assert talk.dialogue.time is None and "$550" in talk.answers[-1].text


def test_a_surprise_and_a_joke_about_flames_are_no_question_about_others() -> None:
    said = "We're in 94526. He doesn't know a thing, the party would be saturday june 13. Does anyone ever burn their eyebrows off? Ha!"
    told = play("we need 15 adults", said).answers[-1]
    assert "June 13" in told.text and "10 feet" in told.text and "anything about other people" not in told.text


def test_not_yet_beside_a_question_presses_for_no_yes() -> None:
    talk = play(JUNE_13, "Ana Ruiz", "Not yet, I must ask the ladies first. Until what date would it still be safe?")
    assert "go ahead and book" not in talk.answers[-1].text and "Ready" not in talk.answers[-1].text
    assert "book_party" in talk.say("yes book it").tools


@pytest.mark.parametrize("said", ["Could you write the offer down in a message I can read out to them?", "can you type up the quote", "i need something i can print for my boss"])  # fmt: skip
def test_an_offer_to_be_written_down_is_written(said: str) -> None:
    assert "12 adults × $55 = $660" in play(JUNE_13, said).answers[-1].text


@pytest.mark.parametrize(
    ("said", "told", "never"),
    [
        ("We've got one picnic table and a bunch of tv trays, would that do for 12?", "6-foot tables", "not sure"),
        ("And the tables, hon?", "6-foot tables", "not sure"),
        ("is the balcony a no go?", "for our team to decide", "not sure"),
        ("can you cook on a boat dock?", "10 feet", "not sure"),
        ("how many people does 600 get me", "10 adults", "$660"),
        ("thats over my 600. how many can i have for that", "10 adults", "$660"),
        ("let me ask my mom, can you hold it till tonight", "2 hours", "no rush"),
        ("what if we get a call and have to run out mid meal", "team", "Your party would be"),
        ("do we pay full if we get called out before the chef starts", "Tuesday, June 9", "team sees"),
        ("can grandpa have tofu only?", "Tofu is one of the included", "team"),
        ("and tofu for grandpa?", "Tofu is one of the included", "team"),
        ("u keep skipping my question. forget it. does a vegetarian matter?", "vegetarian", "haven't booked"),
    ],
)
def test_a_question_beside_the_summary_is_answered(said: str, told: str, never: str) -> None:
    talk = play(JUNE_13, "Ana Ruiz", said)
    assert told in talk.answers[-1].text and never not in talk.answers[-1].text
    assert (
        not is_booked(talk)
        and "12 adults" in play(JUNE_13, "Ana Ruiz", said, "what did I tell you so far?").answers[-1].text
    )


@pytest.mark.parametrize("said", ["u guys do tahoe?? aug 7-9", "so is tahoe a yes or wut. 11 dudes", "tahoe. yes or no", "do you guys come out to tahoe? there'll be 12"])  # fmt: skip
def test_a_town_that_is_asked_about_is_answered_beside_the_party(said: str) -> None:
    assert "Tahoe" in play("party for 11 guys on aug 8", said).answers[-1].text


def test_a_town_that_is_only_told_is_no_question() -> None:
    assert "come to Oakland" not in play("party for 12 in oakland june 12 at 6").answers[-1].text


@pytest.mark.parametrize("said", ["neither, sorry. my husband is away both days", "we're busy both weekends"])
def test_who_is_away_on_both_days_takes_neither(said: str) -> None:
    assert not play("12 adults, 94539. april 10 or 17", said).dialogue.dates


def test_so_many_on_a_day_of_a_month_are_no_day() -> None:
    talk = play("bday for 14 sept 5, 94539")
    assert [day.isoformat() for day in talk.dialogue.dates] == ["2026-09-05"] and "14 adults" in talk.answers[-1].text


def test_what_the_team_decides_about_and_why_it_is_so_cheap() -> None:
    assert "100 miles" in play("do you come to clovis? 18 of us", "what do you mean the team decides").answers[-1].text
    assert "included" in play(JUNE_13, "why so cheap?").answers[-1].text


def test_a_bare_hour_of_a_large_party_is_a_start_unless_comers_are_counted() -> None:
    talk = play("june 13 2026 noon, 16 adults 94539", "Ana Ruiz", "make it 3, they nap")
    assert talk.dialogue.time is not None and talk.dialogue.time.hour == 15 and "16 adults" in talk.answers[-1].text
    assert (
        "6 adults"
        in play("june 13 2026 noon, 16 adults 94539", "Ana Ruiz", "make it 6, half of them dropped out")
        .answers[-1]
        .text
    )


def test_what_a_sum_gets_in_people() -> None:
    assert "12 adults" in play("what would 700 get me, people wise? 94539").answers[-1].text


@pytest.mark.parametrize("asked", ["is it booked now?", "so is it booked?", "am i booked then?"])
def test_whether_it_is_booked_is_answered_by_what_is_so(asked: str) -> None:
    talk = play("12 adults june 13 6pm 94539, Ana Ruiz, 408 555 0123")
    for _ in range(2):
        text = talk.say(asked).text
        assert re.search(r"not yet|isn't booked yet", text, re.I) and "find" not in text, text
    talk.say("yes, book it")
    assert booked(talk)["date"] == "2026-06-13"
    assert re.search(r"not yet|isn't booked", talk.say(asked).text, re.I) is None
