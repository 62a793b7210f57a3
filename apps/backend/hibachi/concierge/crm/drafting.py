"""A note worded by a configured model: it reads the record and masked messages, and what it writes passes the gate."""

import asyncio
import logging
from dataclasses import dataclass
from functools import cache

from pydantic_ai import Agent, ModelRetry, ModelSettings, RunContext, ToolOutput
from pydantic_ai.exceptions import AgentRunError
from pydantic_ai.usage import UsageLimits

from hibachi.concierge.agents.prompts import source
from hibachi.concierge.crm.checking import Gate
from hibachi.concierge.crm.rules import Known
from hibachi.concierge.crm.schemas import Draft
from hibachi.language.scrubbing import PIIScrubber
from hibachi.llm.service import ModelChain
from hibachi.policies.schemas import Profile
from hibachi.settings import Settings

log = logging.getLogger(__name__)
RETRIES = 2
LONGEST_MESSAGE = 2000


@dataclass(frozen=True, slots=True)
class Worded:
    """A model's draft that traces, or why there is none."""

    model: str
    draft: Draft | None = None
    refused: str | None = None


@cache
def crm_writer() -> Agent[Gate, Draft]:
    """The agent, without a model: whoever runs it gives one."""
    agent: Agent[Gate, Draft] = Agent(
        name="crm_writer", deps_type=Gate, output_type=ToolOutput(Draft, name="note"), retries={"output": RETRIES}
    )
    agent.instructions(_instructions)
    agent.output_validator(_checked)
    return agent


def _instructions(context: RunContext[Gate]) -> str:
    gate = context.deps
    return source("crm_writer").format(
        business=gate.profile.business.name, today=gate.known.now.strftime("%A, %B %-d, %Y")
    )


async def _checked(context: RunContext[Gate], draft: Draft) -> Draft:
    if problems := context.deps.problems(draft):
        raise ModelRetry("This note cannot be kept: " + "; ".join(problems) + ". Use only what the record says.")
    return draft


async def worded(models: ModelChain, settings: Settings, gate: Gate, record: Draft) -> Worded | None:
    """The note in a configured model's words; None where there is none. record: the built-in wording of the facts."""
    speaker = models.speakers()[0]
    if speaker.builtin:
        return None
    limits = UsageLimits(request_limit=settings.ai_request_limit, total_tokens_limit=settings.ai_token_limit)
    heat = settings.ai_temperature
    try:
        async with asyncio.timeout(settings.ai_turn_seconds):
            result = await crm_writer().run(
                masked(gate.known, record, gate.profile),
                deps=gate,
                model=speaker.model,
                usage_limits=limits,
                model_settings=ModelSettings() if heat is None else ModelSettings(temperature=heat),
            )
    except Exception as failure:  # whatever a provider's answer breaks, the built-in wording stands (ORC-17)
        expected = isinstance(failure, AgentRunError | TimeoutError)
        log.warning("the model worded no note (%s): %s", speaker.name, failure, exc_info=not expected)
        models.failed(speaker)
        return Worded(speaker.name, refused=str(failure)[:500])
    models.succeeded(speaker)
    return Worded(speaker.name, result.output)


def masked(known: Known, record: Draft, profile: Profile) -> str:
    """The record and the messages without personal data: what a provider is shown."""
    dishes = (*profile.menu.included_proteins, *profile.menu.upgrades_per_person, *profile.menu.addons_each)
    scrubber = PIIScrubber((*(dish.replace("_", " ") for dish in dishes), *profile.travel.areas, profile.business.name))
    names = [known.person.name] if known.person.name else []
    who = {"user": "Customer", "assistant": "We", "system": "Notice"}
    said = "\n".join(f"{who[one.role]}: {one.content[:LONGEST_MESSAGE]}" for one in known.messages)
    text = f"The record:\n{record.summary}\nNext: {record.next_step}\n\nThe messages:\n{said}"
    return scrubber.scrub(text, names).cleaned_text
