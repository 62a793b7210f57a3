"""The assistant in the words of a configured model: the same tools, and no number that no tool gave."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic_ai import Agent, ModelRetry, ModelSettings, RunContext, Tool
from pydantic_ai.exceptions import AgentRunError
from pydantic_ai.usage import UsageLimits

from hibachi.concierge.agents.prompts import source
from hibachi.concierge.assistant.catalogue import TOOLS
from hibachi.concierge.assistant.rules import unfounded
from hibachi.concierge.assistant.schemas import Report, ReportFilter, ToolName
from hibachi.llm.service import ModelChain
from hibachi.settings import Settings

log = logging.getLogger(__name__)
MOST_ROWS = 50
Read = Callable[[ToolName, ReportFilter], Awaitable[Report | str]]


@dataclass(slots=True)
class Desk:
    """What a run shares: how a report is read, and those that were read. Read returns words where the role may not see it."""

    read: Read
    business: str
    today: str
    zone: str
    reports: list[Report] = field(default_factory=list)


def _tool(name: ToolName) -> Tool[Desk]:
    async def read(context: RunContext[Desk], asked: ReportFilter) -> dict[str, Any]:
        report = await context.deps.read(name, asked)
        if isinstance(report, str):
            return {"refused": report}
        context.deps.reports.append(report)
        return shown(report)

    return Tool(read, name=name, description=TOOLS[name].about, sequential=True)


def assistant() -> Agent[Desk, str]:
    """The agent, without a model: whoever runs it gives one."""
    agent: Agent[Desk, str] = Agent(
        name="admin_assistant",
        deps_type=Desk,
        output_type=str,
        tools=[_tool(name) for name in TOOLS],
        retries={"tools": 2, "output": 2},
    )
    agent.instructions(_instructions)
    agent.output_validator(_checked)
    return agent


def shown(report: Report) -> dict[str, Any]:
    """A report as a provider's model sees it: without names of customers."""
    places = [number for number, column in enumerate(report.columns) if not column.personal]
    return {
        "said": report.said,
        "figures": report.figures,
        "columns": [report.columns[place].name for place in places],
        "rows": [[row[place] for place in places] for row in report.rows[:MOST_ROWS]],
        "rows_in_all": len(report.rows),
    }


async def worded(models: ModelChain, settings: Settings, question: str, desk: Desk) -> tuple[str, str] | None:
    """The answer and the model's name; None where none is configured, it fails, or says what no report holds."""
    speaker = models.speakers()[0]
    if speaker.builtin:
        return None
    limits = UsageLimits(request_limit=settings.ai_request_limit, total_tokens_limit=settings.ai_token_limit)
    heat = settings.ai_temperature
    try:
        async with asyncio.timeout(settings.ai_turn_seconds):
            result = await assistant().run(
                question,
                deps=desk,
                model=speaker.model,
                usage_limits=limits,
                model_settings=ModelSettings() if heat is None else ModelSettings(temperature=heat),
            )
    except (AgentRunError, TimeoutError) as failure:
        log.warning("model %s brought the staff no answer: %s", speaker.name, failure)
        models.failed(speaker)
        return None
    models.succeeded(speaker)
    return result.output, speaker.name


def _instructions(context: RunContext[Desk]) -> str:
    desk = context.deps
    return source("admin_assistant").format(business=desk.business, today=desk.today, zone=desk.zone)


async def _checked(context: RunContext[Desk], output: str) -> str:
    """Numbers come from reports; an answer without any report is none."""
    if not context.deps.reports:
        raise ModelRetry("Call a tool: an answer rests on a report.")
    if wrong := unfounded(output, context.deps.reports):
        raise ModelRetry(f"No report holds {', '.join(wrong)}. Use only what the tools returned.")
    return output
