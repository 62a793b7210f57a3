"""The door: one transaction a request, one shape for every error, every body bounded, every route's access declared."""

import asyncio
import socket
from collections.abc import AsyncIterator, Mapping
from typing import Annotated, Any
from uuid import UUID

import httpx2
import pytest
import uvicorn
from fastapi import APIRouter, Depends, FastAPI
from pydantic import BaseModel, ConfigDict
from sqlalchemy import text

from hibachi.kit import http
from hibachi.kit.auth import ANONYMOUS, Actor, Principal, public, requires
from hibachi.kit.db import Database, Tx
from hibachi.kit.errors import Conflict, Unauthenticated
from hibachi.kit.http import CurrentTx, TransactionalRoute, check_access_declared, routes_of
from tests.web import client_of

JSON = {"Content-Type": "application/json"}
router = APIRouter(prefix="/things", route_class=TransactionalRoute)


class Thing(BaseModel):
    """Something to store."""

    model_config = ConfigDict(extra="forbid")
    name: str
    count: int = 1


@router.post("", dependencies=[Depends(public)], status_code=201)
async def make(tx: CurrentTx, thing: Thing) -> Thing:
    await tx.session.execute(text("INSERT INTO things VALUES (:name, :count)"), thing.model_dump())
    if thing.name == "taken":
        raise Conflict("There is one already.", name=thing.name)
    if thing.name == "broken":
        raise RuntimeError("a bug")
    return thing


@router.get("/{number}", dependencies=[Depends(public)])
async def read(tx: CurrentTx, number: int) -> int:
    return number


@router.delete("", status_code=204)
async def remove(tx: CurrentTx, who: Annotated[Principal, Depends(requires("things:write"))]) -> None:
    await tx.session.execute(text("DELETE FROM things"))


@router.get("/me/name")
async def name(tx: CurrentTx, who: Annotated[Principal, Depends(public)]) -> str:
    return f"{tx.actor.kind} {tx.actor.name}"


class Doorman:
    """Knows two people by their token."""

    async def __call__(self, tx: Tx, headers: Mapping[str, str]) -> Principal:
        staff = Actor("staff", UUID(int=1), "Anna")
        people = {
            "Bearer anna": Principal(staff, permissions=frozenset({"things:write"})),
            "Bearer ben": Principal(Actor("staff", UUID(int=2), "Ben"), permissions=frozenset({"things:read"})),
        }
        if headers["authorization"] not in people:
            raise Unauthenticated()
        return people[headers["authorization"]]


def application(db: Database) -> FastAPI:
    app = FastAPI()
    app.state.db, app.state.authenticator = db, Doorman()
    http.install(app)
    app.include_router(router, prefix="/api")
    return app


@pytest.fixture
async def client(db: Database) -> AsyncIterator[httpx2.AsyncClient]:
    async with db.transaction() as tx:
        await tx.session.execute(text("CREATE TABLE things (name text CHECK (name <> 'checked'), count smallint)"))
    async with client_of(application(db)) as client:
        yield client


async def things(db: Database) -> list[str]:
    async with db.transaction() as tx:
        return list((await tx.session.execute(text("SELECT name FROM things ORDER BY name"))).scalars())


class TestTransactions:
    async def test_what_a_request_wrote_is_there_after_its_answer(
        self, client: httpx2.AsyncClient, db: Database
    ) -> None:
        answer = await client.post("/api/things", json={"name": "knife"})
        assert (answer.status_code, answer.json()) == (201, {"name": "knife", "count": 1})
        assert await things(db) == ["knife"]

    @pytest.mark.parametrize(("name", "status"), [("taken", 409), ("broken", 500), ("checked", 500)])
    async def test_what_a_refused_request_wrote_is_gone(
        self, client: httpx2.AsyncClient, db: Database, name: str, status: int
    ) -> None:
        answer = await client.post("/api/things", json={"name": name})
        assert answer.status_code == status
        assert await things(db) == []

    async def test_requests_do_not_wait_for_each_other(self, client: httpx2.AsyncClient, db: Database) -> None:
        answers = await asyncio.gather(*(client.post("/api/things", json={"name": f"{i:02}"}) for i in range(20)))
        assert {answer.status_code for answer in answers} == {201}
        assert await things(db) == [f"{i:02}" for i in range(20)]


class TestErrors:
    async def test_an_expected_one_says_what_and_what_next(self, client: httpx2.AsyncClient) -> None:
        assert (await client.post("/api/things", json={"name": "taken"})).json() == {
            "code": "conflict",
            "message": "There is one already.",
            "next_step": "Read the present state and decide again.",
            "details": {"name": "taken"},
        }

    async def test_a_bug_does_not_show_its_inside(self, client: httpx2.AsyncClient) -> None:
        answer = await client.post("/api/things", json={"name": "broken"})
        assert answer.json()["code"] == "error"
        assert "bug" not in answer.text and "Traceback" not in answer.text

    async def test_nor_does_a_refusal_of_the_database(self, client: httpx2.AsyncClient) -> None:
        answer = await client.post("/api/things", json={"name": "checked"})
        assert answer.json()["code"] == "error"
        assert "things" not in answer.text and "INSERT" not in answer.text

    @pytest.mark.parametrize(
        ("method", "path", "content", "status", "code"),
        [
            ("GET", "/nowhere", b"", 404, "not_found"),
            ("GET", "/api/nowhere", b"", 404, "not_found"),
            ("PUT", "/api/things", b"{}", 405, "method_not_allowed"),
            ("GET", "/api/things/x", b"", 422, "invalid_input"),
            ("POST", "/api/things", b"", 422, "invalid_input"),
            ("POST", "/api/things", b"{", 422, "invalid_input"),
            ("POST", "/api/things", b"\xff\xfe", 422, "invalid_input"),
            ("POST", "/api/things", b"[]", 422, "invalid_input"),
            ("POST", "/api/things", b'"x"', 422, "invalid_input"),
            ("POST", "/api/things", b'{"name": 1}', 422, "invalid_input"),
            ("POST", "/api/things", b'{"name": "x", "count": 1.5}', 422, "invalid_input"),
            ("POST", "/api/things", b'{"name": "x", "count": 99999}', 422, "invalid_input"),
            ("POST", "/api/things", b'{"name": "x", "count": 1e999}', 422, "invalid_input"),
            ("POST", "/api/things", b'{"name": "x", "count": NaN}', 422, "invalid_input"),
            ("POST", "/api/things", b'{"name": "x\\u0000y"}', 422, "invalid_input"),
            ("POST", "/api/things", b'{"name": "\\ud800"}', 422, "invalid_input"),
            ("POST", "/api/things", b'{"name": "x", "\\ud800": 1}', 422, "invalid_input"),
            ("POST", "/api/things", b'{"name": "x", "more": 1}', 422, "invalid_input"),
            ("POST", "/api/things", b"[" * 50_000, 400, "invalid_input"),
            ("POST", "/api/things", b'{"name": ' + b"9" * 6000 + b"}", 400, "invalid_input"),
            ("DELETE", "/api/things", b"", 401, "unauthenticated"),
        ],
    )
    async def test_every_refusal_has_the_one_shape_and_changes_nothing(
        self, client: httpx2.AsyncClient, db: Database, method: str, path: str, content: bytes, status: int, code: str
    ) -> None:
        answer = await client.request(method, path, content=content, headers=JSON)
        assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
        assert set(answer.json()) - {"details"} == {"code", "message", "next_step"}
        assert all(isinstance(answer.json()[part], str) for part in ("message", "next_step"))
        assert await things(db) == []

    async def test_a_validation_error_names_the_field_and_not_the_value(self, client: httpx2.AsyncClient) -> None:
        answer = await client.post("/api/things", json={"name": "x", "count": "my password"})
        assert answer.json()["details"]["fields"][0]["field"] == "count"
        assert "my password" not in answer.text

    async def test_405_says_which_methods_there_are(self, client: httpx2.AsyncClient) -> None:
        assert "POST" in (await client.put("/api/things", json={})).headers["allow"]

    async def test_without_a_database_it_is_503(self, client: httpx2.AsyncClient, db: Database) -> None:
        waits = "FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        async with db.transaction() as holding:
            await holding.session.execute(text("LOCK TABLE things IN ACCESS EXCLUSIVE MODE"))
            waiting = asyncio.create_task(client.post("/api/things", json={"name": "x"}))
            async with asyncio.timeout(10):
                killed: list[object] = []
                while not killed:
                    async with db.transaction() as tx:
                        ended = await tx.session.execute(text(f"SELECT pg_terminate_backend(pid) {waits}"))
                        killed = list(ended.all())
                answer = await waiting
        assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")


class TestBodies:
    LIMIT = http.LARGEST_BODY

    def sized(self, size: int) -> bytes:
        return b'{"name": "' + b"x" * (size - 12) + b'"}'

    async def test_the_largest_body_is_taken(self, client: httpx2.AsyncClient) -> None:
        answer = await client.post("/api/things", content=self.sized(self.LIMIT), headers=JSON)
        assert answer.status_code == 201

    async def test_one_byte_more_is_refused(self, client: httpx2.AsyncClient, db: Database) -> None:
        answer = await client.post("/api/things", content=self.sized(self.LIMIT + 1), headers=JSON)
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
        assert await things(db) == []

    @pytest.mark.parametrize("size", [LIMIT, LIMIT + 1, LIMIT * 40])
    async def test_a_body_in_pieces_without_a_length_is_counted_too(
        self, client: httpx2.AsyncClient, db: Database, size: int
    ) -> None:
        taken = 0

        async def pieces() -> AsyncIterator[bytes]:
            nonlocal taken
            body = self.sized(size)
            for start in range(0, len(body), 10_000):
                taken += 1
                yield body[start : start + 10_000]

        answer = await client.post("/api/things", content=pieces(), headers=JSON)
        assert answer.status_code == (201 if size <= self.LIMIT else 413)
        assert len(await things(db)) == (1 if size <= self.LIMIT else 0)

    async def test_over_a_real_socket_too(self, client: httpx2.AsyncClient, db: Database) -> None:
        """Chunked by hand, and a length that lies: what uvicorn makes of them."""
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(application(db), log_level="critical", lifespan="off"))
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            async with asyncio.timeout(10):
                while not server.started:
                    await asyncio.sleep(0.01)
            port = listening.getsockname()[1]
            chunk = b"2710\r\n" + b"x" * 10_000 + b"\r\n"
            head = b"POST /api/things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            chunked = head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 40
            assert (await self.answered(port, chunked)).startswith(b"HTTP/1.1 413")
            lying = head + b"Content-Length: 15\r\n\r\n" + b'{"name": "fork"}' + b"x" * 1000
            assert (await self.answered(port, lying)).startswith(b"HTTP/1.1 4")
            nonsense = head + b"Content-Length: many\r\n\r\n{}"
            assert b" 400 " in (await self.answered(port, nonsense)).splitlines()[0]
        finally:
            server.should_exit = True
            await serving
        assert await things(db) == []

    async def answered(self, port: int, sent: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        answer = await asyncio.wait_for(reader.read(4096), 10)
        writer.close()
        return answer


class TestAccess:
    async def test_deny_is_the_default(self, client: httpx2.AsyncClient, db: Database) -> None:
        await client.post("/api/things", json={"name": "knife"})
        for token, status in (("nobody", 401), ("ben", 403)):
            answer = await client.delete("/api/things", headers={"Authorization": f"Bearer {token}"})
            assert answer.status_code == status
        assert await things(db) == ["knife"]
        assert (await client.delete("/api/things", headers={"Authorization": "Bearer anna"})).status_code == 204
        assert await things(db) == []

    async def test_the_transaction_knows_who_acts(self, client: httpx2.AsyncClient) -> None:
        assert (await client.get("/api/things/me/name")).json() == "anonymous "
        headers = {"Authorization": "Bearer anna"}
        assert (await client.get("/api/things/me/name", headers=headers)).json() == "staff Anna"

    def test_routes_are_found_through_every_inclusion(self) -> None:
        outer = APIRouter(prefix="/outer")
        outer.include_router(router)
        app = FastAPI()
        app.include_router(outer, prefix="/api")
        found = {(route.path, *sorted(route.methods or ())) for route in routes_of(app)}
        assert found == {
            ("/api/outer/things", "POST"),
            ("/api/outer/things", "DELETE"),
            ("/api/outer/things/{number}", "GET"),
            ("/api/outer/things/me/name", "GET"),
        }
        check_access_declared(app)

    @pytest.mark.parametrize("declared", [[], [Depends(public), Depends(requires("things:read"))]])
    def test_a_route_without_exactly_one_access_stops_the_start(self, declared: list[Any]) -> None:
        inner = APIRouter()

        @inner.get("/forgotten", dependencies=declared)
        async def forgotten() -> None: ...

        app = FastAPI()
        app.include_router(inner, prefix="/api")
        with pytest.raises(RuntimeError, match="/api/forgotten"):
            check_access_declared(app)

    def test_nobody_holds_nothing(self) -> None:
        assert ANONYMOUS.permissions == frozenset()
        assert Principal(Actor("staff")).permissions == frozenset()
