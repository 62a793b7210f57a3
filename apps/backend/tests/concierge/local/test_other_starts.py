"""Another start of a party's day is offered and moves it after a yes."""

import pytest

from tests.concierge.local.talk import Talk

BOOK = "party for 12 adults on saturday march 21 at 6pm, 2140 maple street fremont ca 94536, Dana Whitfield, book it"
EARLIER = ("also can we start earlier", "could we start a bit earlier?", "is there an earlier slot", "any earlier time possible?", "can we begin sooner")  # fmt: skip
LATER = ("is a later start possible?", "can the chef come later", "could we push it a little later?")
HOURS = ("actually can we do 7 instead", "can we start at 7", "could we do 7?")


def _booked() -> Talk:
    talk = Talk(channel="web_chat")
    talk.say(BOOK)
    assert "book_party" in talk.say("yes").tools
    return talk


@pytest.mark.parametrize(
    ("words", "offered", "choice", "start"),
    [
        *((one, "noon or 3 PM", "3", "15:00") for one in EARLIER), *((one, "9 PM", "9", "21:00") for one in LATER),
        *((one, "3 PM, 6 PM or 9 PM", "9", "21:00") for one in HOURS),
    ],
)  # fmt: skip
def test_another_start_of_the_day_is_offered_and_moves_the_party(
    words: str, offered: str, choice: str, start: str
) -> None:
    talk = _booked()
    answer = talk.say(words)
    assert offered in answer.text and "ask the team" not in answer.text
    assert talk.bookings[0]["time"] == "18:00" and talk.bookings[0]["adults"] == 12
    assert "preview_change" in talk.say(choice).tools
    talk.say("yes")
    assert talk.bookings[0]["time"] == start and talk.bookings[0]["adults"] == 12


@pytest.mark.parametrize("words", ["i'll tell you the address later", "can we have 7 instead of 12 guests?"])
def test_no_start_is_offered_to_who_wishes_none(words: str) -> None:
    assert "noon or 3 PM" not in _booked().say(words).text


@pytest.mark.parametrize(
    ("said", "told", "never"),
    [
        ("what starts do you have later than noon?", "3 PM, 6 PM or 9 PM", "noon"),
        ("noon will not work. anything that starts later than noon?", "3 PM, 6 PM or 9 PM", "at noon"),
        ("nothing earlier than 3 please", "3 PM, 6 PM or 9 PM", "noon"),
        ("nothing that starts later than 3", "noon or 3 PM", "6 PM"),
        ("no later than 6", "noon, 3 PM or 6 PM", "9 PM"),
        ("is noon or three both free?", "noon or 3 PM", "$"),
    ],
)
def test_a_bound_leaves_the_starts_on_its_side(said: str, told: str, never: str) -> None:
    talk = Talk()
    talk.say("12 adults on june 13, 94539")
    text = talk.say(said).text
    assert told in text and never not in text, text


@pytest.mark.parametrize("said", ["hi do I speak to a person here?", "am I talking to a person?"])
def test_who_asks_what_writes_here_is_told(said: str) -> None:
    talk = Talk()
    assert "virtual" in talk.say(said).text and not talk.escalated and "$55" not in talk.answers[-1].text
