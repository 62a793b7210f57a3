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
