"""Plain facts that were asked beside a matter for a person are told before it is handed over."""

import pytest

from hibachi.concierge.understanding import matters
from hibachi.concierge.understanding.figures import without_figures
from tests.concierge.local.talk import Talk


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We plan a dinner with 45 guests in 94539. Price please?", "$2,475"),
        ("Could you tell me what is included? Two are vegetarian and one is celiac.", "tofu"),
        ("My son has celiac. Is there wheat in your soy sauce?", "These contain wheat: regular soy sauce"),
        ("we have a celiac guest coming, can she eat the teriyaki? whats in it", "teriyaki sauce"),
        ("Is there a military discount? Also, what is included?", "fried rice"),
    ],
)
def test_what_was_plainly_asked_is_told_beside_the_handover(text: str, told: str) -> None:
    talk = Talk(channel="email")
    answer = talk.say(text)
    assert told in answer.text
    assert "hand_over_to_human" in answer.tools
    assert not answer.text.rstrip().endswith("?")


@pytest.mark.parametrize(
    "text",
    [
        "we're celebrating my sister winning her lawsuit",
        "are you hiring a magician too or is it just the chef",
        "sorry i was late answering",
    ],
)
def test_what_only_sounds_like_a_matter_is_none(text: str) -> None:
    assert not matters.find(without_figures(text))
