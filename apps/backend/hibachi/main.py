"""HTTP: the application, its health, and its start and stop."""

import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Annotated, Any

import uvicorn
from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel
from sqlalchemy.exc import SQLAlchemyError

from hibachi import __name__ as product
from hibachi.api import router as api
from hibachi.concierge.api import router as chat
from hibachi.concierge.letters import checked_letter
from hibachi.conversations import service as conversations
from hibachi.conversations.measures.schemas import ChannelLife
from hibachi.kit import http
from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.http import CurrentTx, TransactionalRoute
from hibachi.kit.jobs import JobsHealth
from hibachi.kit.openapi import DescribedAPI
from hibachi.kit.pages import Pages
from hibachi.kit.processes import nothing_is_garbage
from hibachi.runtime import Runtime, build
from hibachi.settings import Settings

LARGEST_FRAME = 65536
"""Bytes of one message over the WebSocket."""
GRACEFUL_SECONDS = 10
health = APIRouter(tags=["health"])
system = APIRouter(tags=["health"], route_class=TransactionalRoute)
ADMIN = "/admin"
"""Below which the panel's pages are; its build (apps/admin/next.config.ts) knows the same."""
FAILURES_OF_LATE = timedelta(days=1)


class Models(BaseModel):
    """The chain of models: the provider's, whether it is left alone after failures, and the built-in one behind it."""

    configured: str | None
    resting: bool
    fallback: str


class SystemHealth(BaseModel):
    """What the product stands on, for staff. Failed parts of messages are those of the last day."""

    version: str
    now: datetime
    database: str
    models: Models
    jobs: JobsHealth
    channels: list[ChannelLife]


def create_app(runtime: Runtime, *, extra: APIRouter | None = None, chat_router: APIRouter = chat) -> FastAPI:
    """The application over a composed runtime; the sandbox brings routes of its own and its own door of the chat."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        await runtime.open()
        try:
            yield
        finally:
            await runtime.close()

    app = DescribedAPI(title="My Hibachi Chef: concierge and bookings", version="1.0.0", lifespan=lifespan)
    app.state.runtime = runtime
    app.state.db = runtime.db
    app.state.authenticator = runtime.authenticator
    app.state.maps = runtime.maps
    app.state.cards = runtime.cards
    app.state.searcher = runtime.searcher
    app.state.recall = runtime.recall
    app.state.public_url = runtime.settings.public_url
    app.state.settings = runtime.settings
    app.state.check_letter = checked_letter
    app.state.sends_mail = runtime.carriers.of("email") is not None
    app.state.allowed = runtime.limits.allowed
    http.install(app)
    if runtime.settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=runtime.settings.cors_origins,
            allow_methods=["*"],
            allow_headers=["*"],
        )
    for router in (health, system, chat_router, api, extra):
        if router is not None:
            app.router.routes.extend(router.routes)  # as they are: to include them would make each once more
    http.check_access_declared(app)
    for folder, below in ((runtime.settings.site_dir, ""), (runtime.settings.admin_dir, ADMIN)):
        if (folder / "index.html").is_file():
            rest, public_url = app.router.default, runtime.settings.public_url
            app.router.default = Pages(folder, instead_of=rest, below=below, public_url=public_url)
    return app


def serve(settings: Settings) -> None:
    """Answer HTTP until SIGINT or SIGTERM; requests that run are finished first."""
    assert settings.database_url, "DATABASE_URL names the database of the server"
    logging.getLogger().setLevel(logging.WARNING)
    with nothing_is_garbage():
        app = create_app(build(settings, settings.database_url))
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        log_config=None,
        log_level="warning",
        access_log=False,  # the addresses of some routes carry a customer's token
        server_header=False,
        ws_max_size=LARGEST_FRAME,
        timeout_graceful_shutdown=GRACEFUL_SECONDS,
    )


@health.get("/api/health", dependencies=[Depends(public)])
async def health_of_the_product(request: Request, response: Response) -> dict[str, Any]:
    """Whether the product answers and reaches its database; 503 and "degraded" where it does not."""
    database = await _database(request.app.state.runtime)
    _say_unavailable(response, database)
    return {"status": "ok" if database["up"] else "degraded", "product": product, "database": database}


@health.get("/api/v1/health/ai", dependencies=[Depends(public)])
async def health_of_the_concierge(request: Request, response: Response) -> dict[str, Any]:
    """What the concierge stands on: the database, the configured model, and the built-in one that is always there.

    503 without the database; "degraded" with 200 while the provider rests, since the built-in model answers, and while
    Redis is away, since the limits are then counted in the database.
    """
    runtime: Runtime = request.app.state.runtime
    database, models = await _database(runtime), runtime.models.health()
    _say_unavailable(response, database)
    redis = await runtime.doors.health()
    degraded = not database["up"] or bool(models["resting"]) or not redis.get("up", True)
    return {"status": "degraded" if degraded else "ok", "database": database, "models": models, "redis": redis}


@system.get("/api/v1/admin/health")
async def health_for_staff(
    tx: CurrentTx, request: Request, who: Annotated[Principal, Depends(requires("metrics:read"))]
) -> SystemHealth:
    """The queue, the channels, the models and the database, as they are now."""
    runtime: Runtime = request.app.state.runtime
    return SystemHealth(
        version=request.app.version,
        now=tx.now,
        database=await runtime.db.version(),
        models=Models.model_validate(runtime.models.health()),
        jobs=await runtime.jobs.health(),
        channels=await conversations.last_words(tx, since=tx.now - FAILURES_OF_LATE),
    )


def _say_unavailable(response: Response, database: dict[str, Any]) -> None:
    if not database["up"]:
        response.status_code = 503


async def _database(runtime: Runtime) -> dict[str, Any]:
    started = time.perf_counter()
    try:
        version = await runtime.db.version()
    except (SQLAlchemyError, OSError):
        return {"up": False}
    return {"up": True, "version": version, "milliseconds": round((time.perf_counter() - started) * 1000, 2)}
