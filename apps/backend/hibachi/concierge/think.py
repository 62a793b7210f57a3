"""Thinking about one turn, without an open transaction: choose the agent, let a model act, check, fall back."""

import asyncio
import logging
import time
from dataclasses import dataclass, field
from decimal import Decimal

from pydantic_ai import ModelSettings, capture_run_messages
from pydantic_ai.exceptions import AgentRunError
from pydantic_ai.messages import ModelMessage, ModelResponse
from pydantic_ai.usage import RunUsage, UsageLimits

from hibachi.concierge import router
from hibachi.concierge.agents.history import earlier_messages
from hibachi.concierge.agents.registry import TRANSFER, TransferToAgent, ValidationStopped, agent_of
from hibachi.concierge.router import Route
from hibachi.concierge.tools.matrix import may_use
from hibachi.concierge.tools.toolbox import Toolbox
from hibachi.concierge.turn import Turn, current_turn
from hibachi.concierge.validator import Verdict
from hibachi.kit.db import Database
from hibachi.knowledge.service import Searcher
from hibachi.llm.schemas import Speaker
from hibachi.llm.service import ModelChain
from hibachi.memory.recall.service import Recall
from hibachi.settings import Settings
from hibachi.travel.service import Maps

log = logging.getLogger(__name__)
MOST_HANDS = 4
MOST_HANDS_BUILT_IN = 12
"""The built-in model calls a tool after each hand-over and no tool twice, so that it ends; a message may ask five agents."""


@dataclass(slots=True)
class Thought:
    """What came out of thinking: a checked verdict, or None when no model brought a reply that may leave."""

    route: Route
    speaker: Speaker
    verdict: Verdict | None = None
    fallback: bool = False
    blocked: bool = False
    usage: RunUsage = field(default_factory=RunUsage)
    cost: Decimal = Decimal(0)
    refusals: list[tuple[str, Verdict]] = field(default_factory=list)
    milliseconds: float = 0.0


class NoReply(Exception):
    """A model handed the turn round without an answer."""


class Thinker:
    """Runs the agents of a turn over the chain of models."""

    def __init__(
        self,
        settings: Settings,
        db: Database,
        models: ModelChain,
        maps: Maps | None,
        searcher: Searcher | None = None,
        recall: Recall | None = None,
    ) -> None:
        self._settings = settings
        self._db = db
        self._models = models
        self._maps = maps
        self._searcher = searcher
        self._recall = recall

    async def think(self, turn: Turn) -> Thought:
        """Try each model of the chain; what must go to a human is worded by the built-in one alone.

        A model that fails is followed by the next; one whose replies the validator refused to the last is not:
        then a human takes over (VAL-04, VAL-05).
        """
        started = time.perf_counter()
        turn.card_site = self._settings.card_site
        thought = Thought(router.route(turn.reading, turn.profile), self._models.builtin)
        gathered = list(turn.facts)
        speakers = [self._models.builtin] if turn.reading.handover else self._models.speakers()
        for number, speaker in enumerate(speakers):
            turn.facts, turn.escalation = list(gathered), None
            turn.rejections.clear()
            thought.speaker, thought.fallback = speaker, number > 0
            await self._let_speak(turn, thought)
            if thought.verdict is not None or thought.blocked:
                break
        thought.milliseconds = (time.perf_counter() - started) * 1000
        return thought

    async def _let_speak(self, turn: Turn, thought: Thought) -> None:
        speaker, usage = thought.speaker, RunUsage()
        strict = self._settings.ai_strict_mode
        toolbox = Toolbox(
            turn,
            self._db,
            self._maps,
            strict=strict,
            searcher=self._searcher,
            recall=self._recall,
            prompted=not speaker.builtin,
        )
        try:
            async with asyncio.timeout(self._settings.ai_turn_seconds):
                thought.verdict = await self._run(turn, toolbox, thought, usage)
            self._models.succeeded(speaker)
        except Exception as failure:  # whatever a provider's answer breaks, the next model answers, or a human (ORC-17)
            log.warning("model %s brought no reply: %s", speaker.name, failure, exc_info=not _expected(failure))
            thought.blocked = len(turn.rejections) > (2 if toolbox.strict else 0)
            if not thought.blocked:
                self._models.failed(speaker)
        thought.refusals += toolbox.refusals
        thought.usage += usage
        thought.cost += speaker.price.cost(usage.input_tokens, usage.output_tokens)

    async def _run(self, turn: Turn, toolbox: Toolbox, thought: Thought, usage: RunUsage) -> Verdict:
        agent: str = thought.route.agent
        token = current_turn.set(turn)
        try:
            for _ in range(MOST_HANDS_BUILT_IN if thought.speaker.builtin else MOST_HANDS):
                turn.agent = agent
                turn.agents_used.append(agent)
                output = await self._run_agent(agent, turn, toolbox, thought.speaker, usage)
                if not isinstance(output, TransferToAgent):
                    assert toolbox.verdict is not None
                    return toolbox.verdict
                log.info("conversation %s: %s hands the turn to %s", turn.conversation_id, agent, output.agent)
                agent = output.agent
        finally:
            current_turn.reset(token)
        raise NoReply(f"handed round {len(turn.agents_used)} times, last to {agent}")

    async def _run_agent(
        self, agent: str, turn: Turn, toolbox: Toolbox, speaker: Speaker, usage: RunUsage
    ) -> str | TransferToAgent:
        with capture_run_messages() as messages:
            try:
                result = await agent_of(agent).run(
                    "\n".join(turn.new),
                    deps=toolbox,
                    model=speaker.model,
                    message_history=earlier_messages(turn) if toolbox.prompted else [],
                    usage=usage,
                    usage_limits=self._limits(speaker),
                    model_settings=self._model_settings(speaker),
                )
                return result.output
            finally:
                _log_forbidden(agent, messages)

    def _limits(self, speaker: Speaker) -> UsageLimits:
        if speaker.builtin:
            return UsageLimits(request_limit=40)
        settings = self._settings
        return UsageLimits(request_limit=settings.ai_request_limit, total_tokens_limit=settings.ai_token_limit)

    def _model_settings(self, speaker: Speaker) -> ModelSettings:
        if speaker.builtin or self._settings.ai_temperature is None:
            return ModelSettings()
        return ModelSettings(temperature=self._settings.ai_temperature)


def _log_forbidden(agent: str, messages: list[ModelMessage]) -> None:
    """The registry answered a tool that an agent lacks with an error; here it is logged (SEC-07)."""
    calls = [call.tool_name for said in messages if isinstance(said, ModelResponse) for call in said.tool_calls]
    for tool in calls:
        if tool != TRANSFER and not may_use(agent, tool):
            log.warning("agent %s may not call %.80r", agent, tool)


def _expected(failure: Exception) -> bool:
    """Whether a model fails like this in the usual course; anything else is logged with its trace."""
    return isinstance(failure, AgentRunError | ValidationStopped | NoReply | TimeoutError)
