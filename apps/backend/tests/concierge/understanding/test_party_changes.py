"""A party that changes line by line is priced as it is meant, whatever is said around each change."""

from typing import Any

import pytest

from tests.concierge.local.talk import Answer, Talk
from tests.concierge.understanding.party_changes import Line, conversation

Priced = tuple[tuple[int, int, int], dict[str, int], dict[str, int]]
MOST_WRONG = 0.02
"""Of all lines: one in fifty may be misheard by rules so small."""


@pytest.mark.parametrize("seeds", [range(10), pytest.param(range(100, 500), marks=pytest.mark.proof)])
def test_the_price_is_of_the_party_that_is_meant(seeds: range) -> None:
    lines, wrong = 0, []
    for seed in seeds:
        talk = Talk()
        for line in conversation(seed):
            lines += 1
            if (heard := _heard(talk, line)) != (meant := _meant(line)):
                wrong.append((seed, line.said, meant, heard))
                break
    assert len(wrong) <= max(1, lines * MOST_WRONG), wrong


def _meant(line: Line) -> Priced:
    return line.truth.counts, line.truth.upgrades, line.truth.addons


def _heard(talk: Talk, line: Line) -> Priced:
    """What the line is priced as; where it is answered without a price, what the total is asked for next."""
    asked = _quoted(talk.say(line.said))
    if asked is None or line.asks:
        asked = _quoted(talk.say("so whats the total")) or {}
    counts = (asked.get("adults") or 0, asked.get("children") or 0, asked.get("toddlers") or 0)
    return counts, _ordered(asked, "protein_selections"), _ordered(asked, "addons")


def _quoted(answer: Answer) -> dict[str, Any] | None:
    asked = [fact.arguments for fact in answer.turn.facts if fact.tool == "calculate_party_quote"]
    return asked[-1] if asked else None


def _ordered(asked: dict[str, Any], slot: str) -> dict[str, int]:
    return {key: many for key, many in (asked.get(slot) or {}).items() if many}
