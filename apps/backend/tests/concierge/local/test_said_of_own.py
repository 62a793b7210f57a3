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
