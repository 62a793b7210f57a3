"""Built pages beside the API: an exported site served from a folder, with the headers that its files want."""

import os
from pathlib import Path

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

FOREVER = "public, max-age=31536000, immutable"
"""For files whose names change with what is in them."""
PACKINGS = {"br": ".br", "gzip": ".gz"}
"""How a file may be packed, best first, and how the packed one beside it is called (scripts/packed.mjs writes them)."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Pages(StaticFiles):
    """A site that was exported into a folder; an address without a page gets the site's own page for that, as a 404.

    It takes the place of a router's default, so that no route of the API is hidden, nor its 405.
    """

    def __init__(self, folder: Path, *, instead_of: ASGIApp, below: str = "", not_pages: str = "/api/") -> None:
        """folder: with index.html and 404.html. below: the address of its index ("/admin").

        instead_of: what answers outside of that, below not_pages, and all but reading.
        """
        super().__init__(directory=folder, html=True)
        self._folder = folder
        self._instead_of = instead_of
        self._below = below
        self._not_pages = not_pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a page, where a page was asked for."""
        if self._asks_for_page(scope):
            root = scope.get("root_path", "") + self._below
            await super().__call__({**scope, "root_path": root}, receive, send)
        else:
            await self._instead_of(scope, receive, send)

    def _asks_for_page(self, scope: Scope) -> bool:
        reads = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        path = scope.get("path", "")
        is_ours = path == self._below or path.startswith(f"{self._below}/")
        return reads and is_ours and not path.startswith(self._not_pages)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file of a path. Raises HTTPException (404) for a file that is not there."""
        response = await self._page(path, scope)
        response.headers["Cache-Control"] = FOREVER if path.startswith("_next/static/") else "no-cache"
        response.headers.update(HEADERS)
        return response

    def file_response(
        self, full_path: os.PathLike[str] | str, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, packed where the browser takes it so and it lies there."""
        taken = _taken(Headers(scope=scope).get("accept-encoding", ""))
        for packing, suffix in PACKINGS.items():
            packed = Path(f"{full_path}{suffix}")
            if packing in taken and packed.is_file():
                response = super().file_response(packed, packed.stat(), scope, status_code)
                response.headers["Content-Encoding"] = packing
                break
        else:
            response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Vary"] = "Accept-Encoding"
        return response

    async def _page(self, path: str, scope: Scope) -> Response:
        try:
            return await super().get_response(path, scope)
        except HTTPException as refusal:
            if refusal.status_code != 404 or "." in path.rsplit("/", 1)[-1]:
                raise
            return FileResponse(self._folder / "404.html", status_code=404)


def _taken(accept_encoding: str) -> set[str]:
    """The packings that a browser takes: those that it names without the weight of nothing."""
    named = (part.replace(" ", "").lower().partition(";q=") for part in accept_encoding.split(","))
    return {packing for packing, _, weight in named if weight.strip("0.") or not weight}
