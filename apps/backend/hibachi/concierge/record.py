"""What is kept of a decided turn: the reply with its proof, the state, the interaction, the refusals."""

from datetime import date
from typing import Any
from uuid import UUID

from hibachi.concierge import repository
from hibachi.concierge.agents import prompts
from hibachi.concierge.think import Thought
from hibachi.concierge.turn import Turn
from hibachi.conversations import service as conversations
from hibachi.conversations.events import DraftDecided
from hibachi.conversations.schemas import Escalation, Making, Message, Prepared, Tried, Urgency
from hibachi.conversations.second_look.schemas import LookReason
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.knowledge import service as knowledge


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
            "inquiry_details": turn.inquiry_details,
            "protein_info": turn.protein_info,
        },
        review=_review(turn, thought),
    )


def _review(turn: Turn, thought: Thought) -> tuple[LookReason, ...]:
    """Why people should look at a reply: the router was unsure, or the validator refused an earlier attempt."""
    unsure = thought.route.confidence < float(turn.profile.concierge.router_confidence)
    reasons: tuple[LookReason, ...] = ("low_confidence",) if unsure else ()
    return (*reasons, "validator_refused") if thought.refusals else reasons


def tools(turn: Turn) -> list[dict[str, object]]:
    """All that the reply may rest on: what was gathered and what was called, in order."""
    return [
        {"id": fact.id, "name": fact.tool, "arguments": fact.arguments, "result": fact.result} for fact in turn.facts
    ]


def escalation(turn: Turn, thought: Thought) -> Escalation | None:
    """The hand-over of this turn with all that the colleague needs, if there is one."""
    if turn.escalation is None:
        return None
    refused = [text for text, _ in thought.refusals]
    return Escalation(
        reason=turn.escalation.reason,
        summary=turn.escalation.summary,
        urgency=urgency_of(turn, turn.escalation.reason),
        tried=(*_called(turn), *_refused(thought)),
        unsent_draft=refused[-1] if refused and thought.verdict is None else None,
    )


def urgency_of(turn: Turn, reason: str) -> Urgency:
    """How soon a person has to look at this turn."""
    feeling = turn.reading.emotion
    return conversations.urgency(
        reason=reason, emotion=feeling.label, intensity=feeling.intensity, days_to_party=_days_to_party(turn)
    )


def prepared(turn: Turn, thought: Thought, interaction_id: UUID) -> Prepared:
    """What goes with the reply, should it wait for a person: how soon, and the state to keep once it is sent."""
    quote = quote_id(turn)
    after = {
        "state": turn.dialogue.model_dump(mode="json"),
        "quote_id": str(quote) if quote else None,
        "interaction_id": str(interaction_id),
        "passages": [str(one) for one in passages(turn)],
    }
    how = conversations.priority(urgency=urgency_of(turn, ""), topic=thought.route.intent)
    return Prepared(priority=how, after=after)


def _called(turn: Turn) -> list[Tried]:
    called = [fact for fact in turn.facts if not fact.id.startswith(("gathered:", "house:"))]
    return [Tried(kind="tool", name=fact.tool, outcome=_outcome(fact.result)) for fact in called]


def _outcome(result: dict[str, Any]) -> str:
    """What a tool said, in a line: the refusal it made, or the deed it did."""
    reason = result.get("reason") or result.get("refusal")
    if "error" in result:
        return f"{result['error']}: {result.get('message', '')}"
    if isinstance(reason, dict):
        return str(reason.get("sentence") or reason.get("code"))
    done = [key for key in ("booked", "held", "changed", "cancelled", "handed_over") if result.get(key) is True]
    return ", ".join(done) or "answered"


def _refused(thought: Thought) -> list[Tried]:
    return [
        Tried(kind="refused_reply", name=text[:500], outcome="; ".join(problem.why for problem in verdict.errors)[:500])
        for text, verdict in thought.refusals
    ]


def _days_to_party(turn: Turn) -> int | None:
    """Days until the customer's next party, by the calendar of its place."""
    today = wall(turn.now, turn.zone).date()
    own = turn.latest("customer_bookings") or {}
    live = [row for row in own.get("bookings", []) if row["status"] in ("deposit_pending", "confirmed")]
    days = [(date.fromisoformat(row["date"]) - today).days for row in live]
    return min((number for number in days if number >= 0), default=None)


async def refusals(tx: Tx, turn: Turn, thought: Thought) -> None:
    """Store every reply of the turn that did not leave, a row for each problem (VAL-03)."""
    for text, verdict in thought.refusals:
        for problem in verdict.errors:
            repository.add_failure(
                tx, turn.conversation_id, problem.kind, f"{problem.words}: {problem.why}", text, "\n".join(turn.new)
            )


async def turn(tx: Tx, turn: Turn, thought: Thought, reply: Message | None, interaction_id: UUID) -> None:
    """Store the state after the turn and its interaction, in the transaction of the reply.

    reply: None where it waits for a person; then the state is kept once it is sent, and not before.
    """
    if reply is not None:
        await knowledge.used(tx, passages=passages(turn), conversation_id=turn.conversation_id, message_id=reply.id)
    await _unanswered(tx, turn)
    state = turn.dialogue.model_dump(mode="json") if reply is not None else None
    row = _interaction(turn, thought, interaction_id) | {"reply_id": reply.id if reply else None, "at": tx.now}
    await repository.add_turn(tx, row, state, quote_id(turn))


def _interaction(turn: Turn, thought: Thought, interaction_id: UUID) -> dict[str, Any]:
    return {
        "id": interaction_id,
        "conversation_id": turn.conversation_id,
        "inbound_id": turn.inbound_id,
        "channel": turn.channel,
        "agent": turn.agent,
        "agents_used": turn.agents_used,
        "intent": thought.route.intent,
        "confidence": thought.route.confidence,
        "emotion": turn.reading.emotion.model_dump(),
        "model": thought.speaker.name,
        "fallback": thought.fallback,
        "tools": [fact.tool for fact in turn.facts if not fact.id.startswith("gathered:")],
        "rejections": len(thought.refusals),
        "escalated": turn.escalation is not None,
        "input_tokens": thought.usage.input_tokens,
        "output_tokens": thought.usage.output_tokens,
        "cost_usd": thought.cost,
        "milliseconds": thought.milliseconds,
    }


def passages(turn: Turn) -> list[UUID]:
    """The passages that the reply may rest on: the first of each search that found one certain enough."""
    found = [fact.result for fact in turn.called("search_knowledge") if fact.result.get("known")]
    return [UUID(str(result["passages"][0]["id"])) for result in found]


async def _unanswered(tx: Tx, turn: Turn) -> None:
    """Tell people of what was asked and nothing answers, each question once; not what the tool that knows was asked then."""
    searched = [
        fact
        for fact in turn.called("search_knowledge")
        if fact.result.get("known") is False and not turn.called(fact.result.get("ask", ""))
    ]
    for question in dict.fromkeys(str(fact.arguments["question"]) for fact in searched):
        await knowledge.unanswered(
            tx, question=question, conversation_id=turn.conversation_id, customer_id=turn.customer_id
        )


def quote_id(turn: Turn) -> UUID | None:
    """The newest quote of the turn: from a quote, a hold, or a change."""
    for fact in reversed(turn.facts):
        quote = fact.result if fact.tool == "calculate_party_quote" else fact.result.get("quote")
        if isinstance(quote, dict) and quote.get("quote_id"):
            return UUID(str(quote["quote_id"]))
    return None


async def on_draft_decided(tx: Tx, event: DraftDecided) -> None:
    """Listener inside the deciding transaction: a draft that was sent is a reply of its turn like any other."""
    if event.message_id is None or not event.after:
        return
    quote = event.after["quote_id"]
    await repository.save_dialogue(tx, event.conversation_id, event.after["state"], UUID(quote) if quote else None)
    await repository.set_reply(tx, UUID(event.after["interaction_id"]), event.message_id)
    told = [UUID(one) for one in event.after.get("passages", [])]
    await knowledge.used(tx, passages=told, conversation_id=event.conversation_id, message_id=event.message_id)
