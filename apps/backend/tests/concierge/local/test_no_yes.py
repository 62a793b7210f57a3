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
