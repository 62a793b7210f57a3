"""SEC-05: hostile text in every field, address and parameter is refused or kept as it is; nothing breaks or runs.

The short form tries every fifth value at a field, each field others; HIBACHI_PROOF=1 (`make proof`) every value at each.
"""

import json
import os
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar
from urllib.parse import quote

import httpx2
import pytest

from hibachi.kit.db import Database
from hibachi.main import create_app
from hibachi.runtime import build
from tests.api.stage import Asked, Stage, address
from tests.api.test_idempotency import world
from tests.api.writes import SHOWN_ONCE, WRITES
from tests.concierge.world import settings

T = TypeVar("T")
HOSTILE = [
    "'; DROP TABLE bookings; --",
    "1' OR '1'='1",
    "nul\x00inside",
    "\u202eright to left\u202c and zero\u200bwidth\ufeff",
    "{{7*7}} ${7*7} <%= 7*7 %> #{7*7}",
    "../../../../etc/passwd",
    "<script>alert(1)</script>",
    "%s%n%x\r\nSet-Cookie: a=b",
    "9" * 400,
    "-1e309",
    "half a pair \ud800",
    "x" * 8_001,
    "",
]
DEEP = b"[" * 10_000 + b"]" * 10_000
RAW = [
    b"",
    b"{",
    b"null",
    b"[]",
    b'"text"',
    b'{"\xc3\x28": 1}',
    DEEP,
    b'{"changes": ' + DEEP + b', "note": "deep"}',
    b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    b"9" * 5_000,
]
NUMBERS = [b"NaN", b"Infinity", b"-Infinity", b"1e400", b"-1", b"9" * 5_000, b"12.5", b"2147483648", b"true", b'"12"']
EVERY = 1 if os.environ.get("HIBACHI_PROOF") == "1" else 5
SCHEMA = create_app(build(settings(), "postgresql+psycopg://nobody@127.0.0.1:1/nothing")).openapi()
ALL = {**WRITES, **SHOWN_ONCE}
WITH_BODY = [
    route for route in ALL if "requestBody" in SCHEMA["paths"][route.split(" ")[1].replace(":uuid", "")][route.split(" ")[0].lower()]
]  # fmt: skip


def tried(values: Sequence[T], at: int) -> Sequence[T]:
    """The values that the field of this number hears."""
    return values[at % EVERY :: EVERY]


def resolved(part: Any) -> dict[str, Any]:
    return SCHEMA["components"]["schemas"][part["$ref"].split("/")[-1]] if "$ref" in part else part


def of_type(part: dict[str, Any], *kinds: str) -> bool:
    options = [resolved(option) for option in part.get("anyOf", [part])]
    return any(option.get("type") in kinds for option in options)


def fields(route: str, *kinds: str) -> Iterator[str]:
    """The fields of a route's body that take such a value."""
    method, path = route.replace(":uuid", "").split(" ")
    body = SCHEMA["paths"][path][method.lower()].get("requestBody")
    if body:
        whole = resolved(body["content"]["application/json"]["schema"])
        options = [resolved(option) for option in whole.get("anyOf", [whole])]
        properties = {name: part for option in options for name, part in option.get("properties", {}).items()}
        for name, part in properties.items():
            if of_type(resolved(part), *kinds):
                yield name


def is_optional(route: str) -> bool:
    """Whether a route may be asked without a body."""
    method, path = route.replace(":uuid", "").split(" ")
    return not SCHEMA["paths"][path][method.lower()].get("requestBody", {}).get("required", False)


async def send(stage: Stage, route: str, asked: Asked, content: bytes) -> httpx2.Response:
    headers = {**stage.staff, "Content-Type": "application/json"}
    return await stage.client.request(route.split(" ")[0], address(asked.path), content=content, headers=headers)


def wrong(answer: httpx2.Response, what: object) -> list[str]:
    """What a hostile request may not lead to: something broken, or a refusal without its shape."""
    if answer.status_code >= 500:
        return [f"{answer.status_code} for {what!r:.120}"]
    if answer.headers.get("content-type", "").startswith("text/html"):
        return []  # a page for a person
    if answer.status_code >= 400 and not {"code", "message", "next_step"} <= answer.json().keys():
        return [f"no shape for {what!r:.120}: {answer.text:.80}"]
    return []


@pytest.mark.parametrize("route", WITH_BODY)
async def test_hostile_text_breaks_nothing_and_a_refusal_writes_nothing(stage: Stage, db: Database, route: str) -> None:
    asked = await ALL[route](stage)
    refused, problems = [], []
    for at, name in enumerate(fields(route, "string"), WITH_BODY.index(route)):
        for text in tried(HOSTILE, at):
            content = json.dumps({**(asked.body or {}), name: text}).encode()
            answer = await send(stage, route, asked, content)
            problems += wrong(answer, (name, text))
            if answer.status_code in (400, 422):
                refused.append(content)
    before = await world(db)
    again = [(await send(stage, route, asked, content)).status_code for content in refused]
    assert problems == []
    assert set(again) <= {200, 400, 404, 409, 422}, "200: a later value did it, and what is done is done once"
    if 409 not in again:
        assert await world(db) == before


@pytest.mark.parametrize("route", WITH_BODY)
async def test_what_is_no_such_json_is_refused(stage: Stage, db: Database, route: str) -> None:
    asked = await ALL[route](stage)
    before, problems = await world(db), []
    may_lack_it = (b"", b"null") if is_optional(route) else (b"",)
    for content in RAW:
        answer = await send(stage, route, asked, content)
        problems += wrong(answer, content[:40])
        problems += [f"taken: {content[:40]!r}"] if answer.status_code < 400 and content not in may_lack_it else []
    assert problems == []
    assert await world(db) == before or b"" in RAW and asked.body == {} or is_optional(route)
    for at, name in enumerate(fields(route, "integer", "number"), WITH_BODY.index(route)):
        for number in tried(NUMBERS, at):
            rest = json.dumps({key: value for key, value in (asked.body or {}).items() if key != name})
            joined = rest[:-1].encode() + (b", " if len(rest) > 2 else b"") + f'"{name}": '.encode() + number + b"}"
            problems += wrong(await send(stage, route, asked, joined), joined)
    assert problems == []


async def test_hostile_addresses_and_parameters_are_refused(stage: Stage) -> None:
    """Every {…} of every path and every query parameter, of reads and writes alike."""
    problems, at = [], 0
    for path, methods in SCHEMA["paths"].items():
        for method, operation in methods.items():
            for parameter in operation.get("parameters", []):
                if parameter["in"] not in ("path", "query"):
                    continue
                at += 1
                for text in tried([*HOSTILE, "NaN", "1e5", str(2**63), "0001-01-01", "9999-12-31"], at):
                    said = quote(text.encode("utf-8", "surrogatepass"), safe="")
                    named = {other["name"]: "1" for other in operation["parameters"] if other["in"] == "path"}
                    address, query = path, ""
                    if parameter["in"] == "path":
                        named[parameter["name"]] = said
                    else:
                        query = f"?{parameter['name']}={said}"
                    for name, value in named.items():
                        address = address.replace(f"{{{name}}}", value)
                    content = None if method in ("get", "delete") else b"{}"
                    answer = await stage.client.request(
                        method, httpx2.URL(f"http://product{address}{query}"), content=content, headers=stage.staff
                    )
                    problems += wrong(answer, f"{method} {path} {parameter['name']}={text!r}")
    assert problems == []


@pytest.mark.parametrize("text", [one for one in HOSTILE if one and "\x00" not in one and "\ud800" not in one])
async def test_what_is_taken_is_kept_as_it_is(stage: Stage, db: Database, text: str) -> None:
    """Nothing of it runs, and nothing of it is changed on the way to the database and back."""
    thread = await stage.taken_over()
    sent = await stage.client.post(
        f"/api/v1/admin/conversations/{thread}/reply", json={"text": text}, headers=stage.staff
    )
    if sent.status_code == 201:
        assert sent.json()["content"] == text
    made = await stage.client.post(
        "/api/v1/admin/leads", json={"phone": "(408) 555-0199", "notes": text}, headers=stage.staff
    )
    if made.status_code == 201:
        read = await stage.client.get(f"/api/v1/admin/leads/{made.json()['id']}", headers=stage.staff)
        assert read.json()["notes"] == text.strip()
    assert {sent.status_code, made.status_code} <= {201, 422} and 201 in (sent.status_code, len(text) > 2_000 and 201)
    assert "bookings" in await world(db), "the tables stand"


@pytest.mark.parametrize("text", [one for one in HOSTILE if one])
async def test_the_concierge_answers_hostile_words_or_refuses_them(stage: Stage, text: str) -> None:
    body = json.dumps({"text": text}).encode()
    answer = await send(stage, "POST chat", Asked("/chat/messages"), body)
    assert wrong(answer, text) == []
    said = (answer.json().get("reply") or {}).get("text", "") if answer.status_code == 200 else ""
    assert "49" not in said.replace(text, ""), "no template is filled"


async def test_the_later_of_two_equal_keys_counts_and_the_earlier_is_not_seen(stage: Stage) -> None:
    body = b'{"adults": 500000, "adults": 12, "adults": 20, "children": 0}'
    answer = await send(stage, "POST quotes", Asked("/quotes"), body)
    assert answer.status_code == 201 and answer.json()["party"]["adults"] == 20
