"""The prompts: versioned files beside this one, without a single price in them; the version is their hash."""

import hashlib
import json
from functools import cache
from pathlib import Path

from hibachi.concierge import recalled
from hibachi.concierge.agents.history import told_so_far
from hibachi.concierge.finishing import HELLO_GRAVE
from hibachi.concierge.turn import Turn
from hibachi.kit.clock import wall
from hibachi.memory.rules.prompting import enhance_prompt_with_memory
from hibachi.policies import scripts

FOLDER = Path(__file__).parent / "prompts"


@cache
def source(name: str) -> str:
    """The text of one prompt file."""
    return (FOLDER / f"{name}.md").read_text()


@cache
def version() -> str:
    """Twelve hexadecimal digits that change when any prompt changes; stored with each reply."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.md")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def instructions(turn: Turn) -> str:
    """The prompt of the turn's agent, filled with the owner's words and this turn's facts."""
    business = turn.profile.business
    voice = business.brand_voice
    filled = {
        "business": business.name,
        "tagline": business.tagline,
        "tone": voice.tone,
        "channel": turn.channel,
        "emoji": voice.emoji.get(turn.channel, "few"),
        "length": _length(turn),
        "escalate": "; ".join(turn.profile.escalate_to_human),
        "today": wall(turn.now, turn.zone).strftime("%A, %B %-d, %Y, %-I:%M %p"),
        "facts": json.dumps(
            [{"tool": fact.tool, "result": fact.result} for fact in turn.facts if fact.id != recalled.GATHERED],
            ensure_ascii=False,
        ),
        "objections": json.dumps(turn.profile.sales.model_dump(mode="json", exclude={"scripts"}), ensure_ascii=False),
    }
    prompt = source("house").format_map(filled) + "\n" + source(turn.agent).format_map(filled) + _scripts(turn)
    told = told_so_far(turn)
    prompt += f"\nTold by the customer so far in this conversation: {told}\n" if told else ""
    prompt = enhance_prompt_with_memory(prompt, turn.memory, today=wall(turn.now, turn.zone).date())
    earlier = recalled.block(next((fact.result for fact in turn.facts if fact.id == recalled.GATHERED), None))
    return f"{prompt}\n{earlier}\n" if earlier else prompt


def _scripts(turn: Turn) -> str:
    """The owner's own words for situations, their facts filled in; nothing where there are none."""
    lines = [f"- {scripts.SITUATIONS[situation]}: “{words}”" for situation, words in scripts.in_force(turn.profile)]
    return "\n" + source("scripts").format(scripts="\n".join(lines)) if lines else ""


def _length(turn: Turn) -> str:
    voice = turn.profile.business.brand_voice
    if turn.channel == "sms":
        return (
            f"At most {voice.sms_max_chars - (len(f'{HELLO_GRAVE} {turn.opening}') if turn.opening else 0)} characters."
        )
    if turn.channel == "phone":
        return f"At most {voice.phone_max_seconds} seconds of speech, short sentences, no lists."
    return "Short paragraphs."
