"""Counting text messages as carriers do: what the standard says, not what Python's len says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.channels.fitting.segments import BASIC, EXTENDED, alphabet, cheaper, segments


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("a", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("é" * 160, 1),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 159 + "€", 2),
        ("a" * 152 + "€" + "a" * 153, 3),
        ("ñ" * 160, 1),
        ("ê" * 70, 1),
        ("ê" * 71, 2),
        ("ê" * 134, 2),
        ("ê" * 135, 3),
        ("🎉" * 35, 1),
        ("🎉" * 36, 2),
        ("a" * 66 + "🎉" + "a" * 66, 3),
        ("it’s", 1),
        ("’" + "a" * 70, 2),
    ],
)
def test_segments_are_those_of_the_standard(text: str, count: int) -> None:
    assert segments(text) == count


def test_the_alphabet_has_its_128_codes() -> None:
    """127 letters and the escape, and ten letters behind the escape."""
    assert len(BASIC) == 127
    assert len(EXTENDED) == 10
    assert not BASIC & EXTENDED


def test_one_letter_outside_makes_all_of_it_ucs2() -> None:
    assert alphabet("Great! [12] guests ~ $660") == "gsm"
    assert alphabet("Great 🎉") == "ucs2"


def test_typewriters_marks_cost_half() -> None:
    told = "It’s “all set” – 12 adults… • done"
    assert cheaper(told) == 'It\'s "all set" - 12 adults... - done'
    assert (alphabet(told), alphabet(cheaper(told))) == ("ucs2", "gsm")


@given(st.text(st.sampled_from("ab €[🎉éê'’"), max_size=400))
def test_more_letters_never_take_fewer_segments(text: str) -> None:
    assert all(segments(text[:end]) <= segments(text[: end + 1]) for end in range(len(text)))


@given(st.text(max_size=300))
def test_a_segment_holds_no_more_than_a_segment(text: str) -> None:
    size = (
        sum(2 if letter in EXTENDED else 1 for letter in text)
        if alphabet(text) == "gsm"
        else len(text.encode("utf-16-be")) // 2
    )
    most = 160 if alphabet(text) == "gsm" else 70
    assert segments(text) >= -(-size // most)
    assert cheaper(cheaper(text)) == cheaper(text)
