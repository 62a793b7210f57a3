"""What opens and closes a message says nothing; what is between stays word for word."""

import pytest

from hibachi.language.edges import core


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("yay plus a 10 year old 🙈", "plus a 10 year old 🙈"), ("ps: my uncle is coming too", "my uncle is coming too"),
        ("quick update: we're 13 now what would that be", "we're 13 now. what would that be"), ("lol ok and two children (10 & 8)", "and two children (10 & 8)"),
        ("one adult less how much is it then", "one adult less. how much is it then"), ("my uncle is coming too - new total?", "my uncle is coming too. what's the new total?"),
        ("add 3 gyoza (sorry lol)", "add 3 gyoza"), ("plus a toddler, 3 years old thx", "plus a toddler, 3 years old"), ("make it 14 adults ok?", "make it 14 adults"),
        ("and how far ahead lol", "and how far ahead"), ("the name is rhonda ellis appreciate it", "the name is rhonda ellis"), ("tables for 14 people? (sorry lol)", "tables for 14 people?"), ("forgot my roommates, 13 haha", "forgot my roommates, 13"),
    ],
)  # fmt: skip
def test_edges_are_taken_off(said: str, plain: str) -> None:
    assert core(said) == plain


@pytest.mark.parametrize("said", ["yay!", "lol thanks", "ok thx", "how much is it then", "hm ok and how much is it now?", "add it if thats ok", "thank you so much for today", "is that ok?", "we cancel 5 days before the party", "what about 12 for the book?", "what's the total", "we won't burn the house down lol", ""])  # fmt: skip
def test_what_is_nothing_but_its_edges_stays(said: str) -> None:
    assert core(said) == said
