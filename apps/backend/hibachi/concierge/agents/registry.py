"""The agents as pydantic-ai agents: one per name, each with its own tools, one output, one validator."""

from functools import cache

from pydantic import BaseModel, Field
from pydantic_ai import Agent, ModelRetry, RunContext, Tool, ToolOutput

from hibachi.concierge.agents.names import ALL_AGENTS
from hibachi.concierge.agents.prompts import instructions
from hibachi.concierge.finishing import judge
from hibachi.concierge.tools.catalogue import FUNCTIONS
from hibachi.concierge.tools.fields import readable
from hibachi.concierge.tools.matrix import TOOLS_OF
from hibachi.concierge.tools.toolbox import Toolbox

REGENERATIONS = 2
TOOL_RETRIES = 2
TRANSFER = "transfer_to_agent"


class TransferToAgent(BaseModel):
    """Hand this turn to another agent, who has the tool or the purpose that is needed."""

    agent: str = Field(description=f"One of: {', '.join(ALL_AGENTS)}")


Output = str | TransferToAgent


@cache
def agent_of(name: str) -> Agent[Toolbox, Output]:
    """The agent of a name, without a model: the orchestrator gives one for each run."""
    agent: Agent[Toolbox, Output] = Agent(
        name=name,
        deps_type=Toolbox,
        output_type=[str, ToolOutput(TransferToAgent, name=TRANSFER)],
        tools=[Tool(FUNCTIONS[tool], name=tool, sequential=True) for tool in sorted(TOOLS_OF[name])],
        retries={"tools": TOOL_RETRIES, "output": REGENERATIONS},
    )
    agent.instructions(_instructions)
    agent.output_validator(_checked)
    return agent


def all_agents() -> list[Agent[Toolbox, Output]]:
    """Every agent; whoever is asked for afterwards is there."""
    return [agent_of(name) for name in ALL_AGENTS]


async def _instructions(context: RunContext[Toolbox]) -> str | None:
    """The prompt, where somebody reads it. Not a plain function: the framework runs those in a thread, hop by hop."""
    return instructions(context.deps.turn) if context.deps.prompted else None


async def _checked(context: RunContext[Toolbox], output: Output) -> Output:
    if isinstance(output, TransferToAgent):
        return _known(output)
    _readable(output)
    verdict = judge(context.deps.turn, output)
    if verdict.ok:
        context.deps.verdict = verdict
        return output
    problems = [f"{problem.kind}: “{problem.words}” {problem.why}" for problem in verdict.errors]
    context.deps.refused(output, verdict)
    if not context.deps.strict:
        raise ValidationStopped(problems)
    raise ModelRetry("This reply may not leave: " + "; ".join(problems) + ". Use only what the facts say.")


def _readable(output: str) -> None:
    """A reply that no database could keep is nonsense, not a claim to be checked."""
    try:
        readable(output)
    except ValueError as problem:
        raise ModelRetry(f"This reply cannot be sent: {problem}.") from problem


def _known(output: TransferToAgent) -> TransferToAgent:
    if output.agent not in ALL_AGENTS:
        raise ModelRetry(f"There is no agent {output.agent!r}; there are {', '.join(ALL_AGENTS)}.")
    return output


class ValidationStopped(Exception):
    """With AI_STRICT_MODE off the first refused reply goes to a human; nothing is generated again."""
