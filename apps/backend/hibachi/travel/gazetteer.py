"""ZIP points offline: the package zipcodes 3.0, typed here alone."""

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import Any
from zoneinfo import available_timezones

import zipcodes

from hibachi.travel.schemas import Place

SHORT = {"st": "saint", "ft": "fort", "mt": "mount"}
Row = dict[str, Any]


@lru_cache(maxsize=4096)
def place_of(zip_code: str) -> Place | None:
    """The place of a five-digit ZIP; None when there is no such ZIP, or it has no point (military mail)."""
    return next((_place(row) for row in _rows(zip_code) if _has_point(row)), None)


def exists(zip_code: str) -> bool:
    """Whether the five digits are a ZIP at all."""
    return bool(_rows(zip_code))


def zips_of(city: str, state: str) -> tuple[str, ...]:
    """The ZIPs of a city, in order, by its own name or one that the post accepts; () when the state has none."""
    return _names(state.upper()).get(folded(city), ())


def state_of(city: str) -> str | None:
    """The state where a city of this name has the most ZIPs; None when there is none."""
    name = " ".join(word.capitalize() for word in folded(city).split())
    rows: list[Row] = zipcodes.filter_by(city=name, active=True)  # type: ignore[no-untyped-call]  # has no types
    states = Counter(row["state"] for row in rows).most_common(1)
    return str(states[0][0]) if states else None


def folded(city: str) -> str:
    """A city's name as it is compared: small letters, no points, Saint and Fort and Mount in full."""
    words = re.sub(r"[^\w ]", "", city.replace("-", " ").casefold()).split()
    return " ".join(SHORT.get(word, word) for word in words)


@lru_cache(maxsize=64)
def _names(state: str) -> dict[str, tuple[str, ...]]:
    standard: defaultdict[str, set[str]] = defaultdict(set)
    others: defaultdict[str, set[str]] = defaultdict(set)
    rows: list[Row] = zipcodes.filter_by(state=state, active=True)  # type: ignore[no-untyped-call]  # has no types
    for row in filter(_has_point, rows):
        names = standard if row["zip_code_type"] == "STANDARD" else others
        for name in (row["city"], *row["acceptable_cities"]):
            names[folded(name)].add(row["zip_code"])
    return {name: tuple(sorted(zips)) for name, zips in {**others, **standard}.items()}


def _rows(zip_code: str) -> list[Row]:
    if re.fullmatch(r"[0-9]{5}", zip_code) is None:
        return []
    rows: list[Row] = zipcodes.matching(zip_code)  # type: ignore[no-untyped-call]  # has no types
    return rows


def _has_point(row: Row) -> bool:
    return bool(row["lat"] and row["long"]) and (float(row["lat"]), float(row["long"])) != (0.0, 0.0)


def _place(row: Row) -> Place:
    return Place(
        zip=row["zip_code"],
        city=row["city"],
        state=row["state"],
        zone=row["timezone"] if row["timezone"] in _zones() else None,
        latitude=float(row["lat"]),
        longitude=float(row["long"]),
    )


@lru_cache(maxsize=1)
def _zones() -> set[str]:
    return available_timezones()
