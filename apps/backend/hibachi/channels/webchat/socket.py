"""One browser's socket: frames in, and out in the order of the thread's own sequence, each message once."""

import asyncio
import json
import time
from typing import Any
from uuid import UUID

from fastapi import WebSocket
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from hibachi.channels.fitting.choices import quick_replies
from hibachi.channels.limits.service import Limit, Limits
from hibachi.channels.webchat.errors import OneConversation, TooFast, UnreadableFrame
from hibachi.channels.webchat.feed import Feed
from hibachi.channels.webchat.rules import LONGEST_FRAME, MOST_IN_FLIGHT, MOST_WARNINGS, Budget, quoted
from hibachi.channels.webchat.schemas import FRAMES, Hello, Incoming, Say
from hibachi.concierge.schemas import ChatMessage
from hibachi.concierge.service import WEB_CHAT, Door, pieces, status_of
from hibachi.conversations import service as conversations
from hibachi.conversations.rules import speaker
from hibachi.conversations.schemas import Message, Newest, Received
from hibachi.kit.db import Database
from hibachi.kit.errors import HibachiError, NotFound

NO_TEXT, POLICY, TOO_BIG, BROKEN, TRY_LATER = 1003, 1008, 1009, 1011, 1013
"""Codes of RFC 6455 with which we close."""

OF_ADDRESS = Limit("chat_address", most=120, seconds=60)
"""Messages of one network address: a household, an office, a hotel."""


class Socket:
    """What one connection knows: its conversation, the last sequence that it showed, and what waits to be sent.

    What was there when the browser came back is shown whole; what is said from then on comes in pieces first.
    """

    def __init__(self, websocket: WebSocket, *, db: Database, door: Door, feed: Feed, limits: Limits) -> None:
        self._websocket = websocket
        self._db, self._door, self._feed, self._limits = db, door, feed, limits
        self._conversation_id: UUID | None = None
        self._shown = self._old = 0
        self._speaker: str | None = None
        self._newest: Newest | None = None
        self._waiting: list[dict[str, Any]] = []
        self._wake = asyncio.Event()
        self._budget = Budget(time.monotonic())
        self._warnings = 0
        self._in_flight = asyncio.Semaphore(MOST_IN_FLIGHT)

    async def run(self) -> None:
        """Serve the connection until it closes, from either side."""
        both = {asyncio.create_task(self._read()), asyncio.create_task(self._write())}
        try:
            done, _ = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            if any(isinstance(task.exception(), (SQLAlchemyError, OSError)) for task in done):
                await self._websocket.close(BROKEN)
        finally:
            for task in both:
                task.cancel()
            await asyncio.gather(*both, return_exceptions=True)
            if self._conversation_id is not None:
                self._feed.leave(self._conversation_id, self)

    def hear(self, newest: Newest) -> None:
        """The feed's news of our thread."""
        self._newest = newest
        if newest.sequence > self._shown or speaker(newest.status) != self._speaker:
            self._wake.set()

    async def _read(self) -> None:
        while True:
            came = await self._websocket.receive()
            raw = came.get("text")
            if came["type"] == "websocket.disconnect":
                return
            if raw is None or len(raw) > LONGEST_FRAME:
                return await self._websocket.close(NO_TEXT if raw is None else TOO_BIG)
            try:
                await self._take(_frame(raw))
            except HibachiError as refusal:
                self._warnings += isinstance(refusal, TooFast)
                self._tell({"type": "error", **refusal.body()})
            if self._warnings > MOST_WARNINGS:
                await self._send_waiting()
                return await self._websocket.close(POLICY)

    async def _take(self, frame: Incoming) -> None:
        if not self._budget.take(time.monotonic()):
            raise TooFast()
        if isinstance(frame, Hello):
            await self._resume(frame)
        elif isinstance(frame, Say):
            await self._say(frame)
        else:
            self._tell({"type": "pong"})

    async def _resume(self, hello: Hello) -> None:
        if self._conversation_id not in (None, hello.conversation_id):
            raise OneConversation()
        async with self._db.transaction() as tx:
            conversation = await conversations.get(tx, conversation_id=hello.conversation_id)
            newest = await conversations.newest(tx, conversation_ids=[conversation.id])
        if conversation.channel != WEB_CHAT:
            raise NotFound()
        self._shown, self._old = hello.after, newest[conversation.id].sequence
        self._enter(conversation.id)
        self._tell({"type": "ready", "conversation_id": str(conversation.id), "after": hello.after})
        self.hear(newest[conversation.id])

    async def _say(self, frame: Say) -> None:
        """Store the words before anything else; who waits for the answer does so beside the next frame."""
        said = ChatMessage(
            conversation_id=self._conversation_id,
            message_id=frame.message_id,
            customer=frame.customer,
            text=frame.text,
        )
        await self._count()
        await self._in_flight.acquire()
        try:
            received = await self._door.receive_public(said)
        except HibachiError:
            self._in_flight.release()
            raise
        if self._conversation_id is None:
            self._shown = received.message.sequence - 1
        self._enter(received.conversation.id)
        accepted = {"conversation_id": str(received.conversation.id), "sequence": received.message.sequence}
        self._tell({"type": "accepted", "message_id": frame.message_id, **accepted})
        self._feed.in_background(self._decide(received, said))

    async def _count(self) -> None:
        """How much comes from one address, over all of its sockets and all of our processes."""
        client = self._websocket.client
        async with self._db.transaction() as tx:
            count = await self._limits.hit(tx, limit=OF_ADDRESS, whom=client.host if client else "unknown")
        if count.exceeded:
            raise TooFast()

    async def _decide(self, received: Received, said: ChatMessage) -> None:
        """Answer, telling what is being done. The answer itself comes out of the thread, as every message does."""
        last = ""

        def tell(tool: str) -> None:
            nonlocal last
            if status_of(tool) != last:
                last = status_of(tool)
                self._tell({"type": "status", "message_id": said.message_id, "status": last})

        if received.message.answered_by is None and received.conversation.status == "ai":
            tell("reading")
        try:
            await self._door.decide(received, said, tell=tell)
        except HibachiError as refusal:
            self._tell({"type": "error", "message_id": said.message_id, **refusal.body()})
        finally:
            self._in_flight.release()
        await self._feed.look(received.conversation.id)

    def _enter(self, conversation_id: UUID) -> None:
        if self._conversation_id == conversation_id:
            return
        if self._conversation_id is not None:
            self._feed.leave(self._conversation_id, self)
        self._conversation_id = conversation_id
        self._feed.listen(conversation_id, self)

    def _tell(self, frame: dict[str, Any]) -> None:
        self._waiting.append(frame)
        self._wake.set()

    async def _write(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            await self._send_waiting()
            await self._show()

    async def _send_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for frame in waiting:
            await self._send(frame)

    async def _show(self) -> None:
        """Send what the thread has beyond what was shown. The one place that does, so nothing comes twice."""
        newest = self._newest
        while newest is not None and self._conversation_id is not None and newest.sequence > self._shown:
            async with self._db.transaction() as tx:
                rows = await conversations.after(tx, conversation_id=self._conversation_id, sequence=self._shown)
            for row in rows:
                await self._show_message(row)
                self._shown = row.sequence
            if not rows:
                break
        if newest is not None and speaker(newest.status) != self._speaker:
            self._speaker = speaker(newest.status)
            await self._send({"type": "speaker", "speaker": self._speaker})

    async def _show_message(self, message: Message) -> None:
        if message.role != "user" and message.sequence > self._old:
            for piece in pieces(message.content):
                await self._send({"type": "piece", "sequence": message.sequence, "text": piece})
        await self._send({"type": "message", **_shown(message)})

    async def _send(self, frame: dict[str, Any]) -> None:
        await self._websocket.send_text(json.dumps(frame, ensure_ascii=False))


def _shown(message: Message) -> dict[str, Any]:
    """A message as a browser shows it: whose it is, its words, and what can be done with a reply of the concierge."""
    shown: dict[str, Any] = {
        "sequence": message.sequence,
        "role": "customer" if message.role == "user" else "human" if message.staff_id else "ai",
        "text": message.content,
        "at": message.created_at.isoformat(),
    }
    if message.role == "user":
        said = (message.provider_message_id or "").removeprefix(f"{message.conversation_id}:")
        return shown | {"message_id": said or None}
    if message.staff_id is not None:
        return shown
    priced = quoted(message.meta.get("tools", ()), message.content)
    return shown | {"id": str(message.id), "quote_id": priced, "choices": quick_replies(message.content, "web_chat")}


def _frame(raw: str) -> Incoming:
    try:
        return FRAMES.validate_json(raw)
    except ValidationError as problem:
        fields = [{"field": ".".join(map(str, one["loc"])), "problem": one["msg"]} for one in problem.errors()]
        raise UnreadableFrame(fields=fields[:10]) from problem
