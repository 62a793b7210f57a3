"""What holds in any conversation: the customers' lines of the project's own scenarios, played without a database."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.concierge.local.talk import Talk

SCENARIOS = Path(__file__).parents[5] / "evals" / "scenarios"
FILES = ("second-coach.json", "blind-coach.json")
ASKS_FOR_DATE = re.compile(
    r"\bi just need the (?:date|day)|only need the (?:date|day)|tell me the (?:date|day)|still need the (?:date|day)|once i have the (?:date|day)",
    re.I,
)
UNKNOWN = re.compile(
    r"not sure about|don't have anything on record|can't say anything certain|no information about|don't know about",
    re.I,
)


def conversations() -> list[tuple[str, str, list[str]]]:
    found = []
    for name in FILES:
        for scenario in json.loads((SCENARIOS / name).read_text())["scenarios"]:
            if not scenario.get("bookings"):
                found.append((scenario["id"], scenario["channel"], [turn["user"] for turn in scenario["turns"]]))
    return found


def sentences(text: str) -> list[str]:
    """Sentences without a number: those with one may be needed again."""
    said = [part.strip().lower() for part in re.split(r"(?<=[.!?])\s+|\n+", text)]
    return [one for one in said if len(one.split()) > 4 and not re.search(r"\d", one)]


@pytest.mark.parametrize(
    ("name", "channel", "lines"), conversations(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_nothing_is_said_twice_and_nobody_is_nagged(name: str, channel: str, lines: list[str]) -> None:
    talk = Talk(channel=channel, seed=name)  # type: ignore[arg-type]
    said: list[str] = []
    nagged: list[int] = []
    for number, line in enumerate(lines):
        if talk.escalated:
            break
        answer = talk.say(line)
        assert answer.verdict.ok and answer.text.strip(), (line, answer.text, answer.refused)
        text = (
            re.sub(r"^Hello[^\n]*\n|Warm regards,\n.*", "", answer.text, flags=re.S)
            if channel == "email"
            else answer.text
        )
        for one in sentences(text):
            assert one not in said, (line, one)
            said.append(one)
        nagged += [number] if ASKS_FOR_DATE.search(text) else []
        assert len(UNKNOWN.findall(text)) <= 1
    if talk.dialogue.goal != "booking":
        assert len(nagged) <= 2
        assert all(later - earlier > 1 for earlier, later in pairwise(nagged))
