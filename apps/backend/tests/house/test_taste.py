"""Taste, in numbers (house.md): `python -m pytest -s apps/backend/tests/house/test_taste.py` prints the report."""

import re
from statistics import median, quantiles

from tests.house.source import PACKAGE, ROOT, TESTS, length, sources

LONGEST_FILE = 400
"""Lines of a module that are not words alone: a list of what people say may be longer, one alternative below the other."""
LONG_LINE, LONG_LINES = 200, 60
"""So many characters are a long line, and so many of those are left: a ratchet, lowered when some go."""
WORDS = re.compile(r"""\s*[rf]{0,2}"(?:[^"\\]|\\.)*"[,)]*""")
TESTS_PER_CODE = 0.5
"""A ratchet towards the house's 1.2: raised when tests land, never lowered."""


def code_lines(text: str) -> int:
    """Lines that are neither blank nor a comment."""
    return sum(1 for line in text.splitlines() if line.strip() and not line.strip().startswith("#"))


def no_words(text: str) -> int:
    """Lines but for those that are one piece of a string."""
    return sum(1 for line in text.splitlines() if not WORDS.fullmatch(line))


def test_functions_are_short() -> None:
    lengths = [length(function) for source in sources() for function in source.functions]
    middle, most = median(lengths), quantiles(lengths, n=20)[-1]
    print(f"\nfunctions: {len(lengths)}, median {middle:.0f} lines, 95th percentile {most:.0f}, longest {max(lengths)}")
    assert middle <= 10
    assert most <= 45


def test_files_are_short() -> None:
    lines = {source.name: no_words(source.text) for source in sources() if source.path.name != "__init__.py"}
    print(f"\nfiles: {len(lines)}, median {median(lines.values()):.0f} lines, longest {max(lines.values())}")
    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}
    assert median(lines.values()) <= 120


def test_hardly_a_line_is_long() -> None:
    long = [line for source in sources() for line in source.text.splitlines() if len(line) > LONG_LINE]
    print(f"\nlines over {LONG_LINE} characters: {len(long)}")
    assert len(long) <= LONG_LINES


def test_test_files_are_no_walls_either() -> None:
    lines = {file.relative_to(ROOT).as_posix(): file.read_text().count("\n") for file in TESTS.rglob("*.py")}
    assert {name: count for name, count in lines.items() if count > 2 * LONGEST_FILE} == {}


def test_there_is_more_test_than_code() -> None:
    code = sum(code_lines(file.read_text()) for file in PACKAGE.rglob("*.py"))
    tests = sum(code_lines(file.read_text()) for file in TESTS.rglob("*.py"))
    print(f"\ncode {code} lines, tests {tests}, ratio {tests / code:.2f}")
    assert tests >= TESTS_PER_CODE * code


def test_everything_is_typed() -> None:
    """mypy --strict checks the types; here, that nobody left a function out of it."""
    untyped = [
        f"{source.at(function)} {function.name}"
        for source in sources()
        for function in source.functions
        if function.returns is None
        or any(
            argument.annotation is None
            for argument in [*function.args.args, *function.args.kwonlyargs]
            if argument.arg not in ("self", "cls")
        )
    ]
    assert untyped == []
