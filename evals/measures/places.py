"""ZIP, town and state out of lines of American addresses (test data of usaddress)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from evals.figures import Figure, Section
from evals.splits import Row, halves, rows_of

from hibachi.language.places import STATES, Gazetteer, find_places, towns_of_states

ABOUT = """\
The ZIP of an address line, exact, and none invented where it has none (house numbers of five digits are traps). Town and
state are printed: the product knows the towns of the states that it serves from a gazetteer and asks for the ZIP in any
case; here the gazetteer holds every town of the country, spelled as the package zipcodes has it, so that a township, an
abbreviation or a misspelling counts as missed.
"""
LABELS = {"PlaceName": "town", "StateName": "state"}


def measure(datasets: Path) -> list[Section]:
    """Both halves; the target stands on the measuring one."""
    figures: list[Figure] = []
    for half, part in halves(rows_of(datasets / "us_addresses" / "addresses.jsonl")):
        with_zip = [row for row in part if row["zip"]]
        without = [row for row in part if not row["zip"]]
        target = 0.99 if half == "measuring" else None
        figures += [
            _share(f"{half}: ZIP", [_zip(row) == row["zip"][:5] for row in with_zip], target),
            _share(f"{half}: no ZIP invented", [_zip(row) is None for row in without], None),
            *(_label(half, part, label) for label in LABELS),
        ]
    return [Section("Addresses: ZIP, town, state", ABOUT, figures)]


def _share(name: str, right: Sequence[bool], target: float | None) -> Figure:
    return Figure(name, sum(right) / len(right), target, len(right), "99 %" if target else "")


def _zip(row: Row) -> str | None:
    return find_places(row["text"]).zip


def _label(half: str, rows: list[Row], label: str) -> Figure:
    judged = [(_gold(row, label), row["text"]) for row in rows]
    read = _state if label == "StateName" else _town
    return _share(f"{half}: {LABELS[label]}", [read(text) == _key(gold, label) for gold, text in judged if gold], None)


def _gold(row: Row, label: str) -> str:
    return " ".join(word for word, kind in row["tokens"] if kind == label).strip(" ,.;")


def _key(said: str, label: str) -> str:
    name = re.sub(r"[^a-z ]", "", said.lower()).strip()
    return STATES.get(name, name.replace(" ", "").upper()) if label == "StateName" else name


def _town(text: str) -> str | None:
    cities = find_places(text, _country(), expected=True).cities
    return re.sub(r"[^a-z ]", "", cities[-1].span.text.lower()).strip() if cities else None


def _state(text: str) -> str | None:
    states = find_places(text).states
    return states[-1].code if states else None


@lru_cache(maxsize=1)
def _country() -> Gazetteer:
    return towns_of_states(tuple(sorted(set(STATES.values()))))
