"""What somebody who has a party says in passing: asked of it, not changed by it."""

import pytest

from tests.concierge.local.talk import Talk, party_on


def _talk(lines: str) -> tuple[str, list[str]]:
    talk = Talk(bookings=[party_on("2026-03-14")])
    answer = None
    for line in lines.split(" || "):
        answer = talk.say(line)
        assert answer.verdict.ok, answer.verdict.errors
    assert answer is not None
    return answer.text, answer.tools


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("Good morning, my son set this up for me. what time does your man come on the 14th?", "around 5:40 PM"),
        ("Could the chef himself come half an hour earlier, so he is ready at six?", "around 5:40 PM"),
        ("Please explain how you get to my total", "12 adults × $55 = $660"),
        ("doctor says no party saturday. Can we push it back 2 weeks", "Saturday, March 28 at 6 PM"),
        ("could we move to april 25 or april 26? || 26, 3pm like before", "Sunday, April 26 at 3 PM"),
        ("maybe 6 adults more || then 5 adults more and one kid more", "17 adults and 1 child"),
        ("add 4 lobster || actually salmon instead of lobster please", "would come with 4 salmon."),
        ("add 4 lobster and 12 noodles || 12 noodles sounds like a lot. make it 10", "lobster tails and 10 yakisoba"),
        ("our venue wants your insurance cert || ok can they email it to me? a@b.example", "our team"),
        ("add 2 adults || what? no, still 12 of us. I'm asking what time the chef shows up", "around 5:40 PM"),
        ("gotta ask the missus first. when by", "until Friday, March 13 at 6 PM"),
        ("by when do you need the number of guests?", "until Friday, March 13 at 6 PM"),
        ("until when can I still move the party?", "for free until Friday, March 13 at 6 PM"),
        ("Hi, ten days to go! Just confirming everything's good on your side for Saturday?", "is confirmed"),
    ],
)
def test_it_is_told_of_the_party_itself(lines: str, told: str) -> None:
    assert told in _talk(lines)[0]


@pytest.mark.parametrize(
    "lines",
    [
        "do you cancel for wind?",
        "will the chef have enough grill for 20 people?",
        "Can the chef come at 5 to set up while I'm at work? my teenager will be home from 4",
        "is 6pm still ok in heat for the cook? and for kids",
    ],
)
def test_a_question_changes_nothing(lines: str) -> None:
    text, tools = _talk(lines)
    assert not {"preview_change", "preview_cancel"} & set(tools)
    assert "would be for" not in text


TWO = [
    party_on("2026-06-27", adults=15, total="825.00", balance="725.00"),
    party_on("2026-10-31", adults=10, total="550.00", balance="450.00"),
]


@pytest.mark.parametrize(
    "line",
    [
        "graduation on June 27 and my wifes 40th october 31. The 40th is off, she wants to go to Napa lol",
        "no i mean the october one is cancelled. can you take it out",
        "the halloween one is off",
        "our october party fell through",
    ],
)
def test_a_party_whose_end_is_told_by_any_name_is_offered_to_be_cancelled(line: str) -> None:
    talk = Talk(bookings=[dict(one) for one in TWO])
    answer = talk.say(line)
    assert "October 31" in answer.text and "ancel" in answer.text
    assert all(one["status"] == "confirmed" for one in talk.bookings)
    assert answer.verdict.ok


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("i have two parties with you, what times were they again? sorry im so scattered", ("June 27", "October 31")),
        ("The halloween one, can we start a bit later, like 9?", ("October 31", "9 PM")),
    ],
)
def test_own_parties_are_known_by_their_holiday(line: str, told: tuple[str, ...]) -> None:
    answer = Talk(bookings=[dict(one) for one in TWO]).say(line)
    assert all(one in answer.text for one in told)
    assert answer.verdict.ok


@pytest.mark.parametrize(
    "line",
    [
        "r the free moves unlimited",
        "so if he is still sick then, can i move again free or it costs",
        "so i have 0 free left after today right",
    ],
)
def test_a_free_move_that_was_used_is_offered_to_nobody(line: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-14", reschedules=1)])
    answer = talk.say(line)
    assert "$200" in answer.text and "once for free" not in answer.text
    assert answer.verdict.ok


def test_who_has_paid_long_since_hears_of_no_two_hours() -> None:
    text, _ = _talk("whats the deal with the deposit")
    assert "$100" in text and "hours" not in text


@pytest.mark.parametrize(
    ("lines", "told", "untold"),
    [
        ("what upgrades do you have?", "lobster", "no upgrades"),
        ("add 2 gyoza || what could i get for the extra 55", "lobster", "hand"),
        ("add 2 filet for everyone || can we start a bit later, like 7?", "9 PM", "7 adults"),
    ],
)
def test_what_is_asked_is_heard_as_it_was_meant(lines: str, told: str, untold: str) -> None:
    text, _ = _talk(lines)
    assert told in text.lower() or told in text
    assert untold not in text


def test_the_children_that_a_change_takes_off_can_be_kept() -> None:
    talk = Talk(bookings=[party_on("2026-03-14", children=2, total="720.00", balance="620.00")])
    talk.say("make it 14 adults and no kids")
    answer = talk.say("Don't take the kids out!")
    assert answer.turn.dialogue.pending is not None
    assert answer.turn.dialogue.pending.arguments == {"adults": 14}
    assert answer.verdict.ok


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("my mom is in the hospital, we might have to cancel. whats the deal with the deposit", "Tuesday, March 10"),
        ("whats the deal with the deposit || so is today still ok or did i miss it", "Tuesday, March 10"),
        ("make it 9 adults || leave it at 12 then", "everything stays|nothing changes"),
        (
            "can we start a bit later, like 7? || 9 is too late for the kids, leave it at 6 then",
            "everything stays|nothing changes",
        ),
        ("what food do the 4 yr olds get, do they pick something", "one protein and a small portion of rice"),
    ],
)
def test_it_is_answered_from_the_party_as_it_stands(lines: str, told: str) -> None:
    text, _ = _talk(lines)
    assert any(one in text for one in told.split("|")), text


@pytest.mark.parametrize(
    ("lines", "told", "untold"),
    [
        ("Is the deposit due? Is it 100 no matter how many people?", "$100", "minimum"),
        ("i meant the deposit, not the minimum", "$100", "$550"),
        ("My HOA wants to know if it has to be away from the fence", "10 feet", "allerg"),
    ],
)
def test_the_deposit_and_the_fence_are_what_is_asked_about(lines: str, told: str, untold: str) -> None:
    text, _ = _talk(lines)
    assert told in text
    assert untold not in text
