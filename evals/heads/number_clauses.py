"""Messages put together from clauses (numbers/clauses.txt): who comes, beside what else is counted, in every order; the same every time."""

import random
import re
from pathlib import Path

CLAUSES = Path(__file__).resolve().parent / "numbers" / "clauses.txt"
SEED = 20261129
MESSAGES = 8_000
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_BREAKS = (". ", ". ", ", ", ", ", " and ", " ", "; ", " - ", " ⏎ ", "! ", " but ", "? ")
_BESIDE = ("diet", "diet", "dish", "dish", "story", "when", "where", "money", "occasion")
_COUNTED = ("change", "change", "leave", "join", "dish", "diet", "ages", "story", "new")
_SLOT = re.compile(r"\{(?P<size>\w)\|(?P<role>\w)\}")
_RANGES = {"N": (7, 40), "n": (1, 6), "a": (1, 13), "Y": (20, 80), "h": (1, 9), "m": (1, 12), "Z": (90001, 96162), "F": (200, 999), "M": (300, 2500), "f": (40, 90)}  # fmt: skip


def messages() -> list[str]:
    """Annotated lines in the form of the other files."""
    rng = random.Random(SEED)
    told = _read()
    return [_message(told, rng) for _ in range(MESSAGES)]


def _read() -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    name = ""
    for line in CLAUSES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line.strip():
            told.setdefault(name, []).extend(line.split("|") if name.startswith("=") else [line])
    return told


def _message(told: dict[str, list[str]], rng: random.Random) -> str:
    counted = rng.randint(8, 30) if rng.random() < 0.4 else 0
    if counted:
        first = rng.choice(_COUNTED)
        parts = [first, *(["new"] if first in ("leave", "join") and rng.random() < 0.4 else [])]
        parts += rng.sample(_BESIDE, rng.choice((0, 0, 0, 1)))
        groups = [[part] for part in parts]
    else:
        who = rng.choice(
            (["total"], ["total"], ["total", "part"], ["adults"], ["adults", "kids"], ["kids", "adults"], ["change"])
        )
        beside = [[part] for part in rng.sample(_BESIDE, rng.choice((0, 1, 1, 2, 2)))]
        groups = [who, *beside]
        rng.shuffle(groups)
        if rng.random() < 0.1:
            groups = beside or [["diet"]]
    text = (
        rng.choice(("", "", "hi ", "Hello, ", "ok ", "oh and ", "hey! ", "so ", "yes ", "btw "))
        if rng.random() < 0.5
        else ""
    )
    known = counted or rng.randint(8, 30)
    for at, group in enumerate(groups):
        text += rng.choice(_BREAKS) if at else ""
        said = rng.choice((" ", ", ", " and ", ": ", " (")).join(_clause(told, part, known, rng) for part in group)
        text += said + (")" if "(" in said and ")" not in said else "")
    if rng.random() < 0.15:
        text = text[:1].upper() + text[1:]
    text += rng.choice(("", "", ".", "?", " how much?", " thanks", " price?", " please"))
    asked = rng.choice(("-", "-", "date", "zip", "yes", "venue")) if counted else rng.choice(("-", "-", "-", "guests"))
    return f"{counted}+0 {asked} :: {text}"


def _clause(told: dict[str, list[str]], name: str, known: int, rng: random.Random) -> str:
    clause = rng.choice(told[name])
    clause = re.sub(r"<(\w+)>", lambda word: rng.choice(told[f"={word[1]}"]), clause)
    return _SLOT.sub(lambda slot: f"{{{_number(slot['size'], known, rng)}|{slot['role']}}}", clause)


def _number(size: str, known: int, rng: random.Random) -> str:
    number = known if size == "K" else rng.randint(*_RANGES[size])
    if size in "NnaKh" and rng.random() < 0.25 and number <= 20:
        return "a dozen" if number == 12 and rng.random() < 0.3 else _WORDS[number]
    return str(number)
