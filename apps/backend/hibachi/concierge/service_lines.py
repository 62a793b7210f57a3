"""Fixed lines of the house: the confirmation of STOP, START and HELP, and the words when a human has to take over."""

from collections.abc import Sequence
from uuid import UUID

from hibachi.concierge.facts import Fact
from hibachi.concierge.think import Thought
from hibachi.concierge.turn import Turn
from hibachi.concierge.validator import Verdict, check_turn
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Conversation, Message, Received
from hibachi.kit.db import Tx
from hibachi.language.replies import opt_keyword
from hibachi.language.tidy import tidy
from hibachi.policies import service as policies

MAY_BE_ABOUT_A_PARTY = ("cancel", "end")
HOLDING = (
    "I want to be sure that you get the right answer, so I am passing this to a colleague from our team. "
    "They will get back to you here."
)
STOPPED = "You are unsubscribed from {business} and will get no more messages here. Reply START to hear from us again."
STARTED = "You are subscribed to messages from {business} again. Reply STOP at any time to end them."
HELP = "This is {business}. For help write to {email} or call {phone}. Reply STOP to get no more messages here."


def holding(turn: Turn) -> Verdict:
    """The checked words when no model brought a reply that may leave; they claim nothing but the hand-over."""
    handed_over = {"handed_over": True, "reason": turn.escalation.reason if turn.escalation else ""}
    turn.facts.append(Fact("house:hand_over", "hand_over_to_human", {}, handed_over, at=turn.now.isoformat()))
    return check_turn(turn, f"{turn.opening} {HOLDING}".strip())


def summary(turn: Turn, thought: Thought) -> str:
    """What the colleague needs to know: the customer's last words and why nothing was sent."""
    problems = "; ".join(problem.why for _, verdict in thought.refusals for problem in verdict.errors)
    why = f"Replies were refused: {problems}" if problems else "No model answered."
    return f"The customer wrote: “{' / '.join(turn.new)[:500]}”. {why[:500]}"


async def apologise(tx: Tx, conversation: Conversation, waiting: Sequence[Message]) -> None:
    """Hand a conversation whose turn breaks to a human, and say so unless the customer opted out."""
    words = " / ".join(message.content for message in waiting)
    if not await conversations.is_opted_out(tx, customer_id=conversation.customer_id, channel=conversation.channel):
        answers = [message.id for message in waiting]
        await conversations.send_system_line(tx, conversation_id=conversation.id, text=HOLDING, answers=answers)
    summary = f"The customer wrote: “{words[:500]}”. Thinking about it broke; the log says how."
    await conversations.escalate(tx, conversation_id=conversation.id, reason="turn_failed", summary=summary)


async def obey_at_once(tx: Tx, received: Received) -> bool:
    """STOP and START are law from the moment they are stored, whoever speaks in the thread; False for other words.

    "Cancel" and "end" may be about a party: a turn reads those. A yes means START to somebody who said STOP. A second
    STOP is not confirmed again, so that two robots do not talk for ever.
    """
    words, channel = received.message.content, received.conversation.channel
    word = opt_keyword(tidy(words, email=channel == "email"))
    if word == "stop" and words.strip(" .!").lower() not in MAY_BE_ABOUT_A_PARTY:
        return await _stop(tx, received)
    if word == "start" or words.strip(" .!").lower() == "yes":
        return await _start(tx, received)
    return False


async def _stop(tx: Tx, received: Received) -> bool:
    customer_id, channel = received.conversation.customer_id, received.conversation.channel
    message = received.message
    if not await conversations.is_opted_out(tx, customer_id=customer_id, channel=channel):
        await _confirm(tx, received.conversation, STOPPED)
        await conversations.opt_out(
            tx, customer_id=customer_id, channel=channel, words=message.content, message_id=message.id
        )
    return True


async def _start(tx: Tx, received: Received) -> bool:
    customer_id, channel = received.conversation.customer_id, received.conversation.channel
    message = received.message
    if not await conversations.opt_in(
        tx, customer_id=customer_id, channel=channel, words=message.content, message_id=message.id
    ):
        return False
    await _confirm(tx, received.conversation, STARTED)
    return True


async def _confirm(tx: Tx, conversation: Conversation, line: str) -> None:
    business = (await policies.current(tx)).profile.business
    waiting = await conversations.unanswered(tx, conversation_id=conversation.id)
    text = line.format(business=business.name)
    answers = [one.id for one in waiting]
    await conversations.send_system_line(tx, conversation_id=conversation.id, text=text, answers=answers)


async def obey(tx: Tx, turn: Turn) -> None:
    """Do what STOP, START or HELP says and confirm it in a fixed line; what was written after it stays unanswered."""
    tidied = [tidy(words, email=turn.channel == "email") for words in turn.new]
    at = max(number for number, words in enumerate(tidied) if opt_keyword(words) == turn.reading.opt_out)
    words, business = turn.new[at], turn.profile.business
    answers = turn.answers[: at + 1]
    filled = {"business": business.name, "email": business.email, "phone": business.phone}
    if turn.reading.opt_out == "stop":
        line = STOPPED.format_map(filled)
        await _say(tx, turn, line, answers)
        await conversations.opt_out(tx, customer_id=turn.customer_id, channel=turn.channel, words=words)
    elif turn.reading.opt_out == "start":
        await conversations.opt_in(tx, customer_id=turn.customer_id, channel=turn.channel, words=words)
        await _say(tx, turn, STARTED.format_map(filled), answers)
    else:
        await _say(tx, turn, HELP.format_map(filled), answers)


async def _say(tx: Tx, turn: Turn, line: str, answers: list[UUID]) -> None:
    await conversations.send_system_line(tx, conversation_id=turn.conversation_id, text=line, answers=answers)
