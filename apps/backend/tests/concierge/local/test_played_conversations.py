"""What holds in any conversation: the customers' lines of the project's own scenarios, played without a database."""

import json
import random
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.concierge.local.talk import Talk, party_on

SCENARIOS = Path(__file__).parents[5] / "evals" / "scenarios"
FILES = ("second-coach.json", "blind-coach.json")
MOST_PLAYED = 150
"""Talks of a group, spread over all sets; `make rehearse` plays every one."""
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


def _lines(group: str) -> list[list[str]]:
    """The customers' lines of every scenario of a group, of all sets."""
    files = sorted(SCENARIOS.glob(f"*-{group}.json"))
    return [
        [turn["user"] for turn in one["turns"]] for file in files for one in json.loads(file.read_text())["scenarios"]
    ]


@pytest.mark.parametrize("group", ["noisy", "quotes", "changes"])
def test_no_turn_breaks_on_what_strangers_write(group: str) -> None:
    talks = _lines(group)
    assert len(talks) > MOST_PLAYED
    for lines in talks[:: len(talks) // MOST_PLAYED]:
        talk = Talk()
        for line in lines:
            answer = talk.say(line)
            assert talk.escalated or (answer.text and answer.verdict.ok), (lines, answer.refused)


@pytest.mark.parametrize("seed", range(4))
def test_no_turn_breaks_whatever_was_said_before_it(seed: int) -> None:
    chance = random.Random(seed)
    said = [
        line for group in ("noisy", "quotes", "changes", "bookings", "coach") for one in _lines(group) for line in one
    ]
    for _ in range(40):
        talk = Talk(bookings=[party_on("2026-03-21")] if chance.random() < 0.3 else [])
        for line in chance.sample(said, 3):
            talk.say(line)
