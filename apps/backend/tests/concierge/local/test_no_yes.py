"""What is no yes: a doubt, a delay, a condition or a question beside the most willing words does no deed; a real yes does it."""

import pytest

from hibachi.concierge.understanding import yes_doubted
from hibachi.concierge.understanding.schemas import Pending
from tests.concierge.local.talk import Talk, party_on

YESES = ("yes", "sure", "sounds good", "fine", "yeah go ahead", "ok do it", "perfect")
TAILS = (
    " in theory", ", once my husband agrees", " but let me ask my wife", ", maybe tomorrow", " as soon as i get paid",
    " when we have talked about it", ", not 100% sure though", " if nobody objects", ", i need to think about it", ", but not yet",
    " and tell me more first", ", i guess, depends on the weather", ", in a week or so", ", just give me an hour", " until then i am waiting for my boss",
)  # fmt: skip
SHOWN = tuple(Pending(kind=kind, booking_id="one", arguments={}) for kind in yes_doubted.DEEDS)


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.kind)
@pytest.mark.parametrize("tail", TAILS)
def test_no_tail_that_leaves_it_open_is_agreed_to(tail: str, shown: Pending) -> None:
    for yes in YESES:
        assert yes_doubted.left_open(yes + tail, shown), yes + tail


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.kind)
def test_a_yes_is_one_with_thanks_reasons_and_courtesy(shown: Pending) -> None:
    for yes in YESES:
        for tail in (
            "",
            " please",
            "!! thank you so much",
            ", we have no choice",
            ". sorry about that",
            ", if possible",
            " 🙏",
        ):
            assert yes_doubted.left_open(yes + tail, shown) is None, yes + tail


@pytest.mark.parametrize(
    "text",
    [
        "yes i want to know the terms",
        "do it next week",
        "sounds good in theory",
        "yes i know",
        "yes we are still coming",
    ],
)
def test_a_cancellation_that_was_shown_is_not_done_by_it(text: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say("cancel my party")
    answer = talk.say(text)
    assert talk.bookings[0]["status"] == "confirmed"
    assert answer.verdict.ok


@pytest.mark.parametrize("text", ["fine in principle", "sure, what time is that", "yes when i have talked to my wife"])
def test_a_change_that_was_shown_is_not_done_by_it(text: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say("can you make it 15 adults")
    answer = talk.say(text)
    assert talk.bookings[0]["adults"] == 12
    assert answer.verdict.ok


@pytest.mark.parametrize("text", ["sounds good in theory", "yes, tomorrow maybe", "yes i have a question"])
def test_a_summary_is_not_booked_by_it(text: str) -> None:
    talk = Talk()
    talk.say("book march 21 at 6pm for 12 adults in 94539, im Dana Ruiz, no extras no allergies")
    answer = talk.say(text)
    assert "book_party" not in answer.tools
    assert answer.verdict.ok


@pytest.mark.parametrize(
    "text", ["what if my sister and her 2 kids join", "what if we add 1 adult and 2 kids", "if my brother and his 2 kids come how much"]
)  # fmt: skip
def test_who_only_asks_what_would_be_changes_no_plan(text: str) -> None:
    talk = Talk()
    talk.say("12 adults 94539 march 21 6pm")
    asked = talk.say(text)
    assert "13 adults and 2 children" in asked.text and "I haven't changed anything in your plan" in asked.text
    kept = talk.say("no just asking")
    assert talk.dialogue.party.adults == 12 and not talk.dialogue.party.children
    assert asked.verdict.ok and kept.verdict.ok


def test_who_only_asked_keeps_the_party_that_is_booked() -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say("what if my sister and her 2 kids join")
    assert "everything stays" in talk.say("no just asking").text
    assert talk.bookings[0]["adults"] == 12


def test_both_parties_are_changed_one_after_the_other() -> None:
    talk = Talk(bookings=[party_on("2026-03-14"), party_on("2026-06-13")])
    shown = talk.say("both parties get 2 more")
    assert "March 14" in shown.text and "14 adults" in shown.text and shown.verdict.ok
    assert "June 13" in talk.say("yes").text
    talk.say("yes")
    assert [one["adults"] for one in talk.bookings] == [14, 14]


def test_a_party_that_was_just_cancelled_is_not_said_to_stay() -> None:
    talk = Talk(bookings=[party_on("2026-03-14"), party_on("2026-06-13")])
    talk.say("cancel both")
    assert "stays" not in talk.say("yes").text


@pytest.mark.parametrize(
    ("text", "words", "no_words"),
    [
        (
            "move it to april 11 at 6pm. if they win can i move it to the 18th",
            ("April 11", "once for free"),
            "April 18",
        ),
        ("if they lose can i move it to the 25th", ("once for free",), "25"),
        ("what would it be with 15", ("15 adults", "$825"), "ZIP"),
    ],
)
def test_what_is_asked_for_a_case_that_may_come_moves_nothing(text: str, words: tuple[str, ...], no_words: str) -> None:
    answer = Talk(bookings=[party_on("2026-03-14")]).say(text)
    assert all(word in answer.text for word in words) and no_words not in answer.text, answer.text
    assert answer.verdict.ok


def test_a_fee_that_is_doubted_is_explained() -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    for line in ("move it to march 21", "yes", "actually move it back to the 14th"):
        talk.say(line)
    answer = talk.say("200?? we changed it 5 min ago")
    assert "first move is free" in answer.text and answer.verdict.ok


def test_a_yes_that_names_one_party_cancels_no_other() -> None:
    talk = Talk(bookings=[party_on("2026-03-14"), party_on("2026-06-13")])
    talk.say("cancel june 13")
    answer = talk.say("Yes, cancel June 13 please.")
    assert [one["status"] for one in talk.bookings] == ["confirmed", "cancelled"]
    assert "?" not in answer.text and "can't find" not in answer.text


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("before i say yes how much do people tip", "gratuity"),
        ("before I confirm, whats the deposit", "deposit"),
        ("before i commit can i cancel for free", "cancellation"),
    ],
)
def test_a_question_before_the_yes_is_answered_and_the_summary_stays_open(text: str, topic: str) -> None:
    talk = Talk()
    talk.say("book march 21 at 6pm for 12 adults in 94539, im Dana Ruiz, no extras no allergies")
    answer = talk.say(text)
    assert topic in answer.turn.reading.frame.topics and "book_party" not in answer.tools
    assert "?" in answer.text and answer.verdict.ok


@pytest.mark.parametrize(
    "text",
    [
        "can you reserve the 22nd for a day without paying",
        "can you hold it for a day without a deposit?",
        "could you put a hold on it for 24 hours, no payment",
        "reserve it, i pay later?",
        "keep it for a couple of days please",
        "can u save it till tomorrow",
    ],
)
def test_another_hold_than_the_one_shown_is_no_yes(text: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults in 95112, june 22 at 6, Ana Ruiz 408-555-0123")
    assert talk.dialogue.pending is not None
    said = talk.say(text).text
    assert not [one for one in talk.bookings if one["status"] != "held"] and "is booked" not in said
    assert "2 hours" in said


@pytest.mark.parametrize("text", ["yes, i can pay the deposit tonight", "book it, i'll pay by card"])
def test_a_yes_that_tells_how_it_is_paid_is_one(text: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults in 95112, june 22 at 6, Ana Ruiz 408-555-0123")
    talk.say(text)
    assert [one for one in talk.bookings if one["status"] == "deposit_pending"] or talk.dialogue.pending is not None


@pytest.mark.parametrize(
    "asked",
    [
        "change what exactly", "what exactly would you be changing", "move it where?", "wait what", "which one", "to what",
        "u mean what now", "so what's the change", "what am i saying yes to", "change it to what",
    ],
)  # fmt: skip
def test_who_asks_what_would_be_done_is_told_and_nothing_is_done(asked: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say("can you make it 15 adults")
    answer = talk.say(asked)
    assert talk.bookings[0]["adults"] == 12
    assert "15 adults" in answer.text and "If you say yes" in answer.text
    talk.say("ok do it")
    assert talk.bookings[0]["adults"] == 15


@pytest.mark.parametrize(
    "asked", ["cancel which one", "you cancel what", "cancel what exactly? just the march one right"]
)
def test_who_asks_what_would_be_cancelled_has_cancelled_nothing(asked: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say("we need to cancel our party")
    answer = talk.say(asked)
    assert talk.bookings[0]["status"] == "confirmed"
    assert "March 14" in answer.text and "Nothing is cancelled yet" in answer.text


@pytest.mark.parametrize(
    "said",
    [("what if we end up 11?", "no keep it at 13"), ("keep it at 13",), ("how much for 15?", "stay at 13 then")],
)
def test_a_number_that_stays_books_nothing_until_it_is_agreed(said: tuple[str, ...]) -> None:
    talk = Talk()
    talk.say("13 adults on march 21 at 6pm in 95148, ana ruiz, 408 555 0123")
    for line in said:
        talk.say(line)
    assert [one["status"] for one in talk.bookings] == ["held"]
    talk.say("yes, go ahead with 13")
    assert [(one["status"], one["adults"]) for one in talk.bookings] == [("deposit_pending", 13)]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("wait, is that a saturday?", "Yes, that's Saturday, June 13"),
        ("wait is june 13 a saturday", "Yes, that's Saturday, June 13"),
        ("hang on is that a saturday", "Yes, that's Saturday, June 13"),
        ("hm wait how long does it take", "90 to 120 minutes"),
        ("one sec, how long does it take?", "90 to 120 minutes"),
    ],
)
def test_who_holds_on_to_ask_is_answered_and_not_put_off(said: str, answer: str) -> None:
    talk = Talk()
    talk.say("14 adults 94539 june 13 6pm Dana Fox dana@example.com")
    heard = talk.say(said)
    assert answer in heard.text
    assert "book nothing" not in heard.text and "haven't booked" not in heard.text
    assert heard.dialogue.pending is not None and "book_party" not in [call.tool for call in heard.calls]


@pytest.mark.parametrize("said", ["wait", "hold on, I have to ask my wife", "wait, let me check with my sister first"])
def test_who_only_holds_on_is_not_pressed(said: str) -> None:
    talk = Talk()
    talk.say("14 adults 94539 june 13 6pm Dana Fox dana@example.com")
    heard = talk.say(said)
    assert "hall I book" not in heard.text and "book_party" not in [call.tool for call in heard.calls]
