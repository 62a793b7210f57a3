"""Idempotency-Key: the same write sent twice happens once; another body under the key is refused."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from uuid import UUID

import httpx2
import pytest
from fastapi import APIRouter, Depends, FastAPI, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy import text

from hibachi.kit import http
from hibachi.kit.auth import Actor, Principal, public
from hibachi.kit.db import Database, Tx
from hibachi.kit.errors import Conflict
from hibachi.kit.http import CurrentTx, TransactionalRoute
from tests.web import client_of

router = APIRouter(route_class=TransactionalRoute, dependencies=[Depends(public)])


class Order(BaseModel):
    """Something to order."""

    what: str


class Receipt(BaseModel):
    """What was ordered, and under which number."""

    number: int
    what: str


@router.post("/orders", status_code=201)
async def order(tx: CurrentTx, wanted: Order) -> Receipt:
    counted = text("INSERT INTO orders (what) VALUES (:what) RETURNING number")
    number = (await tx.session.execute(counted, {"what": wanted.what})).scalar_one()
    if wanted.what == "refused":
        raise Conflict()
    await asyncio.sleep(0.05)
    return Receipt(number=number, what=wanted.what)


@router.patch("/orders")
async def change(tx: CurrentTx, wanted: Order) -> Receipt:
    return await order(tx, wanted)


@router.delete("/orders", status_code=204)
async def remove(tx: CurrentTx) -> None:
    await tx.session.execute(text("INSERT INTO orders (what) VALUES ('removal')"))


@router.get("/orders")
async def count(tx: CurrentTx) -> int:
    return int((await tx.session.execute(text("SELECT count(*) FROM orders"))).scalar_one())


@router.post("/secrets")
async def secret(tx: CurrentTx, response: Response) -> str:
    await tx.session.execute(text("INSERT INTO orders (what) VALUES ('secret')"))
    response.headers["Cache-Control"] = "no-store"
    return "only once"


@router.post("/refusals")
async def refusal(tx: CurrentTx) -> Response:
    await tx.session.execute(text("INSERT INTO orders (what) VALUES ('lead')"))
    return JSONResponse({"code": "full"}, status_code=409)


async def doorman(tx: Tx, headers: Mapping[str, str]) -> Principal:
    return Principal(Actor("staff", UUID(int=int(headers["authorization"]))))


@pytest.fixture
async def client(db: Database) -> AsyncIterator[httpx2.AsyncClient]:
    async with db.transaction() as tx:
        await tx.session.execute(text("CREATE TABLE orders (number serial, what text)"))
    app = FastAPI()
    app.state.db, app.state.authenticator = db, doorman
    http.install(app)
    app.include_router(router)
    async with client_of(app) as client:
        yield client


async def ordered(client: httpx2.AsyncClient, what: str, key: str | None = "k1", **headers: str) -> httpx2.Response:
    sent = headers | ({} if key is None else {"Idempotency-Key": key})
    return await client.post("/orders", json={"what": what}, headers=sent)


async def orders(db: Database) -> list[str]:
    async with db.transaction() as tx:
        return list((await tx.session.execute(text("SELECT what FROM orders ORDER BY number"))).scalars())


async def test_without_a_key_every_request_counts(client: httpx2.AsyncClient, db: Database) -> None:
    for _ in range(2):
        await ordered(client, "rice", key=None)
    assert await orders(db) == ["rice", "rice"]


async def test_the_same_request_again_gets_the_same_answer_and_does_nothing(
    client: httpx2.AsyncClient, db: Database
) -> None:
    first, again = await ordered(client, "rice"), await ordered(client, "rice")
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json() == {"number": 1, "what": "rice"}
    assert await orders(db) == ["rice"]


async def test_another_body_under_the_key_is_refused(client: httpx2.AsyncClient, db: Database) -> None:
    await ordered(client, "rice")
    answer = await ordered(client, "noodles")
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert await orders(db) == ["rice"]


async def test_another_method_or_address_under_the_key_is_refused(client: httpx2.AsyncClient, db: Database) -> None:
    await ordered(client, "rice")
    headers = {"Idempotency-Key": "k1"}
    assert (await client.patch("/orders", json={"what": "rice"}, headers=headers)).status_code == 422
    assert (await client.post("/refusals", json={"what": "rice"}, headers=headers)).status_code == 422
    assert await orders(db) == ["rice"]


@pytest.mark.parametrize("many", [2, 8])
async def test_duplicates_at_the_same_moment_have_one_effect(
    client: httpx2.AsyncClient, db: Database, many: int
) -> None:
    answers = await asyncio.gather(*(ordered(client, "rice") for _ in range(many)))
    assert {answer.status_code for answer in answers} == {201}
    assert {answer.json()["number"] for answer in answers} == {1}
    assert await orders(db) == ["rice"]


async def test_different_bodies_at_the_same_moment_have_one_effect(client: httpx2.AsyncClient, db: Database) -> None:
    answers = await asyncio.gather(*(ordered(client, f"rice {number}") for number in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 422, 422, 422]
    assert len(await orders(db)) == 1


async def test_what_was_rolled_back_may_be_tried_again(client: httpx2.AsyncClient, db: Database) -> None:
    for _ in range(2):
        assert (await ordered(client, "refused")).status_code == 409
    async with db.transaction() as tx:
        assert (await tx.session.execute(text("SELECT count(*) FROM idempotency_keys"))).scalar_one() == 0


async def test_a_refusal_that_was_kept_is_answered_again(client: httpx2.AsyncClient, db: Database) -> None:
    answers = [await client.post("/refusals", headers={"Idempotency-Key": "k1"}) for _ in range(2)]
    assert [(answer.status_code, answer.json()) for answer in answers] == [(409, {"code": "full"})] * 2
    assert await orders(db) == ["lead"]


async def test_an_answer_without_a_body_is_repeated_without_one(client: httpx2.AsyncClient, db: Database) -> None:
    answers = [await client.delete("/orders", headers={"Idempotency-Key": "k1"}) for _ in range(2)]
    assert [(answer.status_code, answer.content) for answer in answers] == [(204, b"")] * 2
    assert await orders(db) == ["removal"]


async def test_every_caller_has_keys_of_their_own(client: httpx2.AsyncClient, db: Database) -> None:
    numbers = [(await ordered(client, "rice", Authorization=who)).json()["number"] for who in ("1", "2", "1")]
    assert numbers == [1, 2, 1]
    assert (await ordered(client, "rice")).json()["number"] == 3


async def test_reading_ignores_the_key(client: httpx2.AsyncClient) -> None:
    headers = {"Idempotency-Key": "k1"}
    assert (await client.get("/orders", headers=headers)).json() == 0
    await ordered(client, "rice", key="k2")
    assert (await client.get("/orders", headers=headers)).json() == 1


@pytest.mark.parametrize("key", ["", "x" * 201, "tab\there", "nul\x00"])
async def test_a_key_that_is_none_is_refused(client: httpx2.AsyncClient, db: Database, key: str) -> None:
    answer = await ordered(client, "rice", key=key)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_invalid")
    assert await orders(db) == []


async def test_a_secret_is_answered_once_and_kept_nowhere(client: httpx2.AsyncClient, db: Database) -> None:
    headers = {"Idempotency-Key": "k1"}
    assert (await client.post("/secrets", headers=headers)).json() == "only once"
    again = await client.post("/secrets", headers=headers)
    assert (again.status_code, again.json()["code"]) == (409, "answered_once")
    async with db.transaction() as tx:
        kept = str((await tx.session.execute(text("SELECT * FROM idempotency_keys"))).all())
    assert "only once" not in kept
    assert await orders(db) == ["secret"]
