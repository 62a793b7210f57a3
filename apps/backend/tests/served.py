"""The product over TCP inside a test: for clients that are programs of their own."""

import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import anyio
import httpx2
import uvicorn

from hibachi.crew import service as crew
from hibachi.identity import service as identity
from hibachi.kit.clock import SettableClock
from hibachi.main import create_app
from hibachi.policies import service as policies
from hibachi.runtime import build
from tests.concierge.world import settings
from tests.web import PASSWORD

ADMIN = "admin@example.com"


async def _found(database_url: str, clock: SettableClock) -> None:
    runtime = build(settings(), database_url, clock=clock)
    async with runtime.db.transaction() as tx:
        await crew.ensure_station(tx, book=await policies.load_default(tx))
        await identity.ensure_roles(tx)
        await identity.create_user(tx, email=ADMIN, name="Olga Owner", password=PASSWORD, roles=["admin"])
    await runtime.close()


def aside(work: Callable[..., Awaitable[None]], *given: object) -> None:
    """Do something in another thread's loop: a browser's driver keeps one running in the test's own thread."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, work, *given).result()


@contextmanager
def served(database_url: str, clock: SettableClock, *, founded: bool = False, **fields: Any) -> Iterator[str]:
    """The address of the product, founded (unless it is already), with one admin. fields: settings by their names."""
    if not founded:
        aside(_found, database_url, clock)
    app = create_app(build(settings(**fields), database_url, clock=clock))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", access_log=False))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def tokens(url: str, email: str = ADMIN) -> dict[str, Any]:
    """What a sign-in gives."""
    body = {"email": email, "password": PASSWORD}
    given: dict[str, Any] = httpx2.post(f"{url}/api/v1/auth/token", json=body).raise_for_status().json()
    return given


def admin_token(url: str) -> str:
    """What the admin signs in with."""
    return str(tokens(url)["access_token"])
