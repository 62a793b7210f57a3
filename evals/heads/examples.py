"""Labelled utterances: a file an intent, a [topic] above its lines, one utterance a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEARNT, HELD_OUT = HERE / "intents" / "examples", HERE / "intents" / "held_out"


@dataclass(frozen=True, slots=True)
class Example:
    """What somebody wrote, and what it is after."""

    text: str
    intent: str
    topic: str

    @property
    def name(self) -> str:
        """The label that the head learns."""
        return f"{self.intent}/{self.topic}"


def read(folder: Path) -> list[Example]:
    """Every utterance of a folder, in the order of the files."""
    found: list[Example] = []
    for path in sorted(folder.glob("*.txt")):
        topic = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("[") and line.endswith("]"):
                topic = line[1:-1]
            elif line.strip():
                found.append(Example(line.strip(), path.stem, topic))
    return found


def digest(folder: Path) -> str:
    """The sha256 over every file, by which a recipe says what it was made from."""
    total = sha256()
    for path in sorted(folder.glob("*.txt")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def names(examples: Sequence[Example]) -> list[str]:
    """The labels, sorted."""
    return sorted({one.name for one in examples})
