"""Play the scenarios of e-mail and of the web chat over their own doors: `python evals/mail_and_socket.py FOLDER`.

FOLDER holds `run.py` and the folder `dev`. A customer's mail goes to a real SMTP server, is read by IMAP, answered by the
jobs, and the reply is what lies in the customer's mailbox; a web chat's message goes through the socket, and the reply is
what came out of it. Everything else (world, clock, outcome) is the sandbox's. Judged as `gate.py` judges: the same output.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import uvicorn
from evals.gate import gated_groups, judge, rates
from fastapi import APIRouter, Depends, FastAPI, Request
from websockets.asyncio.client import ClientConnection, connect

from hibachi.concierge import outcomes
from hibachi.concierge.doors import Decided
from hibachi.concierge.schemas import ChatMessage, TracedAnswer, TracedReply
from hibachi.conversations import service as conversations
from hibachi.kit.auth import SYSTEM, public
from hibachi.kit.clock import SettableClock, SystemClock
from hibachi.kit.postgres import throw_away
from hibachi.language.tidy import looks_like_html
from hibachi.main import create_app
from hibachi.runtime import build
from hibachi.sandbox import Sandbox
from hibachi.sandbox import router as world_router
from tests.channels.mail.world import HELLO, Shop, mail_settings, words_of
from tests.schema import build_schema
from tests.simulators.post_office import PostOffice, post_office

HERE = Path(__file__).resolve().parent
PATIENCE = 120.0
chat = APIRouter(prefix="/api/v1/chat", tags=["chat"])


class Doors:
    """The doors of one world: who wrote from which address, and which sockets are open."""

    def __init__(self, world: Sandbox, shop: Shop, url: str) -> None:
        self.world, self.shop, self.url = world, shop, url
        self._addresses: dict[UUID, str] = {}
        self._sockets: dict[UUID, ClientConnection] = {}

    async def say(self, message: ChatMessage) -> TracedAnswer:
        """One message over its channel's own door, with all that the reply rests on."""
        if message.channel == "email":
            conversation_id, words = await self._by_mail(message)
        else:
            conversation_id, words = await self._by_socket(message)
        async with self.shop.db.transaction(SYSTEM) as tx:
            conversation = await conversations.get(tx, conversation_id=conversation_id)
            said = await conversations.history(tx, conversation_id=conversation_id)
            asked = next(one for one in reversed(said) if one.role == "user")
            reply = next((one for one in reversed(said) if one.id == asked.answered_by), None)
            traced = await outcomes.traced(tx, Decided(conversation, asked, str(asked.id), reply if words else None))
        if traced.reply is None:
            return traced
        heard = TracedReply(text=words, amounts=traced.reply.amounts)
        return traced.model_copy(update={"reply": heard})

    async def _by_mail(self, message: ChatMessage) -> tuple[UUID, str]:
        address = await self._address(message)
        before = await self.shop.replies(address)
        answers = before[-1] if before and message.conversation_id else None
        name, words = message.customer.name or "", message.text
        if looks_like_html(words):
            await self.shop.mail_html(words, sender=address, name=name)
        else:
            await self.shop.mail(words, sender=address, name=name, answers=answers, subject="Hibachi")
        await self.shop.work()
        [row] = await self.shop.rows(
            "SELECT id FROM conversations WHERE channel_metadata->>'address' = :address ORDER BY id DESC LIMIT 1",
            address=address,
        )
        self._addresses[row["id"]] = address
        after = (await self.shop.replies(address))[len(before) :]
        return row["id"], "\n".join(words_of(mail) for mail in after)

    async def _address(self, message: ChatMessage) -> str:
        """The customer's mailbox; the given parties belong to who writes from it."""
        if message.conversation_id in self._addresses:
            return self._addresses[message.conversation_id]
        address = message.customer.email or f"customer-{uuid4().hex[:12]}@mail.example"
        await self.shop.office.open_mailbox(address)
        proven = message.model_copy(update={"customer": message.customer.model_copy(update={"email": address})})
        await self.world.adopt(proven)
        return address

    async def _by_socket(self, message: ChatMessage) -> tuple[UUID, str]:
        known = message.conversation_id
        socket = self._sockets[known] if known else await connect(f"{self.url}/api/v1/chat/ws", proxy=None)
        said = {"message_id": str(uuid4()), "text": message.text, "customer": message.customer.model_dump()}
        await socket.send(json.dumps({"type": "say", **said}))
        accepted: dict[str, Any] = {}
        async with asyncio.timeout(PATIENCE):
            while True:
                frame = json.loads(await socket.recv())
                if frame["type"] == "accepted":
                    accepted = frame
                    self._sockets[UUID(frame["conversation_id"])] = socket
                elif frame["type"] == "message" and frame["role"] != "customer":
                    return UUID(accepted["conversation_id"]), frame["text"]
                elif accepted and await self._silent(UUID(accepted["conversation_id"]), frame):
                    return UUID(accepted["conversation_id"]), ""

    async def _silent(self, conversation_id: UUID, frame: dict[str, Any]) -> bool:
        """Whether nobody answers by machine any more, and this frame is the last that is to be expected.

        A turn that hands over commits its last words with it: while they are on their way, the silence has not begun.
        """
        if frame["type"] != "message":
            return False
        async with self.shop.db.transaction() as tx:
            conversation = await conversations.get(tx, conversation_id=conversation_id)
            said = await conversations.history(tx, conversation_id=conversation_id)
            asked = next(one for one in reversed(said) if one.role == "user")
            return conversation.status != "ai" and asked.answered_by is None


@chat.post("/messages", dependencies=[Depends(public)])
async def say(request: Request, message: ChatMessage) -> TracedAnswer:
    """One message of a scenario."""
    doors: Doors = request.app.state.doors
    return await doors.say(message)


@asynccontextmanager
async def served(office: PostOffice, database_url: str) -> AsyncIterator[str]:
    """The world with its doors over TCP."""
    clock = SettableClock(SystemClock().now())
    settings, office.now = mail_settings(office), clock.now
    runtime = build(settings, database_url, clock=clock)
    app: FastAPI = create_app(runtime, extra=world_router, chat_router=chat)
    app.state.sandbox = Sandbox(runtime, clock, knows=True)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", access_log=False))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    app.state.doors = Doors(app.state.sandbox, Shop(office, runtime, settings, clock), f"ws://127.0.0.1:{port}")
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        await serving


def playable(folder: Path) -> list[dict[str, Any]]:
    """The scenarios of both channels. The socket is public and proves nobody: whoever owns a party before is left out."""
    files = [(file.stem, json.loads(file.read_text())) for file in sorted((folder / "dev").glob("*.json"))]
    found = []
    for stem, content in files:
        group = content.get("group", stem) if isinstance(content, dict) else stem
        scenarios = content["scenarios"] if isinstance(content, dict) else content
        chosen = [one for one in scenarios if one["channel"] == "email" or _is_strangers(one)]
        found += [{"group": group, "scenarios": chosen}] if chosen else []
    return found


def _is_strangers(scenario: dict[str, Any]) -> bool:
    own = [party for party in scenario.get("given", {}).get("bookings", []) if party.get("of") != "other"]
    return scenario["channel"] == "web_chat" and not own


async def play(folder: Path, database_url: str) -> list[dict[str, Any]]:
    """Play them all; run.py prints what fails."""
    with tempfile.TemporaryDirectory() as scratch:
        files = []
        for number, group in enumerate(playable(folder)):
            files.append(Path(scratch) / f"{number}.json")
            files[-1].write_text(json.dumps(group))
        out = Path(scratch) / "results.json"
        async with post_office(HELLO) as office, served(office, database_url) as url:
            command = [str(folder / "run.py"), "--url", url, *map(str, files), "--out", str(out)]
            done = await asyncio.create_subprocess_exec(sys.executable, *command)
            await done.wait()
        results: list[dict[str, Any]] = json.loads(out.read_text())
        return results


def main() -> None:
    """Play, print, judge: exit status 1 when it is red."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    os.environ.setdefault("HIBACHI_DIES_WITH_PARENT", "1")
    with throw_away("doors") as server:
        build_schema(server.url())
        results = asyncio.run(play(folder, server.url()))
    groups = {result["group"] for result in results}
    gated = [group for group in gated_groups(HERE / "gate.txt") if group in groups]
    print("\n".join(rates(results, gated)))
    reasons = judge(results, gated)
    print("\n".join(f"RED {reason}" for reason in reasons) or "scenarios by mail and by socket: green")
    sys.exit(1 if reasons else 0)


if __name__ == "__main__":
    main()
