"""Questions and wishes that stand beside something else: each by its kind, in words of its own."""

from datetime import date, time

import pytest

from hibachi.kit.clock import instant_of
from tests.concierge.local.talk import ZONE, Talk, party_on

AUGUST = party_on("2026-08-15", adults=13)


def _said(*texts: str, **more: object) -> Talk:
    talk = Talk(**more)  # type: ignore[arg-type]
    for text in texts:
        talk.say(text)
    return talk


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        ((), "whats the last time you can start on saturdays", "9 PM"),
        ((), "how late can you begin on a weekday", "9 PM"),
        ((), "what proteins are free", "chicken"),
        ((), "which meats come with it at no extra cost", "tofu"),
        (("which proteins are included?",), "and how many per person?", "2"),
        (("20 adults, 94086, how much",), "what does it work out to a person", "$55"),
        (("18 adults in Napa 94558, total?",), "why the extra $108", "30 miles"),
        (("18 adults in Napa 94558, total?",), "hm, what is that 108 about", "$2 a mile"),
        (("4 adults, 95051, price?",), "what could we add to reach the minimum", "lobster"),
        (("5 adults, 95051, price?",), "can we use up the difference somehow", "5 more adults"),
    ],
)
def test_a_narrow_question_in_plain_words_gets_its_fact(before: tuple[str, ...], text: str, told: str) -> None:
    answer = _said(*before, text).answers[-1]
    assert told in answer.text
    assert "anything on record" not in answer.text


def test_people_who_are_not_there_are_the_gap_to_the_minimum() -> None:
    talk = _said("6 adults 94536 how much", "so i'm paying for 4 people who aren't even coming? feels off")
    assert talk.dialogue.party.adults == 6
    assert "minimum" in talk.answers[-1].text


def test_the_start_that_was_told_with_a_refused_day_goes_on_with_the_next() -> None:
    talk = _said(
        "we'd like march 4 2028 at 3pm, 20 adults, 94536",
        "then march 6 2027, the same time please. I'm Ines Prado",
    )
    assert (talk.dialogue.day, talk.dialogue.time) == (date(2027, 3, 6), time(15))
    assert "hold_date" in talk.answers[-1].tools


def test_until_when_somebody_is_there_is_no_day_of_the_party() -> None:
    talk = _said(
        "could we bring our august 15 party forward to tomorrow? my sister is only in town until sunday",
        "ok then leave it as it was",
        bookings=[dict(AUGUST)],
    )
    assert "48 hours" in talk.answers[0].text
    assert "August 15" in talk.answers[1].text
    assert not talk.answers[1].text.endswith("?")
    assert talk.bookings[0]["date"] == "2026-08-15"


@pytest.mark.parametrize("at", ["has to be called off", "will have to be cancelled", "needs to be called off"])
def test_a_dinner_that_has_to_be_called_off_is_told_what_it_costs(at: str) -> None:
    text = f"My husband is ill, so Friday's dinner (March 6) {at}. I suppose the deposit is lost?"
    talk = _said(text, bookings=[party_on("2026-03-06", adults=10)])
    assert "would be kept" in talk.answers[0].text
    assert talk.bookings[0]["status"] == "confirmed"


def test_a_change_that_was_shown_and_is_wished_once_more_is_done() -> None:
    talk = _said(
        "two of our 13 guests dropped out so it'll be eleven, what's the price now",
        "ok great change it to eleven please",
        bookings=[dict(AUGUST)],
    )
    assert talk.bookings[0]["adults"] == 11


@pytest.mark.parametrize("text", ["ok maybe change it to eleven", "ok but change it to twelve", "ok, change it to 11?"])
def test_a_doubt_or_another_number_changes_nothing_yet(text: str) -> None:
    now = instant_of(date(2026, 3, 4), time(10), ZONE)
    talk = _said("we're down to 11 guests for our party, what would it cost", text, bookings=[dict(AUGUST)], now=now)
    assert talk.bookings[0]["adults"] == 13
