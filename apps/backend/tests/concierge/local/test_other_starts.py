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
