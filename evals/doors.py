"""Play conversation scenarios over the channels' own doors: `python -m evals.doors FOLDER`.

FOLDER is that of evals/gate.py: it holds `run.py` and the folder `dev`. What a scenario's customer writes is handed to the
provider of its channel (tests/simulators), which signs it and posts it to the product's door; the reply is what the
provider took from the product's carrier, word for word. Only the world's reset, its clock and the outcome are the
sandbox's own calls. Mails and the web chat: evals/mail_and_socket.py. Text messages are played twice, by Twilio and by RingCentral.
"""

import argparse
import json
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx2
import uvicorn
import yaml
from fastapi import APIRouter, Depends, FastAPI, Request

from hibachi.channels.sms.ringcentral.rules import path_secret
from hibachi.concierge import outcomes
from hibachi.concierge.doors import Decided
from hibachi.concierge.schemas import ChatMessage, TracedAnswer
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Conversation, ConversationFilter, Message
from hibachi.customers.schemas import ChannelName
from hibachi.founding import migrate
from hibachi.kit.auth import SYSTEM, public
from hibachi.kit.clock import Clock, SettableClock, SystemClock
from hibachi.kit.db import Tx
from hibachi.kit.postgres import throw_away
from hibachi.main import create_app
from hibachi.policies import service as policies
from hibachi.runtime import build
from hibachi.sandbox import HEARING_SECONDS, Sandbox
from hibachi.sandbox import router as sandbox
from hibachi.settings import Settings
from tests.simulators import ringcentral
from tests.simulators.meta import MetaSimulator
from tests.simulators.provider import Webhook, on_a_port
from tests.simulators.ringcentral import RingCentralSimulator
from tests.simulators.twilio import TwilioSimulator

DOORS = {
    "twilio": ("sms",),
    "ringcentral": ("sms",),
    "meta": ("instagram", "facebook", "whatsapp"),
}
"""Which channels each provider's door is played with."""

Result = dict[str, Any]
chat = APIRouter(prefix="/api/v1/chat")


class Town:
    """The providers around the product, and what a customer does with them. sms: who carries text messages."""

    def __init__(self, clock: Clock, url: str, sms: str, ports: ExitStack) -> None:
        self.url, self.sms = url, sms
        self.twilio = ports.enter_context(on_a_port(TwilioSimulator(url, clock.now)))
        self.ringcentral = ports.enter_context(on_a_port(RingCentralSimulator(url, clock.now)))
        self.meta = ports.enter_context(on_a_port(MetaSimulator(clock.now)))

    def environment(self) -> dict[str, Any]:
        """The settings of a product that is connected to all of them."""
        mine = self.twilio.settings() if self.sms == "twilio" else self.ringcentral.settings()
        return {**self.meta.settings(), **mine}

    def written(self, said: ChatMessage) -> tuple[Webhook, str]:
        """The webhook of a message, and the id by which the product then knows it."""
        who, words = said.customer, said.text
        if said.channel == "sms" and self.sms == "twilio":
            webhook = self.twilio.text(who.phone or "", words)
            return webhook, dict(field.split("=") for field in webhook.body.decode().split("&"))["MessageSid"]
        if said.channel == "sms":
            door = f"/api/v1/webhooks/ringcentral/{path_secret(ringcentral.TOKEN)}"
            webhook = self.ringcentral.text(door, who.phone or "", words)
            return webhook, f"ringcentral:{self.ringcentral.store[0]['id']}"
        if said.channel == "whatsapp":
            item = self.meta.whatsapp((who.phone or "").removeprefix("+"), words, name=who.name or "")
            return self.meta.webhook("whatsapp", item), item["value"]["messages"][0]["id"]
        handle = (who.handle or "").removeprefix("@")
        self.meta.names[handle.lower()] = who.name or ""
        item = self.meta.said(said.channel, handle, words)
        return self.meta.webhook(said.channel, item), item["message"]["mid"]

    def taken(self) -> list[str]:
        """Every text that a provider took from the product, the oldest first."""
        texts = [message["body"] for message in reversed(self.twilio.messages)]
        texts += [message["subject"] for message in reversed(self.ringcentral.messages)]
        return texts + [message["text"] for message in self.meta.sent]


@chat.post("/messages", dependencies=[Depends(public)])
async def say(request: Request, said: ChatMessage) -> TracedAnswer:
    """What run.py asks for: one message through the door of its channel, and what reached the customer."""
    town: Town = request.app.state.town
    world: Sandbox = request.app.state.sandbox
    if said.conversation_id is None:
        await world.adopt(said)
    webhook, message_id = town.written(said)
    before = len(town.taken())
    async with httpx2.AsyncClient(base_url=town.url, timeout=60) as provider:
        answer = await provider.post(webhook.path, content=webhook.body, headers=webhook.headers)
    assert answer.status_code == 200, f"{webhook.path}: {answer.status_code} {answer.text}"
    await world.settle()
    async with world.runtime.db.transaction(SYSTEM) as tx:
        thread, stored = await newest(tx, said.channel)
        state = await conversations.reply_to(tx, message_id=stored.id)
        traced = await outcomes.traced(tx, Decided(thread, stored, message_id, state.reply))
    arrived = "\n".join(town.taken()[before:])
    if traced.reply is not None:
        traced.reply.text = arrived
    return traced


async def newest(tx: Tx, channel: ChannelName) -> tuple[Conversation, Message]:
    """What a customer wrote last on a channel, and its thread."""
    page = await conversations.page(tx, wanted=ConversationFilter(channel=channel, limit=1))
    [thread] = page.conversations
    said = [one for one in await conversations.history(tx, conversation_id=thread.id) if one.role == "user"]
    return thread, said[-1]


def at_once() -> str:
    """The shipped profile without the wait for a further message: a scenario's customer waits for each reply."""
    profile = yaml.safe_load(policies.DEFAULT_PATH.read_text(encoding="utf-8"))
    profile["concierge"] = {**profile.get("concierge", {}), "debounce_seconds": {}}
    return yaml.safe_dump(profile)


@contextmanager
def open_town(sms: str) -> Iterator[str]:
    """The URL of a world whose customers write through their channels' doors."""
    with throw_away("doors") as server, tempfile.TemporaryDirectory() as scratch, ExitStack() as ports:
        migrate(server.url())
        profile = Path(scratch) / "profile.yaml"
        profile.write_text(at_once(), encoding="utf-8")
        with socket.create_server(("127.0.0.1", 0)) as listening:
            url = f"http://127.0.0.1:{listening.getsockname()[1]}"
            clock = SettableClock(SystemClock().now())
            around = Town(clock, url, sms, ports)
            environment: dict[str, Any] = {
                **around.environment(),
                "HIBACHI_PROFILE": profile,
                "AI_HEARING_SECONDS": HEARING_SECONDS,
            }
            runtime = build(Settings(_env_file=None, **environment), server.url(), clock=clock)
            app = create_app(runtime, extra=sandbox, chat_router=chat)
            app.state.sandbox, app.state.town = Sandbox(runtime, clock, knows=True), around
            with serving(app, listening):
                yield url


@contextmanager
def serving(app: FastAPI, listening: socket.socket) -> Iterator[None]:
    """Serve an application in a thread until the block ends."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()


def scenarios_of(folder: Path, channels: Sequence[str]) -> dict[str, list[Any]]:
    """The scenarios of some channels, by group."""
    found: dict[str, list[Any]] = {}
    for file in sorted((folder / "dev").glob("*.json")):
        content = json.loads(file.read_text())
        rows = content["scenarios"] if isinstance(content, dict) else content
        group = content.get("group", file.stem) if isinstance(content, dict) else file.stem
        found[group] = [row for row in rows if row["channel"] in channels]
    return {group: rows for group, rows in found.items() if rows}


def play(folder: Path, url: str, channels: Sequence[str]) -> list[Result]:
    """Play the scenarios of some channels; run.py prints what fails."""
    with tempfile.TemporaryDirectory() as scratch:
        for group, rows in scenarios_of(folder, channels).items():
            (Path(scratch) / f"{group}.json").write_text(json.dumps({"group": group, "scenarios": rows}))
        out = Path(scratch) / "results.out"
        command = [sys.executable, str(folder / "run.py"), "--url", url, scratch, "--out", str(out)]
        done = subprocess.run(command, check=False)
        if not out.exists():
            raise SystemExit(f"run.py ended with {done.returncode} and wrote no results.")
        results: list[Result] = json.loads(out.read_text())
        return results


def rates(door: str, results: Sequence[Result]) -> list[str]:
    """How many scenarios of each channel pass over a provider's door."""
    total = Counter(result["channel"] for result in results)
    good = Counter(result["channel"] for result in results if not result["wrong"])
    return [f"{channel} by {door}: {good[channel]}/{total[channel]}" for channel in sorted(total)]


def main() -> None:
    """Play every door: exit status 1 when a scenario fails over one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--door", choices=DOORS, action="append", help="only this one")
    options = parser.parse_args()
    lines, failed = [], False
    for door in options.door or DOORS:
        with open_town("ringcentral" if door == "ringcentral" else "twilio") as url:
            results = play(options.folder, url, DOORS[door])
        lines += rates(door, results)
        failed = failed or any(result["wrong"] for result in results)
    print("\n".join(lines))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
