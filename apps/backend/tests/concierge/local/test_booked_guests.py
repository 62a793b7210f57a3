"""Who comes to a party that is booked is said as of one that is planned: each joins, stays away or is counted once."""

import pytest

from tests.concierge.local.talk import Talk, party_on

FAMILY = party_on("2026-03-28", "15:00", adults=10, children=2)


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        ("+2 adults", (12, 2, 0)),
        ("we're bringing a baby too, does that change anything", (10, 2, 1)),
        ("final headcount is 11 adults, 2 kids and a toddler", (11, 2, 1)),
        ("its 14 of us now", (12, 2, 0)),
        ("two of the adults dropped out so now it's eight plus the kids", (8, 2, 0)),
        ("we have three extra kids one is four the others are eight and eleven", (10, 4, 1)),
        ("my brother's family is coming, 2 adults and 2 kids 5 and 8", (12, 3, 1)),
        ("my nephew who's fourteen wants to come too", (11, 2, 0)),
        ("one of the kids turned thirteen so he's an adult now right", (11, 1, 0)),
    ],
)
def test_who_joins_or_leaves_is_counted_beside_those_who_are_booked(text: str, guests: tuple[int, int, int]) -> None:
    talk = Talk(bookings=[dict(FAMILY)])
    assert "preview_change" in talk.say(text).tools
    talk.say("yes please")
    assert tuple(talk.bookings[0][slot] for slot in ("adults", "children", "toddlers")) == guests


@pytest.mark.parametrize(
    "text",
    ["my mom can't make it that day, can we do the 29th instead", "if i cancelled today would i get my money back"],
)
def test_a_reason_and_a_supposed_cancellation_take_nobody_away(text: str) -> None:
    talk = Talk(bookings=[dict(FAMILY)])
    assert "9 adults" not in talk.say(text).text


TWELVE = party_on("2026-03-14", "18:00", adults=12)


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        ("3 dropped out but 1 joined", (10, 0, 0)),
        ("can we come down to 10, and is the minimum still met", (10, 0, 0)),
        ("the Johnsons aren't coming (that's 4 people)", (8, 0, 0)),
        ("can we reduce our party by four?", (8, 0, 0)),
        ("now 10 and 2 kids, 7 and 9", (10, 2, 0)),
        ("my aunt, uncle and their 3 kids (4, 7, 13) are coming as well.", (15, 1, 1)),
    ],
)
def test_a_count_told_in_a_roundabout_way_is_the_count_that_is_meant(text: str, guests: tuple[int, int, int]) -> None:
    talk = Talk(bookings=[dict(TWELVE)])
    assert "preview_change" in talk.say(text).tools
    talk.say("yes please")
    assert tuple(talk.bookings[0][slot] for slot in ("adults", "children", "toddlers")) == guests
