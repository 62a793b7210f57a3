"""What a sentence only mentions changes no party: by the trained head, and by what is done with its word."""

import asyncio
from collections.abc import Callable, Iterator

import pytest

from hibachi.concierge.hearing import Heard, Hearing
from hibachi.concierge.understanding.only_mentioned import sentences_of, without
from hibachi.language.heads.listener import Listener
from tests.concierge.local.talk import Talk, party_on

Hears = Callable[[list[str], str], Heard | None]


@pytest.fixture(scope="module")
def hears() -> Iterator[Hears]:
    listener, loop = Listener(), asyncio.new_event_loop()
    hearing = Hearing(listener, within=30)
    yield lambda new, channel: loop.run_until_complete(hearing.of(new, channel))
    listener.close()
    loop.close()


@pytest.mark.parametrize(
    "said",
    [
        "if it's ninety degrees out is the food gonna sit there? My brother got sick once from catering",
        "can my cousin bring her puerto rican rice and stuff or is it only your food",
        "my wife and I both have the flu since Tuesday",
        "Hi there, the weather app shows wind, do you cancel for wind?",
    ],
)
def test_what_is_only_mentioned_changes_no_party(said: str, hears: Hears) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")], hears=hears)
    answer = talk.say(said)
    assert "preview_change" not in answer.tools and not talk.dialogue.change
    assert "would be for" not in answer.text and "would move to" not in answer.text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("my brother is coming too", "13 adults"),
        ("My brother got sick once from catering. Anyway, make it 14 please", "14 adults"),
        ("my cousin can't make it, so one less", "11 adults"),
    ],
)
def test_what_is_told_beside_it_does(said: str, shown: str, hears: Hears) -> None:
    assert shown in Talk(bookings=[party_on("2026-03-14")], hears=hears).say(said).text


def test_a_follow_up_or_a_reason_leaves_the_day_of_a_quote(hears: Hears) -> None:
    talk = Talk(hears=hears)
    talk.say("12 adults on June 20 in 94539, 6pm")
    talk.say("My wife flies back on the 9th from her sister in Ohio, she loves this stuff")
    assert [day.isoformat() for day in talk.dialogue.dates] == ["2026-06-20"]


def test_a_whole_request_is_no_mention_however_it_sounds() -> None:
    asked = "Hi, can we get a chef in Napa (94559) on Saturday April 17, 2027 at 3pm?"
    talk = Talk(hears=lambda new, channel: None)
    evidence = talk.say(asked).turn.reading.frame.evidence
    assert without(asked, [(asked, 0.9)], evidence, known=True) == asked
    assert without(asked, [(asked, 0.9)], evidence[:1], known=True) == ""


def test_short_answers_are_never_asked_about() -> None:
    assert sentences_of("6 then.\nthe 14th please") == ()
    assert sentences_of("We are twelve. Is the grill big enough?") == ("Is the grill big enough?",)
