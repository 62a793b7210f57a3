"""What was asked of a quote, of two days or of a place is what the reply speaks of."""

import pytest

from tests.concierge.local.talk import Talk


@pytest.mark.parametrize(
    ("turns", "said", "unsaid"),
    [
        (["8 adults in 94558, how much", "wait 8x55 is 440 tho?? why 550"], "minimum of $550 is on the food", "8 adults ×"),
        (["8 adults in 94558, either aug 8 or aug 15", "both? like are they open"], "noon, 3 PM, 6 PM and 9 PM", "Just to be sure"),
        (["8 adults in 94558, aug 8, how much", "ill ask her and get back to u, can u hold it til tmrw"], "2 hours", "Sure"),
        (["16 adults in 95207 on september 12", "I will ask my son. Can you send me this in an email?"], "keep this message", "check back"),
        (["20 adults in 94607 on june 13", "does everyone gotta pick the same 2?"], "No.", "Yes"),
    ],
)  # fmt: skip
def test_the_question_is_answered(turns: list[str], said: str, unsaid: str) -> None:
    talk = Talk()
    for turn in turns:
        reply = talk.say(turn)
    assert reply.verdict.ok
    assert said in reply.text
    assert unsaid not in reply.text
