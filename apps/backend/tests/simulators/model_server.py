"""A local server that speaks the chat-completions protocol, answering as a real model does, well or badly."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any

Request = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Say:
    """The model writes a text."""

    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """The model calls a tool; arguments may be a string that is no JSON."""

    tool: str
    arguments: dict[str, Any] | str


@dataclass(frozen=True, slots=True)
class Fail:
    """The provider answers with an HTTP error, after a wait."""

    status: int
    wait: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Raw:
    """The provider answers 200 with a body that is not what the protocol says."""

    body: str
    wait: float = 0.0


Answer = Say | Call | Fail | Raw
Behaviour = Callable[[Request], Answer]


@dataclass(slots=True)
class ModelServer:
    """Where it listens, how it behaves, and every request that it got."""

    url: str
    behave: Behaviour
    requests: list[Request] = field(default_factory=list)


@contextmanager
def model_server(behave: Behaviour) -> Iterator[ModelServer]:
    """Serve on a free port of this machine until the block ends."""
    numbers = count(1)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            request = json.loads(body)
            server.requests.append(request)
            answer = server.behave(request)
            time.sleep(getattr(answer, "wait", 0.0))
            status, headers, content = _wire(answer, next(numbers), request["model"])
            try:
                self.send_response(status)
                for name, value in {"content-type": "application/json", **headers}.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            return

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = ModelServer(f"http://127.0.0.1:{http.server_address[1]}/v1", behave)
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def _wire(answer: Answer, number: int, model: str) -> tuple[int, dict[str, str], bytes]:
    if isinstance(answer, Fail):
        error = {"error": {"message": f"simulated {answer.status}", "type": "simulated", "code": None}}
        return answer.status, answer.headers, json.dumps(error).encode()
    if isinstance(answer, Raw):
        return 200, {}, answer.body.encode()
    message: dict[str, Any] = {"role": "assistant", "content": None}
    finish = "stop"
    if isinstance(answer, Say):
        message["content"] = answer.text
    else:
        arguments = answer.arguments if isinstance(answer.arguments, str) else json.dumps(answer.arguments)
        function = {"name": answer.tool, "arguments": arguments}
        message["tool_calls"] = [{"id": f"call_{number}", "type": "function", "function": function}]
        finish = "tool_calls"
    body = {
        "id": f"chatcmpl-{number}",
        "object": "chat.completion",
        "created": 1_772_000_000,
        "model": model,
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 50, "total_tokens": 1050},
    }
    return 200, {}, json.dumps(body).encode()


def tool_results(request: Request) -> list[dict[str, Any]]:
    """What the tools returned so far in a request, oldest first."""
    return [json.loads(message["content"]) for message in request["messages"] if message["role"] == "tool"]


def offered_tools(request: Request) -> set[str]:
    """The names of the tools that a request offers."""
    return {tool["function"]["name"] for tool in request.get("tools", [])}
