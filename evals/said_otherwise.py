"""The lines of a scenario in other spelling, words and edges, which change nothing: `python -m evals.rehearse FILES --otherwise SEED`.

What passes as it was written and fails so is a weakness of reading, and needs nobody to write it. Lines with markup, and
those of two words or fewer, stay as they are.
"""

import copy
import re
from functools import partial
from random import Random
from typing import Any

Row = dict[str, Any]
OPENINGS = (
    "yay ", "ugh ", "aww ", "lol ok ", "ps: ", "quick update: ", "btw ", "one more thing, ", "hmm ", "ok so ", "sorry, ", "oh wait, ", "👋 ", "so ",
    "oh and ", "ok cool. ", "thanks! ", "alright, ", "um ", "gotcha. ", "well, ", "quick question, ", "fyi ", "right, ", "ah ok. ",
)  # fmt: skip
CLOSINGS = (
    " thx", " thanks!", " 🙈", " 😊", ", sorry!", " pls", " if thats ok", " if possible", " lol", " (sorry lol)", " ty!", " thank you!", " 🙏", " ...", " cheers",
    " appreciate it",
)  # fmt: skip
WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\badults\b", ("grown-ups", "grown ups", "adlts")), (r"\bkids\b", ("children", "kiddos")), (r"\bpeople\b", ("ppl", "persons", "folks")),
    (r"\bplease\b", ("pls", "plz")), (r"\byou\b", ("u",)), (r"\btomorrow\b", ("tmrw",)), (r"\band\b", ("&", "n")), (r"\bare\b", ("r",)),
    (r"\bI'm\b", ("im", "I am")), (r"\bwe're\b", ("we are",)), (r"\bbirthday\b", ("bday",)), (r"\bbecause\b", ("cuz", "bc")), (r"\bbefore\b", ("b4",)),
    (r"\bgoing to\b", ("gonna",)), (r"\bwant to\b", ("wanna",)), (r"\bSaturday\b", ("Sat", "saturday")), (r"\bSunday\b", ("Sun", "sunday")),
    (r"\b(\d{1,2}) ?pm\b", (r"\1 p.m.", r"\1 pm", r"\1:00pm")),
)  # fmt: skip
SPELT = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
_COUNTED = re.compile(
    r"(?<![\w$/.:,@#'-])(?:[2-9]|1\d|20)(?= (?:adults|kids|children|people|of us|guests|toddlers|more|grown|friends|orders|gyoza)\b)"
)
FEWEST_WORDS = 3
HALF = 0.5


def otherwise(scenario: Row, seed: int) -> Row:
    """The scenario with its turns said otherwise; the same seed says them alike."""
    rnd = Random(f"{seed} {scenario['id']}")
    said = copy.deepcopy(scenario)
    for turn in said["turns"]:
        if not re.search(r"[<{]", turn["user"]):
            turn["user"] = _line(turn["user"], rnd)
    return said


def _line(text: str, rnd: Random) -> str:
    for pattern, others in WORDS:
        text = re.sub(pattern, partial(_other_word, others, rnd), text)
    text = _COUNTED.sub(lambda said: SPELT[int(said.group())] if rnd.random() < HALF else said.group(), text)
    if rnd.random() < HALF:
        text = text.lower()
    if rnd.random() < HALF:
        text = text.replace("'", "")
    return text if "\n" in text or len(text.split()) < FEWEST_WORDS else _with_edges(text, rnd)


def _other_word(others: tuple[str, ...], rnd: Random, said: re.Match[str]) -> str:
    return said.expand(rnd.choice((*others, said.group())))


def _with_edges(text: str, rnd: Random) -> str:
    opened = (rnd.choice(OPENINGS) if rnd.random() < HALF else "") + text
    if rnd.random() < HALF:
        return opened
    closed = opened if opened.rstrip().endswith("?") else opened.rstrip(" .!")
    return closed + rnd.choice(CLOSINGS)
