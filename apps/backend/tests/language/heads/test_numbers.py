"""The tagger of numbers: what each of a message counts."""

import time

import pytest

from hibachi.language.heads.numbers import Known, numbers_of, tag


@pytest.mark.parametrize(
    ("text", "known", "roles"),
    [
        ("We're 14, lactose intolerant, 2 people. 94541 how much", Known(), "TDz"),
        ("14 adults at 94539 please, last August we were 9", Known(), "Azo"),
        ("12 adults and 3 kids (6, 8 and 11) on may 9 at 6pm in 94539", Known(), "ACGGGdtz"),
        ("the 12 adults have become 15", Known(12), "OA"),
        ("we are down three people, so we're now seventeen adults", Known(), "LA"),
        ("9 adults, 4 of us want lobster", Known(), "AX"),
    ],
)
def test_each_number_has_its_role(text: str, known: Known, roles: str) -> None:
    assert "".join(one.role for one in tag(text, known)) == roles


def test_numbers_in_words_and_dozens_have_their_value() -> None:
    found = numbers_of("a dozen of us, twenty two in all, a couple of kids, none of the little ones")
    assert [value for _, value in found] == [12, 22, 2]


def test_a_message_is_read_in_a_moment() -> None:
    tag("12 adults")
    begin = time.perf_counter()
    for _ in range(50):
        tag("12 adults and 3 kids (6, 8 and 11) on may 9 at 6pm in 94539, 2 of us are vegan")
    assert (time.perf_counter() - begin) / 50 < 0.05
