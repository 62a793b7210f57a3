"""Rows of the public data: the development half, whose sha256 of the id is even, and the measuring half."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def rows(file: Path) -> Iterator[Row]:
    """The rows of a JSONL file; none where it is not at hand."""
    if file.exists():
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def is_for_development(row: Row) -> bool:
    """INDEX.md's rule for data without a split."""
    return int(hashlib.sha256(str(row["id"]).encode()).hexdigest(), 16) % 2 == 0


def development(file: Path) -> Iterator[Row]:
    """The half that may be trained and tuned on."""
    return (row for row in rows(file) if is_for_development(row))


def measuring(file: Path) -> Iterator[Row]:
    """The half that is for measuring only."""
    return (row for row in rows(file) if not is_for_development(row))
