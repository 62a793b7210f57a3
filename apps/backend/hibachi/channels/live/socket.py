"""One browser of staff: proves who looks, hears what changed, and ends with the session."""

import asyncio
import json
from typing import Any

from fastapi import WebSocket
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from hibachi.channels.live.news import News
from hibachi.channels.live.rules import LONGEST_FRAME
from hibachi.channels.live.schemas import FRAMES, Changed, Hello
from hibachi.kit.auth import Authenticator, Principal
from hibachi.kit.db import Database
from hibachi.kit.errors import Forbidden, HibachiError, Unauthenticated

POLICY, TOO_BIG, BROKEN = 1008, 1009, 1011
NEEDS = "conversations:read"
HELLO_WITHIN = 10.0
PROVE_EVERY = 30.0
"""Seconds: so long a session that was ended elsewhere may still hear that something changed, and never what."""


class Socket:
    """What one connection knows: its token, and what changed since it was told last."""

    def __init__(self, websocket: WebSocket, *, db: Database, authenticator: Authenticator, news: News) -> None:
        self._websocket = websocket
        self._db, self._authenticator, self._news = db, authenticator, news
        self._token: str | None = None
        self._changed: Changed | None = None
        self._wake = asyncio.Event()

    def hear(self, changed: Changed) -> None:
        """Keep what changed until it is told; what comes together is told together."""
        self._changed = changed if self._changed is None else self._changed.and_also(changed)
        self._wake.set()

    async def run(self) -> None:
        """Serve the connection until it closes, from either side."""
        tasks = {asyncio.create_task(one) for one in (self._read(), self._tell(), self._prove_again())}
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                await self._part(task.exception())
        finally:
            self._news.leave(self)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _part(self, error: BaseException | None) -> None:
        if isinstance(error, HibachiError):
            await self._send({"type": "error", **error.body()})
            await self._websocket.close(POLICY)
        elif isinstance(error, (SQLAlchemyError, OSError)):
            await self._websocket.close(BROKEN)

    async def _read(self) -> None:
        while True:
            came = await self._websocket.receive()
            if came["type"] == "websocket.disconnect":
                return
            raw = came.get("text") or ""
            if len(raw) > LONGEST_FRAME:
                return await self._websocket.close(TOO_BIG)
            try:
                frame = FRAMES.validate_json(raw)
            except ValidationError:
                return await self._websocket.close(POLICY)
            if isinstance(frame, Hello):
                await self._enter(frame.token)
            else:
                await self._send({"type": "pong"})

    async def _enter(self, token: str) -> None:
        await self._prove(token)
        is_first, self._token = self._token is None, token
        if is_first:
            self._news.listen(self)
        await self._send({"type": "ready"})

    async def _prove(self, token: str) -> None:
        async with self._db.transaction() as tx:
            who: Principal = await self._authenticator(tx, {"authorization": f"Bearer {token}"})
        if NEEDS not in who.permissions:
            raise Forbidden()

    async def _prove_again(self) -> None:
        await asyncio.sleep(HELLO_WITHIN)
        while True:
            if self._token is None:
                raise Unauthenticated()
            await self._prove(self._token)
            await asyncio.sleep(PROVE_EVERY)

    async def _tell(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            changed, self._changed = self._changed, None
            if changed is not None:
                await self._send(changed.model_dump(mode="json"))

    async def _send(self, frame: dict[str, Any]) -> None:
        await self._websocket.send_text(json.dumps(frame))
