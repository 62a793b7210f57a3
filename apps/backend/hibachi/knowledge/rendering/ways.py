"""Other ways to ask for a passage: those of every caterer from ways.tsv, and the owner's of their places and dishes."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("ways.tsv")


@cache
def ways() -> Mapping[str, tuple[str, ...]]:
    """The ways to ask that are true of every business, by the key of the passage."""
    found: dict[str, list[str]] = {}
    for line in FILE.read_text().splitlines():
        if not line.startswith("#"):
            key, _, way = line.partition("\t")
            found.setdefault(key, []).append(way)
    return {key: tuple(said) for key, said in found.items()}
