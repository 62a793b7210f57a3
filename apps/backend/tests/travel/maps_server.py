"""Google's Distance Matrix on a local port: speaks the wire protocol, and can be told to fail in every way."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit


@dataclass
class MapsServer:
    """What it answers next, and what it was asked."""

    url: str = ""
    status: int = 200
    body: str = ""
    delay: float = 0.0
    hang_up: bool = False
    asked: list[dict[str, str]] = field(default_factory=list)
    serving: set[asyncio.Task[None]] = field(default_factory=set)

    def answers(self, metres: int) -> None:
        """A route of so many metres, as Google writes it."""
        element = {
            "distance": {"text": f"{metres / 1609.344:.1f} mi", "value": metres},
            "duration": {"text": "50 mins", "value": 3000},
            "status": "OK",
        }
        self.body = json.dumps(
            {
                "destination_addresses": ["San Francisco, CA 94102, USA"],
                "origin_addresses": ["Fremont, CA 94539, USA"],
                "rows": [{"elements": [element]}],
                "status": "OK",
            }
        )

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve a connection, remembered so that the end of the test can end it."""
        self.serving.add(asyncio.get_running_loop().create_task(self.serve(reader, writer)))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, one answer."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        target = urlsplit(head.split()[1])
        self.asked.append({"path": target.path, **{key: values[0] for key, values in parse_qs(target.query).items()}})
        try:
            await asyncio.sleep(self.delay)
            self.reply(writer)
        finally:
            writer.close()

    def reply(self, writer: asyncio.StreamWriter) -> None:
        """Write the answer, or nothing at all."""
        if not self.hang_up:
            content = self.body.encode()
            writer.write(
                f"HTTP/1.1 {self.status} Whatever\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(content)}\r\nConnection: close\r\n\r\n".encode()
            )
            writer.write(content)


@asynccontextmanager
async def maps_server() -> AsyncIterator[MapsServer]:
    """A server on a free port of this machine."""
    server = MapsServer()
    listening = await asyncio.start_server(server.accept, "127.0.0.1", 0)
    server.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    async with listening:
        yield server
        for task in server.serving:
            task.cancel()
        await asyncio.gather(*server.serving, return_exceptions=True)
