"""A ZIP that was spoken and taken back is the one that was meant; what is no ZIP stays as it was said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hibachi.language.places import find_places
from hibachi.language.slips import respelt
from hibachi.language.spoken_zips import settled_zips

DIGITS = "oh one two three four five six seven eight nine".split()
BACK = ("no", "no sorry", "wait no", "sorry", "i mean", "oh wait", "oops", "scratch that")


def spoken(digits: str) -> str:
    return " ".join(DIGITS[int(one)] for one in digits)


codes = st.integers(90001, 96161).map(str)


@settings(deadline=None)
@given(codes, st.integers(0, 99), st.sampled_from(BACK), st.sampled_from(["", " twelve adults", " at six p m"]))
def test_the_last_digits_put_right(code: str, tail: int, back: str, behind: str) -> None:
    meant = f"{code[:3]}{tail:02d}"
    for said in (spoken(meant[3:]), spoken(meant), f"{spoken(meant[3:])} {spoken(meant)}"):
        if behind and said == spoken(meant[3:]) + behind:
            continue
        text = f"in san jose {spoken(code)} {back} {said}"
        assert settled_zips(text, "9") == f"in san jose {meant}", text
    assert settled_zips(f"{spoken(code)} {back} {spoken(meant)} twelve adults", "9") == f"{meant} twelve adults"


@pytest.mark.parametrize("text", ["fifteen adults no wait sixteen adults", "94539 no wait 12 of us", "94539, sorry 14 adults", "call nine two five no", "nine five one two eight"])  # fmt: skip
def test_what_is_no_correction_of_a_zip_stays(text: str) -> None:
    assert settled_zips(text, "9") == text


def test_a_named_day_is_no_town() -> None:
    assert find_places("12 adults 94539 independence day 6pm").cities == ()


@pytest.mark.parametrize("text", ["ann at gmail dot com", "leo dot ray at hotmail dot com", "kim at yahoo dot com", "my gmail is fine", "ann@gmail.com"])  # fmt: skip
def test_no_address_is_put_right(text: str) -> None:
    assert respelt(text) == text
