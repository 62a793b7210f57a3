"""Where a turn's time goes, and how long a process needs until it can answer: a part of `make bench`."""

import inspect
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from hibachi.concierge import finishing, understanding
from hibachi.concierge.hearing import Hearing
from hibachi.concierge.local.model import LocalModel

COLD_STARTS = 3
COLD_START_SECONDS = 3.0
Say = Callable[..., None]
_READY = """
import sys, time
from hibachi.kit.processes import nothing_is_garbage
told = {}
def mark(part):
    told[part] = time.process_time()
with nothing_is_garbage():
    import fastapi, psycopg, pydantic_settings, sqlalchemy.ext.asyncio, uvicorn
    mark("floor: Python, FastAPI, SQLAlchemy, psycopg")
    import procrastinate, pydantic_ai, numpy
    mark("the other libraries")
    import asyncio
    from hibachi.main import create_app
    from hibachi.runtime import build
    from hibachi.settings import Settings
    mark("the product's modules")
    runtime = build(Settings(_env_file=None, DATABASE_URL=sys.argv[1]), sys.argv[1])
    create_app(runtime)
    mark("composition and routes")
asyncio.run(runtime.listener.hear("how much for ten people on a saturday?"))
mark("encoder and heads")
from hibachi.kit import lazy_re
ready = time.process_time()
lazy_re.compile_all()
told["patterns, in the background"] = told["encoder and heads"] + time.process_time() - ready
import json
print(json.dumps(told))
"""
PARTS = {
    "waiting for the embedding": (Hearing, "of"),
    "understanding": (understanding, "read"),
    "policy and wording": (LocalModel, "request"),
    "validator: the reply as it leaves": (finishing, "check_turn"),
}


class Shares:
    """Seconds that each part of the turns took; the parts lie beside each other, none inside another."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(PARTS, 0.0)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Time the parts while the block runs."""
        patches = [
            patch.object(place, name, self._timed(part, getattr(place, name))) for part, (place, name) in PARTS.items()
        ]
        for one in patches:
            one.start()
        try:
            yield
        finally:
            for one in patches:
                one.stop()

    def _timed(self, part: str, plain: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any, **named: Any) -> Any:
            started = time.perf_counter()
            try:
                return plain(*given, **named)
            finally:
                self.seconds[part] += time.perf_counter() - started

        async def awaited(*given: Any, **named: Any) -> Any:
            started = time.perf_counter()
            try:
                work: Awaitable[Any] = plain(*given, **named)
                return await work
            finally:
                self.seconds[part] += time.perf_counter() - started

        return awaited if inspect.iscoroutinefunction(plain) else timed

    def tell(self, say: Say, taken: list[float], database: float) -> None:
        """Print each part a turn. taken: milliseconds of the turns; database: seconds of their statements."""
        whole, rest = statistics.mean(taken), statistics.mean(taken)
        for part, seconds in {"database": database, **self.seconds}.items():
            middle = seconds * 1000 / len(taken)
            rest -= middle
            say(f"  turn, of it {part}", f"{middle:.1f} ms", f"{100 * middle / whole:.0f} %")
        told = f"{100 * rest / whole:.0f} %: HTTP, serialisation, SQLAlchemy, the agents' framework"
        say("  turn, of it the rest", f"{rest:.1f} ms", told)


def bench_cold_start(url: str, say: Say) -> None:
    """From the start of a process to a text heard: everything imported, routes made, encoder and heads loaded."""
    taken, parts = [], []
    for _ in range(COLD_STARTS):
        started = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", _READY, url], check=True, timeout=120, capture_output=True)
        parts.append(json.loads(done.stdout))
        taken.append(time.perf_counter() - started - _behind(parts[-1]))
    middle = statistics.median(taken)
    good = middle <= COLD_START_SECONDS
    say("cold start of the built-in model", f"{middle:.2f} s", f"at most {COLD_START_SECONDS:.0f} s", good=good)
    before = 0.0
    for part, until in parts[-1].items():
        say(f"  cold start, of it {part}", f"{until - before:.2f} s", "of processor time")
        before = until


def _behind(parts: dict[str, float]) -> float:
    """Seconds of the last part: it runs when the process already answers."""
    *_, ready, last = parts.values()
    return last - ready
