"""What is new between two looks: a set's difference, whatever became visible first."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from hibachi.channels.live.rules import changes

KEYS = st.text("abcdef", min_size=1, max_size=2)
NOUNS = st.sampled_from(["message", "draft", "booking"])
LOOKS = st.dictionaries(KEYS, st.tuples(NOUNS, st.none() | st.uuids()), max_size=8)


@given(LOOKS, LOOKS)
def test_everything_new_is_told_and_nothing_that_was_seen(
    before: dict[str, tuple[str, UUID | None]], now: dict[str, tuple[str, UUID | None]]
) -> None:
    told = changes(before, now)
    fresh = [now[key] for key in now if key not in before]
    assert (told is None) == (not fresh)
    if told is not None:
        assert told.nouns == {noun for noun, _ in fresh}
        assert told.conversations == {thread for _, thread in fresh if thread is not None}


@given(LOOKS)
def test_the_same_look_twice_is_no_news(look: dict[str, tuple[str, UUID | None]]) -> None:
    assert changes(look, dict(look)) is None


@given(LOOKS, LOOKS)
def test_two_news_together_tell_what_each_told(
    one: dict[str, tuple[str, UUID | None]], other: dict[str, tuple[str, UUID | None]]
) -> None:
    first, second = changes({}, one), changes({}, other)
    if first is not None and second is not None:
        both = first.and_also(second)
        assert both.nouns == first.nouns | second.nouns
        assert both.conversations == first.conversations | second.conversations
