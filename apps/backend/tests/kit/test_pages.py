"""Built pages: what a browser takes packed is sent packed, and is the same page."""

import base64
import gzip
import hashlib
import os
from pathlib import Path

import httpx2
import pytest
from starlette.responses import PlainTextResponse

from hibachi.kit.pages import Pages

PAGE = "<h1>Menu</h1>" * 200
BROTLI = b"as brotli"


@pytest.fixture
def client(tmp_path: Path) -> httpx2.AsyncClient:
    """A site whose page lies there packed twice, and whose script does not."""
    for name, text in (("index.html", PAGE), ("404.html", "none"), ("small.js", "1")):
        (tmp_path / name).write_text(text)
    (tmp_path / "index.html.br").write_bytes(BROTLI)
    (tmp_path / "index.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    site = httpx2.ASGITransport(app=Pages(tmp_path, instead_of=PlainTextResponse("the API")))
    return httpx2.AsyncClient(transport=site, base_url="http://site")


async def raw(client: httpx2.AsyncClient, path: str, taken: str) -> tuple[dict[str, str], bytes]:
    async with client.stream("GET", path, headers={"Accept-Encoding": taken}) as answer:
        return dict(answer.headers), b"".join([part async for part in answer.aiter_raw()])


@pytest.mark.parametrize(
    ("taken", "packing"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("BR", "br"),
        ("br;q=0.000", None),
        ("identity", None),
        ("brotli", None),
        ("", None),
    ],
)
async def test_a_page_is_sent_as_the_browser_takes_it(
    client: httpx2.AsyncClient, taken: str, packing: str | None
) -> None:
    headers, body = await raw(client, "/", taken)
    assert headers.get("content-encoding") == packing
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["vary"] == "Accept-Encoding"
    if packing == "br":
        assert body == BROTLI
    else:
        assert (gzip.decompress(body) if packing else body).decode() == PAGE


async def test_what_lies_there_only_as_it_is_is_sent_so(client: httpx2.AsyncClient) -> None:
    headers, body = await raw(client, "/small.js", "br, gzip")
    assert "content-encoding" not in headers and body == b"1"
    assert headers["content-type"].startswith("text/javascript")


async def test_each_packing_has_a_tag_of_its_own_and_is_not_sent_again(client: httpx2.AsyncClient) -> None:
    tags = [(await raw(client, "/", taken))[0]["etag"] for taken in ("br", "gzip", "")]
    assert len(set(tags)) == 3
    again = await client.get("/", headers={"Accept-Encoding": "br", "If-None-Match": tags[0]})
    assert (again.status_code, again.content) == (304, b"")
    assert (await client.get("/", headers={"Accept-Encoding": "gzip", "If-None-Match": tags[0]})).status_code == 200


def policy(answer: httpx2.Response) -> dict[str, list[str]]:
    parts = (part.split() for part in answer.headers["content-security-policy"].split(";"))
    return {name: allowed for name, *allowed in parts}


def named(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


async def test_a_page_runs_the_scripts_that_were_built_into_it_and_no_others(
    client: httpx2.AsyncClient, tmp_path: Path
) -> None:
    page = "<head><script>one()</script><script src='/a.js'></script><script id=x>two(\n'é')</script><script>one()</script>"
    (tmp_path / "index.html").write_text(page + PAGE, encoding="utf-8")
    answer = await client.get("/", headers={"Accept-Encoding": "br"})
    assert answer.headers["content-encoding"] == "br", "the packed page has the policy of the plain one"
    allowed = policy(answer)
    assert allowed["script-src"] == ["'self'", named("one()"), named("two(\n'é')")]
    assert allowed["default-src"] == allowed["base-uri"] == allowed["frame-ancestors"] == ["'none'"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    again = await client.get("/", headers={"Accept-Encoding": "br", "If-None-Match": answer.headers["etag"]})
    assert (again.status_code, policy(again)) == (304, allowed)


async def test_a_rebuilt_page_has_its_own_scripts(client: httpx2.AsyncClient, tmp_path: Path) -> None:
    for version in ("first()", "second()"):
        (tmp_path / "index.html").write_text(f"<script>{version}</script>")
        os.utime(tmp_path / "index.html", ns=(0, len(version)))
        answer = await client.get("/", headers={"Accept-Encoding": "identity"})
        assert policy(answer)["script-src"] == ["'self'", named(version)]


async def test_every_kind_of_answer_has_a_policy(client: httpx2.AsyncClient) -> None:
    for path in ("/", "/nowhere/", "/small.js", "/404.html"):
        answer = await client.get(path)
        assert policy(answer)["script-src"] == ["'self'"] and answer.headers["x-frame-options"] == "DENY"
        assert "strict-transport-security" not in answer.headers, "nothing says that there is HTTPS"


async def test_behind_https_the_page_stays_there_and_may_ask_its_address(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "404.html").write_text("none")
    pages = Pages(tmp_path, instead_of=PlainTextResponse("the API"), public_url="https://party.example")
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=pages), base_url="http://site") as client:
        answer = await client.get("/")
    assert policy(answer)["connect-src"] == ["'self'", "https://party.example", "wss://party.example"]
    assert answer.headers["strict-transport-security"].startswith("max-age=")
