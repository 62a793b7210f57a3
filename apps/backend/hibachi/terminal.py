"""A conversation with the concierge in the terminal, over the same HTTP as everybody else's."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import httpx2

from hibachi.kit.clock import SystemClock
from hibachi.kit.processes import dying_with

TURN_SECONDS = 90.0
WORLD_SECONDS = 60.0
PROMPT = "you> "
GREETING = "Write to the concierge; an empty line or Ctrl-D ends it.\n"
NOTHING_IS_KEPT = (
    "No server runs here, so this is a throw-away world: nothing is kept. `make run` starts the real one.\n"
)


def talk(url: str) -> None:
    """Hold a conversation with the server at url until the person ends it."""
    print(GREETING)
    conversation: str | None = None
    with httpx2.Client(base_url=url, timeout=TURN_SECONDS) as client:
        for text in _lines():
            conversation = _turn(client, conversation, text)


def talk_to_a_throw_away_world() -> None:
    """Start a sandbox on a free port with the clock at this moment, and talk to it."""
    print(NOTHING_IS_KEPT)
    with _world() as url:
        talk(url)


def _lines() -> Iterator[str]:
    while True:
        try:
            text = input(PROMPT if sys.stdin.isatty() else "").strip()
        except EOFError:
            return
        if not text:
            return
        yield text


def _turn(client: httpx2.Client, conversation: str | None, text: str) -> str | None:
    """Send one message and print the reply; the id of the conversation."""
    message = {
        "conversation_id": conversation,
        "message_id": str(uuid4()),
        "channel": "web_chat",
        "customer": {"name": None, "phone": None, "email": None, "handle": None},
        "text": text,
    }
    try:
        answer = client.post("/api/v1/chat/messages", json=message)
    except httpx2.HTTPError as error:
        print(f"(the server did not answer: {error or type(error).__name__})")
        return conversation
    body = answer.json()
    if answer.is_error:
        print(f"({body['message']} {body['next_step']})")
        return conversation
    reply = body.get("reply")
    print(f"\n{reply['text']}\n" if reply else "\n(a person of the team will answer)\n", flush=True)
    return str(body["conversation_id"])


@contextmanager
def _world() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "hibachi.cli", "sandbox"],
        env={**os.environ, "PORT": str(port), "HOST": "127.0.0.1"},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=dying_with(os.getpid(), signal.SIGTERM),  # noqa: PLW1509 - one system call, prepared before
    )
    try:
        url = f"http://127.0.0.1:{port}"
        _reset_when_ready(url, process)
        yield url
    finally:
        process.terminate()
        process.wait()


def _reset_when_ready(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Put the world's clock on this moment as soon as the sandbox answers."""
    deadline = time.monotonic() + WORLD_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            world = {"now": SystemClock().now().isoformat(), "given": {}}
            httpx2.post(f"{url}/api/v1/sandbox/reset", json=world, timeout=WORLD_SECONDS).raise_for_status()
        except httpx2.ConnectError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The throw-away world did not start; the lines above say why.")
