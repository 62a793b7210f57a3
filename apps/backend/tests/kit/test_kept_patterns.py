"""What is kept of a compiled pattern builds the same pattern again, and nothing that is damaged is believed."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.kit import kept_patterns
from hibachi.kit.kept_patterns import KeptPatterns

SOURCES = [
    r"a+",
    r"(?P<x>a)|b",
    r"(?i:A)(?P<year>\d{4})?(b)(?P<last>c)?",
    r"(?<=b)a\b(?!c)",
    r"[^\W\d_]+ß|é",
    r"^(a|b)*?$",
    "(?x) a # a comment\n b",
]
TEXTS = st.text(alphabet="abcAß é_ 2026\n", max_size=16)


def keep(folder: Path, *sources: str, flags: int = 0) -> None:
    patterns = KeptPatterns(folder)
    for source in sources:
        patterns.compile(source, flags)
    patterns.save()


@pytest.fixture(autouse=True)
def bytecode_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def nothing_is_compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The expressions that had to be compiled, for want of a file that holds them."""
    compiled: list[str] = []
    make = kept_patterns._made
    monkeypatch.setattr(kept_patterns, "_made", lambda source, flags: compiled.append(source) or make(source, flags))
    return compiled


@given(source=st.sampled_from(SOURCES), text=TEXTS, flags=st.sampled_from([0, re.I, re.M, re.I | re.S]))
def test_a_kept_pattern_is_the_pattern(
    source: str, text: str, flags: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    keep(folder, source, flags=flags)
    kept, plain = KeptPatterns(folder).compile(source, int(flags)), re.compile(source, flags)
    assert (kept.pattern, kept.flags, kept.groups, dict(kept.groupindex)) == (
        plain.pattern,
        plain.flags,
        plain.groups,
        dict(plain.groupindex),
    )
    mine, theirs = list(kept.finditer(text)), list(plain.finditer(text))
    assert [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in mine] == [
        (m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in theirs
    ]
    assert kept.sub("-", text) == plain.sub("-", text)


def test_what_is_kept_is_not_compiled_again(tmp_path: Path, nothing_is_compiled: list[str]) -> None:
    keep(tmp_path, *SOURCES)
    assert sorted(nothing_is_compiled) == sorted(SOURCES)
    nothing_is_compiled.clear()
    keep(tmp_path, *SOURCES)
    assert nothing_is_compiled == []


def test_another_code_keeps_its_own_and_a_process_adds_to_its_own(
    tmp_path: Path, nothing_is_compiled: list[str]
) -> None:
    keep(tmp_path, "of an older code")
    patterns = KeptPatterns(tmp_path)
    patterns.compile("early", 0)
    patterns.save()
    patterns.compile("late", 0)
    patterns.save()
    nothing_is_compiled.clear()
    again = KeptPatterns(tmp_path)
    for source in ("early", "late", "of an older code"):
        again.compile(source, 0)
    assert nothing_is_compiled == ["of an older code"]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda whole: whole[: len(whole) // 2],
    "one bit": lambda whole: whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:],
    "something else": lambda _: b"nonsense" * 99,
    "the sum alone": lambda whole: whole[:4],
}


@pytest.mark.parametrize("how", DAMAGES)
def test_what_is_damaged_is_compiled_anew_and_mended(tmp_path: Path, how: str, nothing_is_compiled: list[str]) -> None:
    keep(tmp_path, "a+", "(?P<x>b)")
    path = KeptPatterns(tmp_path).path
    whole = path.read_bytes()
    path.write_bytes(DAMAGES[how](whole))
    nothing_is_compiled.clear()
    keep(tmp_path, "a+", "(?P<x>b)")
    assert nothing_is_compiled == ["a+", "(?P<x>b)"]
    assert path.read_bytes() == whole


def test_another_python_compiles_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nothing_is_compiled: list[str]
) -> None:
    keep(tmp_path, "a+")
    monkeypatch.setattr(sys, "version", "3.11.99 (another build)")
    nothing_is_compiled.clear()
    keep(tmp_path, "a+")
    assert nothing_is_compiled == ["a+"]


def test_numbers_that_are_no_pattern_are_refused() -> None:
    """The C part checks what it is given: a file that somebody made by hand raises and does not crash."""
    made: Any = kept_patterns._made("(a)", 0)
    with pytest.raises(RuntimeError):
        kept_patterns._built("(a)", made._replace(code=b"\xff\xff\x00\x00" * 8))


def test_where_nothing_may_be_written_nothing_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a file").write_text("")
    keep(tmp_path / "a file" / "below", "a+")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep(tmp_path / "kept", "a+")
    assert [path.name for path in tmp_path.iterdir()] == ["a file"]


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    keep(tmp_path, "a+")
    assert [path.name for path in tmp_path.iterdir()] == [KeptPatterns(tmp_path).path.name]


def test_nothing_is_left_where_it_cannot_be_put_in_place(tmp_path: Path) -> None:
    KeptPatterns(tmp_path).path.mkdir()
    (KeptPatterns(tmp_path).path / "in the way").touch()
    keep(tmp_path, "a+")
    assert [path.name for path in tmp_path.iterdir()] == [KeptPatterns(tmp_path).path.name]


def test_a_wrong_one_is_wrong_and_not_kept(tmp_path: Path) -> None:
    patterns = KeptPatterns(tmp_path)
    with pytest.raises(re.error):
        patterns.compile("(", 0)
    patterns.save()
    assert not patterns.path.exists()
