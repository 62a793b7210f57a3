"""Patterns that wait for their first use behave like the standard ones, and none of the product's is wrong."""

import importlib
import pkgutil
import re
from threading import Barrier, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hibachi
from hibachi.kit import lazy_re

TEXTS = st.text(alphabet="ab 1,\n", max_size=12)


@given(
    source=st.sampled_from([r"a+", r"(?P<x>a)|b", r"\d,?", r"^b", r"(a)(b)?"]),
    text=TEXTS,
    flags=st.sampled_from([0, re.M]),
)
def test_it_is_the_pattern_that_it_stands_for(source: str, text: str, flags: int) -> None:
    lazy, plain = lazy_re.compile(source, flags), re.compile(source, flags)
    assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in plain.finditer(text)]
    assert lazy.findall(text) == plain.findall(text)
    assert lazy.split(text) == plain.split(text)
    assert lazy.sub("-", text) == plain.sub("-", text)
    assert lazy.subn("-", text) == plain.subn("-", text)
    for use in ("search", "match", "fullmatch"):
        mine, theirs = getattr(lazy, use)(text), getattr(plain, use)(text)
        assert (mine and (mine.span(), mine.groups(), mine.groupdict())) == (
            theirs and (theirs.span(), theirs.groups(), theirs.groupdict())
        )
    assert (lazy.pattern, lazy.flags, lazy.groups, dict(lazy.groupindex)) == (
        plain.pattern,
        plain.flags,
        plain.groups,
        dict(plain.groupindex),
    )


def test_a_position_and_an_end_are_given_on() -> None:
    found = lazy_re.compile("a").search("aXa", 1)
    assert found is not None
    assert found.start() == 2
    assert lazy_re.compile("a$").match("ab", 0, 1)


def test_what_a_pattern_has_not_is_not_there() -> None:
    with pytest.raises(AttributeError):
        lazy_re.compile("a").nonsense  # type: ignore[attr-defined] # noqa: B018


def test_a_wrong_one_is_wrong_at_its_use() -> None:
    wrong = lazy_re.compile("(")
    for _ in range(2):
        with pytest.raises(re.error):
            wrong.search("a")


def test_many_threads_may_be_the_first() -> None:
    pattern, found, start = lazy_re.compile(r"(?:ab|c){2}\d+"), [], Barrier(8)

    def use() -> None:
        start.wait()
        found.append(bool(pattern.search("xabc12")))

    threads = [Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 8


def test_every_pattern_of_the_product_compiles() -> None:
    for module in pkgutil.walk_packages(hibachi.__path__, "hibachi."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    lazy_re.compile_all()
    assert lazy_re.compile_all() == 0
