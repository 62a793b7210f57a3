"""What the API's description says of every route without the route saying it: how it can refuse, in the one shape."""

import asyncio
import threading
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.routing import RouteContext

from hibachi.kit import http
from hibachi.kit import lazy_re as re
from hibachi.kit.errors import (
    Conflict,
    Forbidden,
    HibachiError,
    InvalidInput,
    TooLarge,
    TooMany,
    Unauthenticated,
    Unavailable,
)

ERROR: dict[str, Any] = {
    "type": "object",
    "title": "Error",
    "description": "How the product refuses: a code for machines, a sentence for a person, and what to do next.",
    "required": ["code", "message", "next_step"],
    "properties": {
        "code": {"type": "string"},
        "message": {"type": "string"},
        "next_step": {"type": "string"},
        "details": {"type": "object", "additionalProperties": True},
    },
    "additionalProperties": False,
}
CONTENT = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
ANYWHERE = (Unauthenticated, InvalidInput, TooLarge, TooMany, Unavailable)
_CONVERTER = re.compile(r"\{(\w+):\w+\}")
UNREADABLE = {"400": "The body is no JSON."}


class DescribedAPI(FastAPI):
    """An application whose description names every answer that it may give."""

    def setup(self) -> None:
        """Answer for the description before FastAPI does: making it takes a second, in which nobody may wait."""
        self._describing = threading.Lock()
        if self.openapi_url:
            self.add_route(self.openapi_url, self._description, include_in_schema=False)
        super().setup()

    def openapi(self) -> dict[str, Any]:
        """FastAPI's own description, with the refusals that the kit makes for every route. Made once, by one thread."""
        with self._describing:
            if self.openapi_schema is None:
                self.openapi_schema = self._with_refusals(super().openapi())
            return self.openapi_schema

    def _with_refusals(self, schema: dict[str, Any]) -> dict[str, Any]:
        schema.setdefault("components", {}).setdefault("schemas", {})["Error"] = ERROR
        for route in http.routes_of(self):
            described = schema["paths"].get(_plain(route.path), {})
            for method in route.methods or ():
                if method.lower() in described:  # a provider's door is not part of what the API promises
                    _describe(described[method.lower()], route, method)
        return schema

    async def _description(self, request: Request) -> JSONResponse:
        return JSONResponse(await asyncio.to_thread(self.openapi))


def _describe(operation: dict[str, Any], route: RouteContext, method: str) -> None:
    answers = operation["responses"]
    for status, words in _refusals(route, method, "requestBody" in operation).items():
        answers.setdefault(status, {"description": words})
    for status, answer in answers.items():
        if status.startswith(("4", "5")):
            answer["content"] = answer.get("content", {}) | CONTENT  # a page that refuses is described as a page too


def _refusals(route: RouteContext, method: str, takes_body: bool) -> dict[str, str]:
    errors: list[type[HibachiError]] = list(ANYWHERE)
    if any(access.permission for access in http.access_of(route)):
        errors.append(Forbidden)
    if method != "GET":
        errors.append(Conflict)
    return {**(UNREADABLE if takes_body else {}), **{str(error.status): error.__doc__ or "" for error in errors}}


def _plain(path: str | None) -> str:
    """A path without the converters of its parameters, as the description has it: {id:uuid} is {id}."""
    return _CONVERTER.sub(r"{\1}", path or "")
