"""One customer turn: store what came in, gather, think, check, speak or hand over. The only path that sends.

The inbound message is committed before anything else; thinking happens without an open transaction; each tool has its
own; the reply is queued in a last one that checks once more who is speaking (docs/decisions, transactions of a turn).
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from uuid import UUID

from hibachi.concierge import gather, record, service_lines
from hibachi.concierge.feelings import Feelings
from hibachi.concierge.finishing import Fitting, finish, whole_forms
from hibachi.concierge.hearing import Hearing
from hibachi.concierge.think import Thinker, Thought
from hibachi.concierge.turn import Escalation, Turn, silently
from hibachi.concierge.understanding.parties import bands_of
from hibachi.concierge.understanding.settling import settle
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound, Message, Received, ReplyState, Sent, Withheld
from hibachi.kit import once
from hibachi.kit.auth import AI
from hibachi.kit.db import Database, Tx
from hibachi.kit.errors import HibachiError
from hibachi.kit.ids import new_id
from hibachi.kit.jobs import NewJob
from hibachi.memory import service as memory
from hibachi.memory.recall.service import Recall
from hibachi.settings import Settings

log = logging.getLogger(__name__)
ANSWER = "concierge.answer"
MOST_DRAFTS = 5
MOST_TRIES = 2
POLL_SECONDS = 0.05
MOST_TOGETHER = 12
"""Who writes on and on is not left without an answer: so many unanswered messages wait for no further one."""


class Concierge:
    """Answers conversations. `receive` stores a message, `answer` decides every message that waits."""

    def __init__(
        self, settings: Settings, db: Database, thinker: Thinker, hearing: Hearing, fitting: Fitting | None = None
    ) -> None:
        self._settings = settings
        self._db = db
        self._thinker = thinker
        self._hearing = hearing
        self._fitting = fitting or Fitting()
        self.feelings = Feelings(db, hearing)
        self.recall: Recall | None = None
        """Set where a configured model speaks: it is shown what the customer said before."""

    async def receive(self, tx: Tx, inbound: Inbound, *, when_quiet_for: timedelta | None = None) -> Received:
        """Store a customer's message with the jobs that answer it and hear its feeling, in one transaction.

        when_quiet_for: answer once nothing newer came for so long, so that several quick messages get one reply.
        None: the caller answers at once, and the job is for the case that its process dies.
        """
        received = await conversations.receive(tx, inbound=inbound)
        if received.duplicate:
            return received
        jobs = [self.feelings.job(received.message.id), *memory.to_hear(received.message.id, inbound.text)]
        if not await service_lines.obey_at_once(tx, received) and received.conversation.status == "ai":
            self._hearing.expect(received.message.content, inbound.channel)
            newest = None if when_quiet_for is None else received.message.id
            jobs.append(self._job(received.conversation.id, after=when_quiet_for, newest=newest))
        await tx.defer_together(*jobs)
        return received

    def _job(self, conversation_id: UUID, *, after: timedelta | None = None, newest: UUID | None = None) -> NewJob:
        delay = timedelta(seconds=self._settings.turn_lease_seconds) if after is None else after
        named = {"newest": str(newest)} if newest else {}
        return NewJob(ANSWER, {"conversation_id": str(conversation_id), **named}, schedule_in=delay)

    async def answer(
        self,
        conversation_id: UUID,
        *,
        tell: Callable[[str], None] = silently,
        replies: dict[UUID, Message] | None = None,
    ) -> bool:
        """Decide every waiting message of a conversation; False when another process is thinking about it now.

        A turn that breaks is tried once more; then a human takes over, so that no message is asked for ever.
        replies: gets the reply by each message that it answers, where this call sent one and the machine speaks on.
        """
        owner = new_id()
        for _ in range(MOST_TRIES):
            try:
                return await self._answer(conversation_id, owner, tell, {} if replies is None else replies)
            except Exception as problem:  # a bug in reading one message must not leave it without an answer (ORC-17)
                await self._let_go(conversation_id, owner)
                if isinstance(problem, HibachiError):
                    raise
                log.exception("conversation %s: the turn broke", conversation_id)
        return await self._give_up(conversation_id, owner)

    async def answer_or_later(self, conversation_id: UUID, newest: UUID | None = None) -> None:
        """The same as a job: where another process is thinking, or died thinking, look again after its lease.

        newest: the message that the job was made for; where a newer one waits, that one's job answers both.
        """
        if newest is not None and await self._newer_waits(conversation_id, newest):
            return
        if await self.answer(conversation_id):
            return
        async with self._db.transaction(AI) as tx:
            await tx.defer_together(self._job(conversation_id))

    async def _newer_waits(self, conversation_id: UUID, newest: UUID) -> bool:
        async with self._db.transaction(AI) as tx:
            waiting = [one.id for one in await conversations.unanswered(tx, conversation_id=conversation_id)]
        return newest in waiting[:-1] and len(waiting) < MOST_TOGETHER

    async def _answer(
        self, conversation_id: UUID, owner: UUID, tell: Callable[[str], None], replies: dict[UUID, Message]
    ) -> bool:
        for _ in range(MOST_DRAFTS):
            with once.meanwhile():
                async with self._db.transaction(AI) as tx:
                    turn = await self._begin(tx, conversation_id, owner)
                if not isinstance(turn, Turn):
                    return turn
                turn.tell, turn.leaving = tell, partial(whole_forms, fitting=self._fitting)
                if await self._decide(turn, owner):
                    replies |= dict.fromkeys(turn.answers, turn.reply) if turn.reply else {}
                    return True
        log.error("conversation %s: %d drafts were overtaken; the next job goes on", conversation_id, MOST_DRAFTS)
        return False

    async def answer_waiting(self) -> None:
        """Find the messages that lost their job and answer them (a sweep; nothing depends on it in the usual case)."""
        async with self._db.transaction(AI) as tx:
            longer_than = timedelta(seconds=self._settings.turn_lease_seconds)
            waiting = await conversations.waiting(tx, longer_than=longer_than)
        for conversation_id in waiting:
            try:
                await self.answer(conversation_id)
            except HibachiError as refusal:
                log.warning("conversation %s still waits: %s", conversation_id, refusal.code)

    async def _begin(self, tx: Tx, conversation_id: UUID, owner: UUID) -> Turn | bool:
        seconds = self._settings.turn_lease_seconds
        begun = await conversations.begin_turn(
            tx, conversation_id=conversation_id, owner=owner, seconds=seconds, limit=gather.HISTORY
        )
        if begun is None:
            return False
        turn = await gather.turn_of(tx, begun, self._hearing, self.recall) if begun.open else None
        if turn is None or (begun.opted_out and turn.reading.opt_out is None):
            await conversations.end_turn(tx, conversation_id=conversation_id, owner=owner)
            return True
        return turn

    async def _decide(self, turn: Turn, owner: UUID) -> bool:
        if turn.reading.opt_out is not None:
            return await self._obey(turn, owner)
        thought = await self._thinker.think(turn)
        async with self._db.transaction(AI) as tx:
            return await self._conclude(tx, turn, thought, owner)

    async def _conclude(self, tx: Tx, turn: Turn, thought: Thought, owner: UUID) -> bool:
        if not thought.speaker.builtin:
            turn.dialogue = settle(turn.dialogue, turn.facts, bands_of(turn.profile))
        await record.refusals(tx, turn, thought)
        interaction_id = new_id()
        verdict = finish(turn, thought.verdict, self._fitting) if thought.verdict else None
        if verdict is None:
            reason = "no_model_answered" if thought.verdict is None and not thought.blocked else "validation_failure"
            turn.escalation = Escalation(reason, service_lines.summary(turn, thought))
            verdict = service_lines.holding(turn)
        assert verdict.checked is not None, "a verdict that is ok carries its proof"
        sent = await conversations.send_reply(
            tx,
            conversation_id=turn.conversation_id,
            owner=owner,
            checked=verdict.checked,
            answers=turn.answers,
            making=record.making(turn, thought),
            and_escalate=record.escalation(turn, thought),
            prepared=record.prepared(turn, thought, interaction_id),
            discloses=bool(turn.opening),
            ends_turn=True,
        )
        if not isinstance(sent, Withheld):
            reply = sent.message if isinstance(sent, Sent) else None
            await record.turn(tx, turn, thought, reply, interaction_id)
        turn.reply = sent.message if isinstance(sent, Sent) and turn.escalation is None else None
        if not isinstance(sent, Sent):
            await conversations.end_turn(tx, conversation_id=turn.conversation_id, owner=owner)
        return not (isinstance(sent, Withheld) and sent.reason in ("newer_message", "undisclosed"))

    async def _obey(self, turn: Turn, owner: UUID) -> bool:
        async with self._db.transaction(AI) as tx:
            await service_lines.obey(tx, turn)
            await conversations.end_turn(tx, conversation_id=turn.conversation_id, owner=owner)
            return not await conversations.unanswered(tx, conversation_id=turn.conversation_id)

    async def _let_go(self, conversation_id: UUID, owner: UUID) -> None:
        async with self._db.transaction(AI) as tx:
            await conversations.end_turn(tx, conversation_id=conversation_id, owner=owner)

    async def _give_up(self, conversation_id: UUID, owner: UUID) -> bool:
        seconds = self._settings.turn_lease_seconds
        async with self._db.transaction(AI) as tx:
            if not await conversations.take_turn(tx, conversation_id=conversation_id, owner=owner, seconds=seconds):
                return False
            waiting = await conversations.unanswered(tx, conversation_id=conversation_id)
            conversation = await conversations.get(tx, conversation_id=conversation_id)
            if waiting and conversation.status == "ai":
                await service_lines.apologise(tx, conversation, waiting)
            await conversations.end_turn(tx, conversation_id=conversation_id, owner=owner)
        return True

    async def decided(self, message_id: UUID, *, within: float) -> ReplyState:
        """What became of a message that another process may be thinking about; undecided when time runs out."""
        for _ in range(max(1, int(within / POLL_SECONDS))):
            async with self._db.transaction(AI) as tx:
                state = await conversations.reply_to(tx, message_id=message_id)
            if state.decided:
                return state
            await asyncio.sleep(POLL_SECONDS)
        return state
