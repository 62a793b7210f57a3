"""HTTP: one request is one transaction, errors have one shape, every route declares its access."""

import logging
from collections.abc import Callable, Coroutine, Iterator, Mapping
from typing import Annotated, Any, ClassVar

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from sqlalchemy.exc import DBAPIError, OperationalError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hibachi.kit import idempotency
from hibachi.kit.auth import ANONYMOUS, Access, Principal
from hibachi.kit.db import Database, Tx
from hibachi.kit.errors import HibachiError, InvalidInput, MethodNotAllowed, NotFound, TooLarge, Unavailable

log = logging.getLogger(__name__)
API = "/api/v1"
"""Below which the product's routes are."""
LARGEST_BODY = 256 * 1024
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class TransactionalRoute(APIRoute):
    """A route whose whole work, with its authentication and its Idempotency-Key, is one transaction."""

    def get_route_handler(self) -> Handler:
        """Wrap the route's handler in the transaction of its request."""
        handle = super().get_route_handler()

        async def in_transaction(request: Request) -> Response:
            db: Database = request.app.state.db
            async with db.transaction(ANONYMOUS.actor) as tx:
                principal = await authenticate(tx, request)
                tx.actor = principal.actor
                request.state.tx = tx
                caller = str(principal.actor.id or "anonymous")
                earlier = await idempotency.remembered(tx, request, caller)
                if earlier is not None:
                    return earlier
                response = await handle(request)
                await idempotency.remember(tx, request, caller, response)
                return response

        return in_transaction


class AuthenticatedRoute(APIRoute):
    """A route that opens its transactions itself, since it speaks to somebody outside between them; who asks is known."""

    def get_route_handler(self) -> Handler:
        """Wrap the route's handler in the authentication of its request."""
        handle = super().get_route_handler()

        async def authenticated(request: Request) -> Response:
            db: Database = request.app.state.db
            async with db.transaction(ANONYMOUS.actor) as tx:
                await authenticate(tx, request)
            return await handle(request)

        return authenticated


async def authenticate(tx: Tx, request: Request) -> Principal:
    """Who asks, by the port that identity fills; nobody without a token or key."""
    principal = ANONYMOUS
    if "authorization" in request.headers or "x-api-key" in request.headers:
        principal = await request.app.state.authenticator(tx, request.headers)
    request.state.principal = principal
    return principal


async def _tx(request: Request) -> Tx:
    tx: Tx = request.state.tx
    return tx


CurrentTx = Annotated[Tx, Depends(_tx)]
"""The transaction of this request (routes on a TransactionalRoute)."""


def install(app: FastAPI) -> None:
    """Give every error its one shape and bound every body."""
    app.add_exception_handler(HibachiError, _expected)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(DBAPIError, _database)
    app.add_exception_handler(UnicodeEncodeError, _unwritable)
    app.add_exception_handler(Exception, _unexpected)
    app.add_middleware(BoundedBody)
    app.add_middleware(AnswersAreNoPages)


class AnswersAreNoPages:
    """Tells a browser that what the API answers is never a page: not to be sniffed, framed, or run.

    A route that does answer with a page (a link of an e-mail) says itself what that page may do.
    """

    HEADERS: ClassVar[Mapping[str, str]] = {
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
    }

    def __init__(self, app: ASGIApp, below: str = "/api/") -> None:
        self.app = app
        self.below = below

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add what an answer does not say itself."""

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        is_answer = scope["type"] == "http" and scope["path"].startswith(self.below)
        await self.app(scope, receive, marked if is_answer else send)


class BoundedBody:
    """Takes a body whole, whatever its headers say of its length, or refuses it; the application sees one piece."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 413 past LARGEST_BODY bytes."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        waiting: list[Message] = []
        body = bytearray()
        while not waiting:
            message = await receive()
            body += message.get("body", b"")
            if len(body) > LARGEST_BODY:
                await _answer(TooLarge())(scope, receive, send)
                return
            if message["type"] != "http.request" or not message.get("more_body", False):
                waiting.append({**message, "body": bytes(body)} if message["type"] == "http.request" else message)

        async def once() -> Message:
            return waiting.pop() if waiting else await receive()

        await self.app(scope, once, send)


def _answer(error: HibachiError, headers: Mapping[str, str] | None = None) -> JSONResponse:
    return JSONResponse(error.body(), status_code=error.status, headers=headers)


async def _expected(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HibachiError)
    return _answer(error)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    fields = [{"field": ".".join(map(str, row["loc"][1:])), "problem": row["msg"]} for row in error.errors()]
    return _answer(InvalidInput(fields=fields))


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    known = {404: NotFound, 405: MethodNotAllowed, 413: TooLarge}.get(error.status_code, InvalidInput)
    response = _answer(known(), error.headers)
    response.status_code = error.status_code
    return response


async def _database(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, DBAPIError)
    state = getattr(error.orig, "sqlstate", None) or ""
    if state.startswith("22") or "NUL" in str(error.orig):
        return _answer(InvalidInput())
    if isinstance(error, OperationalError) or state.startswith(("08", "40", "53", "57")):
        log.error("database not available: %s", state)
        return _answer(Unavailable())
    log.error("database error", exc_info=error)
    return _answer(HibachiError())


async def _unwritable(request: Request, error: Exception) -> JSONResponse:
    # Half of a surrogate pair (\ud800): JSON can write it, no database and no answer can.
    return _answer(InvalidInput("The text holds characters that do not exist."))


async def _unexpected(request: Request, error: Exception) -> JSONResponse:
    # The server logs the error itself; a caller sees nothing of its inside.
    return _answer(HibachiError())


def routes_of(app: FastAPI) -> Iterator[RouteContext]:
    """Every route of the API, with its whole path; the included ones too, and not the documentation's own."""
    return (route for route in iter_route_contexts(app.routes) if isinstance(route.original_route, APIRoute))


def access_of(route: RouteContext) -> list[Access]:
    """What a route declares of its access."""
    dependencies = route.dependant.dependencies if route.dependant else []
    return [dependency.call for dependency in dependencies if isinstance(dependency.call, Access)]


def check_access_declared(app: FastAPI) -> None:
    """Refuse to start with a route that does not say who may call it."""
    bare = [route.path for route in routes_of(app) if len(access_of(route)) != 1]
    if bare:
        raise RuntimeError(f"routes without exactly one declared access: {bare}")


def error_responses(*errors: type[HibachiError]) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI entries of the errors that a route may answer with."""
    return {error.status: {"description": error.__doc__ or error.code} for error in errors}
