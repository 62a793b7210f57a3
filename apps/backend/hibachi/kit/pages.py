"""Built pages beside the API: an exported site served from a folder, with the headers that its files want."""

import base64
import hashlib
import os
from functools import lru_cache
from pathlib import Path

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from hibachi.kit import lazy_re as re

FOREVER = "public, max-age=31536000, immutable"
"""For files whose names change with what is in them."""
PACKINGS = {"br": ".br", "gzip": ".gz"}
"""How a file may be packed, best first, and how the packed one beside it is called (scripts/packed.mjs writes them)."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
POLICY = (
    "default-src 'none'; script-src 'self'{scripts}; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'{connects}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""What a page may load and run: its own files, and of the scripts that stand in it those that were built into it."""
ONE_YEAR = "max-age=31536000"
_SCRIPT_IN_PAGE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


class Pages(StaticFiles):
    """A site that was exported into a folder; an address without a page gets the site's own page for that, as a 404.

    It takes the place of a router's default, so that no route of the API is hidden, nor its 405.
    """

    def __init__(
        self,
        folder: Path,
        *,
        instead_of: ASGIApp,
        below: str = "",
        not_pages: str = "/api/",
        public_url: str | None = None,
    ) -> None:
        """folder: with index.html and 404.html. below: the address of its index ("/admin").

        instead_of: what answers outside of that, below not_pages, and all but reading. public_url: where the product is
        reached; a page that was built for that address may ask there, and behind HTTPS it stays with HTTPS.
        """
        super().__init__(directory=folder, html=True)
        is_secure = (public_url or "").startswith("https:")
        self._headers = HEADERS | ({"Strict-Transport-Security": ONE_YEAR} if is_secure else {})
        self._connects = f" {public_url} {public_url.replace('http', 'ws', 1)}" if public_url else ""
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
        response.headers.update(self._headers)
        if isinstance(response, FileResponse) and "Content-Security-Policy" not in response.headers:
            response.headers["Content-Security-Policy"] = self._policy(str(response.path))
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
        response.headers["Content-Security-Policy"] = self._policy(str(full_path))  # with "not modified" too
        return response

    def _policy(self, file: str) -> str:
        """The policy of a file, which may be a packed one."""
        plain = file.removesuffix(".br").removesuffix(".gz")
        scripts = _scripts_in(plain, os.stat(plain).st_mtime_ns) if plain.endswith(".html") else ""
        return POLICY.format(scripts=scripts, connects=self._connects)

    async def _page(self, path: str, scope: Scope) -> Response:
        try:
            return await super().get_response(path, scope)
        except HTTPException as refusal:
            if refusal.status_code != 404 or "." in path.rsplit("/", 1)[-1]:
                raise
            return FileResponse(self._folder / "404.html", status_code=404)


@lru_cache(maxsize=512)
def _scripts_in(page: str, changed: int) -> str:
    """The hashes of the scripts that stand in a page, as a policy names them. changed: a rebuilt page is read again."""
    written = _SCRIPT_IN_PAGE.findall(Path(page).read_text(encoding="utf-8"))
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in written]
    return "".join(f" 'sha256-{digest}'" for digest in dict.fromkeys(digests))


def _taken(accept_encoding: str) -> set[str]:
    """The packings that a browser takes: those that it names without the weight of nothing."""
    named = (part.replace(" ", "").lower().partition(";q=") for part in accept_encoding.split(","))
    return {packing for packing, _, weight in named if weight.strip("0.") or not weight}
