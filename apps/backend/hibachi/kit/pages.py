"""Built pages beside the API: an exported site served from a folder, with the headers that its files want."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOREVER = "public, max-age=31536000, immutable"
"""For files whose names change with what is in them."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Pages(StaticFiles):
    """A site that was exported into a folder; an address without a page gets the site's own page for that, as a 404."""

    def __init__(self, folder: Path, *, not_pages: tuple[str, ...] = ("api/",)) -> None:
        """folder: with index.html and 404.html. not_pages: where the API speaks, also of what it does not know."""
        super().__init__(directory=folder, html=True)
        self._folder = folder
        self._not_pages = not_pages

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file of a path. Raises HTTPException (404) where the API speaks, and for a file that is not there."""
        if path.startswith(self._not_pages):
            raise HTTPException(404)
        response = await self._page(path, scope)
        response.headers["Cache-Control"] = FOREVER if path.startswith("_next/static/") else "no-cache"
        response.headers.update(HEADERS)
        return response

    async def _page(self, path: str, scope: Scope) -> Response:
        try:
            return await super().get_response(path, scope)
        except HTTPException as refusal:
            if refusal.status_code != 404 or "." in path.rsplit("/", 1)[-1]:
                raise
            return FileResponse(self._folder / "404.html", status_code=404)
