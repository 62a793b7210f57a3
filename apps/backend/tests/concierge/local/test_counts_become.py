"""The guests of a party that is booked become other guests, its start another start: told as people tell it."""

import pytest

from tests.concierge.local.talk import Talk, party_on

MARCH = party_on("2026-03-14")
"""Twelve adults at 6 PM."""


def _asked(text: str) -> Talk:
    talk = Talk(bookings=[dict(MARCH)])
    talk.say(text)
    talk.say("yes please")
    return talk


@pytest.mark.parametrize(
    ("text", "adults", "children", "toddlers"),
    [
        ("the 12 adults have become 15, and there are two kids coming as well, 10 and 8", 15, 2, 0),
        ("we've gone from 12 adults to 15 plus 2 kids (10 and 8). new total?", 15, 2, 0),
        ("for our march 14 party we're fourteen adults now instead of twelve and my grandson who's nine", 14, 1, 0),
        ("14 adults now plus a 9 year old", 14, 1, 0),
        ("yo for march 14 we're 10 not 12, 2 guys bailed. new total?", 10, 0, 0),
        ("hey, 3 people out but 2 kids 6 and 11 in", 9, 2, 0),
        ("so two of my cousins dropped out and one brought her daughter who's 9", 10, 1, 0),
        ("we lost one adult but got two kids 4 and 7", 11, 1, 1),
        ("take one adult off the list and put one kid on", 11, 1, 0),
        ("we have 3 more people: my aunt, uncle and their daughter (10)", 14, 1, 0),
        ("it turns out 3 of our 12 are kids, ages 4, 8 and 11. what's the price then?", 9, 2, 1),
        ("we're going to be 25, what's the new price", 25, 0, 0),
        ("it was twelve adults before and it'll be fourteen and then there's my grandson as well he's nine", 14, 1, 0),
        (
            "I put my twins down as adults and they're only 11. So should be 10 adults + 2 kids instead of 12 adults",
            10,
            2,
            0,
        ),
        (
            "I booked for 12 adults on March 14, but I forgot to say that two of the twelve are kids, 9 and 11.",
            10,
            2,
            0,
        ),
        ("my bday on march 14 was 12 ppl, now 13, whats the price now", 13, 0, 0),
    ],
)
def test_each_guest_is_counted_once(text: str, adults: int, children: int, toddlers: int) -> None:
    party = _asked(text).bookings[0]
    assert (party["adults"], party["children"], party["toddlers"]) == (adults, children, toddlers)


@pytest.mark.parametrize(
    ("text", "day", "time", "adults"),
    [
        ("can you switch us from 6 to 9?", "2026-03-14", "21:00", 12),
        ("go from 12 to 9 please", "2026-03-14", "18:00", 9),
        ("can we have it on the 21st?", "2026-03-21", "18:00", 12),
    ],
)
def test_a_number_is_the_start_or_the_guests(text: str, day: str, time: str, adults: int) -> None:
    party = _asked(text).bookings[0]
    assert (party["date"], party["time"][:5], party["adults"]) == (day, time, adults)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("we want to move it to May", "the 9th"),
        ("could we do the party in may instead", "9th"),
        ("can we push our party into May?", "the 9th"),
    ],
)
def test_a_day_is_of_the_month_that_a_move_was_told_to(text: str, day: str) -> None:
    talk = Talk(bookings=[dict(MARCH)])
    talk.say(text)
    assert "May 9" in talk.say(day).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what time do we start on the 14th again", ["6 PM"]),
        ("what time does the party take place on saturday the 14th", ["6 PM"]),
        ("are we down for 12 or 14 people?", ["12 adults"]),
        ("where is the party happening according to your records?", ["94539"]),
        ("I want to double check everything about our booking please", ["6 PM for 12 adults"]),
        ("our party is at 6 right? and it's 12 people?", ["6 PM", "12 adults"]),
    ],
)
def test_what_stands_is_told(text: str, told: list[str]) -> None:
    answer = Talk(bookings=[dict(MARCH)]).say(text)
    assert all(fact in answer.text for fact in told) and "person from our team" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "we will be 16 grown-ups now. Could you amend the booking?",
        "The new ZIP is 94536, can you put that on the booking?",
        "please move it to April 11, keeping 6pm. Is there a charge?",
    ],
)
def test_a_preview_answers_what_only_asks_for_the_change(text: str) -> None:
    answer = Talk(bookings=[dict(MARCH)]).say(text)
    assert "preview_change" in answer.tools and "team" not in answer.text


def test_a_refund_is_promised_for_no_day() -> None:
    talk = _asked("cancel our party please")
    assert "refund" in talk.say("when will I see the money").text


def test_a_step_is_corrected_and_a_weekday_is_of_the_week_that_is_talked_of() -> None:
    talk = Talk(bookings=[dict(MARCH)])
    talk.say("2 more people are joining our March 14 party")
    assert "15 adults" in talk.say("3 actually, Dave's bringing his girlfriend").text
    moved = Talk(bookings=[dict(MARCH)])
    moved.say("can we push our party to sat march 21? same time")
    assert "Sunday, March 22" in moved.say("what about the sunday then, same time").text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("My father tires early. May we start at 3pm instead of 6pm on March 14? Everything else stays as it is.", "3 PM"),
        ("our party's on the 14th and my husband's got food poisoning can we push it to march 28 same time", "sorry"),
        ("sadly my sister's flight was cancelled, so there is no party on March 14. If we call it off today, do we still get our deposit back?", "refunded"),
        ("we have to call off our lunch on March 14: half the guests can't leave the airport. If I cancel today, is the deposit gone?", "go ahead and cancel"),
        ("hello, mom's in the ER so the party's off", "go ahead and cancel"),
    ],
)  # fmt: skip
def test_what_is_told_beside_a_change_is_no_other_matter(text: str, said: str) -> None:
    talk = Talk(bookings=[dict(MARCH)])
    answer = talk.say(text)
    assert said in answer.text and not talk.escalated and "certain" not in answer.text


def test_a_party_that_would_move_out_of_reach_is_a_persons() -> None:
    talk = Talk(bookings=[dict(MARCH)])
    talk.say("can we move the party to Reno 89501")
    assert talk.escalated and talk.bookings[0]["zip"] == MARCH["zip"]
