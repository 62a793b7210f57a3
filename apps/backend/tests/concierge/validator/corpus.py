"""The right replies, read from their files."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import hibachi.policies
from hibachi.concierge.facts import Fact
from hibachi.concierge.validator import Verdict, check
from hibachi.policies.schemas import Profile

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Reply:
    """A reply and the turn that it belongs to."""

    text: str
    facts: tuple[Fact, ...]
    said: tuple[str, ...]
    today: date
    zone: str
    channel: str

    def checked(self) -> Verdict:
        return check(
            self.text,
            facts=self.facts,
            said=self.said,
            today=self.today,
            zone=self.zone,
            channel=self.channel,
            profile=profile(),
        )


@cache
def profile() -> Profile:
    shipped = Path(str(hibachi.policies.__file__)).parent / "default_profile.yaml"
    return Profile.model_validate(yaml.safe_load(shipped.read_text()))


@cache
def fixtures() -> dict[str, Fact]:
    """The facts that the replies name, by name."""
    return {name: Fact(**fact) for name, fact in json.loads((HERE / "fact_fixtures.json").read_text()).items()}


def facts_of(names: list[Any]) -> tuple[Fact, ...]:
    return tuple(fixtures()[name] if isinstance(name, str) else Fact(**name) for name in names)


def read(name: str) -> list[Reply]:
    """The replies of a file; an empty list where the file is not there."""
    path = HERE / name
    if not path.exists():
        return []
    document = json.loads(path.read_text())
    rows = document["replies"] if isinstance(document, dict) else document
    return [
        Reply(
            row["text"],
            facts_of(row["facts"]),
            tuple(row["said"]),
            date.fromisoformat(row["today"]),
            row["zone"],
            row["channel"],
        )
        for row in rows
    ]
