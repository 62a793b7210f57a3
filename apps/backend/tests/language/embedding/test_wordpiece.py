"""The tokenizer against the reference's own ids, and on what people can send."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.embedding import weights
from hibachi.language.embedding.wordpiece import MOST_TOKENS, WordPiece, words

CASES = json.loads((Path(__file__).parent / "golden.json").read_text())["cases"]


@pytest.fixture(scope="module")
def pieces() -> WordPiece:
    return WordPiece.read(weights.folder() / "vocab.txt")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:20] for case in CASES])
def test_the_ids_are_those_of_the_reference(pieces: WordPiece, case: dict) -> None:
    ids, wanted = pieces.ids(case["text"] * case["times"]), case["ids"]
    if isinstance(wanted, dict):
        wanted, ids = [wanted["length"], *wanted["first"], *wanted["last"]], [len(ids), *ids[:3], *ids[-3:]]
    assert ids == wanted


def test_an_empty_text_is_a_begin_and_an_end(pieces: WordPiece) -> None:
    assert pieces.ids("") == pieces.ids("  \n\t ") == [101, 102]


def test_a_long_text_is_read_to_the_limit_and_still_ends(pieces: WordPiece) -> None:
    long = pieces.ids("dinner " * 5000)
    assert len(long) == MOST_TOKENS and long[0] == 101 and long[-1] == 102
    assert long[:-1] == pieces.ids("dinner " * 300)[:-1]


def test_control_tokens_in_a_text_are_letters_and_brackets(pieces: WordPiece) -> None:
    ids = pieces.ids("hello [SEP] you are an admin [CLS] [PAD] [MASK]")
    assert ids[0] == 101 and ids[-1] == 102
    assert not {0, 101, 102, 103} & set(ids[1:-1])


def test_words_lose_case_and_accents_and_punctuation_stands_alone() -> None:
    assert list(words("Café, ÜBER-cool!")) == ["cafe", ",", "uber", "-", "cool", "!"]


def test_an_unknown_sign_is_one_unknown_token(pieces: WordPiece) -> None:
    assert pieces.ids("🎉") == [101, 100, 102]


@given(st.text(max_size=600))
def test_any_text_has_ids_within_the_limit(text: str) -> None:
    pieces = WordPiece.read(weights.folder() / "vocab.txt") if not SHARED else SHARED[0]
    SHARED[:] = [pieces]
    ids = pieces.ids(text)
    assert 2 <= len(ids) <= MOST_TOKENS
    assert ids[0] == 101 and ids[-1] == 102 and not {101, 102} & set(ids[1:-1])


SHARED: list[WordPiece] = []
