"""Every error of the product, whichever module declares it, has a code, a status, a sentence and a next step."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import hibachi
from hibachi.kit.errors import HibachiError, InvalidInput, NotFound

PACKAGE = Path(hibachi.__file__).parent


def declared(base: type[HibachiError] = HibachiError) -> Iterator[type[HibachiError]]:
    for error in base.__subclasses__():
        yield error
        yield from declared(error)


DIRECTLY = "|".join(error.__name__ for error in (HibachiError, *declared()))
for _file in sorted(PACKAGE.rglob("*.py")):
    if _file.name == "errors.py" or re.search(rf"^class \w+\(({DIRECTLY})\):", _file.read_text(), re.MULTILINE):
        importlib.import_module(".".join(("hibachi", *_file.relative_to(PACKAGE).with_suffix("").parts)))
ERRORS = sorted(set(declared()), key=lambda error: (error.__module__, error.__name__))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_each_speaks_to_machine_and_person(error: type[HibachiError]) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*", error.code)
    assert 400 <= error.status < 600
    for sentence in (error.message, error.next_step):
        assert re.search(r"[.!?]$", sentence), sentence
        assert sentence[0].isupper(), sentence
    assert error.__doc__, "says what it means"


def test_a_code_means_one_thing() -> None:
    by_code: dict[str, set[str]] = {}
    for error in ERRORS:
        if "code" in vars(error):
            by_code.setdefault(error.code, set()).add(f"{error.__module__}.{error.__name__}")
    assert {code: names for code, names in by_code.items() if len(names) > 1} == {}


def test_details_are_there_only_when_given() -> None:
    assert NotFound().body() == {
        "code": "not_found",
        "message": "There is nothing here.",
        "next_step": "Check the address or the id.",
    }
    error = InvalidInput("Too many guests.", next_step="Ask for fewer.", most=100)
    assert error.body() == {
        "code": "invalid_input",
        "message": "Too many guests.",
        "next_step": "Ask for fewer.",
        "details": {"most": 100},
    }
    assert str(error) == "Too many guests."
