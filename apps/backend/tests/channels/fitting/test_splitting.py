"""A long text in several messages: nothing lost, nothing cut that must stay whole; and shorter ones of its sentences."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.channels.fitting.limits import fits
from hibachi.channels.fitting.sentences import WHOLE, sentences
from hibachi.channels.fitting.shortening import shorter
from hibachi.channels.fitting.splitting import split
from hibachi.conversations.rules import same_words
from hibachi.customers.schemas import CHANNELS, ChannelName

PHRASES = (
    "For 12 adults that comes to $1,660.00.",
    "The deposit is $100.00, taken off the final bill.",
    "Saturday, March 14, 2026 at 6:00 PM is free.",
    "Dr. Lee, is 6 p.m. fine for you?",
    "Details: https://myhibachichef.example/party?date=2026-03-14&guests=12 and more.",
    "Call +1 (916) 555-0148 or write to hello@myhibachichef.example!",
    "We bring the grill, the chef and the show",
    "- 2 filets, $5.00 each\n- 3 lobster tails, $15.00 each",
    "🎉🎉 Perfect – it’s “all set”…",
)
LONG = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=60).flatmap(
    lambda found: st.sampled_from([" ", "\n", "\n\n"]).map(lambda gap: gap.join(found))
)


@given(text=LONG, channel=st.sampled_from(CHANNELS))
def test_nothing_is_lost_and_nothing_whole_is_cut(text: str, channel: ChannelName) -> None:
    parts = split(text, partial(fits, channel=channel))
    assert same_words(text, parts)
    assert all(fits(part, channel) and part == part.strip() and part for part in parts)
    whole = [match.group() for match in WHOLE.finditer(text)]
    assert [match.group() for part in parts for match in WHOLE.finditer(part)] == whole


@given(text=st.text(min_size=1, max_size=3000), limit=st.integers(20, 200))
def test_any_text_is_split_into_what_fits(text: str, limit: int) -> None:
    parts = split(text, lambda part: len(part) <= limit)
    assert same_words(text, parts)
    assert all(0 < len(part) <= limit for part in parts)


def test_parts_end_with_sentences_where_they_can() -> None:
    text = "One sentence here. Another one follows. And a third one."
    assert split(text, lambda part: len(part) <= 42) == ["One sentence here. Another one follows.", "And a third one."]


@pytest.mark.parametrize("channel", ["email", "web_chat", "phone"])
def test_some_channels_take_everything_at_once(channel: ChannelName) -> None:
    text = "A sentence of some length. " * 300
    assert split(text, partial(fits, channel=channel)) == [text.strip()]


def test_instagram_counts_bytes() -> None:
    assert fits("a" * 1000, "instagram")
    assert not fits("é" * 501, "instagram")


@given(text=LONG, longest=st.integers(60, 600))
def test_shorter_choices_are_sentences_of_the_text_in_their_order(text: str, longest: int) -> None:
    spans = sentences(text)
    kept = spans[1:2]
    for choice in shorter(text, longest=longest, keep=kept):
        assert len(choice) <= longest < len(text)
        at = 0
        for piece in (text[start:end].strip() for start, end in sentences(choice)):
            at = text.index(piece, at) + len(piece)
        assert all(text[start:end].strip() in choice for start, end in [spans[0], *kept])


def test_a_text_of_the_right_length_stays() -> None:
    assert list(shorter("Short. Enough.", longest=20, keep=[])) == []


def test_what_facts_rest_on_and_the_last_question_stay() -> None:
    text = "Sure! It is $660.00 for 12. We love parties. The show is great fun. What date do you like?"
    amount = text.index("$660.00")
    choices = list(shorter(text, longest=60, keep=[(amount, amount + 7)]))
    assert choices[0] == "Sure! It is $660.00 for 12. What date do you like?"
    assert all("$660.00" in choice and choice.endswith("like?") for choice in choices)
