"""Other words for guests and courtesies become the usual ones; names and addresses stay as they are."""

import pytest

from hibachi.language.usual_words import in_usual_words


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("3 folks want filet", "3 people want filet"), ("four more folks", "four more people"), ("11 grown-ups n 2 kiddos", "11 adults and 2 kids"),
        ("94061 plz", "94061 please"), ("12 adlts & 3 kids", "12 adults and 3 kids"), ("one grown up less", "one adult less"),
        ("the boys r 5 and 9", "the boys are 5 and 9"), ("wed be thirteen", "we'd be thirteen"), ("hmm were exactly 30", "hmm we're exactly 30"), ("n how far ahead", "and how far ahead"),
    ],
)  # fmt: skip
def test_the_usual_words(said: str, plain: str) -> None:
    assert in_usual_words(said) == plain


@pytest.mark.parametrize("said", ["my folks are coming", "our 3 grown up kids", "N 5th street", "wed june 6 works", "see you wed", "we were 30 last year", "the kids were 12", "R. Wat", "n@plz.com"])  # fmt: skip
def test_what_means_something_else_stays(said: str) -> None:
    assert in_usual_words(said) == said
