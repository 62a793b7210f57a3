"""The product over TCP inside a test: for clients that are programs of their own."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

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


@contextmanager
def served(database_url: str, clock: SettableClock, *, founded: bool = False) -> Iterator[str]:
    """The address of the product, founded (unless it is already), with one admin."""
    if not founded:
        with ThreadPoolExecutor(1) as aside:  # a browser's driver keeps a loop running in the test's own thread
            aside.submit(anyio.run, _found, database_url, clock).result()
    app = create_app(build(settings(), database_url, clock=clock))
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


def admin_token(url: str) -> str:
    """What the admin signs in with."""
    body = {"email": ADMIN, "password": PASSWORD}
    token: str = httpx2.post(f"{url}/api/v1/auth/token", json=body).raise_for_status().json()["access_token"]
    return token
