"""Rows of the public data, and which half of them is for development and which for measuring."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

Row = dict[str, Any]
HALVES = ("development", "measuring")


def rows_of(file: Path) -> list[Row]:
    """Every row of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text().splitlines() if line.strip()]


def is_measuring(identity: str) -> bool:
    """Whether a row is for measuring alone: the sha256 of its id is odd (INDEX.md of the data)."""
    return int(sha256(identity.encode()).hexdigest(), 16) % 2 == 1


def halves(rows: list[Row]) -> Iterator[tuple[str, list[Row]]]:
    """The development half and the measuring half, each under its name."""
    for name in HALVES:
        yield name, [row for row in rows if is_measuring(row["id"]) == (name == "measuring")]
