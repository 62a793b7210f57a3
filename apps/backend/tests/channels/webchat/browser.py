"""A browser's side of the web chat's socket: what it sends, what it saw, and what it would show after a reload."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from websockets.sync.client import ClientConnection, connect

Frame = dict[str, Any]
PATIENCE = 60.0


@dataclass
class Browser:
    """One tab. frames: all that came, in order."""

    socket: ClientConnection
    frames: list[Frame] = field(default_factory=list)

    def send(self, **frame: Any) -> None:
        """Send a frame."""
        self.socket.send(json.dumps(frame))

    def say(self, text: str, message_id: str | None = None, **more: Any) -> str:
        """Say something; its message_id."""
        message_id = message_id or str(uuid4())
        self.send(type="say", message_id=message_id, text=text, **more)
        return message_id

    def until(self, wanted: Callable[[Frame], bool]) -> Frame:
        """Read frames until one is as wanted."""
        while True:
            frame = json.loads(self.socket.recv(timeout=PATIENCE))
            self.frames.append(frame)
            if wanted(frame):
                return dict(frame)

    def of_type(self, kind: str) -> Frame:
        """Read frames until one of this type."""
        return self.until(lambda frame: frame["type"] == kind)

    def reply(self) -> Frame:
        """Read frames until somebody on our side said something."""
        return self.until(lambda frame: frame["type"] == "message" and frame["role"] != "customer")

    def ask(self, text: str, **more: Any) -> str:
        """Say something and wait for the words that answer."""
        self.say(text, **more)
        return str(self.reply()["text"])

    def quiet(self) -> None:
        """All that is on its way has come: what is answered next is the answer to a ping."""
        self.send(type="ping")
        self.of_type("pong")

    @property
    def messages(self) -> list[Frame]:
        """Every message that came."""
        return [frame for frame in self.frames if frame["type"] == "message"]

    @property
    def conversation_id(self) -> str:
        """The conversation, as the server named it last."""
        return str(next(frame["conversation_id"] for frame in reversed(self.frames) if "conversation_id" in frame))

    @property
    def last(self) -> int:
        """The last sequence that came."""
        return int(self.messages[-1]["sequence"]) if self.messages else 0


@contextmanager
def browser(url: str, *, origin: str | None = None, **options: Any) -> Iterator[Browser]:
    """A tab at this address (http://…), open until the block ends."""
    address = url.replace("http://", "ws://") + "/api/v1/chat/ws"
    with connect(address, origin=origin, proxy=None, **options) as socket:  # type: ignore[arg-type] # an Origin is a str
        yield Browser(socket)
