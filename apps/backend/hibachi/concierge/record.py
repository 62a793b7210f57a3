"""What is kept of a decided turn: the reply with its proof, the state, the interaction, the refusals."""

from uuid import UUID

from hibachi.concierge import repository
from hibachi.concierge.agents import prompts
from hibachi.concierge.models import Interaction
from hibachi.concierge.think import Thought
from hibachi.concierge.turn import Turn
from hibachi.conversations.schemas import Escalation, Making, Message
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id


def making(turn: Turn, thought: Thought) -> Making:
    """How a reply was made, kept beside it: model, agent, intent, cost, tools, emotion, version of the prompts."""
    return Making(
        model=thought.speaker.name[:50],
        agent=turn.agent,
        intent=thought.route.intent,
        confidence=thought.route.confidence,
        cost_usd=thought.cost,
        tokens=thought.usage.input_tokens + thought.usage.output_tokens,
        meta={
            "tools": tools(turn),
            "agents": turn.agents_used,
            "emotion": turn.reading.emotion.model_dump(),
            "prompts": prompts.version(),
            "fallback": thought.fallback,
        },
    )


def tools(turn: Turn) -> list[dict[str, object]]:
    """All that the reply may rest on: what was gathered and what was called, in order."""
    return [
        {"id": fact.id, "name": fact.tool, "arguments": fact.arguments, "result": fact.result} for fact in turn.facts
    ]


def escalation(turn: Turn) -> Escalation | None:
    """The hand-over of this turn, if there is one."""
    if turn.escalation is None:
        return None
    return Escalation(reason=turn.escalation.reason, summary=turn.escalation.summary)


async def refusals(tx: Tx, turn: Turn, thought: Thought) -> None:
    """Store every reply of the turn that did not leave, a row for each problem (VAL-03)."""
    for text, verdict in thought.refusals:
        for problem in verdict.errors:
            repository.add_failure(
                tx, turn.conversation_id, problem.kind, f"{problem.words}: {problem.why}", text, "\n".join(turn.new)
            )


async def turn(tx: Tx, turn: Turn, thought: Thought, reply: Message | None) -> None:
    """Store the state after the turn and its interaction, in the transaction of the reply."""
    quote = quote_id(turn)
    await repository.save_dialogue(tx, turn.conversation_id, turn.dialogue.model_dump(mode="json"), quote)
    repository.add_interaction(
        tx,
        Interaction(
            id=new_id(),
            conversation_id=turn.conversation_id,
            inbound_id=turn.inbound_id,
            reply_id=reply.id if reply else None,
            channel=turn.channel,
            agent=turn.agent,
            agents_used=turn.agents_used,
            intent=thought.route.intent,
            confidence=thought.route.confidence,
            emotion=turn.reading.emotion.model_dump(),
            model=thought.speaker.name,
            fallback=thought.fallback,
            tools=[fact.tool for fact in turn.facts if not fact.id.startswith("gathered:")],
            rejections=len(thought.refusals),
            escalated=turn.escalation is not None,
            input_tokens=thought.usage.input_tokens,
            output_tokens=thought.usage.output_tokens,
            cost_usd=thought.cost,
            milliseconds=thought.milliseconds,
            at=tx.now,
        ),
    )


def quote_id(turn: Turn) -> UUID | None:
    """The newest quote of the turn: from a quote, a hold, or a change."""
    for fact in reversed(turn.facts):
        quote = fact.result if fact.tool == "calculate_party_quote" else fact.result.get("quote")
        if isinstance(quote, dict) and quote.get("quote_id"):
            return UUID(str(quote["quote_id"]))
    return None
