"""Built pages: what a browser takes packed is sent packed, and is the same page."""

import gzip
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
