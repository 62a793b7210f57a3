"""Words that people wrote, held against facts as if the concierge were to say them: improved replies, and scripts. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hibachi.concierge.facts import Fact
from hibachi.concierge.gather import price_list
from hibachi.concierge.understanding.frames import read_frame
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.concierge.validator import check
from hibachi.kit.clock import wall
from hibachi.policies.schemas import Profile
from hibachi.policies.scripts import Situation


@dataclass(frozen=True, slots=True)
class Unproven:
    """What may not be said. words: of the text; why: a sentence."""

    words: str
    why: str

    def __str__(self) -> str:
        return self.why if not self.words or self.why.startswith(self.words) else f"“{self.words}”: {self.why}"


def problems_of(
    text: str,
    *,
    tools: Sequence[Mapping[str, Any]],
    said: Sequence[str],
    known: Sequence[str],
    at: datetime,
    channel: str,
    profile: Profile,
) -> list[Unproven]:
    """Why the concierge might not have said this in a conversation, one a claim; empty where it might.

    tools: what was gathered and called, oldest first, as replies keep it; said: the customer's messages up to then;
    known: what the channel proves of the customer; at: when it would have been said.
    """
    facts = [
        Fact(str(tool["id"]), str(tool["name"]), tool["arguments"], tool["result"], at=at.isoformat()) for tool in tools
    ]
    zone = profile.business.timezone
    verdict = check(
        text,
        facts=facts,
        said=said,
        today=wall(at, zone).date(),
        zone=zone,
        channel=channel,
        profile=profile,
        known=known,
    )
    return [Unproven(one.words, one.why) for one in verdict.errors]


def problems_of_script(text: str, *, at: datetime, profile: Profile) -> list[Unproven]:
    """Why a script, as it is filled in now, could not be said to anybody: it rests on the owner's price list alone."""
    facts = {"id": "house:price_list", "name": "price_list", "arguments": {}, "result": price_list(profile)}
    return problems_of(text, tools=[facts], said=(), known=(), at=at, channel="web_chat", profile=profile)


def situation_of(question: str, *, at: datetime, profile: Profile) -> Situation | None:
    """What a customer objects to in a message; None where they do not."""
    now = wall(at, profile.business.timezone)
    frame = read_frame(question, dialogue=Dialogue(), profile=profile, now_local=now)
    minimum = "minimum_objection" in frame.acts or "minimum" in frame.topics
    if minimum and {"minimum_objection", "price_objection"} & set(frame.acts):
        return "objection_minimum"
    if "price_objection" in frame.acts:
        return "objection_travel" if "travel" in frame.topics else "objection_price"
    return "thinking" if "thinking" in frame.acts else None
