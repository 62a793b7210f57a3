"""A server on loopback that speaks the protocol of Slack's incoming webhooks (api.slack.com/messaging/webhooks)."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

SECRET = "/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"


@dataclass
class Workspace:
    """`posted` is what people see. `answers` says, post by post, what goes wrong: (status, body, headers)."""

    url: str = ""
    posted: list[dict[str, Any]] = field(default_factory=list)
    answers: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)
    asked: int = 0
    cut: int = 0


@contextmanager
def slack() -> Iterator[Workspace]:
    """A workspace with one webhook."""
    workspace = Workspace()

    class Hook(BaseHTTPRequestHandler):
        """Answers as Slack does: "ok", or a word that says why not."""

        def do_POST(self) -> None:
            workspace.asked += 1
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if workspace.answers:
                self._say(*workspace.answers.pop(0))
                return
            try:
                said = json.loads(body)
            except ValueError:
                self._say(400, "invalid_payload", {})
                return
            if self.path != SECRET:
                self._say(404, "no_service", {})
            elif not said.get("text"):
                self._say(400, "no_text", {})
            else:
                workspace.posted.append(said)
                if workspace.cut:
                    workspace.cut -= 1
                    self.connection.close()
                    return
                self._say(200, "ok", {})

        def _say(self, status: int, words: str, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(words)))
            self.end_headers()
            self.wfile.write(words.encode())

        def log_message(self, *_: Any) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    workspace.url = f"http://127.0.0.1:{server.server_port}{SECRET}"
    try:
        yield workspace
    finally:
        server.shutdown()
        server.server_close()
